#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// Packages with their values one by one, and one value for all others.
class Mapping final : public Utility {
 public:
  /// Fails with a sentence when an outcome is not in the agenda or there twice, or a number is not
  /// finite. The entries may come in any order.
  [[nodiscard]] static base::Result<std::shared_ptr<const Mapping>> make(
      const Agenda& agenda, std::vector<std::pair<Outcome, double>> entries, double otherwise);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;

  /// In ascending order of outcomes.
  [[nodiscard]] const std::vector<std::pair<Outcome, double>>& entries() const { return entries_; }
  [[nodiscard]] double otherwise() const { return otherwise_; }

 private:
  Mapping(std::vector<std::pair<Outcome, double>> entries, double otherwise)
      : entries_(std::move(entries)), otherwise_(otherwise) {}

  std::vector<std::pair<Outcome, double>> entries_;
  double otherwise_;
};

}  // namespace monazite::preferences

#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// u(x) = w_0 * u_0(x) + w_1 * u_1(x) + ..., summed from the left (NegMAS'
/// WeightedUtilityFunction).
class WeightedSum final : public Utility {
 public:
  using Term = std::pair<double, std::shared_ptr<const Utility>>;

  /// Fails with a sentence when there is no term, a weight is not finite or a utility is missing.
  /// The terms must be for the agenda that the sum is asked about.
  [[nodiscard]] static base::Result<std::shared_ptr<const WeightedSum>> make(
      std::vector<Term> terms);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;

  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }

 private:
  explicit WeightedSum(std::vector<Term> terms) : terms_(std::move(terms)) {}

  std::vector<Term> terms_;
};

}  // namespace monazite::preferences

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// A model that takes the other side's utility to be a sum over the issues:
///
///   estimate(x) = (sum over issues i of factor_i * value_i[level of x on i] - shift) * scale
///
/// summed from left to right. Those derived from it learn the numbers; an observation costs them
/// about as many steps as the agenda has levels, whatever the number of packages.
class AdditiveModel : public OpponentModel {
 public:
  void begin(const Place& place) final;
  [[nodiscard]] double estimate(Outcome outcome) const final;
  void fill(Outcome first, std::span<double> out) const final;
  [[nodiscard]] std::vector<double> weights() const override { return weights_; }

 protected:
  /// Called by begin() once the agenda is known and the members are as in a new object: equal
  /// weights, factors equal to them, all values 1, shift 0, scale 1.
  virtual void start() = 0;

  [[nodiscard]] const agenda::Agenda& agenda() const { return *agenda_; }
  [[nodiscard]] std::size_t issues() const { return values_.size(); }
  /// Levels of the package, issue by issue; good until the next call.
  [[nodiscard]] std::span<const std::uint32_t> levels_of(Outcome offer);

  std::vector<double> weights_;              ///< as reported, summing to 1
  std::vector<double> factors_;              ///< one per issue
  std::vector<std::vector<double>> values_;  ///< [issue][level]
  double shift_ = 0;
  double scale_ = 1;

 private:
  const agenda::Agenda* agenda_ = nullptr;
  std::vector<std::uint32_t> levels_;
};

}  // namespace monazite::strategies

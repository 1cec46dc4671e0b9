#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <protocol/agenda/agenda.hpp>

namespace monazite::viz::game {

/// A value function read off a list of valued packages as a sum over issues, by least squares: what
/// the staff would draw on a board. It values packages that the list lacks, and says what each
/// issue adds. True values need not be additive; error() says how far it was off on the list.
class AdditiveFit {
 public:
  AdditiveFit() = default;
  /// `values[i]` is of `packages[i]`. A pinch of ridge keeps levels that never occur at the mean.
  AdditiveFit(const agenda::Agenda& agenda, std::span<const agenda::Outcome> packages,
              std::span<const double> values);

  [[nodiscard]] double value(const agenda::Agenda& agenda, agenda::Outcome outcome) const;
  /// What a level adds to the mean of the list.
  [[nodiscard]] double effect(std::size_t issue, std::uint32_t level) const {
    return effects_[issue][level];
  }
  /// Largest less smallest effect of an issue.
  [[nodiscard]] double range(std::size_t issue) const;
  /// Standard deviation of what is left on the list.
  [[nodiscard]] double error() const { return error_; }
  [[nodiscard]] bool empty() const { return effects_.empty(); }

 private:
  double mean_ = 0;
  double error_ = 0;
  std::vector<std::vector<double>> effects_;  ///< [issue][level]
};

}  // namespace monazite::viz::game

#pragma once

#include <cstdint>
#include <vector>

#include <agents/strategies/models/additive_model.hpp>

namespace monazite::strategies {

/// Weights from how the other side spreads its concessions: who gives way on an issue often cares
/// for it little (the reasoning of Jonker, Robu and Treur 2007, "An agent architecture for
/// multi-attribute negotiation using incomplete preference information", JAAMAS 15, 221-252, and of
/// NegMAS' model of this name).
///
/// With S_i the movement of its offers on issue i, each compared with the one before, and n issues,
/// the share of its movement that fell on the issue and the weight that follows are
///
///   r_i = (S_i + 1) / (sum of S_j + n)          w_i = (1 / r_i) / sum of (1 / r_j)
///
/// (the 1 stands for one step on every issue, so that an untouched issue keeps a finite weight).
/// Movement is 1 for another level, or, with Distance::kNumeric, the distance of the two levels'
/// numbers over the range of the issue: right where the numbers mean something.
///
/// Values fall with the time at which a level first came up, the opening offer's levels being what
/// it wants most:
///
///   v_i(l) = 1 - t, with t the relative time at which it first offered l (opening: 1); 0 if never
///   estimate(x) = sum of w_i v_i(level of x)                                   in [0, 1]
///
/// Formulae and smoothing are ours; the sources give the reasoning.
class ConcessionRatioModel final : public AdditiveModel {
 public:
  enum class Distance : std::uint8_t { kChanged, kNumeric };

  explicit ConcessionRatioModel(Distance distance = Distance::kChanged) : distance_(distance) {}

  void observe(const Turn& turn, Outcome offer) override;

 private:
  void start() override;
  [[nodiscard]] double moved(std::size_t issue, std::uint32_t from, std::uint32_t to) const;

  Distance distance_;
  bool heard_ = false;
  std::vector<std::uint32_t> last_;
  std::vector<double> movement_;            ///< S_i
  std::vector<double> ranges_;              ///< of the numbers of an issue
  std::vector<std::vector<char>> offered_;  ///< [issue][level]: whether it came up
};

}  // namespace monazite::strategies

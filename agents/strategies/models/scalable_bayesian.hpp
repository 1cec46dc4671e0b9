#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include <agents/strategies/models/additive_model.hpp>

namespace monazite::strategies {

/// The scalable Bayesian model (Hindriks and Tykhonov 2008, "Opponent modelling in automated
/// multi-issue negotiation using Bayesian learning", AAMAS, 331-338) as Genius 10.4 runs it.
///
/// Each issue has hypotheses of its own, independent of the other issues':
///
///   weight       0, 0.1, ..., 1; of the j-th (from 0) the prior belief is in proportion to
///                (1 - (j + 1) / 11)^3
///   evaluation   of the m levels of the issue, each divided by its largest value; all equally
///                likely at first:
///                uphill 1000 j + 1, downhill 1000 (m - 1 - j) + 1, and where m > 2 a triangle with
///                its peak at k = 1, ..., m - 2: 1000 j / k below k, else
///                1000 (m - 1 - j) / (m - 1 - k) + 1, both divisions without remainder
///
/// The other side is thought to ask for u' = 1 - 0.003 d in its d-th (from 0) distinct offer. With
/// u the utility that a hypothesis gives the offer, the other issues at their expected values, its
/// probability is multiplied by the normal density of (u' - u) / u' with sigma = 0.25: first those
/// of the weights (from the second distinct offer on), all issues at once, then, with the new
/// weights, those of the evaluations. Offers heard before are ignored.
///
///   estimate(x) = (sum of E[w_i] E[v_i(level of x)] - lowest) / (highest - lowest)
///
/// with the lowest (at most 1) and highest (at least 0) of all packages; the reported weights are
/// E[w_i] / sum E[w_j]. The paper ranks issues by weight instead, takes the plain error and a u'
/// that falls with time.
///
/// Ours, where Genius breaks down or grows out of memory: u' stays at 0.1 from the 300th distinct
/// offer on (there it passes through 0), an offer that no hypothesis thinks possible teaches
/// nothing, and an issue of more than 202 levels has 200 triangles, evenly spread.
class ScalableBayesianModel final : public AdditiveModel {
 public:
  struct Settings {
    double sigma = 0.25;
    double concession = 0.003;  ///< by which u' falls with each distinct offer
  };

  ScalableBayesianModel() = default;
  explicit ScalableBayesianModel(Settings settings) : settings_(settings) {}

  void observe(const Turn& turn, Outcome offer) override;

 private:
  static constexpr std::size_t kWeights = 11;

  /// Of one issue. Evaluations: [hypothesis][level].
  struct Beliefs {
    std::vector<double> weights;  ///< probability of weight j / 10
    std::vector<std::vector<double>> evaluations;
    std::vector<double> likely;  ///< probability of each evaluation
  };

  void start() override;
  [[nodiscard]] double density(double utility) const;
  /// Expected utility of the offer without issue `left_out`.
  [[nodiscard]] double rest(std::span<const std::uint32_t> levels, std::size_t left_out) const;
  void learn_weights(std::span<const std::uint32_t> levels);
  void learn_evaluations(std::span<const std::uint32_t> levels);
  void expect_weights();
  void expect_values(std::size_t issue);
  void normalise();

  Settings settings_;
  std::vector<Beliefs> beliefs_;
  std::unordered_set<Outcome> heard_;  ///< asked for membership only
  double demanded_ = 1;                ///< u'
};

}  // namespace monazite::strategies

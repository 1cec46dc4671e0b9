#pragma once

#include <cstdint>
#include <vector>

#include <agents/strategies/models/additive_model.hpp>

namespace monazite::strategies {

/// The frequency model of HardHeaded, the winner of the competition of 2011 (van Krimpen, Looije
/// and Hajizadeh 2013, "HardHeaded", Studies in Computational Intelligence 435).
///
/// An issue on which the other side repeats itself matters to it; a level that it asks for often is
/// dear to it. With n issues, gamma = learning / n and m the number of issues unchanged from its
/// offer before, the weights (1 / n at first) become
///
///   w_i <- (w_i + gamma) / (1 + gamma m)   if unchanged and w_i < 1 - n gamma / (1 + gamma m)
///   w_i <- w_i / (1 + gamma m)             otherwise
///
/// and the count of each level offered, 1 at first, grows by 1, but not for the first offer.
///
///   estimate(x) = sum of w_i * count_i[level of x] / largest count of i       in [0, 1]
///
/// Genius 10.4 departs from this: its setter of a weight levels all weights after each issue, with
/// a constant meant for the sliders of its editor. With S the sum of the weights,
///
///   w_j <- max(0, w_j - (S - 1) (w_j + 0.05) / (S + 0.05 n))  for all j
///
/// and the new weight of the issue is given up when the sum is then outside (0.98, 1.02). With one
/// issue the weight stays 1. Estimates differ from the paper's by up to 0.004.
class HardHeadedModel final : public AdditiveModel {
 public:
  enum class Form : std::uint8_t { kPublished, kGenius };

  /// `learning` in (0, 1]; the paper and Genius have 0.2.
  explicit HardHeadedModel(Form form = Form::kPublished, double learning = 0.2)
      : form_(form), learning_(learning) {}

  void observe(const Turn& turn, Outcome offer) override;

 private:
  void start() override;
  void reweigh(std::span<const std::uint32_t> levels);
  void level_out();

  Form form_;
  double learning_;
  bool heard_ = false;
  std::vector<std::uint32_t> last_;  ///< levels of the offer before
  std::vector<double> largest_;      ///< count of the level asked for most, per issue
};

}  // namespace monazite::strategies

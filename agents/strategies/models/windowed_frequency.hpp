#pragma once

#include <cstdint>
#include <vector>

#include <agents/strategies/models/additive_model.hpp>

namespace monazite::strategies {

/// The windowed frequency model (Tunali, Aydogan and Sanchez-Anguix 2017, "Rethinking frequency
/// opponent modeling in automated negotiation", PRIMA, LNAI 10621).
///
/// A single offer says little: it may differ from the one before by chance. So whole windows of
/// `window` offers are compared, each with the one before, issue by issue: is the distribution over
/// levels still the same (chi-squared test, p > `significance`)? When at least one issue has
/// changed to levels of less estimated value, so that the other side has conceded, the issues that
/// have not changed matter to it:
///
///   w_i <- w_i + alpha (1 - t^beta)        then all divided by their sum; t the relative time
///
/// since early firmness tells more than late. Values come from the counts c of all offers so far,
/// flattened, so that many repetitions do not drown the rest:
///
///   v_i(l) = (1 + c_i(l))^gamma / (1 + largest c_i)^gamma
///   estimate(x) = sum of w_i v_i(level of x)                                   in [0, 1]
///
/// The paper compares windows that do not overlap, smooths the distributions with one offer per
/// level (Laplace) and reports the usual settings below. It leaves open which counts enter the
/// test: we compare the number of offers per level in both windows, smoothed the same, with
/// levels - 1 degrees of freedom, and judge a change by the values at the end of the earlier
/// window: what was thought of the other side before it moved.
class WindowedFrequencyModel final : public AdditiveModel {
 public:
  struct Settings {
    std::uint32_t window = 48;  ///< offers, at least 1
    double alpha = 10;
    double beta = 5;
    double gamma = 0.25;
    double significance = 0.05;
  };

  WindowedFrequencyModel() = default;
  explicit WindowedFrequencyModel(Settings settings) : settings_(settings) {}

  void observe(const Turn& turn, Outcome offer) override;

 private:
  using Counts = std::vector<std::vector<double>>;  ///< [issue][level]

  void start() override;
  void compare(double time);
  [[nodiscard]] Counts zeros() const;

  Settings settings_;
  std::uint32_t in_window_ = 0;
  bool has_before_ = false;
  Counts all_, now_, before_;
  std::vector<double> largest_;
  Counts values_before_;  ///< values at the end of the window before
};

/// Probability that a chi-squared variable with `degrees` > 0 degrees of freedom is at least
/// `statistic`: the upper regularised incomplete gamma function Q(degrees / 2, statistic / 2).
[[nodiscard]] double chi_squared_tail(double statistic, double degrees);

}  // namespace monazite::strategies

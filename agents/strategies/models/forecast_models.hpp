#pragma once

#include <optional>

#include <agents/strategies/models/concession_curve.hpp>
#include <agents/strategies/models/simple_models.hpp>

namespace monazite::strategies {

/// Models that ask where the other side's concessions lead: how much it will give at most, and by
/// when. Both come from work on a single price, where what one side wins the other loses; on any
/// agenda they see its offers through their worth to oneself. So estimate() is that of
/// OppositeModel, and outlook() is what they are for: in the own unit, at most the own best.

/// Regression on a time-dependent opponent (Hou 2004, "Predicting agents tactics in automated
/// negotiation", IAT, 127-133): least squares for v(t) = v_0 + c (t - t_0)^b over all its offers.
///
/// A power curve does not tell its reservation value and its deadline apart (only reservation /
/// deadline^b shows). We take the deadline of the negotiation, 1, for its own and say what it will
/// offer then; when the curve reaches the own best earlier, that time is its deadline. Hou tells
/// them apart by assuming one of them, or by exponential tactics.
class RegressionForecastModel final : public OpponentModel {
 public:
  void begin(const Place& place) override;
  void observe(const Turn& turn, Outcome offer) override;
  [[nodiscard]] double estimate(Outcome outcome) const override {
    return opposite_.estimate(outcome);
  }
  [[nodiscard]] std::optional<Outlook> outlook() const override;

 private:
  OppositeModel opposite_;
  const OwnPreferences* own_ = nullptr;
  ConcessionSeries series_;
};

/// Bayesian learning of both (Yu, Ren and Zhang 2013), see ConcessionBelief. Reservation values
/// from what no deal is worth to oneself (or the lowest package) to the own best; deadlines up to
/// `latest_deadline`, which may lie beyond the end of the negotiation, where it is heading but will
/// not arrive.
class BayesianForecastModel final : public OpponentModel {
 public:
  explicit BayesianForecastModel(double latest_deadline = 1, std::uint32_t cells = 10)
      : latest_deadline_(latest_deadline), cells_(cells) {}

  void begin(const Place& place) override;
  void observe(const Turn& turn, Outcome offer) override;
  [[nodiscard]] double estimate(Outcome outcome) const override {
    return opposite_.estimate(outcome);
  }
  [[nodiscard]] std::optional<Outlook> outlook() const override { return belief_.expected(); }

 private:
  double latest_deadline_;
  std::uint32_t cells_;
  OppositeModel opposite_;
  const OwnPreferences* own_ = nullptr;
  ConcessionSeries series_;
  ConcessionBelief belief_;
};

}  // namespace monazite::strategies

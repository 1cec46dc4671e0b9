#pragma once

#include <algorithm>
#include <cmath>

namespace monazite::strategies {

/// How much of the zone between its reservation value and its best package a party still demands,
/// as a function of the share of its patience used up. The concession side of a negotiator;
/// registry.hpp names the ones there are.
class Tactic {
 public:
  virtual ~Tactic() = default;
  /// 1: the best package or nothing; 0: anything no worse than no deal. `time` in [0, 1].
  [[nodiscard]] virtual double demand(double time) const = 0;
};

/// Time-dependent concession (Faratin, Sierra and Jennings 1998) in the convention of NegMAS
/// (`PolyAspiration`): demand(t) = 1 - t^e. The exponent e > 0: above 1 it holds firm and concedes
/// late
/// ("boulware"), 1 is linear, below 1 it gives way early ("conceder"). Faratin's beta and Genius' e
/// are its inverse, with kappa = 0.
class TimeDependent final : public Tactic {
 public:
  explicit TimeDependent(double exponent) : exponent_(exponent) {}

  [[nodiscard]] double demand(double time) const override {
    const double t = std::clamp(time, 0.0, 1.0);
    return 1 - (exponent_ == 1 ? t : std::pow(t, exponent_));
  }
  [[nodiscard]] double exponent() const { return exponent_; }

 private:
  double exponent_;
};

/// The polynomial curve of Faratin, Sierra and Jennings (1998): demand(t) = 1 - F(t),
/// F(t) = kappa + (1 - kappa) * t^(1/e). This is Genius' `TimeDependent_Offering`, where kappa is
/// called k and e = 0 means F = kappa throughout. e < 1 holds firm ("boulware"), 1 is linear, e > 1
/// gives way early: the inverse of TimeDependent's exponent. kappa in [0, 1] is the share conceded
/// in the first offer.
class Polynomial final : public Tactic {
 public:
  explicit Polynomial(double e, double kappa = 0) : e_(e), kappa_(kappa) {}

  [[nodiscard]] double demand(double time) const override {
    const double t = std::clamp(time, 0.0, 1.0);
    const double conceded = e_ == 0 ? 0.0 : std::pow(t, 1 / e_);
    return 1 - (kappa_ + (1 - kappa_) * conceded);
  }

 private:
  double e_;
  double kappa_;
};

/// The exponential curve of Faratin, Sierra and Jennings (1998): demand(t) = 1 - F(t),
/// F(t) = exp((1 - t)^beta * ln kappa), kappa in (0, 1] the share conceded in the first offer. A
/// larger beta concedes faster, and sooner than the polynomial of the same beta does.
class Exponential final : public Tactic {
 public:
  Exponential(double beta, double kappa) : beta_(beta), log_kappa_(std::log(kappa)) {}

  [[nodiscard]] double demand(double time) const override {
    const double t = std::clamp(time, 0.0, 1.0);
    return 1 - std::exp(std::pow(1 - t, beta_) * log_kappa_);
  }

 private:
  double beta_;
  double log_kappa_;
};

/// NegMAS' `ExpAspiration`: demand(t) = (e^((1 - t)^p) - 1) / (e - 1), e Euler's number. NegMAS
/// calls p = 0.125 boulware, 0.725 linear and 4 conceder.
class ExponentialAspiration final : public Tactic {
 public:
  explicit ExponentialAspiration(double power) : power_(power) {}

  [[nodiscard]] double demand(double time) const override {
    const double t = std::clamp(time, 0.0, 1.0);
    return std::expm1(std::pow(1 - t, power_)) / std::expm1(1.0);
  }

 private:
  double power_;
};

/// Never concedes ("hardliner", "tough").
class Hardliner final : public Tactic {
 public:
  [[nodiscard]] double demand(double /*time*/) const override { return 1; }
};

/// The value that a demand stands for: reservation + demand * (best - reservation), never above
/// `best` nor below `reservation` by rounding. Requires best >= reservation.
[[nodiscard]] inline double aspiration_value(double demand, double reservation, double best) {
  return std::clamp(reservation + demand * (best - reservation), reservation, best);
}

}  // namespace monazite::strategies

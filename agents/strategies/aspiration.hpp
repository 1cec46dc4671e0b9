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

#pragma once

#include <cmath>

#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// Resource-dependent tactics (Faratin, Sierra and Jennings 1998): the scarcer a resource, the more
/// is conceded,
///
///   demand = 1 - (kappa + (1 - kappa) * exp(-resource)),   between reservation and best
///
/// where the resource is one of
///   kTime    patience * (1 - t): what is left until the deadline
///   kThread  patience * others^2 / sum of the lengths of the threads with them: long talks show
///   that
///            time is plentiful for no one (others = parties - 1; a thread's length is the number
///            of offers received in it, at least 1)
/// `patience` is ours: the paper leaves the unit of a resource open. kappa in [0, 1].
class ResourceDemand final : public Demand {
 public:
  enum class Resource { kTime, kThread };

  ResourceDemand(Resource resource, double patience, double kappa)
      : resource_(resource), patience_(patience), kappa_(kappa) {}

  void begin(const Place& place) override {
    Scale scale;
    scale.begin(*place.own);
    floor_ = scale.floor();
    others_ = place.parties - 1;
    received_ = 0;
  }
  void hear(const Bid&) override { ++received_; }
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel*) override {
    const double conceded = kappa_ + (1 - kappa_) * std::exp(-left(turn));
    return floor_ + (1 - conceded) * (1 - floor_);
  }

 private:
  [[nodiscard]] double left(const Turn& turn) const {
    if (resource_ == Resource::kTime) return patience_ * (1 - turn.time);
    const double length = received_ > others_ ? received_ : others_;
    return patience_ * others_ * others_ / length;
  }

  Resource resource_;
  double patience_;
  double kappa_;
  double floor_ = 0;
  double others_ = 1;
  double received_ = 0;
};

}  // namespace monazite::strategies

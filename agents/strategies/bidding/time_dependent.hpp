#pragma once

#include <algorithm>
#include <limits>
#include <memory>

#include <agents/strategies/aspiration.hpp>
#include <agents/strategies/bidding/demand.hpp>
#include <agents/strategies/bidding/search.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// What a NegMAS aspiration negotiator (`AspirationNegotiator`, `TimeBasedConcedingNegotiator`)
/// offers and accepts at a time, as a band of own utilities:
///
///   mn = max(lowest utility, reservation value), mx = highest utility
///   lowest  = clamp((mx - mn) * demand(t) + mn - tolerance)
///   highest = clamp(mx + tolerance),  both clamped to [mn, mx]
///
/// Shared by the bidding and the acceptance of one strategy, so that the curve is computed once a
/// turn.
class AspirationBand {
 public:
  static constexpr double kTolerance = 1e-3;  ///< that of `AspirationNegotiator`

  explicit AspirationBand(std::unique_ptr<const Tactic> curve, double tolerance = kTolerance)
      : curve_(std::move(curve)), tolerance_(tolerance) {}

  void begin(const Place& place) {
    floor_ = std::max(place.own->lowest(), place.own->reservation());
    ceiling_ = place.own->highest();
    highest_ = clamp((ceiling_ - floor_) + floor_ + tolerance_);
    time_ = std::numeric_limits<double>::quiet_NaN();
  }
  [[nodiscard]] double lowest(double time) {
    if (time != time_) {
      time_ = time;
      lowest_ = clamp((ceiling_ - floor_) * curve_->demand(time) + floor_ - tolerance_);
    }
    return lowest_;
  }
  [[nodiscard]] double highest() const { return highest_; }

 private:
  /// The floor wins when no package reaches the reservation value.
  [[nodiscard]] double clamp(double value) const {
    return std::max(floor_, std::min(ceiling_, value));
  }

  std::unique_ptr<const Tactic> curve_;
  double tolerance_;
  double floor_ = 0;
  double ceiling_ = 0;
  double time_ = 0;
  double lowest_ = 0;
  double highest_ = 0;
};

/// NegMAS' time-dependent bidding: among the packages no worse than no deal the one nearest to the
/// lower end of the band, see RankSearch::nearest_from(); the best package of all when there is
/// none.
class AspirationBidding final : public Bidding {
 public:
  explicit AspirationBidding(std::shared_ptr<AspirationBand> band) : band_(std::move(band)) {}

  void begin(const Place& place) override {
    own_ = place.own;
    band_->begin(place);
    search_ = RankSearch(own_->table().rational());
  }
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override {
    if (search_.empty()) return own_->best();
    own_->spend(1);
    const std::size_t rank = search_.nearest_from(band_->lowest(turn.time), band_->highest());
    return own_->table().outcome(search_.ranking().at(rank));
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  std::shared_ptr<AspirationBand> band_;
  const OwnPreferences* own_ = nullptr;
  RankSearch search_;
};

/// A concession curve as a demand, between the reservation value (or the lowest utility where that
/// is larger) and the highest utility:
///
///   demand = floor + curve(t) * (1 - floor)
///
/// With Range::kAll between the lowest and the highest utility, as Genius' `TimeDependent_Offering`
/// does: it takes no notice of the reservation value.
class CurveDemand final : public Demand {
 public:
  enum class Range { kRational, kAll };

  explicit CurveDemand(std::unique_ptr<const Tactic> curve, Range range = Range::kRational)
      : curve_(std::move(curve)), range_(range) {}

  void begin(const Place& place) override {
    Scale scale;
    scale.begin(*place.own);
    floor_ = range_ == Range::kAll ? 0.0 : scale.floor();
  }
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel*) override {
    return floor_ + curve_->demand(turn.time) * (1 - floor_);
  }

 private:
  std::unique_ptr<const Tactic> curve_;
  Range range_;
  double floor_ = 0;
};

}  // namespace monazite::strategies

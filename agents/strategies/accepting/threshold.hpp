#pragma once

#include <memory>

#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/bidding/time_dependent.hpp>

namespace monazite::strategies {

/// Acceptance conditions that compare an offer with a bar. None says yes to less than the
/// reservation value.

/// AC_const(c): u(offer) >= c, in the unit of the profile (Genius: [0, 1]).
class ConstantAcceptance final : public Acceptance {
 public:
  explicit ConstantAcceptance(double bar) : bar_(bar) {}

  void begin(const Place& place) override { reservation_ = place.own->reservation(); }
  [[nodiscard]] Answer respond(const Turn&, const Bid& offer, const Exchange&, NextBid&) override {
    return yes_if(offer.own_value >= bar_, offer.own_value, reservation_);
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double bar_;
  double reservation_ = 0;
};

/// u(offer) >= highest utility - tolerance. With 1e-10 that of NegMAS' `ToughNegotiator`, which has
/// no guard: here a best package below the reservation value is not accepted.
class BestAcceptance final : public Acceptance {
 public:
  static constexpr double kTough = 1e-10;

  explicit BestAcceptance(double tolerance = kTough) : tolerance_(tolerance) {}

  void begin(const Place& place) override {
    bar_ = place.own->highest() - tolerance_;
    reservation_ = place.own->reservation();
  }
  [[nodiscard]] Answer respond(const Turn&, const Bid& offer, const Exchange&, NextBid&) override {
    return yes_if(offer.own_value >= bar_, offer.own_value, reservation_);
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double tolerance_;
  double bar_ = 0;
  double reservation_ = 0;
};

/// AC_time(T): anything no worse than no deal once t >= T. (Relative time never reaches 1, so T = 1
/// never accepts.)
class TimeAcceptance final : public Acceptance {
 public:
  explicit TimeAcceptance(double time) : time_(time) {}

  void begin(const Place& place) override { reservation_ = place.own->reservation(); }
  [[nodiscard]] Answer respond(const Turn& turn, const Bid& offer, const Exchange&,
                               NextBid&) override {
    return yes_if(turn.time >= time_, offer.own_value, reservation_);
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double time_;
  double reservation_ = 0;
};

/// That of NegMAS' aspiration negotiators: the offer lies in the AspirationBand. The band begins at
/// the reservation value, so no guard is needed.
class AspirationAcceptance final : public Acceptance {
 public:
  explicit AspirationAcceptance(std::shared_ptr<AspirationBand> band) : band_(std::move(band)) {}

  void begin(const Place& place) override { band_->begin(place); }
  [[nodiscard]] Answer respond(const Turn& turn, const Bid& offer, const Exchange&,
                               NextBid&) override {
    const bool inside =
        band_->lowest(turn.time) <= offer.own_value && offer.own_value <= band_->highest();
    return inside ? Answer::kAccept : Answer::kReject;
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  std::shared_ptr<AspirationBand> band_;
};

}  // namespace monazite::strategies

#pragma once

#include <algorithm>
#include <limits>

#include <agents/strategies/acceptance.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// Acceptance conditions that compare an offer with one's own (Baarslag, Hindriks and Jonker 2013;
/// 2014). u is the own utility. None says yes to less than the reservation value; Genius' classes
/// of the same names have no such guard, and accept whatever is worth what they would offer. The
/// inequalities are those of the paper: NegMAS' doc-strings state them the wrong way round, and its
/// `ACLast` never accepts, because it returns before it has noted its own offer.

/// What all of them do with a verdict.
[[nodiscard]] inline Answer yes_if(bool good, double offered, double reservation) {
  return good && individually_rational(offered, reservation) ? Answer::kAccept : Answer::kReject;
}

/// AC_next(scale, shift): scale * u(offer) + shift >= u(own next).
class NextAcceptance final : public Acceptance {
 public:
  explicit NextAcceptance(double scale = 1, double shift = 0) : scale_(scale), shift_(shift) {}

  void begin(const Place& place) override { reservation_ = place.own->reservation(); }
  [[nodiscard]] Answer respond(const Turn&, const Bid& offer, const Exchange&,
                               NextBid& next) override {
    if (!individually_rational(offer.own_value, reservation_)) return Answer::kReject;
    return yes_if(accept_next(offer.own_value, next.own_value(), scale_, shift_), offer.own_value,
                  reservation_);
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double scale_;
  double shift_;
  double reservation_ = 0;
};

/// AC_prev(scale, shift): scale * u(offer) + shift >= u(own last). No before the first own offer.
/// AC_gap(c) is PreviousAcceptance(1, c).
class PreviousAcceptance final : public Acceptance {
 public:
  explicit PreviousAcceptance(double scale = 1, double shift = 0) : scale_(scale), shift_(shift) {}

  void begin(const Place& place) override {
    reservation_ = place.own->reservation();
    last_ = std::numeric_limits<double>::infinity();
  }
  void sent(const Bid& bid) override { last_ = bid.own_value; }
  [[nodiscard]] Answer respond(const Turn&, const Bid& offer, const Exchange&, NextBid&) override {
    return yes_if(accept_next(offer.own_value, last_, scale_, shift_), offer.own_value,
                  reservation_);
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double scale_;
  double shift_;
  double reservation_ = 0;
  double last_ = 0;
};

/// MiCRO's condition (de Jonge 2022): u(offer) is at least that of the lowest package offered so
/// far or about to be offered.
class LowestBidAcceptance final : public Acceptance {
 public:
  void begin(const Place& place) override {
    reservation_ = place.own->reservation();
    lowest_ = std::numeric_limits<double>::infinity();
  }
  void sent(const Bid& bid) override { lowest_ = std::min(lowest_, bid.own_value); }
  [[nodiscard]] Answer respond(const Turn&, const Bid& offer, const Exchange&,
                               NextBid& next) override {
    if (!individually_rational(offer.own_value, reservation_)) return Answer::kReject;
    const bool good = offer.own_value >= lowest_ || offer.own_value >= next.own_value();
    return good ? Answer::kAccept : Answer::kReject;
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  double reservation_ = 0;
  double lowest_ = 0;
};

}  // namespace monazite::strategies

#pragma once

#include <limits>

#include <agents/strategies/accepting/next.hpp>

namespace monazite::strategies {

/// AC_combi(T, c) = AC_next or (t >= T and u(offer) >= c) (Baarslag, Hindriks and Jonker 2013):
/// consistent with the own bidding until late, then content with what seems the best to be had. c
/// is one of
///
///   kReservation  the reservation value (NegMAS' `ACCombi`)
///   kConstant     a number
///   kMax, kMean   the best, or the mean, of all offers received so far
///   kMaxWindow, kMeanWindow  the same over the offers received in [2t - 1, t], as much time as is
///                 left (Genius' `AC_CombiMaxInWindow`)
///
/// The offer in question is one of those received. Never says yes to less than the reservation
/// value. The windowed forms go through the window at each answer from T on.
class CombinedAcceptance final : public Acceptance {
 public:
  enum class Bar { kReservation, kConstant, kMax, kMean, kMaxWindow, kMeanWindow };

  /// `constant` is used by kConstant only.
  CombinedAcceptance(double time, Bar bar, double constant = 0)
      : time_(time), bar_(bar), constant_(constant) {}

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  [[nodiscard]] Answer respond(const Turn& turn, const Bid& offer, const Exchange& exchange,
                               NextBid& next) override;
  [[nodiscard]] bool reads_exchange() const override {
    return bar_ == Bar::kMaxWindow || bar_ == Bar::kMeanWindow;
  }

 private:
  /// c at that time.
  [[nodiscard]] double bar(const Turn& turn, const Exchange& exchange) const;

  double time_;
  Bar bar_;
  double constant_;
  double reservation_ = 0;
  double best_ = 0;
  double sum_ = 0;
  double received_ = 0;
};

}  // namespace monazite::strategies

#pragma once

#include <agents/strategies/bidding/search.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// How much NegMAS' `NaiveTitForTatNegotiator` concedes, in [0, 1] of its range of utilities. It
/// mirrors the *level* of the last offer received, not its change: none of the tactics of Faratin,
/// Sierra and Jennings (1998), which are in behaviour.hpp.
///
///   norm(o) = (u(o) - mn) / (mx - mn), mn = max(lowest, reservation), mx = highest utility
///   round 0: 0;  round 3 and later: norm(last offer), 0 if negative or nothing was heard
///   rounds 1 and 2: (u(a) - u(b) + 1e-12) / (highest - lowest) for two neighbours a, b in the
///   sorted list. NegMAS walks down that list, two packages for each answer and two for each
///   proposal, so an answer in round r looks at the places 4(r-1), 4(r-1)+1 from the top and a
///   proposal at the two after them. A walk that has left the list counts the reservation value.
///
/// Anything outside [-1e-6, 1.0000001] counts as 0.
class NaiveConcession {
 public:
  void begin(const Place& place);
  enum class For { kAnswer, kProposal };
  /// `heard` null: nothing was.
  [[nodiscard]] double concession(const Turn& turn, const double* heard, For use) const;
  /// norm(o) of a utility; minus infinity when no package reaches the reservation value.
  [[nodiscard]] double norm(double own_value) const;

 private:
  const OwnPreferences* own_ = nullptr;
};

/// The lowest package worth at least (1 - concession) of the range of utilities; unlike norm(),
/// that range takes no notice of the reservation value, so what it offers may be worse than no deal
/// (so NegMAS).
class NaiveTitForTatBidding final : public Bidding {
 public:
  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override;
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  NaiveConcession concession_;
  const OwnPreferences* own_ = nullptr;
  RankSearch search_;
  double heard_ = 0;
  bool has_heard_ = false;
};

/// Yes when norm(offer) >= 1 - concession. Below the reservation value the norm is negative, so the
/// answer is no.
class NaiveTitForTatAcceptance final : public Acceptance {
 public:
  void begin(const Place& place) override { concession_.begin(place); }
  [[nodiscard]] Answer respond(const Turn& turn, const Bid& offer, const Exchange&,
                               NextBid&) override;
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  NaiveConcession concession_;
};

}  // namespace monazite::strategies

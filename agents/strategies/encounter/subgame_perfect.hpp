#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <agents/strategies/encounter/informed.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// Which offers of alternating offers between two parties can still be answered, and in which round
/// a yes to each of them falls. Offer k = 0, 1, ... is made by the party at position k % 2.
struct OfferTiming {
  std::uint32_t rounds = 1;  ///< the deadline
  /// false: encounter::AlternatingOffers, a round is one offer and the last can be accepted:
  /// `rounds` offers, a yes to offer k falls in round k. true: encounter::StackedAlternatingOffers,
  /// a round is a turn of each: 2 * rounds - 1 offers, since the very last gets no answer, and a
  /// yes to offer k falls in round (k + 1) / 2. Saying no costs the first party nothing there: its
  /// own offer follows in the same round.
  bool stacked = false;

  [[nodiscard]] std::uint32_t offers() const { return stacked ? 2 * rounds - 1 : rounds; }
  [[nodiscard]] std::uint32_t round_of_yes(std::uint32_t offer) const {
    return stacked ? (offer + 1) / 2 : offer;
  }
};

/// Alternating offers with complete information, discounting and a deadline, solved from the end
/// (backward induction; Rubinstein 1982 is the limit of many rounds for a pie that can be cut
/// anywhere). In each period the receiver accepts what is at least as good as what follows a no,
/// and the proposer asks for the most that is accepted, or lets the period pass if what follows is
/// better for it. Ties go to the agreement. Exact on a finite set of packages.
///
/// For a pie of n equal slices and discounts of d1 and d2 per offer, the first party's share
/// differs from Rubinstein's (1 - d2) / (1 - d1 d2) by at most 1/n / (1 - d1 d2), because each
/// proposer rounds to a whole slice in its own favour or not by less than one slice, plus (d1
/// d2)^(offers/2 - 1), what the end still weighs at the beginning.
class BackwardInduction {
 public:
  /// Tables of the two parties on the same packages. O(f + offers * log f) for a frontier of f.
  BackwardInduction(const preferences::UtilityTable& first, const preferences::UtilityTable& second,
                    OfferTiming timing);

  /// What is offered at `offer` and accepted; nothing: no offer that would be accepted pays.
  [[nodiscard]] std::optional<Outcome> proposal(std::uint32_t offer) const;
  /// Discounted value to the party at a position of a no to that offer.
  [[nodiscard]] double after_no(std::uint32_t offer, std::uint32_t position) const {
    return after_no_[position][offer];
  }
  /// Discounted value to a party of play from the beginning.
  [[nodiscard]] double value(std::uint32_t position) const { return value_[position]; }
  /// Discounted value of a yes to `outcome` at that offer.
  [[nodiscard]] double of_yes(std::uint32_t offer, std::uint32_t position, Outcome outcome) const;

  [[nodiscard]] const OfferTiming& timing() const { return timing_; }

 private:
  [[nodiscard]] double discounted(std::uint32_t offer, std::uint32_t position, double value) const;

  const preferences::UtilityTable* tables_[2];
  OfferTiming timing_;
  std::vector<Outcome> frontier_;                        ///< ascending in the first party's value
  std::vector<std::optional<std::uint32_t>> proposals_;  ///< positions in frontier_
  std::vector<double> after_no_[2];
  double value_[2] = {0, 0};
};

/// Plays what BackwardInduction says, under either rule of alternating offers with two parties who
/// know each other's preferences. Where no acceptable offer pays it asks for the best it could get.
/// begin() throws under another rule.
class SubgamePerfect final : public Negotiator, public Informed {
 public:
  void inform(const CommonKnowledge& known) override { known_ = known; }
  void begin(const Place& place) override;
  void hear(const Turn&, std::uint32_t, Outcome) override { ++offers_; }
  [[nodiscard]] Answer respond(const Turn& turn, Outcome offer) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn) override;

 private:
  CommonKnowledge known_;
  std::uint32_t position_ = 0;
  Outcome best_ = 0;
  std::uint32_t offers_ = 0;  ///< made so far by both
  std::unique_ptr<const BackwardInduction> solved_;
};

}  // namespace monazite::strategies

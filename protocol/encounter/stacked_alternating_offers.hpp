#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/encounter/alternating_offers.hpp>

namespace monazite::encounter {

/// Alternating offers between two or more parties, the rule of the negotiation literature (stacked
/// alternating offers: Aydogan, Festen, Hindriks and Jonker 2017; for two parties NegMAS' "SAO" and
/// Genius' protocol of the same name). A round gives each party one turn, in the order of the
/// parties. In its turn a party offers, which refuses the standing offer, or accepts the standing
/// offer, or walks away. An offer that all others have accepted one after the other is the
/// agreement. After `deadline_rounds` rounds without one the encounter ends; whoever made the last
/// offer gets no answer to it.
///
/// AlternatingOffers, the rule of the tables of the trade model, differs: there a round is one
/// offer, the last offer can still be accepted, and packages can be barred.
///
/// A move is refused for the first of these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN,
/// and then for an offer OUTSIDE_AGENDA; for an acceptance NOTHING_TO_ACCEPT (no standing offer, or
/// another one). Refused moves change nothing.
class StackedAlternatingOffers {
 public:
  /// `agenda_size`: number of outcomes, at least 1; two or more different seats; deadline_rounds
  /// >= 1.
  StackedAlternatingOffers(std::uint64_t agenda_size, std::vector<base::SeatId> parties,
                           std::uint32_t deadline_rounds);

  [[nodiscard]] Verdict offer(base::SeatId seat, Outcome outcome);
  /// `outcome` must be the standing offer.
  [[nodiscard]] Verdict accept(base::SeatId seat, Outcome outcome);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);
  /// The registrar ends an open encounter because a party can no longer take part: as if it had
  /// walked away, in or out of its turn.
  void abandon();

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] const std::vector<base::SeatId>& parties() const { return parties_; }
  /// Whose turn it is, as a position among the parties; after the end, whose turn it was.
  [[nodiscard]] std::uint32_t turn() const { return turn_; }
  [[nodiscard]] base::SeatId to_move() const { return parties_[turn_]; }
  /// 0, 1, ..., deadline_rounds() - 1; after the end by deadline deadline_rounds().
  [[nodiscard]] std::uint32_t round() const { return round_; }
  [[nodiscard]] std::uint32_t deadline_rounds() const { return deadline_rounds_; }
  [[nodiscard]] std::optional<Outcome> standing_offer() const { return standing_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const;

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat) const;
  void pass_on();

  std::uint64_t agenda_size_;
  std::vector<base::SeatId> parties_;
  std::uint32_t deadline_rounds_;
  std::uint32_t round_ = 0;
  std::uint32_t turn_ = 0;
  std::uint32_t accepted_ = 0;  ///< by how many the standing offer has been accepted
  std::optional<Outcome> standing_;
  Ending ending_ = Ending::kOpen;
};

}  // namespace monazite::encounter

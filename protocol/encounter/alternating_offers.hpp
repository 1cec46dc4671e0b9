#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/mandate.pb.h>

namespace monazite::encounter {

using agenda::Outcome;

/// Nothing when the move was made, or why it was refused. Refused moves change nothing.
using Verdict = std::optional<v1::Refusal::Reason>;

/// kConflict does not come up under alternating offers: nobody concedes any more, or what is
/// demanded cannot be had together.
enum class Ending { kOpen, kAgreement, kDeadline, kWalkAway, kConflict };

/// Alternating offers between two parties with a deadline in rounds (Rubinstein 1982 in its finite
/// form; "SAO" of the negotiation literature). A round is one offer. The parties take turns,
/// `first` begins; in their turn they may offer, accept the standing offer of the other, or walk
/// away.
///
///   open --offer--> open, the other moves   (the offer stands, the one before it falls)
///        --offer--> kDeadline               (when `deadline_rounds` offers have been made: see
///        below)
///        --accept-> kAgreement --bar--> open again, or kDeadline when no offer is left
///        --walk away--> kWalkAway
///
/// The last word. After `deadline_rounds` offers the receiver of the last one may still accept it
/// or walk away. One more offer is understood as its "no": the move is legal, is not counted as a
/// round and ends the encounter at the deadline; the offer before it remains in standing_offer(),
/// as what was last on the table.
///
/// Refused at home. A package can be barred at any time, and stays so. If it is the standing offer,
/// it falls, and with it an agreement on it. It is then the turn of the party that was to answer
/// it, or whose acceptance fell: it answers with an offer of its own, so offers go on alternating
/// and neither side gains a round by the veto. When no offer is left there is nothing that this
/// party could still say, so the encounter ends at the deadline. A barred package can neither be
/// offered nor accepted.
///
/// A move is refused for the first of these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN,
/// and then for an offer OUTSIDE_AGENDA, BARRED_PACKAGE; for an acceptance NOTHING_TO_ACCEPT (there
/// is no standing offer, or it is another package).
class AlternatingOffers {
 public:
  /// `agenda_size`: number of outcomes, at least 1; two different seats; deadline_rounds >= 1.
  AlternatingOffers(std::uint64_t agenda_size, base::SeatId first, base::SeatId second,
                    std::uint32_t deadline_rounds);

  [[nodiscard]] Verdict offer(base::SeatId seat, Outcome outcome);
  /// `outcome` must be the standing offer.
  [[nodiscard]] Verdict accept(base::SeatId seat, Outcome outcome);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);

  /// Forbids a package of the agenda from now on: it was refused at home (see above).
  void bar(Outcome outcome);
  [[nodiscard]] bool barred(Outcome outcome) const;

  [[nodiscard]] Ending ending() const { return ending_; }
  /// Whose turn it is; after the end, whose turn it was.
  [[nodiscard]] base::SeatId to_move() const { return parties_[turn_]; }
  /// The last offer that did not fall.
  [[nodiscard]] std::optional<Outcome> standing_offer() const { return standing_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const;
  /// Offers made so far.
  [[nodiscard]] std::uint32_t rounds() const { return rounds_; }
  [[nodiscard]] std::uint32_t deadline_rounds() const { return deadline_rounds_; }
  /// Offers that can still be made. 0: the standing one is the last.
  [[nodiscard]] std::uint32_t rounds_left() const { return deadline_rounds_ - rounds_; }

  /// Whether two encounters are in the same state in every respect.
  friend bool operator==(const AlternatingOffers& a, const AlternatingOffers& b) {
    return a.agenda_size_ == b.agenda_size_ && a.parties_[0] == b.parties_[0] &&
           a.parties_[1] == b.parties_[1] && a.deadline_rounds_ == b.deadline_rounds_ &&
           a.rounds_ == b.rounds_ && a.turn_ == b.turn_ && a.standing_ == b.standing_ &&
           a.ending_ == b.ending_ && a.barred_ == b.barred_;
  }

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat) const;

  std::uint64_t agenda_size_;
  base::SeatId parties_[2];
  std::uint32_t deadline_rounds_;
  std::uint32_t rounds_ = 0;
  std::uint32_t turn_ = 0;
  std::optional<Outcome> standing_;
  Ending ending_ = Ending::kOpen;
  std::vector<Outcome> barred_;  ///< ascending
};

}  // namespace monazite::encounter

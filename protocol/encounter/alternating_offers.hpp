#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/mandate.pb.h>

namespace monazite::encounter {

using agenda::Outcome;

/// A legal move or why it was refused. Refused moves change nothing: the encounter stays sound.
using Verdict = std::optional<v1::Refusal::Reason>;  ///< nothing: the move was made

enum class Ending { kOpen, kAgreement, kDeadline, kWalkAway };

/// Alternating offers between two parties with a deadline in rounds (Rubinstein 1982 in its finite
/// form; "SAO" of the negotiation literature). A round is one offer. The parties take turns, `first`
/// begins; in their turn they may offer, accept the standing offer of the other, or walk away.
/// After `deadline_rounds` offers the last receiver may still accept or walk away; anything else ends
/// it at the deadline.
class AlternatingOffers {
 public:
  /// `agenda_size`: number of outcomes; deadline_rounds >= 1.
  AlternatingOffers(std::uint64_t agenda_size, base::SeatId first, base::SeatId second,
                    std::uint32_t deadline_rounds);

  [[nodiscard]] Verdict offer(base::SeatId seat, Outcome outcome);
  /// `outcome` must be the standing offer.
  [[nodiscard]] Verdict accept(base::SeatId seat, Outcome outcome);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);

  /// Forbids a package from now on (it was refused at home). If it is the standing offer, that offer
  /// falls, and an agreement on it is undone: the encounter is open again and `seat_to_move` moves.
  void bar(Outcome outcome);
  [[nodiscard]] bool barred(Outcome outcome) const;

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] base::SeatId to_move() const { return parties_[turn_]; }
  [[nodiscard]] std::optional<Outcome> standing_offer() const { return standing_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const;
  /// Offers made so far.
  [[nodiscard]] std::uint32_t rounds() const { return rounds_; }
  [[nodiscard]] std::uint32_t deadline_rounds() const { return deadline_rounds_; }

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat) const;

  std::uint64_t agenda_size_;
  base::SeatId parties_[2];
  std::uint32_t deadline_rounds_;
  std::uint32_t rounds_ = 0;
  std::uint32_t turn_ = 0;
  std::optional<Outcome> standing_;
  Ending ending_ = Ending::kOpen;
  std::vector<Outcome> barred_;
};

}  // namespace monazite::encounter

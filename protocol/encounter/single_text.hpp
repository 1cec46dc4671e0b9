#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/encounter/party_list.hpp>

namespace monazite::encounter {

/// A single negotiating text with a mediator (Fisher's procedure, described by Raiffa 1982; in the
/// automated form of Klein, Faratin, Sayama and Bar-Yam 2003). One text stands at any time. Round
/// by round
///
///   kText      the mediator proposes a text
///   kVotes     every party says yes or no to it; if all say yes, it becomes the standing text
///
/// and after `deadline_rounds` rounds the standing text is put to the last vote:
///
///   kLastVote  all yes: the standing text is the agreement; else the encounter ends in kDeadline
///
/// In Klein's form the last text is the agreement without that vote, because its parties have no
/// value of no deal; here nobody is bound below it.
///
/// Whether this climbs a hill or anneals is the parties' conduct, not the rule's: a hill climber
/// says yes to what is no worse to it than the standing text, an annealer now and then to worse.
///
/// The mediator is a seat of its own, the registrar's as a rule. A move is refused for the first of
/// these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN (moved already, another phase is on,
/// or a party proposes where the mediator does), OUTSIDE_AGENDA. Refused moves change nothing. A
/// party may walk away when it is to vote.
class SingleText {
 public:
  enum class Phase { kText, kVotes, kLastVote };

  /// `agenda_size`: number of outcomes, at least 1; two or more different seats, the mediator not
  /// among them; `first_text` stands at the beginning, inside the agenda; deadline_rounds >= 1.
  SingleText(std::uint64_t agenda_size, std::vector<base::SeatId> parties, base::SeatId mediator,
             Outcome first_text, std::uint32_t deadline_rounds);

  [[nodiscard]] Verdict propose(base::SeatId mediator, Outcome text);
  /// On the proposed text, or in the last vote on the standing one.
  [[nodiscard]] Verdict vote(base::SeatId seat, bool yes);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);
  /// The registrar ends an open encounter because a party can no longer take part.
  void abandon();

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] Phase phase() const { return phase_; }
  [[nodiscard]] const std::vector<base::SeatId>& parties() const { return parties_.seats(); }
  [[nodiscard]] base::SeatId mediator() const { return mediator_; }
  /// Whether this seat is to move.
  [[nodiscard]] bool awaits(base::SeatId seat) const {
    return phase_ == Phase::kText ? ending_ == Ending::kOpen && seat == mediator_ : !may_vote(seat);
  }
  /// 0, 1, ..., deadline_rounds() - 1; deadline_rounds() in the last vote.
  [[nodiscard]] std::uint32_t round() const { return round_; }
  [[nodiscard]] std::uint32_t deadline_rounds() const { return deadline_rounds_; }
  [[nodiscard]] Outcome standing_text() const { return standing_; }
  /// The text that is put to the vote; only in phases kVotes and kLastVote.
  [[nodiscard]] std::optional<Outcome> text() const { return text_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const;

  /// Whether two encounters are in the same state in every respect.
  friend bool operator==(const SingleText& a, const SingleText& b) {
    return a.agenda_size_ == b.agenda_size_ && a.parties_ == b.parties_ &&
           a.mediator_ == b.mediator_ && a.deadline_rounds_ == b.deadline_rounds_ &&
           a.round_ == b.round_ && a.phase_ == b.phase_ && a.standing_ == b.standing_ &&
           a.text_ == b.text_ && a.yes_ == b.yes_ && a.ending_ == b.ending_;
  }

 private:
  [[nodiscard]] Verdict may_vote(base::SeatId seat) const;
  void count();

  std::uint64_t agenda_size_;
  PartyList parties_;
  base::SeatId mediator_;
  std::uint32_t deadline_rounds_;
  std::uint32_t round_ = 0;
  Phase phase_ = Phase::kText;
  Outcome standing_;
  std::optional<Outcome> text_;
  std::uint32_t yes_ = 0;  ///< votes for text_
  Ending ending_ = Ending::kOpen;
};

/// A mediator's next text: `text` with one issue, drawn evenly among those with a choice, at
/// another of its levels, drawn evenly (the mutation of Klein et al. 2003). The same draws and
/// round give the same text. On an agenda without a choice it is `text` itself.
[[nodiscard]] Outcome mutated_text(const agenda::Agenda& agenda, Outcome text,
                                   const base::Draws& draws, std::uint32_t round);

/// A mediator's first text: any package, drawn evenly.
[[nodiscard]] Outcome drawn_text(const agenda::Agenda& agenda, const base::Draws& draws);

}  // namespace monazite::encounter

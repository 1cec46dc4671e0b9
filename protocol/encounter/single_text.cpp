#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/encounter/single_text.hpp>

namespace monazite::encounter {
namespace {

constexpr base::Purpose kFirst{"encounter.single_text.first"};
constexpr base::Purpose kIssue{"encounter.single_text.issue"};
constexpr base::Purpose kLevel{"encounter.single_text.level"};

base::Day day_of(std::uint32_t round) {
  return base::Day{static_cast<std::int32_t>(round)};
}

}  // namespace

SingleText::SingleText(std::uint64_t agenda_size, std::vector<base::SeatId> parties,
                       base::SeatId mediator, Outcome first_text, std::uint32_t deadline_rounds)
    : agenda_size_(agenda_size),
      parties_(std::move(parties)),
      mediator_(mediator),
      deadline_rounds_(deadline_rounds),
      standing_(first_text) {
  MONAZITE_CHECK_GE(agenda_size, 1U, "an encounter needs something to agree on");
  MONAZITE_CHECK(!parties_.position_of(mediator), "a mediator is not one of the parties");
  MONAZITE_CHECK(first_text < agenda_size, "the first text must lie on the agenda");
  MONAZITE_CHECK_GE(deadline_rounds, 1U, "an encounter needs at least one round");
}

Verdict SingleText::may_vote(base::SeatId seat) const {
  const auto position = parties_.position_of(seat);
  if (!position && seat != mediator_) return v1::Refusal::REASON_NOT_A_PARTY;
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (!position || phase_ == Phase::kText || parties_.has_moved(*position)) {
    return v1::Refusal::REASON_OUT_OF_TURN;
  }
  return std::nullopt;
}

Verdict SingleText::propose(base::SeatId mediator, Outcome text) {
  if (mediator != mediator_ && !parties_.position_of(mediator)) {
    return v1::Refusal::REASON_NOT_A_PARTY;
  }
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (mediator != mediator_ || phase_ != Phase::kText) return v1::Refusal::REASON_OUT_OF_TURN;
  if (text >= agenda_size_) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  text_ = text;
  phase_ = Phase::kVotes;
  parties_.begin_phase();
  yes_ = 0;
  return std::nullopt;
}

Verdict SingleText::vote(base::SeatId seat, bool yes) {
  if (const Verdict refused = may_vote(seat)) return refused;
  if (yes) ++yes_;
  if (parties_.note_move(*parties_.position_of(seat))) count();
  return std::nullopt;
}

void SingleText::count() {
  const bool carried = yes_ == parties_.size();
  if (phase_ == Phase::kLastVote) {
    ending_ = carried ? Ending::kAgreement : Ending::kDeadline;
    return;
  }
  if (carried) standing_ = *text_;
  yes_ = 0;
  parties_.begin_phase();
  if (++round_ == deadline_rounds_) {
    phase_ = Phase::kLastVote;
    text_ = standing_;
  } else {
    phase_ = Phase::kText;
    text_.reset();
  }
}

Verdict SingleText::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_vote(seat)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void SingleText::abandon() {
  MONAZITE_CHECK(ending_ == Ending::kOpen, "only an open encounter can be abandoned");
  ending_ = Ending::kWalkAway;
}

std::optional<Outcome> SingleText::agreement() const {
  if (ending_ != Ending::kAgreement) return std::nullopt;
  return standing_;
}

Outcome mutated_text(const agenda::Agenda& agenda, Outcome text, const base::Draws& draws,
                     std::uint32_t round) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    if (agenda.issues()[i].levels() > 1) open.push_back(i);
  }
  if (open.empty()) return text;
  const std::size_t issue = open[draws.below(open.size(), kIssue, day_of(round))];
  const std::uint32_t present = agenda.level(text, issue);
  auto level = static_cast<std::uint32_t>(
      draws.below(agenda.issues()[issue].levels() - 1, kLevel, day_of(round)));
  if (level >= present) ++level;  // any level but the present one
  return agenda.with_level(text, issue, level);
}

Outcome drawn_text(const agenda::Agenda& agenda, const base::Draws& draws) {
  return draws.below(agenda.size(), kFirst, base::Day{0});
}

}  // namespace monazite::encounter

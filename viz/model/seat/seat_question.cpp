#include <algorithm>
#include <cmath>
#include <utility>

#include <viz/model/seat/game.hpp>

namespace monazite::viz::game {
namespace {

using Kind = Decision::Kind;

constexpr std::size_t kLongestText = 2000;  ///< bytes, of statements and notes (encounter.proto)

std::uint32_t whole(double value) {
  return static_cast<std::uint32_t>(std::lround(value));
}

/// Whether each act is among those that the brief offers.
bool all_open(const Question& question, const Decision& decision) {
  return std::all_of(decision.acts.begin(), decision.acts.end(), [&](const Decision::Lever& lever) {
    return std::any_of(question.options.begin(), question.options.end(), [&](const auto& o) {
      return o.act() == lever.act && o.office() == lever.office;
    });
  });
}

}  // namespace

parties::PersonWants wants_of(const SeatOptions& options, bool trader) {
  parties::PersonWants wants;
  wants.consultation = wants.supply = wants.allocation = options.tables_by_me;
  if (trader && !options.allocations_by_trader) wants.allocation = false;
  wants.invitations = options.invitations_by_me;
  wants.acts = options.acts_by_me;
  return wants;
}

base::Result<void> Game::hand_over() {
  Decision decision;
  decision.kind = Kind::kStaffOn;
  return answer(std::move(decision));
}

base::Result<void> Game::ask_worth(const std::vector<agenda::Outcome>& outcomes) {
  const auto values = appraise(outcomes);
  if (!values) return tl::unexpected<base::Error>(values.error());
  return {};
}

base::Result<void> Game::check_packages(const std::vector<agenda::Outcome>& outcomes) const {
  if (!question_ || question_->kind != Question::Kind::kMove) {
    return base::fail(base::ErrorCode::kNotAllowed, "Packages are valued at a table only");
  }
  for (const agenda::Outcome outcome : outcomes) {
    if (!table_->agenda->contains(outcome)) {
      return base::fail(base::ErrorCode::kBadInput, "This package is not on the agenda");
    }
  }
  return {};
}

void Game::describe() {
  question_.reset();
  table_.reset();
  std::uint64_t conversation = 0;
  if (knowledge_.question) conversation = knowledge_.question->conversation();
  if (conversation == 0) {
    const auto all = conversations_of(knowledge_);
    if (!all.empty()) conversation = all.back();
  }
  if (conversation != 0) table_ = table_of(knowledge_, conversation);
  if (!knowledge_.question) return;
  const v1::Envelope& asked = *knowledge_.question;
  Question& question = question_.emplace();
  question.day = base::Day{asked.day()};
  question.options.assign(asked.brief().acts().begin(), asked.brief().acts().end());
  if (asked.brief().purpose() == v1::Brief::PURPOSE_ACTS) {
    question.kind = Question::Kind::kActs;
    return;
  }
  if (asked.brief().purpose() == v1::Brief::PURPOSE_INVITATION) {
    question.kind = Question::Kind::kInvitation;
    for (const v1::Envelope& heard : knowledge_.heard) {
      if (heard.has_consultation_request() && heard.to() == seat_) question.other = heard.from();
    }
    return;
  }
  describe_move(question);
}

void Game::describe_move(Question& question) const {
  const v1::Envelope& asked = *knowledge_.question;
  const auto& talks = scenario_->parameters.talks;
  question.conversation = asked.conversation();
  question.table = table_->table;
  question.other = table_->other;
  question.standing = table_->state.standing();
  question.rounds_made = static_cast<std::uint32_t>(table_->offers.size());
  question.rounds_left = table_->deadline_rounds > question.rounds_made
                             ? table_->deadline_rounds - question.rounds_made
                             : 0;
  if (question.table == v1::TABLE_CONSULTATION) {
    question.meeting = static_cast<std::uint32_t>(table_->meetings.size());
    question.meetings = whole(talks.suspension_after_meetings);
    std::uint32_t here = 0;
    for (const SeenOffer& offer : table_->offers) here += offer.meeting == question.meeting ? 1 : 0;
    const std::uint32_t moves = 2 * whole(talks.exchanges_per_meeting);
    question.moves_left = moves > here ? moves - here : 0;
    const double gap = (talks.meeting_gap_days_min + talks.meeting_gap_days_max) / 2;
    const std::uint32_t left =
        question.meetings > question.meeting ? question.meetings - question.meeting : 0;
    question.deadline = question.day + static_cast<int>(std::lround(gap * left));
    question.deadline_is_estimate = true;
  } else {
    question.deadline =
        table_->opened +
        static_cast<int>(std::lround(talks.offer_gap_days * (table_->deadline_rounds + 4)));
  }
}

std::optional<std::string> Game::misfit(const Decision& decision) const {
  if (!question_) return finished() ? "The history is at its end" : "Nothing is asked of you now";
  if (decision.statement.size() > kLongestText || decision.note.size() > kLongestText) {
    return "A statement or a note may have at most 2,000 bytes";
  }
  const Question::Kind kind = question_->kind;
  switch (decision.kind) {
    case Kind::kOffer:
    case Kind::kAccept:
    case Kind::kWalkAway:
      if (kind != Question::Kind::kMove) return "There is no table to make a move at";
      if (decision.kind == Kind::kOffer && !table_->agenda->contains(decision.outcome)) {
        return "This package is not on the agenda";
      }
      return std::nullopt;
    case Kind::kAgree:
    case Kind::kDecline:
      if (kind != Question::Kind::kInvitation) return "Nobody has asked for talks";
      return std::nullopt;
    case Kind::kActs:
      if (kind != Question::Kind::kActs) return "Acts are decided on at the end of a month";
      if (!all_open(*question_, decision)) return "This act is not open to that office now";
      return std::nullopt;
    case Kind::kStaffHere:
      if (kind != Question::Kind::kMove) return "There is no table to leave to the staff";
      return std::nullopt;
    case Kind::kStaff:
    case Kind::kStaffOn:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace monazite::viz::game

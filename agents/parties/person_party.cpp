#include <algorithm>
#include <array>

#include <agents/parties/acts.hpp>
#include <agents/parties/onlooker.hpp>
#include <agents/parties/person_party.hpp>
#include <agents/parties/worth.hpp>

namespace monazite::parties {
namespace {

using Kind = PersonDecision::Kind;

/// The option of a brief that a lever names, or one made of it for the registrar to judge.
v1::ActOption option_of(const v1::Brief& brief, const PersonDecision::Lever& lever) {
  for (const v1::ActOption& option : brief.acts()) {
    if (option.act() == lever.act && option.office() == lever.office) return option;
  }
  v1::ActOption option;
  option.set_act(lever.act);
  option.set_office(lever.office);
  return option;
}

}  // namespace

/// The desk on which the built-in party writes: what it sends is kept, as the person's own.
class PersonParty::StaffDesk final : public Desk {
 public:
  StaffDesk(PersonParty& owner, Desk& desk) : owner_(owner), desk_(desk) {}
  [[nodiscard]] base::Day today() const override { return desk_.today(); }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    return desk_.reply(message);
  }
  void send(v1::Envelope& envelope, int delay_days) override {
    owner_.decided_.erase(envelope.conversation());
    owner_.send(envelope, desk_, delay_days);
  }

 private:
  PersonParty& owner_;
  Desk& desk_;
};

PersonParty::PersonParty(const Chair& chair, const PartySetup& setup, std::unique_ptr<Party> staff,
                         const PersonWants& wants, PersonLog& log)
    : chair_(chair), setup_(setup), staff_(std::move(staff)), wants_(wants), log_(log) {}

PersonParty::Seat* PersonParty::seat(std::uint64_t conversation) {
  const auto found = tables_.find(conversation);
  return found == tables_.end() ? nullptr : &found->second;
}

void PersonParty::adopt(const Manner& manner) {
  setup_.manner = manner;
  staff_->adopt(manner);
}

bool PersonParty::wanted(v1::Table table) const {
  switch (table) {
    case v1::TABLE_CONSULTATION:
      return wants_.consultation;
    case v1::TABLE_SUPPLY_CONTRACT:
      return wants_.supply;
    case v1::TABLE_ALLOCATION:
      return wants_.allocation;
    default:
      return false;
  }
}

bool PersonParty::asks_person(const v1::Envelope& message) const {
  if (all_to_staff_ || !message.has_brief()) return false;
  switch (message.brief().purpose()) {
    case v1::Brief::PURPOSE_ACTS:
      return wants_.acts;
    case v1::Brief::PURPOSE_INVITATION:
      return wants_.invitations;
    case v1::Brief::PURPOSE_YOUR_MOVE: {
      const auto found = tables_.find(message.conversation());
      return found != tables_.end() && wanted(found->second.table) &&
             left_to_staff_.count(message.conversation()) == 0;
    }
    default:
      return false;
  }
}

void PersonParty::take_in(const v1::Envelope& message) {
  if (message.has_opening()) {
    tables_.erase(message.conversation());
    tables_.emplace(message.conversation(),
                    Seat{message.opening().table(), TableState(message.opening(), chair_.seat)});
  } else if (message.has_consultation_request() && message.to() == chair_.seat) {
    asker_ = message.from();
  }
  Seat* const at = seat(message.conversation());
  if (at == nullptr) return;
  if (message.has_brief()) {
    at->state.take(message.brief());
  } else if (message.has_offer() && message.from() == at->state.other()) {
    at->state.other_offered(message.offer().outcome());
  } else if (message.has_clearance() && !message.clearance().given()) {
    at->state.bar(message.clearance().outcome());
  } else if (message.has_refusal()) {
    at->state.refused(message.refusal().reason());
  } else if (message.has_closing()) {
    tables_.erase(message.conversation());
  }
}

void PersonParty::receive(const v1::Envelope& message, Desk& desk) {
  if (stopped_) {
    if (waits_ != Waits::kForAnswer || !message.has_appraisal()) return;
    log_.appraisal = message.appraisal();
    stop_here();
    return;
  }
  log_.heard.push_back(message);
  if (message.has_refusal()) {
    const auto decided = decided_.find(message.conversation());
    if (decided != decided_.end()) {
      log_.refused = PersonLog::Refused{decided->second, message.refusal().reason()};
      stop_here();
      return;
    }
  }
  take_in(message);
  if (message.has_appraisal() && waits_ != Waits::kNo) {
    Seat* const at = seat(message.conversation());
    const bool standing = waits_ == Waits::kForStanding;
    waits_ = Waits::kNo;
    if (at == nullptr) return;
    if (!standing) {
      move(log_.decisions[log_.used - 1], desk);
    } else {
      if (at->state.standing() && message.appraisal().outcomes_size() > 0) {
        at->state.learn(*at->state.standing(), total(message.appraisal().outcomes(0)));
      }
      present(desk);
    }
    return;
  }
  if (!asks_person(message)) {
    StaffDesk staff_desk(*this, desk);
    staff_->receive(message, staff_desk);
    return;
  }
  brief_ = message;
  const Seat* const at = seat(message.conversation());
  if (at != nullptr && at->state.standing()) {
    const std::uint64_t standing = *at->state.standing();
    if (!at->state.find(standing) && !at->state.learnt(standing)) {
      request({standing}, Waits::kForStanding, desk);
      return;
    }
  }
  present(desk);
}

void PersonParty::present(Desk& desk) {
  if (log_.used < log_.decisions.size()) {
    decide(log_.decisions[log_.used++], desk);
    return;
  }
  log_.question = brief_;
  stopped_ = true;
  if (!log_.ask.empty() && brief_.brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE) {
    waits_ = Waits::kForAnswer;
    v1::Envelope& envelope = desk.reply(brief_);
    envelope.set_to(base::kRegistrar);
    envelope.mutable_appraisal_request()->mutable_outcomes()->Add(log_.ask.begin(), log_.ask.end());
    desk.send(envelope);
    return;
  }
  stop_here();
}

void PersonParty::stop_here() {
  stopped_ = true;
  waits_ = Waits::kNo;
  log_.stop.store(true);
}

void PersonParty::decide(const PersonDecision& decision, Desk& desk) {
  switch (decision.kind) {
    case Kind::kOffer: {
      const Seat* const at = seat(brief_.conversation());
      if (at != nullptr && !at->state.find(decision.outcome) &&
          at->state.learnt(decision.outcome) == std::nullopt) {
        request({decision.outcome}, Waits::kForOwn, desk);
        return;
      }
      return move(decision, desk);
    }
    case Kind::kAccept:
    case Kind::kWalkAway:
      return move(decision, desk);
    case Kind::kAgree:
    case Kind::kDecline:
      return reply(decision, desk);
    case Kind::kActs:
      return act(decision, desk);
    case Kind::kStaffOn:
      all_to_staff_ = true;
      return leave_to_staff(desk);
    case Kind::kStaffHere:
      left_to_staff_.insert(brief_.conversation());
      return leave_to_staff(desk);
    case Kind::kStaff:
      return leave_to_staff(desk);
  }
}

void PersonParty::leave_to_staff(Desk& desk) {
  StaffDesk staff_desk(*this, desk);
  staff_->receive(brief_, staff_desk);
}

void PersonParty::move(const PersonDecision& decision, Desk& desk) {
  Seat* const at = seat(brief_.conversation());
  if (at == nullptr) return;
  decided_[brief_.conversation()] = log_.used - 1;
  v1::Envelope& envelope = desk.reply(brief_);
  envelope.set_to(at->state.other());
  int delay_days = 0;
  // The reason has the person's own words and no code: what decided is not ours to guess.
  if (decision.kind == Kind::kOffer) {
    envelope.mutable_offer()->set_outcome(decision.outcome);
    envelope.mutable_offer()->set_statement(decision.statement);
    envelope.mutable_offer()->mutable_reason()->set_note(decision.note);
    if (setup_.kind == PartyKind::kFirm) delay_days = setup_.manner.offer_gap_days;
  } else if (decision.kind == Kind::kAccept) {
    const auto standing = at->state.standing();
    envelope.mutable_acceptance()->set_outcome(standing.value_or(decision.outcome));
    envelope.mutable_acceptance()->set_statement(decision.statement);
    envelope.mutable_acceptance()->mutable_reason()->set_note(decision.note);
  } else {
    envelope.mutable_walk_away()->set_statement(decision.statement);
    envelope.mutable_walk_away()->mutable_reason()->set_note(decision.note);
  }
  envelope.set_from(chair_.seat);
  look_on_question(*staff_, brief_);
  look_on_answer(*staff_, envelope, desk.today());
  send(envelope, desk, delay_days);
}

void PersonParty::act(const PersonDecision& decision, Desk& desk) {
  decided_[brief_.conversation()] = log_.used - 1;
  for (const PersonDecision::Lever& lever : decision.acts) {
    const v1::ActOption option = option_of(brief_.brief(), lever);
    v1::Envelope& envelope = desk.reply(brief_);
    v1::Reason& reason = write_act(option, chair_.seat, setup_, envelope);
    reason.set_office(option.office());
    reason.set_note(decision.note);
    send(envelope, desk);
  }
  v1::Envelope& last = desk.reply(brief_);
  last.mutable_no_act();
  if (decision.acts.empty()) last.mutable_no_act()->mutable_reason()->set_note(decision.note);
  send(last, desk);
}

void PersonParty::reply(const PersonDecision& decision, Desk& desk) {
  v1::Envelope& envelope = desk.reply(brief_);
  envelope.set_to(asker_ == base::kRegistrar ? setup_.other_government : asker_);
  envelope.mutable_consultation_reply()->set_accepted(decision.kind == Kind::kAgree);
  envelope.mutable_consultation_reply()->mutable_reason()->set_note(decision.note);
  send(envelope, desk);
}

void PersonParty::request(const std::vector<std::uint64_t>& outcomes, Waits waits, Desk& desk) {
  waits_ = waits;
  v1::Envelope& envelope = desk.reply(brief_);
  envelope.set_to(base::kRegistrar);
  envelope.mutable_appraisal_request()->mutable_outcomes()->Add(outcomes.begin(), outcomes.end());
  send(envelope, desk);
}

void PersonParty::send(v1::Envelope& envelope, Desk& desk, int delay_days) {
  v1::Envelope& kept = log_.heard.emplace_back(envelope);
  kept.clear_id();
  kept.set_from(chair_.seat);
  kept.set_day(desk.today().number + std::max(0, delay_days));
  if (kept.has_offer()) {
    if (Seat* const at = seat(kept.conversation())) at->state.offered(kept.offer().outcome());
  }
  desk.send(envelope, delay_days);
}

}  // namespace monazite::parties

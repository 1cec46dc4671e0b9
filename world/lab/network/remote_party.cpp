#include <algorithm>
#include <utility>

#include <agents/parties/onlooker.hpp>
#include <world/lab/network/remote_party.hpp>
#include <world/lab/network/seat_facts.hpp>

namespace monazite::lab {
namespace {

constexpr std::uint32_t kAppraisalsOfAQuestion = 64;
constexpr std::uint32_t kRefusalsBeforeStaff = 2;
/// What a seat's line may hold before its player gets no more appraisals. Unit: bytes.
constexpr std::size_t kLongLine = std::size_t{64} * 1024 * 1024;

}  // namespace

/// Where the staff writes; notes what it says.
class RemoteParty::NotingDesk final : public parties::Desk {
 public:
  NotingDesk(parties::Desk& desk, base::SeatId seat, Matter& matter, v1::Decided* decided)
      : desk_(desk), seat_(seat), matter_(matter), decided_(decided) {}
  [[nodiscard]] base::Day today() const override { return desk_.today(); }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    return desk_.reply(message);
  }
  void send(v1::Envelope& envelope, int delay_days) override {
    if (envelope.has_appraisal_request()) matter_.staff_has_it = true;
    if (decided_ != nullptr) {
      v1::Envelope& said = *decided_->add_said();
      said = envelope;
      said.set_from(seat_);
      said.set_day(desk_.today().number + std::max(0, delay_days));
    }
    desk_.send(envelope, delay_days);
  }

 private:
  parties::Desk& desk_;
  base::SeatId seat_;
  Matter& matter_;
  v1::Decided* decided_;
};

RemoteParty::RemoteParty(base::SeatId seat, std::unique_ptr<parties::Party> staff,
                         net::SeatLine& line, RemoteRules rules)
    : seat_(seat), staff_(std::move(staff)), line_(line), rules_(std::move(rules)) {}

void RemoteParty::adopt(const parties::Manner& manner) {
  staff_->adopt(manner);
  v1::Frame frame;
  *frame.mutable_carriage() = to_message(manner);
  line_.tell(frame);
}

bool RemoteParty::wanted(const v1::Envelope& brief, const Matter& matter) const {
  const auto wants = line_.wants();
  if (!wants) return false;
  switch (brief.brief().purpose()) {
    case v1::Brief::PURPOSE_ACTS:
      return wants->acts();
    case v1::Brief::PURPOSE_INVITATION:
      return wants->invitations();
    default:
      break;
  }
  switch (matter.table) {
    case v1::TABLE_CONSULTATION:
      return wants->consultation();
    case v1::TABLE_SUPPLY_CONTRACT:
      return wants->supply();
    default:
      return wants->allocation();
  }
}

std::uint64_t RemoteParty::deliver(const v1::Envelope& message, bool asks) {
  v1::Frame frame;
  *frame.mutable_delivery()->mutable_envelope() = message;
  frame.mutable_delivery()->set_asks(asks);
  return asks ? line_.tell_question(frame) : line_.tell(frame);
}

void RemoteParty::tell(v1::Decided& decided) {
  v1::Frame frame;
  frame.mutable_decided()->Swap(&decided);
  line_.tell(frame);
}

void RemoteParty::note(v1::SeatEvent::Kind kind, const Matter& matter, parties::Desk& desk) const {
  v1::SeatEvent event;
  event.set_kind(kind);
  event.set_seat(seat_);
  event.set_day(desk.today().number);
  event.set_question(matter.brief.id());
  event.set_then(rules_.silent_when_absent ? v1::SeatEvent::THEN_NOTHING
                                           : v1::SeatEvent::THEN_STAFF);
  desk.note(event);
}

void RemoteParty::receive(const v1::Envelope& message, parties::Desk& desk) {
  Matter& matter = matters_[message.conversation()];
  if (message.has_opening()) {
    matter = Matter();
    matter.table = message.opening().table();
  }
  if (message.has_refusal() && matter.table != v1::TABLE_UNSPECIFIED) {
    ++matter.refusals;
    matter.refused = true;
  }
  // Values that were asked for without an open question at their table are news.
  const bool news = message.has_appraisal() && !matter.staff_has_it &&
                    (matter.brief.id() == 0 || matter.staff_knows);
  if (news || !parties::asks_for_decision(message)) {
    (void)deliver(message, false);
    NotingDesk noting(desk, seat_, matter, nullptr);
    staff_->receive(message, noting);
    if (message.has_closing()) matters_.erase(message.conversation());
    return;
  }
  if (message.has_brief()) {
    if (!std::exchange(matter.refused, false)) matter.refusals = 0;
    // The one before was never answered: the staff has yet to hear what it said.
    if (matter.brief.id() != 0 && !matter.staff_knows) {
      parties::look_on_question(*staff_, matter.brief);
    }
    matter.brief = message;
    matter.staff_knows = matter.staff_has_it = false;
    matter.appraisals = 0;
  }
  const bool often_refused = message.has_brief() && matter.refusals >= kRefusalsBeforeStaff;
  if (!matter.staff_has_it && wanted(matter.brief, matter) && !often_refused) {
    return ask_player(message, matter, desk);
  }
  if (often_refused) {
    note(v1::SeatEvent::KIND_REFUSED, matter, desk);
    matter.refusals = 0;
  }
  v1::Decided decided;
  decided.set_turn(deliver(message, false));
  if (often_refused && rules_.silent_when_absent) {
    decided.set_by(v1::Decided::BY_NOBODY);
  } else {
    ask_staff(matter, message, desk, decided);
  }
  tell(decided);
}

void RemoteParty::ask_player(const v1::Envelope& message, Matter& matter, parties::Desk& desk) {
  const std::uint64_t turn = deliver(message, true);
  net::SeatLine::Turn result = line_.wait_for_answer(turn, rules_.patience, rules_.stop);
  v1::Decided decided;
  decided.set_turn(turn);
  switch (result.how) {
    case net::SeatLine::Turn::How::kAnswered:
      if (result.answer.leave_to_staff() || asks_too_much(result.answer, matter)) {
        ask_staff(matter, matter.brief, desk, decided);
      } else {
        say_for_player(message, result.answer, matter, desk, decided);
      }
      break;
    case net::SeatLine::Turn::How::kStopped:
      return;  // the history ends with this day
    case net::SeatLine::Turn::How::kLate:
    case net::SeatLine::Turn::How::kAbsent:
      note(result.how == net::SeatLine::Turn::How::kLate ? v1::SeatEvent::KIND_LATE
                                                         : v1::SeatEvent::KIND_ABSENT,
           matter, desk);
      if (rules_.silent_when_absent) {
        decided.set_by(v1::Decided::BY_NOBODY);
      } else {
        ask_staff(matter, matter.brief, desk, decided);
      }
      break;
  }
  tell(decided);
}

bool RemoteParty::asks_too_much(const v1::Answer& answer, Matter& matter) const {
  const bool asks = std::any_of(answer.posts().begin(), answer.posts().end(), [](const auto& post) {
    return post.envelope().has_appraisal_request();
  });
  if (!asks) return false;
  return ++matter.appraisals > kAppraisalsOfAQuestion || line_.bytes() > kLongLine;
}

void RemoteParty::say_for_player(const v1::Envelope& message, const v1::Answer& answer,
                                 Matter& matter, parties::Desk& desk, v1::Decided& decided) {
  decided.set_by(v1::Decided::BY_CLIENT);
  bool asked_for_values = false;
  for (const v1::Answer::Post& post : answer.posts()) {
    asked_for_values = asked_for_values || post.envelope().has_appraisal_request();
  }
  // With values on their way the question is still open.
  if (!asked_for_values) {
    parties::look_on_question(*staff_, matter.brief);
    matter.staff_knows = true;
  }
  for (const v1::Answer::Post& post : answer.posts()) {
    v1::Envelope& envelope = desk.reply(message);
    envelope = post.envelope();
    envelope.clear_id();
    envelope.set_from(seat_);
    envelope.set_in_reply_to(matter.brief.id());
    envelope.clear_day();
    v1::Envelope& said = *decided.add_said();
    said = envelope;
    said.set_day(desk.today().number + static_cast<std::int32_t>(post.delay_days()));
    parties::look_on_answer(*staff_, said, desk.today());
    desk.send(envelope, static_cast<int>(post.delay_days()));
  }
}

void RemoteParty::ask_staff(Matter& matter, const v1::Envelope& message, parties::Desk& desk,
                            v1::Decided& decided) {
  decided.set_by(v1::Decided::BY_STAFF);
  matter.staff_knows = true;
  NotingDesk noting(desk, seat_, matter, &decided);
  staff_->receive(message, noting);
}

}  // namespace monazite::lab

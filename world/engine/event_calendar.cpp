#include <world/engine/event_calendar.hpp>

namespace monazite::engine {
namespace {

using scenarios::Event;

void post(Stage& stage, const Event& event) {
  if (event.kind == Event::Kind::kAct) {
    // A reported decision: sent in the seat's name, with the scenario as its reason.
    v1::Envelope& envelope = stage.post.draft();
    const base::SeatId seat = stage.seat(event.seat.c_str());
    envelope.set_from(seat);
    v1::Reason* reason = nullptr;
    if (event.act == v1::ACT_ASK_CONSULTATION) {
      const base::SeatId india = stage.seat("india");
      envelope.set_to(seat == india ? stage.seat("japan") : india);
      envelope.mutable_consultation_request()->set_office(event.office);
      reason = envelope.mutable_consultation_request()->mutable_reason();
    } else if (event.act == v1::ACT_NOTIFY_HALF || event.act == v1::ACT_NOTIFY_STOP ||
               event.act == v1::ACT_NOTIFY_LIFT) {
      envelope.set_to(base::kRegistrar);
      v1::PolicyAnnouncement& announcement = *envelope.mutable_policy_announcement();
      announcement.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
      announcement.set_act(event.act);
      announcement.set_office(event.office);
      announcement.set_source(event.source);
      reason = announcement.mutable_reason();
    } else {
      envelope.set_to(stage.seat("irel"));
      envelope.mutable_directive()->set_office(event.office);
      envelope.mutable_directive()->set_act(event.act);
      reason = envelope.mutable_directive()->mutable_reason();
    }
    reason->set_code(v1::REASON_CODE_SCRIPTED);
    reason->set_office(event.office);
    stage.post_today(envelope, bus::Priority::kWorld);
    return;
  }
  v1::Envelope& envelope = stage.from_registrar(base::kPublic);
  if (event.kind == Event::Kind::kPress) {
    v1::PressReport& report = *envelope.mutable_press_report();
    report.set_topic(event.act == v1::ACT_REQUEST_HOLD_BACK
                         ? v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK
                         : v1::PressReport::TOPIC_SCENARIO);
    report.set_credibility(event.credibility);
    report.set_office(event.office);
    report.set_headline(event.text);
    report.set_source(event.source);
    if (!event.seat.empty()) report.set_leaked_by(stage.seat(event.seat.c_str()));
  } else {
    v1::PolicyAnnouncement& announcement = *envelope.mutable_policy_announcement();
    announcement.set_kind(event.kind == Event::Kind::kSummit ? v1::PolicyAnnouncement::KIND_SUMMIT
                          : event.kind == Event::Kind::kPlants
                              ? v1::PolicyAnnouncement::KIND_PLANT_DATE
                              : v1::PolicyAnnouncement::KIND_CYCLONE);
    announcement.set_until_day(event.kind == Event::Kind::kPlants ? event.until.number
                                                                  : event.day.number);
    announcement.set_source(event.source);
  }
  stage.post_today(envelope, bus::Priority::kWorld);
}

}  // namespace

void EventCalendar::post_due(Stage& stage) {
  const auto& events = stage.scenario.events;
  const int notice_days = static_cast<int>(stage.scenario.parameters.talks.summit_notice_days);
  for (; next_summit_ < events.size(); ++next_summit_) {
    const Event& event = events[next_summit_];
    if (event.day > stage.today + notice_days) break;
    if (event.kind == Event::Kind::kSummit && event.day > stage.today &&
        announced_.insert(event.day.number).second) {
      post(stage, event);
    }
  }
  for (; next_ < events.size() && events[next_].day <= stage.today; ++next_) {
    const Event& event = events[next_];
    if (event.kind == Event::Kind::kSummit) stage.politics.summit();
    if (event.kind == Event::Kind::kPlants) stage.economy.announce_plants(event.until);
    if (event.kind == Event::Kind::kOutput) mine_output_factor_ *= event.factor;
    post(stage, event);
  }
}

void EventCalendar::replaced(const Stage& stage) {
  const auto& events = stage.scenario.events;
  next_ = 0;
  while (next_ < events.size() && events[next_].day < stage.today) ++next_;
  next_summit_ = next_;
}

double EventCalendar::take_mine_output_factor() {
  const double factor = mine_output_factor_;
  mine_output_factor_ = 1;
  return factor;
}

}  // namespace monazite::engine

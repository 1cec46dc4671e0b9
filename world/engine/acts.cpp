#include <algorithm>
#include <cmath>

#include <world/engine/acts.hpp>

namespace monazite::engine {
namespace {

constexpr base::Purpose kRequestLeaks{"engine.acts.request_leaks"};
/// What a seat gets appraised on one day; beyond it, the registrar has other things to do.
constexpr std::size_t kRequestsADay = 256;
constexpr std::size_t kPackagesADay = 200'000;

/// Parameters of whole days and months are read as such.
int whole_number(double number) {
  return static_cast<int>(std::lround(number));
}

}  // namespace

bool Acts::take(const v1::Envelope& envelope) {
  if (envelope.has_directive()) return directive(envelope);
  if (envelope.has_policy_announcement() && envelope.from() != base::kRegistrar) {
    return notification(envelope);
  }
  if (envelope.has_stock_release()) {
    const v1::StockRelease& release = envelope.stock_release();
    if (!owns_lever(release.office(), v1::ACT_RELEASE_STOCK) ||
        envelope.from() != stage_.seat("japan") || !(release.ndpr_t() > 0)) {
      stage_.refuse(envelope, v1::Refusal::REASON_NOT_YOUR_LEVER);
      return false;
    }
    // Nobody sells what is not there, nor announces it.
    const double stock = stage_.economy.state().state_stock_ndpr_t;
    if (release.ndpr_t() > stock + 1e-6) {
      stage_.refuse(envelope, v1::Refusal::REASON_MALFORMED);
      return false;
    }
    state_release_t_ += std::min(release.ndpr_t(), stock);
    return true;
  }
  if (envelope.has_consultation_reply() && envelope.from() != invited_) {
    stage_.refuse(envelope, v1::Refusal::REASON_OUT_OF_TURN);
    return false;
  }
  if (!has_time_for(envelope)) {
    // The tables ask again who has still to move.
    if (envelope.has_appraisal_request()) {
      tables_.refuse(envelope, v1::Refusal::REASON_OUT_OF_TURN);
    } else {
      stage_.refuse(envelope, v1::Refusal::REASON_OUT_OF_TURN);
    }
    return false;
  }
  if (envelope.has_consultation_request()) {
    const bool government =
        envelope.from() == stage_.seat("india") || envelope.from() == stage_.seat("japan");
    if (!owns_lever(envelope.consultation_request().office(),
                    government ? v1::ACT_ASK_CONSULTATION : v1::ACT_ASK_RENEGOTIATION)) {
      stage_.refuse(envelope, v1::Refusal::REASON_NOT_YOUR_LEVER);
      return false;
    }
  }
  return true;
}

bool Acts::has_time_for(const v1::Envelope& envelope) {
  if (!stage_.is_seat(envelope.from()) || envelope.in_reply_to() == 0) return true;
  if (day_ != stage_.today) {
    day_ = stage_.today;
    attention_.clear();
  }
  Attention& given = attention_[envelope.from()];
  if (envelope.has_consultation_request()) return ++given.invitations == 1;
  if (envelope.has_press_report()) {
    return given.leaks.insert(envelope.press_report().office()).second;
  }
  if (envelope.has_appraisal_request()) {
    given.packages += static_cast<std::size_t>(envelope.appraisal_request().outcomes_size());
    return ++given.requests <= kRequestsADay && given.packages <= kPackagesADay;
  }
  return true;
}

bool Acts::directive(const v1::Envelope& envelope) {
  const v1::Directive& directive = envelope.directive();
  const bool copy =
      envelope.from() == stage_.seat("irel") || envelope.from() == stage_.seat("toyotsu");
  if (copy || envelope.from() == base::kRegistrar)
    return true;  // news of a directive, already applied
  if (envelope.from() != stage_.seat("india") || !owns_lever(directive.office(), directive.act())) {
    stage_.refuse(envelope, v1::Refusal::REASON_NOT_YOUR_LEVER);
    return false;
  }
  if (directive.act() == v1::ACT_REQUEST_HOLD_BACK) {
    const bool reported = directive.reason().code() == v1::REASON_CODE_SCRIPTED;
    const bool leaks = !reported && stage_.draws.uniform(kRequestLeaks, stage_.today) <
                                        stage_.scenario.parameters.politics.leak_probability;
    stage_.politics.request();
    if (leaks) {
      press(v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK, levers().leak_credibility, envelope.from(),
            directive.office(), whole_number(levers().request_press_days));
    }
  } else {
    order(directive.act(), levers().direction_delay_days, envelope.id());
  }
  return true;
}

bool Acts::notification(const v1::Envelope& envelope) {
  const v1::PolicyAnnouncement& announcement = envelope.policy_announcement();
  if (envelope.from() != stage_.seat("india") ||
      announcement.kind() != v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION ||
      !owns_lever(announcement.office(), announcement.act())) {
    stage_.refuse(envelope, v1::Refusal::REASON_NOT_YOUR_LEVER);
    return false;
  }
  order(announcement.act(), levers().notification_delay_days, envelope.id());
  stage_.politics.notification();
  return true;
}

void Acts::order(v1::Act act, double delay_days, std::uint64_t message_id) {
  stage_.flow.give(act, stage_.today, stage_.today + whole_number(delay_days), message_id);
}

void Acts::follow_up(const v1::Envelope& envelope) {
  if (envelope.has_directive() && envelope.from() == stage_.seat("india")) {
    if (envelope.directive().act() != v1::ACT_REQUEST_HOLD_BACK) tell_of_directive(envelope);
  } else if (envelope.has_policy_announcement() && envelope.from() == stage_.seat("india")) {
    // A notification is published: everybody hears of it from the gazette.
    v1::Envelope& news = stage_.from_registrar(base::kPublic, 0, envelope.id());
    *news.mutable_policy_announcement() = envelope.policy_announcement();
    news.mutable_policy_announcement()->clear_reason();
    stage_.post_today(news, bus::Priority::kAct);
  } else if (envelope.has_press_report()) {
    const v1::PressReport& report = envelope.press_report();
    if (report.topic() == v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK && !report.source().empty()) {
      stage_.politics.request_published();
    } else if (report.topic() == v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK ||
               report.topic() == v1::PressReport::TOPIC_LEAKED_POSITION) {
      stage_.politics.leak();
    }
  } else if (envelope.has_consultation_request()) {
    invite(envelope);
  } else if (envelope.has_consultation_reply()) {
    invited_ = base::kRegistrar;  // each invitation is answered once
    if (envelope.consultation_reply().accepted()) tables_.open_consultation(asker_, last_request_);
  } else if (envelope.has_appraisal_request()) {
    SeatHost& host = stage_.host(envelope.from());
    v1::Envelope& answer =
        stage_.from_registrar(envelope.from(), envelope.conversation(), envelope.id());
    v1::Appraisal& appraisal = *answer.mutable_appraisal();
    host.mandate->prepare(stage_.today);
    for (const std::uint64_t outcome : envelope.appraisal_request().outcomes()) {
      *appraisal.add_outcomes() = host.mandate->worth(envelope.conversation(), outcome);
    }
    *appraisal.mutable_reservation() = host.mandate->reservation_worth(envelope.conversation());
    stage_.post_today(answer, bus::Priority::kTable);
  }
}

void Acts::tell_of_directive(const v1::Envelope& envelope) {
  const v1::Directive& directive = envelope.directive();
  // News of a decision, not an answer to it: it names no message, so a replay does not send it
  // twice.
  const auto copy = [&](const char* from, const char* to, int delay) {
    v1::Envelope& news = stage_.post.draft();
    news.set_from(stage_.seat(from));
    news.set_to(stage_.seat(to));
    *news.mutable_directive() = directive;
    news.mutable_directive()->clear_reason();
    stage_.post.post(news, stage_.today + delay, bus::Priority::kAct);
  };
  copy("irel", "toyotsu", 0);
  copy("toyotsu", "japan", directive.published() ? 0 : whole_number(levers().direction_seen_days));
}

void Acts::press(v1::PressReport::Topic topic, double credibility, base::SeatId from_side,
                 v1::Office office, int delay_days) {
  v1::Envelope& envelope = stage_.from_registrar(base::kPublic);
  v1::PressReport& report = *envelope.mutable_press_report();
  report.set_topic(topic);
  report.set_credibility(credibility);
  report.set_leaked_by(from_side);
  report.set_office(office);
  stage_.post.post(envelope, stage_.today + delay_days, bus::Priority::kAct);
}

void Acts::invite(const v1::Envelope& request) {
  const bool between_governments =
      request.to() == stage_.seat("india") || request.to() == stage_.seat("japan");
  if (!between_governments) {
    if (!tables_.supply_open() && base::months_between(last_supply_request_, stage_.today) >=
                                      whole_number(levers().renegotiation_months)) {
      last_supply_request_ = stage_.today;
      tables_.open_supply();
    }
    return;
  }
  if (tables_.consultation_open() || tables_.consultation_suspended() ||
      stage_.scenario.consultation_conduct == v1::CONDUCT_NONE) {
    return;
  }
  last_request_ = request.id();
  asker_ = request.from();
  invited_ = request.to();
  SeatHost& host = stage_.host(request.to());
  v1::Envelope& envelope = stage_.from_registrar(request.to(), 0, request.id());
  v1::Brief& brief = *envelope.mutable_brief();
  brief.set_purpose(v1::Brief::PURPOSE_INVITATION);
  host.mandate->prepare(stage_.today);
  host.mandate->brief_acts(brief);
  stage_.post_today(envelope, bus::Priority::kAct);
}

double Acts::take_state_release() {
  const double release_t = state_release_t_;
  state_release_t_ = 0;
  return release_t;
}

}  // namespace monazite::engine

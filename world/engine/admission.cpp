#include <algorithm>
#include <cmath>
#include <string>

#include <protocol/bus/visibility.hpp>
#include <world/engine/admission.hpp>
#include <world/engine/levers.hpp>

namespace monazite::engine {
namespace {

constexpr int kAppraisedPackages = 10'000;

using Reason = v1::Refusal::Reason;
using Verdict = std::optional<Reason>;

const std::string& statement_of(const v1::Envelope& envelope) {
  static const std::string kNone;
  switch (envelope.body_case()) {
    case v1::Envelope::kOffer:
      return envelope.offer().statement();
    case v1::Envelope::kAcceptance:
      return envelope.acceptance().statement();
    case v1::Envelope::kWalkAway:
      return envelope.walk_away().statement();
    case v1::Envelope::kStatement:
      return envelope.statement().text();
    default:
      return kNone;
  }
}

Verdict wrong_address(const Stage& stage, const Tables& tables, const v1::Envelope& envelope) {
  if (envelope.to() >= stage.roster.size() ||
      (envelope.to() == base::kPublic && !bus::can_be_public(envelope.body_case()))) {
    return v1::Refusal::REASON_MALFORMED;
  }
  // What a seat asks of its own mandate, and that it does nothing, is nobody else's to hear.
  if ((envelope.has_appraisal_request() || envelope.has_no_act()) &&
      envelope.to() != base::kRegistrar) {
    return v1::Refusal::REASON_MALFORMED;
  }
  if (!is_table_move(envelope)) return std::nullopt;
  const Session* const session = tables.session(envelope.conversation());
  if (session == nullptr) return std::nullopt;  // told by the tables' desk
  const auto& parties = session->parties;
  if (std::find(parties.begin(), parties.end(), envelope.from()) == parties.end()) {
    return v1::Refusal::REASON_NOT_A_PARTY;
  }
  if (envelope.to() != session->other(envelope.from())) return v1::Refusal::REASON_MALFORMED;
  return std::nullopt;
}

/// The office in whose name a seat speaks; OFFICE_NONE for a firm, or none in particular.
v1::Office office_of(const v1::Envelope& envelope) {
  switch (envelope.body_case()) {
    case v1::Envelope::kDirective:
      return envelope.directive().office();
    case v1::Envelope::kPolicyAnnouncement:
      return envelope.policy_announcement().office();
    case v1::Envelope::kStockRelease:
      return envelope.stock_release().office();
    case v1::Envelope::kPressReport:
      return envelope.press_report().office();
    case v1::Envelope::kConsultationRequest:
      return envelope.consultation_request().office();
    default:
      return v1::OFFICE_NONE;
  }
}

Verdict wrong_office(const Stage& stage, const v1::Envelope& envelope) {
  const v1::Office office = office_of(envelope);
  if (office == v1::OFFICE_NONE) return std::nullopt;
  const auto& offices = stage.scenario.offices;
  const bool at_home =
      std::any_of(offices.begin(), offices.end(), [&](const mandates::OfficeSetup& known) {
        return known.office == office &&
               envelope.from() ==
                   stage.seat(known.side == mandates::Side::kIndia ? "india" : "japan");
      });
  if (!at_home) return v1::Refusal::REASON_NOT_YOUR_LEVER;
  return std::nullopt;
}

/// Directions go to the company they direct, notifications into the gazette: no act of the one kind
/// comes in the other's dress, and neither brings a reported fact.
Verdict wrong_lever(const Stage& stage, const v1::Envelope& envelope) {
  if (envelope.has_directive()) {
    const v1::Act act = envelope.directive().act();
    if (envelope.from() != stage.seat("india") || act < v1::ACT_REQUEST_HOLD_BACK ||
        act > v1::ACT_DIRECT_FEED_STOP) {
      return v1::Refusal::REASON_NOT_YOUR_LEVER;
    }
    if (envelope.to() != stage.seat("irel")) return v1::Refusal::REASON_MALFORMED;
  }
  if (envelope.has_policy_announcement()) {
    const v1::PolicyAnnouncement& announcement = envelope.policy_announcement();
    if (announcement.act() < v1::ACT_NOTIFY_HALF || announcement.act() > v1::ACT_NOTIFY_LIFT) {
      return v1::Refusal::REASON_NOT_YOUR_LEVER;
    }
    if (announcement.level() != 0 || announcement.until_day() != 0 ||
        !announcement.source().empty()) {
      return v1::Refusal::REASON_MALFORMED;
    }
  }
  return std::nullopt;
}

/// Governments ask each other for talks, the partners of the supply contract each other to reopen
/// it.
Verdict wrong_invitation(const Stage& stage, const v1::Envelope& envelope) {
  if (!envelope.has_consultation_request()) return std::nullopt;
  const auto between = [&](const char* one, const char* other) {
    const base::SeatId a = stage.seat(one);
    const base::SeatId b = stage.seat(other);
    return (envelope.from() == a && envelope.to() == b) ||
           (envelope.from() == b && envelope.to() == a);
  };
  if (between("india", "japan") || between("irel", "toyotsu")) return std::nullopt;
  return v1::Refusal::REASON_NOT_YOUR_LEVER;
}

bool wrong_words(const v1::Envelope& envelope) {
  if (statement_of(envelope).size() > kLongestText) return true;
  const v1::Reason* const reason = bus::reason_of(envelope);
  return reason != nullptr &&
         (reason->note().size() > kLongestText || reason->code() == v1::REASON_CODE_SCRIPTED ||
          !std::isfinite(reason->a()) || !std::isfinite(reason->b()));
}

/// A seat leaks what it stands for itself; what the papers report otherwise is not its to write.
Verdict wrong_press(const v1::Envelope& envelope) {
  const v1::PressReport& report = envelope.press_report();
  if (report.topic() != v1::PressReport::TOPIC_LEAKED_POSITION || !report.source().empty() ||
      !(report.credibility() >= 0 && report.credibility() <= 1) ||
      report.headline().size() > kLongestText) {
    return v1::Refusal::REASON_MALFORMED;
  }
  if (report.leaked_by() != envelope.from() || !owns_lever(report.office(), v1::ACT_LEAK)) {
    return v1::Refusal::REASON_NOT_YOUR_LEVER;
  }
  return std::nullopt;
}

Verdict wrong_question(const Tables& tables, const v1::Envelope& envelope) {
  const v1::AppraisalRequest& request = envelope.appraisal_request();
  const Session* const session = tables.session(envelope.conversation());
  if (session == nullptr) return v1::Refusal::REASON_UNKNOWN_CONVERSATION;
  const auto& parties = session->parties;
  if (std::find(parties.begin(), parties.end(), envelope.from()) == parties.end()) {
    return v1::Refusal::REASON_NOT_A_PARTY;
  }
  if (request.outcomes_size() > kAppraisedPackages) {
    return v1::Refusal::REASON_MALFORMED;
  }
  for (const std::uint64_t outcome : request.outcomes()) {
    if (outcome >= session->agenda->size()) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  }
  return std::nullopt;
}

}  // namespace

Verdict inadmissible(const Stage& stage, const Tables& tables, const v1::Envelope& envelope) {
  if (envelope.in_reply_to() == 0) return std::nullopt;  // the world's own
  // Votes and demands belong to rules of encounter that none of the tables here has.
  if (envelope.has_ballot() || envelope.has_demand() || !bus::seat_may_send(envelope.body_case())) {
    return v1::Refusal::REASON_MALFORMED;
  }
  if (const Verdict verdict = wrong_address(stage, tables, envelope)) return verdict;
  if (wrong_words(envelope)) return v1::Refusal::REASON_MALFORMED;
  if (const Verdict verdict = wrong_lever(stage, envelope)) return verdict;
  if (const Verdict verdict = wrong_invitation(stage, envelope)) return verdict;
  if (const Verdict verdict = wrong_office(stage, envelope)) return verdict;
  if (envelope.has_press_report()) return wrong_press(envelope);
  if (envelope.has_appraisal_request()) return wrong_question(tables, envelope);
  return std::nullopt;
}

}  // namespace monazite::engine

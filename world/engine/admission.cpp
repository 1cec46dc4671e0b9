#include <algorithm>
#include <string>

#include <protocol/bus/visibility.hpp>
#include <world/engine/admission.hpp>
#include <world/engine/levers.hpp>

namespace monazite::engine {
namespace {

constexpr int kAppraisedPackages = 10'000;
constexpr int kAppraisedActs = 32;

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

bool is_table_move(const v1::Envelope& envelope) {
  return envelope.has_offer() || envelope.has_acceptance() || envelope.has_walk_away();
}

Verdict wrong_address(const Tables& tables, const v1::Envelope& envelope) {
  if (envelope.to() == base::kPublic && !bus::can_be_public(envelope.body_case())) {
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
  if (request.outcomes_size() > kAppraisedPackages || request.acts_size() > kAppraisedActs) {
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
  if (const Verdict verdict = wrong_address(tables, envelope)) return verdict;
  const v1::Reason* const reason = bus::reason_of(envelope);
  if (statement_of(envelope).size() > kLongestText ||
      (reason != nullptr &&
       (reason->note().size() > kLongestText || reason->code() == v1::REASON_CODE_SCRIPTED))) {
    return v1::Refusal::REASON_MALFORMED;
  }
  if (envelope.has_press_report()) return wrong_press(envelope);
  if (envelope.has_appraisal_request()) return wrong_question(tables, envelope);
  if (envelope.has_directive() && envelope.from() != stage.seat("india")) {
    return v1::Refusal::REASON_NOT_YOUR_LEVER;
  }
  return std::nullopt;
}

}  // namespace monazite::engine

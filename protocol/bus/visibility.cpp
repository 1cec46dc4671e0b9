#include <protocol/base/check.hpp>
#include <protocol/bus/visibility.hpp>

namespace monazite::bus {
namespace {

template <class Body>
const v1::Reason* reason_in(const Body& body) {
  return body.has_reason() ? &body.reason() : nullptr;
}

void clear_reason(v1::Envelope& envelope) {
  switch (envelope.body_case()) {
    case v1::Envelope::kConsultationRequest:
      return envelope.mutable_consultation_request()->clear_reason();
    case v1::Envelope::kConsultationReply:
      return envelope.mutable_consultation_reply()->clear_reason();
    case v1::Envelope::kOffer:
      return envelope.mutable_offer()->clear_reason();
    case v1::Envelope::kAcceptance:
      return envelope.mutable_acceptance()->clear_reason();
    case v1::Envelope::kWalkAway:
      return envelope.mutable_walk_away()->clear_reason();
    case v1::Envelope::kBallot:
      return envelope.mutable_ballot()->clear_reason();
    case v1::Envelope::kDemand:
      return envelope.mutable_demand()->clear_reason();
    case v1::Envelope::kClearance:
      return envelope.mutable_clearance()->clear_reason();
    case v1::Envelope::kDirective:
      return envelope.mutable_directive()->clear_reason();
    case v1::Envelope::kStockRelease:
      return envelope.mutable_stock_release()->clear_reason();
    case v1::Envelope::kPolicyAnnouncement:
      return envelope.mutable_policy_announcement()->clear_reason();
    case v1::Envelope::kNoAct:
      return envelope.mutable_no_act()->clear_reason();
    case v1::Envelope::kPressReport:
      return envelope.mutable_press_report()->clear_reason();
    default:
      return;
  }
}

void clear_private(v1::Envelope& envelope) {
  clear_reason(envelope);
  if (envelope.has_clearance()) envelope.mutable_clearance()->clear_votes();
}

/// Whether the private parts of this message are the receiver's to read.
bool confides_in(const v1::Envelope& envelope, base::SeatId receiver) {
  if (receiver == base::kRecorder || receiver == envelope.from()) return true;
  return envelope.has_clearance() && envelope.clearance().side() == receiver;
}

bool has_private(const v1::Envelope& envelope) {
  return reason_of(envelope) != nullptr ||
         (envelope.has_clearance() && envelope.clearance().votes_size() > 0);
}

}  // namespace

bool can_be_public(v1::Envelope::BodyCase kind) {
  switch (kind) {
    case v1::Envelope::kConsultationRequest:
    case v1::Envelope::kConsultationReply:
    case v1::Envelope::kAgreement:
    case v1::Envelope::kClosing:
    case v1::Envelope::kDirective:
    case v1::Envelope::kShipment:
    case v1::Envelope::kStockRelease:
    case v1::Envelope::kPolicyAnnouncement:
    case v1::Envelope::kClauseStatus:
    case v1::Envelope::kPressReport:
    case v1::Envelope::kStatement:
      return true;
    default:
      return false;
  }
}

bool seat_may_send(v1::Envelope::BodyCase kind) {
  switch (kind) {
    case v1::Envelope::kAppraisalRequest:
    case v1::Envelope::kConsultationRequest:
    case v1::Envelope::kConsultationReply:
    case v1::Envelope::kOffer:
    case v1::Envelope::kAcceptance:
    case v1::Envelope::kWalkAway:
    case v1::Envelope::kBallot:
    case v1::Envelope::kDemand:
    case v1::Envelope::kDirective:
    case v1::Envelope::kStockRelease:
    case v1::Envelope::kPolicyAnnouncement:
    case v1::Envelope::kNoAct:
    case v1::Envelope::kPressReport:
    case v1::Envelope::kStatement:
      return true;
    default:
      return false;
  }
}

bool may_receive(const v1::Envelope& envelope, base::SeatId receiver) {
  if (receiver == base::kRecorder) return true;
  if (envelope.to() == base::kPublic && !can_be_public(envelope.body_case())) {
    return receiver != base::kPublic && receiver == envelope.from();
  }
  return envelope.to() == base::kPublic || envelope.to() == receiver || envelope.from() == receiver;
}

const v1::Reason* reason_of(const v1::Envelope& envelope) {
  switch (envelope.body_case()) {
    case v1::Envelope::kConsultationRequest:
      return reason_in(envelope.consultation_request());
    case v1::Envelope::kConsultationReply:
      return reason_in(envelope.consultation_reply());
    case v1::Envelope::kOffer:
      return reason_in(envelope.offer());
    case v1::Envelope::kAcceptance:
      return reason_in(envelope.acceptance());
    case v1::Envelope::kWalkAway:
      return reason_in(envelope.walk_away());
    case v1::Envelope::kBallot:
      return reason_in(envelope.ballot());
    case v1::Envelope::kDemand:
      return reason_in(envelope.demand());
    case v1::Envelope::kClearance:
      return reason_in(envelope.clearance());
    case v1::Envelope::kDirective:
      return reason_in(envelope.directive());
    case v1::Envelope::kStockRelease:
      return reason_in(envelope.stock_release());
    case v1::Envelope::kPolicyAnnouncement:
      return reason_in(envelope.policy_announcement());
    case v1::Envelope::kNoAct:
      return reason_in(envelope.no_act());
    case v1::Envelope::kPressReport:
      return reason_in(envelope.press_report());
    default:
      return nullptr;
  }
}

bool carries_private(const v1::Envelope& envelope, base::SeatId receiver) {
  return has_private(envelope) && !confides_in(envelope, receiver);
}

void strip_private(const v1::Envelope& in, base::SeatId receiver, v1::Envelope& out) {
  MONAZITE_CHECK(&in != &out, "a stripped copy is another envelope; see strip_private_in_place");
  out = in;
  if (!confides_in(in, receiver)) clear_private(out);
}

void strip_private_in_place(v1::Envelope& envelope) {
  if (!confides_in(envelope, envelope.to())) clear_private(envelope);
}

}  // namespace monazite::bus

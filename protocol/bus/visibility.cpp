#include <protocol/bus/visibility.hpp>

namespace monazite::bus {
namespace {

void clear_reason(v1::Envelope& envelope) {
  switch (envelope.body_case()) {
    case v1::Envelope::kOffer:
      envelope.mutable_offer()->clear_reason();
      break;
    case v1::Envelope::kAcceptance:
      envelope.mutable_acceptance()->clear_reason();
      break;
    case v1::Envelope::kWalkAway:
      envelope.mutable_walk_away()->clear_reason();
      break;
    case v1::Envelope::kConsultationRequest:
      envelope.mutable_consultation_request()->clear_reason();
      break;
    case v1::Envelope::kConsultationReply:
      envelope.mutable_consultation_reply()->clear_reason();
      break;
    case v1::Envelope::kDirective:
      envelope.mutable_directive()->clear_reason();
      break;
    case v1::Envelope::kStockRelease:
      envelope.mutable_stock_release()->clear_reason();
      break;
    case v1::Envelope::kPolicyAnnouncement:
      envelope.mutable_policy_announcement()->clear_reason();
      break;
    case v1::Envelope::kNoAct:
      envelope.mutable_no_act()->clear_reason();
      break;
    case v1::Envelope::kClearance:
      envelope.mutable_clearance()->clear_reason();
      break;
    default:
      break;
  }
}

bool has_reason(const v1::Envelope& envelope) {
  switch (envelope.body_case()) {
    case v1::Envelope::kOffer:
      return envelope.offer().has_reason();
    case v1::Envelope::kAcceptance:
      return envelope.acceptance().has_reason();
    case v1::Envelope::kWalkAway:
      return envelope.walk_away().has_reason();
    case v1::Envelope::kConsultationRequest:
      return envelope.consultation_request().has_reason();
    case v1::Envelope::kConsultationReply:
      return envelope.consultation_reply().has_reason();
    case v1::Envelope::kDirective:
      return envelope.directive().has_reason();
    case v1::Envelope::kStockRelease:
      return envelope.stock_release().has_reason();
    case v1::Envelope::kPolicyAnnouncement:
      return envelope.policy_announcement().has_reason();
    case v1::Envelope::kNoAct:
      return envelope.no_act().has_reason();
    case v1::Envelope::kClearance:
      // The votes go to the seat whose home voted, with the registrar as sender.
      return envelope.clearance().has_reason();
    default:
      return false;
  }
}

bool own(const v1::Envelope& envelope, base::SeatId receiver) {
  return envelope.from() == receiver ||
         (envelope.has_clearance() && envelope.clearance().side() == receiver);
}

}  // namespace

bool carries_private(const v1::Envelope& envelope, base::SeatId receiver) {
  if (own(envelope, receiver)) return false;
  return has_reason(envelope) || (envelope.has_clearance() && envelope.clearance().votes_size() > 0);
}

void strip_private(const v1::Envelope& in, base::SeatId receiver, v1::Envelope& out) {
  out = in;
  if (own(in, receiver)) return;
  clear_reason(out);
  if (out.has_clearance()) out.mutable_clearance()->clear_votes();
}

}  // namespace monazite::bus

#include <algorithm>
#include <limits>
#include <utility>

#include <google/protobuf/message_lite.h>

#include <protocol/base/check.hpp>
#include <protocol/bus/post_office.hpp>

namespace monazite::bus {
namespace {

/// With so many envelopes free, one of another kind is used rather than a new one made.
constexpr std::size_t kSpare = 64;

template <auto kMutable>
google::protobuf::MessageLite* mutable_body(v1::Envelope& envelope) {
  return (envelope.*kMutable)();
}

/// Every kind of body and how to get at it. Protobuf's reflection knows the same, ten times slower.
struct KindOfBody {
  v1::Envelope::BodyCase kind;
  google::protobuf::MessageLite* (*mutable_body)(v1::Envelope&);
};
constexpr KindOfBody kBodies[] = {
    {v1::Envelope::kObservation, mutable_body<&v1::Envelope::mutable_observation>},
    {v1::Envelope::kBrief, mutable_body<&v1::Envelope::mutable_brief>},
    {v1::Envelope::kAppraisal, mutable_body<&v1::Envelope::mutable_appraisal>},
    {v1::Envelope::kRefusal, mutable_body<&v1::Envelope::mutable_refusal>},
    {v1::Envelope::kAppraisalRequest, mutable_body<&v1::Envelope::mutable_appraisal_request>},
    {v1::Envelope::kConsultationRequest, mutable_body<&v1::Envelope::mutable_consultation_request>},
    {v1::Envelope::kConsultationReply, mutable_body<&v1::Envelope::mutable_consultation_reply>},
    {v1::Envelope::kOpening, mutable_body<&v1::Envelope::mutable_opening>},
    {v1::Envelope::kOffer, mutable_body<&v1::Envelope::mutable_offer>},
    {v1::Envelope::kAcceptance, mutable_body<&v1::Envelope::mutable_acceptance>},
    {v1::Envelope::kWalkAway, mutable_body<&v1::Envelope::mutable_walk_away>},
    {v1::Envelope::kAgreement, mutable_body<&v1::Envelope::mutable_agreement>},
    {v1::Envelope::kClearanceRequest, mutable_body<&v1::Envelope::mutable_clearance_request>},
    {v1::Envelope::kClearance, mutable_body<&v1::Envelope::mutable_clearance>},
    {v1::Envelope::kClosing, mutable_body<&v1::Envelope::mutable_closing>},
    {v1::Envelope::kBallot, mutable_body<&v1::Envelope::mutable_ballot>},
    {v1::Envelope::kDemand, mutable_body<&v1::Envelope::mutable_demand>},
    {v1::Envelope::kDirective, mutable_body<&v1::Envelope::mutable_directive>},
    {v1::Envelope::kContract, mutable_body<&v1::Envelope::mutable_contract>},
    {v1::Envelope::kShipment, mutable_body<&v1::Envelope::mutable_shipment>},
    {v1::Envelope::kPayment, mutable_body<&v1::Envelope::mutable_payment>},
    {v1::Envelope::kStockRelease, mutable_body<&v1::Envelope::mutable_stock_release>},
    {v1::Envelope::kPolicyAnnouncement, mutable_body<&v1::Envelope::mutable_policy_announcement>},
    {v1::Envelope::kClauseStatus, mutable_body<&v1::Envelope::mutable_clause_status>},
    {v1::Envelope::kNoAct, mutable_body<&v1::Envelope::mutable_no_act>},
    {v1::Envelope::kPressReport, mutable_body<&v1::Envelope::mutable_press_report>},
    {v1::Envelope::kStatement, mutable_body<&v1::Envelope::mutable_statement>},
};

}  // namespace

PostOffice::PostOffice() : kinds_(1), today_{std::numeric_limits<std::int32_t>::min()} {
  for (const KindOfBody& body : kBodies) {
    const auto number = static_cast<std::size_t>(body.kind);
    if (number >= kinds_.size()) kinds_.resize(number + 1);
    kinds_[number].mutable_body = body.mutable_body;
  }
}

PostOffice::~PostOffice() = default;

void PostOffice::add_listener(Listener listener) {
  listeners_.push_back(std::move(listener));
}

void PostOffice::set_before_receipt(Hook hook) {
  before_receipt_ = std::move(hook);
}

v1::Envelope* PostOffice::take_free(std::size_t kind) {
  std::vector<v1::Envelope*>& free = kinds_[kind].free;
  if (free.empty()) return nullptr;
  v1::Envelope* envelope = free.back();
  free.pop_back();
  --free_;
  return envelope;
}

v1::Envelope& PostOffice::draft() {
  v1::Envelope* envelope = take_free(0);
  // Large bodies have low numbers: they are the last to be given up.
  for (std::size_t kind = kinds_.size(); envelope == nullptr && free_ > 0 && kind-- > 1;) {
    envelope = take_free(kind);
  }
  if (envelope == nullptr) {
    owned_.push_back(std::make_unique<v1::Envelope>());
    return *owned_.back();
  }
  envelope->clear_body();
  return *envelope;
}

v1::Envelope& PostOffice::draft(v1::Envelope::BodyCase kind) {
  const auto number = static_cast<std::size_t>(kind);
  MONAZITE_CHECK(number == 0 || (number < kinds_.size() && kinds_[number].mutable_body != nullptr),
                 "a draft can only have a body that envelopes have");
  if (v1::Envelope* envelope = take_free(number)) return *envelope;
  v1::Envelope* envelope = take_free(0);
  if (envelope == nullptr && free_ < kSpare) {
    owned_.push_back(std::make_unique<v1::Envelope>());
    envelope = owned_.back().get();
  }
  if (envelope == nullptr) envelope = &draft();
  if (number != 0) kinds_[number].mutable_body(*envelope);
  return *envelope;
}

bool PostOffice::is_drafted(const v1::Envelope& envelope) const {
  const auto is_it = [&](const v1::Envelope* other) { return other == &envelope; };
  const auto has_it = [&](const Kind& kind) {
    return std::any_of(kind.free.begin(), kind.free.end(), is_it);
  };
  return std::any_of(owned_.begin(), owned_.end(),
                     [&](const auto& owned) { return is_it(owned.get()); }) &&
         std::none_of(kinds_.begin(), kinds_.end(), has_it) &&
         std::none_of(queue_.begin(), queue_.end(),
                      [&](const Entry& entry) { return is_it(entry.envelope); });
}

bool PostOffice::later(const Entry& a, const Entry& b) {
  if (a.day != b.day) return a.day > b.day;
  if (a.priority != b.priority) return a.priority > b.priority;
  return a.sequence > b.sequence;
}

void PostOffice::post(v1::Envelope& draft, base::Day day, Priority priority) {
  MONAZITE_DEV_CHECK(is_drafted(draft), "an envelope is drafted once and posted or dropped once");
  MONAZITE_CHECK_GE(day.number, today_.number, "nothing can be posted into the past");
  queue_.push_back({day.number, priority, ++sequence_, &draft});
  std::push_heap(queue_.begin(), queue_.end(), later);
}

void PostOffice::drop(v1::Envelope& draft) {
  MONAZITE_DEV_CHECK(is_drafted(draft), "an envelope is drafted once and posted or dropped once");
  draft.clear_id();
  draft.clear_day();
  draft.clear_from();
  draft.clear_to();
  draft.clear_conversation();
  draft.clear_in_reply_to();
  const auto kind = static_cast<std::size_t>(draft.body_case());
  if (kind != 0) kinds_[kind].mutable_body(draft)->Clear();
  kinds_[kind].free.push_back(&draft);
  ++free_;
}

bool PostOffice::deliver_next(base::Day today,
                              const std::function<void(const v1::Envelope&)>& receive) {
  MONAZITE_CHECK(!delivering_, "a message is received before the next one is delivered");
  MONAZITE_CHECK_GE(today.number, today_.number, "the calendar does not go back");
  today_ = today;
  if (queue_.empty() || queue_.front().day > today.number) return false;
  std::pop_heap(queue_.begin(), queue_.end(), later);
  v1::Envelope& envelope = *queue_.back().envelope;
  queue_.pop_back();
  delivering_ = true;
  envelope.set_id(++delivered_);
  envelope.set_day(today.number);
  for (const Listener& listener : listeners_) listener(envelope);
  if (before_receipt_) before_receipt_(envelope);
  receive(envelope);
  delivering_ = false;
  drop(envelope);
  return true;
}

base::Day PostOffice::next_due() const {
  MONAZITE_CHECK(!queue_.empty(), "somebody must have posted something");
  return base::Day{queue_.front().day};
}

}  // namespace monazite::bus

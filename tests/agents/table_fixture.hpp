#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <protocol/messages/envelope.pb.h>
#include <tests/agents/test_desk.hpp>

namespace monazite::tests {

/// Messages of one encounter as a registrar would send them to one of its parties: a small agenda
/// of which every package is in the sample.
class TableFixture {
 public:
  TableFixture(base::SeatId seat, base::SeatId other, std::vector<std::uint32_t> levels,
               std::uint32_t deadline_rounds = 100, std::uint64_t conversation = 7)
      : seat_(seat),
        other_(other),
        levels_(std::move(levels)),
        deadline_rounds_(deadline_rounds),
        conversation_(conversation) {
    size_ = 1;
    for (const std::uint32_t count : levels_) size_ *= count;
    value.resize(size_, 0.0F);
    believed_other.resize(size_, 0.0F);
    clearable.assign(size_, '\1');
  }

  // What the next brief says.
  std::vector<float> value;
  std::vector<float> believed_other;
  std::string clearable;
  double reservation = 0;
  double urgency = 0;
  std::vector<std::uint64_t> barred;

  [[nodiscard]] std::uint64_t size() const { return size_; }

  [[nodiscard]] v1::Envelope opening(std::optional<std::uint64_t> sample_size = {}) {
    v1::Envelope envelope = message(base::kRegistrar);
    v1::Opening& opening = *envelope.mutable_opening();
    opening.set_table(v1::TABLE_CONSULTATION);
    opening.add_parties(seat_);
    opening.add_parties(other_);
    for (const std::uint32_t count : levels_) {
      v1::Issue& issue = *opening.mutable_agenda()->add_issues();
      for (std::uint32_t level = 0; level < count; ++level) issue.add_values(level);
    }
    opening.set_deadline_rounds(deadline_rounds_);
    sample_size_ = sample_size.value_or(size_);
    for (std::uint64_t outcome = 0; outcome < sample_size_; ++outcome) opening.add_sample(outcome);
    return envelope;
  }

  /// All fields, with `ideas` beyond the sample valued as the arrays say.
  [[nodiscard]] v1::Envelope brief(v1::Brief::Purpose purpose = v1::Brief::PURPOSE_YOUR_MOVE,
                                   const std::vector<std::uint64_t>& ideas = {}) {
    v1::Envelope envelope = scalars(purpose);
    v1::Brief& brief = *envelope.mutable_brief();
    for (std::uint64_t outcome = 0; outcome < sample_size_; ++outcome) add(brief, outcome);
    for (const std::uint64_t outcome : ideas) {
      add(brief, outcome);
      brief.add_ideas(outcome);
    }
    return envelope;
  }

  [[nodiscard]] v1::Envelope brief_of_additions(const std::vector<std::uint64_t>& ideas) {
    v1::Envelope envelope = scalars(v1::Brief::PURPOSE_YOUR_MOVE);
    v1::Brief& brief = *envelope.mutable_brief();
    brief.set_only_additions(true);
    for (const std::uint64_t outcome : ideas) {
      add(brief, outcome);
      brief.add_ideas(outcome);
    }
    return envelope;
  }

  [[nodiscard]] v1::Envelope offer(std::uint64_t outcome) {
    v1::Envelope envelope = message(other_);
    envelope.mutable_offer()->set_outcome(outcome);
    return envelope;
  }

  [[nodiscard]] v1::Envelope refused_at_home(std::uint64_t outcome) {
    v1::Envelope envelope = message(base::kRegistrar);
    envelope.mutable_clearance()->set_outcome(outcome);
    envelope.mutable_clearance()->set_given(false);
    return envelope;
  }

  [[nodiscard]] v1::Envelope refusal(v1::Refusal::Reason reason) {
    v1::Envelope envelope = message(base::kRegistrar);
    envelope.mutable_refusal()->set_reason(reason);
    return envelope;
  }

  /// The mandate's answer to the request `request_id`.
  [[nodiscard]] v1::Envelope appraisal(std::uint64_t request_id, double value_musd) {
    v1::Envelope envelope = message(base::kRegistrar);
    envelope.set_in_reply_to(request_id);
    v1::Worth& worth = *envelope.mutable_appraisal()->add_outcomes();
    worth.set_material(value_musd - 3);
    worth.set_audience(1);
    worth.set_relationship(2);
    return envelope;
  }

  [[nodiscard]] v1::Envelope message(base::SeatId from) {
    v1::Envelope envelope;
    envelope.set_id(++last_id_);
    envelope.set_from(from);
    envelope.set_to(seat_);
    envelope.set_conversation(conversation_);
    return envelope;
  }
  /// Id that the next message will have.
  [[nodiscard]] std::uint64_t next_id() const { return last_id_ + 1; }

 private:
  v1::Envelope scalars(v1::Brief::Purpose purpose) {
    v1::Envelope envelope = message(base::kRegistrar);
    v1::Brief& brief = *envelope.mutable_brief();
    brief.set_purpose(purpose);
    brief.set_reservation_musd(reservation);
    brief.set_urgency(urgency);
    for (const std::uint64_t outcome : barred) brief.add_barred(outcome);
    return envelope;
  }

  void add(v1::Brief& brief, std::uint64_t outcome) const {
    brief.add_value_musd(value[outcome]);
    brief.add_believed_other_musd(believed_other[outcome]);
    brief.mutable_clearable()->push_back(clearable[outcome]);
  }

  base::SeatId seat_;
  base::SeatId other_;
  std::vector<std::uint32_t> levels_;
  std::uint32_t deadline_rounds_;
  std::uint64_t conversation_;
  std::uint64_t size_ = 0;
  std::uint64_t sample_size_ = 0;
  std::uint64_t last_id_ = 0;
};

}  // namespace monazite::tests

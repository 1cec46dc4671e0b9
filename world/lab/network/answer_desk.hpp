#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include <agents/parties/party.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/session.pb.h>

namespace monazite::lab {

/// Gathers what a party at another host says in a turn.
///
///   v1::Answer answer;
///   AnswerDesk desk(today, seat, answer);  // `answer` must outlive it
///   party.receive(question, desk);
class AnswerDesk final : public parties::Desk {
 public:
  AnswerDesk(base::Day today, base::SeatId seat, v1::Answer& answer)
      : today_(today), seat_(seat), answer_(answer) {}
  [[nodiscard]] base::Day today() const override { return today_; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    drafts_.push_back(std::make_unique<v1::Envelope>());
    v1::Envelope& envelope = *drafts_.back();
    envelope.set_from(seat_);
    parties::address_reply(envelope, message);
    return envelope;
  }
  void send(v1::Envelope& envelope, int delay_days) override {
    v1::Answer::Post& post = *answer_.add_posts();
    *post.mutable_envelope() = envelope;
    post.set_delay_days(static_cast<std::uint32_t>(std::max(0, delay_days)));
  }

 private:
  base::Day today_;
  base::SeatId seat_;
  v1::Answer& answer_;
  std::vector<std::unique_ptr<v1::Envelope>> drafts_;
};

}  // namespace monazite::lab

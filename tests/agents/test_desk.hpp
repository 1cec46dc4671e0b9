#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include <agents/parties/party.hpp>
#include <tests/support/catch.hpp>

namespace monazite::tests {

/// A desk that keeps what is sent on it. Checks the contract of Desk: each draft is sent exactly
/// once.
class TestDesk final : public parties::Desk {
 public:
  struct Sent {
    v1::Envelope envelope;
    int delay_days = 0;
  };

  explicit TestDesk(base::SeatId seat, base::Day today = base::Day{20000})
      : seat_(seat), today_(today) {}

  [[nodiscard]] base::Day today() const override { return today_; }
  void set_today(base::Day today) { today_ = today; }

  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    v1::Envelope& draft = drafts_.emplace_back();
    draft.set_from(seat_);
    draft.set_to(message.from());
    draft.set_conversation(message.conversation());
    draft.set_in_reply_to(message.id());
    unsent_.push_back(&draft);
    return draft;
  }

  void send(v1::Envelope& envelope, int delay_days) override {
    const auto place = std::find(unsent_.begin(), unsent_.end(), &envelope);
    REQUIRE(place != unsent_.end());
    REQUIRE(delay_days >= 0);
    unsent_.erase(place);
    sent_.push_back({envelope, delay_days});
  }

  /// What was sent since the last call; nothing may be left undone.
  std::vector<Sent> take() {
    REQUIRE(unsent_.empty());
    std::vector<Sent> sent;
    sent.swap(sent_);
    drafts_.clear();
    return sent;
  }

 private:
  base::SeatId seat_;
  base::Day today_;
  std::deque<v1::Envelope> drafts_;
  std::vector<v1::Envelope*> unsent_;
  std::vector<Sent> sent_;
};

/// Hands the message over and gives back what the party sent in answer.
inline std::vector<TestDesk::Sent> tell(parties::Party& party, TestDesk& desk,
                                        const v1::Envelope& message) {
  party.receive(message, desk);
  return desk.take();
}

}  // namespace monazite::tests

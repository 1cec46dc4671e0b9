#include <algorithm>
#include <deque>

#include <agents/parties/override_party.hpp>

namespace monazite::parties {
namespace {

/// A desk whose drafts are kept apart until they are sent, so that some can be dropped.
class FilteringDesk final : public Desk {
 public:
  FilteringDesk(Desk& desk, const v1::Envelope& message, const std::vector<std::uint64_t>& dropped)
      : desk_(desk), message_(message), dropped_(dropped) {}

  [[nodiscard]] base::Day today() const override { return desk_.today(); }

  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    v1::Envelope& draft = drafts_.emplace_back();
    draft.set_to(message.from());
    draft.set_conversation(message.conversation());
    draft.set_in_reply_to(message.id());
    return draft;
  }

  void send(v1::Envelope& envelope, int delay_days) override {
    if (std::find(dropped_.begin(), dropped_.end(), envelope.in_reply_to()) != dropped_.end())
      return;
    v1::Envelope& real = desk_.reply(message_);
    const base::SeatId from = real.from();
    real = envelope;
    real.set_from(from);
    desk_.send(real, delay_days);
  }

 private:
  Desk& desk_;
  const v1::Envelope& message_;
  const std::vector<std::uint64_t>& dropped_;
  std::deque<v1::Envelope> drafts_;
};

bool is_move(const v1::Envelope& envelope) {
  return envelope.has_offer() || envelope.has_acceptance() || envelope.has_walk_away();
}

}  // namespace

OverrideParty::OverrideParty(const Chair& chair, std::unique_ptr<Party> inner,
                             std::vector<Override> overrides)
    : own_(chair.seat), inner_(std::move(inner)), overrides_(std::move(overrides)) {}

void OverrideParty::receive(const v1::Envelope& message, Desk& desk) {
  if (message.has_opening() && message.opening().parties_size() == 2) {
    const bool first = message.opening().parties(0) == own_;
    others_.emplace_back(message.conversation(), message.opening().parties(first ? 1 : 0));
  }
  const auto hit = std::find_if(overrides_.begin(), overrides_.end(), [&](const Override& o) {
    if (o.in_reply_to != 0) return o.in_reply_to == message.id();
    return message.has_brief() && message.brief().purpose() == o.purpose && desk.today() >= o.day;
  });
  if (hit != overrides_.end()) replaced_.push_back(message.id());
  FilteringDesk filter(desk, message, replaced_);
  inner_->receive(message, filter);
  if (hit == overrides_.end()) return;
  answer(*hit, message, desk);
  overrides_.erase(hit);
}

void OverrideParty::answer(const Override& instead, const v1::Envelope& message, Desk& desk) {
  for (const v1::Envelope& given : instead.answers) {
    v1::Envelope& envelope = desk.reply(message);
    const base::SeatId from = envelope.from();
    envelope = given;
    envelope.clear_id();
    envelope.clear_day();
    envelope.set_from(from);
    envelope.set_conversation(message.conversation());
    envelope.set_in_reply_to(message.id());
    if (given.to() == base::kRegistrar && is_move(given)) {
      for (const auto& [conversation, other] : others_) {
        if (conversation == message.conversation()) envelope.set_to(other);
      }
    }
    desk.send(envelope);
  }
  const bool closed = !instead.answers.empty() && instead.answers.back().has_no_act();
  if (message.has_brief() && message.brief().purpose() == v1::Brief::PURPOSE_ACTS && !closed) {
    v1::Envelope& last = desk.reply(message);
    last.mutable_no_act();
    desk.send(last);
  }
}

}  // namespace monazite::parties

#include <algorithm>
#include <deque>
#include <utility>

#include <agents/parties/override_party.hpp>

namespace monazite::parties {
namespace {

/// The office whose act a message is; OFFICE_NONE for a firm's, and for what is no act.
v1::Office office_of(const v1::Envelope& e) {
  if (e.has_directive()) return e.directive().office();
  if (e.has_policy_announcement()) return e.policy_announcement().office();
  if (e.has_press_report()) return e.press_report().office();
  if (e.has_stock_release()) return e.stock_release().office();
  if (e.has_consultation_request()) return e.consultation_request().office();
  return v1::OFFICE_NONE;
}

/// A desk whose drafts are kept apart until they are sent, so that some can be dropped.
class FilteringDesk final : public Desk {
 public:
  /// `offices`: whose acts in answer to `message` are dropped.
  FilteringDesk(Desk& desk, const v1::Envelope& message, const std::vector<std::uint64_t>& dropped,
                std::vector<v1::Office> offices)
      : desk_(desk), message_(message), dropped_(dropped), offices_(std::move(offices)) {}

  [[nodiscard]] base::Day today() const override { return desk_.today(); }

  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    v1::Envelope& draft = drafts_.emplace_back();
    address_reply(draft, message);
    return draft;
  }

  void send(v1::Envelope& envelope, int delay_days) override {
    if (std::find(dropped_.begin(), dropped_.end(), envelope.in_reply_to()) != dropped_.end())
      return;
    if (!offices_.empty() && envelope.in_reply_to() == message_.id()) {
      if (envelope.has_no_act()) {  // comes last, after what is done instead
        closing_ = envelope;
        return;
      }
      if (std::find(offices_.begin(), offices_.end(), office_of(envelope)) != offices_.end())
        return;
    }
    pass_on(envelope, delay_days);
  }

  /// Sends the NoAct that was held back, if there was one.
  void close() {
    if (closing_) pass_on(*closing_, 0);
  }

 private:
  void pass_on(const v1::Envelope& envelope, int delay_days) {
    v1::Envelope& real = desk_.reply(message_);
    const base::SeatId from = real.from();
    real = envelope;
    real.set_from(from);
    desk_.send(real, delay_days);
  }

  Desk& desk_;
  const v1::Envelope& message_;
  const std::vector<std::uint64_t>& dropped_;
  std::vector<v1::Office> offices_;
  std::optional<v1::Envelope> closing_;
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
  const std::vector<Override> due = take_due(message, desk.today());
  std::vector<v1::Office> offices;
  for (const Override& instead : due) {
    if (instead.office) {
      offices.push_back(*instead.office);
    } else {
      replaced_.push_back(message.id());
    }
  }
  FilteringDesk filter(desk, message, replaced_, std::move(offices));
  inner_->receive(message, filter);
  for (const Override& instead : due) answer(instead, message, desk);
  filter.close();
}

std::vector<Override> OverrideParty::take_due(const v1::Envelope& message, base::Day today) {
  std::vector<Override> due;
  for (auto at = overrides_.begin(); at != overrides_.end();) {
    const bool named = at->in_reply_to != 0;
    const bool hit =
        named ? at->in_reply_to == message.id()
              : message.has_brief() && message.brief().purpose() == at->purpose && today >= at->day;
    // The whole answer is replaced once; offices can be replaced side by side.
    const bool fits = due.empty() || (at->office && due.front().office);
    if (!hit || !fits) {
      ++at;
      continue;
    }
    due.push_back(std::move(*at));
    at = overrides_.erase(at);
  }
  return due;
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
    desk.send(envelope, instead.delay_days);
  }
  if (instead.office) return;  // the party inside says that it is done
  const bool closed = !instead.answers.empty() && instead.answers.back().has_no_act();
  if (message.has_brief() && message.brief().purpose() == v1::Brief::PURPOSE_ACTS && !closed) {
    v1::Envelope& last = desk.reply(message);
    last.mutable_no_act();
    desk.send(last);
  }
}

}  // namespace monazite::parties

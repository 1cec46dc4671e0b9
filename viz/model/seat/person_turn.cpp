#include <algorithm>
#include <memory>

#include <agents/parties/onlooker.hpp>
#include <viz/model/seat/person_turn.hpp>

namespace monazite::viz::game {
namespace {

/// The staff sits at the host.
class NoStaff final : public parties::Party {
 public:
  void receive(const v1::Envelope&, parties::Desk&) override {}
};

/// Gathers what is sent.
class PostDesk final : public parties::Desk {
 public:
  PostDesk(base::Day today, base::SeatId seat) : today_(today), seat_(seat) {}
  [[nodiscard]] base::Day today() const override { return today_; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    drafts_.push_back(std::make_unique<v1::Envelope>());
    v1::Envelope& envelope = *drafts_.back();
    envelope.set_from(seat_);
    envelope.set_to(message.from());
    envelope.set_conversation(message.conversation());
    envelope.set_in_reply_to(message.id());
    return envelope;
  }
  void send(v1::Envelope& envelope, int delay_days) override {
    v1::Answer::Post& post = posts.emplace_back();
    *post.mutable_envelope() = envelope;
    post.set_delay_days(static_cast<std::uint32_t>(std::max(0, delay_days)));
  }

  std::vector<v1::Answer::Post> posts;

 private:
  base::Day today_;
  base::SeatId seat_;
  std::vector<std::unique_ptr<v1::Envelope>> drafts_;
};

/// Whether the turn can depend on a message: one of the same encounter, or who asks for talks.
bool matters(const v1::Envelope& message, const v1::Envelope& brief) {
  if (message.has_consultation_request()) return true;
  return brief.conversation() != 0 && message.conversation() == brief.conversation();
}

}  // namespace

TurnStep play_turn(const parties::Chair& chair, const parties::PartySetup& setup,
                   const std::vector<v1::Envelope>& heard, std::size_t brief,
                   const std::vector<v1::Envelope>& appraisals,
                   const std::optional<parties::PersonDecision>& decision) {
  parties::PersonWants wants;
  wants.acts = true;  // what was not wanted was not asked
  parties::PersonLog log;
  if (decision) log.decisions = {*decision};
  parties::PersonParty party(chair, setup, std::make_unique<NoStaff>(), wants, log);
  const v1::Envelope& question = heard[brief];
  for (std::size_t i = 0; i < brief; ++i) {
    const v1::Envelope& message = heard[i];
    if (message.from() == chair.seat || !matters(message, question)) continue;
    if (message.has_brief()) {
      parties::look_on_question(party, message);
    } else {
      parties::SilentDesk desk(base::Day{message.day()});
      party.receive(message, desk);
    }
  }
  PostDesk desk(base::Day{question.day()}, chair.seat);
  party.receive(question, desk);
  for (const v1::Envelope& appraisal : appraisals) {
    desk.posts.clear();
    party.receive(appraisal, desk);
  }
  return {std::move(desk.posts), log.question.has_value()};
}

}  // namespace monazite::viz::game

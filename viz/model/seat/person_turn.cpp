#include <memory>

#include <agents/parties/onlooker.hpp>
#include <viz/model/seat/person_turn.hpp>
#include <world/lab/network/answer_desk.hpp>

namespace monazite::viz::game {
namespace {

/// The staff sits at the host.
class NoStaff final : public parties::Party {
 public:
  void receive(const v1::Envelope&, parties::Desk&) override {}
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
  TurnStep step;
  lab::AnswerDesk desk(base::Day{question.day()}, chair.seat, step.answer);
  party.receive(question, desk);
  for (const v1::Envelope& appraisal : appraisals) {
    step.answer.clear_posts();
    party.receive(appraisal, desk);
  }
  step.asks = log.question.has_value();
  return step;
}

}  // namespace monazite::viz::game

#include <protocol/base/check.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

Stage::Stage(const scenarios::Scenario& scenario_in, const base::Roster& roster_in,
             const base::Draws& draws_in)
    : scenario(scenario_in),
      roster(roster_in),
      draws(draws_in),
      economy(scenario_in.parameters, scenario_in.makers, scenario_in.regime_path,
              scenario_in.first_day, draws_in,
              {*roster_in.find("india"), *roster_in.find("japan"), *roster_in.find("irel"),
               *roster_in.find("toyotsu")}),
      arrangements(scenario_in),
      politics(scenario_in.parameters) {}

base::SeatId Stage::seat(const char* name) const {
  const auto found = roster.find(name);
  MONAZITE_CHECK(found.has_value(), "the scenario must have the seat that the engine asks for");
  return *found;
}

int Stage::maker_of(base::SeatId seat) const {
  for (std::size_t i = 0; i < scenario.makers.size(); ++i) {
    if (scenario.makers[i].seat == seat) return static_cast<int>(i);
  }
  return -1;
}

v1::Envelope& Stage::from_registrar(base::SeatId to, std::uint64_t conversation,
                                    std::uint64_t in_reply_to) {
  v1::Envelope& envelope = from_registrar(v1::Envelope::BODY_NOT_SET, to, conversation);
  envelope.set_in_reply_to(in_reply_to);
  return envelope;
}

v1::Envelope& Stage::from_registrar(v1::Envelope::BodyCase kind, base::SeatId to,
                                    std::uint64_t conversation) {
  const bool any = kind == v1::Envelope::BODY_NOT_SET;
  v1::Envelope& envelope = any ? post.draft() : post.draft(kind);
  envelope.set_from(base::kRegistrar);
  envelope.set_to(to);
  envelope.set_conversation(conversation);
  return envelope;
}

void Stage::refuse(const v1::Envelope& message, v1::Refusal::Reason reason) {
  v1::Envelope& envelope = from_registrar(message.from(), message.conversation(), message.id());
  envelope.mutable_refusal()->set_reason(reason);
  envelope.mutable_refusal()->set_refused_id(message.id());
  post_today(envelope, bus::Priority::kTable);
}

}  // namespace monazite::engine

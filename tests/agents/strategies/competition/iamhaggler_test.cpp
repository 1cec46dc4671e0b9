#include <agents/strategies/competition/iamhaggler.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::iamhaggler;

TEST_CASE(
    "IAMhaggler meets a steady side where it foresees it at the end, and never asks for more "
    "again") {
  AgentDesk agent(iamhaggler());
  monazite::agenda::Outcome last = agent.propose(0);
  CHECK(last == 100);
  for (std::uint32_t round = 0; round < 99; ++round) {
    agent.hear(round, static_cast<monazite::agenda::Outcome>(80 * agent.time(round)));
    const auto next = agent.propose(round + 1);
    CHECK(next <= last);
    last = next;
  }
  CHECK(last >= 74);
  CHECK(last <= 82);
}

TEST_CASE("IAMhaggler meets earlier where time costs something") {
  using monazite::preferences::Discount;
  AgentDesk free(iamhaggler());
  AgentDesk costly(iamhaggler(), 100, 0, {Discount::Kind::kPerTime, 0.2, true});
  for (std::uint32_t round = 0; round < 60; ++round) {
    const auto offer = static_cast<monazite::agenda::Outcome>(80 * free.time(round));
    free.hear(round, offer);
    costly.hear(round, offer);
    free.propose(round + 1);
    costly.propose(round + 1);
  }
  CHECK(costly.propose(61) < free.propose(61));
}

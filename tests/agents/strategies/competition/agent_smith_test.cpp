#include <agents/strategies/competition/agent_smith.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::agent_smith;

TEST_CASE("Agent Smith comes slowly down to its floor and then proposes the best offer received") {
  AgentDesk agent(agent_smith());
  CHECK(agent.propose(0) == 100);
  agent.hear(0, 40);
  agent.hear(1, 25);
  for (const std::uint32_t round : {20U, 50U, 80U}) {
    CHECK(agent.propose(round) == from_level(1 - 0.3 * agent.time(round) / (160.0 / 180)));
  }
  CHECK(agent.propose(95) == 40);
}

TEST_CASE("Agent Smith accepts 0.9 at once, its next offer's worth, and late the best there is") {
  AgentDesk agent(agent_smith());
  CHECK(agent.accepts(0, 90));
  CHECK_FALSE(agent.accepts(1, 89));
  CHECK(agent.accepts(2, 80, 80));
  CHECK_FALSE(agent.accepts(95, 80));
  CHECK(agent.accepts(96, 90));
}

TEST_CASE("Agent Smith does not propose an offer worse than no deal") {
  AgentDesk agent(agent_smith(), 100, 0.5);
  agent.hear(0, 40);
  CHECK(agent.propose(95) >= 50);
}

#include <agents/strategies/competition/nozomi.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::nozomi;

TEST_CASE("Nozomi gives way as much as the other side has, within its limits") {
  AgentDesk agent(nozomi());
  CHECK(agent.propose(0) == 100);
  agent.hear(0, 10);
  CHECK(agent.propose(20) == 100);
  agent.hear(20, 30);
  CHECK(agent.propose(21) == 95);
  CHECK(agent.propose(60) == 85);
  CHECK(agent.propose(85) == 80);
  // In the last tenth the gap to 0.3 closes, but not under 0.65.
  CHECK(agent.propose(99) == 65);
}

TEST_CASE("Nozomi accepts what reaches its demand or beats its own last offer") {
  AgentDesk agent(nozomi());
  agent.propose(0);
  agent.hear(0, 10);
  CHECK_FALSE(agent.accepts(1, 94));
  CHECK(agent.accepts(2, 95));
}

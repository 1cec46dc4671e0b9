#include <agents/strategies/competition/fsega.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::fsega;

TEST_CASE("FSEGA gives little in its first two phases and much in the third") {
  AgentDesk agent(fsega());
  CHECK(agent.propose(0) == 100);
  CHECK(agent.propose(42) == from_level(1 - 0.1 * agent.time(42) / 0.85));
  CHECK(agent.propose(84) >= 90);
  CHECK(agent.propose(94) >= 80);
  CHECK(agent.propose(99) < 62);
  CHECK(agent.propose(99) >= 50);
}

TEST_CASE("FSEGA accepts what times 1.03 is worth its own last offer, and its best package") {
  AgentDesk agent(fsega());
  CHECK(agent.accepts(0, 100));
  CHECK_FALSE(agent.accepts(1, 98, 99));
  agent.propose(1);
  CHECK(agent.accepts(2, 98, 100));
  CHECK_FALSE(agent.accepts(3, 96, 100));
}

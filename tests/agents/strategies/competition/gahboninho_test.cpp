#include <agents/strategies/competition/gahboninho.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::gahboninho;

TEST_CASE("Gahboninho comes down to 0.9 while it probes") {
  AgentDesk agent(gahboninho());
  CHECK(agent.propose(0) == 100);
  CHECK(agent.propose(5) == 95);
  CHECK(agent.propose(9) == from_level(0.91));
}

TEST_CASE("Gahboninho stays firm against a side that gives") {
  AgentDesk agent(gahboninho());
  for (std::uint32_t round = 0; round < 90; ++round) {
    agent.hear(round, round);  // all the way
    agent.propose(round);
  }
  CHECK(agent.propose(90) == 90);
}

TEST_CASE("Gahboninho takes the best offer in the end if it is good enough") {
  AgentDesk agent(gahboninho());
  agent.hear(0, 87);
  CHECK(agent.propose(90) != 87);
  CHECK(agent.propose(98) == 87);
  AgentDesk unlucky(gahboninho());
  unlucky.hear(0, 20);
  CHECK(unlucky.propose(98) != 20);
}

TEST_CASE("Gahboninho accepts what its next offer is worth") {
  AgentDesk agent(gahboninho());
  CHECK(agent.accepts(50, 88, 88));
  CHECK_FALSE(agent.accepts(51, 87, 88));
}

#include <cmath>

#include <agents/strategies/competition/hardheaded_agent.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::hardheaded_agent;

TEST_CASE("HardHeaded asks for what its formula says, and for the best at first") {
  AgentDesk agent(hardheaded_agent());
  CHECK(agent.propose(0) == 100);
  for (const std::uint32_t round : {10U, 50U, 90U, 99U}) {
    const double conceded = 0.05 + 0.95 * std::pow(agent.time(round), 20);
    CHECK(agent.propose(round) == from_level(0.585 + 0.415 * (1 - conceded)));
  }
}

TEST_CASE("HardHeaded proposes the best offer received once that is worth as much as its own") {
  AgentDesk agent(hardheaded_agent());
  agent.hear(20, 80);
  CHECK(agent.propose(50) == 98);
  CHECK(agent.propose(99) == 80);
}

TEST_CASE("HardHeaded accepts more than its lowest offer and as much as its next") {
  AgentDesk agent(hardheaded_agent());
  CHECK_FALSE(agent.accepts(0, 90, 100));
  agent.propose(0);
  agent.propose(50);  // 98
  CHECK_FALSE(agent.accepts(51, 98, 99));
  CHECK(agent.accepts(52, 99, 100));
  CHECK(agent.accepts(53, 97, 97));
}

TEST_CASE("HardHeaded never asks for less than no deal is worth") {
  AgentDesk agent(hardheaded_agent(), 100, 0.9);
  CHECK(agent.propose(99) >= 90);
  CHECK_FALSE(agent.accepts(99, 89, 80));
}

#include <cmath>

#include <agents/strategies/competition/agent_k.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::agent_k;

TEST_CASE("Agent K concedes no more than g to a side that does not move") {
  AgentDesk agent(agent_k());
  CHECK(agent.propose(0) == 100);
  for (std::uint32_t round = 0; round < 99; ++round) {
    agent.hear(round, 20);
    CHECK(agent.propose(round + 1) >= 90);
  }
}

TEST_CASE("Agent K comes down further to a side whose offers vary, by its formula") {
  AgentDesk agent(agent_k());
  monazite::agenda::Outcome lowest = 100;
  for (std::uint32_t round = 0; round < 99; ++round) {
    agent.hear(round, round % 2 == 0 ? 50 : 70);
    lowest = std::min(lowest, agent.propose(round + 1));
  }
  CHECK(lowest < 75);
  // mu = 0.6, sigma = 0.1; it goes no further than the width of the offers and g.
  const double width = std::sqrt(3.0) * 0.1 / std::sqrt(0.6 * 0.4);
  CHECK(static_cast<double>(lowest) / 100 > 1 - (width + 0.1) - 0.02);
}

TEST_CASE("Agent K accepts by its formula") {
  AgentDesk agent(agent_k());
  // All offers so far worth 0.2: emax 0.2. At t the plan is 1 - 0.8 t^3.
  for (std::uint32_t round = 0; round < 60; ++round) agent.hear(round, 20);
  CHECK_FALSE(agent.accepts(60, 20));
  // The one offer of 0.9 moves the mean little: 0.9 - emax + 0.9 - target is well above 0.1.
  CHECK(agent.accepts(61, 90));
}

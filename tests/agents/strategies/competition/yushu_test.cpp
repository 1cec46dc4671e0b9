#include <agents/strategies/competition/yushu.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::strategies::yushu;

TEST_CASE("Yushu's target follows its formula and ends at the best offer received") {
  AgentDesk agent(yushu());
  for (std::uint32_t round = 0; round < 10; ++round) agent.hear(round, 30);
  // Ten offers of 0.3, exponent 2 for want of more.
  const double t = agent.time(10);
  CHECK(agent.propose(10) == from_level(1 - 0.7 * t * t - 0.02));
  agent.hear(10, 45);
  CHECK(agent.propose(92) == from_level(0.45 - 0.02));
  CHECK(agent.accepts(93, 45));
  CHECK_FALSE(agent.accepts(94, 44));
}

TEST_CASE("Yushu waits for a side that comes closer and gives way to one that hardens") {
  AgentDesk waiting(yushu());
  AgentDesk giving(yushu());
  for (std::uint32_t round = 0; round < 20; ++round) {
    waiting.hear(round, round < 10 ? 20 : 40);
    giving.hear(round, round < 10 ? 40 : 20);
  }
  CHECK(waiting.propose(50) > giving.propose(50));
}

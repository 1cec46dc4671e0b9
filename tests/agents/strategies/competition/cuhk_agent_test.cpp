#include <cmath>

#include <agents/strategies/competition/cuhk_agent.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::preferences::Discount;
using monazite::strategies::cuhk_agent;
using monazite::strategies::CuhkSettings;

namespace {

CuhkSettings without_chance() {
  CuhkSettings settings;
  settings.epsilon = 0;
  return settings;
}

}  // namespace

TEST_CASE("CUHKAgent comes down to its least level where time costs nothing") {
  AgentDesk agent(cuhk_agent(without_chance()));
  for (const std::uint32_t round : {0U, 30U, 70U, 99U}) {
    const double t = agent.time(round);
    CHECK(agent.propose(round) == from_level(1 - 0.35 * t * t));
  }
}

TEST_CASE("CUHKAgent follows the discounted threshold after it has stopped exploiting") {
  AgentDesk agent(cuhk_agent(without_chance()), 100, 0, {Discount::Kind::kPerTime, 0.5, true});
  // A side that repeats itself: sigma falls to 0, lambda to lambda_0 = 0.2 + 0.8 * 0.5^1.5.
  for (std::uint32_t round = 0; round < 30; ++round) agent.hear(round, 5);
  const double lambda = 0.2 + 0.8 * std::pow(0.5, 1.5);
  REQUIRE(agent.time(30) < lambda);
  const double end = std::pow(0.5, 1 - lambda);
  CHECK(agent.propose(30) == from_level(1 - (1 - end) * std::pow(agent.time(30) / lambda, 2)));
  CHECK(agent.propose(60) == from_level(std::pow(0.5, 1 - agent.time(60))));
}

TEST_CASE("CUHKAgent exploits a side that keeps offering new packages for longer") {
  AgentDesk stubborn(cuhk_agent(without_chance()), 100, 0, {Discount::Kind::kPerTime, 0.5, true});
  AgentDesk giving(cuhk_agent(without_chance()), 100, 0, {Discount::Kind::kPerTime, 0.5, true});
  for (std::uint32_t round = 0; round < 40; ++round) {
    stubborn.hear(round, 5);
    giving.hear(round, round);
  }
  CHECK(giving.propose(40) > stubborn.propose(40));
}

TEST_CASE("CUHKAgent proposes and accepts an offer that reaches its threshold") {
  AgentDesk agent(cuhk_agent(without_chance()));
  agent.hear(0, 80);
  CHECK(agent.propose(40) != 80);
  CHECK(agent.propose(90) == 80);
  CHECK(agent.accepts(91, 80));
  CHECK_FALSE(agent.accepts(92, 60));
}

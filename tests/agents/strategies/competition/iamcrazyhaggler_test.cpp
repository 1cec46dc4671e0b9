#include <algorithm>

#include <agents/strategies/competition/iamcrazyhaggler.hpp>
#include <tests/agents/strategies/competition/agent_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::tests;
using monazite::preferences::Discount;
using monazite::strategies::iamcrazyhaggler;

TEST_CASE("IAMcrazyHaggler never goes under its threshold, which is lower where time costs") {
  AgentDesk free(iamcrazyhaggler());
  AgentDesk costly(iamcrazyhaggler(), 100, 0, {Discount::Kind::kPerTime, 0.5, true});
  monazite::agenda::Outcome lowest = 100;
  monazite::agenda::Outcome lowest_costly = 100;
  for (std::uint32_t round = 0; round < 100; ++round) {
    lowest = std::min(lowest, free.propose(round));
    lowest_costly = std::min(lowest_costly, costly.propose(round));
  }
  CHECK(lowest == 95);
  CHECK(lowest_costly == 90);
}

TEST_CASE("IAMcrazyHaggler accepts what times 1.02 reaches its aspiration or its own offers") {
  AgentDesk agent(iamcrazyhaggler());
  CHECK(agent.accepts(0, 89));        // 0.9078
  CHECK_FALSE(agent.accepts(1, 88));  // 0.8976
  CHECK(agent.accepts(2, 80, 81));
}

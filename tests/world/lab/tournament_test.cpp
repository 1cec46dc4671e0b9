#include <stdexcept>

#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/simple_strategies.hpp>
#include <world/lab/tournament.hpp>

using namespace monazite;
using test_support::fixed_demand;

namespace {

std::vector<preferences::Domain> two_domains() {
  std::vector<preferences::Domain> domains;
  domains.push_back(tests::split_domain());
  domains.push_back(tests::split_domain());
  domains[1].profiles[0].reservation = 4;
  return domains;
}

lab::Contestant thrower() {
  class Thrower final : public strategies::Negotiator {
   public:
    void begin(const strategies::Place&) override {}
    strategies::Answer respond(const strategies::Turn&, agenda::Outcome) override {
      throw std::runtime_error("lost the thread");
    }
    std::optional<agenda::Outcome> propose(const strategies::Turn&) override {
      throw std::runtime_error("lost the thread");
    }
  };
  return {"thrower", [] { return std::make_unique<Thrower>(); }};
}

}  // namespace

TEST_CASE("everybody meets everybody in both places, with either moving first") {
  const auto domains = two_domains();
  const lab::Tournament played =
      lab::play_tournament(domains, {fixed_demand(0.5), fixed_demand(0.9), thrower()}, {});
  CHECK(played.bouts.size() == 2 * 3 * 3 * 2);
  std::vector<int> meetings(9, 0);
  for (const lab::Bout& bout : played.bouts) ++meetings[bout.strategy[0] * 3 + bout.strategy[1]];
  for (const int count : meetings) CHECK(count == 4);
  lab::TournamentOptions options;
  options.self_play = false;
  options.repetitions = 3;
  CHECK(
      lab::play_tournament(domains, {fixed_demand(0.5), fixed_demand(0.9)}, options).bouts.size() ==
      2 * 2 * 2 * 3);
}

TEST_CASE("who demands what the other can give gets it, who demands more gets nothing") {
  const lab::Tournament played =
      lab::play_tournament({tests::split_domain()}, {fixed_demand(0.5), fixed_demand(0.9)}, {});
  CHECK(played.mean_score[0][0] == 0.5);
  CHECK(played.mean_score[0][1] == 0);
  CHECK(played.mean_score[1][1] == 0);
  REQUIRE(played.standings.size() == 2);
  CHECK(played.standings[0].strategy == 0);
  CHECK(played.standings[0].score == 0.25);
  CHECK(played.standings[0].bouts == 8);
  CHECK(played.standings[0].agreements == 0.5);
  CHECK(played.standings[0].to_frontier == std::optional<double>(0));
  CHECK(played.standings[1].agreements == 0);
  CHECK_FALSE(played.standings[1].to_nash.has_value());
}

TEST_CASE("no deal scores the reservation value on the profile's own scale") {
  const lab::Tournament played = lab::play_tournament(two_domains(), {fixed_demand(0.9)}, {});
  for (const lab::Bout& bout : played.bouts) {
    CHECK(bout.ending == encounter::Ending::kDeadline);
    CHECK(bout.score[0] == (bout.domain == 1 ? 0.4 : 0.0));
    CHECK(bout.score[1] == 0);
  }
}

TEST_CASE("a forfeit is counted against who broke down, in either order of moving") {
  const lab::Tournament played =
      lab::play_tournament({tests::split_domain()}, {fixed_demand(0.9), thrower()}, {});
  for (const lab::Standing& standing : played.standings) {
    // Against itself one of the two breaks down each time.
    CHECK(standing.forfeits == (standing.strategy == 1 ? 6 : 0));
  }
  for (const lab::Bout& bout : played.bouts) {
    if (bout.strategy[0] == bout.strategy[1]) continue;
    REQUIRE(bout.forfeit.has_value());
    CHECK(bout.strategy[*bout.forfeit] == 1);
    CHECK(bout.why == "lost the thread");
  }
}

TEST_CASE("a tournament is the same for any number of workers") {
  const auto domains = two_domains();
  const std::vector<lab::Contestant> contestants{fixed_demand(0.3), fixed_demand(0.5),
                                                 fixed_demand(0.7), thrower()};
  lab::TournamentOptions options;
  options.workers = 1;
  const std::uint64_t alone = lab::play_tournament(domains, contestants, options).digest;
  for (const unsigned workers : {2U, 4U}) {
    options.workers = workers;
    CHECK(lab::play_tournament(domains, contestants, options).digest == alone);
  }
  CHECK(lab::play_tournament(domains, {fixed_demand(0.3)}, options).digest != alone);
}

TEST_CASE("a stopped tournament keeps what was played, without holes") {
  std::atomic<bool> stop{false};
  lab::TournamentOptions options;
  options.workers = 1;
  options.stop = &stop;
  options.progress = [&](std::uint32_t done, std::uint32_t all) {
    CHECK(all == 16);
    if (done == 5) stop = true;
  };
  const lab::Tournament played =
      lab::play_tournament(two_domains(), {fixed_demand(0.3), fixed_demand(0.5)}, options);
  CHECK(played.bouts.size() == 5);
  CHECK(played.standings.size() == 2);
}

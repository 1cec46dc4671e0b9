#include <agents/session/negotiation.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::session;
using preferences::Schedule;
using preferences::StagedTables;

namespace {

/// The cake of ten slices; the second party's value of no deal rises to 7 slices at time 0.5, or
/// stays at 1.
Negotiated split(bool changes, const char* second_strategy, std::uint32_t rounds = 19) {
  auto domain = tests::split_domain();
  domain.profiles[1].reservation = 1;
  const auto tables = preferences::tables_of(domain);
  const StagedTables staged(domain.agenda,
                            Schedule::make(domain.profiles[1], {{0.5, nullptr, 7}}).value());
  strategies::Strategies known;
  strategies::register_strategies(known, preferences::Semantics::kNegmas);
  const auto first = known.strategies.make("linear").value();
  const auto second = known.strategies.make(second_strategy).value();
  const std::vector<Participant> participants{
      {tables[0].get(), first.get(), nullptr},
      {changes ? &staged.table(0) : tables[1].get(), second.get(), changes ? &staged : nullptr}};
  NegotiationOptions options;
  options.rounds = rounds;
  return negotiate(participants, options);
}

}  // namespace

TEST_CASE("a strategy that is told of better alternatives ends with more") {
  for (const char* strategy : {"linear", "boulware", "parts:bidding=boulware,acceptance=next"}) {
    INFO(strategy);
    const Negotiated before = split(false, strategy);
    const Negotiated after = split(true, strategy);
    REQUIRE(before.course.agreement.has_value());
    REQUIRE(after.course.agreement.has_value());
    CHECK(10 - static_cast<double>(*after.course.agreement) >= 7);
    CHECK(*after.course.agreement < *before.course.agreement);
  }
}

TEST_CASE("until the change nothing is different") {
  const Negotiated before = split(false, "boulware");
  const Negotiated after = split(true, "boulware");
  for (std::size_t i = 0; i < before.course.offers.size(); ++i) {
    if (before.course.offers[i].round >= 9) break;  // time 0.5
    REQUIRE(i < after.course.offers.size());
    CHECK(before.course.offers[i].outcome == after.course.offers[i].outcome);
  }
}

TEST_CASE("no deal is worth what it is worth at the end") {
  const Negotiated never = split(true, "tough", 3);
  REQUIRE_FALSE(never.course.agreement.has_value());
  CHECK(never.utilities[1] == 7);
}

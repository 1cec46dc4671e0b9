#include <agents/strategies/strategies.hpp>
#include <tests/agents/bare_session.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;
using tests::BareGame;

namespace {

const std::vector<std::string> kAgents = {
    "agent_k",    "agent_smith",     "cuhk_agent", "fsega",  "gahboninho",
    "hardheaded", "iamcrazyhaggler", "iamhaggler", "nozomi", "yushu"};

BareGame play(const Strategies& known, const preferences::Domain& domain, const std::string& first,
              const std::string& second) {
  const auto tables = preferences::tables_of(domain);
  const auto seat0 = known.strategies.make(first);
  const auto seat1 = known.strategies.make(second);
  REQUIRE(seat0);
  REQUIRE(seat1);
  const OwnPreferences own0(*tables[0]);
  const OwnPreferences own1(*tables[1]);
  return tests::play_bare({seat0->get(), seat1->get()}, {&own0, &own1}, 60);
}

}  // namespace

TEST_CASE("agents of the competitions are known as strategies and as parts, with their sources") {
  Strategies known;
  register_strategies(known, preferences::Semantics::kGenius);
  for (const std::string& name : kAgents) {
    INFO(name);
    REQUIRE(known.strategies.find(name) != nullptr);
    CHECK_FALSE(known.strategies.find(name)->signature.source.empty());
    CHECK(known.biddings.find(name) != nullptr);
    CHECK(known.acceptances.find(name) != nullptr);
  }
}

TEST_CASE(
    "agents of the competitions agree, if at all, on what is no worse than no deal for both") {
  Strategies known;
  register_strategies(known, preferences::Semantics::kGenius);
  std::size_t agreements = 0;
  for (const std::string name : {"allocation", "narrow_zone", "supply_contract", "tied"}) {
    const preferences::Domain domain = tests::as_genius_reads(name);
    for (const std::string& first : kAgents) {
      for (const std::string& second : kAgents) {
        INFO(name << ": " << first << " against " << second);
        const BareGame game = play(known, domain, first, second);
        if (!game.agreement) continue;
        ++agreements;
        for (std::size_t k = 0; k < 2; ++k) {
          const auto& profile = domain.profiles[k];
          CHECK(profile.utility->value(domain.agenda, *game.agreement) >= profile.reservation);
        }
      }
    }
  }
  CHECK(agreements > 200);
}

TEST_CASE("an agent of the competitions plays the same negotiation twice") {
  Strategies known;
  register_strategies(known, preferences::Semantics::kGenius);
  const preferences::Domain domain = tests::as_genius_reads("mou_core");
  for (const std::string& name : kAgents) {
    INFO(name);
    const BareGame once = play(known, domain, name, "conceder");
    const BareGame twice = play(known, domain, name, "conceder");
    CHECK(once.offers == twice.offers);
    CHECK(once.agreement == twice.agreement);
  }
}

TEST_CASE("parts of an agent can be put together anew") {
  Strategies known;
  register_strategies(known, preferences::Semantics::kGenius);
  CHECK(known.strategies.make("hardheaded:model=bayesian,model.sigma=0.3,floor=0.7"));
  CHECK(known.strategies.make("agent_smith:acceptance=next"));
  CHECK(known.strategies.make("parts:bidding=yushu,acceptance=agent_k,model=smith"));
  const auto wrong = known.strategies.make("hardheaded:model=smiht");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message.find("smith") != std::string::npos);
}

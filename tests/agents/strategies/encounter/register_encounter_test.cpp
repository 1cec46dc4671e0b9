#include <agents/strategies/encounter/informed.hpp>
#include <agents/strategies/encounter/register_encounter.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::Negotiator;
using strategies::Registry;

TEST_CASE("strategies of the rules of encounter are made by their names") {
  Registry<Negotiator> registry("strategy");
  strategies::register_encounter_strategies(registry);
  CHECK(registry.names() == std::vector<std::string>{"informed_zeuthen", "subgame_perfect",
                                                     "hill_climber", "annealer", "fixed_share"});
  for (const std::string& name : registry.names()) {
    const auto made = registry.make(name);
    REQUIRE(made.has_value());
    const bool informed = dynamic_cast<strategies::Informed*>(made->get()) != nullptr;
    CHECK(informed == (name == "informed_zeuthen" || name == "subgame_perfect"));
  }
  CHECK(registry.make("informed_zeuthen:coin=1").has_value());
  CHECK_FALSE(registry.make("informed_zeuthen:coin=0.5").has_value());
  CHECK_FALSE(registry.make("annealer:temperature=0").has_value());
  CHECK_FALSE(registry.make("fixed_share:share=1.5").has_value());
}

#include <agents/strategies/strategies.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("every opponent model is known by a name and can be asked from the first moment") {
  Strategies known;
  register_models(known);
  const ModelDesk desk({4, 1, 3});
  CHECK(known.models.entries().size() == 10);
  for (const std::string& name : known.models.names()) {
    INFO(name);
    const auto model = known.models.make(name);
    REQUIRE(model);
    (*model)->begin(desk.place());
    for (Outcome x = 0; x < desk.agenda().size(); ++x) {
      const double before = (*model)->estimate(x);
      CHECK(before >= 0);
      CHECK(before <= 1);
    }
    for (std::uint32_t round = 0; round < 100; ++round) {
      (*model)->observe(desk.turn(round), round % desk.agenda().size());
    }
    for (Outcome x = 0; x < desk.agenda().size(); ++x) {
      CHECK((*model)->estimate(x) >= -1e-9);
      CHECK((*model)->estimate(x) <= 1.02);
    }
  }
}

TEST_CASE("numbers of an opponent model are set in its description") {
  Strategies known;
  register_models(known);
  const ModelDesk desk({3, 2});
  const auto model = known.models.make("hardheaded:learning=1");
  REQUIRE(model);
  (*model)->begin(desk.place());
  desk.tell(**model, {{2, 1}, {2, 0}});
  CHECK((*model)->weights()[0] == Approx(0.5 / 1.5));  // the cap lies under 1 / 2
  CHECK_FALSE(known.models.make("hardheaded:learning=2"));
  CHECK_FALSE(known.models.make("windowed_frequency:window=1.5"));
}

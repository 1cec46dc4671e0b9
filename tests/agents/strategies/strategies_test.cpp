#include <fstream>
#include <set>
#include <sstream>

#include <agents/strategies/composed.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;
using preferences::Semantics;
using tests::PartDesk;

namespace {

struct Known : Strategies {
  explicit Known(Semantics semantics = Semantics::kNegmas) {
    register_strategies(*this, semantics);
  }
};

/// What a strategy that moves first offers at the start of a round.
Outcome first_offer(const Strategies& known, const std::string& description, double time) {
  const PartDesk desk(tests::tenths(), 0.0, 100);
  const auto made = known.strategies.make(description);
  INFO((made ? description : made.error().message));
  REQUIRE(made.has_value());
  (*made)->begin(desk.place());
  return *(*made)->propose(desk.at(time));
}

std::string complaint(const Strategies& known, const std::string& description) {
  const auto made = known.strategies.make(description);
  return made ? "" : made.error().message;
}

bool says(const std::string& sentence, const std::string& part) {
  INFO(sentence);
  return sentence.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("boulware, linear and conceder mean what the semantics say") {
  const Known negmas(Semantics::kNegmas);
  const Known genius(Semantics::kGenius);
  // The exponents are the inverse of one another.
  CHECK(first_offer(negmas, "boulware", 0.7) == 8);  // 1 - 0.7^4 = 0.76, the lowest not below
  CHECK(first_offer(genius, "boulware", 0.7) == 8);  // 1 - 0.7^5 = 0.83, the nearest
  CHECK(first_offer(negmas, "boulware:exponent=0.2", 0.5) == 2);   // 1 - 0.5^0.2 = 0.13
  CHECK(first_offer(genius, "boulware:exponent=0.2", 0.5) == 10);  // 1 - 0.5^5 = 0.97
  for (const Known* known : {&negmas, &genius}) {
    CHECK(first_offer(*known, "negmas_boulware:exponent=0.2", 0.5) == 2);
    CHECK(first_offer(*known, "genius_boulware:exponent=0.2", 0.5) == 10);
    CHECK(first_offer(*known, "genius_conceder:k=0.5", 0.0) == 5);
    CHECK(first_offer(*known, "negmas_linear", 0.55) == 5);
  }
}

TEST_CASE("all the strategies of the book are there") {
  const Known known;
  for (const char* const name : {"boulware",
                                 "linear",
                                 "conceder",
                                 "time_dependent",
                                 "polynomial",
                                 "exponential",
                                 "exponential_aspiration",
                                 "relative_tft",
                                 "random_absolute_tft",
                                 "averaged_tft",
                                 "naive_tft",
                                 "nice_tft",
                                 "resource",
                                 "resource_thread",
                                 "trade_off",
                                 "micro",
                                 "hybrid",
                                 "tough",
                                 "random",
                                 "zeuthen",
                                 "mixture",
                                 "parts"}) {
    INFO(name);
    CHECK(known.strategies.find(name) != nullptr);
  }
}

TEST_CASE("every entry says what it is and keeps its usual values in range") {
  const Known known;
  const auto check = [](const auto& registry) {
    for (const auto& entry : registry.entries()) {
      INFO(entry.signature.name);
      CHECK_FALSE(entry.signature.summary.empty());
      std::set<std::string> keys;
      for (const Parameter& parameter : entry.signature.parameters) {
        CHECK(parameter.lowest <= parameter.usual);
        CHECK(parameter.usual <= parameter.highest);
        CHECK_FALSE(parameter.meaning.empty());
        CHECK(keys.insert(parameter.name).second);
      }
      for (const Slot& slot : entry.signature.slots) CHECK(keys.insert(slot.name).second);
      CHECK(registry.make(entry.signature.name).has_value());
      CHECK(says(describe(entry.signature), entry.signature.summary));
    }
  };
  check(known.strategies);
  check(known.biddings);
  check(known.acceptances);
  check(known.models);
  check(known.demands);
}

TEST_CASE("a strategy is put together from parts by name, with numbers for each") {
  const Known known;
  CHECK(first_offer(known, "parts:bidding=conceder,bidding.exponent=1,acceptance=next", 0.5) == 5);
  CHECK(first_offer(known, "parts:bidding.exponent=1", 0.5) == 5);  // the usual bidding is boulware
  CHECK(first_offer(known, "boulware:acceptance=combi_max,acceptance.time=0.9,exponent=1", 0.5) ==
        5);
  CHECK(first_offer(known,
                    "mixture:first=polynomial,first.beta=1,first_weight=1,second=polynomial,"
                    "second.kappa=0.4,second.beta=0,second_weight=1",
                    0.6) == 5);  // between 0.4 and 0.6
}

TEST_CASE("a strategy that cannot be put together is refused with a sentence") {
  const Known known;
  CHECK(says(complaint(known, "parts:bidding=bulware"),
             "no bidding is called \"bulware\"; did you mean \"boulware\"?"));
  CHECK(says(complaint(known, "parts:biding=boulware"), "did you mean \"bidding\"?"));
  CHECK(says(complaint(known, "parts:acceptance=combi_max,acceptance.tim=1"),
             "acceptance \"combi_max\" has no parameter \"tim\"; did you mean \"time\"?"));
  CHECK(says(complaint(known, "parts:bidding=boulware:exponent=2"), "bidding.KEY=VALUE"));
  CHECK(says(complaint(known, "parts:bidding=,acceptance=next"), "expected the name of a part"));
  CHECK(says(complaint(known, "parts:bidding=micro,bidding=tough"), "bidding is given twice"));
  CHECK(says(complaint(known, "parts:model.x=1"), "write model=NAME too"));
  CHECK(says(complaint(known, "boulware:exponent.x=1"), "no parameter"));
  CHECK(
      says(complaint(known, "relative_tft:window=1.5"), "expected a whole number from 1 to 1000"));
  CHECK(says(complaint(known, "mixture:first_weight=0,second_weight=0"), "the weights are all 0"));
}

TEST_CASE("a program adds a strategy and another name for one") {
  Known known;
  known.strategies.add_alias("hard", "tough");
  CHECK(first_offer(known, "hard", 0.9) == 10);
  known.acceptances.add({"never", "says no", {}, {}, ""}, [](const Settings&) {
    struct Never final : Acceptance {
      void begin(const Place&) override {}
      Answer respond(const Turn&, const Bid&, const Exchange&, NextBid&) override {
        return Answer::kReject;
      }
    };
    return std::unique_ptr<Acceptance>(std::make_unique<Never>());
  });
  CHECK(first_offer(known, "tough:acceptance=never", 0.9) == 10);
}

TEST_CASE("the page about strategies names all that have a name") {
  std::ifstream in(MONAZITE_SOURCE_DIR "/docs/strategies.md");
  std::ostringstream page;
  page << in.rdbuf();
  const std::string text = page.str();
  REQUIRE_FALSE(text.empty());
  const Known known;
  const auto check = [&](const auto& registry) {
    for (const std::string& name : registry.names()) {
      INFO(registry.kind() << " " << name);
      CHECK(text.find("`" + name + "`") != std::string::npos);
    }
  };
  check(known.strategies);
  check(known.biddings);
  check(known.acceptances);
  check(known.models);
  check(known.demands);
}

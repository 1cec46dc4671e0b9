#include <agents/strategies/registry.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;

namespace {

Registry<Tactic> all_tactics() {
  Registry<Tactic> registry("tactic");
  register_tactics(registry);
  return registry;
}

std::string complaint(const Registry<Tactic>& registry, const std::string& description) {
  const auto tactic = registry.make(description);
  return tactic ? "" : tactic.error().message;
}

bool says(const std::string& sentence, const std::string& part) {
  return sentence.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("names stand for the tactics of NegMAS") {
  const Registry<Tactic> registry = all_tactics();
  const auto demand = [&](const char* description) {
    const auto tactic = registry.make(description);
    REQUIRE(tactic.has_value());
    return (*tactic)->demand(0.5);
  };
  CHECK(demand("boulware") == 1 - 0.0625);
  CHECK(demand("linear") == 0.5);
  CHECK(demand("conceder") == Approx(1 - std::pow(0.5, 0.25)));
  CHECK(demand("hardliner") == 1);
  CHECK(demand("tough") == 1);
  CHECK(demand("boulware:exponent=2") == 0.75);
  CHECK(demand("time_dependent:exponent=3") == 0.875);
}

TEST_CASE("an unknown tactic is refused with the nearest name") {
  const Registry<Tactic> registry = all_tactics();
  CHECK(says(complaint(registry, "bulware"), "\"boulware\""));
  CHECK(says(complaint(registry, "Conceeder"), "\"conceder\""));
  CHECK(says(complaint(registry, "zeuthen"), "there are: boulware, linear"));
  CHECK(says(complaint(registry, ""), "there are: "));
}

TEST_CASE("a bad parameter is refused with what was found and what was expected") {
  const Registry<Tactic> registry = all_tactics();
  CHECK(says(complaint(registry, "boulware:exponnt=2"), "did you mean \"exponent\""));
  CHECK(says(complaint(registry, "linear:exponent=2"), "there are none"));
  for (const char* value : {"", "two", "2x", " 2", "1e999", "nan", "inf", "0", "-1", "101"}) {
    INFO(value);
    CHECK(says(complaint(registry, std::string("boulware:exponent=") + value),
               "expected a number from 0.01 to 100"));
  }
  CHECK(says(complaint(registry, "boulware:exponent=1,exponent=2"), "given twice"));
  CHECK(says(complaint(registry, "boulware:exponent"), "expected KEY=VALUE"));
  CHECK(says(complaint(registry, "boulware:"), "expected KEY=VALUE"));
}

TEST_CASE("a program can add a tactic of its own") {
  Registry<Tactic> registry = all_tactics();
  registry.add({"half", "asks for half", {}, {}, ""}, [](std::span<const double>) {
    struct Half final : Tactic {
      [[nodiscard]] double demand(double) const override { return 0.5; }
    };
    return std::unique_ptr<Tactic>(std::make_unique<Half>());
  });
  CHECK((*registry.make("half"))->demand(0) == 0.5);
  CHECK(registry.entries().back().signature.name == "half");
}

#include <tests/support/catch.hpp>
#include <world/app/strategy_choice.hpp>

using namespace monazite;
using app::split_descriptions;
using Words = std::vector<std::string>;

TEST_CASE("commas part strategies, and settings stay with theirs") {
  CHECK(split_descriptions("boulware") == Words{"boulware"});
  CHECK(split_descriptions("boulware,micro") == Words{"boulware", "micro"});
  CHECK(split_descriptions("boulware:exponent=2,micro") == Words{"boulware:exponent=2", "micro"});
  CHECK(split_descriptions("parts:bidding=boulware,bidding.exponent=2,acceptance=next,tough") ==
        Words{"parts:bidding=boulware,bidding.exponent=2,acceptance=next", "tough"});
  CHECK(split_descriptions("tough,linear:exponent=2") == Words{"tough", "linear:exponent=2"});
}

TEST_CASE(
    "a contestant is made anew each time, and an unknown one is refused with the nearest name") {
  strategies::Strategies known;
  strategies::register_strategies(known, preferences::Semantics::kNegmas);
  const auto made = app::contestant(known, "boulware:exponent=2");
  REQUIRE(made.has_value());
  CHECK(made->name == "boulware:exponent=2");
  CHECK(made->make().get() != made->make().get());
  const auto wrong = app::contestant(known, "bulware");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message.find("boulware") != std::string::npos);
}

#include <algorithm>
#include <cmath>
#include <set>

#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("Every value of a snapshot has a name of its own") {
  TradeRun run(june_parameters());
  run.month();
  std::vector<std::string> names;
  std::vector<double> values;
  run.economy.describe(names);
  run.economy.snapshot(values);
  CHECK(names.size() == values.size());
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    INFO(names[i]);
    CHECK(std::isfinite(values[i]));
  }
}

TEST_CASE("Names and their order stay the same from the first day to the last") {
  TradeRun run(june_parameters());
  std::vector<std::string> before;
  std::vector<std::string> after;
  run.economy.describe(before);
  run.months(96);
  run.economy.describe(after);
  CHECK(before == after);
}

TEST_CASE("A named value is the value of the state") {
  TradeRun run(june_parameters());
  run.months(7);
  std::vector<std::string> names;
  std::vector<double> values;
  run.economy.describe(names);
  run.economy.snapshot(values);
  const auto value = [&](const char* name) {
    const auto at = std::find(names.begin(), names.end(), name);
    REQUIRE(at != names.end());
    return values[static_cast<std::size_t>(at - names.begin())];
  };
  CHECK(value("price_ndpr_outside_usd_per_kg") == run.state().price_outside);
  CHECK(value("india_ndpr_stock_t") ==
        run.state().india_chloride_ndpr_t + run.state().india_ndpr_t);
  CHECK(value("maker_shin_etsu_ndpr_t") == run.state().makers[0].ndpr_t);
  CHECK(value("maker_suzuki_cover_days") == run.economy.account().maker_cover_days[3]);
  CHECK(value("shipped_reo_t") == run.economy.account().shipped_reo_t);
}

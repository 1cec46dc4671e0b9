#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

namespace scenarios = monazite::scenarios;
namespace v1 = monazite::v1;
using monazite::test_support::fault_of;
using monazite::test_support::faults_of;
using monazite::test_support::june_2025;
using scenarios::Viewpoint;

namespace {

const scenarios::Provenance* number(const scenarios::Scenario& scenario, const std::string& key) {
  for (const auto& candidate : scenario.numbers) {
    if (candidate.key == key) return &candidate;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("Delays and errors of observations are numbers of the scenario with their grounds") {
  const auto& scenario = june_2025();
  const auto japan = scenario.observations.sight(v1::QUANTITY_INDIA_NDPR_STOCK, Viewpoint::kJapan);
  CHECK(japan.delay_months == 3);
  CHECK(japan.error_log_sd == 0.25);
  const auto irel = scenario.observations.sight(v1::QUANTITY_INDIA_NDPR_STOCK, Viewpoint::kIrel);
  CHECK(irel.delay_months == 1);
  CHECK(irel.error_log_sd == 0);
  CHECK(!scenario.observations.sight(v1::QUANTITY_STATE_STOCK, Viewpoint::kIndia).sees());
  CHECK(scenario.observations.report_months == 6);

  const auto* delay = number(scenario, "observation.india_ndpr_stock.delay_months.japan");
  REQUIRE(delay != nullptr);
  CHECK(delay->value == 3);
  CHECK(delay->unit == "months");
  CHECK(delay->high == 24);
  CHECK(delay->confidence == "assumption");
  CHECK(!delay->meaning.empty());
  CHECK(number(scenario, "observation.state_stock.delay_months.india") == nullptr);
  const auto* price = number(scenario, "observation.price_ndpr_china.delay_months.makers");
  REQUIRE(price != nullptr);
  CHECK(price->confidence == "general");
}

TEST_CASE("One reading can be changed by a setting, hidden, or given grounds of its own") {
  const auto changed = monazite::test_support::scenario(
      "june-2025",
      {"observation.india_ndpr_stock.delay_months.japan=0",
       "observation.india_ndpr_stock.error_log_sd.irel=0.5",
       "observation.price_light.delay_months.makers=never", "observations.report_months=3"});
  const auto& table = changed.observations;
  CHECK(table.sight(v1::QUANTITY_INDIA_NDPR_STOCK, Viewpoint::kJapan).delay_months == 0);
  CHECK(table.sight(v1::QUANTITY_INDIA_NDPR_STOCK, Viewpoint::kJapan).error_log_sd == 0.25);
  CHECK(table.sight(v1::QUANTITY_INDIA_NDPR_STOCK, Viewpoint::kIrel).error_log_sd == 0.5);
  CHECK(!table.sight(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kMakers).sees());
  CHECK(table.report_months == 3);
  // What another value says no longer rests on the grounds of the old one.
  CHECK(number(changed, "observation.price_light.delay_months.india")->confidence == "assumption");

  const std::string own =
      "[observation.state_stock]\ndelay_months = { toyotsu = 12 }\nconfidence = \"stored\"\n";
  CHECK(faults_of(own + "source = \"MCS26\"\n").empty());
  CHECK(fault_of(own).find("found confidence \"stored\" without a source") != std::string::npos);
}

TEST_CASE("Faults of observations have a place, what was expected and the nearest name") {
  CHECK(fault_of("[observation.india_ndpr_stok]\ndelay_months = {}\n") ==
        "my.toml:4:1: found unknown quantity \"india_ndpr_stok\", expected a quantity of "
        "protocol/messages/observation.proto; did you mean india_ndpr_stock?");
  CHECK(fault_of("[observation.state_stock]\ndelay_months.japn = 1\n")
            .find("found unknown key \"japn\"") != std::string::npos);
  const std::string expected = ", expected a whole number of months from 0 to 24, or \"never\"";
  CHECK(fault_of("[observation.state_stock]\ndelay_months.japan = 1.5\n") ==
        "my.toml:5:22: found number 1.5" + expected);
  CHECK(fault_of("[observation.state_stock]\ndelay_months.japan = -1\n") ==
        "my.toml:5:22: found number -1" + expected);
  CHECK(fault_of("", {"observation.state_stock.delay_months.japan=nevr"}) ==
        "--set:1:44: found text \"nevr\"" + expected);
  CHECK(fault_of("[observation.state_stock]\nerror_log_sd.japan = 2\n") ==
        "my.toml:5:22: found number 2, expected a number from 0 to 1");
  CHECK(fault_of("", {"observations.report_months=1.5"}) ==
        "--set:1:28: found report_months of 1.5, expected a whole number of months, at least 1");
}

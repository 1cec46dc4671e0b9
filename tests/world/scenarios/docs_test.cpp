// What docs/scenarios.md shows is what happens.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>

namespace scenarios = monazite::scenarios;

namespace {

/// The text between fences, in order.
std::vector<std::string> blocks() {
  std::ifstream in(MONAZITE_SOURCE_DIR "/docs/scenarios.md");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::vector<std::string> result;
  for (std::size_t at = text.find("\n```"); at != std::string::npos; at = text.find("\n```", at)) {
    const std::size_t start = text.find('\n', at + 1) + 1;
    const std::size_t end = text.find("\n```", start);
    result.push_back(text.substr(start, end + 1 - start));
    at = end + 4;
  }
  return result;
}

}  // namespace

TEST_CASE("The scenario of the manual loads") {
  const auto loaded = scenarios::load_text(blocks().at(0), "my-crisis.toml");
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  CHECK(loaded->title == "Lynas stumbles");
  CHECK(loaded->parameters.market.outside_supply_t_per_year == 9000);
}

TEST_CASE("The number of the manual with grounds of its own loads over june-2025") {
  const auto loaded = scenarios::load_text("extends = \"june-2025\"\n" + blocks().at(1), "x.toml");
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  CHECK(loaded->parameters.ore.mined_reo_t_per_year == 6000);
}

TEST_CASE("The tactic and the observation of the manual load over june-2025") {
  const std::string above = "title = \"x\"\nsummary = \"y\"\nextends = \"june-2025\"\n";
  const auto loaded = scenarios::load_text(above + blocks().at(2) + blocks().at(3), "x.toml");
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  CHECK(loaded->seats.at(0).tactic == "boulware:exponent=2");
  const auto stock = monazite::v1::QUANTITY_INDIA_NDPR_STOCK;
  CHECK(!loaded->observations.sight(stock, scenarios::Viewpoint::kMakers).sees());
  CHECK(loaded->observations.sight(stock, scenarios::Viewpoint::kJapan).delay_months == 0);
  CHECK(loaded->observations.sight(stock, scenarios::Viewpoint::kIndia).delay_months == 1);
}

TEST_CASE("The faults of the manual are those that the program prints") {
  const auto broken = scenarios::load_text(blocks().at(4), "six-faults.toml");
  REQUIRE(!broken);
  CHECK(broken.error().size() == 6);
  CHECK(scenarios::to_string(broken.error()) == blocks().at(5));
  const auto setting = scenarios::load_builtin("june-2025", {"conduct.supply=nsh"});
  REQUIRE(!setting);
  CHECK(scenarios::to_string(setting.error()) == blocks().at(6));
}

TEST_CASE("The manual lists every scenario") {
  std::ifstream in(MONAZITE_SOURCE_DIR "/docs/scenarios.md");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& listed : scenarios::list_builtin()) {
    CAPTURE(listed.name);
    CHECK(text.find("`" + listed.name + "`") != std::string::npos);
  }
}

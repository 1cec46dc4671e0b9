#include <tests/support/catch.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/reservation.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

using World = fixtures::TwoCapitals;

TEST_CASE("No deal is worth to both capitals what the worked example says") {
  World world;
  world.appraise();
  const Value& prime_minister = world.india.no_deal[6];
  CHECK_THAT(prime_minister.material, WithinAbs(6.28, 0.02));
  CHECK_THAT(prime_minister.audience, WithinAbs(-8.58, 0.02));
  CHECK_THAT(prime_minister.relationship, WithinAbs(8.61, 0.02));
  const Value& meti = world.japan.no_deal[0];
  CHECK_THAT(meti.total(), WithinAbs(22.6, 0.1));
  CHECK_THAT(meti.relationship, WithinAbs(0.692 * 4.03, 0.01));
}

TEST_CASE("Gains of the offices from the worked package and its neighbours are those printed") {
  World world;
  world.appraise();
  treaty::MouTerms package = fixtures::worked_package();
  std::vector<double> printed;
  SECTION("as it is") {
    printed = {12.9, 1.2, -15.2, 20.1, 16.1, 17.9, 0.1, 2.0, 14.8};
  }
  SECTION("without finance") {
    package.finance_bn_jpy = 0;
    printed = {6.9, -6.8, -25.3, 10.1, 6.1, 23.6, 3.6, 13.3, 16.2};
  }
  SECTION("with a licence for metal and alloy") {
    package.technology_level = 2;
    printed = {16.6, 11.1, 0.3, 26.3, 24.6, 12.5, -16.0, -2.6, 5.6};
  }
  SECTION("with more tonnes after plants run") {
    package.share_after_plants = 0.75;
    printed = {13.9, -11.3, -38.3, 18.5, 10.9, 23.8, 2.2, 5.7, 19.9};
  }
  SECTION("with 1,500 t") {
    package.volume_t_per_year = 1500;
    printed = {29.2, -31.5, -65.3, 21.3, 6.8, 36.7, 7.0, 14.1, 31.2};
  }
  const std::size_t india[] = {0, 1, 2, 4, 6};
  const std::size_t japan[] = {0, 1, 4, 5};
  for (std::size_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK_THAT(world.gain(world.india, india[i], package), WithinAbs(printed[i], 0.15));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK_THAT(world.gain(world.japan, japan[i], package), WithinAbs(printed[5 + i], 0.15));
  }
}

TEST_CASE("Reservation prices move as their owners' fundamentals do") {
  World before, after;
  before.appraise();
  SECTION("half of the Indian stock raises India's price and leaves Japan's") {
    after.beliefs.india_stock_ndpr_t /= 2;
    after.appraise();
    CHECK(after.price_india > before.price_india + 1);
    CHECK(after.price_japan == before.price_japan);
  }
  SECTION("half of Japan's stocks raises Japan's price and leaves India's") {
    after.beliefs.maker_cover_days /= 2;
    after.beliefs.state_cover_days /= 2;
    after.appraise();
    CHECK(after.price_japan > before.price_japan + 1);
    CHECK(after.price_india == before.price_india);
  }
  SECTION("ten dollars more of IREL's cost raise India's price by ten") {
    after.india_type.feed_cost_usd_per_kg = 10;
    after.appraise();
    CHECK_THAT(after.price_india - before.price_india, WithinAbs(10, 1e-9));
    CHECK(after.price_japan == before.price_japan);
  }
  SECTION("ten dollars more of the refinery's cost lower Japan's price by eight to ten") {
    after.parameters.refinery.cost_usd_per_kg_ndpr += 10;
    after.appraise();
    CHECK(before.price_japan - after.price_japan > 8);
    CHECK(before.price_japan - after.price_japan < 10);
    CHECK(after.price_india == before.price_india);
  }
  SECTION("a late ship raises Japan's price") {
    after.beliefs.late_cargoes = 2;
    after.appraise();
    CHECK(after.price_japan > before.price_japan);
  }
  SECTION("heat raises India's price") {
    after.beliefs.heat += 0.2;
    after.appraise();
    CHECK(after.price_india > before.price_india + 1);
  }
}

TEST_CASE("A flow held back lowers the value of no deal to both") {
  World open, held;
  open.appraise();
  held.beliefs.feed_factor = 0.5;
  held.appraise();
  CHECK(held.japan.side_no_deal.total() < open.japan.side_no_deal.total());
  CHECK(held.india.side_no_deal.relationship < open.india.side_no_deal.relationship);
}

TEST_CASE("While a deal is in force it is what a side has without a new one") {
  World world;
  world.beliefs.terms = fixtures::worked_package();
  world.beliefs.signed_deal = true;
  world.beliefs.until = base::add_months(fixtures::kSeptember2025, 84);
  world.appraise();
  for (const SideModel* side : {&world.india, &world.japan}) {
    const double anew = side->side_value(world.parameters, fixtures::worked_package()).total();
    CHECK_THAT(side->side_no_deal.total(), WithinAbs(anew, 0.02));
  }
}

}  // namespace
}  // namespace monazite::mandates

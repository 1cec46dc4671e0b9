#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/supply_views.hpp>

using namespace monazite;
using mandates::IrelSituation;
using mandates::SupplyAppraiser;
using mandates::ToyotsuSituation;

namespace {

IrelSituation irel() {
  IrelSituation s;
  s.index_usd_per_kg = 60.6;
  s.light_usd_per_kg = 1.2;
  s.indian_stock_t = 472;
  s.own_output_t_per_year = 550;
  s.promised_t_per_year = 255;
  s.months_to_announced_start = 28;
  s.slip_belief_months = 20;
  s.memorandum = fixtures::memorandum();
  return s;
}

ToyotsuSituation toyotsu() {
  ToyotsuSituation s;
  s.index_usd_per_kg = 60.6;
  s.light_usd_per_kg = 1.2;
  s.customers_cover_days = 125;
  s.own_output_t_per_year = 550;
  s.months_to_announced_start = 28;
  s.memorandum = fixtures::memorandum();
  return s;
}

double least(const equations::Parameters& p, const IrelSituation& s) {
  const SupplyAppraiser side(mandates::irel_view(p, s));
  return side.reservation_price(fixtures::contract());
}

double most(const equations::Parameters& p, const ToyotsuSituation& s) {
  const SupplyAppraiser side(mandates::toyotsu_view(p, s));
  return side.reservation_price(fixtures::contract());
}

}  // namespace

TEST_CASE("NdPr kept is worth what the worked example of the specification says") {
  // Section 12.1: the Prime Minister's office, which believes in a slip of 12 months and discounts
  // at 7 %: 39.2 and 97.4 USD/kg.
  IrelSituation s = irel();
  s.slip_belief_months = 12;
  s.own_output_t_per_year = 2900 * 0.87 * 0.9 * 0.255 * 0.95;
  const mandates::KeptWorth kept = mandates::kept_worth(fixtures::plain_parameters(), s, 0.07);
  CHECK(kept.before == Approx(39.2).margin(0.3));
  CHECK(kept.after == Approx(97.4).margin(0.3));
}

TEST_CASE(
    "The chance of a shortage rises as cover runs down, as China tightens and once it is there") {
  const equations::Parameters p = fixtures::plain_parameters();
  CHECK(mandates::shortage_chance(p, 0, 60, false) > mandates::shortage_chance(p, 0, 120, false));
  CHECK(mandates::shortage_chance(p, 2, 60, false) > mandates::shortage_chance(p, 0, 60, false));
  CHECK(mandates::shortage_chance(p, 0, 60, true) > mandates::shortage_chance(p, 0, 60, false));
  // Section 12.2: 120 days of cover with China open.
  CHECK(mandates::shortage_chance(p, 0, 120, false) == Approx(0.0011).margin(0.0001));
}

TEST_CASE("The feed for 1,000 t in Japan is 95 t a month") {
  const equations::Parameters p = fixtures::plain_parameters();
  CHECK(mandates::feed_t_per_year(p.refinery, 1000) / 12 == Approx(95.46).margin(0.01));
}

TEST_CASE("A cost of feeding raises IREL's least price by as much") {
  const equations::Parameters p = fixtures::plain_parameters();
  equations::Parameters dear = p;
  dear.irel.feed_cost_usd_per_kg = 10;
  CHECK(least(dear, irel()) - least(p, irel()) == Approx(10).margin(1e-6));
}

TEST_CASE("IREL's least price rises when the Indian stock is halved or the plants come sooner") {
  const equations::Parameters p = fixtures::plain_parameters();
  IrelSituation thin = irel();
  thin.indian_stock_t /= 2;
  CHECK(least(p, thin) > least(p, irel()));
  IrelSituation soon = irel();
  soon.months_to_announced_start = 6;
  CHECK(least(p, soon) > least(p, irel()));
}

TEST_CASE("Without magnet plants NdPr kept at home is worth less") {
  equations::Parameters never = fixtures::plain_parameters();
  never.switches.plants = false;
  CHECK(least(never, irel()) < least(fixtures::plain_parameters(), irel()));
}

TEST_CASE("A refinery that costs more pays less for feed, by as much") {
  equations::Parameters dear = fixtures::plain_parameters();
  dear.refinery.cost_usd_per_kg_ndpr += 10;
  const double lower = most(fixtures::plain_parameters(), toyotsu()) - most(dear, toyotsu());
  CHECK(lower == Approx(10).margin(1e-6));
}

TEST_CASE(
    "Toyotsu pays more when its customers' stocks are halved and less when exports are stopped") {
  const equations::Parameters p = fixtures::plain_parameters();
  ToyotsuSituation thin = toyotsu();
  thin.customers_cover_days /= 2;
  CHECK(most(p, thin) > most(p, toyotsu()));
  ToyotsuSituation shut = toyotsu();
  shut.export_share = 0.5;
  CHECK(most(p, shut) < most(p, toyotsu()));
}

TEST_CASE("Another's stock or cost leaves one's own reservation price alone") {
  const equations::Parameters p = fixtures::plain_parameters();
  equations::Parameters dear = p;
  dear.refinery.cost_usd_per_kg_ndpr += 10;
  CHECK(least(dear, irel()) == least(p, irel()));
}

TEST_CASE("At the prices of the specification there is something to share") {
  const equations::Parameters p = fixtures::plain_parameters();
  const double feed_price = p.appraisal.feed_price_share * 60.6;
  CHECK(least(p, irel()) < feed_price);
  CHECK(most(p, toyotsu()) > feed_price);
}

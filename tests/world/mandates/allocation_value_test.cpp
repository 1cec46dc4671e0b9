#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/allocation_value.hpp>

using namespace monazite;
using mandates::MakerView;
using mandates::SellerView;
using treaty::AllocationTerms;

namespace {

MakerView maker() {
  MakerView view;
  view.index_usd_per_kg = 60;
  view.index_log_sd = 0.35;
  view.need_t_per_quarter = 400;
  view.cover_days = 65;
  view.state_days = 30;
  view.target_cover_days = 65;
  view.loss_usd_per_kg = 1500;
  view.qualification_months = 9;
  view.security_usd_per_kg = 12.5;
  view.usual_t = 15;
  return view;
}

SellerView seller() {
  SellerView view;
  view.index_usd_per_kg = 60;
  view.index_log_sd = 0.35;
  view.left_t = 60;
  view.spot_discount = 0.03;
  view.usual_t = 15;
  view.partnership_musd = 0.02;
  return view;
}

double buys(const MakerView& view, const AllocationTerms& terms) {
  return mandates::maker_worth(fixtures::plain_parameters(), view, terms).total();
}

double nothing(const MakerView& view) {
  return mandates::maker_no_deal(fixtures::plain_parameters(), view).total();
}

double sells(const SellerView& view, const AllocationTerms& terms) {
  return mandates::seller_worth(view, terms).total();
}

}  // namespace

TEST_CASE("No tonnes are worth no deal to a maker") {
  CHECK(buys(maker(), {0, 15, 20}) == nothing(maker()));
}

TEST_CASE("A tonne is worth more to a maker with half the stock, and no deal is worth less") {
  MakerView thin = maker();
  thin.cover_days /= 2;
  const AllocationTerms terms{15, 0, 0};
  CHECK(buys(thin, terms) - nothing(thin) > buys(maker(), terms) - nothing(maker()));
  CHECK(nothing(thin) < nothing(maker()));
  const equations::Parameters p = fixtures::plain_parameters();
  CHECK(mandates::maker_reservation_premium(p, thin, 15) >
        mandates::maker_reservation_premium(p, maker(), 15));
}

TEST_CASE("A maker pays more when China tightens and when its supplier is hard to replace") {
  const equations::Parameters p = fixtures::plain_parameters();
  const double usual = mandates::maker_reservation_premium(p, maker(), 15);
  MakerView afraid = maker();
  afraid.regime_light = 2;
  CHECK(mandates::maker_reservation_premium(p, afraid, 15) > usual);
  MakerView bound = maker();
  bound.qualification_months = 18;
  CHECK(mandates::maker_reservation_premium(p, bound, 15) > usual);
}

TEST_CASE("Each further tonne is worth less, and a full store costs money") {
  const equations::Parameters p = fixtures::plain_parameters();
  double last = mandates::maker_marginal_worth(p, maker(), 0);
  for (double days = 10; days <= 400; days += 10) {
    const double worth = mandates::maker_marginal_worth(p, maker(), days);
    CHECK(worth < last);
    last = worth;
  }
  CHECK(last < 0);
}

TEST_CASE("At the reservation premium a maker neither gains nor loses") {
  const equations::Parameters p = fixtures::plain_parameters();
  AllocationTerms terms{15, 0, 0};
  terms.premium_percent = mandates::maker_reservation_premium(p, maker(), 15);
  CHECK(buys(maker(), terms) == Approx(nothing(maker())).margin(1e-12));
}

TEST_CASE("The premium of an allocation is a transfer") {
  const double gain_of_seller = sells(seller(), {15, 10, 0}) - sells(seller(), {15, 0, 0});
  const double loss_of_buyer = buys(maker(), {15, 0, 0}) - buys(maker(), {15, 10, 0});
  CHECK(gain_of_seller == Approx(15 * 0.1 * 60 * 1e-3));
  CHECK(gain_of_seller == Approx(loss_of_buyer));
}

TEST_CASE("Flexibility costs the seller less than it gives a maker that fears a shortage") {
  const double cost = sells(seller(), {15, 0, 0}) - sells(seller(), {15, 0, 20});
  const double gain = buys(maker(), {15, 0, 20}) - buys(maker(), {15, 0, 0});
  CHECK(cost > 0);
  CHECK(gain > cost);
}

TEST_CASE("Without rivals the seller gains what the spot market would have cost it") {
  SellerView view = seller();
  view.relationship_on = false;
  CHECK(sells(view, {15, 0, 0}) == Approx(15 * 0.03 * 60 * 1e-3));
  CHECK(sells(view, {0, 0, 0}) == 0);
}

TEST_CASE("A tonne given to one maker costs the seller the best offer it displaces") {
  SellerView view = seller();
  view.relationship_on = false;
  view.rivals = {{40, 10}, {40, 5}};
  // 60 t are left: 40 at 10 % and 20 at 5 % without the maker; 20 t to it displace the 20 at 5 %.
  CHECK(mandates::seller_elsewhere(view, 60) == Approx((40 * 0.10 + 20 * 0.05) * 60 * 1e-3));
  CHECK(sells(view, {20, 5, 0}) == Approx(0).margin(1e-12));
  CHECK(sells(view, {20, 0, 0}) < 0);
  CHECK(sells(view, {40, 5, 0}) < 0);  // the second 20 t displace offers at 10 %
  CHECK(sells(view, {40, 10, 0}) > 0);
}

TEST_CASE("Offers below the spot market do not count") {
  SellerView view = seller();
  view.rivals = {{40, -5}};
  SellerView alone = seller();
  CHECK(mandates::seller_elsewhere(view, 60) == mandates::seller_elsewhere(alone, 60));
}

TEST_CASE("Material and relationship of an allocation can be switched off one by one") {
  MakerView cold = maker();
  cold.relationship_on = false;
  const equations::Parameters p = fixtures::plain_parameters();
  CHECK(mandates::maker_worth(p, cold, {15, 0, 0}).relationship == 0);
  CHECK(mandates::maker_worth(p, maker(), {15, 0, 0}).relationship > 0);
  MakerView careless = maker();
  careless.material_on = false;
  CHECK(mandates::maker_worth(p, careless, {15, 0, 0}).material == 0);
}

TEST_CASE("The table of an agenda gives the same worth as allocations one by one") {
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  const mandates::TermsReader reader(agenda);
  SellerView with_rivals = seller();
  with_rivals.rivals = {{20, 10}, {30, 5}};
  const mandates::AllocationTable buyer(agenda, reader, {},
                                        [](const auto& terms) { return buys(maker(), terms); });
  const mandates::AllocationTable supplier(
      agenda, reader, {}, [&](const auto& terms) { return sells(with_rivals, terms); });
  for (agenda::Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
    const auto levels = mandates::levels_of(agenda, outcome);
    const AllocationTerms terms = reader.allocation(agenda, outcome, {});
    REQUIRE(buyer.value(levels.data()) == Approx(buys(maker(), terms)).margin(1e-12));
    REQUIRE(supplier.value(levels.data()) == Approx(sells(with_rivals, terms)).margin(1e-12));
  }
}

#include <limits>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/company_beliefs.hpp>

using namespace monazite;
using fixtures::reading;
using mandates::CompanyBeliefs;

namespace {

v1::Envelope cargo(base::Day left, base::Day due, double ndpr_t, bool landed) {
  v1::Envelope message;
  message.mutable_shipment()->set_reo_t(4 * ndpr_t);
  message.mutable_shipment()->set_ndpr_t(ndpr_t);
  message.mutable_shipment()->set_left_day(left.number);
  message.mutable_shipment()->set_due_day(due.number);
  message.mutable_shipment()->set_landed(landed);
  return message;
}

}  // namespace

TEST_CASE("The newest reading counts, and what was never read is what the caller takes it for") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  CHECK(beliefs.reading(v1::QUANTITY_INDIA_NDPR_STOCK, 30.0) == 30);
  CHECK(beliefs.absorb(reading(5, v1::QUANTITY_INDIA_NDPR_STOCK, 470)));
  CHECK(beliefs.absorb(reading(5, v1::QUANTITY_INDIA_NDPR_STOCK, 480)));
  CHECK(beliefs.reading(v1::QUANTITY_INDIA_NDPR_STOCK, 30.0) == 480);
}

TEST_CASE("Readings about different seats are kept apart") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  beliefs.absorb(reading(6, v1::QUANTITY_MAKER_COVER, 40, fixtures::kShinEtsu));
  beliefs.absorb(reading(6, v1::QUANTITY_MAKER_COVER, 70, fixtures::kToyota));
  CHECK(beliefs.reading(v1::QUANTITY_MAKER_COVER, fixtures::kShinEtsu, 0) == 40);
  CHECK(beliefs.reading(v1::QUANTITY_MAKER_COVER, fixtures::kToyota, 0) == 70);
  CHECK(beliefs.reading(v1::QUANTITY_MAKER_COVER, 11.0) == 11);
}

TEST_CASE("A reading that is no number is passed over") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  beliefs.absorb(reading(5, v1::QUANTITY_PRICE_NDPR_OUTSIDE, 80));
  beliefs.absorb(
      reading(5, v1::QUANTITY_PRICE_NDPR_OUTSIDE, std::numeric_limits<double>::quiet_NaN()));
  CHECK(beliefs.six_month_price() == 80);
}

TEST_CASE("The price is remembered for six months") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  CHECK(beliefs.six_month_price() == Approx(1.04 * 58));
  for (int month = 1; month <= 8; ++month) {
    beliefs.absorb(reading(5, v1::QUANTITY_PRICE_NDPR_OUTSIDE, 10.0 * month));
  }
  CHECK(beliefs.six_month_price() == Approx(55));  // 30 to 80
}

TEST_CASE("Directions of atomic energy bind, a request binds nobody") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  CHECK_FALSE(beliefs.absorb(fixtures::directive(5, v1::ACT_REQUEST_HOLD_BACK)));
  CHECK(beliefs.feed_factor() == 1);
  CHECK(beliefs.absorb(fixtures::directive(5, v1::ACT_DIRECT_FEED_HALF)));
  CHECK(beliefs.feed_factor() == 0.5);
  CHECK(beliefs.absorb(fixtures::directive(5, v1::ACT_DIRECT_FEED_LIGHT)));
  CHECK(beliefs.light_only());
  CHECK(beliefs.absorb(fixtures::directive(5, v1::ACT_DIRECT_FEED_STOP)));
  CHECK(beliefs.feed_factor() == 0);
  CHECK(beliefs.absorb(fixtures::directive(5, v1::ACT_DIRECT_FEED_FULL)));
  CHECK(beliefs.feed_factor() == 1);
  CHECK_FALSE(beliefs.light_only());
}

TEST_CASE("A notification in the gazette limits exports until it is lifted") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  v1::Envelope message;
  auto& notice = *message.mutable_policy_announcement();
  notice.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
  notice.set_act(v1::ACT_NOTIFY_STOP);
  CHECK(beliefs.absorb(message));
  CHECK(beliefs.export_cap() == 0);
  CHECK(beliefs.expected_export_share() == 0.5);
  notice.set_act(v1::ACT_NOTIFY_LIFT);
  beliefs.absorb(message);
  CHECK(beliefs.expected_export_share() == 1);
}

TEST_CASE("Trust falls with a broken promise and stays at its prior when it is switched off") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  const double before = beliefs.trust_in_feed();
  beliefs.absorb(reading(6, v1::QUANTITY_FULFILMENT, 0));
  CHECK(beliefs.trust_in_feed() < before);
  equations::Parameters fixed = fixtures::plain_parameters();
  fixed.switches.trust = false;
  CompanyBeliefs stubborn(fixed);
  stubborn.absorb(reading(6, v1::QUANTITY_FULFILMENT, 0));
  CHECK(stubborn.trust_in_feed() == before);
}

TEST_CASE("A cargo is overdue from the day after it was due until it lands") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  const base::Day left{20000};
  beliefs.absorb(cargo(left, left + 20, 10, false));
  CHECK(beliefs.overdue_ndpr_t(left + 20) == 0);
  CHECK(beliefs.overdue_ndpr_t(left + 21) == 10);
  beliefs.absorb(cargo(left, left + 20, 10, true));
  CHECK(beliefs.overdue_ndpr_t(left + 40) == 0);
}

TEST_CASE("The announced start of the plants counts from today") {
  CompanyBeliefs beliefs(fixtures::plain_parameters());
  const base::Day first = fixtures::kFirstDay;
  CHECK(beliefs.months_to_announced_start(first, first) == Approx(48).margin(0.1));
  beliefs.absorb(reading(5, v1::QUANTITY_INDIA_PLANT_START, first.number + 100));
  CHECK(beliefs.months_to_announced_start(first + 200, first) < 0);
  CHECK_FALSE(beliefs.plants_run());
  beliefs.absorb(reading(5, v1::QUANTITY_INDIA_PLANT_LOAD, 0.2));
  CHECK(beliefs.plants_run());
}

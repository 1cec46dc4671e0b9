#include <tests/support/catch.hpp>
#include <world/engine/flow_orders.hpp>

using namespace monazite;
using engine::FlowOrders;

namespace {

const base::Day kFirst = base::to_day({2025, 6, 1});

/// Plays the days of June 2025 from `from` (1 is the first) to `to`.
void play_days(FlowOrders& orders, int from, int to) {
  for (int day = from; day <= to; ++day) orders.begin_day(kFirst + (day - 1));
}

}  // namespace

TEST_CASE("an order comes into force after its delay and not a day earlier") {
  FlowOrders orders;
  play_days(orders, 1, 5);
  orders.give(v1::ACT_DIRECT_FEED_STOP, kFirst + 4, kFirst + 14, 7);
  play_days(orders, 6, 14);
  CHECK_FALSE(orders.in_force().restricted());
  CHECK(orders.changed_by() == 0);
  play_days(orders, 15, 15);
  CHECK(orders.in_force().feed_factor == 0);
  CHECK(orders.changed_by() == 7);
}

TEST_CASE("the month in which an order comes into force is held back for the days that are left") {
  FlowOrders orders;
  orders.give(v1::ACT_DIRECT_FEED_STOP, kFirst, kFirst + 20, 1);
  orders.give(v1::ACT_NOTIFY_HALF, kFirst, kFirst + 15, 2);
  play_days(orders, 1, 30);
  const engine::MonthlyFlow june = orders.end_month();
  CHECK(june.feed_factor == Approx(20.0 / 30));
  CHECK(june.export_cap == Approx((15 + 0.5 * 15) / 30));
  orders.begin_day(kFirst + 30);
  CHECK(orders.end_month().feed_factor == 0);
}

TEST_CASE("a direction La/Ce only counts by the feed that it meets") {
  FlowOrders orders;
  play_days(orders, 1, 10);
  orders.give(v1::ACT_DIRECT_FEED_HALF, kFirst + 9, kFirst + 9, 1);
  play_days(orders, 11, 20);
  orders.give(v1::ACT_DIRECT_FEED_LIGHT, kFirst + 19, kFirst + 19, 2);
  play_days(orders, 21, 30);
  const engine::MonthlyFlow june = orders.end_month();
  CHECK(june.feed_factor == Approx(25.0 / 30));
  CHECK(june.light_only_share == Approx(10.0 / 25));
}

TEST_CASE("an order without delay counts at once and for the whole of the next month") {
  FlowOrders orders;
  play_days(orders, 1, 30);
  (void)orders.end_month();
  orders.give(v1::ACT_NOTIFY_STOP, kFirst + 29, kFirst + 29, 3);
  CHECK(orders.in_force().export_cap == 0);
  orders.begin_day(kFirst + 30);
  CHECK(orders.end_month().export_cap == 0);
}

TEST_CASE("a later order of the other kind leaves the earlier one on its way") {
  FlowOrders orders;
  orders.give(v1::ACT_DIRECT_FEED_STOP, kFirst, kFirst + 30, 1);
  orders.give(v1::ACT_DIRECT_FEED_FULL, kFirst, kFirst + 40, 2);
  orders.begin_day(kFirst + 30);
  CHECK(orders.in_force().feed_factor == 0);
  orders.begin_day(kFirst + 40);
  CHECK(orders.in_force().feed_factor == 1);
  CHECK(orders.changed_by() == 2);
}

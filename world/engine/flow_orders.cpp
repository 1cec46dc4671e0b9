#include <algorithm>

#include <world/engine/flow_orders.hpp>

namespace monazite::engine {

void FlowOrders::give(v1::Act act, base::Day today, base::Day from, std::uint64_t message_id) {
  const Order order{act, from, message_id};
  if (from <= today) {
    put_into_force(order);
    return;
  }
  const auto later = std::find_if(pending_.begin(), pending_.end(),
                                  [from](const Order& other) { return from < other.from; });
  pending_.insert(later, order);
}

void FlowOrders::begin_day(base::Day today) {
  while (!pending_.empty() && pending_.front().from <= today) {
    put_into_force(pending_.front());
    pending_.pop_front();
  }
  ++days_;
  feed_ += in_force_.feed_factor;
  light_feed_ += in_force_.light_only ? in_force_.feed_factor : 0;
  cap_ += in_force_.export_cap;
}

MonthlyFlow FlowOrders::end_month() {
  MonthlyFlow month{in_force_.feed_factor, in_force_.light_only ? 1.0 : 0.0, in_force_.export_cap};
  if (days_ > 0) {
    month = {feed_ / days_, feed_ > 0 ? light_feed_ / feed_ : month.light_only_share, cap_ / days_};
  }
  days_ = 0;
  feed_ = light_feed_ = cap_ = 0;
  return month;
}

void FlowOrders::put_into_force(const Order& order) {
  if (in_force_.apply(order.act)) changed_by_ = order.message_id;
}

}  // namespace monazite::engine

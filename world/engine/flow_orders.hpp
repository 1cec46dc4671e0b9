#pragma once

#include <cstdint>
#include <deque>

#include <protocol/base/calendar.hpp>
#include <world/engine/levers.hpp>

namespace monazite::engine {

/// What got through in a month: means over its days.
struct MonthlyFlow {
  double feed_factor = 1;       ///< share of the agreed feed that IREL let through, 0 to 1
  double light_only_share = 0;  ///< of that feed: share under the direction "La/Ce only", 0 to 1
  double export_cap = 1;        ///< share of the agreed volume that could leave India, 0 to 1
};

/// Directions and notifications, given and in force. Paper takes its time: what is ordered today
/// comes into force after the lever's delay (equations::Levers), and a month in which it does so is
/// held back for the days that are left of it.
class FlowOrders {
 public:
  /// An order is given that comes into force on the morning of `from`; at once if that is today or
  /// before. Orders come into force in the order of their days, those of one day as they were
  /// given. `message_id`: what ordered it. Acts that do not touch the flow are none.
  void give(v1::Act act, base::Day today, base::Day from, std::uint64_t message_id);
  /// A day begins; called once for each.
  void begin_day(base::Day today);
  /// Means over the days since the last call. With no day in between: what is in force.
  [[nodiscard]] MonthlyFlow end_month();

  [[nodiscard]] const FlowControl& in_force() const { return in_force_; }
  /// Id of the message that last changed what is in force; 0 at the start.
  [[nodiscard]] std::uint64_t changed_by() const { return changed_by_; }

 private:
  struct Order {
    v1::Act act = v1::ACT_NONE;
    base::Day from{};
    std::uint64_t message_id = 0;
  };

  void put_into_force(const Order& order);

  std::deque<Order> pending_;  ///< by day, then as given
  FlowControl in_force_;
  std::uint64_t changed_by_ = 0;
  // Sums over the days of the month so far.
  int days_ = 0;
  double feed_ = 0;
  double light_feed_ = 0;
  double cap_ = 0;
};

}  // namespace monazite::engine

#pragma once

#include <cstddef>
#include <set>

#include <world/engine/stage.hpp>

namespace monazite::engine {

/// Brings a scenario's events into the world as messages, each on its day. Summits are announced
/// ahead, because a date draws concessions before it comes.
class EventCalendar {
 public:
  /// Posts what is due on the stage's day. Days must not go backwards.
  void post_due(Stage& stage);
  /// The scenario's list of events is another one from the stage's day on, not yet posted: those
  /// before it have had their day. Summits that were announced stay announced.
  void replaced(const Stage& stage);
  /// What this month's events leave of the mine's output; forgets it.
  [[nodiscard]] double take_mine_output_factor();

 private:
  std::size_t next_ = 0;
  std::size_t next_summit_ = 0;
  std::set<std::int32_t> announced_;  ///< days of summits
  double mine_output_factor_ = 1;
};

}  // namespace monazite::engine

#pragma once

#include <cstddef>

#include <world/engine/stage.hpp>

namespace monazite::engine {

/// Brings a scenario's events into the world as messages, each on its day. Summits are announced
/// ahead, because a date draws concessions before it comes.
class EventCalendar {
 public:
  /// Posts what is due on the stage's day. Days must not go backwards.
  void post_due(Stage& stage);
  /// What this month's events leave of the mine's output; forgets it.
  [[nodiscard]] double take_mine_output_factor();

 private:
  std::size_t next_ = 0;
  std::size_t next_summit_ = 0;
  double mine_output_factor_ = 1;
};

}  // namespace monazite::engine

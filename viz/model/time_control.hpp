#pragma once

#include <optional>
#include <vector>

#include <protocol/base/calendar.hpp>

namespace monazite::viz {

/// What a step is.
enum class Step { kDay, kMonth, kEvent, kOffer };
enum class Loop { kOff, kAll, kRange };

/// Where in the history one is, and how time passes. All panels are functions of day().
class TimeControl {
 public:
  static constexpr double kSlowest = 0.25, kFastest = 64;  ///< days a second

  /// The axis of time; the playhead goes to `at` (clamped).
  void set_range(base::Day first, base::Day last, base::Day at);
  /// The last day there is to be shown, which grows while a run is followed.
  void set_available(base::Day last);

  [[nodiscard]] base::Day first() const { return first_; }
  [[nodiscard]] base::Day last() const { return last_; }
  [[nodiscard]] base::Day available() const { return available_; }
  [[nodiscard]] base::Day day() const;
  [[nodiscard]] bool playing() const { return playing_; }
  [[nodiscard]] double speed() const { return speed_; }  ///< days a second
  [[nodiscard]] Step step_size() const { return step_; }
  [[nodiscard]] Loop loop() const { return loop_; }
  [[nodiscard]] bool following() const { return following_; }
  [[nodiscard]] std::optional<base::Day> loop_from() const { return loop_from_; }
  [[nodiscard]] std::optional<base::Day> loop_to() const { return loop_to_; }

  /// Goes to a day; stops following (but not playing).
  void seek(base::Day day);
  /// `events` and `offers`: the days that steps of these kinds go to, ascending.
  void step(Step size, int direction, const std::vector<base::Day>& events,
            const std::vector<base::Day>& offers);
  void set_step_size(Step size) { step_ = size; }
  /// At the end, play begins anew.
  void play_or_pause();
  void pause() { playing_ = false; }
  void set_speed(double days_per_second);
  void set_loop(Loop loop) { loop_ = loop; }
  void set_loop_range(base::Day from, base::Day to);
  void go_to_start();
  /// Goes to the end and stays there while it grows.
  void follow();
  /// Lets time pass. True when the day changed.
  bool advance(double seconds);

 private:
  base::Day first_{}, last_{}, available_{};
  double at_ = 0;  ///< days since 1970-01-01, with parts of days while playing
  double speed_ = 30;
  bool playing_ = false, following_ = false;
  Step step_ = Step::kEvent;
  Loop loop_ = Loop::kOff;
  std::optional<base::Day> loop_from_, loop_to_;
};

}  // namespace monazite::viz

#include <algorithm>
#include <cmath>
#include <utility>

#include <viz/model/time_control.hpp>

namespace monazite::viz {
namespace {

base::Day clamped(base::Day day, base::Day first, base::Day last) {
  return std::max(first, std::min(day, last));
}

/// The nearest of the days beyond `from` in the direction, or `from`.
base::Day next_of(const std::vector<base::Day>& days, base::Day from, int direction) {
  if (direction > 0) {
    const auto after = std::upper_bound(days.begin(), days.end(), from);
    return after == days.end() ? from : *after;
  }
  const auto here = std::lower_bound(days.begin(), days.end(), from);
  return here == days.begin() ? from : *(here - 1);
}

}  // namespace

void TimeControl::set_range(base::Day first, base::Day last, base::Day at) {
  first_ = first;
  last_ = std::max(first, last);
  available_ = last_;
  at_ = clamped(at, first_, last_).number;
  playing_ = following_ = false;
  loop_from_.reset();
  loop_to_.reset();
  if (loop_ == Loop::kRange) loop_ = Loop::kOff;
}

void TimeControl::set_available(base::Day last) {
  available_ = clamped(last, first_, last_);
  if (following_ || at_ > available_.number) at_ = available_.number;
}

base::Day TimeControl::day() const {
  return base::Day{static_cast<std::int32_t>(std::floor(at_))};
}

void TimeControl::seek(base::Day day) {
  following_ = false;
  at_ = clamped(day, first_, available_).number;
}

void TimeControl::step(Step size, int direction, const std::vector<base::Day>& events,
                       const std::vector<base::Day>& offers) {
  if (direction == 0) return;
  const base::Day here = day();
  switch (size) {
    case Step::kDay:
      seek(here + (direction > 0 ? 1 : -1));
      break;
    case Step::kMonth:
      // From end of month to end of month: those are the days that the world is known of.
      if (direction > 0) {
        const base::Day end = base::end_of_month(here);
        seek(end > here ? end : base::end_of_month(here + 1));
      } else {
        seek(base::start_of_month(here) - 1);
      }
      break;
    case Step::kEvent:
      seek(next_of(events, here, direction));
      break;
    case Step::kOffer:
      seek(next_of(offers, here, direction));
      break;
  }
}

void TimeControl::play_or_pause() {
  playing_ = !playing_;
  if (playing_ && !following_ && at_ >= available_.number) at_ = first_.number;
}

void TimeControl::set_speed(double days_per_second) {
  if (std::isfinite(days_per_second)) speed_ = std::clamp(days_per_second, kSlowest, kFastest);
}

void TimeControl::set_loop_range(base::Day from, base::Day to) {
  if (to < from) std::swap(from, to);
  loop_from_ = clamped(from, first_, last_);
  loop_to_ = clamped(to, first_, last_);
  loop_ = Loop::kRange;
}

void TimeControl::go_to_start() {
  seek(first_);
}

void TimeControl::follow() {
  following_ = true;
  playing_ = false;
  at_ = available_.number;
}

bool TimeControl::advance(double seconds) {
  if (!playing_ || following_ || !(seconds > 0)) return false;
  const base::Day before = day();
  at_ += seconds * speed_;
  const bool range = loop_ == Loop::kRange && loop_from_ && loop_to_;
  const base::Day from = range ? *loop_from_ : first_;
  const base::Day to = range ? std::min(*loop_to_, available_) : available_;
  // The last day is shown for as long as the others before a loop begins anew.
  if (loop_ != Loop::kOff && at_ >= to.number + 1) {
    at_ = from.number;
  } else if (loop_ == Loop::kOff && at_ >= to.number) {
    at_ = to.number;
    playing_ = false;
  }
  return day() != before;
}

}  // namespace monazite::viz

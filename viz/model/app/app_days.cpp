#include <algorithm>

#include <viz/model/app/app.hpp>

namespace monazite::viz {
namespace {

constexpr double kShortestZoomDays = 45;
/// Shown of a recording that was just opened: 18 months, a good third of them before its first day.
constexpr double kFirstZoomDays = 548, kBeforeFirstLook = 0.39;

/// 18 months around a day; nothing where all of time is hardly longer.
std::optional<std::pair<double, double>> first_days(const TimeControl& time) {
  const double first = time.first().number, last = time.last().number + 1;
  if (last - first < 1.2 * kFirstZoomDays) return std::nullopt;
  const double wanted = time.day().number - kBeforeFirstLook * kFirstZoomDays;
  const double month = base::start_of_month(base::Day{static_cast<int>(wanted)}).number;
  const double from = std::clamp(month, first, last - kFirstZoomDays);
  return std::pair{from, from + kFirstZoomDays};
}

bool shows_first_days(const View& view) {
  return view.first_zoom && !view.zoom &&
         (view.layout == Layout::kOverview || view.layout == Layout::kNegotiation);
}

}  // namespace

void App::show_first_days() {
  view.zoom.reset();
  view.first_zoom = first_days(time);
}

std::pair<double, double> App::shown_days() const {
  if (view.zoom) return *view.zoom;
  if (shows_first_days(view)) return *view.first_zoom;
  return {time.first().number, time.last().number + 1};
}

void App::zoom(double factor, double around) {
  const double first = time.first().number, last = time.last().number + 1;
  auto [from, to] = shown_days();
  const double width = std::clamp((to - from) * factor, kShortestZoomDays, last - first);
  const double share = std::clamp((around - from) / (to - from), 0.0, 1.0);
  from = std::clamp(around - share * width, first, last - width);
  view.zoom = {from, from + width};
  view.first_zoom.reset();
  if (width >= last - first) view.zoom.reset();
}

void App::pan(double days) {
  auto& shown = shows_first_days(view) ? view.first_zoom : view.zoom;
  if (!shown) return;
  const double width = shown->second - shown->first;
  const double from = std::clamp(shown->first + days, static_cast<double>(time.first().number),
                                 time.last().number + 1 - width);
  shown = {from, from + width};
}

void App::fit() {
  view.zoom.reset();
  view.first_zoom.reset();
}

void App::show_days(double from, double to) {
  view.zoom = {from, to};
  seen_day_ = day();
}

void App::keep_day_in_view() {
  // Where the playhead comes to lie: with the room before it, into which it moves.
  constexpr double kForward = 0.3, kBack = 0.7, kFollowing = 0.9;
  if (seen_day_ == day()) return;
  seen_day_ = day();
  const double now = day().number;
  const auto [from, to] = shown_days();
  if (now >= from && now <= to) return;
  const double share = time.following() ? kFollowing : now > to ? kForward : kBack;
  pan(now - from - share * (to - from));
}

void App::show_range(base::Day from, base::Day until) {
  constexpr double kMargin = 0.1, kLeast = 5;
  time.seek(from);
  const double margin = std::max(kLeast, kMargin * (until - from));
  const double first = time.first().number, last = time.last().number + 1;
  double left = from.number - margin, right = until.number + 1 + margin;
  if (right - left < kShortestZoomDays) {
    const double more = (kShortestZoomDays - (right - left)) / 2;
    left -= more;
    right += more;
  }
  view.zoom = {std::max(first, left), std::min(last, right)};
}

}  // namespace monazite::viz

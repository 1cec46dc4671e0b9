#include <array>

#include <viz/model/phrases.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<const char*, 7> kWeekdays = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
constexpr std::array<const char*, 7> kWeekdaysJa = {"木", "金", "土", "日", "月", "火", "水"};

std::size_t weekday(base::Day day) {  // 1970-01-01 was a Thursday
  return static_cast<std::size_t>(((day.number % 7) + 7) % 7);
}

std::string month_name(base::Day day) {
  return base::to_month_string(day).substr(0, 3);
}

}  // namespace

std::string day_words(const Strings& tr, base::Day day) {
  if (tr.language() == Language::kJapanese) {
    return short_day_words(tr, day) + "(" + kWeekdaysJa[weekday(day)] + ")";
  }
  return std::string(kWeekdays[weekday(day)]) + " " + short_day_words(tr, day);
}

std::string sentence_words(const Strings& tr, std::string_view english) {
  return tr.language() == Language::kJapanese ? in_japanese(english) : std::string(english);
}

std::string short_day_words(const Strings& tr, base::Day day) {
  const base::Date date = base::to_date(day);
  if (tr.language() == Language::kJapanese) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" +
           std::to_string(date.day) + "日";
  }
  return std::to_string(date.day) + " " + month_name(day) + " " + std::to_string(date.year);
}

std::string month_words(const Strings& tr, base::Day day) {
  const base::Date date = base::to_date(day);
  if (tr.language() == Language::kJapanese) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月";
  }
  return base::to_month_string(day);
}

const Tone& tone_of(const Palette& palette, Hue hue) {
  switch (hue) {
    case Hue::kIndia:
      return palette.india;
    case Hue::kJapan:
      return palette.japan;
    case Hue::kChina:
      return palette.china;
    case Hue::kAustralia:
      return palette.australia;
    case Hue::kMakers:
      return palette.makers;
    default:
      return palette.neutral;
  }
}

Look look_of(const Palette& palette, const Replay& replay, base::SeatId seat) {
  if (const scenarios::Seat* found = replay.seat(seat)) return palette.look(*found);
  // A negotiation over a domain: the first party is a circle, the others triangles.
  if (seat == base::kFirstSeat) return {palette.india, Shape::kCircle, false};
  if (seat == base::kFirstSeat + 1) return {palette.japan, Shape::kTriangle, false};
  return {palette.neutral, Shape::kDiamond, false};
}

std::string seat_words(const Strings& tr, const Replay& replay, base::SeatId seat) {
  if (seat == base::kRegistrar) return std::string(tr("registrar"));
  if (seat == base::kPublic) return std::string(tr("everybody"));
  if (seat == base::kRecorder) return std::string(tr("recorder"));
  return tr.party(replay.seat_name(seat), replay.seat_title(seat));
}

}  // namespace monazite::viz

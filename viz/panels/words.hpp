#pragma once

#include <string>

#include <protocol/base/calendar.hpp>
#include <viz/model/hue.hpp>
#include <viz/model/palette.hpp>
#include <viz/model/replay.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// "Fri 1 Aug 2025"; 2025年8月1日(金)
[[nodiscard]] std::string day_words(const Strings& tr, base::Day day);
/// "1 Aug 2025"
[[nodiscard]] std::string short_day_words(const Strings& tr, base::Day day);
/// "Aug 2025"
/// A sentence of the model's wording in the language of the viewer: to be used where it is joined
/// with others before it is drawn.
[[nodiscard]] std::string sentence_words(const Strings& tr, std::string_view english);
[[nodiscard]] std::string month_words(const Strings& tr, base::Day day);

[[nodiscard]] const Tone& tone_of(const Palette& palette, Hue hue);
/// How a seat is shown; neutral where the scenario does not have it.
[[nodiscard]] Look look_of(const Palette& palette, const Replay& replay, base::SeatId seat);
/// A seat's name in the language of the viewer.
[[nodiscard]] std::string seat_words(const Strings& tr, const Replay& replay, base::SeatId seat);

}  // namespace monazite::viz

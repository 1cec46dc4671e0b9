#pragma once

#include <string_view>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {

/// The day that a person means: a date ("2026-03-01"), a month ("2026-03", its first day), or a
/// number counted from the first day of the recording ("day 412", "412"). kBadInput with one
/// sentence in the reader's language, which says what is expected, or between which days.
[[nodiscard]] base::Result<base::Day> day_of_entry(std::string_view typed, base::Day first,
                                                   base::Day last, const Strings& tr);

}  // namespace monazite::viz

#pragma once

#include <string>

#include <protocol/agenda/agenda.hpp>

namespace monazite::viz {

/// A level for a narrow column beside its issue's name, which says the rest: "1,500 t/yr", "5 %",
/// "any plant" for "1,500 t REO/year", "5 % on the outside index", "any plant of a Japanese firm".
/// No two levels of one issue read alike.
[[nodiscard]] std::string short_level(std::string words);
[[nodiscard]] std::string short_level_words(const agenda::Issue& issue, std::uint32_t level);

}  // namespace monazite::viz

#pragma once

#include <string>

#include <protocol/agenda/agenda.hpp>

namespace monazite::viz::game {

/// "0.37"
[[nodiscard]] std::string two(double value);
/// "+0.05", "-0.03"; "0.00" for what is neither at two decimals.
[[nodiscard]] std::string signed_two(double value);
/// "volume 1,500 t/yr, term 7 years": the issues whose level differs, as they are in `to`; at
/// most four of them, then "and 3 more". "the same package" when none does.
[[nodiscard]] std::string changes_words(const agenda::Agenda& agenda, agenda::Outcome from,
                                        agenda::Outcome to);

}  // namespace monazite::viz::game

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <protocol/encounter/alternating_offers.hpp>

namespace monazite::encounter {

/// Why a vote of the party at `voter` on the others' `offers` (by position of their makers) is
/// refused: NOTHING_TO_ACCEPT when it names a package that no other party has on the table,
/// MALFORMED when it names one twice. Nothing: it is sound.
[[nodiscard]] Verdict check_ballot(std::uint32_t voter, std::span<const Outcome> accepted,
                                   const std::vector<std::optional<Outcome>>& offers);

/// Adds to `votes` what the party at `voter` says yes to: the packages named, and its own.
void count_ballot(std::uint32_t voter, std::span<const Outcome> accepted,
                  const std::vector<std::optional<Outcome>>& offers,
                  std::vector<std::uint32_t>& votes);

}  // namespace monazite::encounter

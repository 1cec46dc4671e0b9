#pragma once

#include <world/mandates/acts.hpp>

/// What the lists of acts of both capitals are made with.
namespace monazite::mandates {

inline constexpr base::Purpose kAttention{"mandates.acts.attention"};
inline constexpr base::Purpose kTalksAttention{"mandates.acts.talks_attention"};
inline constexpr base::Purpose kLeakAttention{"mandates.acts.leak_attention"};
inline constexpr base::Purpose kPrimeMinisterClears{"mandates.acts.prime_minister_clears"};

/// What talks are worth to a side, M.
[[nodiscard]] double worth_of_talks(const ActView& view);
/// What the friendship is worth to an office of the own side, M; 0 with the relationship term off.
[[nodiscard]] double friendship_scale(const ActView& view, std::size_t office);
/// Place of an office among those of a side; -1 if the scenario has none.
[[nodiscard]] int place_of(const SideModel& model, v1::Office office);
v1::ActOption& add_option(v1::Brief& brief, v1::Office office, v1::Act act, double value_musd,
                          bool on_the_desk);
/// A draw of the day and the office.
[[nodiscard]] bool drawn(const ActView& view, base::Purpose purpose, v1::Office office,
                         double probability);

}  // namespace monazite::mandates

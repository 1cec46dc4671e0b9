#pragma once

#include <functional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>

namespace monazite::engine {

/// The packages that the briefs of an encounter value, the same for both parties: all of a small
/// agenda; of a large one the terms in force, the agenda's status quo and random draws, half of
/// which keep each issue at its level in force with probability 1/2 (so that small packages are
/// there). Packages that `possible` rejects are left out; each package appears once. A pure
/// function of the draws, `day` and `conversation`. At most `size` packages; fewer when few are
/// possible.
[[nodiscard]] std::vector<agenda::Outcome> sample_packages(
    const agenda::Agenda& agenda, agenda::Outcome in_force, std::size_t size,
    const std::function<bool(agenda::Outcome)>& possible, const base::Draws& draws, base::Day day,
    std::uint32_t conversation);

}  // namespace monazite::engine

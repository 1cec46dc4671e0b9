#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <world/scenarios/scenario.hpp>

namespace monazite::test_support {

/// What any scenario must show, whatever it is about: it plays to its end; messages are numbered
/// without gaps; no built-in party is refused, and each of its moves says why; no stock is negative
/// and no state without a number; nobody is given what it may not read; at least three clauses have
/// a history; and the same seed gives the same history again. Faults as sentences; none is what one
/// wants. In development builds the engine itself stops where mass or money is lost.
[[nodiscard]] std::vector<std::string> faults_in_history(const scenarios::Scenario& scenario,
                                                         std::uint64_t seed);

}  // namespace monazite::test_support

#pragma once

#include <optional>
#include <vector>

#include <agents/preferences/files/detail/draft.hpp>

namespace monazite::preferences::detail {

/// Genius XML: a negotiation_template with the issues, and a utility_space for each party, linear
/// additive or of hyper-rectangles. The texts are in the order of the parties. Nothing after a
/// failure.
[[nodiscard]] std::optional<Domain> read_genius(const std::vector<Text>& texts, Semantics semantics,
                                                Findings& findings);

}  // namespace monazite::preferences::detail

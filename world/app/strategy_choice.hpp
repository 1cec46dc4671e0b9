#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <agents/strategies/strategies.hpp>
#include <protocol/base/result.hpp>
#include <world/lab/tournament.hpp>

namespace monazite::app {

/// Adds every strategy that the command line knows, those of the rules of encounter included.
void register_all(strategies::Strategies& known, preferences::Semantics semantics);

/// The descriptions in "boulware,linear:exponent=2,parts:bidding=micro,acceptance=next": commas
/// part descriptions, unless what follows is another setting of the one before (it holds an equals
/// sign and no colon before it).
[[nodiscard]] std::vector<std::string> split_descriptions(std::string_view list);

/// A strategy by its description, ready to be made often. Fails with the registry's sentence.
/// `known` must outlive it.
[[nodiscard]] base::Result<lab::Contestant> contestant(const strategies::Strategies& known,
                                                       const std::string& description);

}  // namespace monazite::app

#pragma once

#include <span>
#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/utility_table.hpp>
#include <agents/strategies/models/estimation.hpp>

namespace monazite::lab {

/// What `monazite estimate` tells. All that is referred to must outlive it.
struct EstimateReport {
  const preferences::Domain& domain;
  const preferences::UtilityTable& truth;  ///< of the party whose offers they are
  const strategies::Estimation& estimation;
  std::span<const agenda::Outcome> probes;
  std::size_t party = 0;
  std::string model;      ///< its description
  std::string semantics;  ///< in a word
  std::vector<std::string> warnings;
};

/// Weights along the offers, the packages with the highest estimates, the outlook, and accuracy. At
/// most 100 columns where names are short.
[[nodiscard]] std::string estimate_text(const EstimateReport& report);

/// One object; keys in docs/opponent_models.md.
[[nodiscard]] std::string estimate_json(const EstimateReport& report);

}  // namespace monazite::lab

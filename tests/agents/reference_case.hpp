#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/semantics.hpp>

namespace monazite::tests {

/// Names of the reference cases in tests/fixtures/negotiation, in alphabetical order.
[[nodiscard]] std::vector<std::string> reference_cases();

/// Path of a file of a case.
[[nodiscard]] std::string reference_path(const std::string& name, const std::string& file);

/// A JSON file of a case, "analysis.json" say. Stops the program if it is not there or damaged.
[[nodiscard]] nlohmann::json reference_json(const std::string& name, const std::string& file);
[[nodiscard]] bool has_reference(const std::string& name, const std::string& file);

/// The domain as NegMAS reads it: evaluations as they stand. Discounts are left out, and the
/// reservation value is that of the file.
[[nodiscard]] preferences::Domain as_negmas_reads(const std::string& name);
/// The same from the contents of any file in the form of scenario.json.
[[nodiscard]] preferences::Domain as_negmas_reads(const std::string& name,
                                                  const nlohmann::json& scenario);
/// As Genius reads it: evaluations divided by the largest of their issue (0 if that is under 1e-5),
/// the sum clipped at 1.
[[nodiscard]] preferences::Domain as_genius_reads(const std::string& name);

/// The same from any folder that has a scenario.json in the form of the fixtures; nothing when its
/// utilities are not linear additive ones.
[[nodiscard]] std::optional<preferences::Domain> read_reference(const std::string& folder,
                                                                preferences::Semantics semantics);

}  // namespace monazite::tests

#pragma once

#include <optional>
#include <vector>

#include <agents/preferences/files/detail/tree.hpp>

/// Readers of the formats that are trees. Texts and trees are in the order of the parties; each
/// gives nothing after a failure.
namespace monazite::preferences::detail {

struct Document {
  std::string file;
  TreeNode root;
};

[[nodiscard]] bool is_geniusweb_domain(const TreeNode& root);
[[nodiscard]] bool is_geniusweb_profile(const TreeNode& root);
/// GeniusWeb JSON: a domain and a LinearAdditiveUtilitySpace or SumOfGroupsUtilitySpace for each
/// party. Values stand as they are in both semantics: GeniusWeb divides by nothing. Its decimals
/// sum to 1 at most, which doubles may miss by rounding; so Genius' semantics clip at 1.
[[nodiscard]] std::optional<Domain> read_geniusweb(const std::vector<Document>& documents,
                                                   Semantics semantics, Findings& findings);

[[nodiscard]] bool is_negmas_domain(const TreeNode& root);
[[nodiscard]] bool is_negmas_profile(const TreeNode& root);
/// NegMAS' YAML or JSON: an outcome space and a utility function for each party.
[[nodiscard]] std::optional<Domain> read_negmas(const std::vector<Document>& documents,
                                                Semantics semantics, Findings& findings);

/// Our own TOML; one document.
[[nodiscard]] bool is_toml_domain(const TreeNode& root);
[[nodiscard]] std::optional<Domain> read_toml(const Document& document, Semantics semantics,
                                              Findings& findings);

}  // namespace monazite::preferences::detail

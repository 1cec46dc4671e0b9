#pragma once

#include <optional>
#include <string>
#include <vector>

#include <agents/preferences/files/write.hpp>

/// What the writers of all formats share.
namespace monazite::preferences::detail {

/// Utilities are written outcome by outcome up to so many.
inline constexpr std::uint64_t kMostWrittenOutcomes = 100'000;

/// Collects what a format cannot hold.
struct Loss {
  std::vector<std::string> sentences;
  void add(std::string sentence);
};

/// What only our own format can say of issues: units and the present state.
void add_unsaid(const Agenda& agenda, Loss& loss);

/// The utility as a linear additive one with the same values to the last bit, if its form allows.
[[nodiscard]] std::optional<Additive::Parts> as_additive(const Utility& utility,
                                                         const Agenda& agenda);

/// No package is worth more than this: the sum of the largest terms in the order of the issues.
[[nodiscard]] double highest_sum(const Additive::Parts& parts);

/// All values in the order of the outcomes, or nothing when they are too many.
[[nodiscard]] std::optional<std::vector<double>> all_values(const Utility& utility,
                                                            const Agenda& agenda);

/// Whether loading would make exactly this grid from the interval and these formulae.
[[nodiscard]] bool is_usual_grid(const agenda::Issue& issue,
                                 const std::vector<double>& breakpoints);

/// Whether the issue's numbers are all whole numbers from the first to the last.
[[nodiscard]] bool is_contiguous(const agenda::Issue& issue);

/// Names of the profiles' files without extension, ascending in the order of the parties, and that
/// of the domain's, different from them.
struct FileNames {
  std::string domain;
  std::vector<std::string> profiles;
};
[[nodiscard]] FileNames file_names(const Domain& domain);

/// The writers. Each fails with a sentence when the format cannot hold a utility.
[[nodiscard]] base::Result<WrittenDomain> write_genius(const Domain& domain, Semantics semantics);
[[nodiscard]] base::Result<WrittenDomain> write_geniusweb(const Domain& domain,
                                                          Semantics semantics);
[[nodiscard]] base::Result<WrittenDomain> write_negmas(const Domain& domain, Semantics semantics);
[[nodiscard]] base::Result<WrittenDomain> write_toml(const Domain& domain);

}  // namespace monazite::preferences::detail

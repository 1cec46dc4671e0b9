#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <agents/preferences/files/detail/findings.hpp>
#include <agents/preferences/files/load.hpp>
#include <protocol/agenda/agenda.hpp>

/// What the readers of all formats share: issues as a file states them, before they are an agenda.
namespace monazite::preferences::detail {

/// A text of a set of files, in UTF-8.
struct Text {
  std::string file;
  std::string content;
};

/// Below this Genius takes an issue's largest evaluation for 0.
inline constexpr double kNoEvaluation = 1e-5;

/// The last part of a path without folder and extension.
[[nodiscard]] std::string stem_of(const std::string& path);

struct IssueDraft {
  std::string name;
  std::string unit;
  agenda::IssueKind kind = agenda::IssueKind::kDiscrete;
  std::vector<std::string> labels;  ///< of a discrete issue, or of any whose levels are listed
  std::vector<double> numbers;      ///< of those levels, where the file says them; else empty
  double low = 0;                   ///< of an integer or a real issue whose levels are not listed
  double high = 0;
  std::uint32_t steps = 0;          ///< of a real issue's grid; 0: as many as is usual
  std::vector<double> breakpoints;  ///< points that the grid must have
  std::uint32_t status_quo = 0;
  Place place;
};

/// Fails with a sentence with the place of the issue when its range is empty or not finite, or it
/// has more levels than load_domain() takes.
[[nodiscard]] std::optional<agenda::Agenda> build_agenda(const std::string& name,
                                                         const std::vector<IssueDraft>& issues,
                                                         const Place& place, Findings& findings);

/// Finds levels by what a file calls them: the label itself, else the label with other blanks
/// around it, else, on issues of numbers, the same number written otherwise.
class LevelFinder {
 public:
  explicit LevelFinder(const agenda::Issue& issue);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view label) const;
  [[nodiscard]] std::optional<std::uint32_t> find_number(double number) const;

 private:
  // Only asked, never listed.
  std::unordered_map<std::string, std::uint32_t> by_label_;
  std::unordered_map<double, std::uint32_t> by_number_;
};

/// Says so when weights do not sum to 1.
void warn_of_weights(const std::vector<double>& weights, const Place& place, Findings& findings);

/// The ranges of an issue's levels whose numbers lie from `low` to `high`.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_of(
    const agenda::Issue& issue, double low, double high);

}  // namespace monazite::preferences::detail

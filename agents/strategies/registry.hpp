#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <agents/strategies/aspiration.hpp>
#include <protocol/base/result.hpp>

namespace monazite::strategies {

/// A number that a tactic can be given, as in "boulware:exponent=2".
struct Parameter {
  std::string name;
  double usual = 0;   ///< without being told
  double lowest = 0;  ///< allowed range, ends included
  double highest = 0;
  std::string meaning;
};

/// A tactic under its name. `make` gets one value per parameter, in their order, in range.
struct TacticEntry {
  std::string name;
  std::string summary;
  std::vector<Parameter> parameters;
  std::function<std::unique_ptr<Tactic>(std::span<const double>)> make;
};

/// Names for tactics. Filled by explicit calls; register_tactics() adds those of this project, a
/// program that uses the library adds its own with add().
class Registry {
 public:
  /// The name must be new (lower case, digits, underscore).
  void add(TacticEntry entry);
  /// In the order of registration.
  [[nodiscard]] const std::vector<TacticEntry>& entries() const { return entries_; }
  /// Reads NAME or NAME:KEY=VALUE,KEY=VALUE. An unknown name or key, a value that is no number or
  /// out of range, or a key given twice: one sentence with what was expected and the nearest valid
  /// name.
  [[nodiscard]] base::Result<std::unique_ptr<Tactic>> make(std::string_view description) const;

 private:
  std::vector<TacticEntry> entries_;
};

/// boulware (exponent 4), linear, conceder (exponent 0.25), time_dependent (exponent 1), hardliner
/// and its other name tough. Exponents in the convention of TimeDependent.
void register_tactics(Registry& registry);

/// The candidate closest to `name` by edits of single letters (Levenshtein 1966), the first of
/// several; empty when there is none or all differ in more than half of their letters.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       std::span<const std::string> candidates);

}  // namespace monazite::strategies

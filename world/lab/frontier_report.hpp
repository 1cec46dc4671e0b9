#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/domain.hpp>
#include <agents/preferences/lottery.hpp>
#include <agents/preferences/semantics.hpp>

namespace monazite::lab {

/// A domain with its analysis, for those who show it. Owns everything; moved, never copied.
class AnalysedDomain {
 public:
  struct Options {
    preferences::Definitions definitions = preferences::Definitions::kGenius;
    bool unit = false;      ///< normalise each party's utilities to [0, 1] first
    bool conflict = false;  ///< count the conflict of the first two parties, which takes longest
  };

  /// `domain` has two parties or more.
  AnalysedDomain(preferences::Domain domain, const Options& options);

  [[nodiscard]] const preferences::Domain& domain() const { return *domain_; }
  [[nodiscard]] const preferences::Payoffs& payoffs() const { return payoffs_; }
  [[nodiscard]] const preferences::Analysis& analysis() const { return analysis_; }
  [[nodiscard]] const Options& options() const { return options_; }
  /// Whether the space was too large to be valued whole: all figures are then of a sample.
  [[nodiscard]] bool sampled() const { return tables_.front()->sampled(); }
  /// The outcome index of a package of the analysis.
  [[nodiscard]] agenda::Outcome outcome(std::uint32_t package) const {
    return tables_.front()->outcome(package);
  }
  [[nodiscard]] std::vector<double> utilities(std::uint32_t package) const;
  /// Its levels in issue order, "100, index+5%".
  [[nodiscard]] std::string words(std::uint32_t package) const;
  /// The lottery versions of the points, of two parties.
  [[nodiscard]] const std::optional<preferences::LotterySolutions>& lotteries() const {
    return lotteries_;
  }
  [[nodiscard]] const std::optional<double>& conflict() const { return conflict_; }

 private:
  Options options_;
  std::unique_ptr<const preferences::Domain> domain_;  // tables point into it
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables_;
  preferences::Payoffs payoffs_;
  preferences::Analysis analysis_;
  std::optional<preferences::LotterySolutions> lotteries_;
  std::optional<double> conflict_;
};

/// "nash" as a reader has it: "Nash", "Kalai-Smorodinsky", ...
[[nodiscard]] std::string point_words(std::string_view name);

/// A page of plain text: the parties, the measures, the points and the frontier, of which
/// `frontier_lines` at most are shown.
[[nodiscard]] std::string frontier_text(const AnalysedDomain& analysed, std::string_view semantics,
                                        std::size_t frontier_lines);

/// One JSON object with the keys outcomes, reservation, pareto, nash, kalai, kalai_smorodinsky,
/// max_welfare, opposition, rational_fraction and some more (docs/analysis.md). Numbers that JSON
/// cannot hold are the texts "inf" and "-inf".
[[nodiscard]] std::string frontier_json(const AnalysedDomain& analysed, std::string_view semantics,
                                        const std::vector<std::string>& warnings);

/// The frontier and the points beside it as a table by RFC 4180: index, a utility per party, a
/// level per issue, whether on the frontier, and the names of the points.
[[nodiscard]] std::string frontier_csv(const AnalysedDomain& analysed);

/// A picture of the first two parties' utilities: outcomes, frontier, points and reservation
/// values.
[[nodiscard]] std::string frontier_svg(const AnalysedDomain& analysed);

}  // namespace monazite::lab

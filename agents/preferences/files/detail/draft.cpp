#include <algorithm>
#include <cmath>
#include <filesystem>

#include <agents/preferences/files/detail/draft.hpp>
#include <protocol/agenda/issues.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

constexpr double kMostLevels = 1'000'000;
constexpr double kMostLevelsTogether = 4'000'000;
/// Whole numbers up to this are exact in a double.
constexpr double kLargestInteger = 9'007'199'254'740'992;
/// Weights that a file rounds to some digits are not worth a word.
constexpr double kWeightTolerance = 1e-6;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

/// How many levels the issue will have at most; nothing after a failure.
std::optional<double> levels_of(const IssueDraft& draft, Findings& findings) {
  const std::string name = "issue " + in_quotes(draft.name);
  if (draft.kind == agenda::IssueKind::kDiscrete || !draft.labels.empty()) {
    if (draft.labels.empty()) {
      findings.fail(draft.place, name + " has no value");
      return std::nullopt;
    }
    return static_cast<double>(draft.labels.size());
  }
  if (!std::isfinite(draft.low) || !std::isfinite(draft.high) || draft.low > draft.high) {
    findings.fail(draft.place, name +
                                   " needs a lower bound and an upper bound that is not below it, "
                                   "both finite numbers");
    return std::nullopt;
  }
  if (draft.kind == agenda::IssueKind::kReal) {
    return (draft.steps > 0 ? draft.steps : agenda::kRealSteps) + 1.0 +
           static_cast<double>(draft.breakpoints.size());
  }
  if (draft.low != std::floor(draft.low) || draft.high != std::floor(draft.high) ||
      std::abs(draft.low) > kLargestInteger || std::abs(draft.high) > kLargestInteger) {
    findings.fail(draft.place, name + " of whole numbers has a bound that is none");
    return std::nullopt;
  }
  return draft.high - draft.low + 1;
}

agenda::Issue build(const IssueDraft& draft) {
  agenda::Issue issue;
  switch (draft.labels.empty() ? draft.kind : agenda::IssueKind::kDiscrete) {
    case agenda::IssueKind::kDiscrete:
      issue = agenda::discrete_issue(draft.name, draft.labels);
      if (!draft.numbers.empty()) issue.values = draft.numbers;
      break;
    case agenda::IssueKind::kInteger:
      issue = agenda::integer_issue(draft.name, static_cast<std::int64_t>(draft.low),
                                    static_cast<std::int64_t>(draft.high));
      break;
    case agenda::IssueKind::kReal:
      issue =
          agenda::real_issue(draft.name, draft.low, draft.high,
                             draft.steps > 0 ? draft.steps : agenda::kRealSteps, draft.breakpoints);
      break;
  }
  issue.kind = draft.kind;
  issue.unit = draft.unit;
  issue.status_quo = draft.status_quo;
  return issue;
}

}  // namespace

std::string stem_of(const std::string& path) {
  return std::filesystem::path(path).stem().string();
}

std::optional<agenda::Agenda> build_agenda(const std::string& name,
                                           const std::vector<IssueDraft>& issues,
                                           const Place& place, Findings& findings) {
  if (findings.failed()) return std::nullopt;
  double together = 0;
  for (const IssueDraft& draft : issues) {
    const auto levels = levels_of(draft, findings);
    if (!levels) return std::nullopt;
    together += *levels;
    if (*levels > kMostLevels || together > kMostLevelsTogether) {
      findings.fail(draft.place, "issue " + in_quotes(draft.name) +
                                     " has too many values (at most 10^6, and 4 * 10^6 over all "
                                     "issues); a coarser grid or a smaller range will do");
      return std::nullopt;
    }
  }
  std::vector<agenda::Issue> built;
  built.reserve(issues.size());
  for (const IssueDraft& draft : issues) built.push_back(build(draft));
  auto agenda = agenda::Agenda::make(name, std::move(built));
  if (!agenda) {
    findings.fail(place, agenda.error().message);
    return std::nullopt;
  }
  return std::move(*agenda);
}

LevelFinder::LevelFinder(const agenda::Issue& issue) {
  by_label_.reserve(issue.labels.size());
  bool numbers = true;
  for (std::uint32_t level = 0; level < issue.levels(); ++level) {
    by_label_.emplace(issue.labels[level], level);
    const auto number = agenda::number_of(issue.labels[level]);
    numbers = numbers && number && std::isfinite(*number);
  }
  for (std::uint32_t level = 0; level < issue.levels(); ++level) {
    by_label_.emplace(trimmed(issue.labels[level]), level);
    if (numbers) by_number_.emplace(*agenda::number_of(issue.labels[level]), level);
  }
}

std::optional<std::uint32_t> LevelFinder::find(std::string_view label) const {
  auto found = by_label_.find(std::string(label));
  if (found == by_label_.end()) found = by_label_.find(trimmed(label));
  if (found != by_label_.end()) return found->second;
  const auto number = agenda::number_of(label);
  return number ? find_number(*number) : std::nullopt;
}

std::optional<std::uint32_t> LevelFinder::find_number(double number) const {
  const auto found = by_number_.find(number);
  if (found == by_number_.end()) return std::nullopt;
  return found->second;
}

void warn_of_weights(const std::vector<double>& weights, const Place& place, Findings& findings) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  if (!(std::abs(sum - 1) <= kWeightTolerance)) {
    findings.warn(place, "the weights sum to " + agenda::number_text(sum) + ", not to 1");
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_of(const agenda::Issue& issue,
                                                               double low, double high) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  for (std::uint32_t level = 0; level < issue.levels(); ++level) {
    if (issue.values[level] < low || issue.values[level] > high) continue;
    if (!ranges.empty() && ranges.back().second + 1 == level) {
      ranges.back().second = level;
    } else {
      ranges.emplace_back(level, level);
    }
  }
  return ranges;
}

}  // namespace monazite::preferences::detail

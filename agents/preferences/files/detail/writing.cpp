#include <algorithm>
#include <cmath>
#include <set>

#include <agents/preferences/files/detail/findings.hpp>
#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/linear.hpp>
#include <protocol/agenda/issues.hpp>

namespace monazite::preferences::detail {
namespace {

/// A name that every file system takes.
std::string safe(const std::string& name) {
  std::string out;
  for (const char letter : name) {
    const auto code = static_cast<unsigned char>(letter);
    const bool bad = code < 0x20 || code == 0x7F ||
                     std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos;
    out += bad ? '_' : letter;
  }
  while (!out.empty() && out.front() == '.') out.erase(0, 1);
  if (out.size() > 100) out.resize(100);
  return out.empty() ? "domain" : out;
}

}  // namespace

void Loss::add(std::string sentence) {
  if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) {
    sentences.push_back(std::move(sentence));
  }
}

void add_unsaid(const Agenda& agenda, Loss& loss) {
  for (const agenda::Issue& issue : agenda.issues()) {
    if (!issue.unit.empty()) loss.add("the units of issues");
    if (issue.status_quo != 0) loss.add("which levels are the present state of things");
    if (issue.kind != agenda::IssueKind::kDiscrete) continue;
    if (agenda::discrete_issue(issue.name, issue.labels).values != issue.values) {
      loss.add("the numbers behind the levels of issue \"" + issue.name + "\"");
    }
  }
}

std::optional<Additive::Parts> as_additive(const Utility& utility, const Agenda& agenda) {
  if (const auto* additive = dynamic_cast<const Additive*>(&utility)) return additive->parts();
  const auto* linear = dynamic_cast<const Linear*>(&utility);
  // With a constant the two add up in another order.
  if (linear == nullptr || linear->parts().bias != 0) return std::nullopt;
  Additive::Parts parts;
  parts.weights = linear->parts().weights;
  for (const agenda::Issue& issue : agenda.issues()) {
    parts.values.push_back(issue.values);
    parts.functions.emplace_back(Identity{});
  }
  return parts;
}

double highest_sum(const Additive::Parts& parts) {
  double sum = parts.bias;
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    double top = -std::numeric_limits<double>::infinity();
    for (const double value : parts.values[i]) top = std::max(top, parts.weights[i] * value);
    sum += top;
  }
  return sum;
}

std::optional<std::vector<double>> all_values(const Utility& utility, const Agenda& agenda) {
  if (agenda.size() > kMostWrittenOutcomes) return std::nullopt;
  std::vector<double> values(agenda.size());
  utility.fill(agenda, 0, values);
  return values;
}

bool is_usual_grid(const agenda::Issue& issue, const std::vector<double>& breakpoints) {
  return issue.kind == agenda::IssueKind::kReal &&
         agenda::real_issue(issue.name, issue.values.front(), issue.values.back(),
                            agenda::kRealSteps, breakpoints)
                 .values == issue.values;
}

bool is_contiguous(const agenda::Issue& issue) {
  return issue.kind == agenda::IssueKind::kInteger &&
         issue.values.back() - issue.values.front() + 1 == static_cast<double>(issue.levels());
}

FileNames file_names(const Domain& domain) {
  FileNames names;
  names.domain = safe(domain.name);
  std::set<std::string> seen{names.domain};
  bool good = true;
  for (const Profile& profile : domain.profiles) {
    const std::string name = safe(profile.name);
    good = good && name == profile.name && seen.insert(name).second &&
           (names.profiles.empty() || names.profiles.back() < name);
    names.profiles.push_back(name);
  }
  if (good) return names;
  // Numbers with as many digits as the last one has.
  const std::size_t digits = std::to_string(names.profiles.size()).size();
  for (std::size_t i = 0; i < names.profiles.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    names.profiles[i] = std::string(digits - number.size(), '0') + number + "_" + names.profiles[i];
  }
  while (std::find(names.profiles.begin(), names.profiles.end(), names.domain) !=
         names.profiles.end()) {
    names.domain += "_domain";
  }
  return names;
}

}  // namespace monazite::preferences::detail

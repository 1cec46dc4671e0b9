#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <protocol/agenda/agenda.hpp>

namespace monazite::agenda {
namespace {

constexpr std::uint64_t kLargestSpace = std::uint64_t{1} << 63U;

using Fault = std::optional<std::string>;

Fault fault_of_labels(const Issue& issue) {
  if (issue.labels.size() != issue.values.size()) {
    return "has " + std::to_string(issue.labels.size()) + " labels for " +
           std::to_string(issue.values.size()) + " values";
  }
  std::unordered_set<std::string_view> seen;  // only asked, never listed
  seen.reserve(issue.labels.size());
  for (std::size_t level = 0; level < issue.labels.size(); ++level) {
    const std::string& label = issue.labels[level];
    if (label.empty()) return "has no label for level " + std::to_string(level);
    if (!seen.insert(label).second) return "calls two levels '" + label + "'";
  }
  return std::nullopt;
}

Fault fault_of_numbers(const Issue& issue) {
  if (issue.kind == IssueKind::kDiscrete) return std::nullopt;
  for (std::size_t level = 0; level < issue.values.size(); ++level) {
    if (level > 0 && issue.values[level] <= issue.values[level - 1]) {
      return "has a number at level '" + issue.labels[level] + "' that does not ascend";
    }
    if (issue.kind == IssueKind::kInteger &&
        issue.values[level] != std::floor(issue.values[level])) {
      return "of whole numbers has another at level '" + issue.labels[level] + "'";
    }
  }
  return std::nullopt;
}

Fault fault_of(const Issue& issue) {
  if (issue.values.empty()) return "has no level";
  if (issue.values.size() > std::numeric_limits<std::uint32_t>::max()) return "has too many levels";
  if (Fault fault = fault_of_labels(issue)) return fault;
  for (std::size_t level = 0; level < issue.values.size(); ++level) {
    if (!std::isfinite(issue.values[level])) {
      return "has a value that is not a finite number at level '" + issue.labels[level] + "'";
    }
  }
  if (Fault fault = fault_of_numbers(issue)) return fault;
  if (issue.status_quo >= issue.values.size()) {
    return "puts its status quo at level " + std::to_string(issue.status_quo) +
           ", but its levels end at " + std::to_string(issue.values.size() - 1);
  }
  return std::nullopt;
}

Fault fault_of(const std::vector<Issue>& issues) {
  if (issues.empty()) return "needs at least one issue";
  for (auto issue = issues.begin(); issue != issues.end(); ++issue) {
    if (issue->name.empty()) {
      return "has no name for issue " + std::to_string(issue - issues.begin() + 1);
    }
    const auto same_name = [&](const Issue& other) { return other.name == issue->name; };
    if (std::find_if(issues.begin(), issue, same_name) != issue) {
      return "has issue '" + issue->name + "' twice";
    }
    if (const Fault fault = fault_of(*issue)) return "issue '" + issue->name + "' " + *fault;
  }
  return std::nullopt;
}

bool same(const Issue& a, const Issue& b) {
  return a.name == b.name && a.unit == b.unit && a.labels == b.labels && a.values == b.values &&
         a.status_quo == b.status_quo && a.kind == b.kind;
}

IssueKind kind_of(v1::IssueKind kind) {
  switch (kind) {
    case v1::ISSUE_KIND_INTEGER:
      return IssueKind::kInteger;
    case v1::ISSUE_KIND_REAL:
      return IssueKind::kReal;
    default:
      return IssueKind::kDiscrete;
  }
}

/// A discrete issue is written as it was before issues had kinds.
v1::IssueKind kind_of(IssueKind kind) {
  switch (kind) {
    case IssueKind::kInteger:
      return v1::ISSUE_KIND_INTEGER;
    case IssueKind::kReal:
      return v1::ISSUE_KIND_REAL;
    case IssueKind::kDiscrete:
      break;
  }
  return v1::ISSUE_KIND_UNSPECIFIED;
}

}  // namespace

base::Result<Agenda> Agenda::make(std::string name, std::vector<Issue> issues) {
  const auto bad = [&](const std::string& fault) {
    return base::fail(base::ErrorCode::kBadInput, "agenda '" + name + "': " + fault);
  };
  if (const Fault fault = fault_of(issues)) return bad(*fault);
  Agenda agenda;
  std::vector<Radix> radices(issues.size());
  std::uint64_t size = 1;
  for (std::size_t i = issues.size(); i-- > 0;) {
    const std::uint32_t levels = issues[i].levels();
    radices[i] = {size, levels};
    agenda.status_quo_ += size * issues[i].status_quo;
    if (size > kLargestSpace / levels) {
      return bad("has more than 2^63 outcomes; leave out issues or levels");
    }
    size *= levels;
  }
  agenda.size_ = size;
  agenda.body_ =
      std::make_shared<const Body>(Body{std::move(name), std::move(issues), std::move(radices)});
  return agenda;
}

base::Result<Agenda> Agenda::from_message(const v1::Agenda& message) {
  std::vector<Issue> issues;
  issues.reserve(static_cast<std::size_t>(message.issues_size()));
  for (const v1::Issue& from : message.issues()) {
    Issue issue;
    issue.name = from.name();
    issue.unit = from.unit();
    issue.labels.assign(from.labels().begin(), from.labels().end());
    issue.values.assign(from.values().begin(), from.values().end());
    issue.status_quo = from.status_quo();
    issue.kind = kind_of(from.kind());
    issues.push_back(std::move(issue));
  }
  return make(message.name(), std::move(issues));
}

void Agenda::to_message(v1::Agenda& message) const {
  message.Clear();
  message.set_name(name());
  for (const Issue& issue : issues()) {
    v1::Issue& to = *message.add_issues();
    to.set_name(issue.name);
    to.set_unit(issue.unit);
    for (const std::string& label : issue.labels) to.add_labels(label);
    to.mutable_values()->Add(issue.values.begin(), issue.values.end());
    to.set_status_quo(issue.status_quo);
    to.set_kind(kind_of(issue.kind));
  }
}

void Agenda::levels(Outcome outcome, std::uint32_t* levels) const {
  const std::vector<Radix>& radices = body_->radices;
  const auto take_apart = [&](auto rest) {
    for (std::size_t i = radices.size(); i-- > 0;) {
      levels[i] = static_cast<std::uint32_t>(rest % radices[i].levels);
      rest /= radices[i].levels;
    }
  };
  if (size_ <= UINT32_MAX) {  // see level()
    take_apart(static_cast<std::uint32_t>(outcome));
  } else {
    take_apart(outcome);
  }
}

Outcome Agenda::outcome(const std::uint32_t* levels) const {
  Outcome outcome = 0;
  const std::vector<Radix>& radices = body_->radices;
  for (std::size_t i = 0; i < radices.size(); ++i) {
    MONAZITE_CHECK(levels[i] < radices[i].levels, "a level must exist on its issue");
    outcome += radices[i].stride * levels[i];
  }
  return outcome;
}

std::optional<std::size_t> Agenda::find(std::string_view issue_name) const {
  for (std::size_t i = 0; i < issues().size(); ++i) {
    if (issues()[i].name == issue_name) return i;
  }
  return std::nullopt;
}

bool Agenda::same_as(const Agenda& other) const {
  return body_ == other.body_ ||
         (name() == other.name() && std::equal(issues().begin(), issues().end(),
                                               other.issues().begin(), other.issues().end(), same));
}

}  // namespace monazite::agenda

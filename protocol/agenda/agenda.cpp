#include <algorithm>
#include <limits>
#include <utility>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/check.hpp>

namespace monazite::agenda {
namespace {

constexpr std::uint64_t kLargestSpace = std::uint64_t{1} << 63U;

std::optional<std::string> fault_of(const std::vector<Issue>& issues) {
  if (issues.empty()) return "an agenda needs at least one issue";
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const Issue& issue = issues[i];
    const std::string place = "issue '" + issue.name + "' ";
    if (issue.values.empty()) return place + "has no level";
    if (issue.labels.size() != issue.values.size()) {
      return place + "has " + std::to_string(issue.labels.size()) + " labels for " +
             std::to_string(issue.values.size()) + " values";
    }
    if (issue.status_quo >= issue.values.size()) {
      return place + "puts its status quo at level " + std::to_string(issue.status_quo) +
             ", but its levels end at " + std::to_string(issue.values.size() - 1);
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (issues[k].name == issue.name) return place + "is on the agenda twice";
    }
  }
  return std::nullopt;
}

}  // namespace

base::Result<Agenda> Agenda::make(std::string name, std::vector<Issue> issues) {
  if (const auto fault = fault_of(issues)) {
    return base::fail(base::ErrorCode::kBadInput, "agenda '" + name + "': " + *fault);
  }
  Agenda agenda;
  agenda.stride_.resize(issues.size());
  std::uint64_t size = 1;
  for (std::size_t i = issues.size(); i-- > 0;) {
    agenda.stride_[i] = size;
    const std::uint64_t levels = issues[i].values.size();
    if (size > kLargestSpace / levels) {
      return base::fail(base::ErrorCode::kBadInput,
                        "agenda '" + name + "' has more than 2^63 outcomes; leave out an issue or levels");
    }
    size *= levels;
  }
  agenda.size_ = size;
  agenda.name_ = std::move(name);
  agenda.issues_ = std::move(issues);
  for (std::size_t i = 0; i < agenda.issues_.size(); ++i) {
    agenda.status_quo_ += agenda.stride_[i] * agenda.issues_[i].status_quo;
  }
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
    issues.push_back(std::move(issue));
  }
  return make(message.name(), std::move(issues));
}

void Agenda::to_message(v1::Agenda& message) const {
  message.Clear();
  message.set_name(name_);
  for (const Issue& issue : issues_) {
    v1::Issue& to = *message.add_issues();
    to.set_name(issue.name);
    to.set_unit(issue.unit);
    for (const std::string& label : issue.labels) to.add_labels(label);
    to.mutable_values()->Add(issue.values.begin(), issue.values.end());
    to.set_status_quo(issue.status_quo);
  }
}

void Agenda::levels(Outcome outcome, std::uint32_t* levels) const {
  for (std::size_t i = 0; i < issues_.size(); ++i) levels[i] = level(outcome, i);
}

Outcome Agenda::outcome(const std::uint32_t* levels) const {
  Outcome outcome = 0;
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    MONAZITE_CHECK(levels[i] < issues_[i].levels(), "a level must exist on its issue");
    outcome += stride_[i] * levels[i];
  }
  return outcome;
}

std::optional<std::size_t> Agenda::find(std::string_view issue_name) const {
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    if (issues_[i].name == issue_name) return i;
  }
  return std::nullopt;
}

}  // namespace monazite::agenda

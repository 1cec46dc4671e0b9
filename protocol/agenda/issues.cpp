#include <algorithm>
#include <cmath>

#include <protocol/agenda/issues.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::agenda {

Issue discrete_issue(std::string name, std::vector<std::string> labels) {
  Issue issue;
  issue.name = std::move(name);
  for (const std::string& label : labels) {
    const auto number = number_of(label);
    if (!number || !std::isfinite(*number)) break;
    issue.values.push_back(*number);
  }
  if (issue.values.size() < labels.size()) {
    issue.values.clear();
    for (std::size_t i = 0; i < labels.size(); ++i) issue.values.push_back(static_cast<double>(i));
  }
  issue.labels = std::move(labels);
  return issue;
}

Issue integer_issue(std::string name, std::int64_t low, std::int64_t high) {
  MONAZITE_CHECK(low <= high, "an integer issue reaches from its lowest number upwards");
  Issue issue;
  issue.name = std::move(name);
  issue.kind = IssueKind::kInteger;
  for (std::int64_t number = low;; ++number) {
    issue.values.push_back(static_cast<double>(number));
    issue.labels.push_back(std::to_string(number));
    if (number == high) return issue;
  }
}

Issue real_issue(std::string name, double low, double high, std::uint32_t steps,
                 const std::vector<double>& breakpoints) {
  MONAZITE_CHECK(std::isfinite(low) && std::isfinite(high) && low <= high,
                 "a real issue is an interval with finite ends");
  Issue issue;
  issue.name = std::move(name);
  issue.kind = IssueKind::kReal;
  std::vector<double>& points = issue.values;
  points = {low, high};
  for (std::uint32_t i = 1; i < steps; ++i) {
    // Each term by itself: the width of the interval may be beyond a double.
    const double share = static_cast<double>(i) / steps;
    points.push_back(std::clamp(low * (1 - share) + high * share, low, high));
  }
  for (const double point : breakpoints) {
    if (point > low && point < high) points.push_back(point);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  for (const double point : points) issue.labels.push_back(number_text(point));
  return issue;
}

}  // namespace monazite::agenda

#include <algorithm>
#include <cmath>
#include <limits>

#include <agents/preferences/levels_walk.hpp>
#include <agents/preferences/linear.hpp>

namespace monazite::preferences {

base::Result<std::shared_ptr<const Linear>> Linear::make(const Agenda& agenda, Parts parts) {
  const auto fail = [&](const std::string& what) {
    return base::fail(base::ErrorCode::kBadInput, "agenda \"" + agenda.name() + "\": " + what);
  };
  const std::size_t issues = agenda.issues().size();
  if (parts.weights.size() != issues) {
    return fail("a linear utility has one weight for each of its " + std::to_string(issues) +
                " issues");
  }
  double total = std::abs(parts.bias);
  if (!std::isfinite(total)) return fail("the constant of a utility must be a finite number");
  for (std::size_t i = 0; i < issues; ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    double largest = std::isfinite(parts.weights[i]) ? 0 : std::numeric_limits<double>::infinity();
    for (const double number : issue.values) {
      largest = std::max(largest, std::abs(parts.weights[i] * number));
    }
    total += largest;
    if (!std::isfinite(total)) {
      return fail("the weight of issue \"" + issue.name +
                  "\" times its numbers must be a finite number");
    }
  }
  return std::shared_ptr<const Linear>(new Linear(std::move(parts)));
}

double Linear::value(const Agenda& agenda, Outcome outcome) const {
  double sum = 0;
  for (std::size_t i = 0; i < parts_.weights.size(); ++i) {
    sum += parts_.weights[i] * agenda.value(outcome, i);
  }
  return parts_.bias + sum;
}

void Linear::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  if (out.empty()) return;
  LevelsWalk walk(agenda, first);
  for (double& value : out) {
    double sum = 0;
    for (std::size_t i = 0; i < parts_.weights.size(); ++i) {
      sum += parts_.weights[i] * agenda.issues()[i].values[walk.levels()[i]];
    }
    value = parts_.bias + sum;
    walk.next();
  }
}

std::optional<Outcome> Linear::best(const Agenda& agenda) const {
  std::vector<std::uint32_t> levels(parts_.weights.size(), 0);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::vector<double>& numbers = agenda.issues()[i].values;
    for (std::uint32_t k = 1; k < numbers.size(); ++k) {
      if (parts_.weights[i] * numbers[k] >= parts_.weights[i] * numbers[levels[i]]) levels[i] = k;
    }
  }
  return agenda.outcome(levels.data());
}

}  // namespace monazite::preferences

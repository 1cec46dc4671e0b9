#include <algorithm>
#include <cmath>

#include <agents/preferences/utility.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {

void Utility::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = value(agenda, first + i);
}

base::Result<std::shared_ptr<const Additive>> Additive::make(const Agenda& agenda, Parts parts) {
  const auto fail = [&](const std::string& what) {
    return base::fail(base::ErrorCode::kBadInput, "agenda \"" + agenda.name() + "\": " + what);
  };
  const std::size_t issues = agenda.issues().size();
  if (parts.weights.size() != issues || parts.values.size() != issues) {
    return fail("a linear additive utility has one weight and one table for each of its " +
                std::to_string(issues) + " issues");
  }
  if (!parts.functions.empty() && parts.functions.size() != issues) {
    return fail("a linear additive utility has one formula or none for each of its issues");
  }
  if (!std::isfinite(parts.bias) || std::isnan(parts.ceiling)) {
    return fail("the constant of a utility must be a finite number");
  }
  for (std::size_t i = 0; i < issues; ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    if (!std::isfinite(parts.weights[i])) {
      return fail("the weight of issue \"" + issue.name + "\" must be a finite number");
    }
    if (parts.values[i].size() != issue.levels()) {
      return fail("issue \"" + issue.name + "\" has " + std::to_string(issue.levels()) +
                  " levels, its utility has " + std::to_string(parts.values[i].size()));
    }
    for (const double value : parts.values[i]) {
      // A product that overflows would be infinite in every package.
      if (!std::isfinite(value) || !std::isfinite(value * parts.weights[i])) {
        return fail("each value of issue \"" + issue.name + "\" must be a finite number");
      }
    }
  }
  return std::shared_ptr<const Additive>(new Additive(std::move(parts)));
}

double Additive::value(const Agenda& agenda, Outcome outcome) const {
  double sum = parts_.bias;
  for (std::size_t i = 0; i < parts_.weights.size(); ++i) {
    sum += parts_.weights[i] * parts_.values[i][agenda.level(outcome, i)];
  }
  return std::min(sum, parts_.ceiling);
}

void Additive::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  if (out.empty()) return;
  MONAZITE_CHECK(first < agenda.size() && out.size() <= agenda.size() - first,
                 "outcomes to be valued must lie in the agenda");
  const std::size_t issues = parts_.weights.size();
  const std::size_t last = issues - 1;
  std::vector<std::vector<double>> terms(issues);  // weight * value
  for (std::size_t i = 0; i < issues; ++i) {
    for (const double value : parts_.values[i]) terms[i].push_back(parts_.weights[i] * value);
  }
  std::vector<std::uint32_t> levels(issues);
  agenda.levels(first, levels.data());
  std::vector<double> sums(issues);  // sums[i]: the constant and the terms of all issues before i
  const auto sum_up = [&](std::size_t from) {
    for (std::size_t i = from; i < issues; ++i) {
      sums[i] = i == 0 ? parts_.bias : sums[i - 1] + terms[i - 1][levels[i - 1]];
    }
  };
  sum_up(0);
  const std::vector<double>& fastest = terms[last];
  const double ceiling = parts_.ceiling;
  std::size_t done = 0;
  while (true) {
    const double before = sums[last];
    const std::size_t row = std::min(fastest.size() - levels[last], out.size() - done);
    const double* term = fastest.data() + levels[last];
    double* to = out.data() + done;
    for (std::size_t k = 0; k < row; ++k) to[k] = std::min(before + term[k], ceiling);
    done += row;
    if (done == out.size()) return;
    levels[last] = 0;
    std::size_t i = last;
    while (i > 0 && ++levels[i - 1] == terms[i - 1].size()) levels[--i] = 0;
    sum_up(i);
  }
}

std::optional<Outcome> Additive::best(const Agenda& agenda) const {
  // With a ceiling several packages may share the largest value; the one above all of them is as
  // good as any.
  std::vector<std::uint32_t> levels(parts_.weights.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    double top = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < parts_.values[i].size(); ++k) {
      const double term = parts_.weights[i] * parts_.values[i][k];
      if (term >= top) {
        top = term;
        levels[i] = static_cast<std::uint32_t>(k);
      }
    }
  }
  return agenda.outcome(levels.data());
}

}  // namespace monazite::preferences

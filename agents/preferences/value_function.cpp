#include <cmath>

#include <agents/preferences/value_function.hpp>

namespace monazite::preferences {

double value_at(const ValueFunction& function, double x) {
  return std::visit([x](const auto& form) { return form.at(x); }, function);
}

std::vector<double> breakpoints_of(const ValueFunction& function) {
  return std::visit([](const auto& form) { return form.breakpoints(); }, function);
}

base::Result<std::vector<double>> tabulate(const ValueFunction& function,
                                           const agenda::Issue& issue) {
  std::vector<double> values;
  values.reserve(issue.values.size());
  for (std::size_t level = 0; level < issue.values.size(); ++level) {
    values.push_back(value_at(function, issue.values[level]));
    if (!std::isfinite(values.back())) {
      return base::fail(base::ErrorCode::kBadInput, "the value function of issue \"" + issue.name +
                                                        "\" gives no finite number at \"" +
                                                        issue.labels[level] + "\"");
    }
  }
  return values;
}

}  // namespace monazite::preferences

#include <algorithm>
#include <cmath>

#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/levels_walk.hpp>

namespace monazite::preferences {
namespace {

bool holds(const HyperRectangles::Box& box, const std::uint32_t* levels) {
  return std::all_of(box.bounds.begin(), box.bounds.end(), [&](const auto& bound) {
    const std::uint32_t level = levels[bound.issue];
    return std::any_of(bound.ranges.begin(), bound.ranges.end(), [level](const auto& range) {
      return level >= range.first && level <= range.second;
    });
  });
}

}  // namespace

base::Result<std::shared_ptr<const HyperRectangles>> HyperRectangles::make(const Agenda& agenda,
                                                                           Parts parts) {
  const auto fail = [&](const std::string& what) {
    return base::fail(base::ErrorCode::kBadInput, "agenda \"" + agenda.name() + "\": " + what);
  };
  if (!std::isfinite(parts.bias) || std::isnan(parts.ceiling)) {
    return fail("the constant of a utility must be a finite number");
  }
  if (!std::isfinite(parts.divisor) || parts.divisor == 0) {
    return fail("a utility of boxes is divided by a finite number other than 0");
  }
  double total = std::abs(parts.bias);
  for (std::size_t i = 0; i < parts.boxes.size(); ++i) {
    const Box& box = parts.boxes[i];
    const std::string name = "box " + std::to_string(i + 1);
    total += std::abs(box.utility * box.weight);
    if (!std::isfinite(box.utility) || !std::isfinite(box.weight) || !std::isfinite(total)) {
      return fail(name + " needs a utility and a weight that are finite numbers");
    }
    for (const Bound& bound : box.bounds) {
      if (bound.issue >= agenda.issues().size()) return fail(name + " bounds an issue too many");
      const agenda::Issue& issue = agenda.issues()[bound.issue];
      for (const auto& range : bound.ranges) {
        if (range.first > range.second || range.second >= issue.levels()) {
          return fail(name + " bounds issue \"" + issue.name +
                      "\" by levels that it does not have");
        }
      }
    }
  }
  if (!std::isfinite(total / parts.divisor)) {
    return fail("a utility of boxes is divided by a number too small");
  }
  return std::shared_ptr<const HyperRectangles>(new HyperRectangles(std::move(parts)));
}

double HyperRectangles::at(const std::uint32_t* levels) const {
  double sum = parts_.bias;
  for (const Box& box : parts_.boxes) {
    if (holds(box, levels) == box.inclusive) sum += box.weight * box.utility;
  }
  return std::min(sum / parts_.divisor, parts_.ceiling);
}

double HyperRectangles::value(const Agenda& agenda, Outcome outcome) const {
  std::vector<std::uint32_t> levels(agenda.issues().size());
  agenda.levels(outcome, levels.data());
  return at(levels.data());
}

void HyperRectangles::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  if (out.empty()) return;
  LevelsWalk walk(agenda, first);
  for (double& value : out) {
    value = at(walk.levels().data());
    walk.next();
  }
}

}  // namespace monazite::preferences

#include <algorithm>

#include <agents/strategies/models/estimation.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {
namespace {

/// Onto [0, 1] by the lowest and highest; numbers that are all the same stay.
void to_unit(std::vector<double>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double lowest = *low;
  const double range = *high - lowest;
  if (!(range > 0)) return;
  for (double& value : values) value = (value - lowest) / range;
}

}  // namespace

Estimation estimate_from(OpponentModel& model, const OwnPreferences& own,
                         const preferences::UtilityTable& truth, std::span<const Outcome> bids,
                         std::span<const Outcome> probes, std::uint32_t rounds) {
  MONAZITE_CHECK(bids.size() <= rounds, "there is a round for each offer");
  Place place;
  place.own = &own;
  place.position = 1;
  place.rounds = rounds;
  model.begin(place);
  Estimation estimation;
  std::uint32_t round = 0;
  for (const Outcome bid : bids) {
    model.observe({round, rounds, (round + 1.0) / (rounds + 1.0)}, bid);
    Estimation::Step& step = estimation.steps.emplace_back();
    step.bid = bid;
    step.weights = model.weights();
    step.outlook = model.outlook();
    for (const Outcome probe : probes) step.estimates.push_back(model.estimate(probe));
    ++round;
  }
  std::vector<double> estimated(truth.size());
  if (truth.sampled()) {
    for (std::size_t k = 0; k < truth.size(); ++k) estimated[k] = model.estimate(truth.outcome(k));
  } else {
    model.fill(0, estimated);
  }
  std::vector<double> actual(truth.values().begin(), truth.values().end());
  to_unit(estimated);
  to_unit(actual);
  estimation.accuracy = preferences::accuracy(estimated, actual);
  return estimation;
}

}  // namespace monazite::strategies

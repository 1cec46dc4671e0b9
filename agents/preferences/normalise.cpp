#include <algorithm>

#include <agents/preferences/normalise.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

/// (u - lowest) / range of another utility.
class Scaled final : public Utility {
 public:
  Scaled(std::shared_ptr<const Utility> utility, double lowest, double range)
      : utility_(std::move(utility)), lowest_(lowest), range_(range) {}

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override {
    return scaled(utility_->value(agenda, outcome));
  }
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override {
    utility_->fill(agenda, first, out);
    for (double& value : out) value = scaled(value);
  }
  [[nodiscard]] std::optional<Outcome> best(const Agenda& agenda) const override {
    return utility_->best(agenda);
  }

 private:
  [[nodiscard]] double scaled(double value) const { return (value - lowest_) / range_; }

  std::shared_ptr<const Utility> utility_;
  double lowest_;
  double range_;
};

/// A linear additive utility in [0, 1], or nothing when this one is flat or cut by its ceiling.
std::shared_ptr<const Utility> scaled_parts(const Agenda& agenda, const Additive& utility) {
  const Additive::Parts& parts = utility.parts();
  Additive::Parts scaled;
  double sum = 0;
  double highest = parts.bias;
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    const auto [low, high] = std::minmax_element(parts.values[i].begin(), parts.values[i].end());
    const double weight = parts.weights[i];
    const double worst = weight < 0 ? *high : *low;
    const double best = weight < 0 ? *low : *high;
    const double range = best - worst;
    std::vector<double> values;
    for (const double value : parts.values[i]) {
      values.push_back(range != 0 ? (value - worst) / range : 0.0);
    }
    scaled.values.push_back(std::move(values));
    scaled.weights.push_back(weight * range);
    sum += weight * range;
    highest += weight * best;
  }
  if (!(sum > 0) || highest > parts.ceiling) return nullptr;
  for (double& weight : scaled.weights) weight /= sum;
  auto made = Additive::make(agenda, std::move(scaled));
  return made ? *made : nullptr;
}

}  // namespace

Profile unit_profile(const UtilityTable& table) {
  Profile profile = table.profile();
  const double lowest = table.lowest();
  const double range = table.highest() > lowest ? table.highest() - lowest : 1;
  std::shared_ptr<const Utility> utility;
  if (const auto* additive = dynamic_cast<const Additive*>(profile.utility.get())) {
    utility = scaled_parts(table.agenda(), *additive);
  }
  if (utility == nullptr) utility = std::make_shared<Scaled>(profile.utility, lowest, range);
  profile.utility = std::move(utility);
  profile.reservation = (profile.reservation - lowest) / range;
  return profile;
}

Domain unit_domain(const Domain& domain, const std::vector<std::unique_ptr<UtilityTable>>& tables) {
  MONAZITE_CHECK_EQ(domain.profiles.size(), tables.size(), "each profile has its table");
  Domain unit{domain.name, domain.agenda, {}};
  for (const auto& table : tables) unit.profiles.push_back(unit_profile(*table));
  return unit;
}

}  // namespace monazite::preferences

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/utility_table.hpp>
#include <agents/strategies/parts.hpp>
#include <protocol/base/check.hpp>

namespace monazite::tests {

/// A seat for an opponent model or a strategy: an agenda with the given numbers of levels (numbers
/// 0, 1, ...), and own utilities that grow with every level, equally weighted, on [0, 1].
class ModelDesk {
 public:
  explicit ModelDesk(const std::vector<std::uint32_t>& levels, std::uint32_t rounds = 100,
                     double reservation = 0, preferences::Discount discount = {})
      : domain_(make(levels, reservation, discount)),
        table_(domain_->agenda, domain_->profiles.front()),
        own_(table_) {
    place_.own = &own_;
    place_.position = 1;
    place_.rounds = rounds;
  }

  [[nodiscard]] const strategies::Place& place() const { return place_; }
  [[nodiscard]] const agenda::Agenda& agenda() const { return domain_->agenda; }
  [[nodiscard]] const strategies::OwnPreferences& own() const { return own_; }
  [[nodiscard]] strategies::Turn turn(std::uint32_t round) const {
    return {round, place_.rounds, (round + 1.0) / (place_.rounds + 1.0)};
  }
  [[nodiscard]] agenda::Outcome package(const std::vector<std::uint32_t>& levels) const {
    return domain_->agenda.outcome(levels.data());
  }
  /// One offer a round, from round 0.
  void tell(strategies::OpponentModel& model,
            const std::vector<std::vector<std::uint32_t>>& offers) const {
    std::uint32_t round = 0;
    for (const auto& levels : offers) model.observe(turn(round++), package(levels));
  }

 private:
  static std::unique_ptr<preferences::Domain> make(const std::vector<std::uint32_t>& levels,
                                                   double reservation,
                                                   preferences::Discount discount) {
    std::vector<agenda::Issue> issues;
    preferences::Additive::Parts parts;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      agenda::Issue issue;
      issue.name = "issue" + std::to_string(i);
      std::vector<double> values;
      for (std::uint32_t l = 0; l < levels[i]; ++l) {
        issue.values.push_back(l);
        issue.labels.push_back(std::to_string(l));
        values.push_back(levels[i] > 1 ? l / (levels[i] - 1.0) : 1.0);
      }
      issues.push_back(std::move(issue));
      parts.weights.push_back(1.0 / static_cast<double>(levels.size()));
      parts.values.push_back(std::move(values));
    }
    auto agenda = agenda::Agenda::make("desk", std::move(issues));
    MONAZITE_CHECK(agenda.has_value(), "the desk's agenda is sound");
    auto domain =
        std::make_unique<preferences::Domain>(preferences::Domain{"desk", std::move(*agenda), {}});
    auto utility = preferences::Additive::make(domain->agenda, std::move(parts));
    MONAZITE_CHECK(utility.has_value(), "the desk's utility is sound");
    preferences::Profile profile;
    profile.name = "own";
    profile.utility = std::move(*utility);
    profile.reservation = reservation;
    profile.discount = discount;
    domain->profiles.push_back(std::move(profile));
    return domain;
  }

  std::unique_ptr<preferences::Domain> domain_;
  preferences::UtilityTable table_;
  strategies::OwnPreferences own_;
  strategies::Place place_;
};

}  // namespace monazite::tests

#pragma once

#include <memory>
#include <string>
#include <vector>

#include <agents/strategies/parts.hpp>

namespace monazite::tests {

/// A seat from which a part of a strategy is tried: one issue, package k worth values[k].
class PartDesk {
 public:
  explicit PartDesk(std::vector<double> values, double reservation = 0, std::uint32_t rounds = 10)
      : PartDesk(std::vector<std::vector<double>>{std::move(values)}, reservation, rounds) {}
  /// Several issues: a package is worth the sum of its values.
  PartDesk(std::vector<std::vector<double>> values, double reservation, std::uint32_t rounds = 10)
      : rounds_(rounds) {
    std::vector<agenda::Issue> issues;
    for (std::size_t i = 0; i < values.size(); ++i) {
      agenda::Issue issue;
      issue.name = "issue " + std::to_string(i);
      for (std::size_t k = 0; k < values[i].size(); ++k) {
        issue.labels.push_back(std::to_string(k));
        issue.values.push_back(static_cast<double>(k));
      }
      issues.push_back(std::move(issue));
    }
    agenda_ = std::make_unique<agenda::Agenda>(agenda::Agenda::make("desk", issues).value());
    profile_.utility =
        preferences::Additive::make(*agenda_,
                                    {0, std::vector<double>(values.size(), 1.0), std::move(values)})
            .value();
    profile_.reservation = reservation;
    table_ = std::make_unique<preferences::UtilityTable>(*agenda_, profile_);
    own_ = std::make_unique<strategies::OwnPreferences>(*table_);
  }

  [[nodiscard]] strategies::Place place(std::uint32_t parties = 2) const {
    return {own_.get(), 0, parties, rounds_, base::Draws(1)};
  }
  [[nodiscard]] strategies::Turn turn(std::uint32_t round) const {
    return {round, rounds_, (round + 1.0) / (rounds_ + 1.0)};
  }
  /// A turn at any time; its round is 0.
  [[nodiscard]] strategies::Turn at(double time) const { return {0, rounds_, time}; }
  /// Another party's offer, or an own one.
  [[nodiscard]] strategies::Bid bid(agenda::Outcome outcome, double time = 0.5) const {
    return {at(time), outcome, table_->value(outcome), 1};
  }
  [[nodiscard]] const strategies::OwnPreferences& own() const { return *own_; }

 private:
  std::uint32_t rounds_;
  std::unique_ptr<agenda::Agenda> agenda_;
  preferences::Profile profile_;
  std::unique_ptr<preferences::UtilityTable> table_;
  std::unique_ptr<strategies::OwnPreferences> own_;
};

/// An own next offer of that value.
struct NextWorth final : strategies::NextBid {
  explicit NextWorth(double worth) : value(worth) {}
  double own_value() override {
    ++asked;
    return value;
  }
  double value;
  int asked = 0;
};

/// The other side's utilities, known.
class Insight final : public strategies::OpponentModel {
 public:
  explicit Insight(std::vector<double> values, std::vector<double> weights = {})
      : values_(std::move(values)), weights_(std::move(weights)) {}
  void begin(const strategies::Place&) override {}
  void observe(const strategies::Turn&, agenda::Outcome) override {}
  [[nodiscard]] double estimate(agenda::Outcome outcome) const override { return values_[outcome]; }
  [[nodiscard]] std::vector<double> weights() const override { return weights_; }

 private:
  std::vector<double> values_;
  std::vector<double> weights_;
};

/// 0, 0.1, ..., 1.
inline std::vector<double> tenths() {
  std::vector<double> values;
  for (int k = 0; k <= 10; ++k) values.push_back(k / 10.0);
  return values;
}

}  // namespace monazite::tests

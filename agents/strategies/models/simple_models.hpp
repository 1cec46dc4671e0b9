#pragma once

#include <memory>

#include <agents/preferences/utility_table.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// Models that learn nothing: the ends of the scale on which others are judged.

/// Knows nothing: every package is worth 0.5 to the other side, all issues weigh the same.
class UniformModel final : public OpponentModel {
 public:
  void begin(const Place& place) override { issues_ = place.own->agenda().issues().size(); }
  void observe(const Turn& /*turn*/, Outcome /*offer*/) override {}
  [[nodiscard]] double estimate(Outcome /*outcome*/) const override { return 0.5; }
  [[nodiscard]] std::vector<double> weights() const override {
    return std::vector<double>(issues_, 1.0 / static_cast<double>(issues_));
  }

 private:
  std::size_t issues_ = 0;
};

/// Takes the game to be zero-sum: 1 minus the own utility, which is put on [0, 1] by the lowest and
/// highest there are (Genius' OppositeModel, NegMAS' ZeroSumModel without its scaling). 0.5
/// throughout for a party that is indifferent.
class OppositeModel final : public OpponentModel {
 public:
  void begin(const Place& place) override { own_ = place.own; }
  void observe(const Turn& /*turn*/, Outcome /*offer*/) override {}
  [[nodiscard]] double estimate(Outcome outcome) const override {
    const double range = own_->highest() - own_->lowest();
    return range > 0 ? (own_->highest() - own_->table().value(outcome)) / range : 0.5;
  }

 private:
  const OwnPreferences* own_ = nullptr;
};

/// Knows the truth, which it must be given: for experiments, as an upper bound of what a model can
/// be worth. Estimates are the other side's utilities as they are; weights, those of a linear
/// additive utility divided by their sum.
class PerfectModel final : public OpponentModel {
 public:
  /// `truth`: the other side's utilities on the same agenda.
  explicit PerfectModel(std::shared_ptr<const preferences::UtilityTable> truth);

  void begin(const Place& place) override;
  void observe(const Turn& /*turn*/, Outcome /*offer*/) override {}
  [[nodiscard]] double estimate(Outcome outcome) const override { return truth_->value(outcome); }
  [[nodiscard]] std::vector<double> weights() const override;

 private:
  std::shared_ptr<const preferences::UtilityTable> truth_;
};

}  // namespace monazite::strategies

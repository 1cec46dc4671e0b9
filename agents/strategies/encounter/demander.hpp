#pragma once

#include <optional>

#include <agents/strategies/aspiration.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// A negotiator that can name the utility it demands in Nash's demand game. Others are taken at the
/// package that they would open with in a negotiation of one round: they demand its value.
class Demander {
 public:
  virtual ~Demander() = default;
  /// Undiscounted, in the unit of the own utility.
  [[nodiscard]] virtual double demand(const Turn& turn) = 0;
};

/// Demands a fixed share of what lies between no deal (or the worst package where that is better)
/// and its best package, and never moves. Where offers are made it offers the first of its packages
/// that are worth least above the demand, and takes any that reaches it.
class FixedShare final : public Negotiator, public Demander {
 public:
  /// In [0, 1].
  explicit FixedShare(double share) : share_(share) {}

  void begin(const Place& place) override {
    own_ = place.own;
    const double floor =
        own_->reservation() > own_->lowest() ? own_->reservation() : own_->lowest();
    rational_ = floor <= own_->highest();
    demand_ = rational_ ? aspiration_value(share_, floor, own_->highest()) : floor;
  }
  [[nodiscard]] double demand(const Turn&) override { return demand_; }
  [[nodiscard]] Answer respond(const Turn&, Outcome offer) override {
    return own_->value(offer) >= demand_ ? Answer::kAccept : Answer::kReject;
  }
  /// Walks away when no package is as good as no deal.
  [[nodiscard]] std::optional<Outcome> propose(const Turn&) override {
    if (!rational_) return std::nullopt;
    const preferences::Ranking& ranking = own_->table().ranking();
    const std::size_t rank = ranking.first_at_least(demand_);
    // The named best package may be worth more than any in a sampled table.
    if (rank == ranking.size()) return own_->best();
    return own_->table().outcome(ranking.at(rank));
  }

 private:
  double share_;
  const OwnPreferences* own_ = nullptr;
  double demand_ = 0;
  bool rational_ = false;
};

}  // namespace monazite::strategies

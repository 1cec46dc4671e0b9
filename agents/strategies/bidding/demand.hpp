#pragma once

#include <memory>

#include <agents/strategies/bidding/search.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// What a demand may move between, and its own utilities on the common scale.
///
/// Levels: 0 is the lowest utility of the table and 1 the highest, whatever the unit of the
/// profile; floor() is the level of the reservation value, 0 if that lies below all packages. When
/// all packages are worth the same, every level is 1.
class Scale {
 public:
  void begin(const OwnPreferences& own);
  [[nodiscard]] double level(double value) const {
    return range_ > 0 ? (value - lowest_) / range_ : 1.0;
  }
  [[nodiscard]] double value(double level) const { return lowest_ + level * range_; }
  [[nodiscard]] double range() const { return range_; }
  [[nodiscard]] double floor() const { return floor_; }
  /// Into [floor(), 1]; the floor wins when it lies above all packages.
  [[nodiscard]] double clamp(double level) const;

 private:
  double lowest_ = 0;
  double range_ = 0;
  double floor_ = 0;
};

/// A tactic that says how much to ask for, as a level of own utility (see Scale). DemandBidding
/// turns it into packages; Mixture weighs several.
class Demand {
 public:
  virtual ~Demand() = default;
  virtual void begin(const Place& place) = 0;
  virtual void hear(const Bid& /*bid*/) {}
  virtual void sent(const Bid& /*bid*/) {}
  /// Called at most once a turn; may lie anywhere, who uses it clamps it. `model` is null when the
  /// strategy has none.
  [[nodiscard]] virtual double demand(const Turn& turn, const OpponentModel* model) = 0;
};

/// Offers a package worth what the demand asks for: of all packages or of those no worse than no
/// deal, the nearest in value or the lowest that is not below. With an opponent model it looks at
/// up to kCandidates packages from there upwards, as long as they are worth at most kBand of the
/// range more, and offers the one with the largest estimate (the first of several).
class DemandBidding final : public Bidding {
 public:
  enum class Pick {
    kNearestOfAll,  ///< Genius: the nearest, which may be worse than no deal
    kNearest,       ///< the nearest that is no worse than no deal
    kAtLeast        ///< the lowest at least as good as the demand and as no deal
  };
  static constexpr std::size_t kCandidates = 256;
  static constexpr double kBand = 0.02;

  DemandBidding(std::unique_ptr<Demand> demand, Pick pick)
      : demand_(std::move(demand)), pick_(pick) {}

  void begin(const Place& place) override;
  void hear(const Bid& bid) override { demand_->hear(bid); }
  void sent(const Bid& bid) override { demand_->sent(bid); }
  /// The best package of all when none is as good as no deal.
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override;
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  std::unique_ptr<Demand> demand_;
  Pick pick_;
  const OwnPreferences* own_ = nullptr;
  Scale scale_;
  RankSearch search_;
};

/// sum of weight_i * demand_i / sum of weights: a row of Faratin's matrix of weights, the same for
/// all issues since a demand speaks of whole packages (Faratin, Sierra and Jennings 1998).
class Mixture final : public Demand {
 public:
  struct Part {
    std::unique_ptr<Demand> demand;
    double weight;  ///< >= 0; not all are 0
  };
  explicit Mixture(std::vector<Part> parts);

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  void sent(const Bid& bid) override;
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel* model) override;

 private:
  std::vector<Part> parts_;
  double sum_ = 0;
  Scale scale_;
};

}  // namespace monazite::strategies

#pragma once

#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// Always the best package (NegMAS' `ToughNegotiator`, Genius' hardliner): Utility::best() where
/// the form of the utility names one. It takes no notice of the reservation value, as the peers do
/// not: whoever has nothing to gain offers the best package all the same.
class ToughBidding final : public Bidding {
 public:
  void begin(const Place& place) override { best_ = place.own->best(); }
  [[nodiscard]] std::optional<Outcome> propose(const Turn&, const Exchange&,
                                               const OpponentModel*) override {
    return best_;
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  Outcome best_ = 0;
};

/// Any package no worse than no deal, all equally likely; walks away if there is none. Draws by
/// counter, one per turn.
class RandomBidding final : public Bidding {
 public:
  void begin(const Place& place) override {
    place_ = place;
    rational_ = &place.own->table().rational();
  }
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override {
    if (rational_->empty()) return std::nullopt;
    const std::uint64_t rank =
        place_.draws.below(rational_->size(), kPackage,
                           base::Day{static_cast<std::int32_t>(turn.round)}, place_.position + 1);
    return place_.own->table().outcome(rational_->at(static_cast<std::size_t>(rank)));
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  static constexpr base::Purpose kPackage{"strategies.random.package"};

  Place place_;
  const preferences::Ranking* rational_ = nullptr;
};

}  // namespace monazite::strategies

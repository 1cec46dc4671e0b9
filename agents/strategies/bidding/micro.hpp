#pragma once

#include <agents/strategies/bidding/outcome_set.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// MiCRO (de Jonge 2022, IJCAI, 223-229): one small step down for each step of the other side.
///
/// Own packages no worse than no deal are sorted, best first. With m different packages sent and n
/// different ones received, it offers the next new one while m <= n, else an earlier one again, any
/// with the same chance. It walks away when there is no package that it could offer at all.
/// LowestBidAcceptance is its acceptance.
///
/// The order among equal packages (last in enumeration first) is NegMAS'. Its choice of what to
/// offer again depends on the hash seed of the Python process; ours is drawn by counter.
class MicroBidding final : public Bidding {
 public:
  void begin(const Place& place) override {
    place_ = place;
    rational_ = &place.own->table().rational();
    received_ = {};
    sent_ = 0;
  }
  void hear(const Bid& bid) override { received_.insert(bid.outcome); }
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override {
    is_new_ = sent_ <= received_.size() && sent_ < rational_->size();
    if (is_new_) return at(sent_);
    if (sent_ == 0) return std::nullopt;
    return at(static_cast<std::size_t>(place_.draws.below(
        sent_, kAgain, base::Day{static_cast<std::int32_t>(turn.round)}, place_.position + 1)));
  }
  void sent(const Bid&) override { sent_ += is_new_ ? 1 : 0; }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  static constexpr base::Purpose kAgain{"strategies.micro.again"};

  /// The package at that place, 0 the best.
  [[nodiscard]] Outcome at(std::size_t place) const {
    return place_.own->table().outcome(rational_->at(rational_->size() - 1 - place));
  }

  Place place_;
  const preferences::Ranking* rational_ = nullptr;
  OutcomeSet received_;
  std::size_t sent_ = 0;  ///< different packages: always the best ones
  bool is_new_ = false;
};

}  // namespace monazite::strategies

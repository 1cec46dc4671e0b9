#pragma once

#include <memory>
#include <optional>

#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// A negotiator put together from parts: a bidding, an acceptance and, if wanted, an opponent
/// model.
///
/// In a turn the acceptance answers first. When it asks what would be offered instead, the bidding
/// is called there and then, and the same package is proposed if the answer is no; a bidding is
/// thus asked at most once a turn. The offers are kept only if a part reads them. Apart from that
/// and from what the parts do, a turn costs one look-up of the own utility and allocates nothing.
class Composed final : public Negotiator, private NextBid {
 public:
  /// `bidding` and `acceptance` must be there. `model` may be null.
  Composed(std::unique_ptr<Bidding> bidding, std::unique_ptr<Acceptance> acceptance,
           std::unique_ptr<OpponentModel> model = nullptr);

  void begin(const Place& place) override;
  void hear(const Turn& turn, std::uint32_t who, Outcome offer) override;
  [[nodiscard]] Answer respond(const Turn& turn, Outcome offer) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn) override;
  void preferences_changed(const Turn& turn, const Place& place) override;

  [[nodiscard]] const Bidding& bidding() const { return *bidding_; }
  [[nodiscard]] const Acceptance& acceptance() const { return *acceptance_; }
  /// Null if there is none.
  [[nodiscard]] const OpponentModel* model() const { return model_.get(); }

 private:
  [[nodiscard]] double own_value() override;
  /// Asks the bidding unless it was asked in this turn.
  void prepare(const Turn& turn);

  std::unique_ptr<Bidding> bidding_;
  std::unique_ptr<Acceptance> acceptance_;
  std::unique_ptr<OpponentModel> model_;
  const OwnPreferences* own_ = nullptr;
  std::uint32_t position_ = 0;
  bool keeps_exchange_ = false;
  bool prepared_ = false;  ///< next_ is the bidding's answer of this turn
  std::optional<Outcome> next_;
  double next_value_ = 0;
  Turn asked_;  ///< the turn that respond() is about
  Bid heard_;   ///< the last offer
  bool has_heard_ = false;
  Exchange exchange_;
};

}  // namespace monazite::strategies

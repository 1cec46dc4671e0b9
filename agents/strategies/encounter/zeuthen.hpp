#pragma once

#include <optional>
#include <vector>

#include <agents/strategies/encounter/informed.hpp>
#include <agents/strategies/encounter/risk.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// The Zeuthen strategy for two parties under monotonic concession with complete information
/// (Zeuthen 1930; Rosenschein and Zlotkin 1994). It proposes deals of the negotiation set: the
/// frontier of what is no worse than no deal for either. It opens with the best of them for itself.
/// Then, round by round, it concedes if its risk (compare_risk) is the smaller one, and by the
/// smallest step that makes it the larger one; if no step short of the other's proposal does, it
/// adopts that proposal. It would have any proposal that is at least as good to it as its own.
///
/// Equal risks. With kBoth both concede. With kCoin one of the two is drawn, the same to both since
/// the draw is nature's (Rosenschein and Zlotkin toss a coin).
///
/// Two of these agree on a package with the largest product of gains (Nash 1950), exactly and on
/// any finite set: the maximiser is itself always a sufficient step, so nobody steps past it, and
/// who has not reached it has the smaller product and concedes. It takes no more rounds than the
/// negotiation set has deals.
///
/// It plays other rules too, where they have offers. begin() throws with more than two parties.
/// ZeuthenBidding is the same for those who have to guess what the other wants.
class Zeuthen final : public Negotiator, public Informed {
 public:
  enum class Equal { kBoth, kCoin };

  explicit Zeuthen(Equal equal = Equal::kBoth) : equal_(equal) {}

  void inform(const CommonKnowledge& known) override { known_ = known; }
  void begin(const Place& place) override;
  void hear(const Turn&, std::uint32_t, Outcome offer) override { theirs_ = offer; }
  [[nodiscard]] Answer respond(const Turn& turn, Outcome offer) override;
  /// Walks away when there is nothing that both prefer to no deal.
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn) override;

  /// The negotiation set, from the best for itself to the best for the other.
  [[nodiscard]] const std::vector<Outcome>& deals() const { return deals_; }

 private:
  [[nodiscard]] double own_gain(Outcome outcome) const;
  [[nodiscard]] double other_gain(Outcome outcome) const;
  [[nodiscard]] Gains gains(Outcome mine) const;
  [[nodiscard]] bool concedes(const Turn& turn) const;
  void concede();

  Equal equal_;
  CommonKnowledge known_;
  Place place_;
  const preferences::UtilityTable* own_ = nullptr;
  const preferences::UtilityTable* other_ = nullptr;
  double own_reservation_ = 0;
  double other_reservation_ = 0;
  std::vector<Outcome> deals_;
  std::size_t reached_ = 0;      ///< position among deals_ of the own proposal
  std::optional<Outcome> mine_;  ///< own proposal; a deal, or the other's proposal adopted
  std::optional<Outcome> theirs_;
};

}  // namespace monazite::strategies

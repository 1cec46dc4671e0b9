#pragma once

#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// How much a party would risk a breakdown rather than give in, in [0, 1]: the share of what it
/// asks for that it would lose by taking the other's offer,
///
///   risk = (u(own) - u(other's)) / (u(own) - u(no deal)),   1 if u(own) <= u(no deal)
///
/// (Zeuthen 1930; Harsanyi 1956; Rosenschein and Zlotkin 1994). 0 when the other's is as good.
[[nodiscard]] double zeuthen_risk(double own, double others, double no_deal);

/// Zeuthen's strategy for the monotonic concession protocol, one seat's side of it: it starts with
/// its best package, and when its risk is not larger than the other's it concedes just enough to
/// make it larger, else it stays. If both know each other's utilities the offers meet at the
/// largest product of gains, the Nash point (Rosenschein and Zlotkin 1994).
///
/// It knows only its own utilities, so the other's are the estimates of an opponent model, with no
/// deal worth 0 on the model's scale; without a model it takes the interests for opposed
/// (1 - own level). A step goes to the highest package below the last one that the other is
/// thought to like better and that makes the own risk the larger one, but never past the other's
/// offer: where the own packages are no better than that, taking it is the concession (AC_next
/// does). It looks at up to kCandidates packages below; when none suffices it takes the one that
/// the other likes best of them, if that
/// is a concession at all. With more than two parties it deals with the one that spoke last.
class ZeuthenBidding final : public Bidding {
 public:
  static constexpr std::size_t kCandidates = 512;

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override;
  void sent(const Bid& bid) override;
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  [[nodiscard]] double theirs(std::size_t rank, const OpponentModel* model) const;
  /// The rank to concede to from rank_; rank_ when there is no concession to make.
  [[nodiscard]] std::size_t concede(double others_offer, const OpponentModel* model) const;

  const OwnPreferences* own_ = nullptr;
  Scale scale_;
  const preferences::Ranking* rational_ = nullptr;
  std::size_t rank_ = 0;  ///< of the last own offer
  std::size_t next_ = 0;  ///< of the one proposed
  bool has_offered_ = false;
  bool has_heard_ = false;
  Bid heard_;
};

}  // namespace monazite::strategies

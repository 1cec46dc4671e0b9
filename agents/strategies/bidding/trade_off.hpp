#pragma once

#include <memory>
#include <vector>

#include <agents/strategies/aspiration.hpp>
#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// Trade-off along the iso-utility surface (Faratin, Sierra and Jennings 2002, Artificial
/// Intelligence 142, 205-237): of the packages that are as good to itself it offers the one most
/// similar to the last offer received,
///
///   similarity(x, y) = sum over issues of weight_i * (1 - |x_i - y_i| / (largest_i - smallest_i))
///
/// with the numbers behind the levels (equal weights, or those that an opponent model estimates).
/// "As good" is a value in [demand, demand + band * range], where the demand follows a concession
/// curve between the reservation value and the best package.
///
/// The paper climbs towards the last offer in small steps that keep the utility; on a discrete
/// space we look at up to kCandidates packages of the band, evenly spread over it when it holds
/// more. Of equally similar ones the lowest in the ranking counts.
class TradeOffBidding final : public Bidding {
 public:
  static constexpr std::size_t kCandidates = 512;

  TradeOffBidding(std::unique_ptr<const Tactic> curve, double band)
      : curve_(std::move(curve)), band_(band) {}

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override;
  [[nodiscard]] bool reads_exchange() const override { return false; }

 private:
  [[nodiscard]] double similarity(Outcome outcome) const;

  std::unique_ptr<const Tactic> curve_;
  double band_;
  const OwnPreferences* own_ = nullptr;
  Scale scale_;
  RankSearch search_;
  std::vector<double> spans_;    ///< largest - smallest number of each issue
  std::vector<double> weights_;  ///< of the issues
  std::optional<Outcome> heard_;
};

}  // namespace monazite::strategies

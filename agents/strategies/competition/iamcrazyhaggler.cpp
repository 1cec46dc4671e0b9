#include <agents/strategies/competition/haggler_acceptance.hpp>
#include <agents/strategies/competition/iamcrazyhaggler.hpp>

namespace monazite::strategies {
namespace {

constexpr base::Purpose kCrazyOffer{"strategies.iamcrazyhaggler.offer"};

class CrazyBidding final : public StandpointBidding<Standpoint> {
 public:
  CrazyBidding(std::shared_ptr<Standpoint> standpoint, IamCrazyHagglerSettings settings)
      : StandpointBidding(std::move(standpoint)), settings_(settings) {}

  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override {
    const bool costly = standpoint().discount() < 1;
    return standpoint().random_from(costly ? settings_.threshold_discounted : settings_.threshold,
                                    turn, kCrazyOffer);
  }

 private:
  IamCrazyHagglerSettings settings_;
};

}  // namespace

AgentParts iamcrazyhaggler(IamCrazyHagglerSettings settings) {
  auto standpoint = std::make_shared<Standpoint>();
  return {
      std::make_unique<CrazyBidding>(standpoint, settings),
      std::make_unique<HagglerAcceptance>(standpoint, settings.aspiration, settings.multiplier)};
}

}  // namespace monazite::strategies

#include <agents/strategies/encounter/demander.hpp>
#include <agents/strategies/encounter/register_encounter.hpp>
#include <agents/strategies/encounter/subgame_perfect.hpp>
#include <agents/strategies/encounter/text_voters.hpp>
#include <agents/strategies/encounter/zeuthen.hpp>

namespace monazite::strategies {
namespace {

using Made = base::Result<std::unique_ptr<Negotiator>>;

}  // namespace

void register_encounter_strategies(Registry<Negotiator>& strategies) {
  Signature signature;
  signature.name = "informed_zeuthen";
  signature.summary = "zeuthen, knowing what the other wants: reaches the largest Nash product";
  signature.parameters = {
      {"coin", 0, 0, 1, "when both risk the same: 0 both concede, 1 a coin says who", true}};
  signature.source = "Zeuthen 1930; Rosenschein and Zlotkin 1994";
  strategies.add(signature, [](const Settings& s) -> Made {
    return std::make_unique<Zeuthen>(s.whole(0) == 0 ? Zeuthen::Equal::kBoth
                                                     : Zeuthen::Equal::kCoin);
  });

  signature = {};
  signature.name = "subgame_perfect";
  signature.summary = "plays alternating offers as solved from the deadline back";
  signature.source = "Rubinstein 1982, with a deadline";
  strategies.add(signature,
                 [](const Settings&) -> Made { return std::make_unique<SubgamePerfect>(); });

  signature = {};
  signature.name = "hill_climber";
  signature.summary = "votes for a text that is no worse than the standing one";
  signature.source = "Klein, Faratin, Sayama and Bar-Yam 2003";
  strategies.add(signature,
                 [](const Settings&) -> Made { return std::make_unique<HillClimber>(); });

  signature.name = "annealer";
  signature.summary = "votes for a worse text too, the more often the earlier";
  signature.parameters = {{"temperature", 0.1, 1e-6, 1000,
                           "loss, as a share of the own range, taken with probability 1/e at first",
                           false}};
  strategies.add(signature,
                 [](const Settings& s) -> Made { return std::make_unique<Annealer>(s.number(0)); });

  signature = {};
  signature.name = "fixed_share";
  signature.summary = "demands a share of what it can gain and never moves";
  signature.parameters = {
      {"share", 0.5, 0, 1, "of the way from no deal to the own best package", false}};
  signature.source = "Nash 1953";
  strategies.add(signature, [](const Settings& s) -> Made {
    return std::make_unique<FixedShare>(s.number(0));
  });
}

}  // namespace monazite::strategies

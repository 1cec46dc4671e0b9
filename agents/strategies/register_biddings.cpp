#include <agents/strategies/bidding/fixed.hpp>
#include <agents/strategies/bidding/micro.hpp>
#include <agents/strategies/bidding/naive_tit_for_tat.hpp>
#include <agents/strategies/bidding/time_dependent.hpp>
#include <agents/strategies/bidding/trade_off.hpp>
#include <agents/strategies/bidding/zeuthen.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

using preferences::Semantics;

const std::string kFaratin = "Faratin, Sierra and Jennings 1998";

/// A bidding that takes no numbers.
template <class Part>
void add_plain(Registry<Bidding>& registry, Signature signature) {
  registry.add(std::move(signature),
               [](const Settings&) { return std::unique_ptr<Bidding>(std::make_unique<Part>()); });
}

void add_negmas_bidding(Registry<Bidding>& registry, const std::string& name, double exponent,
                        const std::string& manner) {
  registry.add(
      {name,
       "lowest package at least 1 - t^exponent of the zone; " + manner,
       {{"exponent", exponent, 0.01, 100, "above 1 holds firm"}},
       {},
       "NegMAS AspirationNegotiator; " + kFaratin},
      [](const Settings& settings) {
        return std::unique_ptr<Bidding>(std::make_unique<AspirationBidding>(
            std::make_shared<AspirationBand>(std::make_unique<TimeDependent>(settings.number(0)))));
      });
}

void add_genius_bidding(Registry<Bidding>& registry, const std::string& name, double exponent,
                        const std::string& manner) {
  registry.add({name,
                "package nearest to 1 - (k + (1 - k) t^(1/exponent)) of all utilities; " + manner,
                {{"exponent", exponent, 0, 100, "Genius' e; below 1 holds firm, 0 never concedes"},
                 {"k", 0, 0, 1, "share conceded at the start"}},
                {},
                "Genius TimeDependent_Offering; " + kFaratin},
               [](const Settings& settings) {
                 return std::unique_ptr<Bidding>(std::make_unique<DemandBidding>(
                     std::make_unique<CurveDemand>(
                         std::make_unique<Polynomial>(settings.number(0), settings.number(1)),
                         CurveDemand::Range::kAll),
                     DemandBidding::Pick::kNearestOfAll));
               });
}

/// Every demand is a bidding too: the package nearest to it that is no worse than no deal.
void add_demands(Strategies& known) {
  for (const auto& entry : known.demands.entries()) {
    known.biddings.add(
        entry.signature,
        [make = entry.make](const Settings& s) -> base::Result<std::unique_ptr<Bidding>> {
          auto demand = make(s);
          if (!demand) return tl::unexpected<base::Error>(demand.error());
          return std::unique_ptr<Bidding>(
              std::make_unique<DemandBidding>(std::move(*demand), DemandBidding::Pick::kNearest));
        });
  }
}

}  // namespace

void register_biddings(Strategies& known, Semantics semantics) {
  Registry<Bidding>& registry = known.biddings;
  for (const bool plain : {true, false}) {
    // The plain names first: they are what a list begins with.
    if (!plain || semantics == Semantics::kNegmas) {
      const std::string prefix = plain ? "" : "negmas_";
      add_negmas_bidding(registry, prefix + "boulware", 4, "concedes late");
      add_negmas_bidding(registry, prefix + "linear", 1, "concedes evenly");
      add_negmas_bidding(registry, prefix + "conceder", 0.25, "concedes early");
    }
    if (!plain || semantics == Semantics::kGenius) {
      const std::string prefix = plain ? "" : "genius_";
      add_genius_bidding(registry, prefix + "boulware", 0.2, "concedes late");
      add_genius_bidding(registry, prefix + "linear", 1, "concedes evenly");
      add_genius_bidding(registry, prefix + "conceder", 2, "concedes early");
    }
  }
  add_plain<NaiveTitForTatBidding>(
      registry,
      {"naive_tft", "mirrors the level of the last offer", {}, {}, "NegMAS NaiveTitForTat"});
  add_plain<MicroBidding>(
      registry, {"micro", "one step down for each new offer received", {}, {}, "de Jonge 2022"});
  add_plain<ToughBidding>(registry, {"tough", "always the best package", {}, {}, ""});
  add_plain<RandomBidding>(registry, {"random", "any package no worse than no deal", {}, {}, ""});
  registry.add({"trade_off",
                "among packages of like own value the one most like the last offer",
                {{"exponent", 1, 0.01, 100, "of the demand 1 - t^exponent"},
                 {"band", 0.02, 0, 1, "own value that counts as alike, share of the range"}},
                {},
                "Faratin, Sierra and Jennings 2002"},
               [](const Settings& s) {
                 return std::unique_ptr<Bidding>(std::make_unique<TradeOffBidding>(
                     std::make_unique<TimeDependent>(s.number(0)), s.number(1)));
               });
  add_plain<ZeuthenBidding>(
      registry, {"zeuthen", "concedes when it has more to lose", {}, {}, "Zeuthen 1930"});
  add_demands(known);
}

}  // namespace monazite::strategies

#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/accepting/threshold.hpp>
#include <agents/strategies/bidding/fixed.hpp>
#include <agents/strategies/bidding/micro.hpp>
#include <agents/strategies/bidding/naive_tit_for_tat.hpp>
#include <agents/strategies/bidding/time_dependent.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

using preferences::Semantics;

const std::string kFaratin = "Faratin, Sierra and Jennings 1998";
const std::string kBaarslag = "Baarslag, Hindriks and Jonker 2013";

std::unique_ptr<Demand> curve(std::unique_ptr<const Tactic> tactic,
                              CurveDemand::Range range = CurveDemand::Range::kRational) {
  return std::make_unique<CurveDemand>(std::move(tactic), range);
}

/// A part that takes no numbers.
template <class Product, class Part>
void add_plain(Registry<Product>& registry, Signature signature) {
  registry.add(std::move(signature),
               [](const Settings&) { return std::unique_ptr<Product>(std::make_unique<Part>()); });
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
                     curve(std::make_unique<Polynomial>(settings.number(0), settings.number(1)),
                           CurveDemand::Range::kAll),
                     DemandBidding::Pick::kNearestOfAll));
               });
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
  add_plain<Bidding, NaiveTitForTatBidding>(
      registry,
      {"naive_tft", "mirrors the level of the last offer", {}, {}, "NegMAS NaiveTitForTat"});
  add_plain<Bidding, MicroBidding>(
      registry, {"micro", "one step down for each new offer received", {}, {}, "de Jonge 2022"});
  add_plain<Bidding, ToughBidding>(registry, {"tough", "always the best package", {}, {}, ""});
  add_plain<Bidding, RandomBidding>(registry,
                                    {"random", "any package no worse than no deal", {}, {}, ""});
}

void register_demands(Strategies& /*known*/) {}

void register_acceptances(Strategies& known) {
  Registry<Acceptance>& registry = known.acceptances;
  registry.add({"next",
                "alpha u(offer) + beta >= u(own next)",
                {{"alpha", 1, 0, 100, "scale"}, {"beta", 0, -1e6, 1e6, "shift"}},
                {},
                kBaarslag},
               [](const Settings& s) {
                 return std::unique_ptr<Acceptance>(
                     std::make_unique<NextAcceptance>(s.number(0), s.number(1)));
               });
  registry.add({"previous",
                "alpha u(offer) + beta >= u(own last)",
                {{"alpha", 1, 0, 100, "scale"}, {"beta", 0, -1e6, 1e6, "shift"}},
                {},
                kBaarslag},
               [](const Settings& s) {
                 return std::unique_ptr<Acceptance>(
                     std::make_unique<PreviousAcceptance>(s.number(0), s.number(1)));
               });
  registry.add(
      {"gap",
       "u(offer) + gap >= u(own last)",
       {{"gap", 0.05, 0, 1e6, "how much less is enough"}},
       {},
       kBaarslag},
      [](const Settings& s) {
        return std::unique_ptr<Acceptance>(std::make_unique<PreviousAcceptance>(1.0, s.number(0)));
      });
  registry.add(
      {"constant",
       "u(offer) >= bar",
       {{"bar", 0.9, -1e6, 1e6, "utility that is enough"}},
       {},
       kBaarslag},
      [](const Settings& s) {
        return std::unique_ptr<Acceptance>(std::make_unique<ConstantAcceptance>(s.number(0)));
      });
  registry.add({"time",
                "anything no worse than no deal from that time on",
                {{"time", 0.99, 0, 1, "T of t >= T"}},
                {},
                kBaarslag},
               [](const Settings& s) {
                 return std::unique_ptr<Acceptance>(std::make_unique<TimeAcceptance>(s.number(0)));
               });
  registry.add(
      {"aspiration",
       "the offer reaches 1 - t^exponent of the zone",
       {{"exponent", 4, 0.01, 100, "above 1 holds firm"}},
       {},
       "NegMAS AspirationNegotiator"},
      [](const Settings& s) {
        return std::unique_ptr<Acceptance>(std::make_unique<AspirationAcceptance>(
            std::make_shared<AspirationBand>(std::make_unique<TimeDependent>(s.number(0)))));
      });
  registry.add({"best",
                "u(offer) >= highest utility - tolerance",
                {{"tolerance", BestAcceptance::kTough, 0, 1e6, "what is as good as the best"}},
                {},
                "NegMAS ToughNegotiator"},
               [](const Settings& s) {
                 return std::unique_ptr<Acceptance>(std::make_unique<BestAcceptance>(s.number(0)));
               });
  add_plain<Acceptance, LowestBidAcceptance>(
      registry,
      {"micro", "at least the lowest own package, offered or next", {}, {}, "de Jonge 2022"});
  add_plain<Acceptance, NaiveTitForTatAcceptance>(
      registry,
      {"naive_tft", "mirrors the level of the last offer", {}, {}, "NegMAS NaiveTitForTat"});
}

}  // namespace monazite::strategies

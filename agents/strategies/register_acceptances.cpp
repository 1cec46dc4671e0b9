#include <agents/strategies/accepting/combined.hpp>
#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/accepting/threshold.hpp>
#include <agents/strategies/bidding/naive_tit_for_tat.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

const std::string kBaarslag = "Baarslag, Hindriks and Jonker 2013";

void add_combined(Registry<Acceptance>& registry) {
  using Bar = CombinedAcceptance::Bar;
  const auto add = [&](const char* name, const std::string& bar, Bar kind,
                       const std::string& source) {
    std::vector<Parameter> parameters = {{"time", 0.98, 0, 1, "T of t >= T"}};
    if (kind == Bar::kConstant) {
      parameters.push_back({"bar", 0.8, -1e6, 1e6, "utility that is enough from T on"});
    }
    registry.add({name, "next, or from T on u(offer) >= " + bar, parameters, {}, source},
                 [kind](const Settings& s) {
                   const double constant = kind == Bar::kConstant ? s.number(1) : 0.0;
                   return std::unique_ptr<Acceptance>(
                       std::make_unique<CombinedAcceptance>(s.number(0), kind, constant));
                 });
  };
  add("combi", "reservation value", Bar::kReservation, "NegMAS ACCombi; " + kBaarslag);
  add("combi_constant", "a constant", Bar::kConstant, kBaarslag);
  add("combi_max", "the best received", Bar::kMax, kBaarslag);
  add("combi_avg", "the mean of those received", Bar::kMean, kBaarslag);
  add("combi_max_window", "the best received in [2t - 1, t]", Bar::kMaxWindow, kBaarslag);
  add("combi_avg_window", "the mean of those received in [2t - 1, t]", Bar::kMeanWindow, kBaarslag);
}

}  // namespace

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
  registry.add(
      {"micro", "at least the lowest own package, offered or next", {}, {}, "de Jonge 2022"},
      [](const Settings&) {
        return std::unique_ptr<Acceptance>(std::make_unique<LowestBidAcceptance>());
      });
  registry.add(
      {"naive_tft", "mirrors the level of the last offer", {}, {}, "NegMAS NaiveTitForTat"},
      [](const Settings&) {
        return std::unique_ptr<Acceptance>(std::make_unique<NaiveTitForTatAcceptance>());
      });
  add_combined(registry);
}

}  // namespace monazite::strategies

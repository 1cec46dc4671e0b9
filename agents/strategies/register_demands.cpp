#include <agents/strategies/bidding/behaviour.hpp>
#include <agents/strategies/bidding/hybrid.hpp>
#include <agents/strategies/bidding/nice_tit_for_tat.hpp>
#include <agents/strategies/bidding/resource.hpp>
#include <agents/strategies/bidding/time_dependent.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

const std::string kFaratinEtAl = "Faratin, Sierra and Jennings 1998";

using MadeDemand = base::Result<std::unique_ptr<Demand>>;

std::unique_ptr<Demand> curve(std::unique_ptr<const Tactic> tactic) {
  return std::make_unique<CurveDemand>(std::move(tactic));
}

void add_curves(Registry<Demand>& registry) {
  registry.add({"time_dependent",
                "1 - t^exponent of the zone",
                {{"exponent", 1, 0.01, 100, "above 1 holds firm"}},
                {},
                kFaratinEtAl + ", in the convention of NegMAS"},
               [](const Settings& s) -> MadeDemand {
                 return curve(std::make_unique<TimeDependent>(s.number(0)));
               });
  registry.add({"polynomial",
                "1 - (kappa + (1 - kappa) t^(1/beta)) of the zone",
                {{"beta", 1, 0, 100, "below 1 holds firm, 0 never concedes"},
                 {"kappa", 0, 0, 1, "share conceded at the start"}},
                {},
                kFaratinEtAl},
               [](const Settings& s) -> MadeDemand {
                 return curve(std::make_unique<Polynomial>(s.number(0), s.number(1)));
               });
  registry.add({"exponential",
                "1 - exp((1 - t)^beta ln kappa) of the zone",
                {{"beta", 1, 0.01, 100, "larger concedes sooner"},
                 {"kappa", 0.05, 1e-6, 1, "share conceded at the start"}},
                {},
                kFaratinEtAl},
               [](const Settings& s) -> MadeDemand {
                 return curve(std::make_unique<Exponential>(s.number(0), s.number(1)));
               });
  registry.add({"exponential_aspiration",
                "(e^((1 - t)^power) - 1) / (e - 1) of the zone",
                {{"power", 0.725, 0.01, 100, "0.125 boulware, 0.725 linear, 4 conceder"}},
                {},
                "NegMAS ExpAspiration"},
               [](const Settings& s) -> MadeDemand {
                 return curve(std::make_unique<ExponentialAspiration>(s.number(0)));
               });
}

void add_behaviour(Registry<Demand>& registry) {
  using Imitation = BehaviourDemand::Imitation;
  const Parameter window{"window", 1, 1, 1000, "offers to look back", true};
  registry.add({"relative_tft", "concedes in the same proportion", {window}, {}, kFaratinEtAl},
               [](const Settings& s) -> MadeDemand {
                 return std::make_unique<BehaviourDemand>(Imitation::kRelative, s.whole(0));
               });
  registry.add({"random_absolute_tft",
                "concedes by the same amount, give or take",
                {window, {"most", 0.05, 0, 1, "largest random change, share of the range"}},
                {},
                kFaratinEtAl},
               [](const Settings& s) -> MadeDemand {
                 return std::make_unique<BehaviourDemand>(Imitation::kRandomAbsolute, s.whole(0),
                                                          s.number(1));
               });
  registry.add({"averaged_tft",
                "concedes in the proportion of several offers together",
                {{"window", 3, 1, 1000, "offers to look back", true}},
                {},
                kFaratinEtAl},
               [](const Settings& s) -> MadeDemand {
                 return std::make_unique<BehaviourDemand>(Imitation::kAveraged, s.whole(0));
               });
}

void add_resource(Registry<Demand>& registry, const std::string& name, const std::string& what,
                  ResourceDemand::Resource resource) {
  registry.add({name,
                what,
                {{"patience", 5, 0, 1000, "how much of the resource there is"},
                 {"kappa", 0, 0, 1, "share conceded at the start"}},
                {},
                kFaratinEtAl},
               [resource](const Settings& s) -> MadeDemand {
                 return std::make_unique<ResourceDemand>(resource, s.number(0), s.number(1));
               });
}

/// Weights of up to three demands.
void add_mixture(Strategies& known) {
  const Signature signature{"mixture",
                            "weighted mean of up to three demands",
                            {{"first_weight", 1, 0, 1000, "weight of the first"},
                             {"second_weight", 1, 0, 1000, "weight of the second"},
                             {"third_weight", 1, 0, 1000, "weight of the third"}},
                            {{"first", "time_dependent", "a demand"},
                             {"second", "relative_tft", "a demand"},
                             {"third", "", "a demand; without a name there is none"}},
                            kFaratinEtAl};
  known.demands.add(signature, [&known](const Settings& s) -> MadeDemand {
    std::vector<Mixture::Part> parts;
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      if (s.part(i).empty()) continue;
      auto demand = known.demands.make(s.part(i));
      if (!demand) return tl::unexpected<base::Error>(demand.error());
      parts.push_back({std::move(*demand), s.number(i)});
      sum += s.number(i);
    }
    if (!(sum > 0)) {
      return base::fail(base::ErrorCode::kBadInput,
                        "demand \"mixture\": the weights are all 0, expected one that is not");
    }
    return std::make_unique<Mixture>(std::move(parts));
  });
}

}  // namespace

void register_demands(Strategies& known) {
  Registry<Demand>& registry = known.demands;
  add_curves(registry);
  add_behaviour(registry);
  add_resource(registry, "resource", "concedes as time runs out", ResourceDemand::Resource::kTime);
  add_resource(registry, "resource_thread", "concedes as talks grow long",
               ResourceDemand::Resource::kThread);
  registry.add({"hybrid",
                "behaviour early, a Bezier curve of time late",
                {{"p0", 1, 0, 1, "demand at the start"},
                 {"p1", 0.75, 0, 1, "pull in the middle"},
                 {"p2", 0.55, 0, 1, "demand at the end"},
                 {"mu", 0.5, 0, 10, "weight of the other's changes"}},
                {},
                "Keskin, Cakan and Aydogan 2021"},
               [](const Settings& s) -> MadeDemand {
                 return std::make_unique<HybridDemand>(
                     HybridDemand::Shape{s.number(0), s.number(1), s.number(2), s.number(3)});
               });
  registry.add(
      {"nice_tft",
       "goes as far towards the Nash point as the other side does",
       {},
       {},
       "Baarslag, Hindriks and Jonker 2013"},
      [](const Settings&) -> MadeDemand { return std::make_unique<NiceTitForTatDemand>(); });
  add_mixture(known);
}

}  // namespace monazite::strategies

#include <agents/strategies/competition/agent_k.hpp>
#include <agents/strategies/competition/agent_smith.hpp>
#include <agents/strategies/competition/cuhk_agent.hpp>
#include <agents/strategies/competition/fsega.hpp>
#include <agents/strategies/competition/gahboninho.hpp>
#include <agents/strategies/competition/hardheaded_agent.hpp>
#include <agents/strategies/competition/iamcrazyhaggler.hpp>
#include <agents/strategies/competition/iamhaggler.hpp>
#include <agents/strategies/competition/nozomi.hpp>
#include <agents/strategies/competition/yushu.hpp>
#include <agents/strategies/composed.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

using MakeParts = std::function<AgentParts(const Settings&)>;

/// An agent under its name: as a strategy, and its bidding and acceptance under the same name as
/// parts. `model` is its usual opponent model; empty: it has none.
void add_agent(Strategies& known, Signature signature, const std::string& model, MakeParts make) {
  known.biddings.add(signature, [make](const Settings& s) { return make(s).bidding; });
  known.acceptances.add(signature, [make](const Settings& s) { return make(s).acceptance; });
  signature.slots = {{"acceptance", "", "another acceptance in place of its own"},
                     {"model", model, "what the other side wants"}};
  known.strategies.add(
      std::move(signature),
      [&known,
       make = std::move(make)](const Settings& s) -> base::Result<std::unique_ptr<Negotiator>> {
        AgentParts parts = make(s);
        if (!s.part(0).empty()) {
          auto acceptance = known.acceptances.make(s.part(0));
          if (!acceptance) return tl::unexpected<base::Error>(acceptance.error());
          parts.acceptance = std::move(*acceptance);
        }
        std::unique_ptr<OpponentModel> opponent;
        if (!s.part(1).empty()) {
          auto made = known.models.make(s.part(1));
          if (!made) return tl::unexpected<base::Error>(made.error());
          opponent = std::move(*made);
        }
        return std::make_unique<Composed>(std::move(parts.bidding), std::move(parts.acceptance),
                                          std::move(opponent));
      });
}

void add_2010(Strategies& known) {
  add_agent(known,
            {"agent_k",
             "comes down to what it can hope for, judged by mean and spread of the offers (2010)",
             {{"alpha", 3, 0.1, 20, "above 1 concedes late"},
              {"g", 0.1, 0, 1, "conceded to one that does not move"},
              {"bar", 0.1, -1, 2, "for a yes"}},
             {},
             "Kawaguchi, Fujita and Ito 2012"},
            "", [](const Settings& s) {
              return agent_k({s.number(0), s.number(1), s.number(2)});
            });
  add_agent(known,
            {"agent_smith",
             "slowly towards what its model says, then the best offer received (2010)",
             {{"patience", 160.0 / 180, 0.01, 1, "when it takes what there is"},
              {"floor", 0.7, 0, 1, "level of its demand by then"},
              {"good", 0.9, 0, 1, "level that it accepts at once"}},
             {},
             "van Galen Last 2012"},
            "smith", [](const Settings& s) {
              return agent_smith({s.number(0), s.number(1), s.number(2)});
            });
  add_agent(known,
            {"fsega",
             "three phases: little given for 85 % of the time, then towards reservation (2010)",
             {{"firm_until", 0.85, 0.01, 1, "end of the first phase"},
              {"last_from", 0.95, 0.01, 1, "start of the last"},
              {"multiplier", 1.03, 1, 2, "of an offer, against its own last"}},
             {},
             "Serban, Silaghi and Litan 2012"},
            "bayesian", [](const Settings& s) {
              return fsega({s.number(0), s.number(1), s.number(2)});
            });
  add_agent(known,
            {"iamcrazyhaggler",
             "random packages above a constant threshold: take it or leave it (2010)",
             {{"threshold_discounted", 0.9, 0, 1, "level, where time costs something"},
              {"threshold", 0.95, 0, 1, "level, where it does not"},
              {"aspiration", 0.9, 0, 1, "level that it accepts"},
              {"multiplier", 1.02, 1, 2, "of an offer"}},
             {},
             "Williams, Robu, Gerding and Jennings 2012"},
            "", [](const Settings& s) {
              return iamcrazyhaggler({s.number(0), s.number(1), s.number(2), s.number(3)});
            });
  add_agent(known,
            {"iamhaggler",
             "concedes so as to meet the other side where that is discounted best (2010)",
             {{"aspiration", 0.9, 0, 1, "level that it accepts"},
              {"multiplier", 1.02, 1, 2, "of an offer"},
              {"lowest_beta", 0.01, 0.001, 10, "firmest concession"},
              {"highest_beta", 2, 0.001, 10, "softest concession; not below lowest_beta"}},
             {},
             "Williams, Robu, Gerding and Jennings 2012"},
            "bayesian", [](const Settings& s) {
              return iamhaggler(
                  {s.number(0), s.number(1), s.number(2), std::max(s.number(2), s.number(3))});
            });
  add_agent(known,
            {"nozomi",
             "gives way as much as the other side has, within limits that fall in steps (2010)",
             {},
             {},
             "Baarslag, Hindriks, Jonker, Kraus and Lin 2012"},
            "smith", [](const Settings&) { return nozomi(); });
  add_agent(known,
            {"yushu",
             "target by the last ten offers and the rounds left; not below the ten best (2010)",
             {{"few", 8, 0, 1000, "rounds left when it gives way a lot"}},
             {},
             "An and Lesser 2012"},
            "smith", [](const Settings& s) { return yushu({s.number(0)}); });
}

}  // namespace

void register_competition(Strategies& known) {
  add_2010(known);
  add_agent(known,
            {"hardheaded",
             "firm to the end; of equal packages the other's best; winner of 2011",
             {{"k", 0.05, 0, 1, "conceded at the start"},
              {"e", 0.05, 0.001, 10, "below 1 holds firm"},
              {"floor", 0.585, 0, 1, "least level"},
              {"tolerance", 0.01, 0, 1, "what counts as equal"}},
             {},
             "van Krimpen, Looije and Hajizadeh 2013"},
            "hardheaded", [](const Settings& s) {
              return hardheaded_agent({s.number(0), s.number(1), s.number(2), s.number(3)});
            });
  add_agent(known,
            {"gahboninho",
             "probes, then bullies who gives and concedes to who does not (2011)",
             {{"probe", 40, 1, 10'000, "rounds"},
              {"last_stage", 0.97, 0, 1, "when it takes what there is"}},
             {},
             "Ben Adan, Zuckerman and Kraus; Baarslag et al. 2013"},
            "smith", [](const Settings& s) {
              return gahboninho({s.number(0), s.number(1)});
            });
  add_agent(known,
            {"cuhk_agent",
             "adapts how long it exploits the other side to what that side gives; winner of 2012",
             {{"alpha", 2, 0.1, 20, "above 1 concedes late"},
              {"beta", 1.5, 0.01, 20, "how the discount shortens exploiting"},
              {"gamma", 2, 0.01, 20, "how new offers lengthen it"},
              {"lambda_min", 0.2, 0.01, 1, "shortest time of exploiting"},
              {"epsilon", 0.1, 0, 1, "share of random packages"},
              {"least", 0.65, 0, 1, "least level where time costs nothing"}},
             {},
             "Hao and Leung 2014"},
            "smith", [](const Settings& s) {
              return cuhk_agent(
                  {s.number(0), s.number(1), s.number(2), s.number(3), s.number(4), s.number(5)});
            });
}

}  // namespace monazite::strategies

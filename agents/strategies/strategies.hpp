#pragma once

#include <memory>
#include <string_view>

#include <agents/preferences/semantics.hpp>
#include <agents/strategies/bidding/demand.hpp>
#include <agents/strategies/parts.hpp>
#include <agents/strategies/registry.hpp>

namespace monazite::strategies {

/// Everything that has a name: strategies and the parts they are made of. docs/strategies.md lists
/// them. It stays where it is made, because entries refer to one another's registries.
///
///   Strategies known;
///   register_strategies(known, preferences::Semantics::kNegmas);
///   auto negotiator = known.strategies.make("parts:bidding=boulware,acceptance=combi_max");
struct Strategies {
  Strategies() = default;
  Strategies(const Strategies&) = delete;
  Strategies& operator=(const Strategies&) = delete;

  Registry<Negotiator> strategies{"strategy"};
  Registry<Bidding> biddings{"bidding"};
  Registry<Acceptance> acceptances{"acceptance"};
  Registry<OpponentModel> models{"opponent model"};
  Registry<Demand> demands{"demand"};
};

/// Adds all of this project. `semantics` decides what the names boulware, linear and conceder mean:
/// NegMAS' aspiration negotiators or Genius' time-dependent agents. Both are there as
/// negmas_boulware, genius_boulware and so on in any case.
void register_strategies(Strategies& known, preferences::Semantics semantics);

// What register_strategies() does, one kind after the other. A later kind may use an earlier one.
void register_demands(Strategies& known);
void register_biddings(Strategies& known, preferences::Semantics semantics);
void register_acceptances(Strategies& known);
void register_models(Strategies& known);
void register_negotiators(Strategies& known, preferences::Semantics semantics);
/// Agents of the yearly competitions, in the folder competition.
void register_competition(Strategies& known);

}  // namespace monazite::strategies

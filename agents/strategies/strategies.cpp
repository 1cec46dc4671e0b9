#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {

void register_strategies(Strategies& known, preferences::Semantics semantics) {
  register_demands(known);
  register_biddings(known, semantics);
  register_acceptances(known);
  register_models(known);
  register_negotiators(known, semantics);
  register_competition(known);
}

}  // namespace monazite::strategies

#pragma once

#include <string>
#include <vector>

#include <protocol/messages/record.pb.h>
#include <world/engine/observer.hpp>
#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>
#include <world/treaty/clauses.hpp>

namespace monazite::engine {

/// The true numbers of the month that was settled, as far as somebody may come to know them; the
/// same quantities in the same order every month.
[[nodiscard]] std::vector<Fact> facts(const Stage& stage, const economy::MonthAccount& account,
                                      const economy::Controls& controls);

/// What the clauses are judged by.
[[nodiscard]] treaty::MonthFacts clause_facts(const Stage& stage, const Tables& tables,
                                              const economy::MonthAccount& account,
                                              const economy::Controls& controls);

/// Names and values of the complete state: the economy's, then politics, flow and terms in force.
[[nodiscard]] std::vector<std::string> snapshot_names(const Stage& stage);
void fill_snapshot(const Stage& stage, const economy::MonthAccount& account,
                   const economy::Controls& controls, v1::WorldSnapshot& snapshot);

}  // namespace monazite::engine

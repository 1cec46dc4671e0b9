#pragma once

#include <memory>
#include <string>
#include <vector>

#include <agents/session/rules.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>
#include <world/lab/domain_recording.hpp>

namespace monazite::tests {

/// Boulware and conceder over a domain of the reference cases, 30 rounds.
inline lab::DomainRun run_of(const std::string& name, const std::string& rule) {
  lab::DomainRun run{{as_negmas_reads(name), preferences::Semantics::kNegmas, {}, {}},
                     rule,
                     {"boulware", "conceder"},
                     {}};
  run.options.rounds = 30;
  run.options.seed = 9;
  return run;
}

/// Holds the negotiation and records it.
inline session::Negotiated record(const lab::DomainRun& run, const std::string& path) {
  const auto tables = preferences::tables_of(run.loaded.domain);
  strategies::Strategies known;
  strategies::register_strategies(known, run.loaded.semantics);
  std::vector<std::unique_ptr<strategies::Negotiator>> negotiators;
  std::vector<session::Participant> participants;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    negotiators.push_back(known.strategies.make(run.strategies[i]).value());
    participants.push_back({tables[i].get(), negotiators.back().get()});
  }
  auto recorder = lab::DomainRecorder::begin(path, run, tables, "test");
  REQUIRE(recorder.has_value());
  session::NegotiationOptions options = run.options;
  options.listener = recorder->listener();
  session::Negotiated negotiated = (*session::find_rule(run.rule))->play(participants, options);
  REQUIRE(recorder->finish(negotiated).has_value());
  return negotiated;
}

}  // namespace monazite::tests

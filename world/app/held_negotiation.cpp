#include <agents/session/rules.hpp>
#include <world/app/held_negotiation.hpp>
#include <world/app/strategy_choice.hpp>

namespace monazite::app {

using Tables = std::vector<std::unique_ptr<preferences::UtilityTable>>;

base::Result<session::Negotiated> hold(const lab::DomainRun& run, const Tables& tables,
                                       const std::string& recording_path) {
  strategies::Strategies known;
  register_all(known, run.loaded.semantics);
  const auto rule = session::find_rule(run.rule);
  if (!rule) return tl::unexpected<base::Error>(rule.error());
  if (tables.size() > (*rule)->most_parties) {
    return base::fail(base::ErrorCode::kBadInput, "the rule " + run.rule + " is for at most " +
                                                      std::to_string((*rule)->most_parties) +
                                                      " parties, the domain has " +
                                                      std::to_string(tables.size()));
  }
  std::vector<std::unique_ptr<strategies::Negotiator>> negotiators;
  std::vector<session::Participant> participants;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    auto made = known.strategies.make(run.strategies[i]);
    if (!made) return tl::unexpected<base::Error>(made.error());
    negotiators.push_back(std::move(*made));
    participants.push_back({tables[i].get(), negotiators.back().get()});
  }
  session::NegotiationOptions options = run.options;
  if (recording_path.empty()) return (*rule)->play(participants, options);
  auto recorder = lab::DomainRecorder::begin(recording_path, run, tables, MONAZITE_VERSION);
  if (!recorder) return tl::unexpected<base::Error>(recorder.error());
  options.listener = recorder->listener();
  session::Negotiated negotiated = (*rule)->play(participants, options);
  if (const auto done = recorder->finish(negotiated); !done) {
    return tl::unexpected<base::Error>(done.error());
  }
  return negotiated;
}

}  // namespace monazite::app

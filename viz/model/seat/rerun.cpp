#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <agents/parties/replay_party.hpp>
#include <protocol/recording/reading.hpp>
#include <protocol/recording/recorder.hpp>
#include <viz/model/seat/asking_party.hpp>
#include <viz/model/seat/rerun.hpp>
#include <world/engine/history.hpp>
#include <world/engine/later.hpp>
#include <world/lab/recorder_witness.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz::game {
namespace {

/// The run that a recording is of.
struct Run {
  scenarios::Scenario scenario;
  engine::HistoryOptions options;
};

std::optional<Run> run_of(const recording::Recording& recording) {
  const v1::RunHeader& header = recording.header();
  auto scenario = scenarios::load_text(header.scenario_text(), "scenario in the recording");
  if (!scenario) return std::nullopt;
  Run run{*std::move(scenario), {}};
  auto later =
      engine::later_settings(run.scenario, {header.settings().begin(), header.settings().end()});
  if (!later) return std::nullopt;
  run.options.seed = header.seed();
  run.options.run = header.run();
  run.options.program_version = header.program_version();
  run.options.later = *std::move(later);
  return run;
}

}  // namespace

std::string with_machines_only(const std::string& bytes) {
  const auto recording = recording::Recording::from_bytes(bytes, "game");
  const auto run = recording ? run_of(*recording) : std::nullopt;
  std::string made;
  if (!run) return made;
  engine::History history(run->scenario, run->options);
  lab::RecorderWitness recorder(recording::Recorder::to_memory(made));
  history.add_witness(recorder);
  history.run();
  (void)recorder.finish();  // memory does not refuse
  return made;
}

std::vector<v1::Worth> ask_mandate_of(const std::string& bytes, base::SeatId seat,
                                      std::uint64_t brief,
                                      const std::vector<agenda::Outcome>& outcomes) {
  auto recording = recording::Recording::from_bytes(bytes, "game");
  auto run = recording ? run_of(*recording) : std::nullopt;
  std::vector<v1::Worth> answer;
  if (!run) return answer;
  std::map<base::SeatId, std::vector<v1::Envelope>> said;
  recording::Window window;
  window.kinds = recording::kEnvelopes;
  recording->visit(window, [&said](const recording::Record& record) {
    const v1::Envelope& envelope = *std::get<const v1::Envelope*>(record.content);
    if (envelope.from() >= base::kFirstSeat) said[envelope.from()].push_back(envelope);
  });
  std::atomic<bool> stop{false};
  run->options.stop = &stop;
  run->options.casting = [&said](const parties::Chair& chair, const scenarios::Seat&) {
    return std::make_unique<parties::ReplayParty>(said[chair.seat]);
  };
  run->options.wrapping =
      [&](const parties::Chair& chair, const scenarios::Seat&,
          std::unique_ptr<parties::Party> party) -> std::unique_ptr<parties::Party> {
    if (chair.seat != seat) return party;
    return std::make_unique<AskingParty>(std::move(party), brief, outcomes, answer, stop);
  };
  engine::History history(run->scenario, run->options);
  history.run();
  return answer;
}

}  // namespace monazite::viz::game

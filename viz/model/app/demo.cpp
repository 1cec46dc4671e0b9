#include <utility>

#include <viz/model/app/demo.hpp>
#include <world/engine/history.hpp>
#include <world/lab/recorder_witness.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz {
namespace {

constexpr std::uint64_t kDemoSeed = 42;

}  // namespace

base::Result<std::unique_ptr<RecordingFile>> play_scenario(const std::string& name,
                                                           std::uint64_t seed) {
  const auto scenario = scenarios::load(name);
  if (!scenario) {
    return base::fail(base::ErrorCode::kBadInput, scenarios::to_string(scenario.error().front()));
  }
  std::string bytes;
  lab::RecorderWitness recorder(recording::Recorder::to_memory(bytes));
  engine::HistoryOptions options;
  options.seed = seed;
  options.program_version = MONAZITE_VERSION;
  engine::History history(*scenario, options);
  history.add_witness(recorder);
  history.run();
  if (const auto done = recorder.finish(); !done) {
    return tl::unexpected<base::Error>(done.error());
  }
  return RecordingFile::from_bytes(std::move(bytes), name + " (played here)");
}

base::Result<std::unique_ptr<RecordingFile>> play_demo() {
  return play_scenario("june-2025", kDemoSeed);
}

}  // namespace monazite::viz

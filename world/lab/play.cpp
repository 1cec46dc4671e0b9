#include <optional>
#include <utility>

#include <world/lab/background_worker.hpp>
#include <world/lab/play.hpp>
#include <world/lab/recorder_witness.hpp>

namespace monazite::lab {

base::Result<Played> play(const scenarios::Scenario& scenario,
                          const engine::HistoryOptions& options, const std::string& recording_path,
                          engine::Witness* also) {
  std::optional<BackgroundWorker> worker;
  std::optional<RecorderWitness> recorder;
  if (!recording_path.empty()) {
    worker.emplace();
    auto file = recording::Recorder::to_file(recording_path, &*worker);
    if (!file) return tl::unexpected<base::Error>(file.error());
    recorder.emplace(std::move(*file));
  }
  Played played;
  ChronicleWitness chronicle(played.chronicle);
  engine::History history(scenario, options);
  history.add_witness(chronicle);
  if (recorder) history.add_witness(*recorder);
  if (also != nullptr) history.add_witness(*also);
  played.finished = history.run();
  played.digest = history.digest();
  if (recorder) {
    if (const auto done = recorder->finish(); !done) played.not_recorded = done.error();
  }
  return played;
}

}  // namespace monazite::lab

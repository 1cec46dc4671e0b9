#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include <tests/support/scenario.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/replay_builder.hpp>
#include <world/engine/history.hpp>
#include <world/lab/recorder_witness.hpp>

namespace monazite::test_support {

/// A short history as the viewer sees it in two ways: while it is played, and from its recording.
struct PlayedReplay {
  viz::Replay live;
  std::string bytes;
};

/// Plays june-2025 with seed 42 until a day, and gives its recording; tells `live` of it too.
inline std::string play_and_record(const std::string& last_day, viz::Replay* live = nullptr) {
  const scenarios::Scenario crisis = scenario("june-2025", {"calendar.last_day=" + last_day});
  engine::HistoryOptions options;
  options.seed = 42;
  options.program_version = "test";
  engine::History history(crisis, options);
  std::string bytes;
  lab::RecorderWitness recorder(recording::Recorder::to_memory(bytes));
  history.add_witness(recorder);
  viz::Replay own;
  viz::ReplayBuilder builder(live != nullptr ? *live : own);
  history.add_witness(builder);
  history.run();
  builder.finish();
  if (!recorder.finish()) std::abort();
  return bytes;
}

/// Until the middle of 2026, played once per test program.
inline const PlayedReplay& played_replay() {
  static const std::unique_ptr<PlayedReplay> kPlayed = [] {
    auto played = std::make_unique<PlayedReplay>();
    played->bytes = play_and_record("2026-06-30", &played->live);
    return played;
  }();
  return *kPlayed;
}

/// Its recording, opened anew and read whole.
inline std::unique_ptr<viz::RecordingFile> open_played() {
  auto file = viz::RecordingFile::from_bytes(played_replay().bytes, "played");
  if (!file) std::abort();
  (*file)->read_all();
  return *std::move(file);
}

inline base::Day day(const char* text) {
  return base::parse_day(text).value();
}

}  // namespace monazite::test_support

#pragma once

#include <memory>
#include <string>

#include <protocol/recording/recorder.hpp>
#include <tests/support/scenario.hpp>
#include <viz/model/recording_file.hpp>
#include <world/engine/history.hpp>
#include <world/lab/recorder_witness.hpp>

namespace monazite::test_support {

/// june-2025 until the end of 2026, where seed 4 has a consultation and an agreement.
inline const scenarios::Scenario& crisis() {
  static const scenarios::Scenario kept = scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

/// Its recording, played once per test program.
inline const std::string& crisis_bytes() {
  static const std::string kept = [] {
    std::string bytes;
    lab::RecorderWitness recorder(recording::Recorder::to_memory(bytes));
    engine::HistoryOptions options;
    options.seed = 4;
    options.program_version = "test";
    options.settings = {"calendar.last_day=2026-12-31"};
    engine::History history(crisis(), options);
    history.add_witness(recorder);
    history.run();
    (void)recorder.finish();
    return bytes;
  }();
  return kept;
}

inline std::unique_ptr<viz::RecordingFile> crisis_file() {
  auto file = viz::RecordingFile::from_bytes(crisis_bytes(), "runs/crisis.mcap");
  (*file)->read_all();
  return *std::move(file);
}

}  // namespace monazite::test_support

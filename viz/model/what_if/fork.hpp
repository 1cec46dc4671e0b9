#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/what_if/change.hpp>
#include <viz/model/what_if/future.hpp>
#include <world/lab/fork.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz {

/// What every fork of one recording shares: its scenario, and what was said in it that the built-in
/// parties would not say again. Immutable, so that any thread may use it.
class Parent {
 public:
  /// Fails for a negotiation over a domain and for a scenario that cannot be read. Reads the whole
  /// file. People in seats are known from the file's sidecar (docs/recording.md).
  [[nodiscard]] static base::Result<std::shared_ptr<const Parent>> read(RecordingFile& file);

  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const v1::RunHeader& header() const { return header_; }
  [[nodiscard]] const Future& future() const { return future_; }

  /// How the fork is played. Without changes it departs on the last day, and is the same history.
  [[nodiscard]] lab::ForkRun plan(const Fork& fork) const;

 private:
  Parent(scenarios::Scenario scenario, v1::RunHeader header)
      : scenario_(std::move(scenario)), header_(std::move(header)) {}
  void keep_what_was_said(RecordingFile& file);

  scenarios::Scenario scenario_;
  v1::RunHeader header_;
  std::string name_;
  Future future_;
  std::map<base::SeatId, std::vector<v1::Envelope>> said_;
  std::vector<MessageRow> rows_;
};

/// A fork that was played.
struct Played {
  std::shared_ptr<const std::string> bytes;  ///< its recording, an MCAP file
  Future future;
  std::uint64_t digest = 0;
  double milliseconds = 0;  ///< wall time of the run with its recording
};

/// Plays a fork into memory. From any thread. Fails for a setting that the scenario does not take,
/// and with kNotAllowed when it was stopped.
[[nodiscard]] base::Result<Played> play_fork(const Parent& parent, const Fork& fork,
                                             const std::atomic<bool>* stop = nullptr);

/// The same as a recording to look at, called "what if: ..."; for callers without an interface.
[[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> fork_of(RecordingFile& file,
                                                                   const Fork& fork);

}  // namespace monazite::viz

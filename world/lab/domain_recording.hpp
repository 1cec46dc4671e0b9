#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <agents/preferences/files/load.hpp>
#include <agents/preferences/utility_table.hpp>
#include <agents/session/negotiation.hpp>
#include <protocol/base/result.hpp>
#include <protocol/recording/reading.hpp>
#include <protocol/recording/recorder.hpp>

namespace monazite::lab {

/// A negotiation over a domain, with all that is needed to hold it again.
struct DomainRun {
  preferences::LoadedDomain loaded;
  std::string rule;                     ///< a name of session::rules()
  std::vector<std::string> strategies;  ///< descriptions, one per party
  session::NegotiationOptions options;  ///< without a listener
};

/// Writes such a negotiation into a recording (docs/recording.md), at most
/// session::kMostRecordedRounds rounds:
///
///   auto recorder = DomainRecorder::begin(path, run, tables, "0.1.0");
///   options.listener = recorder->listener();
///   ... hold it ...
///   recorder->finish(negotiated);
class DomainRecorder {
 public:
  /// A new file, replacing one of the same name; `tables` must outlive it. Fails when the
  /// file cannot be made, or the domain has a utility that its TOML form cannot hold.
  [[nodiscard]] static base::Result<DomainRecorder> begin(
      const std::string& path, const DomainRun& run,
      const std::vector<std::unique_ptr<preferences::UtilityTable>>& tables,
      const std::string& program_version);

  /// Records what it hears. The recorder must not move any more while it is in use.
  [[nodiscard]] std::function<void(const v1::Envelope&)> listener();
  /// Adds the analysis (two parties: values, frontier and solution points of at most 2,000
  /// packages, always with the frontier's first ones and the agreement) and closes the file.
  [[nodiscard]] base::Result<void> finish(const session::Negotiated& negotiated);

 private:
  DomainRecorder(recording::Recorder recorder,
                 const std::vector<std::unique_ptr<preferences::UtilityTable>>& tables)
      : recorder_(std::move(recorder)), tables_(&tables) {}

  recording::Recorder recorder_;
  const std::vector<std::unique_ptr<preferences::UtilityTable>>* tables_;
  std::int32_t last_day_ = 0;
};

/// Whether a recording is of a negotiation over a domain, not of a scenario.
[[nodiscard]] bool is_domain_recording(const recording::Recording& recording);

/// What was recorded of such a negotiation: how to hold it again, and how it went.
struct RecordedNegotiation {
  DomainRun run;
  session::Negotiated negotiated;
};
/// Fails with a sentence when the header is not that of such a recording or its domain cannot be
/// read. A recording that was cut ends open.
[[nodiscard]] base::Result<RecordedNegotiation> read_negotiation(recording::Recording& recording);

}  // namespace monazite::lab

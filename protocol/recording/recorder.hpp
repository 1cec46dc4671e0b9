#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/recording/mcap_writer.hpp>
#include <protocol/recording/worker.hpp>

namespace google::protobuf {
class MessageLite;
}
namespace monazite::v1 {
class Envelope;
class NegotiationAnalysis;
class RunHeader;
class SeatEvent;
class StateHash;
class WorldSnapshot;
}  // namespace monazite::v1

namespace monazite::recording {

/// Writes a run into an MCAP file, see docs/recording.md. Use:
///
///   auto recorder = Recorder::to_file("out/june-2025.mcap");   // Result: folder may be unwritable
///   recorder->header(header);                                  // once, first
///   recorder->envelope(envelope);                              // as the post office delivers them
///   recorder->analysis(day, analysis);
///   recorder->snapshot(day, snapshot); recorder->state_hash(day, hash);
///   auto saved = recorder->end_month();                        // Result: the disk may be full
///   auto done = recorder->finish();                            // once, last
///
/// Days must not go backwards; records of one day keep their order. What end_month() has accepted
/// is saved even if the program is killed afterwards (with a worker: when it has come so far, see
/// McapWriter); finish() adds the index that makes any month quick to reach, and is right after
/// Ctrl-C too. A Recorder that goes away without finish() leaves a file that opens up to its last
/// month. The same calls give the same bytes on every machine with the same zstd.
///
/// After a failure (a full disk, say) nothing more is written; every later end_month() and finish()
/// gives that same first error. Nothing is thrown. Not thread-safe. Memory: about 3 MiB, reused.
class Recorder {
 public:
  /// A new file, replacing one of the same name; its folder must exist. A `worker`, which must
  /// outlive the recorder, compresses and writes a month while the next one is played: the bytes
  /// are the same, but what one end_month() has taken is saved when the next one returns.
  [[nodiscard]] static base::Result<Recorder> to_file(const std::string& path,
                                                      Worker* worker = nullptr);
  /// Appends to `bytes`, which the caller owns and keeps alive; for tests and for --verify.
  [[nodiscard]] static Recorder to_memory(std::string& bytes, Worker* worker = nullptr);

  /// First, once. Saved at once, with a copy as MCAP metadata for tools that do not know our
  /// messages.
  void header(const v1::RunHeader& header);
  /// On the day of its delivery (envelope.day). It must have a body.
  void envelope(const v1::Envelope& envelope);
  /// The names of the first snapshot are those of all.
  void snapshot(base::Day day, const v1::WorldSnapshot& snapshot);
  void analysis(base::Day day, const v1::NegotiationAnalysis& analysis);
  void state_hash(base::Day day, const v1::StateHash& hash);
  /// On its own day.
  void seat_event(const v1::SeatEvent& event);

  /// Saves what has gathered since the last call.
  [[nodiscard]] base::Result<void> end_month();
  [[nodiscard]] base::Result<void> finish();

  /// The first failure, if any.
  [[nodiscard]] const std::optional<base::Error>& error() const { return writer_.error(); }

 private:
  Recorder(std::unique_ptr<ByteSink> sink, Worker* worker);
  void add(std::uint16_t channel, base::Day day, const google::protobuf::MessageLite& message);
  [[nodiscard]] base::Result<void> state() const;

  McapWriter writer_;
  base::Day day_{0};
  std::uint64_t ordinal_ = 0;  // of the next record of day_
  bool has_header_ = false;
  bool has_names_ = false;
};

}  // namespace monazite::recording

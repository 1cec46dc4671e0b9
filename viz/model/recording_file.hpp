#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/reading.hpp>
#include <viz/model/replay.hpp>
#include <viz/model/replay_builder.hpp>

namespace monazite::viz {

class ViewCache;

/// A recording that is being looked at: its index (Replay), filled a few months at a time so that
/// the first picture comes at once, and the bodies of messages, read when somebody looks at them.
/// Memory is bounded by the index and by a cache of months, not by the file. Not thread-safe.
class RecordingFile {
 public:
  static constexpr std::size_t kCachedMonths = 12;

  /// One clear sentence when it is missing, foreign, or holds nothing. Damaged files open as far as
  /// they are whole; see damage().
  [[nodiscard]] static base::Result<std::unique_ptr<RecordingFile>> open(const std::string& path);
  /// The same of bytes in memory: a run that was played just now. `name` is what it is called.
  [[nodiscard]] static base::Result<std::unique_ptr<RecordingFile>> from_bytes(std::string bytes,
                                                                               std::string name);
  ~RecordingFile();

  [[nodiscard]] const Replay& replay() const { return replay_; }
  /// What is derived from replay(), kept from frame to frame.
  [[nodiscard]] ViewCache& views() { return *views_; }
  /// Path, or the name given.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }  ///< of the file

  /// Reads on for about `budget_ms` (at least a month). False when all has been read.
  bool read_on(double budget_ms);
  void read_all();
  [[nodiscard]] bool complete() const { return complete_; }
  /// 0 to 1.
  [[nodiscard]] double progress() const;
  /// When all has been read of a file that does not grow: goes on, for about `budget_ms`, with
  /// checking what lies beside the records, until damage() knows all. No picture waits for it.
  void check_on(double budget_ms);
  [[nodiscard]] bool checked() const { return checked_; }
  /// What is wrong with the file, one sentence; empty when it is whole (as far as read). That one
  /// which is live has no end yet is nothing wrong.
  [[nodiscard]] std::string damage() const;

  // --- a recording that somebody is still writing
  /// Whether more may come: it lies in a file that has no end yet, and no failure was told. A run
  /// that was cut short looks the same.
  [[nodiscard]] bool may_grow() const { return watched_ && !gone_ && !recording_.finished(); }
  /// Whether it has just begun: there is nothing but its header yet.
  [[nodiscard]] bool waits() const;
  /// Whether more has come since it was opened, and more may come.
  [[nodiscard]] bool live() const { return may_grow() && grown_; }
  /// Tells that somebody is known to be writing it: live() holds before more has come.
  void set_live() { grown_ = true; }
  /// The day up to which time can be looked at: the planned last one, or that of the last record as
  /// long as there is no end.
  [[nodiscard]] base::Day last_there() const;
  /// Looks at the file (a question or two to the file system). True when something came: read_on()
  /// takes it up, without reading again what was read before, and may_grow() says whether that was
  /// all. One clear sentence, once, when the file became shorter or was replaced; what has been
  /// read stays, but bodies of messages may be gone.
  [[nodiscard]] base::Result<bool> look_again();

  /// A message with its body. Nothing when it is damaged or not there. Reads the month it lies in
  /// unless that is in the cache.
  [[nodiscard]] std::shared_ptr<const v1::Envelope> envelope(std::uint64_t id);
  /// An analysis with the values of every package.
  [[nodiscard]] std::shared_ptr<const v1::NegotiationAnalysis> analysis(const AnalysisRow& row);
  /// Snapshot of a month that need not have been read on to; for the first picture of a large file.
  [[nodiscard]] std::shared_ptr<const v1::WorldSnapshot> snapshot(base::Day day);
  [[nodiscard]] std::size_t cached_months() const { return cache_.size(); }

 private:
  struct Month;  ///< bodies of one month
  RecordingFile(recording::Recording recording, std::string name, std::size_t bytes);
  [[nodiscard]] Month& month(base::Day day);
  void read_part(base::Day until);
  void take(const recording::Record& record);

  recording::Recording recording_;
  std::string name_;
  std::size_t bytes_;
  Replay replay_;
  std::unique_ptr<ViewCache> views_;  ///< after replay_, which it reads
  ReplayBuilder builder_;
  bool complete_ = false;
  bool checked_ = false;                      ///< to the last byte
  base::Day next_{};                          ///< first day not read yet
  base::Day last_{};                          ///< last day of which there is a record
  bool watched_ = false;                      ///< lies in a file that may grow
  bool gone_ = false;                         ///< became shorter, or is another file now
  bool grown_ = false;                        ///< since it was opened
  std::optional<recording::Position> after_;  ///< all up to there was read before it grew
  bool named_ = false;                        ///< a snapshot with names has been read
  std::uint32_t analyses_ = 0;                ///< read so far
  std::map<std::int32_t, std::uint32_t>
      first_analysis_;                       ///< ordinal, by first day of the part read
  std::list<std::unique_ptr<Month>> cache_;  ///< the most recently used first
};

}  // namespace monazite::viz

#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/net/host_place.hpp>
#include <viz/model/net/patient_client.hpp>

namespace monazite::viz {

/// Looks on at a table of a host on a thread of its own, and writes what it is told into a
/// recording that grows: in the cache folder, removed with the object. A table that waits for its
/// players, and a host that cannot be reached (any more), is tried again and again.
class TableWatch {
 public:
  enum class Stage : std::uint8_t {
    kConnecting,
    kWaits,     ///< the table's seats are to be taken first
    kWatching,  ///< the recording grows
    kOver,      ///< the history is; the recording is whole
    kFailed     ///< the host refuses: `sentence`
  };
  struct State {
    Stage stage = Stage::kConnecting;
    std::string sentence;  ///< the host's words, or why there is no connection; may be empty
    base::Day day{};       ///< last day heard of; 0: none
    /// The recording; empty before there is one. Another one when the connection was lost in
    /// between: the host tells all of it anew.
    std::string path;
  };

  /// `table`: 0 is the first. `everything`: the recording itself, for which the host's second token
  /// is needed; else what is public. `folder`: where the recording grows (see cache_folder()).
  TableWatch(HostPlace place, std::uint32_t table, bool everything, const std::string& folder);
  ~TableWatch();
  TableWatch(const TableWatch&) = delete;
  TableWatch& operator=(const TableWatch&) = delete;

  [[nodiscard]] const HostPlace& place() const { return place_; }
  [[nodiscard]] std::uint32_t table() const { return table_; }
  [[nodiscard]] bool everything() const { return everything_; }
  /// As of the last call of poll().
  [[nodiscard]] const State& state() const { return shown_; }
  /// Takes up what came. True when it changed.
  bool poll();
  /// Ends it and leaves the recordings, all of them, to the caller.
  [[nodiscard]] std::vector<std::string> end();

 private:
  void join();
  void work();
  /// Until it is over, or the connection is lost. False: not to be tried again.
  [[nodiscard]] bool watch_once(State& state);
  /// A new recording, which only this user may read. False, with errno, when it cannot be made.
  [[nodiscard]] bool begin_file(const std::string& path);
  void set(const State& state);

  const HostPlace place_;
  const std::uint32_t table_;
  const bool everything_;
  const std::string folder_;
  std::vector<std::string> files_;  ///< of the thread, until it has ended
  State shown_;
  std::mutex mutex_;
  State latest_;
  bool news_ = false;
  std::atomic<bool> stop_{false};
  BackOff again_;
  std::thread thread_;  ///< last: it uses the rest
};

}  // namespace monazite::viz

#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

#include <protocol/messages/session.pb.h>
#include <viz/model/net/host_place.hpp>

namespace monazite::viz {

/// Asks a host for its tables, and again every two seconds, on a thread of its own. Ends with the
/// object (within some seconds when the host does not answer).
class LobbyList {
 public:
  explicit LobbyList(HostPlace place);
  ~LobbyList();
  LobbyList(const LobbyList&) = delete;
  LobbyList& operator=(const LobbyList&) = delete;

  /// As of the last call of poll().
  struct State {
    bool heard = false;    ///< the list has come at least once
    v1::Lobby lobby;       ///< as it was heard last
    std::string sentence;  ///< why it does not come (any more); empty
  };
  [[nodiscard]] const State& state() const { return shown_; }
  [[nodiscard]] const HostPlace& place() const { return place_; }
  /// Takes up what came. True when it changed.
  bool poll();

 private:
  void work();
  void set(State state);

  const HostPlace place_;
  State shown_;
  std::mutex mutex_;
  State latest_;
  bool news_ = false;
  std::atomic<bool> stop_{false};
  std::thread thread_;  ///< last: it uses the rest
};

}  // namespace monazite::viz

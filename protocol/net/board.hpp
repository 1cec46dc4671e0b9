#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>
#include <protocol/net/seat_line.hpp>
#include <protocol/net/watch_line.hpp>

namespace monazite::net {

/// One table of a host: the seats of one history, those that others may take, and who looks on.
struct HostTable {
  struct Seat {
    std::string name;
    std::unique_ptr<SeatLine> line;  ///< null: played by the host alone
  };
  std::uint32_t number = 1;
  std::string scenario;
  std::vector<Seat> seats;  ///< in the order of the scenario; fixed before the host opens
  WatchLine watch;
  std::atomic<v1::Lobby::State> state{v1::Lobby::STATE_WAITING};
  std::atomic<std::int32_t> today{0};
  std::atomic<std::uint32_t> watchers{0};
};

/// What a host takes of its clients. Each has an option of the command `host`.
struct Limits {
  std::size_t connections = 512;
  std::size_t handshakes = 64;  ///< connections that have not said hello, and a token, yet
  std::size_t watchers = 32;    ///< on all tables
  std::size_t frame_bytes = kLargestClientFrame;
  double frames_per_second = 20'000;  ///< of one connection; as many may come at once
  std::size_t unsent_bytes = std::size_t{256} * 1024;  ///< answers that a connection has not read
  std::chrono::milliseconds hello_within{10'000};      ///< hello and a right token
  std::chrono::milliseconds ping_every{5'000};
  std::chrono::milliseconds silent_for{30'000};  ///< no byte comes, not even a pong
  std::chrono::milliseconds stuck_for{10'000};   ///< takes no byte of what is sent
};

/// Everything that the sessions of a host know. Owned by the host; outlives them.
struct Board {
  std::vector<std::unique_ptr<HostTable>> tables;
  std::string token;      ///< of the host
  std::string all_token;  ///< to look on at everything; empty: nobody may
  std::string program;    ///< "monazite 0.1.0"
  bool reveals = false;   ///< the recording goes to the seats when the history is over
  bool keeps_pace = false;
  Limits limits;

  // --- counted by the sessions
  std::size_t sessions = 0;
  std::size_t handshakes = 0;
  std::size_t watchers = 0;
};

}  // namespace monazite::net

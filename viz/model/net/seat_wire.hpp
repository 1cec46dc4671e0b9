#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <protocol/messages/session.pb.h>
#include <viz/model/net/host_place.hpp>
#include <viz/model/net/patient_client.hpp>

namespace monazite::viz {

/// The connection of a seat to its host, on a thread of its own: claims the seat, passes frames on
/// both ways, says that it is there, and comes back with the seat's own token when the connection
/// was lost. It knows nothing of what the frames mean.
class SeatWire {
 public:
  /// What is claimed; `claim.token` is the place's and need not be set.
  SeatWire(HostPlace place, v1::Claim claim);
  ~SeatWire();
  SeatWire(const SeatWire&) = delete;
  SeatWire& operator=(const SeatWire&) = delete;

  enum class Stage : std::uint8_t {
    kConnecting,
    kSeated,
    kLost,   ///< it is tried again (BackOff)
    kOver,   ///< the end has come
    kFailed  ///< the host refuses, or wants no more of this seat
  };
  struct Arrived {
    v1::Frame frame;
    std::chrono::steady_clock::time_point at;
  };
  struct News {
    Stage stage = Stage::kConnecting;
    std::string sentence;  ///< of kConnecting, kLost and kFailed; may be empty
    /// The last answer to a claim; the frames of `arrived` come after it.
    std::optional<v1::Seated> seated;
    std::vector<Arrived> arrived;  ///< in order, each once
    bool any = false;
  };
  /// What came since the last call.
  [[nodiscard]] News take();
  /// Sends an answer, now or when the connection is back; again if that was lost in between.
  void send(v1::Answer answer);
  /// Loses the connection, as a network does. For tests.
  void cut() { cut_ = true; }

 private:
  void work();
  /// Until the connection is lost. False: not to be tried again.
  [[nodiscard]] bool sit();
  [[nodiscard]] base::Result<bool> talk(net::Client& client);
  [[nodiscard]] base::Result<void> send_waiting(net::Client& client);
  [[nodiscard]] base::Result<bool> pass_on(net::Client& client, v1::Frame& frame);
  void set(Stage stage, std::string sentence = {});

  const HostPlace place_;
  v1::Claim claim_;
  bool sat_ = false;                      ///< the seat was had before
  std::uint64_t had_ = 0;                 ///< frames of the seat that have come
  std::uint64_t position_ = 0;            ///< of the last frame of this connection among them
  std::optional<v1::Answer> unanswered_;  ///< sent, and not yet decided on
  std::mutex mutex_;
  News news_;
  std::vector<v1::Answer> waiting_;
  std::atomic<bool> cut_{false};
  std::atomic<bool> stop_{false};
  BackOff again_;
  std::thread thread_;  ///< last: it uses the rest
};

}  // namespace monazite::viz

#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <string>

#include <protocol/base/result.hpp>
#include <protocol/net/client.hpp>

namespace monazite::viz {

/// Talking to a host on a thread that can be told to stop: nothing here waits for ever.

/// Why a host refused: its code; nothing when the last failure of ask() was another.
struct Refused {
  v1::Sorry::Code code = v1::Sorry::CODE_UNSPECIFIED;
};

/// Sends `question` and waits for the first frame of a kind. kBadInput with the host's words when
/// it is sorry (then `refused` says for what), kIo when the connection is lost, when `stop` is set
/// or when nothing came within ten seconds.
[[nodiscard]] base::Result<v1::Frame> ask(net::Client& client, const v1::Frame& question,
                                          v1::Frame::BodyCase kind, const std::atomic<bool>& stop,
                                          std::optional<Refused>* refused = nullptr);

/// Whether one may try again after the host refused with this, or ended a connection with it.
[[nodiscard]] bool may_come_back(v1::Sorry::Code code);

/// Times between tries, from a tenth of a second to five, each twice the one before.
class BackOff {
 public:
  [[nodiscard]] std::chrono::milliseconds next() {
    const auto now = wait_;
    wait_ = std::min(wait_ * 2, std::chrono::milliseconds(5'000));
    return now;
  }
  void succeeded() { wait_ = kFirst; }

 private:
  static constexpr std::chrono::milliseconds kFirst{100};
  std::chrono::milliseconds wait_ = kFirst;
};

/// Sleeps, but no longer than until `stop` is set.
void sleep_for(std::chrono::milliseconds time, const std::atomic<bool>& stop);

}  // namespace monazite::viz

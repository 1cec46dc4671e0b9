#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <protocol/base/result.hpp>
#include <protocol/net/board.hpp>
#include <protocol/net/stream.hpp>

namespace monazite::net {

/// Where a host listens.
struct Listen {
  std::string address = "127.0.0.1";  ///< of this machine, in numbers
  std::uint16_t port = 7410;          ///< 0: a free one
  std::optional<HostTls> tls;
  bool insecure = false;  ///< plain bytes beyond this machine are wanted all the same
};

/// The network side of a host: takes connections and runs a HostSession for each, all on one thread
/// of its own. Histories run on other threads and meet the sessions at the SeatLines.
class Server {
 public:
  /// One sentence when the address is none or is taken, when a certificate cannot be used, and when
  /// others could listen in: an address beyond this machine needs TLS, or `insecure`. `board` must
  /// outlive the server. `log` gets one line for each connection that is refused or breaks, on the
  /// network thread, without tokens; may be empty.
  [[nodiscard]] static base::Result<std::unique_ptr<Server>> start(
      Board& board, const Listen& listen, std::function<void(const std::string&)> log);
  /// Ends at once what stop() did not.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Connections now.
  [[nodiscard]] std::size_t connections() const;
  /// Takes no more connections, waits until those that read to their end have done so, at most
  /// `grace`, and ends the others with a sentence.
  void stop(std::chrono::milliseconds grace);

 private:
  class Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace monazite::net

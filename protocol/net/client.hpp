#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <protocol/base/result.hpp>
#include <protocol/messages/session.pb.h>

namespace monazite::net {

/// Where a host is.
struct HostAddress {
  std::string host = "127.0.0.1";  ///< name or number
  std::uint16_t port = 7410;
};
/// "HOST", "HOST:PORT", "[::1]:PORT"; one sentence for anything else.
[[nodiscard]] base::Result<HostAddress> parse_address(std::string_view text);
[[nodiscard]] std::string to_string(const HostAddress& address);

struct ClientOptions {
  HostAddress address;
  std::string program;  ///< as hello gives it: "monazite 0.1.0"
  bool tls = false;
  std::string
      tls_authority;  ///< PEM file of the certificates that are believed; empty: the system's
  /// For everything up to the host's hello, but looking up its name, which takes what it takes.
  std::chrono::milliseconds connect_within{10'000};
  /// Ends the attempt early when it becomes true, and wait_for(); null: nothing does. Must outlive
  /// the client.
  const std::atomic<bool>* stop = nullptr;
};

/// A connection to a host, past its hello, for a program with one thread that has nothing else to
/// do: everything waits. Pings are answered whenever receive() is called; one who thinks longer
/// than the host's silence limit (30 s) must call it in between, with a short time.
///
/// Errors are one sentence: kIo when the connection is lost, or the host has no room just now
/// (CODE_FULL); kBadInput when it refuses, with its words.
class Client {
 public:
  [[nodiscard]] static base::Result<std::unique_ptr<Client>> connect(const ClientOptions& options);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// The host's hello.
  [[nodiscard]] const v1::Hello& host() const { return host_; }
  [[nodiscard]] base::Result<void> send(const v1::Frame& frame);
  /// The next frame but pings; nothing when none came within the time (without one: waits for
  /// ever).
  [[nodiscard]] base::Result<std::optional<v1::Frame>> receive(
      std::optional<std::chrono::milliseconds> within = std::nullopt);
  /// The next frame of that kind; those before it are kept for receive(). A Sorry is a failure.
  [[nodiscard]] base::Result<v1::Frame> wait_for(v1::Frame::BodyCase kind);

  [[nodiscard]] base::Result<v1::Lobby> list(const std::string& token);
  [[nodiscard]] base::Result<v1::Seated> claim(const v1::Claim& claim);
  [[nodiscard]] base::Result<v1::Watching> watch(const v1::Watch& watch);

 private:
  class Wire;
  explicit Client(std::unique_ptr<Wire> wire);
  [[nodiscard]] base::Result<std::optional<v1::Frame>> read(
      std::optional<std::chrono::milliseconds> within);

  std::unique_ptr<Wire> wire_;
  v1::Hello host_;
  const std::atomic<bool>* stop_ = nullptr;
  std::chrono::steady_clock::time_point heard_ = std::chrono::steady_clock::now();
  std::deque<v1::Frame> kept_;
};

}  // namespace monazite::net

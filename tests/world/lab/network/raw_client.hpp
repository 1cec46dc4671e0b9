#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>
#include <tests/world/lab/network/player_line.hpp>

namespace monazite::test_support {

/// A bare socket to a host, for clients that do not behave. Keeps every byte that came.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) {
    const PlayerLine::There there;
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, PlayerLine::get().host().c_str(), &address.sin_addr);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      close();
    }
  }
  ~RawClient() { close(); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool open() const { return socket_ >= 0 && !ended_; }
  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  /// Closes so that the other side gets a reset.
  void reset() {
    const linger now{1, 0};
    if (socket_ >= 0) ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
  }
  void half_close() const { ::shutdown(socket_, SHUT_WR); }

  /// As much as the host takes within a short time.
  void send(std::string_view bytes) const {
    while (!bytes.empty() && socket_ >= 0) {
      pollfd wait{socket_, POLLOUT, 0};
      if (::poll(&wait, 1, 100) <= 0) return;
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  void send(const v1::Frame& frame) const { send(net::to_bytes(frame)); }

  /// The next frame; nothing when none came in time or the connection is over (see open()).
  std::optional<v1::Frame> receive(std::chrono::milliseconds within) {
    const auto until = std::chrono::steady_clock::now() + within;
    v1::Frame frame;
    for (;;) {
      const auto next = reader_.next(frame);
      if (next == net::FrameReader::Next::kFrame) return frame;
      if (next != net::FrameReader::Next::kMore) ended_ = true;
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          until - std::chrono::steady_clock::now());
      if (!open() || left.count() < 0) return std::nullopt;
      pollfd wait{socket_, POLLIN, 0};
      if (::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
      char bytes[16 * 1024];
      const auto size = ::recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT);
      if (size <= 0) {
        ended_ = true;
        continue;
      }
      heard.append(bytes, static_cast<std::size_t>(size));
      reader_.feed({bytes, static_cast<std::size_t>(size)});
    }
  }

  std::string heard;  ///< every byte

 private:
  int socket_ = -1;
  bool ended_ = false;
  net::FrameReader reader_{net::kLargestHostFrame};
};

}  // namespace monazite::test_support

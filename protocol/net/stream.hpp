#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <protocol/base/result.hpp>

namespace boost::asio::ssl {
class context;
}

namespace monazite::net {

/// A connection's bytes, plain or encrypted: all that a session needs of its wire. Handlers are
/// called on the thread of the socket's executor; one read and one write at a time.
class Stream {
 public:
  using Done = std::function<void(boost::system::error_code)>;
  using Moved = std::function<void(boost::system::error_code, std::size_t)>;

  virtual ~Stream() = default;
  /// Before the first byte; plain streams have none and are done at once.
  virtual void handshake(Done done) = 0;
  virtual void read_some(boost::asio::mutable_buffer buffer, Moved moved) = 0;
  virtual void write(boost::asio::const_buffer buffer, Moved moved) = 0;
  /// Ends sending, so that what was written arrives; then nothing more is to be asked of it.
  virtual void shut() = 0;
  virtual void close() = 0;
};

enum class Side { kHost, kClient };

/// Owns the socket. `context` must outlive the stream; null: plain. `host_name`: what a client
/// expects the certificate to be of; not used by a host.
[[nodiscard]] std::unique_ptr<Stream> make_stream(boost::asio::ip::tcp::socket socket,
                                                  boost::asio::ssl::context* context, Side side,
                                                  const std::string& host_name = {});

/// Certificates, as paths of PEM files.
struct HostTls {
  std::string certificate;  ///< with its chain
  std::string key;
};
struct ClientTls {
  std::string authority;  ///< whose certificates are believed; empty: those that the system knows
};

/// kBadInput with the path and OpenSSL's words when a file cannot be used.
[[nodiscard]] base::Result<std::shared_ptr<boost::asio::ssl::context>> make_context(
    const HostTls& tls);
[[nodiscard]] base::Result<std::shared_ptr<boost::asio::ssl::context>> make_context(
    const ClientTls& tls);

}  // namespace monazite::net

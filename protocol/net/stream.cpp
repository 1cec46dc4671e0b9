#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <protocol/net/stream.hpp>

namespace monazite::net {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

class PlainStream final : public Stream {
 public:
  explicit PlainStream(Tcp::socket socket) : socket_(std::move(socket)) {}
  void handshake(Done done) override {
    asio::post(socket_.get_executor(),
               [done = std::move(done)] { done(boost::system::error_code()); });
  }
  void read_some(asio::mutable_buffer buffer, Moved moved) override {
    socket_.async_read_some(buffer, std::move(moved));
  }
  void write(asio::const_buffer buffer, Moved moved) override {
    asio::async_write(socket_, buffer, std::move(moved));
  }
  void shut() override {
    boost::system::error_code ignored;
    socket_.shutdown(Tcp::socket::shutdown_send, ignored);
  }
  void close() override {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

 private:
  Tcp::socket socket_;
};

class TlsStream final : public Stream {
 public:
  TlsStream(Tcp::socket socket, asio::ssl::context& context, Side side, const std::string& name)
      : stream_(std::move(socket), context), side_(side) {
    if (side == Side::kClient && !name.empty()) {
      std::string copy = name;  // the macro of OpenSSL casts in the old style
      SSL_ctrl(stream_.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
               copy.data());
      stream_.set_verify_callback(asio::ssl::host_name_verification(name));
    }
  }
  void handshake(Done done) override {
    stream_.async_handshake(
        side_ == Side::kHost ? asio::ssl::stream_base::server : asio::ssl::stream_base::client,
        std::move(done));
  }
  void read_some(asio::mutable_buffer buffer, Moved moved) override {
    stream_.async_read_some(buffer, std::move(moved));
  }
  void write(asio::const_buffer buffer, Moved moved) override {
    asio::async_write(stream_, buffer, std::move(moved));
  }
  void shut() override {
    boost::system::error_code ignored;
    stream_.next_layer().shutdown(Tcp::socket::shutdown_send, ignored);
  }
  void close() override {
    boost::system::error_code ignored;
    stream_.next_layer().close(ignored);
  }

 private:
  asio::ssl::stream<Tcp::socket> stream_;
  Side side_;
};

std::shared_ptr<asio::ssl::context> plain_context(asio::ssl::context::method method) {
  auto context = std::make_shared<asio::ssl::context>(method);
  context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                       asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                       asio::ssl::context::no_tlsv1_1);
  return context;
}

}  // namespace

std::unique_ptr<Stream> make_stream(Tcp::socket socket, asio::ssl::context* context, Side side,
                                    const std::string& host_name) {
  if (context == nullptr) return std::make_unique<PlainStream>(std::move(socket));
  return std::make_unique<TlsStream>(std::move(socket), *context, side, host_name);
}

base::Result<std::shared_ptr<asio::ssl::context>> make_context(const HostTls& tls) {
  auto context = plain_context(asio::ssl::context::tls_server);
  boost::system::error_code error;
  context->use_certificate_chain_file(tls.certificate, error);
  if (error) {
    return base::fail(base::ErrorCode::kBadInput,
                      "the certificate " + tls.certificate + " cannot be used: " + error.message());
  }
  context->use_private_key_file(tls.key, asio::ssl::context::pem, error);
  if (error) {
    return base::fail(base::ErrorCode::kBadInput,
                      "the key " + tls.key + " cannot be used: " + error.message());
  }
  return context;
}

base::Result<std::shared_ptr<asio::ssl::context>> make_context(const ClientTls& tls) {
  auto context = plain_context(asio::ssl::context::tls_client);
  context->set_verify_mode(asio::ssl::verify_peer);
  boost::system::error_code error;
  if (tls.authority.empty()) {
    context->set_default_verify_paths(error);
  } else {
    context->load_verify_file(tls.authority, error);
  }
  if (error) {
    return base::fail(base::ErrorCode::kBadInput, "the certificates to be believed (" +
                                                      tls.authority +
                                                      ") cannot be read: " + error.message());
  }
  return context;
}

}  // namespace monazite::net

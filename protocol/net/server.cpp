#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>

#include <protocol/net/host_session.hpp>
#include <protocol/net/server.hpp>

namespace monazite::net {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTick{200};
/// For a client to take its last frame and close, once it was told that it is over.
constexpr std::chrono::seconds kLastWords{2};
/// Before a wrong token is told: so a connection guesses slowly, and each address has few of them.
constexpr std::chrono::milliseconds kWrongToken{500};
/// Of the connections without a token, another machine may have this share, and these at least.
constexpr std::size_t kShareOfAnAddress = 2, kLeastOfAnAddress = 8;
/// Beyond the connections that are taken, those that are still told why they are not.
constexpr std::size_t kRefusedAtOnce = 64;
constexpr int kLinesASecond = 10;
/// Beyond this machine a token of the user's own has at least so many letters.
constexpr std::size_t kShortestToken = 8;

/// Passes lines on, but no flood of them.
class CalmLog {
 public:
  explicit CalmLog(std::function<void(const std::string&)> log) : log_(std::move(log)) {}
  void operator()(const std::string& line) {
    if (!log_) return;
    const auto now = Clock::now();
    if (now - since_ > std::chrono::seconds(1)) {
      if (left_out_ > 0) log_("(" + std::to_string(left_out_) + " more such lines)");
      since_ = now;
      lines_ = left_out_ = 0;
    }
    if (lines_ < kLinesASecond) {
      ++lines_;
      log_(line);
    } else {
      ++left_out_;
    }
  }

 private:
  std::function<void(const std::string&)> log_;
  Clock::time_point since_;
  int lines_ = 0, left_out_ = 0;
};

/// One socket and its session.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::io_context& io, std::unique_ptr<Stream> stream, Board& board, std::uint64_t id,
             const Tcp::endpoint& peer, CalmLog& log)
      : io_(io),
        pause_(io),
        stream_(std::move(stream)),
        address_(peer.address()),
        peer_(peer.address().to_string() + ":" + std::to_string(peer.port())),
        log_(log),
        id_(id),
        board_(board) {}

  /// Where it comes from, while it has shown no token.
  [[nodiscard]] bool knocks_from(const asio::ip::address& address) const {
    return address_ == address && session_ && session_->knocks();
  }

  /// `gone` is called once, when it is over.
  void begin(std::function<void()> gone) {
    gone_ = std::move(gone);
    // Made here and not before: waking needs a shared owner.
    session_.emplace(
        board_, id_,
        [weak = weak_from_this(), &io = io_] {
          asio::post(io, [weak] {
            if (const auto self = weak.lock()) self->write();
          });
        },
        Clock::now());
    stream_->handshake([self = shared_from_this()](boost::system::error_code error) {
      if (self->over_) return;
      if (error) return self->end("no TLS handshake: " + error.message());
      self->open_ = true;
      self->read();
      self->write();
    });
  }

  void tick(Clock::time_point now) {
    if (over_) return;
    session_->on_tick(now);
    if (session_->done() && !open_ && !closes_at_) closes_at_ = now + kLastWords;
    if (closes_at_ && now > *closes_at_) {
      session_->on_last_words();
      return end(session_->why());
    }
    if (session_->broken()) return end(session_->why());
    write();
  }

  void stop() {
    if (over_) return;
    session_->stop();
    write();
  }

  void end(const std::string& why) {
    if (over_) return;
    over_ = true;
    pause_.cancel();
    if (!why.empty()) log_(peer_ + ": " + why);
    session_.reset();  // gives the seat back
    stream_->close();
    if (gone_) std::exchange(gone_, nullptr)();
  }

 private:
  void read() {
    stream_->read_some(asio::buffer(in_), [self = shared_from_this()](
                                              boost::system::error_code error, std::size_t size) {
      if (self->over_) return;
      if (error) {
        // A cut connection ends otherwise: what was on its way may be asked for again.
        if (error == asio::error::eof || error == asio::ssl::error::stream_truncated) {
          self->session_->on_last_words();
        }
        return self->end(self->session_->why());
      }
      self->session_->on_bytes(std::string_view(self->in_.data(), size), Clock::now());
      if (self->session_->broken()) return self->end(self->session_->why());
      self->write();
      // One that was refused is not listened to, but its end is waited for.
      if (!self->over_) self->read();
    });
  }

  void pause() {
    if (std::exchange(pausing_, true)) return;
    pause_.expires_after(kWrongToken);
    pause_.async_wait([self = shared_from_this()](boost::system::error_code) {
      self->paused_ = true;
      self->write();
    });
  }

  void write() {
    if (over_ || writing_) return;
    if (!open_) return;  // nothing can be said before the handshake, not even what is wrong
    if (session_->wrong_token() && !paused_) return pause();
    if (!session_->output(out_, Clock::now())) {
      if (session_->broken()) return end(session_->why());
      if (session_->done() && !closes_at_) {
        closes_at_ = Clock::now() + kLastWords;
        stream_->shut();
      }
      return;
    }
    writing_ = true;
    stream_->write(asio::buffer(out_),
                   [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                     self->writing_ = false;
                     if (self->over_) return;
                     if (error) return self->end(self->session_->why());
                     self->session_->on_written(Clock::now());
                     self->write();
                   });
  }

  asio::io_context& io_;
  asio::steady_timer pause_;
  std::unique_ptr<Stream> stream_;
  asio::ip::address address_;
  std::string peer_;
  CalmLog& log_;
  std::uint64_t id_;
  Board& board_;
  std::optional<HostSession> session_;
  std::function<void()> gone_;
  std::array<char, std::size_t{16} * 1024> in_{};
  std::string out_;
  bool open_ = false;  ///< past its handshake
  bool writing_ = false;
  bool over_ = false;
  bool pausing_ = false, paused_ = false;  ///< before a wrong token is told
  std::optional<Clock::time_point> closes_at_;
};

}  // namespace

class Server::Parts {
 public:
  Parts(Board& board, std::function<void(const std::string&)> log)
      : board_(board), log_(std::move(log)), acceptor_(io_), timer_(io_), late_(io_) {}
  ~Parts() {
    io_.stop();
    if (thread_.joinable()) thread_.join();
    for (const auto& [id, connection] : std::exchange(connections_, {})) connection->end({});
  }

  base::Result<void> listen(const Listen& listen) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(listen.address, error);
    if (error) {
      return base::fail(base::ErrorCode::kBadInput,
                        "\"" + listen.address +
                            "\" is no address in numbers; --bind 127.0.0.1 is for this machine, "
                            "--bind 0.0.0.0 for all of its networks");
    }
    if (!address.is_loopback() && !listen.tls && !listen.insecure) {
      return base::fail(base::ErrorCode::kBadInput,
                        "whoever is on the network of " + listen.address +
                            " could read along: give --tls-cert and --tls-key, or say --insecure");
    }
    if (listen.tls) {
      auto context = make_context(*listen.tls);
      if (!context) return tl::unexpected<base::Error>(context.error());
      context_ = *std::move(context);
    }
    if (!address.is_loopback()) {
      if (const auto fault = short_token(); fault) return tl::unexpected<base::Error>(*fault);
    }
    const Tcp::endpoint endpoint(address, listen.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      return base::fail(base::ErrorCode::kIo, "cannot listen on " + listen.address + ":" +
                                                  std::to_string(listen.port) + " (" +
                                                  error.message() +
                                                  "); choose another with --port, or 0 for a "
                                                  "free one");
    }
    port_ = acceptor_.local_endpoint().port();
    accept();
    tick();
    thread_ = std::thread([this] { io_.run(); });
    return {};
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::size_t connections() const { return count_; }

  void stop(std::chrono::milliseconds grace) {
    asio::post(io_, [this] {
      boost::system::error_code ignored;
      acceptor_.close(ignored);
    });
    const auto wait_until = [this](Clock::time_point until) {
      while (count_ > 0 && Clock::now() < until) std::this_thread::sleep_for(kTick / 10);
    };
    wait_until(Clock::now() + grace);
    asio::post(io_, [this] {
      const auto all = connections_;  // a connection that ends takes itself out
      for (const auto& [id, connection] : all) connection->stop();
    });
    wait_until(Clock::now() + kLastWords / 2);
  }

 private:
  /// A token of the host's that is too easy to guess.
  [[nodiscard]] std::optional<base::Error> short_token() const {
    std::vector<std::string> tokens = {board_.token};
    if (!board_.all_token.empty()) tokens.push_back(board_.all_token);
    for (const auto& table : board_.tables) {
      for (const HostTable::Seat& seat : table->seats) {
        if (seat.line != nullptr && !seat.line->facts().own_token.empty()) {
          tokens.push_back(seat.line->facts().own_token);
        }
      }
    }
    for (const std::string& token : tokens) {
      if (token.size() >= kShortestToken) continue;
      return base::Error{base::ErrorCode::kBadInput,
                         "a token has only " + std::to_string(token.size()) +
                             " letters, which can be guessed from elsewhere; give each at least " +
                             std::to_string(kShortestToken) + ", or none and one is made up"};
    }
    return std::nullopt;
  }

  /// Whether an address has its share of the connections without a token.
  [[nodiscard]] bool knocking(const asio::ip::address& address) const {
    if (address.is_loopback()) return false;
    const auto count =
        std::count_if(connections_.begin(), connections_.end(),
                      [&address](const auto& entry) { return entry.second->knocks_from(address); });
    return static_cast<std::size_t>(count) >=
           std::max(kLeastOfAnAddress, board_.limits.handshakes / kShareOfAnAddress);
  }

  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, Tcp::socket socket) {
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) return;
      if (error) {  // out of file handles, say: not at once again
        late_.expires_after(kTick);
        late_.async_wait([this](boost::system::error_code) { accept(); });
        return;
      }
      take(std::move(socket));
      accept();
    });
  }

  void take(Tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    const auto remote = socket.remote_endpoint(ignored);
    if (count_ >= board_.limits.connections + kRefusedAtOnce || knocking(remote.address())) {
      socket.close(ignored);
      return;
    }
    const std::uint64_t id = ++last_id_;
    const auto connection = std::make_shared<Connection>(
        io_, make_stream(std::move(socket), context_.get(), Side::kHost), board_, id, remote, log_);
    connections_[id] = connection;
    count_ = connections_.size();
    connection->begin([this, id] {
      connections_.erase(id);
      count_ = connections_.size();
    });
  }

  void tick() {
    timer_.expires_after(kTick);
    timer_.async_wait([this](boost::system::error_code error) {
      if (error) return;
      const auto now = Clock::now();
      const auto all = connections_;
      for (const auto& [id, connection] : all) connection->tick(now);
      tick();
    });
  }

  Board& board_;
  CalmLog log_;
  asio::io_context io_;
  std::shared_ptr<asio::ssl::context> context_;
  Tcp::acceptor acceptor_;
  asio::steady_timer timer_;
  asio::steady_timer late_;
  std::map<std::uint64_t, std::shared_ptr<Connection>> connections_;
  std::atomic<std::size_t> count_{0};
  std::uint64_t last_id_ = 0;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::start(Board& board, const Listen& listen,
                                                    std::function<void(const std::string&)> log) {
  auto parts = std::make_unique<Parts>(board, std::move(log));
  if (const auto done = parts->listen(listen); !done) {
    return tl::unexpected<base::Error>(done.error());
  }
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const {
  return parts_->port();
}

std::size_t Server::connections() const {
  return parts_->connections();
}

void Server::stop(std::chrono::milliseconds grace) {
  parts_->stop(grace);
}

}  // namespace monazite::net

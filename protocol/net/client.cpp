#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl.hpp>

#include <protocol/net/client.hpp>
#include <protocol/net/frame.hpp>
#include <protocol/net/player_name.hpp>
#include <protocol/net/stream.hpp>

namespace monazite::net {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kWriteWithin{30'000};
constexpr Milliseconds kSilent{60'000};
/// Between two looks whether an attempt is to be ended.
constexpr Milliseconds kRead{50};

base::Error lost(const std::string& what) {
  return {base::ErrorCode::kIo, "the connection to the host is lost (" + what + ")"};
}

}  // namespace

base::Result<HostAddress> parse_address(std::string_view text) {
  HostAddress address;
  const auto wrong = [text] {
    return base::fail(base::ErrorCode::kBadInput,
                      "\"" + std::string(text) +
                          "\" is no address of a host; write HOST:PORT, "
                          "as in 127.0.0.1:7410");
  };
  const auto bracket = text.find(']');
  const auto colon = bracket == std::string_view::npos ? text.find(':') : text.find(':', bracket);
  std::string_view name = text.substr(0, colon);
  if (!name.empty() && name.front() == '[' && name.back() == ']') {
    name = name.substr(1, name.size() - 2);
  }
  if (name.empty()) return wrong();
  address.host = name;
  if (colon != std::string_view::npos) {
    const std::string_view port = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc{} || end != port.data() + port.size() || address.port == 0) {
      return wrong();
    }
  }
  return address;
}

std::string to_string(const HostAddress& address) {
  const bool six = address.host.find(':') != std::string::npos;
  return (six ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

/// The socket; one operation at a time, each with its time limit.
class Client::Wire {
 public:
  base::Result<void> open(const ClientOptions& options) {
    const std::string where = to_string(options.address);
    boost::system::error_code error;
    Tcp::resolver resolver(io_);
    const auto found =
        resolver.resolve(options.address.host, std::to_string(options.address.port), error);
    if (error) {
      return base::fail(base::ErrorCode::kIo,
                        "there is no host " + options.address.host + " (" + error.message() + ")");
    }
    connect_until_ = std::chrono::steady_clock::now() + options.connect_within;
    Tcp::socket socket(io_);
    std::optional<boost::system::error_code> result;
    asio::async_connect(
        socket, found,
        [&result](boost::system::error_code e, const Tcp::endpoint&) { result = e; });
    if (!run_until(options.stop, result)) {
      socket.close(error);
      finish(result);
      return base::fail(base::ErrorCode::kIo, "no answer from " + where);
    }
    if (*result) {
      return base::fail(base::ErrorCode::kIo, "nobody hosts at " + where + " (" +
                                                  result->message() + "); is the host running?");
    }
    socket.set_option(Tcp::no_delay(true), error);
    if (options.tls) {
      auto context = make_context(ClientTls{options.tls_authority});
      if (!context) return tl::unexpected<base::Error>(context.error());
      context_ = *std::move(context);
    }
    stream_ = make_stream(std::move(socket), context_.get(), Side::kClient, options.address.host);
    result.reset();
    stream_->handshake([&result](boost::system::error_code e) { result = e; });
    if (!run_until(options.stop, result) || *result) {
      const std::string why = result ? result->message() : "no answer";
      stream_->close();
      finish(result);
      return base::fail(base::ErrorCode::kIo, "no TLS connection to " + where + " (" + why +
                                                  "); does the host use TLS, and with a "
                                                  "certificate that --tls-ca knows and that is "
                                                  "for this name?");
    }
    return {};
  }

  /// The first frame, within the time for connecting.
  base::Result<std::optional<v1::Frame>> read_first(const ClientOptions& options) {
    for (;;) {
      auto frame = read(kRead);
      if (!frame || *frame || stopped(options.stop)) return frame;
      if (std::chrono::steady_clock::now() >= connect_until_) return frame;
    }
  }

  ~Wire() {
    if (stream_ == nullptr) return;
    stream_->close();
    io_.restart();
    io_.run();  // the read that was under way ends
  }

  base::Result<void> write(const std::string& bytes) {
    if (failed_) return tl::unexpected<base::Error>(*failed_);
    std::optional<boost::system::error_code> result;
    stream_->write(asio::buffer(bytes),
                   [&result](boost::system::error_code e, std::size_t) { result = e; });
    if (!run(kWriteWithin, result)) {
      stream_->close();
      finish(result);
      return fail("it takes nothing more");
    }
    if (*result) return fail(result->message());
    return {};
  }

  /// The next frame; nothing when the time is over. A read that was begun goes on next time.
  base::Result<std::optional<v1::Frame>> read(std::optional<Milliseconds> within) {
    if (failed_) return tl::unexpected<base::Error>(*failed_);
    const auto until = std::chrono::steady_clock::now() + within.value_or(Milliseconds(0));
    for (;;) {
      v1::Frame frame;
      switch (reader_.next(frame)) {
        case FrameReader::Next::kFrame:
          return frame;
        case FrameReader::Next::kMore:
          break;
        default:
          return base::fail(base::ErrorCode::kDamaged,
                            "what comes from the host is not of this protocol");
      }
      if (!reading_) {
        reading_ = true;
        read_result_.reset();
        stream_->read_some(asio::buffer(in_), [this](boost::system::error_code e, std::size_t n) {
          read_result_ = e;
          reading_ = false;
          if (!e) reader_.feed(std::string_view(in_.data(), n));
        });
      }
      std::optional<Milliseconds> left;
      if (within) {
        left = std::chrono::duration_cast<Milliseconds>(until - std::chrono::steady_clock::now());
        if (left->count() < 0) left = Milliseconds(0);
      }
      if (!run(left, read_result_)) return std::optional<v1::Frame>();
      if (*read_result_) return fail(read_result_->message());
    }
  }

 private:
  /// The connection is lost; every later call says the same.
  tl::unexpected<base::Error> fail(const std::string& why) {
    failed_ = lost(why);
    return tl::unexpected<base::Error>(*failed_);
  }

  static bool stopped(const std::atomic<bool>* stop) { return stop != nullptr && stop->load(); }

  /// Runs until there is a result. False: not in the time for connecting, or stopped.
  bool run_until(const std::atomic<bool>* stop,
                 const std::optional<boost::system::error_code>& result) {
    while (!stopped(stop)) {
      const auto left = connect_until_ - std::chrono::steady_clock::now();
      if (run(std::clamp(std::chrono::duration_cast<Milliseconds>(left), Milliseconds(0), kRead),
              result)) {
        return true;
      }
      if (left <= Milliseconds(0)) return false;
    }
    return false;
  }
  /// Runs until there is a result. False: not in time.
  bool run(std::optional<Milliseconds> within,
           const std::optional<boost::system::error_code>& result) {
    io_.restart();
    if (!within) {
      while (!result && io_.run_one() > 0) {
      }
    } else {
      const auto until = std::chrono::steady_clock::now() + *within;
      io_.poll();
      while (!result && io_.run_one_until(until) > 0) {
      }
    }
    return result.has_value();
  }
  /// What was begun ends now that its socket is closed.
  void finish(const std::optional<boost::system::error_code>& result) {
    io_.restart();
    while (!result && io_.run_one() > 0) {
    }
  }

  asio::io_context io_{1};
  std::chrono::steady_clock::time_point connect_until_;
  std::shared_ptr<asio::ssl::context> context_;
  std::unique_ptr<Stream> stream_;
  std::array<char, std::size_t{64} * 1024> in_{};
  FrameReader reader_{kLargestHostFrame};
  bool reading_ = false;
  std::optional<base::Error> failed_;
  std::optional<boost::system::error_code> read_result_;
};

Client::Client(std::unique_ptr<Wire> wire) : wire_(std::move(wire)) {}
Client::~Client() = default;

base::Result<std::unique_ptr<Client>> Client::connect(const ClientOptions& options) {
  auto wire = std::make_unique<Wire>();
  if (const auto open = wire->open(options); !open) {
    return tl::unexpected<base::Error>(open.error());
  }
  std::unique_ptr<Client> client(new Client(std::move(wire)));
  client->stop_ = options.stop;
  v1::Frame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol(1);
  hello.set_program(options.program);
  hello.set_largest_frame_bytes(kLargestHostFrame);
  if (const auto sent = client->send(frame); !sent) {
    return tl::unexpected<base::Error>(sent.error());
  }
  // Whoever listens there may be no host at all, and say nothing.
  const auto answer = client->wire_->read_first(options);
  if (!answer) {
    if (answer.error().code == base::ErrorCode::kDamaged || options.tls) {
      return tl::unexpected<base::Error>(answer.error());
    }
    return base::fail(base::ErrorCode::kIo, to_string(options.address) +
                                                " ends the connection at once; does it want TLS "
                                                "(--tls)?");
  }
  if (!*answer) {
    return base::fail(base::ErrorCode::kIo, "no answer from " + to_string(options.address) +
                                                "; is it a host of Monazite?");
  }
  if ((*answer)->has_sorry()) {
    const bool full = (*answer)->sorry().code() == v1::Sorry::CODE_FULL;
    return base::fail(full ? base::ErrorCode::kIo : base::ErrorCode::kBadInput,
                      "the host says: " + (*answer)->sorry().sentence());
  }
  if (!(*answer)->has_hello()) {
    return base::fail(base::ErrorCode::kDamaged,
                      "what comes from the host is not of this protocol");
  }
  client->host_ = (*answer)->hello();
  return client;
}

base::Result<void> Client::send(const v1::Frame& frame) {
  return wire_->write(to_bytes(frame));
}

base::Result<std::optional<v1::Frame>> Client::read(std::optional<Milliseconds> within) {
  for (;;) {
    auto frame = wire_->read(within);
    if (frame && *frame) heard_ = std::chrono::steady_clock::now();
    if (!frame || !*frame || !(*frame)->has_ping()) return frame;
    v1::Frame pong;
    pong.mutable_pong()->set_nonce((*frame)->ping().nonce());
    if (const auto sent = send(pong); !sent) return tl::unexpected<base::Error>(sent.error());
  }
}

base::Result<std::optional<v1::Frame>> Client::receive(std::optional<Milliseconds> within) {
  if (!kept_.empty()) {
    std::optional<v1::Frame> frame(std::move(kept_.front()));
    kept_.pop_front();
    return frame;
  }
  return read(within);
}

base::Result<v1::Frame> Client::wait_for(v1::Frame::BodyCase kind) {
  // Pings come every few seconds, as long as there is anybody; they are not told of here.
  for (;;) {
    auto frame = read(kRead);
    if (!frame) return tl::unexpected<base::Error>(frame.error());
    if (!*frame) {
      if (stop_ != nullptr && stop_->load()) return tl::unexpected<base::Error>(lost("stopped"));
      if (std::chrono::steady_clock::now() - heard_ > kSilent) {
        return tl::unexpected<base::Error>(lost("the host is silent"));
      }
      continue;
    }
    if ((*frame)->body_case() == kind) return **std::move(frame);
    if ((*frame)->has_sorry() && (*frame)->sorry().turn() == 0) {
      return base::fail(base::ErrorCode::kBadInput,
                        "the host says: " + (*frame)->sorry().sentence());
    }
    kept_.push_back(**std::move(frame));
  }
}

base::Result<v1::Lobby> Client::list(const std::string& token) {
  v1::Frame frame;
  frame.mutable_list_tables()->set_token(token);
  if (const auto sent = send(frame); !sent) return tl::unexpected<base::Error>(sent.error());
  auto answer = wait_for(v1::Frame::kLobby);
  if (!answer) return tl::unexpected<base::Error>(answer.error());
  return std::move(*answer->mutable_lobby());
}

base::Result<v1::Seated> Client::claim(const v1::Claim& claim) {
  v1::Frame frame;
  *frame.mutable_claim() = claim;
  frame.mutable_claim()->set_player(player_name(claim.player()));
  if (const auto sent = send(frame); !sent) return tl::unexpected<base::Error>(sent.error());
  auto answer = wait_for(v1::Frame::kSeated);
  if (!answer) return tl::unexpected<base::Error>(answer.error());
  return std::move(*answer->mutable_seated());
}

base::Result<v1::Watching> Client::watch(const v1::Watch& watch) {
  v1::Frame frame;
  *frame.mutable_watch() = watch;
  if (const auto sent = send(frame); !sent) return tl::unexpected<base::Error>(sent.error());
  auto answer = wait_for(v1::Frame::kWatching);
  if (!answer) return tl::unexpected<base::Error>(answer.error());
  return std::move(*answer->mutable_watching());
}

}  // namespace monazite::net

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <protocol/net/client.hpp>
#include <protocol/net/server.hpp>
#include <tests/protocol/net/certificate.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>

using namespace monazite;
using std::chrono::milliseconds;

namespace {

/// A host with one table that waits for Japan.
struct Host {
  Host() {
    board.token = "letmein";
    board.program = "monazite test";
    auto table = std::make_unique<net::HostTable>();
    net::SeatFacts facts;
    facts.name = "japan";
    facts.seated.set_seat(4);
    table->seats.push_back({"japan", std::make_unique<net::SeatLine>(std::move(facts))});
    board.tables.push_back(std::move(table));
    listen.port = 0;
  }
  net::SeatLine& japan() { return *board.tables[0]->seats[0].line; }
  void start() {
    auto started = net::Server::start(board, listen, {});
    REQUIRE(started.has_value());
    server = *std::move(started);
  }
  [[nodiscard]] net::ClientOptions options() const {
    net::ClientOptions options;
    options.address = {"127.0.0.1", server->port()};
    options.program = "test";
    options.connect_within = milliseconds(5'000);
    return options;
  }
  net::Board board;
  net::Listen listen;
  std::unique_ptr<net::Server> server;
};

v1::Claim japan() {
  v1::Claim claim;
  claim.set_seat("japan");
  claim.set_token("letmein");
  return claim;
}

std::string words(const net::Listen& listen) {
  net::Board board;
  const auto started = net::Server::start(board, listen, {});
  return started ? "it listens" : started.error().message;
}

}  // namespace

TEST_CASE("a client sits down over a socket, is asked, answers, and hears the end") {
  Host host;
  host.start();
  auto client = net::Client::connect(host.options());
  REQUIRE(client.has_value());
  CHECK((*client)->host().program() == "monazite test");
  const auto lobby = (*client)->list("letmein");
  REQUIRE(lobby.has_value());
  CHECK(lobby->tables(0).seats(0).name() == "japan");
  const auto seated = (*client)->claim(japan());
  REQUIRE(seated.has_value());
  v1::Frame asked;
  asked.mutable_delivery()->mutable_envelope()->mutable_brief();
  asked.mutable_delivery()->set_asks(true);
  const std::uint64_t turn = host.japan().tell_question(asked);
  const auto heard = (*client)->receive(milliseconds(5'000));
  REQUIRE(heard.has_value());
  REQUIRE(heard->has_value());
  CHECK((*heard)->delivery().number() == turn);
  v1::Frame answer;
  answer.mutable_answer()->set_turn(turn);
  REQUIRE((*client)->send(answer).has_value());
  CHECK(host.japan().wait_for_answer(turn, {}, nullptr).how == net::SeatLine::Turn::How::kAnswered);
  v1::End end;
  end.set_how(v1::End::HOW_FINISHED);
  host.japan().finish(end);
  const auto last = (*client)->receive(milliseconds(5'000));
  REQUIRE(last.has_value());
  REQUIRE(last->has_value());
  CHECK((*last)->has_end());
}

TEST_CASE("a seat is free again when its connection is gone") {
  Host host;
  host.start();
  {
    const auto client = net::Client::connect(host.options());
    REQUIRE(client.has_value());
    REQUIRE((*client)->claim(japan()).has_value());
    CHECK(host.japan().taken());
  }
  for (int i = 0; i < 500 && host.japan().taken(); ++i) {
    std::this_thread::sleep_for(milliseconds(10));
  }
  CHECK_FALSE(host.japan().taken());
}

TEST_CASE("a wrong token is told in the host's words") {
  Host host;
  host.start();
  const auto client = net::Client::connect(host.options());
  REQUIRE(client.has_value());
  v1::Claim claim = japan();
  claim.set_token("letmeout");
  const auto seated = (*client)->claim(claim);
  REQUIRE_FALSE(seated.has_value());
  CHECK(seated.error().message.find("the token is not this host's") != std::string::npos);
}

TEST_CASE("a host that stops says so to who is still there") {
  Host host;
  host.start();
  const auto client = net::Client::connect(host.options());
  REQUIRE(client.has_value());
  REQUIRE((*client)->claim(japan()).has_value());
  host.server->stop(milliseconds(0));
  const auto heard = (*client)->receive(milliseconds(5'000));
  REQUIRE(heard.has_value());
  REQUIRE(heard->has_value());
  CHECK((*heard)->sorry().code() == v1::Sorry::CODE_STOPPING);
}

TEST_CASE("nobody hosts where nobody listens") {
  net::ClientOptions options;
  options.address = {"127.0.0.1", 9};  // the discard service, which no machine runs any more
  options.connect_within = milliseconds(3'000);
  const auto client = net::Client::connect(options);
  REQUIRE_FALSE(client.has_value());
  CHECK(client.error().message.find("127.0.0.1:9") != std::string::npos);
}

TEST_CASE("beyond this machine a host wants TLS, or to be told that it need not be") {
  net::Listen listen;
  listen.port = 0;
  listen.address = "0.0.0.0";
  CHECK(words(listen).find("--tls-cert") != std::string::npos);
  listen.address = "no address";
  CHECK(words(listen).find("127.0.0.1") != std::string::npos);
}

TEST_CASE("a port that is taken is told with the remedy") {
  Host host;
  host.start();
  net::Listen listen;
  listen.port = host.server->port();
  CHECK(words(listen).find("--port") != std::string::npos);
}

TEST_CASE("over TLS a client believes whom it was told to, and nobody else") {
  const std::string folder = test_support::fresh_folder("net");
  test_support::write_certificate(folder);
  Host host;
  host.listen.tls = net::HostTls{folder + "/cert.pem", folder + "/key.pem"};
  host.start();
  net::ClientOptions options = host.options();
  options.tls = true;
  CHECK_FALSE(net::Client::connect(options).has_value());  // the system does not know it
  options.tls_authority = folder + "/cert.pem";
  const auto client = net::Client::connect(options);
  REQUIRE(client.has_value());
  CHECK((*client)->claim(japan()).has_value());
  options.address.host = "localhost";
  CHECK(net::Client::connect(options).has_value());
  options.tls = false;
  options.tls_authority.clear();
  CHECK_FALSE(net::Client::connect(options).has_value());  // plain words to a TLS host
  std::filesystem::remove_all(folder);
}

TEST_CASE("a certificate that is none is named") {
  net::Listen listen;
  listen.port = 0;
  listen.tls = net::HostTls{"/no/such/cert.pem", "/no/such/key.pem"};
  CHECK(words(listen).find("/no/such/cert.pem") != std::string::npos);
}

TEST_CASE("addresses of hosts are read with their port, and else refused with an example") {
  const auto plain = net::parse_address("school.example:7500");
  REQUIRE(plain.has_value());
  CHECK(plain->host == "school.example");
  CHECK(plain->port == 7500);
  const auto six = net::parse_address("[::1]:7500");
  REQUIRE(six.has_value());
  CHECK(six->host == "::1");
  CHECK(net::to_string(*six) == "[::1]:7500");
  CHECK(net::parse_address("127.0.0.1")->port == 7410);
  for (const char* wrong : {"", ":7410", "host:", "host:0", "host:port", "host:70000"}) {
    const auto none = net::parse_address(wrong);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message.find("127.0.0.1:7410") != std::string::npos);
  }
}

TEST_CASE("one too many is told so over the socket, and why a connection ended stays the answer") {
  Host host;
  host.board.limits.connections = 1;
  host.start();
  const auto first = net::Client::connect(host.options());
  REQUIRE(first.has_value());
  const auto second = net::Client::connect(host.options());
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().code == base::ErrorCode::kIo);  // it may be tried again
  CHECK(second.error().message.find("the host says: ") == 0);
}

TEST_CASE("a wrong token is told after a pause, so that guessing takes its time") {
  Host host;
  host.start();
  const auto client = net::Client::connect(host.options());
  REQUIRE(client.has_value());
  const auto before = std::chrono::steady_clock::now();
  const auto lobby = (*client)->list("letmeout");
  REQUIRE_FALSE(lobby.has_value());
  CHECK(lobby.error().message == "the host says: the token is not this host's");
  CHECK(std::chrono::steady_clock::now() - before >= milliseconds(400));
  CHECK_FALSE((*client)->list("letmein").has_value());  // the connection is over
}

TEST_CASE("beyond this machine a token has to be long") {
  net::Board board;
  board.token = "short";
  net::Listen listen;
  listen.address = "0.0.0.0";
  listen.port = 0;
  listen.insecure = true;
  const auto started = net::Server::start(board, listen, {});
  REQUIRE_FALSE(started.has_value());
  CHECK(started.error().message.find("5 letters") != std::string::npos);
}

TEST_CASE("an attempt to connect ends when it is stopped") {
  net::ClientOptions options;
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor silent(  // takes connections and says nothing
      io, {boost::asio::ip::address_v4::loopback(), 0});
  options.address = {"127.0.0.1", silent.local_endpoint().port()};
  options.connect_within = std::chrono::minutes(10);
  std::atomic<bool> stop{false};
  options.stop = &stop;
  std::thread stopper([&stop] {
    std::this_thread::sleep_for(milliseconds(100));
    stop = true;
  });
  CHECK_FALSE(net::Client::connect(options).has_value());
  stopper.join();
}

TEST_CASE("a client that forgot TLS is asked whether the host wants it") {
  const std::string folder = test_support::fresh_folder("net-plain");
  test_support::write_certificate(folder);
  Host host;
  host.listen.tls = net::HostTls{folder + "/cert.pem", folder + "/key.pem"};
  host.start();
  const auto plain = net::Client::connect(host.options());
  REQUIRE_FALSE(plain.has_value());
  CHECK(plain.error().message.find("--tls") != std::string::npos);
}

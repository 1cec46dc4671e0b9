// What one client can ask of a host.
#include <memory>
#include <string>

#include <tests/protocol/net/host_guest.hpp>

using namespace monazite;
using namespace monazite::tests;
using std::chrono::milliseconds;

TEST_CASE("more watchers than the limit are refused, and make room when they go") {
  Host host;
  host.board.limits.watchers = 1;
  host.board.tables[0]->watch.begin({});
  auto first = std::make_unique<Guest>(host);
  first->hello().watch(kToken, false);
  Guest second(host);
  second.hello().watch(kToken, false);
  CHECK(second.sorry() == v1::Sorry::CODE_FULL);
  first.reset();
  Guest third(host);
  third.hello().watch(kToken, false);
  CHECK(third.sorry() == v1::Sorry::CODE_UNSPECIFIED);
}

TEST_CASE("more connections, and more of them without a token, than the limits are refused") {
  Host host;
  host.board.limits.handshakes = 2;
  Guest one(host);
  Guest two(host);
  Guest three(host);
  CHECK(three.sorry() == v1::Sorry::CODE_FULL);
  CHECK(three.session->done());
  three.session.reset();
  one.hello().claim();
  Guest four(host);  // one has shown its token
  CHECK_FALSE(four.session->done());
  host.board.limits.connections = 3;
  Guest five(host);
  CHECK(five.sorry() == v1::Sorry::CODE_FULL);
}

TEST_CASE("before the token only small frames are read") {
  Host host;
  Guest guest(host);
  guest.session->on_bytes(std::string("\0\0\x20\0", 4), host.now);  // 8 KiB are announced
  CHECK(guest.sorry() == v1::Sorry::CODE_TOO_LARGE);
  Guest player(host);
  player.hello().claim();
  player.hear();
  player.session->on_bytes(std::string("\0\0\x20\0", 4), host.now);
  CHECK_FALSE(player.session->done());
  player.session->on_bytes(std::string("\0\x20\0\0", 4) + std::string(8192, 'x'), host.now);
  CHECK(player.session->done());
}

TEST_CASE("more frames than the limit end the connection") {
  Host host;
  host.board.limits.frames_per_second = 10;
  Guest guest(host);
  guest.hello().claim();
  guest.hear();
  v1::Frame pong;
  pong.mutable_pong();
  for (int i = 0; i < 20; ++i) guest.say(pong);
  CHECK(guest.sorry() == v1::Sorry::CODE_TOO_FAST);
  CHECK_FALSE(host.japan().taken());
}

TEST_CASE("who never says hello, or falls silent, is let go") {
  Host host;
  Guest mute(host);
  Guest silent(host);
  silent.hello().claim();
  silent.hear();
  host.now += host.board.limits.hello_within + milliseconds(1);
  mute.session->on_tick(host.now);
  CHECK(mute.sorry() == v1::Sorry::CODE_TOO_SLOW);
  silent.session->on_tick(host.now);
  bool pinged = false;
  for (const v1::Frame& frame : silent.hear()) pinged = pinged || frame.has_ping();
  CHECK(pinged);
  host.now += host.board.limits.silent_for;
  silent.session->on_tick(host.now);
  CHECK(silent.sorry() == v1::Sorry::CODE_TOO_SLOW);
  CHECK_FALSE(host.japan().taken());
}

TEST_CASE("who takes no bytes is dropped") {
  Host host;
  Guest guest(host);
  guest.hello();
  std::string bytes;
  REQUIRE(guest.session->output(bytes, host.now));  // and it is never written
  host.now += host.board.limits.stuck_for + milliseconds(1);
  guest.session->on_tick(host.now);
  CHECK(guest.session->broken());
}

TEST_CASE("answers that nobody reads do not heap up") {
  Host host;
  Guest player(host);
  player.hello().claim();
  v1::Frame draw;
  draw.mutable_draw_request()->set_purpose(1);
  for (int i = 0; i < 15'000 && !player.session->broken(); ++i) player.say(draw);
  CHECK(player.session->broken());
}

TEST_CASE("one that is refused and does not read that either is not kept") {
  Host host;
  Guest guest(host);
  v1::Frame hello;
  hello.mutable_hello()->set_protocol(1);
  guest.say(hello);
  std::string bytes;
  REQUIRE(guest.session->output(bytes, host.now));  // and is never written
  guest.session->on_bytes(std::string("\x7F\xFF\xFF\xFF", 4), host.now);
  CHECK(guest.session->done());
  CHECK_FALSE(guest.session->broken());
  host.now += host.board.limits.stuck_for + milliseconds(1);
  guest.session->on_tick(host.now);
  CHECK(guest.session->broken());
}

TEST_CASE("a client that names no limit is told frames as long as a host's may be") {
  for (const std::uint32_t limit : {0U, 100'000U}) {
    Host host;
    Guest guest(host);
    v1::Frame hello;
    hello.mutable_hello()->set_protocol(1);
    hello.mutable_hello()->set_largest_frame_bytes(limit);
    guest.say(hello);
    guest.claim();
    (void)guest.hear();
    v1::Frame large;
    large.mutable_delivery()->mutable_envelope()->mutable_statement()->set_text(
        std::string(300'000, 'x'));
    host.japan().tell(large);
    const auto frames = guest.hear();
    REQUIRE(frames.size() == 1);
    if (limit == 0) {
      CHECK(frames[0].has_delivery());
    } else {  // it is told why the connection ends
      CHECK(frames[0].sorry().code() == v1::Sorry::CODE_TOO_LARGE);
      CHECK(guest.session->done());
    }
  }
}

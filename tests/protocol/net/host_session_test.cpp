#include <memory>
#include <string>
#include <vector>

#include <protocol/net/host_session.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using net::HostSession;
using Code = v1::Sorry::Code;
using std::chrono::milliseconds;

namespace {

constexpr const char* kToken = "letmein";

/// A host of two tables with one open seat each (japan has a token of its own at the second).
struct Host {
  Host() {
    board.token = kToken;
    board.all_token = "teacher";
    board.program = "monazite test";
    for (std::uint32_t number = 1; number <= 2; ++number) {
      auto table = std::make_unique<net::HostTable>();
      table->number = number;
      table->scenario = "test";
      table->seats.push_back({"india", nullptr});
      net::SeatFacts facts;
      facts.name = "japan";
      facts.seated.set_seat(4);
      facts.seated.set_table(number);
      if (number == 2) facts.own_token = "own";
      facts.draw = [](base::Purpose purpose, base::Day,
                      std::uint32_t) -> std::optional<base::Draws::Words> {
        if (purpose.number != 1) return std::nullopt;
        return base::Draws::Words{11, 22};
      };
      table->seats.push_back({"japan", std::make_unique<net::SeatLine>(std::move(facts))});
      board.tables.push_back(std::move(table));
    }
  }
  net::SeatLine& japan(std::size_t table = 0) { return *board.tables[table]->seats[1].line; }
  net::Board board;
  HostSession::Time now{};
  std::uint64_t last_id = 0;
};

/// A client without a wire.
struct Guest {
  explicit Guest(Host& host_in)
      : host(host_in),
        session(std::make_unique<HostSession>(
            host.board, ++host.last_id, [] {}, host.now)) {}

  void say(const v1::Frame& frame) { session->on_bytes(net::to_bytes(frame), host.now); }
  /// All frames that wait for the guest.
  std::vector<v1::Frame> hear() {
    net::FrameReader reader(net::kLargestHostFrame);
    std::vector<v1::Frame> frames;
    std::string bytes;
    while (session->output(bytes, host.now)) {
      session->on_written(host.now);
      reader.feed(bytes);
      v1::Frame frame;
      while (reader.next(frame) == net::FrameReader::Next::kFrame) frames.push_back(frame);
    }
    return frames;
  }
  Guest& hello(std::uint32_t protocol = 1) {
    v1::Frame frame;
    frame.mutable_hello()->set_protocol(protocol);
    say(frame);
    return *this;
  }
  Guest& claim(const std::string& token = kToken, std::uint32_t table = 1,
               const std::string& seat = "japan") {
    v1::Frame frame;
    frame.mutable_claim()->set_token(token);
    frame.mutable_claim()->set_table(table);
    frame.mutable_claim()->set_seat(seat);
    frame.mutable_claim()->set_player("one");
    say(frame);
    return *this;
  }
  Guest& watch(const std::string& token, bool everything) {
    v1::Frame frame;
    frame.mutable_watch()->set_table(1);
    frame.mutable_watch()->set_token(token);
    frame.mutable_watch()->set_everything(everything);
    say(frame);
    return *this;
  }
  /// Code of the only Sorry among what is heard.
  Code sorry() {
    Code code = v1::Sorry::CODE_UNSPECIFIED;
    for (const v1::Frame& frame : hear()) {
      if (!frame.has_sorry()) continue;
      CHECK(code == v1::Sorry::CODE_UNSPECIFIED);
      CHECK_FALSE(frame.sorry().sentence().empty());
      code = frame.sorry().code();
    }
    return code;
  }

  Host& host;
  std::unique_ptr<HostSession> session;
};

v1::Frame question() {
  v1::Frame frame;
  frame.mutable_delivery()->mutable_envelope()->mutable_brief();
  frame.mutable_delivery()->set_asks(true);
  return frame;
}

v1::Frame answer(std::uint64_t turn, std::uint32_t from = 0) {
  v1::Frame frame;
  frame.mutable_answer()->set_turn(turn);
  v1::Envelope& envelope = *frame.mutable_answer()->add_posts()->mutable_envelope();
  envelope.set_from(from);
  envelope.mutable_no_act();
  return frame;
}

}  // namespace

TEST_CASE("a guest who says hello and shows the token gets the seat and all it may know") {
  Host host;
  v1::Frame told;
  told.mutable_delivery()->mutable_envelope()->mutable_statement()->set_text("so far");
  host.japan().tell(told);
  Guest guest(host);
  guest.hello().claim();
  const auto heard = guest.hear();
  REQUIRE(heard.size() == 3);
  CHECK(heard[0].hello().protocol() == 1);
  CHECK(heard[1].seated().seat() == 4);
  CHECK(heard[1].seated().known() == 1);
  CHECK(heard[1].seated().seat_token() == host.japan().seat_token());
  CHECK(heard[2].delivery().envelope().statement().text() == "so far");
  CHECK(host.japan().player() == "one");
}

TEST_CASE("another version of the protocol is refused with what to upgrade") {
  Host host;
  Guest older(host);
  older.hello(0);
  auto heard = older.hear();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].sorry().code() == v1::Sorry::CODE_VERSION);
  CHECK(heard[0].sorry().sentence().find("upgrade the client") != std::string::npos);
  CHECK(older.session->done());
  Guest newer(host);
  newer.hello(2);
  heard = newer.hear();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].sorry().sentence().find("upgrade the host") != std::string::npos);
}

TEST_CASE("nothing comes before hello") {
  Host host;
  Guest guest(host);
  guest.claim();
  CHECK(guest.sorry() == v1::Sorry::CODE_MALFORMED);
  CHECK(guest.session->done());
  CHECK_FALSE(host.japan().taken());
}

TEST_CASE("without the token there is neither a seat, nor a list, nor a word of what there is") {
  Host host;
  for (const char* token : {"", "letmeim", "teacher"}) {
    Guest guest(host);
    guest.hello().claim(token);
    CHECK(guest.sorry() == v1::Sorry::CODE_TOKEN);
    CHECK(guest.session->done());
  }
  Guest lister(host);
  lister.hello();
  v1::Frame list;
  list.mutable_list_tables();
  lister.say(list);
  CHECK(lister.sorry() == v1::Sorry::CODE_TOKEN);
}

TEST_CASE("a seat with a token of its own takes no other") {
  Host host;
  Guest guest(host);
  guest.hello().claim(kToken, 2);
  CHECK(guest.sorry() == v1::Sorry::CODE_NO_SUCH_SEAT);
  Guest owner(host);
  owner.hello().claim("own", 2);
  CHECK(owner.sorry() == v1::Sorry::CODE_UNSPECIFIED);
  CHECK(host.japan(1).taken());
}

TEST_CASE("a taken seat is refused, and its own token gives it back") {
  Host host;
  Guest first(host);
  first.hello().claim();
  first.hear();
  Guest second(host);
  second.hello().claim();
  CHECK(second.sorry() == v1::Sorry::CODE_SEAT_TAKEN);
  CHECK_FALSE(second.session->done());
  Guest again(host);
  again.hello().claim(host.japan().seat_token());
  CHECK(again.sorry() == v1::Sorry::CODE_UNSPECIFIED);
  CHECK(first.sorry() == v1::Sorry::CODE_REPLACED);
  CHECK(first.session->done());
  first.session.reset();
  CHECK(host.japan().taken());
}

TEST_CASE("a seat's own token is of that seat at that table alone") {
  Host host;
  Guest guest(host);
  guest.hello().claim(host.japan(0).seat_token(), 2);
  CHECK(guest.sorry() == v1::Sorry::CODE_TOKEN);
}

TEST_CASE("seats of the host, and seats that there are not, cannot be had") {
  Host host;
  for (const char* seat : {"india", "atlantis", ""}) {
    Guest guest(host);
    guest.hello().claim(kToken, 1, seat);
    CHECK(guest.sorry() == v1::Sorry::CODE_NO_SUCH_SEAT);
    CHECK_FALSE(guest.session->done());
  }
}

TEST_CASE("the lobby lists tables, open seats and who sits there") {
  Host host;
  Guest player(host);
  player.hello().claim();
  Guest guest(host);
  guest.hello();
  v1::Frame list;
  list.mutable_list_tables()->set_token(kToken);
  guest.say(list);
  const auto heard = guest.hear();
  REQUIRE(heard.size() == 2);
  const v1::Lobby& lobby = heard[1].lobby();
  REQUIRE(lobby.tables_size() == 2);
  CHECK_FALSE(lobby.tables(0).seats(0).open());
  CHECK(lobby.tables(0).seats(1).taken());
  CHECK(lobby.tables(0).seats(1).player() == "one");
  CHECK_FALSE(lobby.tables(1).seats(1).taken());
}

TEST_CASE("an answer in its turn is taken, and others are told why not") {
  Host host;
  Guest guest(host);
  guest.say(answer(1));
  Guest player(host);
  player.hello();
  player.say(answer(1));
  CHECK(player.sorry() == v1::Sorry::CODE_OUT_OF_ORDER);
  player.claim();
  v1::Frame asked = question();
  const std::uint64_t turn = host.japan().tell_question(asked);
  player.hear();
  player.say(answer(turn + 1));
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_ASKED);
  player.say(answer(turn, 3));
  CHECK(player.sorry() == v1::Sorry::CODE_WRONG_SEAT);
  v1::Frame far = answer(turn);
  far.mutable_answer()->mutable_posts(0)->set_delay_days(100'000);
  player.say(far);
  CHECK(player.sorry() == v1::Sorry::CODE_TOO_MUCH);
  v1::Frame rules = answer(turn);
  rules.mutable_answer()->mutable_posts(0)->mutable_envelope()->mutable_agreement();
  player.say(rules);
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_A_MOVE);
  player.say(answer(turn, 4));
  CHECK(player.sorry() == v1::Sorry::CODE_UNSPECIFIED);
  CHECK(host.japan().wait_for_answer(turn, {}, nullptr).how == net::SeatLine::Turn::How::kAnswered);
  player.say(answer(turn));
  CHECK(player.sorry() == v1::Sorry::CODE_LATE);
}

TEST_CASE("draws are a party's own") {
  Host host;
  Guest player(host);
  player.hello().claim();
  player.hear();
  v1::Frame draw;
  draw.mutable_draw_request()->set_purpose(1);
  player.say(draw);
  const auto heard = player.hear();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].draw().first() == 11);
  draw.mutable_draw_request()->set_purpose(2);
  player.say(draw);
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_YOURS);
}

TEST_CASE("who looks on sees public messages; the seed and the file are the teacher's") {
  Host host;
  Guest early(host);
  early.hello().watch(kToken, false);
  CHECK(early.sorry() == v1::Sorry::CODE_OUT_OF_ORDER);
  v1::RunHeader header;
  header.set_seed(4711);
  header.set_scenario("test");
  header.set_scenario_text("private parameters");
  host.board.tables[0]->watch.begin(header);
  v1::Envelope news;
  news.mutable_statement()->set_text("all hear it");
  host.board.tables[0]->watch.tell(news);

  Guest guest(host);
  guest.hello().watch(kToken, false);
  const auto heard = guest.hear();
  REQUIRE(heard.size() == 3);
  CHECK(heard[1].watching().header().seed() == 0);
  CHECK(heard[1].watching().header().scenario_text().empty());
  CHECK(heard[1].watching().header().scenario() == "test");
  CHECK(heard[2].seen().envelope().statement().text() == "all hear it");

  Guest curious(host);
  curious.hello().watch(kToken, true);
  CHECK(curious.sorry() == v1::Sorry::CODE_TOKEN);
  Guest teacher(host);
  teacher.hello().watch("teacher", true);
  const auto all = teacher.hear();
  REQUIRE(all.size() == 2);
  CHECK(all[1].watching().header().seed() == 4711);
}

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

TEST_CASE("the end comes last, and a stopping host says so") {
  Host host;
  Guest player(host);
  player.hello().claim();
  v1::Frame told;
  told.mutable_delivery()->mutable_envelope()->mutable_statement();
  host.japan().tell(told);
  v1::End end;
  end.set_how(v1::End::HOW_FINISHED);
  host.japan().finish(end);
  const auto heard = player.hear();
  REQUIRE(heard.size() == 4);
  CHECK(heard[2].has_delivery());
  CHECK(heard[3].end().how() == v1::End::HOW_FINISHED);
  Guest guest(host);
  guest.hello();
  guest.hear();
  guest.session->stop();
  CHECK(guest.sorry() == v1::Sorry::CODE_STOPPING);
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

TEST_CASE("a table that is over gives no seat to a newcomer, and shows none as open") {
  Host host;
  host.board.tables[0]->state = v1::Lobby::STATE_OVER;
  Guest guest(host);
  CHECK(guest.hello().claim(kToken, 1).sorry() == v1::Sorry::CODE_NO_SUCH_TABLE);
  // Who names none gets a table that is not over: here the second wants a token of its own.
  Guest late(host);
  CHECK(late.hello().claim("own", 0).sorry() == v1::Sorry::CODE_UNSPECIFIED);
  CHECK(host.japan(1).taken());
  v1::Frame list;
  list.mutable_list_tables()->set_token(kToken);
  Guest other(host);
  other.hello().say(list);
  const auto frames = other.hear();
  REQUIRE(frames.size() == 2);
  CHECK_FALSE(frames[1].lobby().tables(0).seats(1).open());
  CHECK(frames[1].lobby().tables(1).seats(1).open());
}

TEST_CASE("who had a seat at a table that is over comes back with its own token") {
  Host host;
  Guest first(host);
  first.hello().claim();
  const std::string token = first.hear().back().seated().seat_token();
  first.session.reset();
  host.board.tables[0]->state = v1::Lobby::STATE_OVER;
  CHECK(Guest(host).hello().claim(token).sorry() == v1::Sorry::CODE_UNSPECIFIED);
}

TEST_CASE("the tables are listed for the teacher's token and for that of a seat too") {
  Host host;
  for (const char* token : {"teacher", "own"}) {
    v1::Frame list;
    list.mutable_list_tables()->set_token(token);
    Guest guest(host);
    guest.hello().say(list);
    CHECK(guest.hear().back().has_lobby());
  }
}

TEST_CASE("a seat with a token of its own says so to who shows the host's") {
  Host host;
  Guest guest(host);
  guest.hello().claim(kToken, 2);
  const auto frames = guest.hear();
  REQUIRE(frames.back().has_sorry());
  CHECK(frames.back().sorry().sentence() == "seat \"japan\" has a token of its own");
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

TEST_CASE("a long name of a player is cut at a whole character") {
  Host host;
  Guest guest(host);
  v1::Frame claim;
  claim.mutable_claim()->set_seat("japan");
  claim.mutable_claim()->set_table(1);
  claim.mutable_claim()->set_token(kToken);
  std::string name;
  for (int i = 0; i < 30; ++i) name += "あ";
  claim.mutable_claim()->set_player(name);
  guest.hello().say(claim);
  CHECK(host.japan().player() == name.substr(0, 63));
}

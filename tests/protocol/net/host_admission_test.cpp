// Who may come in, and what they may sit down at.
#include <string>

#include <tests/protocol/net/host_guest.hpp>

using namespace monazite;
using namespace monazite::tests;

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

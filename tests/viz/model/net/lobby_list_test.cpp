#include <tests/protocol/net/certificate.hpp>
#include <tests/viz/model/seat/net_fixture.hpp>
#include <viz/model/net/lobby_list.hpp>

using namespace monazite;
using namespace monazite::test_support;

TEST_CASE("the list of tables tells who sits where, and follows") {
  lab::GameOptions options = open_seats({"india", "japan"});
  options.tables = 2;
  Hosted host(options);
  viz::LobbyList lobby(place_of(host));
  const auto look = [&] { (void)lobby.poll(); };
  REQUIRE(wait_until(look, [&] { return lobby.state().heard; }));
  const v1::Lobby first = lobby.state().lobby;
  REQUIRE(first.tables_size() == 2);
  CHECK(first.tables(0).scenario() == "june-2025");
  CHECK(first.tables(0).state() == v1::Lobby::STATE_WAITING);
  const auto client = host.connect();
  REQUIRE(client->claim(claim("japan", 2)).has_value());
  const auto taken = [&] {
    for (const v1::Lobby::Seat& seat : lobby.state().lobby.tables(1).seats()) {
      if (seat.taken()) return seat.name() == "japan" && seat.player() == "the player of japan";
    }
    return false;
  };
  CHECK(wait_until(look, taken));
}

TEST_CASE("a host that wants another token says so in the list of tables") {
  Hosted host(open_seats({"japan"}));
  viz::LobbyList lobby(place_of(host, ""));
  REQUIRE(wait_until([&] { (void)lobby.poll(); }, [&] { return !lobby.state().sentence.empty(); }));
  CHECK(lobby.state().sentence == "the host says: this host asks for its token (--token)");
  CHECK_FALSE(lobby.state().heard);
}

TEST_CASE(
    "over TLS the tables of a host are listed and a seat is taken, by who knows its certificate") {
  const std::string folder = fresh_folder("host-tls");
  write_certificate(folder);
  lab::GameOptions options = open_seats({"japan"});
  options.listen.tls = net::HostTls{folder + "/cert.pem", folder + "/key.pem"};
  Hosted host(std::move(options));
  host.begin();
  viz::HostPlace place = place_of(host);
  place.tls = true;
  {
    viz::LobbyList stranger(place);  // the system does not know the certificate
    REQUIRE(wait_until([&] { (void)stranger.poll(); },
                       [&] { return !stranger.state().sentence.empty(); }));
    CHECK(stranger.state().sentence.find("--tls-ca") != std::string::npos);
    CHECK_FALSE(stranger.state().heard);
  }
  place.tls_authority = folder + "/cert.pem";
  viz::LobbyList lobby(place);
  REQUIRE(wait_until([&] { (void)lobby.poll(); }, [&] { return lobby.state().heard; }));
  CHECK(lobby.state().lobby.tables_size() == 1);
  viz::game::NetGame game({place, 0, "japan", "somebody"}, {});
  REQUIRE(next_question(game));
  CHECK(game.question().has_value());
}

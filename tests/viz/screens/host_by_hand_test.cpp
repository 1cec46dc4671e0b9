#include <filesystem>
#include <fstream>
#include <string>

#include <tests/viz/model/seat/net_fixture.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/app/online.hpp>

namespace monazite::viz {
namespace {

using test_support::Hosted;
using test_support::open_seats;
using test_support::three_years;
using test_support::wait_until;
using tests::DrivenViewer;

/// The viewer with the address of a host in the fields of its dialog.
class AtAHost {
 public:
  explicit AtAHost(lab::GameOptions options = open_seats({"japan"}, 42),
                   const std::string& token = "letmein-here")
      : host(std::move(options), three_years()) {
    HostFields& fields = viewer.app.online().fields;
    fields.address = "127.0.0.1:" + std::to_string(host.game().port());
    fields.token = token;
    fields.name = "Class 9b";
  }
  /// Draws frames until something is so.
  template <class Done>
  bool frames_until(Done&& done) {
    return wait_until([this] { viewer.frame(); }, done);
  }
  void list_tables() {
    viewer.click("start/host");
    viewer.frame();
    viewer.click("host/list");
    REQUIRE(frames_until([this] { return viewer.has("host/watch/1"); }));
  }
  [[nodiscard]] game::Game& game() { return viewer.app.seat()->game(); }

  Hosted host;
  DrivenViewer viewer;
};

TEST_CASE("A person sees who sits where at a host, and takes a seat that is free") {
  AtAHost at(open_seats({"japan", "india"}, 42));
  at.list_tables();
  CHECK(at.viewer.says("waits for its players"));
  CHECK(at.viewer.says("free"));
  const auto other = at.host.connect();
  REQUIRE(other->claim(test_support::claim("india")).has_value());
  REQUIRE(at.frames_until([&] { return at.viewer.says("taken by the player of india"); }));
  at.viewer.click("host/seat/1/japan");
  REQUIRE(at.viewer.app.seat() != nullptr);
  CHECK(at.viewer.app.view.layout == Layout::kSeat);
  REQUIRE(at.frames_until([&] { return at.viewer.says("You play Japan"); }));
  at.viewer.click("seat/leave");
  CHECK(at.viewer.app.seat() == nullptr);
}

TEST_CASE("A wrong token is told where one asked for the tables, and at the seat") {
  AtAHost at(open_seats({"japan"}, 42), "guess");
  at.viewer.click("start/host");
  at.viewer.frame();
  at.viewer.click("host/list");
  CHECK(at.frames_until([&] { return at.viewer.says("the token is not this host's"); }));
  CHECK_FALSE(at.viewer.has("host/watch/1"));
  at.viewer.app.settings.language = Language::kJapanese;
  CHECK(at.viewer.says("ホストの返答：合言葉が違います"));
  at.viewer.app.settings.language = Language::kEnglish;
  REQUIRE(at.viewer.app.online().take_seat(at.viewer.app, 0, "japan").has_value());
  CHECK(at.frames_until([&] { return at.viewer.says("does not give you the seat"); }));
  CHECK(at.viewer.says("the token is not this host's"));
}

TEST_CASE("Who looks on at a table sees it grow and end, and keeps it if they like") {
  AtAHost at;
  at.list_tables();
  at.viewer.click("host/watch/1");
  at.viewer.frame();
  CHECK(at.viewer.app.view.overlay == Overlay::kNone);
  CHECK(at.frames_until([&] { return at.viewer.says("waits for its players"); }));
  at.host.begin();
  game::NetGame japan(test_support::net_seat(at.host, "japan"), {});
  REQUIRE(test_support::next_question(japan));
  REQUIRE(at.frames_until([&] { return at.viewer.app.replay() != nullptr; }));
  CHECK(at.viewer.app.replay()->header().seed() == 0);
  CHECK(at.viewer.app.file()->live());
  at.viewer.frame(2);
  CHECK(at.viewer.says("table 1 at 127.0.0.1"));
  REQUIRE(japan.hand_over().has_value());
  REQUIRE(at.frames_until([&] {
    (void)japan.poll();
    return at.viewer.app.online().watching()->state().stage == TableWatch::Stage::kOver &&
           !at.viewer.app.file()->may_grow();
  }));
  at.viewer.app.file()->read_all();
  CHECK(at.viewer.app.replay()->messages().size() > 20);
  const auto before = std::filesystem::current_path();
  const std::string folder = tests::fresh_folder("kept");
  std::filesystem::current_path(folder);
  find_command("host.save")->run(at.viewer.app);
  std::filesystem::current_path(before);
  CHECK(std::filesystem::file_size(folder + "/watched-table-1.mcap") > 1000);
  find_command("host.stop")->run(at.viewer.app);
  CHECK(at.viewer.app.online().watching() == nullptr);
  CHECK(at.viewer.app.replay() != nullptr);
}

TEST_CASE("With the watch token everything is seen while it happens") {
  AtAHost at(open_seats({"japan"}, 42), "teacher-here");
  at.viewer.app.online().fields.everything = true;
  at.host.begin();
  game::NetGame japan(test_support::net_seat(at.host, "japan"), {});
  REQUIRE(test_support::next_question(japan));
  REQUIRE(at.viewer.app.online().watch(at.viewer.app, 1).has_value());
  REQUIRE(at.frames_until([&] { return at.viewer.app.file() != nullptr; }));
  CHECK(at.viewer.app.file()->may_grow());
  REQUIRE(japan.hand_over().has_value());
  REQUIRE(at.frames_until([&] {
    (void)japan.poll();
    return !at.viewer.app.file()->may_grow();
  }));
  at.viewer.app.file()->read_all();
  CHECK(at.viewer.app.replay()->header().seed() == 42);
  CHECK(at.viewer.app.replay()->months().size() > 40);
}

TEST_CASE("A seat at a host is played through the same panels to an agreement and the debrief") {
  AtAHost at;
  at.list_tables();
  at.viewer.click("host/seat/1/japan");
  at.host.begin();
  DrivenViewer& viewer = at.viewer;
  SeatTable& seat = *viewer.app.seat();
  bool agreed = false, sent = false;
  const auto decide = [&] {
    if (!at.game().question()) return;
    if (viewer.has("question/agree")) return viewer.click("question/agree");
    if (!viewer.has("say/send")) return;
    if (viewer.has("offer/accept") && at.game().question()->standing &&
        seat.coach()->suggestion().kind == game::Suggestion::Kind::kAccept) {
      agreed = true;
      return viewer.click("offer/accept");
    }
    if (viewer.has("coach/try")) viewer.click("coach/try");
    if (!sent) {
      CHECK_FALSE(at.game().can_undo());
      CHECK(viewer.says("to decide"));
      CHECK(viewer.has("seat/clock"));
    }
    sent = true;
    viewer.click("say/send");
  };
  REQUIRE(at.frames_until([&] {
    decide();
    return test_support::has_closing(at.game());
  }));
  CHECK(sent);
  CHECK(agreed);
  CHECK(seat.looking_back() == at.game().finished());
  const auto finish = [&] {
    if (at.game().finished()) return true;
    if (viewer.has("waiting/staff")) {
      viewer.click("waiting/staff");
    } else if (at.game().question()) {
      seat.leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
    }
    return false;
  };
  REQUIRE(at.frames_until(finish));
  viewer.frame(2);
  REQUIRE(seat.debrief() != nullptr);
  CHECK(viewer.says(seat.debrief()->agreed ? "Agreement" : "No deal"));
  CHECK(viewer.says("Concession curves"));
  CHECK_FALSE(viewer.has("debrief/again"));
  viewer.click("debrief/replay");
  CHECK(viewer.app.replay()->header().seed() == 42);
  const auto& players = at.host.results().front().players;
  REQUIRE(players.size() == 1);
  CHECK(players[0].party == "japan");
  CHECK(players[0].player == "Class 9b");
}

TEST_CASE("A window at rest looks at a host as soon as there is one") {
  AtAHost at;
  CHECK(at.viewer.calls.next_look_in() > 60);
  at.list_tables();
  CHECK(at.viewer.calls.next_look_in() < 1);
  at.viewer.press("Escape");
  at.viewer.frame();
  CHECK(at.viewer.calls.next_look_in() > 60);
}

TEST_CASE("A table that begins tears nobody away from another recording") {
  AtAHost at;
  at.viewer.open_demo();
  const std::string demo = at.viewer.app.file()->name();
  REQUIRE(at.viewer.app.online().watch(at.viewer.app, 1).has_value());
  REQUIRE(at.frames_until([&] { return at.viewer.says("waits for its players"); }));
  at.host.begin();
  game::NetGame japan(test_support::net_seat(at.host, "japan"), {});
  REQUIRE(test_support::next_question(japan));
  REQUIRE(at.frames_until([&] { return at.viewer.says("The table has begun"); }));
  CHECK(at.viewer.app.file()->name() == demo);
  const NamedCommand* const show = find_command("host.show");
  REQUIRE(show != nullptr);
  REQUIRE(show->enabled(at.viewer.app));
  show->run(at.viewer.app);
  at.viewer.frame(2);
  CHECK(at.viewer.app.file()->name() != demo);
  CHECK(at.viewer.says("table 1 at 127.0.0.1"));
  find_command("file.close")->run(at.viewer.app);
  at.viewer.frame(2);
  CHECK(at.viewer.app.online().watching() == nullptr);
}

TEST_CASE("Hosts that answered are remembered, and nothing that was only typed") {
  AtAHost at;
  const std::string address = at.viewer.app.online().fields.address;
  at.list_tables();
  for (const char* typed : {"10.20.30.40:7", "10.20.30.40:74"}) {
    at.viewer.app.online().fields.address = typed;
    at.viewer.frame(20);
  }
  REQUIRE(at.frames_until([&] { return !at.viewer.app.settings.hosts.empty(); }));
  CHECK(at.viewer.app.settings.hosts == std::vector<std::string>{address});
  // A seat of the list is taken at the host of the list.
  at.viewer.click("host/seat/1/japan");
  REQUIRE(at.frames_until([&] { return at.viewer.says("You play Japan"); }));
  CHECK(at.game().host()->host == address);
}

TEST_CASE("Names of players are shown in their own letters") {
  AtAHost at(open_seats({"japan", "india"}, 42));
  v1::Claim claim = test_support::claim("india");
  claim.set_player("鷲尾 Łukasz");
  const auto other = at.host.connect();
  REQUIRE(other->claim(claim).has_value());
  CHECK(at.viewer.viewer.characters().find("鷲") == std::string::npos);
  at.list_tables();
  REQUIRE(at.frames_until([&] { return at.viewer.says("鷲尾 Łukasz"); }));
  at.viewer.frame(2);
  CHECK(at.viewer.viewer.characters().find("鷲") != std::string::npos);
  CHECK(at.viewer.viewer.characters().find("Ł") != std::string::npos);
}

}  // namespace
}  // namespace monazite::viz

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <protocol/bus/visibility.hpp>
#include <protocol/recording/reading.hpp>
#include <protocol/recording/sidecar.hpp>
#include <tests/support/catch.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/app/playable_seats.hpp>
#include <world/lab/verify.hpp>

namespace monazite::viz {
namespace {

using tests::DrivenViewer;

/// Sits down as Japan, agrees to talk, and lets the staff decide until a bid is wanted.
void come_to_the_table(DrivenViewer& viewer) {
  viewer.press("5");
  viewer.frame();
  viewer.click("seat/choose/japan");
  REQUIRE(viewer.app.seat() != nullptr);
  for (int i = 0; i < 100 && !viewer.has("say/send"); ++i) {
    viewer.click(viewer.has("question/agree") ? "question/agree" : "question/staff");
  }
  REQUIRE(viewer.has("say/send"));
}

/// Sits down as Japan where an offer is on the table that a home refuses once it is accepted.
void sit_down_where_home_refuses(DrivenViewer& viewer) {
  for (std::uint64_t seed = 7; seed < 40; ++seed) {
    REQUIRE(viewer.app.sit_down("japan", seed, base::parse_day("2026-01-01").value()).has_value());
    viewer.frame(2);
    const auto question = viewer.app.seat()->game().question();
    if (!question || !question->standing || !viewer.has("offer/accept")) continue;
    viewer.click("offer/accept");
    viewer.frame(2);
    const bool refused = viewer.says("refused clearance");
    if (viewer.has("seat/undo")) viewer.click("seat/undo");
    viewer.frame(2);
    if (refused) return;
  }
  FAIL("no seed up to 39 has an offer on the table in January 2026 that a home refuses");
}

/// Clicks on what leaves the next decision, or all of an encounter, to the staff; goes on after a
/// debrief.
void leave_one_to_the_staff(DrivenViewer& viewer) {
  for (const char* id : {"debrief/on", "say/staff", "question/staff"}) {
    if (!viewer.has(id)) continue;
    viewer.click(id);
    return;
  }
  FAIL("nothing leads on");
}

/// Lets the staff play until the game is over.
void leave_it_to_the_staff(DrivenViewer& viewer) {
  for (int i = 0; i < 600 && !viewer.app.seat()->game().finished(); ++i) {
    leave_one_to_the_staff(viewer);
  }
  REQUIRE(viewer.app.seat()->game().finished());
}

TEST_CASE("A person sits down, agrees to talk, bids with words, and is answered") {
  DrivenViewer viewer;
  come_to_the_table(viewer);
  SeatTable& seat = *viewer.app.seat();
  CHECK(viewer.says("You play Japan"));
  CHECK(viewer.says("Your brief"));
  CHECK(viewer.says("Where you stand"));
  REQUIRE(seat.bid().has_value());
  const auto before = seat.bid()->outcome;
  const std::string slider = viewer.first("bid/");
  REQUIRE_FALSE(slider.empty());
  const std::size_t decided = seat.game().decisions().size();
  // The first issue to its other end.
  const auto& issues = seat.game().table()->agenda->issues();
  const std::string first = "bid/" + issues[0].name;
  viewer.drag(first, 0.5F, seat.level(0) == 0 ? 0.98F : 0.02F);
  CHECK(seat.bid()->outcome != before);
  viewer.click("say/statement");
  viewer.type("we stay friends");
  viewer.frame(2);
  CHECK(seat.statement == "we stay friends");
  CHECK(viewer.app.view.layout == Layout::kSeat);
  viewer.click("say/send");
  if (seat.sentence.empty()) {
    CHECK(seat.game().decisions().size() == decided + 1);
    CHECK(seat.statement.empty());
    viewer.click("seat/undo");
    CHECK(seat.game().decisions().size() == decided);
  } else {
    CHECK(viewer.says(seat.sentence.substr(0, 20)));
  }
}

TEST_CASE("The coach's suggestion becomes the bid, and the coach can be silenced") {
  DrivenViewer viewer;
  come_to_the_table(viewer);
  SeatTable& seat = *viewer.app.seat();
  REQUIRE(seat.coach() != nullptr);
  REQUIRE(seat.coach()->suggestion().kind == game::Suggestion::Kind::kOffer);
  viewer.click("coach/try");
  CHECK(seat.bid()->outcome == seat.coach()->suggestion().outcome);
  viewer.click("coach/on");
  CHECK_FALSE(seat.coach_on);
  CHECK(viewer.says("The coach is silent"));
  viewer.click("say/send");
  CHECK_FALSE(viewer.app.seat()->game().decisions().empty());
}

TEST_CASE("Walking away is asked about before it is done") {
  DrivenViewer viewer;
  come_to_the_table(viewer);
  SeatTable& seat = *viewer.app.seat();
  const std::size_t decided = seat.game().decisions().size();
  viewer.click("offer/walk_away");
  CHECK(seat.confirm_walk_away);
  viewer.click("offer/stay");
  CHECK_FALSE(seat.confirm_walk_away);
  CHECK(seat.game().decisions().size() == decided);
  viewer.click("offer/walk_away");
  viewer.press("Escape");
  CHECK_FALSE(seat.confirm_walk_away);
  viewer.frame();
  viewer.click("offer/walk_away");
  viewer.click("offer/leave");
  CHECK(seat.game().decisions().size() == decided + 1);
  viewer.press("Z", true);
  CHECK(seat.game().decisions().size() == decided);
}

TEST_CASE("After the end everything is revealed, and the machine is watched in the same seat") {
  DrivenViewer viewer;
  come_to_the_table(viewer);
  CHECK_FALSE(viewer.has("debrief/machine"));
  viewer.click("coach/try");
  viewer.click("say/send");
  leave_it_to_the_staff(viewer);
  viewer.frame(2);
  REQUIRE(viewer.app.seat()->debrief() != nullptr);
  CHECK(viewer.says(viewer.app.seat()->debrief()->agreed ? "Agreement" : "No deal"));
  REQUIRE(viewer.has("debrief/machine"));
  viewer.click("debrief/machine");
  REQUIRE(viewer.app.replay() != nullptr);
  CHECK(viewer.app.view.layout == Layout::kNegotiation);
  CHECK(viewer.app.file()->name() == "the machine in my seat");
  viewer.press("5");
  viewer.frame(2);
  viewer.click("debrief/replay");
  CHECK(viewer.app.file()->name() == "my game");
  viewer.press("5");
  viewer.frame(2);
  viewer.click("debrief/again");
  CHECK_FALSE(viewer.app.seat()->game().finished());
}

TEST_CASE("After every decision the seat says what became of it, and not after taking it back") {
  DrivenViewer viewer;
  sit_down_where_home_refuses(viewer);
  CHECK_FALSE(viewer.has("seat/became"));
  SeatTable& seat = *viewer.app.seat();
  viewer.click("offer/accept");
  viewer.frame(2);
  REQUIRE_FALSE(seat.became().empty());
  CHECK(viewer.has("seat/became"));
  CHECK(viewer.says("You accepted their offer"));
  CHECK(viewer.says("refused clearance"));
  viewer.click("seat/undo");
  viewer.frame(2);
  CHECK(seat.became().empty());
  CHECK_FALSE(viewer.has("seat/became"));
}

TEST_CASE("A person at a seat accepts their offer, signs it, and reads the debrief") {
  DrivenViewer viewer;
  come_to_the_table(viewer);
  SeatTable& seat = *viewer.app.seat();
  // Bids until there is an offer on the table that may be accepted, and takes it.
  agenda::Outcome accepted = 0;
  bool taken = false;
  for (int i = 0; i < 200 && !seat.looking_back(); ++i) {
    const bool can = viewer.has("offer/accept") && seat.game().question()->standing.has_value();
    if (can) {
      accepted = *seat.game().question()->standing;
      const std::size_t decided = seat.game().decisions().size();
      viewer.click("offer/accept");
      viewer.frame();
      taken = seat.game().decisions().size() > decided &&
              seat.game().decisions().back().kind == parties::PersonDecision::Kind::kAccept;
      if (taken) continue;
    }
    if (viewer.has("coach/try")) viewer.click("coach/try");
    if (viewer.has("say/send") && seat.bid() && !seat.bid()->barred) {
      viewer.click("say/send");
    } else {
      leave_one_to_the_staff(viewer);
    }
    viewer.frame();
  }
  REQUIRE(taken);
  REQUIRE(seat.looking_back());
  viewer.frame(2);
  const game::Debrief* debrief = seat.debrief();
  REQUIRE(debrief != nullptr);
  REQUIRE(debrief->agreed);
  CHECK(debrief->deal.outcome == accepted);
  CHECK(debrief->deal.mine > debrief->my_reservation);
  CHECK(viewer.says("Agreement"));
  CHECK(viewer.says("What you signed"));
  for (const char* words : {"Nash point", "Your agreement", "Kalai–Smorodinsky", "better for both",
                            "The whole deal", "Concession curves", "machine in your seat"}) {
    INFO(words);
    CHECK(viewer.says(words));
  }
  CHECK(viewer.has("debrief/machine"));
}

TEST_CASE("While one plays, nothing on the screen is of the recording that lies open") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("5");
  viewer.frame();
  viewer.click("seat/choose/japan");
  viewer.frame(2);
  CHECK_FALSE(viewer.has("timeline/plot"));
  CHECK_FALSE(viewer.has("parties/india"));
  CHECK_FALSE(viewer.has("talks/plane"));
  viewer.click("seat/leave");
  CHECK(viewer.app.seat() == nullptr);
  CHECK(viewer.has("timeline/plot"));
}

TEST_CASE("In the smallest window the names and levels of all issues can be read whole") {
  DrivenViewer viewer(1280, 720);
  REQUIRE(viewer.app.sit_down("japan", 7, base::parse_day("2026-01-01").value()).has_value());
  viewer.frame(2);
  const std::vector<std::string> wanted = {"Volume once plants run", "Origin of magnets",
                                           "25.5 % NdPr", "1,500 t/yr", "any plant"};
  for (const std::string& words : wanted) {
    INFO(words);
    CHECK(viewer.says(words));
  }
  // No estimate is told as a range from a number to itself.
  const std::string between = " to ";
  for (const DrawnText& drawn : viewer.texts()) {
    const std::size_t at = drawn.text.find(between);
    if (at == std::string::npos) continue;
    const std::string low = drawn.text.substr(0, at);
    INFO(drawn.text);
    CHECK(drawn.text.substr(at + between.size(), low.size() + 1) != low + " ");
    CHECK(drawn.text.substr(at + between.size()) != low);
  }
  viewer.open_demo();
  viewer.app.set_layout(Layout::kNegotiation);
  viewer.app.time.seek(base::parse_day("2028-03-15").value());
  viewer.frame(2);
  for (const char* words : {"Volume once plants run", "25.5 % NdPr", "2,000 t/yr"}) {
    INFO(words);
    CHECK(viewer.says(words));
  }
}

TEST_CASE("Another seat, too, is taken only after the game at the first has been asked about") {
  DrivenViewer viewer;
  REQUIRE(viewer.app.sit_down("japan", 7).has_value());
  viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaff);
  find_command("seat.suzuki")->run(viewer.app);
  viewer.frame(2);
  CHECK(viewer.says("You play Japan"));
  viewer.click("keep/stay");
  CHECK(viewer.says("You play Japan"));
  find_command("seat.suzuki")->run(viewer.app);
  viewer.frame(2);
  viewer.click("keep/lose");
  viewer.frame(2);
  CHECK(viewer.says("You play Suzuki"));
}

/// The current folder is another one as long as this lives.
class InFolder {
 public:
  explicit InFolder(const std::filesystem::path& folder)
      : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~InFolder() { std::filesystem::current_path(before_); }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;

 private:
  std::filesystem::path before_;
};

TEST_CASE("A game is asked about before it is lost, and saved with the notes it was played with") {
  const std::filesystem::path folder = tests::fresh_folder("keep_game");
  const InFolder in(folder);
  DrivenViewer viewer;
  come_to_the_table(viewer);
  viewer.click("coach/try");
  viewer.click("say/note");
  viewer.type("hold on volume");
  viewer.frame(2);
  viewer.click("say/send");
  // The window does not close over it, and Escape is a no.
  CHECK_FALSE(viewer.calls.may_close());
  viewer.frame(2);
  CHECK(viewer.says("Save this game?"));
  viewer.press("Escape");
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  CHECK_FALSE(viewer.app.wants_to_quit);
  viewer.click("seat/leave");
  viewer.frame(2);
  REQUIRE(viewer.app.seat() != nullptr);
  viewer.click("keep/save");
  CHECK(viewer.app.seat() == nullptr);
  const std::filesystem::path file = folder / "june-2025-japan-seed-7.mcap";
  REQUIRE(std::filesystem::exists(file));
  CHECK(viewer.app.view.notice.find(file.string()) != std::string::npos);
  auto recording = recording::Recording::open(file.string());
  REQUIRE(recording.has_value());
  const auto verified = lab::verify(*recording, lab::Verify::kReplay);
  REQUIRE(verified.has_value());
  CHECK(verified->matches);
  std::size_t noted = 0;
  recording->visit({}, [&noted](const recording::Record& record) {
    const auto* message = std::get_if<const v1::Envelope*>(&record.content);
    if (message == nullptr) return;
    const v1::Reason* reason = bus::reason_of(**message);
    noted += reason != nullptr && reason->note() == "hold on volume" ? 1 : 0;
  });
  CHECK(noted == 1);
  CHECK(recording::read_sidecar(file.string())->at("seat.japan") == "person");
}

TEST_CASE("What was saved, or is not worth it, is let go without a question") {
  const std::filesystem::path folder = tests::fresh_folder("let_go");
  const InFolder in(folder);
  DrivenViewer viewer;
  viewer.press("5");
  viewer.frame();
  viewer.click("seat/choose/japan");
  CHECK(viewer.calls.may_close());  // nothing was decided
  viewer.click("question/staff");
  CHECK_FALSE(viewer.app.may_quit());
  viewer.press("Escape");
  viewer.press("S", true);
  CHECK(std::filesystem::exists(folder / "june-2025-japan-seed-7.mcap"));
  CHECK(viewer.app.may_quit());
  viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaff);
  CHECK_FALSE(viewer.app.may_quit());
  viewer.frame(2);
  viewer.click("keep/lose");
  CHECK(viewer.app.wants_to_quit);
  CHECK_FALSE(std::filesystem::exists(folder / "june-2025-japan-seed-7-2.mcap"));
}

TEST_CASE("Every party of the scenario can be taken and played to the end by its staff") {
  CHECK(playable_seats().size() == 8);
  for (const PlayableSeat& seat : playable_seats()) {
    const std::string& name = seat.name;
    INFO(name);
    DrivenViewer viewer;
    viewer.press("5");
    viewer.frame();
    viewer.click("seat/choose/" + name);
    REQUIRE(viewer.app.seat() != nullptr);
    CHECK(viewer.says("You play"));
    for (int i = 0; i < 3 && !viewer.app.seat()->game().finished(); ++i) {
      leave_one_to_the_staff(viewer);
      CHECK(viewer.texts().size() > 15);
    }
    viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
    viewer.frame(2);
    CHECK(viewer.app.seat()->game().finished());
    CHECK(viewer.texts().size() > 10);
  }
}

}  // namespace
}  // namespace monazite::viz

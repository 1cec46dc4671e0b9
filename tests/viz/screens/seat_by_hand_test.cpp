#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/screens/driven_viewer.hpp>

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
  CHECK(viewer.says("Nash point"));
  CHECK(viewer.says("Concession curves"));
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

TEST_CASE("Every seat that is offered can be taken and played to the end by its staff") {
  for (const char* name : {"india", "irel", "toyotsu"}) {
    INFO(name);
    DrivenViewer viewer;
    viewer.press("5");
    viewer.frame();
    viewer.click(std::string("seat/choose/") + name);
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

// That every text of what if, of a seat, a class and of hosts can be read.
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <tests/support/scratch.hpp>
#include <tests/viz/model/seat/net_fixture.hpp>
#include <tests/viz/screens/checked_screen.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

/// The first option that is not what was recorded, of the first decision from the day on that has
/// one.
void change_a_decision(App& app) {
  WhatIf& what_if = *app.what_if();
  for (std::size_t i = what_if.decisions().at(kDays[0]); i < what_if.decisions().size(); ++i) {
    for (const Decision& decision : what_if.decisions().describe(i)) {
      for (const Option& option : decision.options) {
        if (option.recorded) continue;
        what_if.choose(decision, option);
        return;
      }
    }
  }
  FAIL("no decision can be changed");
}

TEST_CASE("No text of what if is cut, covered or too faint") {
  App app({}, "");
  app.work_in_line = true;
  REQUIRE(app.open_demo().has_value());
  app.time.seek(kDays[0]);
  app.set_layout(Layout::kWhatIf);
  REQUIRE(app.what_if() != nullptr);
  const auto all_days = [&](Screen& screen, const std::string& size,
                            std::set<std::string>& faults) {
    for (const base::Day day : kDays) {
      app.time.seek(day);
      screen.check_all(size + base::to_string(day), faults);
    }
  };
  in_all_sizes(app, all_days);
  change_a_decision(app);
  REQUIRE(app.what_if()->b() != nullptr);
  in_all_sizes(app, all_days);
  app.what_if()->pin();
  app.what_if()->set_slider(1, app.what_if()->sliders()[1].high);
  app.time.seek(kDays[1]);
  const auto once = [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "with C", faults);
  };
  in_all_sizes(app, once);
  REQUIRE(app.swap_futures().has_value());
  in_all_sizes(app, once);
  app.what_if()->start_fan(12);
  while (app.what_if()->fan_job()->step()) app.tick(0.02);
  app.tick(0.02);
  REQUIRE(app.what_if()->fan() != nullptr);
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "many seeds", faults);
  });
}

TEST_CASE("No text of the results of a class is cut, covered or too faint") {
  const std::filesystem::path folder = test_support::fresh_folder("text-check-class");
  for (int table = 1; table <= 3; ++table) {
    const std::filesystem::path place = folder / ("table-0" + std::to_string(table));
    std::filesystem::create_directories(place);
    auto seat = SeatTable::sit_down("june-2025", "japan", static_cast<std::uint64_t>(table));
    REQUIRE(seat.has_value());
    (*seat)->leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
    REQUIRE((*seat)->game().save((place / "june-2025.mcap").string()).has_value());
  }
  std::filesystem::create_directories(folder / "table-04");
  std::ofstream(folder / "table-04" / "june-2025.mcap") << "no recording";
  App app({}, "");
  REQUIRE(app.open_class(folder.string()).has_value());
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    while (!app.class_room()->complete()) app.class_room()->read_on();
    screen.check_all(size + "class", faults);
    app.view.class_row = 1;
    screen.check_all(size + "class, second selected", faults);
  });
}

TEST_CASE("No text at the seat is cut, covered or too faint, from invitation to debrief") {
  App app({}, "");
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    app.leave_seat();
    app.set_layout(Layout::kSeat);
    screen.check_all(size + "choice", faults);
    REQUIRE(app.sit_down("japan", 7).has_value());
    SeatTable& seat = *app.seat();
    using Kind = game::Question::Kind;
    bool asked = false, moved = false;
    int moves = 0;
    while (!seat.game().finished() && moves < 4) {
      if (seat.game().question()->kind != Kind::kMove) {
        if (!asked) screen.check_all(size + "question", faults);
        asked = true;
        if (seat.game().question()->kind == Kind::kInvitation) {
          seat.answer_invitation(true);
        } else {
          seat.leave_to_staff(parties::PersonDecision::Kind::kStaff);
        }
        continue;
      }
      ++moves;
      if (moves == 1 || moves == 4) {
        screen.check_all(size + "bid " + std::to_string(moves), faults);
        moved = true;
      }
      if (moves == 4) {
        seat.confirm_walk_away = true;
        screen.check_all(size + "walking away", faults);
        seat.confirm_walk_away = false;
      }
      if (seat.bid() && !seat.bid()->barred) {
        seat.send_bid();
      } else {
        seat.leave_to_staff(parties::PersonDecision::Kind::kStaff);
      }
    }
    CHECK(asked);
    CHECK(moved);
    for (int i = 0; i < 100 && !seat.game().finished(); ++i) {
      seat.leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
    }
    REQUIRE(seat.game().finished());
    screen.check_all(size + "debrief", faults);
  });
}

TEST_CASE("No text about hosts is cut, covered or too faint, from the list of tables to the end") {
  lab::GameOptions options = test_support::open_seats({"india", "japan"}, 42);
  options.tables = 3;
  test_support::Hosted host(std::move(options), test_support::three_years());
  host.begin();
  App app({}, "");
  HostFields& fields = app.online().fields;
  fields.address = "127.0.0.1:" + std::to_string(host.game().port());
  fields.token = "letmein-here";
  fields.name = "Group 3";
  app.view.overlay = Overlay::kHost;
  const auto india = host.connect();
  REQUIRE(india->claim(test_support::claim("india", 1)).has_value());
  const auto until = [&app](auto&& done) {
    return test_support::wait_until([&app] { (void)app.look_at_hosts(); }, done);
  };
  app.online().list(app);
  REQUIRE(until([&] { return app.online().lobby()->state().heard; }));
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "tables", faults);
  });
  REQUIRE(app.online().watch(app, 2).has_value());
  REQUIRE(
      until([&] { return app.online().watching()->state().stage == TableWatch::Stage::kWaits; }));
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "waits", faults);
  });
  app.online().stop_watching();
  // Japan's seat at a table of its own.
  test_support::Hosted second(test_support::open_seats({"japan"}, 42), test_support::three_years());
  second.begin();
  fields.address = "127.0.0.1:" + std::to_string(second.game().port());
  REQUIRE(app.online().take_seat(app, 0, "japan").has_value());
  SeatTable& seat = *app.seat();
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "waiting", faults);
  });
  bool guessed = false;
  while (until([&] { return seat.game().question() || seat.game().finished(); }) &&
         !seat.game().finished() && !guessed) {
    if (seat.game().question()->kind == game::Question::Kind::kInvitation) {
      seat.answer_invitation(true);
    } else if (seat.game().question()->kind == game::Question::Kind::kMove) {
      for (std::size_t i = 0; i < seat.bid()->clause_worth.size(); ++i) {
        seat.set_level(i, static_cast<std::uint32_t>(
                              (i * 7 + 1) % seat.game().table()->agenda->issues()[i].levels()));
      }
      guessed = seat.bid()->estimated;
      CHECK(guessed);
      in_all_sizes(app,
                   [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
                     screen.check_all(size + "an estimated bid", faults);
                   });
      break;
    }
  }
  CHECK(guessed);
  seat.leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
  REQUIRE(until([&] { return seat.game().finished(); }));
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "the end", faults);
  });
}

}  // namespace
}  // namespace monazite::viz

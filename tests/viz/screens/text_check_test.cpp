#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/model/seat/net_fixture.hpp>
#include <viz/host/host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/what_if/what_if.hpp>
#include <viz/plot/text_check.hpp>

namespace monazite::viz {
namespace {

const std::array<base::Day, 3> kDays = {base::parse_day("2025-08-01").value(),
                                        base::parse_day("2026-04-15").value(),
                                        base::parse_day("2029-09-30").value()};
struct Size {
  int width, height;
};
constexpr std::array<Size, 3> kSizes = {{{1280, 720}, {1600, 900}, {2560, 1440}}};

/// A window of one size, off the screen, behind which the app may be put into any state.
class Screen {
 public:
  Screen(App& app, Size size, float scale = 1) : app_(app), viewer_(app), scale_(scale) {
    HostOptions options;
    options.width = size.width;
    options.height = size.height;
    options.scale = scale;
    options.text = viewer_.characters();
    auto host = open_off_screen(options);
    if (!host) {
      why_not_ = host.error().message;
      return;
    }
    host_ = std::move(*host);
    calls_ = viewer_.calls(*host_);
    viewer_.set_texts_visible(false);
  }
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

  /// The faults of what is shown now, each once.
  void check(const std::string& what, std::set<std::string>& faults) {
    std::vector<DrawnText> texts;
    viewer_.keep_texts(nullptr);
    (void)host_->picture(calls_);  // lists scroll to where they want to be
    viewer_.keep_texts(&texts);
    const Pixels pixels = host_->picture(calls_);
    viewer_.keep_texts(nullptr);
    CHECK(texts.size() > 8);
    keep(what);
    for (const std::string& fault :
         text_faults(texts, pixels.width, pixels.height, pixels.rgba, scale_)) {
      faults.insert(what + ": " + fault);
    }
  }
  /// With MONAZITE_SCREENS=DIR every screen that is checked is kept there as a picture, to be
  /// looked at.
  void keep(const std::string& what) {
    const char* const folder = std::getenv("MONAZITE_SCREENS");
    if (folder == nullptr) return;
    std::string name = what;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '-');
    viewer_.set_texts_visible(true);
    CHECK(write_png(std::string(folder) + "/" + name + ".png", host_->picture(calls_)));
    viewer_.set_texts_visible(false);
  }
  /// The same in both themes and both languages.
  void check_all(const std::string& what, std::set<std::string>& faults) {
    for (const bool dark : {true, false}) {
      for (const Language language : {Language::kEnglish, Language::kJapanese}) {
        app_.settings.dark = dark;
        app_.settings.language = language;
        check(what + (dark ? ", dark" : ", light") +
                  (language == Language::kEnglish ? ", English" : ", Japanese"),
              faults);
      }
    }
  }

 private:
  App& app_;
  Viewer viewer_;
  float scale_;
  std::unique_ptr<Host> host_;
  HostCalls calls_;
  std::string why_not_;
};

void report(const std::set<std::string>& faults) {
  std::string all;
  for (const std::string& fault : faults) all += "\n  " + fault;
  INFO(faults.size() << " faults:" << all);
  CHECK(faults.empty());
}

/// Shows what `prepare` makes of an app in all sizes. False, with a word, where there is no EGL.
template <class Visit>
void in_all_sizes(App& app, Visit&& visit) {
  std::set<std::string> faults;
  for (const Size size : kSizes) {
    Screen screen(app, size);
    if (!screen.why_not().empty()) {
      WARN("SKIP: " + screen.why_not());
      return;
    }
    visit(screen, std::to_string(size.width) + "x" + std::to_string(size.height) + " ", faults);
  }
  report(faults);
}

TEST_CASE("No text of the start screen is cut, covered or too faint") {
  App app({}, "");
  app.settings.opened("/home/somebody/a folder with a rather long name/runs/june-2025-42.mcap");
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    screen.check_all(size + "start", faults);
    for (const Overlay overlay : {Overlay::kKeys, Overlay::kCommands, Overlay::kOpen}) {
      app.view.overlay = overlay;
      screen.check_all(size + "start under overlay " + std::to_string(static_cast<int>(overlay)),
                       faults);
    }
    app.view.overlay = Overlay::kNone;
  });
}

void check_layout(Layout layout) {
  App app({}, "");
  REQUIRE(app.open_demo().has_value());
  app.file()->read_all();
  app.set_layout(layout);
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    for (const base::Day day : kDays) {
      app.time.seek(day);
      screen.check_all(size + base::to_string(day), faults);
    }
  });
}

TEST_CASE("No text of the overview is cut, covered or too faint") {
  check_layout(Layout::kOverview);
}

TEST_CASE("No text of a small window at a larger scale is cut, covered or too faint") {
  App app({}, "");
  REQUIRE(app.open_demo().has_value());
  app.file()->read_all();
  app.time.seek(kDays[1]);
  app.settings.scale = 1.25F;
  Screen screen(app, kSizes[0], 1.25F);
  if (!screen.why_not().empty()) {
    WARN("SKIP: " + screen.why_not());
    return;
  }
  std::set<std::string> faults;
  for (const Layout layout : {Layout::kOverview, Layout::kNegotiation, Layout::kMarket}) {
    app.set_layout(layout);
    screen.check_all(layout_name(layout), faults);
  }
  for (const Overlay overlay : {Overlay::kKeys, Overlay::kMessageFilter}) {
    app.view.overlay = overlay;
    screen.check_all("overlay " + std::to_string(static_cast<int>(overlay)), faults);
  }
  report(faults);
}

TEST_CASE("No text of the negotiation is cut, covered or too faint") {
  check_layout(Layout::kNegotiation);
}

TEST_CASE("No text of the market is cut, covered or too faint") {
  check_layout(Layout::kMarket);
}

TEST_CASE("No text of the tabs, views and menus of the overview is cut, covered or too faint") {
  App app({}, "");
  REQUIRE(app.open_demo().has_value());
  app.file()->read_all();
  app.toggle_bookmark();
  app.notice("");
  app.time.seek(kDays[1]);
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    app.view.overlay = Overlay::kNone;
    for (const FlowView flows : {FlowView::kSankey, FlowView::kTable, FlowView::kMap}) {
      app.view.flows = flows;
      screen.check_all(size + "flows " + std::to_string(static_cast<int>(flows)), faults);
    }
    for (const BookTab tab : {BookTab::kMessages, BookTab::kBookmarks, BookTab::kClauses}) {
      app.view.book = tab;
      screen.check_all(size + "book " + std::to_string(static_cast<int>(tab)), faults);
    }
    const std::vector<Entity> selected = {
        {Entity::Kind::kMessage, app.replay()->messages()[100].id},
        {Entity::Kind::kClause, v1::ClauseStatus::CLAUSE_NDPR},
        {Entity::Kind::kEvent, 3},
        {Entity::Kind::kSeat, app.replay()->seat_by_name("india")},
        {Entity::Kind::kFlow, 0}};
    for (const Entity& entity : selected) {
      app.select(entity);
      app.view.book = BookTab::kDetail;
      screen.check_all(size + "detail of kind " + std::to_string(static_cast<int>(entity.kind)),
                       faults);
    }
    app.selection.clear();
    app.view.book = BookTab::kClauses;
    app.view.overlay = Overlay::kMenu;
    for (int menu = 0; menu < 6; ++menu) {
      app.view.menu = menu;
      screen.check(size + "menu " + std::to_string(menu), faults);
    }
    app.view.hidden_kinds = {EventKind::kPolicy, EventKind::kPress};
    app.view.future_hidden = true;
    app.view.overlay = Overlay::kKindsOfEvents;
    screen.check_all(size + "kinds of events", faults);
    app.view.overlay = Overlay::kNone;
    app.view.day_text = "2026-03";
    app.time.set_loop(Loop::kAll);
    screen.check_all(size + "hidden future", faults);
    app.view.future_hidden = false;
    app.view.hidden_kinds.clear();
    app.view.overlay = Overlay::kSearch;
    app.view.query = "japan";
    screen.check_all(size + "search", faults);
    app.view.book = BookTab::kMessages;
    app.view.overlay = Overlay::kMessageFilter;
    screen.check_all(size + "which messages", faults);
    app.view.overlay = Overlay::kNone;
    app.view.book = BookTab::kClauses;
  });
}

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

TEST_CASE("No text of marked time, of its bookmark and of a panel's menu is cut or covered") {
  App app({}, "");
  REQUIRE(app.open_demo().has_value());
  app.file()->read_all();
  app.time.seek(kDays[1]);
  app.mark(kDays[0], kDays[1]);
  app.toggle_range_bookmark();
  app.notice("");
  app.view.book = BookTab::kBookmarks;
  app.mark(kDays[0] + 30, kDays[1] + 200);
  in_all_sizes(app, [&](Screen& screen, const std::string& size, std::set<std::string>& faults) {
    app.view.overlay = Overlay::kNone;
    screen.check_all(size + "marked", faults);
    for (const FlowColumn column : {FlowColumn::kName, FlowColumn::kMonth, FlowColumn::kState}) {
      app.view.flows = FlowView::kTable;
      app.view.flow_order = column;
      screen.check_all(size + "flows by column " + std::to_string(static_cast<int>(column)),
                       faults);
    }
    app.view.flows = FlowView::kMap;
    app.view.overlay = Overlay::kPanelMenu;
    app.view.panel = "charts";
    app.view.menu_at = {400, 300};
    screen.check_all(size + "menu of a panel", faults);
    app.view.overlay = Overlay::kNone;
    for (const char* panel : {"parties", "map", "charts", "talks", "book", "timeline"}) {
      app.view.maximised = panel;
      screen.check_all(size + panel + " alone", faults);
    }
    app.view.maximised.clear();
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

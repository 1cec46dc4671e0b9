// That every text of what shows a recording can be read.
#include <set>
#include <string>
#include <vector>

#include <tests/viz/screens/checked_screen.hpp>

namespace monazite::viz {
namespace {

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

}  // namespace
}  // namespace monazite::viz

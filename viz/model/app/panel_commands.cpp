#include <algorithm>
#include <optional>

#include <viz/model/app/exports.hpp>
#include <viz/model/app/panel_commands.hpp>
#include <viz/model/app/seat_table.hpp>

namespace monazite::viz {
namespace {

bool has_panel(const App& app) {
  const std::vector<std::string> shown = panels_shown(app);
  return std::find(shown.begin(), shown.end(), app.view.panel) != shown.end();
}

/// The panel after the chosen one, or before it; the first when none was.
void choose_panel(App& app, int direction) {
  const std::vector<std::string> shown = panels_shown(app);
  if (shown.empty()) return;
  const auto at = std::find(shown.begin(), shown.end(), app.view.panel);
  const auto count = static_cast<std::ptrdiff_t>(shown.size());
  std::ptrdiff_t next = 0;
  if (at != shown.end() && app.view.panel_by_key) {
    next = ((at - shown.begin()) + direction + count) % count;
  } else if (at != shown.end()) {
    next = at - shown.begin();
  }
  app.view.panel = shown[static_cast<std::size_t>(next)];
  app.view.chart.clear();
  app.view.panel_by_key = true;
}

/// What can fill the window, above the timeline or, if it is that, alone.
bool can_be_maximised(const App& app) {
  const Layout layout = app.view.layout;
  return has_panel(app) && app.view.maximised.empty() && layout != Layout::kSeat &&
         layout != Layout::kClass;
}

std::vector<std::string> panels_of_seat(const App& app) {
  if (app.seat() == nullptr) return {};
  if (app.seat()->looking_back()) {
    return {"debrief-deals", "debrief-homes", "debrief-curves", "debrief-signed"};
  }
  const std::optional<game::Question>& question = app.seat()->game().question();
  if (!question) return {};  // it waits for others
  if (question->kind != game::Question::Kind::kMove) return {"question"};
  return {"brief", "bid", "standing", "their-offer", "say", "coach"};
}

}  // namespace

std::vector<std::string> panels_shown(const App& app) {
  if (app.view.layout == Layout::kClass) return {"class"};
  if (app.view.layout == Layout::kSeat) return panels_of_seat(app);
  if (app.replay() == nullptr) return {};
  if (app.view.maximised == "timeline") return {"timeline"};
  if (!app.view.maximised.empty()) return {app.view.maximised, "timeline"};
  switch (app.view.layout) {
    case Layout::kNegotiation:
      return {"talks", "issues", "concessions", "win-sets", "book", "timeline"};
    case Layout::kMarket:
      return {"market", "map", "timeline"};
    case Layout::kWhatIf:
      return {"changes", "futures", "differences", "divergence", "timeline"};
    default:
      return {"parties", "map", "charts", "talks", "book", "timeline"};
  }
}

void add_panel_commands(std::vector<NamedCommand>& all) {
  all.push_back({"panel.next",
                 "Choose the next panel",
                 "View",
                 {{"Tab"}},
                 [](App& app) { choose_panel(app, 1); },
                 [](const App& app) { return !panels_shown(app).empty(); }});
  all.push_back({"panel.menu",
                 "Menu of the panel…",
                 "View",
                 {{"F10", false, true, false}},
                 [](App& app) {
                   app.view.overlay = Overlay::kPanelMenu;
                   app.view.menu_at = {-1, -1};
                 },
                 has_panel});
  all.push_back(
      {"panel.picture", "Save the panel as PNG", "View", {}, save_panel_picture, has_panel});
  all.push_back(
      {"panel.csv", "Save the values shown as CSV", "View", {}, save_panel_csv, [](const App& app) {
         return has_panel(app) && has_panel_csv(app);
       }});
  all.push_back({"panel.maximise",
                 "Maximise the panel",
                 "View",
                 {{"M"}},
                 [](App& app) { app.view.maximised = app.view.panel; },
                 can_be_maximised});
  all.push_back({"panel.restore",
                 "Back to all panels",
                 "View",
                 {{"M"}},
                 [](App& app) { app.view.maximised.clear(); },
                 [](const App& app) { return !app.view.maximised.empty(); }});
}

const std::vector<std::string>& panel_menu() {
  static const std::vector<std::string> kMenu = {"panel.picture",       "panel.csv",
                                                 "panel.maximise",      "panel.restore",
                                                 "time.bookmark_range", "time.show_range"};
  return kMenu;
}

}  // namespace monazite::viz

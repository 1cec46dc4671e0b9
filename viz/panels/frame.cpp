#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <viz/model/app/panel_commands.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/charts.hpp>
#include <viz/panels/class_results.hpp>
#include <viz/panels/flows.hpp>
#include <viz/panels/frame.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/parties.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/start_screen.hpp>
#include <viz/panels/talks.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/what_if.hpp>

namespace monazite::viz {
namespace {

using Draw = void (*)(Ui&, const App&, const Rect&, Commands&);

struct Panel {
  const char* name;
  const char* item;  ///< its place, see Ui::panel
  Draw draw;
};

constexpr std::array<Panel, 26> kPanels = {{{"parties", "parties", draw_parties},
                                            {"map", "flows", draw_flows},
                                            {"charts", "charts", draw_charts},
                                            {"market", "market", draw_market},
                                            {"talks", "talks", draw_talks},
                                            {"issues", "issues", draw_issues},
                                            {"win-sets", "win_sets", draw_win_sets},
                                            {"concessions", "concessions", draw_concessions},
                                            {"book", "book", draw_book},
                                            {"changes", "changes", draw_changes},
                                            {"futures", "futures", draw_futures},
                                            {"differences", "differences", draw_differences},
                                            {"divergence", "divergence", draw_divergence},
                                            {"class", "class", draw_class},
                                            {"timeline", "timeline", draw_timeline},
                                            // At the seat: seen together only.
                                            {"brief", "brief", nullptr},
                                            {"bid", "bid", nullptr},
                                            {"standing", "standing", nullptr},
                                            {"their-offer", "their_offer", nullptr},
                                            {"say", "say", nullptr},
                                            {"coach", "coach", nullptr},
                                            {"question", "question", nullptr},
                                            {"debrief-deals", "debrief_deals", nullptr},
                                            {"debrief-homes", "debrief_homes", nullptr},
                                            {"debrief-curves", "debrief_curves", nullptr},
                                            {"debrief-signed", "debrief_signed", nullptr}}};

const Panel* find_panel(std::string_view name) {
  const auto found = std::find_if(kPanels.begin(), kPanels.end(),
                                  [name](const Panel& panel) { return name == panel.name; });
  return found == kPanels.end() ? nullptr : &*found;
}

/// Panels that show what if, which there must be.
bool needs_what_if(std::string_view panel) {
  return panel == "changes" || panel == "futures" || panel == "differences" ||
         panel == "divergence";
}

/// The chart under the mouse, by its id; empty when there is none.
std::string chart_at(const Ui& ui) {
  for (const char* beginning : {"charts/", "futures/"}) {
    for (auto at = ui.items().lower_bound(beginning);
         at != ui.items().end() && at->first.rfind(beginning, 0) == 0; ++at) {
      const bool control = at->first == "futures/seeds" || at->first == "futures/stop";
      if (!control && at->second.contains(ui.mouse())) return at->first;
    }
  }
  return {};
}

/// Tells which panel the mouse is over; the right button opens its menu.
void point_at_panels(Ui& ui, const App& app, Commands& commands) {
  for (const std::string& name : panels_shown(app)) {
    const Panel* panel = find_panel(name);
    const auto place = panel == nullptr ? ui.items().end() : ui.items().find(panel->item);
    if (place == ui.items().end()) continue;
    const Rect& rect = place->second;
    if (app.view.panel_by_key && app.view.panel == name) {
      ui.canvas.outline(rect, ui.palette.text, 2, 6);
    }
    if (!ui.hovered(rect)) continue;
    const bool menu = ui.right_clicked(rect);
    const std::string chart = chart_at(ui);
    const Vec at = ui.mouse();
    if (menu) {
      commands.push([name, chart, at](App& a) {
        a.view.panel = name;
        a.view.chart = chart;
        a.view.panel_by_key = false;
        a.view.overlay = Overlay::kPanelMenu;
        a.view.menu_at = at;
      });
    } else if (!app.view.panel_by_key) {
      commands.point([name, chart](App& a) {
        a.view.panel = name;
        a.view.chart = chart;
      });
    }
  }
}

/// Parties, map and market in columns, talks over clauses.
void draw_overview(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const float width = rect.w;
  if (width >= 1100) {
    draw_parties(ui, app, rect.cut_left(std::min(260.0F, width * 0.152F), kGap), commands);
  }
  Rect right = rect.cut_right(width * (width >= 1100 ? 0.247F : 0.3F), kGap);
  if (width >= 1100) {
    draw_charts(ui, app, rect.cut_right(width * 0.207F, kGap), commands);
  }
  draw_flows(ui, app, rect, commands);
  draw_talks(ui, app, right.cut_top(std::min(right.h * 0.6F, right.w + 30), kGap), commands);
  draw_book(ui, app, right, commands);
}

void draw_negotiation(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const float width = rect.w;
  // In a narrow window the table of issues needs the room most.
  const bool narrow = width < 1400;
  draw_talks(ui, app, rect.cut_left(std::min(width * (narrow ? 0.38F : 0.42F), rect.h + 110), kGap),
             commands);
  Rect right = rect.cut_right(width * (narrow ? 0.245F : 0.26F), kGap);
  draw_issues(ui, app, rect.cut_top(rect.h * 0.62F, kGap), commands);
  draw_concessions(ui, app, rect, commands);
  draw_win_sets(ui, app, right.cut_top(right.h * 0.45F, kGap), commands);
  draw_book(ui, app, right, commands);
}

void draw_market_layout(Ui& ui, const App& app, Rect rect, Commands& commands) {
  draw_flows(ui, app, rect.cut_right(rect.w * 0.3F, kGap), commands);
  draw_market(ui, app, rect, commands);
}

void draw_layout(Ui& ui, const App& app, Rect rect, Commands& commands) {
  if (const Panel* panel = find_panel(app.view.maximised);
      panel != nullptr && panel->draw != nullptr &&
      (app.what_if() != nullptr || !needs_what_if(panel->name))) {
    panel->draw(ui, app, rect, commands);
    return;
  }
  switch (app.view.layout) {
    case Layout::kNegotiation:
      draw_negotiation(ui, app, rect, commands);
      break;
    case Layout::kMarket:
      draw_market_layout(ui, app, rect, commands);
      break;
    case Layout::kWhatIf:
      draw_what_if(ui, app, rect, commands);
      break;
    case Layout::kSeat:
      draw_seat(ui, app, rect, commands);
      break;
    default:
      draw_overview(ui, app, rect, commands);
      break;
  }
}

}  // namespace

void draw_frame(Ui& ui, const App& app, Vec size, Commands& commands) {
  const Rect window{0, 0, size.x, size.y};
  Rect rest = window;
  const Rect bar = rest.cut_top(kTopBar);
  const Rect strip = rest.cut_bottom(kKeyStrip);
  if (app.view.layout == Layout::kSeat) {
    draw_seat(ui, app, rest.inset(kGap), commands);
  } else if (app.view.layout == Layout::kClass) {
    draw_class(ui, app, rest.inset(kGap), commands);
  } else if (app.replay() == nullptr) {
    draw_start_screen(ui, app, rest, commands);
  } else {
    rest = rest.inset(kGap);
    if (app.view.maximised == "timeline") {
      draw_timeline(ui, app, rest, commands);
    } else {
      const float timeline = std::clamp(rest.h * 0.285F, 206.0F, 320.0F);
      draw_timeline(ui, app, rest.cut_bottom(timeline, kGap), commands);
      draw_layout(ui, app, rest, commands);
    }
  }
  point_at_panels(ui, app, commands);
  draw_top_bar(ui, app, bar, commands);
  draw_key_strip(ui, app, strip);
  draw_overlay(ui, app, window, commands);
}

bool draw_one_panel(Ui& ui, const App& app, std::string_view panel, Vec size, Commands& commands) {
  const Rect rect = Rect{0, 0, size.x, size.y}.inset(kGap);
  const Panel* found = find_panel(panel);
  if (found == nullptr || found->draw == nullptr) return false;
  if (needs_what_if(panel) && app.what_if() == nullptr) {
    ui.empty(rect, ui.tr("What if needs a recording of the trade"));
  } else {
    found->draw(ui, app, rect, commands);
  }
  return true;
}

std::string_view panel_item(std::string_view panel) {
  const Panel* found = find_panel(panel);
  return found == nullptr ? std::string_view() : found->item;
}

std::vector<std::string> panel_names() {
  std::vector<std::string> names;
  names.reserve(kPanels.size());
  for (const Panel& each : kPanels) {
    if (each.draw != nullptr) names.emplace_back(each.name);
  }
  return names;
}

}  // namespace monazite::viz

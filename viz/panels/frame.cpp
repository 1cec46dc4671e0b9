#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <viz/panels/bars.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/charts.hpp>
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
  Draw draw;
};

constexpr std::array<Panel, 10> kPanels = {{{"parties", draw_parties},
                                            {"map", draw_flows},
                                            {"charts", draw_charts},
                                            {"market", draw_market},
                                            {"talks", draw_talks},
                                            {"issues", draw_issues},
                                            {"win-sets", draw_win_sets},
                                            {"concessions", draw_concessions},
                                            {"book", draw_book},
                                            {"timeline", draw_timeline}}};

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
  draw_talks(ui, app, rect.cut_left(std::min(width * 0.42F, rect.h + 110), kGap), commands);
  Rect right = rect.cut_right(width * 0.26F, kGap);
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
  } else if (app.replay() == nullptr) {
    draw_start_screen(ui, app, rest, commands);
  } else {
    rest = rest.inset(kGap);
    const float timeline = std::clamp(rest.h * 0.245F, 194.0F, 300.0F);
    draw_timeline(ui, app, rest.cut_bottom(timeline, kGap), commands);
    draw_layout(ui, app, rest, commands);
  }
  draw_top_bar(ui, app, bar, commands);
  draw_key_strip(ui, app, strip);
  draw_overlay(ui, app, window, commands);
}

bool draw_one_panel(Ui& ui, const App& app, std::string_view panel, Vec size, Commands& commands) {
  const Rect rect = Rect{0, 0, size.x, size.y}.inset(kGap);
  for (const Panel& each : kPanels) {
    if (panel != each.name) continue;
    each.draw(ui, app, rect, commands);
    return true;
  }
  return false;
}

std::vector<std::string> panel_names() {
  std::vector<std::string> names;
  names.reserve(kPanels.size());
  for (const Panel& each : kPanels) names.emplace_back(each.name);
  return names;
}

}  // namespace monazite::viz

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/app/commands.hpp>
#include <viz/model/app/exports.hpp>
#include <viz/model/app/fork_commands.hpp>
#include <viz/model/app/host_commands.hpp>
#include <viz/model/app/panel_commands.hpp>
#include <viz/model/app/seat_table.hpp>

namespace monazite::viz {
namespace {

void step(App& app, Step size, int direction) {
  app.time.step(size, direction, app.event_days(), app.offer_days());
}

void add_files(std::vector<NamedCommand>& all) {
  all.push_back({"file.open",
                 "Open…",
                 "File",
                 {ctrl("O")},
                 [](App& app) {
                   app.view.overlay = Overlay::kOpen;
                   app.view.path.clear();
                 },
                 {}});
  all.push_back({"file.demo",
                 "Open the demo crisis",
                 "File",
                 {},
                 [](App& app) {
                   if (const auto done = app.open_demo(); !done) {
                     app.notice(done.error().message, true);
                   }
                 },
                 {}});
  add_host_commands(all);
  all.push_back({"file.close",
                 "Close the recording",
                 "File",
                 {ctrl("W")},
                 [](App& app) { app.close(); },
                 has_replay});
  all.push_back({"file.picture",
                 "Save a picture of the window",
                 "File",
                 {{"S", true, true, false}},
                 [](App& app) {
                   app.wanted_picture = free_path(app, "window", ".png");
                   app.wanted_panel.clear();
                 },
                 {}});
  all.push_back({"file.quit",
                 "Quit",
                 "File",
                 {ctrl("Q")},
                 [](App& app) {
                   if (app.may_quit()) app.wants_to_quit = true;
                 },
                 {}});
}

bool has_range(const App& app) {
  return has_replay(app) && app.view.marked.has_value();
}

/// A stretch of time that is marked, with Shift and the mouse or by its two days.
void add_range(std::vector<NamedCommand>& all) {
  all.push_back({"time.mark",
                 "Mark time from the playhead, up to it",
                 "Run",
                 {shift("B")},
                 [](App& app) {
                   if (app.view.marked_from) {
                     app.mark(*app.view.marked_from, app.day());
                     app.view.marked_from.reset();
                   } else {
                     app.view.marked_from = app.day();
                   }
                 },
                 has_replay});
  all.push_back({"time.bookmark_range",
                 "Bookmark the marked time, or take it away",
                 "Run",
                 {key("B")},
                 [](App& app) { app.toggle_range_bookmark(); },
                 has_range});
  all.push_back({"time.show_range",
                 "Zoom to the marked time",
                 "Run",
                 {key("Z")},
                 [](App& app) { app.show_range(app.view.marked->first, app.view.marked->second); },
                 has_range});
}

/// Whether the date is on the screen, beside which one types another.
bool has_timeline(const App& app) {
  return has_replay(app) && app.view.layout != Layout::kSeat && app.view.layout != Layout::kClass;
}

/// How fast time passes, and whether over and over.
void add_speed(std::vector<NamedCommand>& all) {
  all.push_back({"time.faster",
                 "Faster",
                 "Run",
                 {key(".")},
                 [](App& app) { app.time.set_speed(app.time.speed() * 2); },
                 has_replay});
  all.push_back({"time.slower",
                 "Slower",
                 "Run",
                 {key(",")},
                 [](App& app) { app.time.set_speed(app.time.speed() / 2); },
                 has_replay});
  all.push_back({"time.loop",
                 "Loop: off, all, shown range",
                 "Run",
                 {key("L")},
                 [](App& app) {
                   if (app.time.loop() == Loop::kOff) {
                     app.time.set_loop(Loop::kAll);
                   } else if (app.time.loop() == Loop::kAll) {
                     const auto [from, to] = app.shown_days();
                     app.time.set_loop_range(base::Day{static_cast<int>(from)},
                                             base::Day{static_cast<int>(to)});
                   } else {
                     app.time.set_loop(Loop::kOff);
                   }
                 },
                 has_replay});
}

void add_time(std::vector<NamedCommand>& all) {
  all.push_back({"time.play",
                 "Play or pause",
                 "Run",
                 {key("Space")},
                 [](App& app) { app.time.play_or_pause(); },
                 has_replay});
  const auto steps = [&all](const char* id, const char* label, Step size, int direction,
                            std::vector<KeyPress> keys) {
    all.push_back({id, label, "Run", std::move(keys),
                   [size, direction](App& app) { step(app, size, direction); }, has_replay});
  };
  steps("time.day_back", "A day back", Step::kDay, -1, {key("Left")});
  steps("time.day_on", "A day on", Step::kDay, 1, {key("Right")});
  steps("time.month_back", "A month back", Step::kMonth, -1, {shift("Left")});
  steps("time.month_on", "A month on", Step::kMonth, 1, {shift("Right")});
  steps("time.event_back", "To the event before", Step::kEvent, -1, {key("P"), ctrl("Left")});
  steps("time.event_on", "To the next event", Step::kEvent, 1, {key("N"), ctrl("Right")});
  steps("time.offer_back", "To the offer before", Step::kOffer, -1, {key("[")});
  steps("time.offer_on", "To the next offer", Step::kOffer, 1, {key("]")});
  all.push_back({"time.start",
                 "To the start",
                 "Run",
                 {key("Home")},
                 [](App& app) { app.time.go_to_start(); },
                 has_replay});
  all.push_back({"time.follow",
                 "To the end, and follow",
                 "Run",
                 {key("End")},
                 [](App& app) { app.time.follow(); },
                 has_replay});
  all.push_back({"time.go_to",
                 "Go to a date…",
                 "Run",
                 {key("G")},
                 [](App& app) {
                   app.view.day_text.clear();
                   app.view.day_asked = true;
                 },
                 has_timeline});
  add_speed(all);
  all.push_back({"time.bookmark",
                 "Bookmark this day, or take the bookmark away",
                 "Run",
                 {key("B")},
                 [](App& app) { app.toggle_bookmark(); },
                 [](const App& app) { return has_replay(app) && !app.view.marked; }});
  add_range(all);
}

void add_layouts(std::vector<NamedCommand>& all) {
  static constexpr const char* kLabels[kLayouts] = {"Overview", "Negotiation", "Market", "What if",
                                                    "Seat"};
  for (int i = 0; i < kLayouts; ++i) {
    const auto layout = static_cast<Layout>(i);
    all.push_back({std::string("view.") + layout_name(layout),
                   kLabels[i],
                   "View",
                   {key(std::to_string(i + 1))},
                   [layout](App& app) { app.set_layout(layout); },
                   {}});
  }
}

/// Escape: closes what lies on top, or else lets go of what is marked or selected.
void close_or_clear(App& app) {
  if (app.view.overlay != Overlay::kNone) {
    app.view.overlay = Overlay::kNone;
  } else if (app.seat() != nullptr && app.seat()->confirm_walk_away) {
    app.seat()->confirm_walk_away = false;
  } else if (!app.view.maximised.empty()) {
    app.view.maximised.clear();
  } else if (app.view.marked || app.view.marked_from) {
    app.view.marked.reset();
    app.view.marked_from.reset();
  } else if (app.view.panel_by_key) {
    app.view.panel_by_key = false;
  } else {
    app.selection.clear();
  }
}

void add_theme_and_language(std::vector<NamedCommand>& all) {
  all.push_back({"view.theme",
                 "Light or dark",
                 "View",
                 {key("T")},
                 [](App& app) { app.settings.dark = !app.settings.dark; },
                 {}});
  all.push_back({"view.language",
                 "English or Japanese",
                 "View",
                 {key("J")},
                 [](App& app) {
                   app.settings.language = app.settings.language == Language::kEnglish
                                               ? Language::kJapanese
                                               : Language::kEnglish;
                 },
                 {}});
}

void add_shown_time(std::vector<NamedCommand>& all) {
  all.push_back({"view.future",
                 "Hide or dim the future",
                 "View",
                 {key("H")},
                 [](App& app) { app.view.future_hidden = !app.view.future_hidden; },
                 has_replay});
  all.push_back({"view.event_kinds",
                 "Kinds of events…",
                 "View",
                 {},
                 [](App& app) { app.view.overlay = Overlay::kKindsOfEvents; },
                 has_timeline});
  all.push_back({"view.zoom_in",
                 "Zoom into time",
                 "View",
                 {key("+"), key("=")},
                 [](App& app) { app.zoom(0.5, app.day().number); },
                 has_replay});
  all.push_back({"view.zoom_out",
                 "Zoom out of time",
                 "View",
                 {key("-")},
                 [](App& app) { app.zoom(2, app.day().number); },
                 has_replay});
  all.push_back({"view.fit",
                 "Show all of time",
                 "View",
                 {key("F")},
                 [](App& app) { app.fit(); },
                 has_replay});
}

void add_sizes(std::vector<NamedCommand>& all) {
  const auto scale = [&all](const char* id, const char* label, const char* name, double factor) {
    all.push_back({id,
                   label,
                   "View",
                   {ctrl(name)},
                   [factor](App& app) {
                     // From what is on the screen, which the system chose while none is set.
                     const float now =
                         app.settings.scale > 0 ? app.settings.scale : app.shown_scale;
                     app.settings.scale = factor == 0 ? 0
                                                      : std::clamp(now * static_cast<float>(factor),
                                                                   0.7F, ViewSettings::kLargest);
                   },
                   {}});
  };
  scale("view.larger", "Larger text and controls", "+", 1.1);
  scale("view.smaller", "Smaller text and controls", "-", 1 / 1.1);
  scale("view.normal", "Normal size", "0", 0);
}

void add_finding(std::vector<NamedCommand>& all) {
  all.push_back({"view.search",
                 "Search…",
                 "View",
                 {ctrl("F")},
                 [](App& app) {
                   app.view.overlay = Overlay::kSearch;
                   app.view.query.clear();
                   app.view.choice = 0;
                 },
                 has_replay});
  all.push_back({"view.messages",
                 "Which messages…",
                 "View",
                 {},
                 [](App& app) {
                   app.view.book = BookTab::kMessages;
                   app.view.overlay = Overlay::kMessageFilter;
                 },
                 has_replay});
  all.push_back({"view.commands",
                 "Commands…",
                 "View",
                 {ctrl("K")},
                 [](App& app) {
                   app.view.overlay = Overlay::kCommands;
                   app.view.query.clear();
                   app.view.choice = 0;
                 },
                 {}});
}

void add_selection(std::vector<NamedCommand>& all) {
  all.push_back({"view.back",
                 "Selection before",
                 "View",
                 {alt("Left")},
                 [](App& app) { app.selection.back(); },
                 [](const App& app) { return app.selection.can_go_back(); }});
  all.push_back({"view.forward",
                 "Selection after",
                 "View",
                 {alt("Right")},
                 [](App& app) { app.selection.forward(); },
                 [](const App& app) { return app.selection.can_go_forward(); }});
  all.push_back(
      {"view.clear", "Close, or select nothing", "View", {key("Escape")}, close_or_clear, {}});
}

void add_help(std::vector<NamedCommand>& all) {
  all.push_back({"help.keys",
                 "All keys",
                 "Help",
                 {key("?")},
                 [](App& app) { app.view.overlay = Overlay::kKeys; },
                 {}});
}

std::vector<NamedCommand> make_table() {
  std::vector<NamedCommand> all;
  add_files(all);
  add_time(all);
  add_layouts(all);
  add_theme_and_language(all);
  add_shown_time(all);
  add_sizes(all);
  add_finding(all);
  add_selection(all);
  add_panel_commands(all);
  add_fork_commands(all);
  add_help(all);
  return all;
}

}  // namespace

const std::vector<NamedCommand>& command_table() {
  static const std::vector<NamedCommand> kTable = make_table();
  return kTable;
}

}  // namespace monazite::viz

#include <string>
#include <utility>
#include <vector>

#include <viz/model/app/commands.hpp>
#include <viz/model/app/fork_commands.hpp>
#include <viz/model/app/playable_seats.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

void undo(App& app) {
  if (app.view.layout == Layout::kSeat && app.seat() != nullptr) {
    app.seat()->undo();
  } else if (app.what_if() != nullptr) {
    app.what_if()->undo();
  }
}

bool has_b(const App& app) {
  return app.what_if() != nullptr && app.what_if()->b() != nullptr;
}

void add_third_future(std::vector<NamedCommand>& all) {
  all.push_back({"what_if.swap",
                 "Swap A and B",
                 "Compare",
                 {key("X")},
                 [](App& app) {
                   if (const auto done = app.swap_futures(); !done) {
                     app.notice(done.error().message, true);
                   }
                 },
                 has_b});
  all.push_back({"what_if.pin",
                 "Pin B as C",
                 "Compare",
                 {key("C")},
                 [](App& app) { app.what_if()->pin(); },
                 has_b});
  all.push_back({"what_if.unpin",
                 "Unpin C",
                 "Compare",
                 {shift("C")},
                 [](App& app) { app.what_if()->unpin(); },
                 [](const App& app) {
                   return app.what_if() != nullptr && app.what_if()->pinned() != nullptr;
                 }});
}

void add_class(std::vector<NamedCommand>& all) {
  all.push_back({"class.open",
                 "Open the folder of a class…",
                 "Play as",
                 {},
                 [](App& app) {
                   app.view.overlay = Overlay::kOpen;
                   app.view.path = app.class_room() != nullptr ? app.class_room()->folder() : "";
                 },
                 {}});
  all.push_back({"class.show",
                 "Results of the class",
                 "Play as",
                 {key("6")},
                 [](App& app) { app.set_layout(Layout::kClass); },
                 [](const App& app) { return app.class_room() != nullptr; }});
  all.push_back({"class.again",
                 "Read the folder of the class again",
                 "Play as",
                 {key("F5")},
                 [](App& app) { (void)app.open_class(std::string(app.class_room()->folder())); },
                 [](const App& app) { return app.class_room() != nullptr; }});
  all.push_back({"class.leave",
                 "Leave the class",
                 "Play as",
                 {},
                 [](App& app) { app.set_layout(Layout::kOverview); },
                 [](const App& app) { return app.view.layout == Layout::kClass; }});
}

}  // namespace

void add_fork_commands(std::vector<NamedCommand>& all) {
  all.push_back({"what_if.here",
                 "What if, from this day",
                 "Compare",
                 {key("W")},
                 [](App& app) {
                   app.set_layout(Layout::kWhatIf);
                   if (app.what_if() != nullptr) app.what_if()->set_day(app.day());
                 },
                 has_replay});
  all.push_back(
      {"what_if.undo", "Undo the last change", "Compare", {ctrl("Z")}, undo, [](const App& app) {
         return app.what_if() != nullptr || app.seat() != nullptr;
       }});
  all.push_back({"what_if.redo",
                 "Redo",
                 "Compare",
                 {{"Z", true, true, false}},
                 [](App& app) { app.what_if()->redo(); },
                 [](const App& app) { return app.what_if() != nullptr; }});
  add_third_future(all);
  for (const PlayableSeat& seat : playable_seats()) {
    all.push_back({"seat." + seat.name,
                   "Play as " + seat.title,
                   "Play as",
                   {},
                   [name = seat.name](App& app) {
                     app.let_game_go([name](App& a) {
                       constexpr std::uint64_t kSeed = 7;
                       if (const auto done = a.sit_down(name, kSeed); !done) {
                         a.notice(done.error().message, true);
                       }
                     });
                   },
                   {}});
  }
  all.push_back({"seat.save",
                 "Save this game",
                 "Play as",
                 {ctrl("S")},
                 [](App& app) { (void)app.save_game(); },
                 [](const App& app) { return app.seat() != nullptr && app.seat()->can_save(); }});
  all.push_back({"seat.leave",
                 "Leave the seat",
                 "Play as",
                 {},
                 [](App& app) { app.let_game_go([](App& a) { a.leave_seat(); }); },
                 [](const App& app) { return app.seat() != nullptr; }});
  add_class(all);
}

}  // namespace monazite::viz

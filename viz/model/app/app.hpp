#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/bookmarks.hpp>
#include <viz/model/geometry.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/selection.hpp>
#include <viz/model/settings.hpp>
#include <viz/model/strings.hpp>
#include <viz/model/time_control.hpp>

namespace monazite::viz {

class Online;
class SeatTable;
class WhatIf;
namespace game {
class ClassRoom;
}

/// How the window is divided: keys 1 to 5, and the results of a class, which need no recording.
enum class Layout { kOverview, kNegotiation, kMarket, kWhatIf, kSeat, kClass };
inline constexpr int kLayouts = 5;  ///< those with a key
/// "overview", "negotiation", "market", "what-if", "seat": names on the command line; "class".
[[nodiscard]] const char* layout_name(Layout layout);
[[nodiscard]] std::optional<Layout> layout_by_name(std::string_view name);

enum class FlowView { kMap, kSankey, kTable };
enum class BookTab { kClauses, kMessages, kDetail, kBookmarks };

/// What lies over the panels, at most one.
enum class Overlay {
  kNone,
  kMenu,
  kKeys,
  kSearch,
  kCommands,
  kOpen,
  kKeepGame,  ///< a game at a seat would be lost: save it first?
  kPanelMenu,
  kMessageFilter,  ///< "Which messages"
  kKindsOfEvents,
  kHost  ///< "Join a host"
};

/// A column of the table of flows, by which it can be ordered.
enum class FlowColumn { kNone, kName, kMonth, kMean, kContracted, kCap, kFulfilled, kState };

/// What a person has chosen to look at, apart from time and selection. Not part of a recording.
struct View {
  static constexpr int kMostChoices = 10;  ///< rows of what fits a search

  Layout layout = Layout::kOverview;
  FlowView flows = FlowView::kMap;
  FlowColumn flow_order = FlowColumn::kNone;  ///< of the table; none: as the map has them
  bool flows_fall = true;                     ///< the largest first
  BookTab book = BookTab::kClauses;
  bool future_hidden = false;        ///< else dimmed
  std::set<EventKind> hidden_kinds;  ///< of events, which the timeline leaves out
  MessageFilter messages;
  bool messages_follow = true;                    ///< until one scrolls up
  std::optional<std::pair<double, double>> zoom;  ///< days shown on the time axes; all if empty
  /// The same of a recording that was just opened, in the overview and beside negotiations: the
  /// time around its crisis. Any zoom takes its place.
  std::optional<std::pair<double, double>> first_zoom;
  std::string day_text;               ///< being typed beside the date
  bool day_asked = false;             ///< its field is to get the keyboard
  std::optional<double> speed_from;   ///< while the speed is dragged: what it was before
  std::uint64_t conversation = 0;     ///< negotiation shown; 0: the latest
  std::optional<std::size_t> moment;  ///< decision shown in "what if"
  std::string maximised;  ///< panel that fills the window, above the timeline if it is another
  std::optional<std::pair<base::Day, base::Day>> marked;  ///< stretch of time marked by hand
  std::optional<base::Day> marked_from;                   ///< the other end is still to be told
  bool marking = false;                                   ///< with the mouse, which is held
  /// The panel and the chart in it (their ids) that commands on a panel are about: what the mouse
  /// was over last, or what a key chose.
  std::string panel, chart;
  bool panel_by_key = false;                 ///< then a ring is drawn around it
  Entity lane_shown;                         ///< selected, and scrolled to in the timeline
  Vec menu_at;                               ///< where the menu of a panel opens
  std::optional<std::size_t> class_row;      ///< result of a class that is selected
  std::optional<std::size_t> class_hovered;  ///< that the mouse is over; set anew in every frame
  Overlay overlay = Overlay::kNone;
  int menu = -1;          ///< open menu of the bar
  std::string query;      ///< of search and commands
  int choice = 0;         ///< row of what fits it that Enter takes, below kMostChoices
  std::string path;       ///< being typed in the dialog for opening
  std::string notice;     ///< one sentence in the strip at the bottom
  double notice_for = 0;  ///< seconds that it stays
  bool notice_is_error = false;
};

/// The viewer's whole state. Panels are given it as const and ask for changes by commands; only the
/// functions here change it. Knows no window and no Dear ImGui, so that all of it can be tested.
class App {
 public:
  /// `config_folder`: where settings and bookmarks go that cannot lie beside a recording; may be
  /// empty.
  App(ViewSettings settings, std::string config_folder);
  ~App();

  // --- what is open
  [[nodiscard]] RecordingFile* file() const { return file_.get(); }
  /// Null at the start screen.
  [[nodiscard]] const Replay* replay() const { return file_ ? &file_->replay() : nullptr; }
  /// Opens a recording; on failure what was open stays and the sentence is given (and noticed).
  base::Result<void> open(const std::string& path);
  /// Plays the crisis of June 2025 on the spot and opens it.
  base::Result<void> open_demo();
  void open_file(std::shared_ptr<RecordingFile> file);
  void close();
  /// Path of the open recording; empty if it lies in memory only.
  [[nodiscard]] const std::string& path() const { return path_; }

  TimeControl time;
  Selection selection;
  View view;
  ViewSettings settings;
  Bookmarks bookmarks;    ///< the user's; the author's are reported facts
  SummaryBook summaries;  ///< of messages, as far as read

  [[nodiscard]] base::Day day() const { return time.day(); }
  /// While the future is hidden: the day after which nothing may show.
  [[nodiscard]] std::optional<base::Day> known_until() const {
    return view.future_hidden ? std::optional(day()) : std::nullopt;
  }
  /// Where steps by event and by offer go.
  [[nodiscard]] std::vector<base::Day> event_days() const;
  [[nodiscard]] std::vector<base::Day> offer_days() const;
  /// The negotiation that is shown: the selected one, the chosen one, or the latest consultation
  /// (else supply contract) that had opened by the day; null when there is none.
  [[nodiscard]] const Negotiation* shown_negotiation() const;
  /// Days shown on all time axes.
  [[nodiscard]] std::pair<double, double> shown_days() const;
  void zoom(double factor, double around_day);
  void pan(double days);
  /// Shows these days, wherever the playhead is.
  void show_days(double from, double to);
  /// Moves the days shown along when the playhead has left them since the last call: to be called
  /// before a frame is drawn. Who looks elsewhere while it stands still is left alone.
  void keep_day_in_view();
  void fit();
  /// Goes to the day that was typed (day_of_entry()), or says what is expected.
  void go_to_entry();

  /// Adds a bookmark at the playhead, or removes the one there.
  void toggle_bookmark();
  void remove_bookmark(std::size_t position);
  /// What a bookmark says; at most 500 bytes.
  void change_bookmark(std::size_t position, std::string text);
  /// The same of the marked stretch of time, which is marked no more then.
  void toggle_range_bookmark();
  /// Marks the stretch between two days, both included; the same day twice marks nothing.
  void mark(base::Day from, base::Day to);
  /// Goes to the first day, and shows the time from it to `until` with a margin.
  void show_range(base::Day from, base::Day until);

  // --- another future, and a seat
  /// Null until start_what_if() has made one.
  [[nodiscard]] WhatIf* what_if() const { return what_if_.get(); }
  /// From the day shown; keeps the one there is. Fails without a recording of the trade.
  base::Result<void> start_what_if();
  /// For tests: B is played at once, instead of in the background.
  bool work_in_line = false;
  [[nodiscard]] SeatTable* seat() const { return seat_.get(); }
  /// Takes a seat of a scenario that comes with the program; the open recording stays.
  /// The staff decides what is asked before `from`.
  base::Result<void> sit_down(const std::string& seat_name, std::uint64_t seed,
                              std::optional<base::Day> from = std::nullopt);
  /// The same at a game that has begun elsewhere.
  void sit_at(std::unique_ptr<SeatTable> table);
  void leave_seat();
  /// Lets `then` follow, which ends the game at the seat; asks first (Overlay::kKeepGame) when the
  /// person's decisions would be lost with it.
  void let_game_go(std::function<void(App&)> then);
  /// The answer: what was to follow does, after the game has been saved if that is wanted. A game
  /// that cannot be saved stays.
  void answer_let_go(bool save);
  /// Writes the game at the seat into the current folder, and says where.
  bool save_game();
  /// Whether the window may close now; else it is asked about the game at the seat first.
  [[nodiscard]] bool may_quit();
  /// Hosts: tables that are looked on at, and what is asked of their lists.
  [[nodiscard]] Online& online() const { return *online_; }
  /// Takes up what came from hosts: tick() does so; a window at rest calls this as it calls
  /// look_at_file(). True when something to be seen changed.
  bool look_at_hosts();
  /// The results of a class; null until one has been opened.
  [[nodiscard]] game::ClassRoom* class_room() const { return class_.get(); }
  /// Opens a folder with the recordings of a class; they are read one at a time in tick().
  base::Result<void> open_class(const std::string& folder);
  /// B becomes the recording that is looked at, and A what it is compared with; swapped back as
  /// long as nothing was changed since. Fails without a B.
  base::Result<void> swap_futures();

  /// Saves the settings if they have changed since they were saved last (or read), so that nothing
  /// is lost when the program ends badly. Without a config folder there is nothing to do.
  base::Result<void> save_changed_settings();

  void set_layout(Layout layout);
  void select(const Entity& entity);
  void notice(std::string sentence, bool is_error = false);

  /// Lets time pass: playing, reading on, work in the background. True when something to be seen
  /// changed.
  bool tick(double seconds);
  /// Looks whether the open file has grown while somebody writes it, and takes up what came: tick()
  /// does so a few times a second; a window at rest calls this, so that it draws only when there is
  /// something new. True when something to be seen changed.
  bool look_at_file();
  /// Seconds until look_at_file() is worth calling again.
  [[nodiscard]] double next_look_in() const;
  /// Seconds until tick() has to be called again though nothing happens.
  [[nodiscard]] double next_tick_in() const;
  /// Set by a command; the host closes the window.
  bool wants_to_quit = false;
  /// Path of a picture that is wanted of the window; emptied by who makes it.
  std::string wanted_picture;
  std::string wanted_panel;  ///< the panel that is wanted in it alone; empty: the window
  /// A file that is wanted; emptied by who writes it.
  struct WantedFile {
    std::string path, text;
  };
  std::optional<WantedFile> wanted_file;
  /// Pixels for a logical one, as the host has it now: what "larger" starts from.
  float shown_scale = 1;
  /// Where the game at a seat was saved last; empty: nowhere.
  std::string saved_game;
  /// Text for the clipboard; emptied by who puts it there.
  std::string wanted_copy;

 private:
  void keep_bookmarks();
  void show_first_days();
  void read_on(double budget_ms);

  std::shared_ptr<RecordingFile> file_;
  std::string path_;
  std::string config_folder_;
  ViewSettings saved_settings_;
  double since_look_ = 0;            ///< at the file, seconds
  base::Day seen_day_{};             ///< the playhead when the days shown were last looked after
  std::unique_ptr<WhatIf> what_if_;  ///< after file_, which it reads
  /// What lay open before the futures were swapped, to swap back to.
  struct Before {
    std::shared_ptr<RecordingFile> file;
    std::string path;
    Bookmarks bookmarks;
    std::unique_ptr<WhatIf> what_if;  ///< after file, which it reads
  };
  std::optional<Before> before_swap_;
  std::unique_ptr<SeatTable> seat_;
  std::function<void(App&)> once_let_go_;  ///< what waits for the answer about the game
  std::unique_ptr<game::ClassRoom> class_;
  std::unique_ptr<Online> online_;
};

}  // namespace monazite::viz

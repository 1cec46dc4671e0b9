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
#include <viz/model/message_list.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/selection.hpp>
#include <viz/model/settings.hpp>
#include <viz/model/strings.hpp>
#include <viz/model/time_control.hpp>

namespace monazite::viz {

class SeatTable;
class WhatIf;

/// How the window is divided: keys 1 to 5.
enum class Layout { kOverview, kNegotiation, kMarket, kWhatIf, kSeat };
inline constexpr int kLayouts = 5;
/// "overview", "negotiation", "market", "what-if", "seat": names on the command line.
[[nodiscard]] const char* layout_name(Layout layout);
[[nodiscard]] std::optional<Layout> layout_by_name(std::string_view name);

enum class FlowView { kMap, kSankey, kTable };
enum class BookTab { kClauses, kMessages, kDetail, kBookmarks };

/// What lies over the panels, at most one.
enum class Overlay { kNone, kMenu, kKeys, kSearch, kCommands, kOpen, kConfirmWalkAway };

/// What a person has chosen to look at, apart from time and selection. Not part of a recording.
struct View {
  Layout layout = Layout::kOverview;
  FlowView flows = FlowView::kMap;
  BookTab book = BookTab::kClauses;
  bool future_hidden = false;  ///< else dimmed
  std::set<EventKind> hidden_kinds;
  MessageFilter messages;
  bool messages_follow = true;                    ///< until one scrolls up
  std::optional<std::pair<double, double>> zoom;  ///< days shown on the time axes; all if empty
  std::uint64_t conversation = 0;                 ///< negotiation shown; 0: the latest
  std::optional<std::size_t> moment;              ///< decision shown in "what if"
  std::string maximised;                          ///< panel that fills the window; empty: none
  Overlay overlay = Overlay::kNone;
  int menu = -1;          ///< open menu of the bar
  std::string query;      ///< of search and commands
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
  /// Where steps by event and by offer go.
  [[nodiscard]] std::vector<base::Day> event_days() const;
  [[nodiscard]] std::vector<base::Day> offer_days() const;
  /// The negotiation that is shown: the selected one, the chosen one, or the latest consultation
  /// (or any latest) that had opened by the day; null when there is none.
  [[nodiscard]] const Negotiation* shown_negotiation() const;
  /// Days shown on all time axes.
  [[nodiscard]] std::pair<double, double> shown_days() const;
  void zoom(double factor, double around_day);
  void pan(double days);
  void fit() { view.zoom.reset(); }

  /// Adds a bookmark at the playhead, or removes the one there.
  void toggle_bookmark();
  void remove_bookmark(std::size_t position);

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
  void leave_seat();

  void set_layout(Layout layout);
  void select(const Entity& entity);
  void notice(std::string sentence, bool is_error = false);

  /// Lets time pass: playing, reading on, work in the background. True when something to be seen
  /// changed.
  bool tick(double seconds);
  /// Seconds until tick() has to be called again though nothing happens.
  [[nodiscard]] double next_tick_in() const;
  /// Set by a command; the host closes the window.
  bool wants_to_quit = false;
  /// Path of a picture that is wanted of the window; emptied by who makes it.
  std::string wanted_picture;
  /// Text for the clipboard; emptied by who puts it there.
  std::string wanted_copy;

 private:
  void keep_bookmarks();

  std::shared_ptr<RecordingFile> file_;
  std::string path_;
  std::string config_folder_;
  std::unique_ptr<WhatIf> what_if_;  ///< after file_, which it reads
  std::unique_ptr<SeatTable> seat_;
};

}  // namespace monazite::viz

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include <viz/model/app/app.hpp>
#include <viz/model/app/demo.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<const char*, kLayouts> kLayoutNames = {"overview", "negotiation", "market",
                                                            "what-if", "seat"};
constexpr double kNoticeSeconds = 6;
/// Spent on reading between two frames.
constexpr double kReadingMs = 12;
/// Spent on reading before the first picture: a run of eight years is whole by then.
constexpr double kFirstReadingMs = 150;
constexpr double kShortestZoomDays = 45;

/// The day that a recording opens at: the first request or report of the crisis if it has one, a
/// month and a half later, so that one sees it coming and gone; else the start.
base::Day first_look(const Replay& replay) {
  for (const Event& event : replay.events()) {
    if (!event.source.empty()) return std::min(event.day + 50, replay.last_day());
  }
  return replay.first_day();
}

}  // namespace

const char* layout_name(Layout layout) {
  return kLayoutNames[static_cast<std::size_t>(layout)];
}

std::optional<Layout> layout_by_name(std::string_view name) {
  for (std::size_t i = 0; i < kLayoutNames.size(); ++i) {
    if (name == kLayoutNames[i]) return static_cast<Layout>(i);
  }
  return std::nullopt;
}

App::App(ViewSettings settings_in, std::string config_folder)
    : settings(std::move(settings_in)), config_folder_(std::move(config_folder)) {}
App::~App() = default;

base::Result<void> App::open(const std::string& path) {
  auto file = RecordingFile::open(path);
  if (!file) {
    notice(file.error().message, true);
    return tl::unexpected<base::Error>(file.error());
  }
  open_file(std::move(*file));
  path_ = path;
  settings.opened(path);
  auto marks = Bookmarks::load(path, config_folder_);
  if (marks) {
    bookmarks = std::move(*marks);
  } else {
    notice(marks.error().message, true);
  }
  return {};
}

base::Result<void> App::open_demo() {
  auto file = play_demo();
  if (!file) return tl::unexpected<base::Error>(file.error());
  open_file(std::move(*file));
  return {};
}

void App::open_file(std::shared_ptr<RecordingFile> file) {
  what_if_.reset();  // it reads the file that goes
  file_ = std::move(file);
  path_.clear();
  bookmarks = Bookmarks{};
  summaries = SummaryBook{};
  selection = Selection{};
  view.zoom.reset();
  view.conversation = 0;
  view.moment.reset();
  view.overlay = Overlay::kNone;
  if (view.layout == Layout::kSeat || view.layout == Layout::kWhatIf)
    view.layout = Layout::kOverview;
  file_->read_on(kFirstReadingMs);
  const Replay& replay = file_->replay();
  time = TimeControl{};
  time.set_range(replay.first_day(), replay.last_day(), first_look(replay));
  time.set_available(replay.last_day());
  const std::string damage = file_->damage();
  if (!damage.empty()) notice(damage, true);
}

void App::close() {
  what_if_.reset();
  file_.reset();
  path_.clear();
  bookmarks = Bookmarks{};
  summaries = SummaryBook{};
  selection = Selection{};
  time = TimeControl{};
  view.zoom.reset();
  view.conversation = 0;
  view.moment.reset();
  view.layout = Layout::kOverview;
}

std::vector<base::Day> App::event_days() const {
  std::vector<base::Day> days;
  if (replay() == nullptr) return days;
  for (const Event& event : replay()->events()) {
    if (view.hidden_kinds.count(event.kind) == 0) days.push_back(event.day);
  }
  for (const Bookmark& mark : bookmarks.all()) days.push_back(mark.day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<base::Day> App::offer_days() const {
  std::vector<base::Day> days;
  const Negotiation* talks = shown_negotiation();
  if (talks == nullptr) return days;
  for (const Move& move : talks->moves) days.push_back(move.day);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

const Negotiation* App::shown_negotiation() const {
  if (replay() == nullptr) return nullptr;
  const Entity& selected = selection.selected();
  if (selected.kind == Entity::Kind::kNegotiation) {
    if (const Negotiation* talks = replay()->negotiation(selected.number)) return talks;
  }
  if (view.conversation != 0) {
    if (const Negotiation* talks = replay()->negotiation(view.conversation)) return talks;
  }
  for (const v1::Table table : {v1::TABLE_CONSULTATION, v1::TABLE_SUPPLY_CONTRACT,
                                v1::TABLE_UNSPECIFIED, v1::TABLE_ALLOCATION}) {
    if (const Negotiation* talks = replay()->latest(table, day())) return talks;
  }
  return nullptr;
}

std::pair<double, double> App::shown_days() const {
  if (view.zoom) return *view.zoom;
  return {time.first().number, time.last().number + 1};
}

void App::zoom(double factor, double around) {
  const double first = time.first().number, last = time.last().number + 1;
  auto [from, to] = shown_days();
  const double width = std::clamp((to - from) * factor, kShortestZoomDays, last - first);
  const double share = std::clamp((around - from) / (to - from), 0.0, 1.0);
  from = std::clamp(around - share * width, first, last - width);
  view.zoom = {from, from + width};
  if (width >= last - first) view.zoom.reset();
}

void App::pan(double days) {
  if (!view.zoom) return;
  const double width = view.zoom->second - view.zoom->first;
  const double from = std::clamp(view.zoom->first + days, static_cast<double>(time.first().number),
                                 time.last().number + 1 - width);
  view.zoom = {from, from + width};
}

void App::toggle_bookmark() {
  const auto& marks = bookmarks.all();
  const auto there = std::find_if(marks.begin(), marks.end(),
                                  [this](const Bookmark& mark) { return mark.day == day(); });
  if (there != marks.end()) {
    bookmarks.remove(static_cast<std::size_t>(there - marks.begin()));
  } else {
    bookmarks.add({day(), std::nullopt, base::to_long_string(day()), false});
  }
  keep_bookmarks();
}

void App::remove_bookmark(std::size_t position) {
  if (position < bookmarks.all().size()) bookmarks.remove(position);
  keep_bookmarks();
}

void App::keep_bookmarks() {
  if (path_.empty()) {
    notice("The bookmark lasts as long as this window: the recording is not in a file yet");
  } else if (const auto saved = bookmarks.save(path_, config_folder_); !saved) {
    notice(saved.error().message, true);
  }
}

base::Result<void> App::start_what_if() {
  if (what_if_ != nullptr) return {};
  if (file_ == nullptr || replay()->scenario() == nullptr) {
    return base::fail(base::ErrorCode::kNotFound,
                      "what if needs a recording of the trade; open one, or the demo crisis");
  }
  file_->read_all();
  auto made =
      WhatIf::make(*file_, work_in_line ? WhatIf::Mode::kInLine : WhatIf::Mode::kBackground);
  if (!made) return tl::unexpected<base::Error>(made.error());
  what_if_ = std::move(*made);
  what_if_->set_day(day());
  return {};
}

base::Result<void> App::sit_down(const std::string& seat_name, std::uint64_t seed,
                                 std::optional<base::Day> from) {
  auto table = SeatTable::sit_down("june-2025", seat_name, seed);
  if (!table) return tl::unexpected<base::Error>(table.error());
  seat_ = std::move(*table);
  if (from) seat_->staff_until(*from);
  set_layout(Layout::kSeat);
  return {};
}

void App::leave_seat() {
  seat_.reset();
  if (view.layout == Layout::kSeat) view.layout = Layout::kOverview;
}

void App::set_layout(Layout layout) {
  if (layout == Layout::kWhatIf) {
    if (const auto done = start_what_if(); !done) {
      notice(done.error().message, true);
      return;
    }
  }
  view.layout = layout;
  view.maximised.clear();
}

void App::select(const Entity& entity) {
  selection.select(entity);
  if (entity.kind == Entity::Kind::kNegotiation) view.conversation = entity.number;
  if (entity.kind == Entity::Kind::kMessage) view.book = BookTab::kDetail;
}

void App::notice(std::string sentence, bool is_error) {
  view.notice = std::move(sentence);
  view.notice_is_error = is_error;
  view.notice_for = kNoticeSeconds;
}

bool App::tick(double seconds) {
  bool changed = time.advance(seconds);
  if (file_ != nullptr && !file_->complete()) {
    file_->read_on(kReadingMs);
    changed = true;
  }
  // Every body is read once for the list of messages, in the pauses.
  if (file_ != nullptr && file_->complete() && view.book == BookTab::kMessages &&
      summaries.size() < replay()->messages().size()) {
    summaries.read_on(*file_, kReadingMs);
    changed = true;
  }
  if (what_if_ != nullptr && what_if_->poll()) changed = true;
  if (view.notice_for > 0) {
    view.notice_for -= seconds;
    if (view.notice_for <= 0) {
      view.notice.clear();
      changed = true;
    }
  }
  return changed;
}

double App::next_tick_in() const {
  if (time.playing() || (file_ != nullptr && !file_->complete())) return 0;
  if (what_if_ != nullptr &&
      (what_if_->busy() || (what_if_->fan_job() != nullptr && !what_if_->fan_job()->finished()))) {
    return 0.03;
  }
  if (view.notice_for > 0) return view.notice_for;
  return 3600;
}

}  // namespace monazite::viz

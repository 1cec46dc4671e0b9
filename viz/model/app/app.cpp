#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <system_error>

#include <viz/model/app/app.hpp>
#include <viz/model/app/demo.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/day_entry.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/versions.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<const char*, kLayouts + 1> kLayoutNames = {"overview", "negotiation", "market",
                                                                "what-if",  "seat",        "class"};
constexpr double kNoticeSeconds = 6;
/// Spent on reading between two frames.
constexpr double kReadingMs = 12;
/// Spent on reading before the first picture: a run of eight years is whole by then.
constexpr double kFirstReadingMs = 150;
/// Between two looks at a file that may grow, seconds.
constexpr double kLookAtFileEvery = 0.3;

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
    : settings(std::move(settings_in)),
      config_folder_(std::move(config_folder)),
      saved_settings_(settings),
      online_(std::make_unique<Online>()) {}
App::~App() = default;

base::Result<void> App::open(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) {
    const auto recordings = game::class_paths(path);
    if (recordings && !recordings->empty()) return open_class(path);
    base::Error error{base::ErrorCode::kNotFound,
                      path +
                          " is a folder without a recording (*.mcap); name one of a class, or a "
                          "recording"};
    notice(error.message, true);
    return tl::unexpected<base::Error>(std::move(error));
  }
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
  before_swap_.reset();
  file_ = std::move(file);
  path_.clear();
  bookmarks = Bookmarks{};
  summaries = SummaryBook{};
  selection = Selection{};
  fit();
  view.marked.reset();
  view.maximised.clear();
  view.conversation = 0;
  view.moment.reset();
  view.overlay = Overlay::kNone;
  if (view.layout == Layout::kSeat || view.layout == Layout::kWhatIf ||
      view.layout == Layout::kClass) {
    view.layout = Layout::kOverview;
  }
  file_->read_on(kFirstReadingMs);
  const Replay& replay = file_->replay();
  time = TimeControl{};
  time.set_range(replay.first_day(), replay.last_day(), first_look(replay));
  seen_day_ = day();
  time.set_available(file_->last_there());
  since_look_ = 0;
  if (file_->waits()) time.follow();  // from its first month on
  show_first_days();
  const std::string damage = file_->damage();
  const std::string& maker = replay.header().program_version();
  if (!damage.empty()) {
    notice(damage, !file_->may_grow());
  } else if (is_later_version(maker, MONAZITE_VERSION)) {
    notice("this recording is by Monazite " + maker +
               ", later than this one (" MONAZITE_VERSION "): what is new in it is not shown",
           true);
  }
}

void App::read_on(double budget_ms) {
  file_->read_on(budget_ms);
  time.set_available(file_->last_there());
}

bool App::look_at_file() {
  since_look_ = 0;
  if (file_ == nullptr || !file_->may_grow()) return false;
  const auto came = file_->look_again();
  if (!came) notice(came.error().message, true);
  if (!came || !*came) return !came;
  read_on(kReadingMs);
  if (!file_->may_grow()) {
    const std::string damage = file_->damage();
    notice(damage.empty() ? "The run has ended: the recording is whole now" : damage,
           !damage.empty());
  }
  return true;
}

double App::next_look_in() const {
  return std::min(file_ != nullptr && file_->may_grow() ? kLookAtFileEvery : 3600,
                  online_->next_poll_in(*this));
}

void App::close() {
  what_if_.reset();
  before_swap_.reset();
  file_.reset();
  path_.clear();
  bookmarks = Bookmarks{};
  summaries = SummaryBook{};
  selection = Selection{};
  time = TimeControl{};
  fit();
  view.marked.reset();
  view.maximised.clear();
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

base::Result<void> App::save_changed_settings() {
  if (config_folder_.empty() || settings == saved_settings_) return {};
  saved_settings_ = settings;  // a folder that cannot be written to is told once
  return save_settings(settings, config_folder_);
}

const Negotiation* App::shown_negotiation() const {
  if (replay() == nullptr) return nullptr;
  // What had not begun is not shown while the future is hidden, chosen or not.
  const auto known = [this](std::uint64_t conversation) -> const Negotiation* {
    const Negotiation* talks = replay()->negotiation(conversation);
    return talks != nullptr && known_until() && talks->opened > *known_until() ? nullptr : talks;
  };
  const Entity& selected = selection.selected();
  if (selected.kind == Entity::Kind::kNegotiation) {
    if (const Negotiation* talks = known(selected.number)) return talks;
  }
  if (view.conversation != 0) {
    if (const Negotiation* talks = known(view.conversation)) return talks;
  }
  // Allocations are many and of a firm each: they are shown when they are chosen.
  for (const v1::Table table :
       {v1::TABLE_CONSULTATION, v1::TABLE_SUPPLY_CONTRACT, v1::TABLE_UNSPECIFIED}) {
    if (const Negotiation* talks = replay()->latest(table, day())) return talks;
  }
  return nullptr;
}

void App::go_to_entry() {
  const auto found =
      day_of_entry(view.day_text, time.first(), time.available(), Strings(settings.language));
  if (!found) {
    notice(found.error().message, true);
    return;
  }
  time.seek(*found);
  view.day_text.clear();
}

void App::toggle_bookmark() {
  const auto& marks = bookmarks.all();
  const auto there = std::find_if(marks.begin(), marks.end(), [this](const Bookmark& mark) {
    return mark.day == day() && !mark.until;
  });
  if (there != marks.end()) {
    bookmarks.remove(static_cast<std::size_t>(there - marks.begin()));
  } else {
    bookmarks.add({day(), std::nullopt, base::to_long_string(day()), false});
  }
  keep_bookmarks();
}

void App::toggle_range_bookmark() {
  if (!view.marked) return;
  const auto [from, until] = *view.marked;
  const auto& marks = bookmarks.all();
  const auto there =
      std::find_if(marks.begin(), marks.end(), [from = from, until = until](const Bookmark& mark) {
        return mark.day == from && mark.until == until;
      });
  if (there != marks.end()) {
    bookmarks.remove(static_cast<std::size_t>(there - marks.begin()));
  } else {
    // Called after what happens first in it.
    std::string text = Strings(settings.language)("{0} days", {std::to_string(until - from + 1)});
    for (const Event& event : replay()->events()) {
      if (event.day < from || event.day > until) continue;
      text = event.label;
      break;
    }
    bookmarks.add({from, until, text, false});
  }
  view.marked.reset();
  keep_bookmarks();
}

void App::mark(base::Day from, base::Day to) {
  if (to < from) std::swap(from, to);
  from = std::max(from, time.first());
  to = std::min(to, time.last());
  view.marked.reset();
  if (from < to) view.marked = {from, to};
}

void App::remove_bookmark(std::size_t position) {
  if (position < bookmarks.all().size()) bookmarks.remove(position);
  keep_bookmarks();
}

void App::change_bookmark(std::size_t position, std::string text) {
  if (position < bookmarks.all().size()) bookmarks.change(position, std::move(text));
  keep_bookmarks();
}

void App::keep_bookmarks() {
  if (path_.empty()) {
    notice("The bookmark lasts as long as this window: the recording is not in a file yet");
  } else if (const auto saved = bookmarks.save(path_, config_folder_); !saved) {
    notice(saved.error().message, true);
  }
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
  since_look_ += seconds;
  if (since_look_ >= kLookAtFileEvery && look_at_file()) changed = true;
  if (look_at_hosts()) changed = true;
  if (file_ != nullptr && !file_->complete()) {
    read_on(kReadingMs);
    changed = true;
  }
  // Then what lies beside the records, which no picture waits for.
  if (file_ != nullptr && file_->complete() && !file_->checked() && !file_->may_grow()) {
    const std::string known = file_->damage();
    file_->check_on(kReadingMs);
    if (known.empty() && !file_->damage().empty()) notice(file_->damage(), true);
    changed = true;
  }
  // Every body is read once for the list of messages and the search, in the pauses.
  if (file_ != nullptr && file_->complete() &&
      (view.book == BookTab::kMessages || view.overlay == Overlay::kSearch) &&
      summaries.size() < replay()->messages().size()) {
    summaries.read_on(*file_, kReadingMs);
    changed = true;
  }
  if (what_if_ != nullptr && what_if_->poll()) changed = true;
  if (class_ != nullptr && class_->read_on()) changed = true;
  if (view.notice_for > 0) {
    view.notice_for -= seconds;
    if (view.notice_for <= 0) {
      view.notice.clear();
      changed = true;
    }
  }
  keep_day_in_view();
  return changed;
}

double App::next_tick_in() const {
  if (time.playing() || (file_ != nullptr && !file_->complete())) return 0;
  if (class_ != nullptr && !class_->complete()) return 0;
  if (what_if_ != nullptr &&
      (what_if_->busy() || (what_if_->fan_job() != nullptr && !what_if_->fan_job()->finished()))) {
    return 0.03;
  }
  if (view.notice_for > 0) return view.notice_for;
  return 3600;
}

}  // namespace monazite::viz

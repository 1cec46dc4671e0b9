#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include <viz/model/recording_file.hpp>
#include <viz/model/view_cache.hpp>

namespace monazite::viz {
namespace {

/// A recording that says it is longer than this is read in one go: month by month its reader would
/// be asked for ages. Days.
constexpr int kLongestDays = 200'000;

base::Day later(base::Day day, int days) {
  const std::int64_t sum = std::int64_t{day.number} + days;
  return base::Day{static_cast<std::int32_t>(
      std::min<std::int64_t>(sum, std::numeric_limits<std::int32_t>::max()))};
}

/// 0 when nobody knows.
std::size_t size_of(const std::string& path) {
  std::error_code unknown;
  const auto bytes = std::filesystem::file_size(path, unknown);
  return unknown ? 0 : static_cast<std::size_t>(bytes);
}

}  // namespace

struct RecordingFile::Month {
  base::Day first{};
  std::map<std::uint64_t, std::shared_ptr<const v1::Envelope>> envelopes;  ///< by id
  std::vector<std::shared_ptr<const v1::NegotiationAnalysis>> analyses;    ///< in order
};

RecordingFile::RecordingFile(recording::Recording recording, std::string name, std::size_t bytes)
    : recording_(std::move(recording)),
      name_(std::move(name)),
      bytes_(bytes),
      views_(std::make_unique<ViewCache>(replay_)),
      builder_(replay_),
      next_{recording_.header().first_day()},
      last_(recording_.last_day()) {
  builder_.on_header(recording_.header());
  // What the file says of itself may be damaged: no record is shorter than these.
  std::uint64_t messages = 0, months = 0;
  for (const auto& [topic, count] : recording_.counts()) {
    if (topic.rfind("/envelope/", 0) == 0) messages += count;
    if (topic == "/world/snapshot") months += count;
  }
  builder_.expect(static_cast<std::size_t>(std::min<std::uint64_t>(messages, bytes / 16)),
                  static_cast<std::size_t>(std::min<std::uint64_t>(months, bytes / 256)));
  if (next_.number < 0) next_ = base::Day{0};  // no record can lie before 1970
}

RecordingFile::~RecordingFile() = default;

base::Result<std::unique_ptr<RecordingFile>> RecordingFile::open(const std::string& path) {
  auto recording = recording::Recording::open(path);
  if (!recording) return tl::unexpected(recording.error());
  std::unique_ptr<RecordingFile> file(
      new RecordingFile(*std::move(recording), path, size_of(path)));
  file->watched_ = true;
  return file;
}

base::Result<std::unique_ptr<RecordingFile>> RecordingFile::from_bytes(std::string bytes,
                                                                       std::string name) {
  const std::size_t size = bytes.size();
  auto recording = recording::Recording::from_bytes(std::move(bytes), name);
  if (!recording) return tl::unexpected(recording.error());
  return std::unique_ptr<RecordingFile>(
      new RecordingFile(*std::move(recording), std::move(name), size));
}

bool RecordingFile::read_on(double budget_ms) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double, std::milli>(std::min(budget_ms, 1e6)));
  while (!complete_) {
    if (next_ > last_) {
      builder_.finish();
      complete_ = true;
      break;
    }
    const bool endless = std::int64_t{last_.number} - next_.number > kLongestDays;
    read_part(endless ? last_ : std::min(last_, base::end_of_month(next_)));
    if (Clock::now() >= end) break;
  }
  return !complete_;
}

void RecordingFile::check_on(double budget_ms) {
  constexpr std::uint64_t kStepBytes = 4U << 20;
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double, std::milli>(std::min(budget_ms, 1e6)));
  while (complete_ && !checked_ && !may_grow()) {
    checked_ = !recording_.check_on(kStepBytes);
    if (Clock::now() >= end) return;
  }
}

void RecordingFile::read_all() {
  while (read_on(1e6)) {
  }
}

base::Day RecordingFile::last_there() const {
  if (recording_.finished() || !watched_) return replay_.last_day();
  return std::max(replay_.first_day(), std::min(recording_.last_day(), replay_.last_day()));
}

bool RecordingFile::waits() const {
  return may_grow() && replay_.messages().empty() && replay_.months().empty() &&
         recording_.last_day() <= replay_.first_day();
}

base::Result<bool> RecordingFile::look_again() {
  if (!may_grow()) return false;
  const recording::Position end = recording_.end();
  auto grown = recording_.grow();
  if (!grown) {
    gone_ = true;
    return grown;
  }
  if (!*grown) return false;
  grown_ = true;
  bytes_ = size_of(name_);
  if (next_ > last_) {  // all was read that there was; more may have come of its last day
    after_ = end;
    next_ = std::max(base::Day{0}, std::min(next_, last_));
  }
  last_ = recording_.last_day();
  complete_ = false;
  return true;
}

void RecordingFile::read_part(base::Day until) {
  // Parts are months: what comes to one that was read before belongs to it.
  const bool goes_on = !first_analysis_.empty() &&
                       base::start_of_month(base::Day{first_analysis_.rbegin()->first}) ==
                           base::start_of_month(next_);
  if (!goes_on) first_analysis_[next_.number] = analyses_;
  if (goes_on) {
    const base::Day part{first_analysis_.rbegin()->first};
    cache_.remove_if([part](const auto& month) { return month->first == part; });
  }
  // Asked for before records are given: see Recording::snapshot_names.
  if (!named_) static_cast<void>(recording_.snapshot_names());
  recording_.visit({next_, until,
                    recording::kEnvelopes | recording::kSnapshots | recording::kAnalyses |
                        recording::kSeatEvents,
                    after_},
                   [this](const recording::Record& record) { take(record); });
  next_ = later(until, 1);
  if (next_ == until) last_ = until - 1;  // the end of all days
}

void RecordingFile::take(const recording::Record& record) {
  if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
    builder_.on_envelope(**envelope);
  } else if (const auto* event = std::get_if<const v1::SeatEvent*>(&record.content)) {
    builder_.on_seat_event(**event);
  } else if (const auto* analysis = std::get_if<const v1::NegotiationAnalysis*>(&record.content)) {
    ++analyses_;
    builder_.on_analysis(record.day, **analysis);
  } else if (const auto* snapshot = std::get_if<const v1::WorldSnapshot*>(&record.content)) {
    if (named_ || (*snapshot)->names_size() > 0) {
      named_ = true;
      builder_.on_month(record.day, **snapshot, {});
      return;
    }
    // The first snapshot is lost, and its names with it: they are kept elsewhere too.
    named_ = true;
    v1::WorldSnapshot whole = **snapshot;
    for (const std::string& name : recording_.snapshot_names()) whole.add_names(name);
    builder_.on_month(record.day, whole, {});
  }
}

double RecordingFile::progress() const {
  if (complete_) return 1;
  const double first = recording_.header().first_day();
  const double all = std::max(1.0, last_.number - first);
  return std::clamp((next_.number - first) / all, 0.0, 1.0);
}

std::string RecordingFile::damage() const {
  recording::Damage damage = recording_.damage();
  if (live() || waits()) damage.unfinished = false;  // it goes on
  return damage.sentence();
}

RecordingFile::Month& RecordingFile::month(base::Day day) {
  // A part begins where reading began, or with a month.
  auto part = first_analysis_.upper_bound(day.number);
  base::Day first = base::start_of_month(day);
  if (part != first_analysis_.begin()) first = base::Day{(--part)->first};
  for (auto at = cache_.begin(); at != cache_.end(); ++at) {
    if ((*at)->first != first) continue;
    cache_.splice(cache_.begin(), cache_, at);
    return *cache_.front();
  }
  const auto after = first_analysis_.upper_bound(first.number);
  const base::Day until =
      after != first_analysis_.end() ? base::Day{after->first} - 1 : std::max(first, next_ - 1);
  auto read = std::make_unique<Month>();
  read->first = first;
  recording_.visit(
      {first, until, recording::kEnvelopes | recording::kAnalyses},
      [&](const recording::Record& record) {
        if (const auto* e = std::get_if<const v1::Envelope*>(&record.content)) {
          read->envelopes.emplace((*e)->id(), std::make_shared<v1::Envelope>(**e));
        } else if (const auto* a = std::get_if<const v1::NegotiationAnalysis*>(&record.content)) {
          read->analyses.push_back(std::make_shared<v1::NegotiationAnalysis>(**a));
        }
      });
  cache_.push_front(std::move(read));
  if (cache_.size() > kCachedMonths) cache_.pop_back();
  return *cache_.front();
}

std::shared_ptr<const v1::Envelope> RecordingFile::envelope(std::uint64_t id) {
  const MessageRow* row = replay_.message(id);
  if (row == nullptr) return nullptr;
  const Month& in = month(row->day);
  const auto found = in.envelopes.find(id);
  return found == in.envelopes.end() ? nullptr : found->second;
}

std::shared_ptr<const v1::NegotiationAnalysis> RecordingFile::analysis(const AnalysisRow& row) {
  auto part = first_analysis_.upper_bound(row.day.number);
  if (part == first_analysis_.begin()) return nullptr;
  --part;
  if (row.ordinal < part->second) return nullptr;
  const Month& in = month(row.day);
  const std::size_t at = row.ordinal - part->second;
  return at < in.analyses.size() ? in.analyses[at] : nullptr;
}

std::shared_ptr<const v1::WorldSnapshot> RecordingFile::snapshot(base::Day day) {
  const base::Day first = replay_.first_day();
  const int months = base::months_between(first, day) - (base::is_end_of_month(day) ? 0 : 1);
  if (day < first || months < 0) return nullptr;
  auto found = recording_.snapshot(static_cast<std::uint32_t>(months));
  if (!found) return nullptr;
  return std::make_shared<v1::WorldSnapshot>(*std::move(found));
}

}  // namespace monazite::viz

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <utility>

#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {

base::Result<std::unique_ptr<WhatIf>> WhatIf::make(RecordingFile& a, Mode mode) {
  auto parent = Parent::read(a);
  if (!parent) return tl::unexpected<base::Error>(parent.error());
  return std::unique_ptr<WhatIf>(new WhatIf(a, *std::move(parent), mode));
}

WhatIf::WhatIf(RecordingFile& a, std::shared_ptr<const Parent> parent, Mode mode)
    : a_(a),
      parent_(std::move(parent)),
      mode_(mode),
      decisions_(a),
      sliders_(viz::sliders(parent_->scenario())),
      day_(parent_->scenario().decisions_from),
      title_of_a_(Fork{}.words()) {
  if (mode_ == Mode::kBackground) thread_ = std::thread([this] { work(); });
}

WhatIf::~WhatIf() {
  fan_job_.reset();
  {
    const std::lock_guard<std::mutex> guard(lock_);
    leaving_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void WhatIf::set_day(base::Day day) {
  day = std::clamp(day, scenario().first_day, scenario().last_day);
  if (day == day_) return;
  day_ = day;
  Fork moved = fork();
  bool any = false;
  for (const Slider& slider : sliders_) {
    if (moved.setting(slider.key) == nullptr) continue;
    moved.put(slider_change(slider, viz::slider_value(slider, moved), day_));
    any = true;
  }
  if (any) edit(std::move(moved));
}

void WhatIf::choose(const Decision& decision, const Option& option) {
  if (!option.recorded) {
    put(option.change);
    return;
  }
  // Any option of the decision says what it is about.
  const auto other = std::find_if(decision.options.begin(), decision.options.end(),
                                  [](const Option& o) { return !o.recorded; });
  if (other != decision.options.end()) remove(other->change);
}

void WhatIf::put(Change change) {
  Fork next = fork();
  next.put(std::move(change));
  edit(std::move(next));
}

void WhatIf::remove(const Change& about) {
  Fork next = fork();
  if (next.remove(about)) edit(std::move(next));
}

void WhatIf::set_slider(std::size_t slider, double value) {
  const Slider& chosen = sliders_[slider];
  const double rounded = on_slider(chosen, value);
  if (rounded == slider_value(slider)) return;
  const Change change = slider_change(chosen, rounded, day_);
  if (rounded == on_slider(chosen, chosen.value)) {
    remove(change);
  } else {
    put(change);
  }
}

double WhatIf::slider_value(std::size_t slider) const {
  return viz::slider_value(sliders_[slider], fork());
}

void WhatIf::begin_drag() {
  dragging_ = true;
  drag_noted_ = false;
}

void WhatIf::reset() {
  if (changed()) edit({});
}

void WhatIf::edit(Fork next) {
  past_.resize(at_ + 1);
  if (dragging_ && drag_noted_) {
    past_.back() = std::move(next);
  } else {
    past_.push_back(std::move(next));
    if (past_.size() > kRemembered) past_.erase(past_.begin());
    at_ = past_.size() - 1;
    drag_noted_ = dragging_;
  }
  request();
}

void WhatIf::undo() {
  if (!can_undo()) return;
  --at_;
  request();
}

void WhatIf::redo() {
  if (!can_redo()) return;
  ++at_;
  request();
}

void WhatIf::request() {
  Request request{++wanted_, fork()};
  if (mode_ == Mode::kInLine) {
    take(play(*parent_, request));
    return;
  }
  {
    const std::lock_guard<std::mutex> guard(lock_);
    waiting_ = std::move(request);  // an older one that still waits is forgotten
  }
  changed_.notify_all();
}

void WhatIf::work() {
  for (;;) {
    Request request;
    {
      std::unique_lock<std::mutex> guard(lock_);
      changed_.wait(guard, [this] { return leaving_ || waiting_.has_value(); });
      if (leaving_) return;
      request = *std::move(waiting_);
      waiting_.reset();
    }
    Finished finished = play(*parent_, request);
    {
      const std::lock_guard<std::mutex> guard(lock_);
      finished_ = std::move(finished);
    }
    changed_.notify_all();
  }
}

WhatIf::Finished WhatIf::play(const Parent& parent, const Request& request) {
  Finished finished;
  finished.edit = request.edit;
  finished.title = request.fork.words();
  const auto day = request.fork.day();
  if (!day) return finished;  // B is A
  auto played = play_fork(parent, request.fork);
  if (!played) {
    finished.failure = played.error().message;
    return finished;
  }
  auto file = RecordingFile::from_bytes(*played->bytes, "what if: " + finished.title);
  if (!file) {
    finished.failure = file.error().message;
    return finished;
  }
  (*file)->read_all();
  finished.file = *std::move(file);
  finished.bytes = played->bytes;
  finished.milliseconds = played->milliseconds;
  finished.from = day;
  finished.divergence = diverge(parent.future(), played->future, *day);
  finished.chronicle =
      std::make_shared<const lab::Chronicle>(counted_part(std::move(played->future.chronicle)));
  return finished;
}

void WhatIf::take(Finished finished) {
  shown_ = finished.edit;
  failure_ = finished.failure;
  // What cannot be played leaves the B before it to be looked at.
  if (!failure_.empty()) return;
  if (finished.file == nullptr && compared_) {
    result_ = *compared_;
  } else {
    result_ = std::move(finished);
  }
  compare();
}

void WhatIf::compare() {
  constexpr base::Day kNever{std::numeric_limits<std::int32_t>::max()};
  base::Day first = kNever;
  if (result_ && result_->from.has_value()) first = *result_->from;
  if (pinned_) first = std::min(first, pinned_->from);
  pinned_differences_.clear();
  if (first == kNever) return;
  const Figures a = count_figures(parent_->future().chronicle, parent_->scenario(), first);
  const auto against_a = [this, &a, first](const lab::Chronicle& other) {
    return viz::differences(a, count_figures(other, parent_->scenario(), first));
  };
  if (result_ && result_->chronicle) result_->differences = against_a(*result_->chronicle);
  if (pinned_) pinned_differences_ = against_a(*pinned_->chronicle);
}

std::optional<base::Day> WhatIf::parts_on() const {
  return result_ ? result_->from : std::nullopt;
}

void WhatIf::compare_with(std::shared_ptr<RecordingFile> other, std::string title,
                          std::string title_of_a, base::Day from) {
  other->read_all();
  Future future;
  future.chronicle = chronicle_of(*other);
  future.deeds = deeds_of(future.chronicle, parent_->scenario());
  Finished compared;
  compared.title = std::move(title);
  compared.file = std::move(other);
  compared.from = from;
  compared.divergence = diverge(parent_->future(), future, from);
  compared.chronicle =
      std::make_shared<const lab::Chronicle>(counted_part(std::move(future.chronicle)));
  title_of_a_ = std::move(title_of_a);
  compared_ = std::move(compared);
  if (changed()) return;
  result_ = *compared_;
  compare();
}

void WhatIf::pin() {
  if (!result_ || result_->file == nullptr || !result_->from) return;
  PinnedFuture pinned;
  pinned.title = result_->title;
  pinned.from = *result_->from;
  const Replay& replay = result_->file->replay();
  pinned.months = replay.months();
  for (std::size_t i = 0; i < kFanSeries; ++i) pinned.series[i] = replay.series(kFanSeriesNames[i]);
  if (fan_ && !fan_is_old()) {
    for (std::size_t i = 0; i < kFanSeries; ++i) pinned.medians[i] = fan_->b[i][2];
    pinned.of_seeds = fan_->differences;
  }
  pinned.chronicle = result_->chronicle;
  pinned_ = std::move(pinned);
  compare();
}

void WhatIf::unpin() {
  pinned_.reset();
  compare();
}

void WhatIf::take_pin(WhatIf& from) {
  pinned_ = std::move(from.pinned_);
  from.unpin();
  compare();
}

bool WhatIf::poll() {
  std::optional<Finished> finished;
  {
    const std::lock_guard<std::mutex> guard(lock_);
    finished.swap(finished_);
  }
  const bool is_new = finished.has_value();
  if (finished) take(std::move(*finished));
  if (fan_job_ && fan_job_->done() > 0 && (!fan_ || fan_->done != fan_job_->done())) {
    fan_ = fan_job_->fan();
  }
  return is_new;
}

void WhatIf::wait() {
  if (mode_ == Mode::kInLine) return;
  while (busy()) {
    {
      std::unique_lock<std::mutex> guard(lock_);
      changed_.wait(guard, [this] { return finished_.has_value(); });
    }
    poll();
  }
}

std::string WhatIf::title() const {
  return result_ ? result_->title : Fork{}.words();
}

const std::vector<DifferenceRow>& WhatIf::differences() const {
  static const std::vector<DifferenceRow> kNone;
  return result_ ? result_->differences : kNone;
}

const Divergence& WhatIf::divergence() const {
  static const Divergence kNone;
  return result_ ? result_->divergence : kNone;
}

base::Result<void> WhatIf::save_as(const std::string& path) const {
  if (!result_ || !result_->bytes) {
    if (result_ && result_->file) {
      return base::fail(base::ErrorCode::kBadInput,
                        "B is the recording that was swapped for A, and is there already: change "
                        "something first.");
    }
    return base::fail(base::ErrorCode::kBadInput,
                      "There is no B to save: change a decision or a number first.");
  }
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(result_->bytes->data(), static_cast<std::streamsize>(result_->bytes->size()));
  out.close();
  if (!out) {
    return base::fail(base::ErrorCode::kIo,
                      path + " cannot be written; choose another folder, or free some space.");
  }
  return {};
}

std::string WhatIf::csv() const {
  return differences_csv(fan_ ? fan_->differences : differences());
}

void WhatIf::start_fan(std::uint32_t seeds, std::uint64_t first_seed) {
  FanJob::Options options;
  options.first_seed = first_seed;
  options.seeds = seeds;
  options.in_line = mode_ == Mode::kInLine;
  fan_.reset();
  fan_job_ = std::make_unique<FanJob>(parent_, fork(), options);
  fan_edit_ = wanted_;
}

void WhatIf::stop_fan() {
  if (fan_job_) fan_job_->stop();
}

}  // namespace monazite::viz

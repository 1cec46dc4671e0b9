#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/what_if/change.hpp>
#include <viz/model/what_if/decisions.hpp>
#include <viz/model/what_if/differences.hpp>
#include <viz/model/what_if/fan.hpp>
#include <viz/model/what_if/fork.hpp>
#include <viz/model/what_if/sliders.hpp>

namespace monazite::viz {

/// A future that is kept to be looked at beside others, without its recording: what the plots and
/// the table show of it, some 100 numbers a line and its chronicle.
struct PinnedFuture {
  std::string title;
  base::Day from{};  ///< day of its fork
  std::vector<base::Day> months;
  std::array<std::vector<double>, kFanSeries> series;   ///< by FanSeries, one a month
  std::array<std::vector<double>, kFanSeries> medians;  ///< of many seeds; empty: none were played
  std::vector<DifferenceRow> of_seeds;                  ///< medians; empty as well
  std::shared_ptr<const lab::Chronicle> chronicle;
};

/// The series of the snapshots behind each FanSeries.
inline constexpr std::array<const char*, kFanSeries> kFanSeriesNames = {
    "price_ndpr_outside_usd_per_kg", "japan_cover_days", "shipped_ndpr_t"};

/// A recording (A) and what it would have been with something changed (B): what the "What if"
/// panels show and do. A is never altered. Every edit asks for a new B; while one is played the
/// latest edit waits, and those in between are never played, so a slider may be dragged as fast as
/// one likes.
///
/// For one thread (that of the interface); it has another one of its own, on which B is played.
class WhatIf {
 public:
  enum class Mode {
    kBackground,
    kInLine  ///< an edit returns when B is there: for tests
  };
  /// `a` must outlive it; it is read to its end. Fails as Parent::read() does.
  [[nodiscard]] static base::Result<std::unique_ptr<WhatIf>> make(RecordingFile& a, Mode mode);
  ~WhatIf();
  WhatIf(const WhatIf&) = delete;
  WhatIf& operator=(const WhatIf&) = delete;

  [[nodiscard]] RecordingFile& a() { return a_; }
  [[nodiscard]] const scenarios::Scenario& scenario() const { return parent_->scenario(); }
  [[nodiscard]] Decisions& decisions() { return decisions_; }
  [[nodiscard]] const std::vector<Slider>& sliders() const { return sliders_; }

  // --- editing
  [[nodiscard]] const Fork& fork() const { return past_[at_]; }
  /// The day from which sliders hold. Moving it moves the changed ones along.
  [[nodiscard]] base::Day day() const { return day_; }
  void set_day(base::Day day);
  /// Takes an option of a decision; the recorded one takes the change back.
  void choose(const Decision& decision, const Option& option);
  /// Any other change: Decisions::offer_instead(), or one of the scenario's settings.
  void put(Change change);
  void remove(const Change& about);
  /// Sets a slider; at the scenario's own value the change is taken back. Between begin_drag() and
  /// end_drag() all positions are one step of undo.
  void set_slider(std::size_t slider, double value);
  [[nodiscard]] double slider_value(std::size_t slider) const;
  void begin_drag();
  void end_drag() { dragging_ = false; }
  [[nodiscard]] bool dragging() const { return dragging_; }
  /// Back to A.
  void reset();
  void undo();
  void redo();
  [[nodiscard]] bool can_undo() const { return at_ > 0; }
  [[nodiscard]] bool can_redo() const { return at_ + 1 < past_.size(); }
  [[nodiscard]] bool changed() const { return !fork().changes.empty(); }

  // --- B
  /// Takes over what was finished since; true when B, or an error, is new. Call once a frame.
  bool poll();
  /// Whether B is of an older edit than fork().
  [[nodiscard]] bool busy() const { return shown_ != wanted_; }
  /// Waits for B of the last edit, and takes it over.
  void wait();
  /// The fork as a recording to look at; nothing without changes, or before the first is played.
  [[nodiscard]] RecordingFile* b() { return result_ ? result_->file.get() : nullptr; }
  /// The same to be kept.
  [[nodiscard]] std::shared_ptr<RecordingFile> share_b() const {
    return result_ ? result_->file : nullptr;
  }
  /// "as recorded", or what is changed in the B that is shown.
  [[nodiscard]] std::string title() const;
  /// The same of A: a recorded B may have been opened, or swapped for it.
  [[nodiscard]] const std::string& title_of_a() const { return title_of_a_; }
  /// From when on the B that is shown differs; nothing without a B.
  [[nodiscard]] std::optional<base::Day> parts_on() const;
  /// Another history of the same crisis is B as long as nothing is changed: what was A before the
  /// two were swapped. `from`: the day of the fork between the two.
  void compare_with(std::shared_ptr<RecordingFile> other, std::string title, std::string title_of_a,
                    base::Day from);
  [[nodiscard]] bool compares() const { return compared_.has_value() && !changed(); }

  // --- C
  /// Keeps the B that is shown as a third future, C, in the place of an older one; nothing without
  /// a B. With many seeds played of it, their medians are kept too.
  void pin();
  void unpin();
  [[nodiscard]] const PinnedFuture* pinned() const { return pinned_ ? &*pinned_ : nullptr; }
  /// C against A, row by row as differences(); empty without a C.
  [[nodiscard]] const std::vector<DifferenceRow>& pinned_differences() const {
    return pinned_differences_;
  }
  /// Takes the C of another over.
  void take_pin(WhatIf& from);
  [[nodiscard]] const std::vector<DifferenceRow>& differences() const;
  [[nodiscard]] const Divergence& divergence() const;
  /// Of the last run, wall time.
  [[nodiscard]] double milliseconds() const { return result_ ? result_->milliseconds : 0; }
  /// Why B could not be played, one sentence; empty when it was.
  [[nodiscard]] const std::string& failure() const { return failure_; }

  /// Writes B's recording. Fails without a B, and as the machine does.
  [[nodiscard]] base::Result<void> save_as(const std::string& path) const;
  /// The table of differences as CSV: of the fan when it has done a seed, else of A and B.
  [[nodiscard]] std::string csv() const;

  // --- many seeds
  /// What the button plays; a test has no time for 200.
  std::uint32_t seeds_of_button = 200;
  /// Begins anew with the changes as they stand; an older job is stopped.
  void start_fan(std::uint32_t seeds = 200, std::uint64_t first_seed = 1);
  void stop_fan();
  [[nodiscard]] FanJob* fan_job() { return fan_job_.get(); }
  /// As of the last poll(); nothing before the first seed was done.
  [[nodiscard]] const Fan* fan() const { return fan_ ? &*fan_ : nullptr; }
  /// Whether the changes are others than those that the fan is of.
  [[nodiscard]] bool fan_is_old() const { return fan_job_ != nullptr && fan_edit_ != wanted_; }

 private:
  struct Finished {
    std::uint64_t edit = 0;
    std::string title, failure;
    std::shared_ptr<RecordingFile> file;
    std::shared_ptr<const std::string> bytes;
    std::optional<base::Day> from;  ///< day of the fork
    std::shared_ptr<const lab::Chronicle> chronicle;
    std::vector<DifferenceRow> differences;
    Divergence divergence;
    double milliseconds = 0;
  };
  struct Request {
    std::uint64_t edit = 0;
    Fork fork;
  };

  WhatIf(RecordingFile& a, std::shared_ptr<const Parent> parent, Mode mode);
  void edit(Fork next);
  void request();
  void work();
  void take(Finished finished);
  /// Counts A, B and C over the same time: from the first day on which one of them differs.
  void compare();
  [[nodiscard]] static Finished play(const Parent& parent, const Request& request);

  static constexpr std::size_t kRemembered = 200;

  RecordingFile& a_;
  std::shared_ptr<const Parent> parent_;
  Mode mode_;
  Decisions decisions_;
  std::vector<Slider> sliders_;
  base::Day day_{};
  std::vector<Fork> past_{Fork{}};
  std::size_t at_ = 0;
  bool dragging_ = false, drag_noted_ = false;

  std::uint64_t wanted_ = 0, shown_ = 0;  ///< numbers of edits
  std::optional<Finished> result_;
  std::optional<Finished> compared_;  ///< B while nothing is changed
  std::string failure_, title_of_a_;
  std::optional<PinnedFuture> pinned_;
  std::vector<DifferenceRow> pinned_differences_;

  std::unique_ptr<FanJob> fan_job_;
  std::uint64_t fan_edit_ = 0;
  std::optional<Fan> fan_;

  std::mutex lock_;  ///< of what follows
  std::condition_variable changed_;
  std::optional<Request> waiting_;
  std::optional<Finished> finished_;
  bool leaving_ = false;
  std::thread thread_;
};

}  // namespace monazite::viz

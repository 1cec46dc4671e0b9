#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/what_if/differences.hpp>
#include <viz/model/what_if/fork.hpp>

namespace monazite::viz {

/// What a fan chart can show, one value a month.
enum class FanSeries : std::uint8_t {
  kPrice,  ///< NdPr outside China, USD/kg
  kCover,  ///< of Japan's makers together, days
  kFlow    ///< NdPr shipped to Japan, t a month
};
inline constexpr std::size_t kFanSeries = 3;
/// 5, 25, 50, 75 and 95 %.
inline constexpr std::array<double, 5> kFanQuantiles = {0.05, 0.25, 0.5, 0.75, 0.95};

/// The spread of many seeds, month by month.
struct Fan {
  std::vector<base::Day> months;
  /// By series, quantile and month.
  using Bands = std::array<std::array<std::vector<double>, kFanQuantiles.size()>, kFanSeries>;
  Bands a, b;
  std::uint32_t done = 0, seeds = 0;
  std::vector<DifferenceRow> differences;  ///< medians over the seeds done
  /// What of the fork cannot be played in other histories, one sentence; empty when all can.
  std::string left_out;
  /// Why there is none, one sentence; empty when all is well.
  std::string failure;
};

/// Plays a recording's scenario (A) and the same with a fork's changes (B) over many seeds, the
/// same for both. A decision on acts or on an invitation is replaced at the first such brief of
/// that seat on or after its day; a move at a table belongs to one history only, and is left out.
///
/// The result of a job that ran to its end does not depend on the number of workers. It owns its
/// threads; going away stops them.
class FanJob {
 public:
  struct Options {
    std::uint64_t first_seed = 1;
    std::uint32_t seeds = 200;
    /// Threads; 0: as many as the machine has. In line (for tests and the browser): none, step().
    unsigned workers = 0;
    bool in_line = false;
  };
  FanJob(std::shared_ptr<const Parent> parent, const Fork& fork, const Options& options);
  ~FanJob();
  FanJob(const FanJob&) = delete;
  FanJob& operator=(const FanJob&) = delete;

  /// Plays one more seed here and now; false when none is left or it was stopped.
  bool step();
  /// Ends soon; what is done stays.
  void stop();
  /// Waits until all seeds are done, or it was stopped.
  void wait();

  [[nodiscard]] std::uint32_t done() const { return done_.load(); }
  [[nodiscard]] std::uint32_t seeds() const { return options_.seeds; }
  [[nodiscard]] double progress() const;  ///< 0 to 1
  [[nodiscard]] bool finished() const {
    return done() == seeds() || stop_.load() || !failure_.empty();
  }
  [[nodiscard]] bool stopped() const { return stop_.load() && done() < seeds(); }
  /// Seconds that the rest will take at the pace so far; nothing before the first seed.
  [[nodiscard]] std::optional<double> seconds_left() const;
  /// The quantiles of all seeds done so far. Worked out anew; ask when done() has changed.
  [[nodiscard]] Fan fan() const;

 private:
  struct Side {
    std::array<std::vector<double>, kFanSeries> series;
    Figures figures;
  };
  struct Pair {
    Side a, b;
  };
  [[nodiscard]] Side play(const engine::HistoryOptions& how, std::uint64_t seed) const;
  [[nodiscard]] engine::HistoryOptions prepare(const Fork& fork);
  void work();

  std::shared_ptr<const Parent> parent_;
  Options options_;
  engine::HistoryOptions how_a_, how_b_;
  base::Day from_{};
  std::string left_out_;
  std::vector<base::Day> months_;
  double began_ = 0;  ///< steady clock, seconds
  std::atomic<bool> stop_{false};
  std::atomic<std::uint32_t> next_{0}, done_{0};
  mutable std::mutex lock_;
  std::vector<std::unique_ptr<const Pair>> pairs_;  ///< by seed; under lock_
  std::string failure_;                             ///< set before the first thread starts
  std::vector<std::thread> threads_;
};

}  // namespace monazite::viz

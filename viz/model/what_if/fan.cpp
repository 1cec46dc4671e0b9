#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <viz/model/what_if/fan.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<const char*, kFanSeries> kNames = {"price_ndpr_outside_usd_per_kg",
                                                        "japan_cover_days", "shipped_ndpr_t"};

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The same plan for another history than the recorded one: ids of messages mean nothing there.
lab::ForkRun for_any_seed(lab::ForkRun run, std::string& left_out) {
  run.said.clear();
  run.fed_back_until = 0;
  const auto moves = std::remove_if(run.replaced.begin(), run.replaced.end(), [](const auto& r) {
    return r.purpose == v1::Brief::PURPOSE_YOUR_MOVE;
  });
  if (moves != run.replaced.end()) {
    left_out = "A move at a table belongs to the recorded history; in other seeds it is left out.";
  }
  run.replaced.erase(moves, run.replaced.end());
  for (lab::Replacement& replacement : run.replaced) replacement.in_reply_to = 0;
  return run;
}

/// Sorts `values` and takes the fan's quantiles (type 7, as lab::quantile).
std::array<double, kFanQuantiles.size()> quantiles(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  std::array<double, kFanQuantiles.size()> found{};
  for (std::size_t q = 0; q < found.size(); ++q) {
    const double at = kFanQuantiles[q] * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, values.size() - 1);
    found[q] = values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
  }
  return found;
}

}  // namespace

FanJob::FanJob(std::shared_ptr<const Parent> parent, const Fork& fork, const Options& options)
    : parent_(std::move(parent)), options_(options), began_(now()), pairs_(options.seeds) {
  const scenarios::Scenario& scenario = parent_->scenario();
  how_a_ = prepare({});
  how_b_ = prepare(fork);
  from_ = fork.day().value_or(scenario.first_day);
  for (base::Day day = base::end_of_month(scenario.first_day); day <= scenario.last_day;
       day = base::end_of_month(day + 1)) {
    months_.push_back(day);
  }
  if (options_.in_line || !failure_.empty()) return;
  const unsigned wanted =
      options_.workers > 0 ? options_.workers : std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < std::min(wanted, options_.seeds); ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

FanJob::~FanJob() {
  stop();
  wait();
}

void FanJob::stop() {
  stop_.store(true);
}

void FanJob::wait() {
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void FanJob::work() {
  while (step()) {
  }
}

bool FanJob::step() {
  if (stop_.load() || !failure_.empty()) return false;
  const std::uint32_t i = next_.fetch_add(1);
  if (i >= options_.seeds) return false;
  const std::uint64_t seed = options_.first_seed + i;
  auto pair = std::make_unique<Pair>();
  pair->a = play(how_a_, seed);
  if (stop_.load()) return false;
  pair->b = play(how_b_, seed);
  if (stop_.load()) return false;
  const std::lock_guard<std::mutex> guard(lock_);
  pairs_[i] = std::move(pair);
  done_.fetch_add(1);
  return true;
}

engine::HistoryOptions FanJob::prepare(const Fork& fork) {
  const lab::ForkRun run = for_any_seed(parent_->plan(fork), left_out_);
  auto options = lab::fork_options(parent_->scenario(), run);
  if (!options) {
    failure_ = options.error().message;
    return {};
  }
  options->run = 0;
  options->stop = &stop_;
  return *std::move(options);
}

FanJob::Side FanJob::play(const engine::HistoryOptions& how, std::uint64_t seed) const {
  engine::HistoryOptions options = how;
  options.seed = seed;
  engine::History history(parent_->scenario(), std::move(options));
  lab::Chronicle chronicle;
  lab::ChronicleWitness witness(chronicle);
  history.add_witness(witness);
  history.run();
  Side side;
  for (std::size_t s = 0; s < kFanSeries; ++s) side.series[s] = chronicle.series(kNames[s]);
  side.figures = count_figures(chronicle, parent_->scenario(), from_);
  return side;
}

double FanJob::progress() const {
  return options_.seeds == 0 ? 1 : static_cast<double>(done()) / options_.seeds;
}

std::optional<double> FanJob::seconds_left() const {
  const std::uint32_t so_far = done();
  if (so_far == 0) return std::nullopt;
  return (now() - began_) * (options_.seeds - so_far) / so_far;
}

Fan FanJob::fan() const {
  Fan fan;
  fan.months = months_;
  fan.seeds = options_.seeds;
  fan.left_out = left_out_;
  fan.failure = failure_;
  std::vector<const Pair*> pairs;  // a pair that is there stays as it is
  {
    const std::lock_guard<std::mutex> guard(lock_);
    for (const auto& pair : pairs_) {
      if (pair) pairs.push_back(pair.get());
    }
  }
  fan.done = static_cast<std::uint32_t>(pairs.size());
  if (pairs.empty()) return fan;
  std::vector<double> values;
  for (const bool in_b : {false, true}) {
    for (std::size_t s = 0; s < kFanSeries; ++s) {
      auto& bands = (in_b ? fan.b : fan.a)[s];
      for (auto& band : bands) band.assign(months_.size(), 0);
      for (std::size_t m = 0; m < months_.size(); ++m) {
        values.clear();
        for (const Pair* pair : pairs) {
          const auto& series = (in_b ? pair->b : pair->a).series[s];
          if (m < series.size()) values.push_back(series[m]);
        }
        if (values.empty()) continue;
        const auto found = quantiles(values);
        for (std::size_t q = 0; q < found.size(); ++q) bands[q][m] = found[q];
      }
    }
  }
  std::vector<Figures> a, b;
  for (const Pair* pair : pairs) {
    a.push_back(pair->a.figures);
    b.push_back(pair->b.figures);
  }
  fan.differences = differences(a, b);
  return fan;
}

}  // namespace monazite::viz

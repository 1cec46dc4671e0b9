// How long a whole default run takes, what it does in that time, and where the time goes. Prints a
// table; no verdict. Figures are medians of several seeds; the parts are differences between runs
// in which a table or the acts are switched off, so they add up only roughly.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include <world/engine/history.hpp>
#include <world/lab/background_worker.hpp>
#include <world/lab/recorder_witness.hpp>
#include <world/scenarios/load.hpp>

namespace {

using namespace monazite;

constexpr int kSeeds = 9;

/// Counts what passes by.
class Counter final : public engine::Witness {
 public:
  void on_envelope(const v1::Envelope& envelope) override {
    ++messages;
    offers += envelope.has_offer() ? 1 : 0;
    if (envelope.has_brief())
      appraisals += static_cast<std::uint64_t>(envelope.brief().value_musd_size());
  }
  void on_month(base::Day, const v1::WorldSnapshot&, const v1::StateHash&) override { ++months; }
  std::uint64_t months = 0, messages = 0, offers = 0, appraisals = 0;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// What one run takes, in milliseconds: processor time of all threads, which other programs on the
/// machine hardly change, and time by the clock, which is what a user waits.
struct Taken {
  double processor = 0;
  double clock = 0;
};

/// Plays one run; with a recording if there is a path for it.
Taken play(const scenarios::Scenario& scenario, std::uint64_t seed,
           const std::string& recording_path) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t processor_start = std::clock();
  engine::HistoryOptions options;
  options.seed = seed;
  engine::History history(scenario, options);
  if (recording_path.empty()) {
    history.run();
  } else {
    lab::BackgroundWorker worker;
    auto recorder = recording::Recorder::to_file(recording_path, &worker);
    if (!recorder) {
      std::fprintf(stderr, "%s\n", recorder.error().message.c_str());
      std::exit(1);
    }
    lab::RecorderWitness witness(std::move(*recorder));
    history.add_witness(witness);
    history.run();
    (void)witness.finish();
  }
  const std::chrono::duration<double, std::milli> clock = std::chrono::steady_clock::now() - start;
  return {1000.0 * static_cast<double>(std::clock() - processor_start) /
              static_cast<double>(CLOCKS_PER_SEC),
          clock.count()};
}

/// Medians over the seeds.
Taken time_runs(const scenarios::Scenario& scenario, const std::string& recording_path) {
  std::vector<double> processor, clock;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Taken taken = play(scenario, seed, recording_path);
    processor.push_back(taken.processor);
    clock.push_back(taken.clock);
  }
  return {median(processor), median(clock)};
}

scenarios::Scenario with(const scenarios::Settings& settings) {
  return *scenarios::load_builtin("june-2025", settings);
}

}  // namespace

int main(int argc, char** argv) {
  const scenarios::Scenario scenario = with({});
  if (argc > 1) {  // one run, for a profiler
    (void)play(scenario, std::strtoull(argv[1], nullptr, 10), argc > 2 ? argv[2] : "");
    return 0;
  }
  const std::string path =
      (std::filesystem::temp_directory_path() / "monazite-bench.mcap").string();
  (void)time_runs(scenario, {});  // warm up
  const Taken plain_taken = time_runs(scenario, {});
  const double plain = plain_taken.processor;
  const Taken recorded = time_runs(scenario, path);
  const auto bytes = static_cast<double>(std::filesystem::file_size(path));
  std::filesystem::remove(path);

  Counter counter;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    engine::HistoryOptions options;
    options.seed = seed;
    engine::History history(scenario, options);
    history.add_witness(counter);
    history.run();
  }
  const double seconds = kSeeds * plain / 1000;
  const auto row = [&](const char* what, std::uint64_t count) {
    std::printf("  %-12s %12.0f a run %14.0f a second\n", what, static_cast<double>(count) / kSeeds,
                static_cast<double>(count) / seconds);
  };
  std::printf(
      "june-2025, eight years, all tables, median of %d seeds; a recording has a thread of its "
      "own\n",
      kSeeds);
  std::printf("  %-14s %16s %18s\n", "", "processor time", "time by the clock");
  std::printf("  %-14s %13.1f ms %15.1f ms\n", "recording off", plain, plain_taken.clock);
  std::printf("  %-14s %13.1f ms %15.1f ms   %.1f MB\n", "recording on", recorded.processor,
              recorded.clock, bytes / 1e6);
  std::printf("  %-14s %11.2f     %13.2f\n", "times as long", recorded.processor / plain,
              recorded.clock / plain_taken.clock);
  row("months", counter.months);
  row("messages", counter.messages);
  row("offers", counter.offers);
  row("appraisals", counter.appraisals);

  const double no_acts = time_runs(with({"switches.acts=false"}), {}).processor;
  const double no_consultation = time_runs(with({"conduct.consultation=none"}), {}).processor;
  const double no_supply = time_runs(with({"conduct.supply=none"}), {}).processor;
  const double no_allocation = time_runs(with({"conduct.allocation=none"}), {}).processor;
  const double bare = time_runs(with({"switches.acts=false", "conduct.consultation=none",
                                      "conduct.supply=none", "conduct.allocation=none"}),
                                {})
                          .processor;
  std::printf("where the time goes (what is saved without it)\n");
  const auto part = [&](const char* what, double without) {
    std::printf("  %-34s %6.1f ms %5.0f %%\n", what, plain - without,
                100 * (plain - without) / plain);
  };
  part("consultation", no_consultation);
  part("supply contract", no_supply);
  part("allocation", no_allocation);
  part("acts, and what they lead to", no_acts);
  std::printf("  %-34s %6.1f ms %5.0f %%\n", "economy, observations, calendar", bare,
              100 * bare / plain);
  return 0;
}

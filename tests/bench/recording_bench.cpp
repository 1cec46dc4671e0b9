// What recording costs beside the run itself: eight years with the messages that one crisis has,
// into memory and into a file, and how fast a month of a large file is reached.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/recording/reading.hpp>
#include <protocol/recording/recorder.hpp>
#include <tests/protocol/recording/sample_run.hpp>

namespace {

using namespace monazite;
using namespace monazite::recording;

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

/// A run made beforehand, so that only recording is timed.
struct Run {
  v1::RunHeader header;
  std::vector<std::vector<v1::Envelope>> envelopes;  // by month
  std::vector<v1::WorldSnapshot> snapshots;
  std::vector<v1::NegotiationAnalysis> analyses;  // one in a month, as far as they go
  std::vector<v1::StateHash> hashes;
};

/// Values with all their digits, as a model makes them; made-up smooth ones would compress too
/// well.
double value(std::uint32_t place, int month) {
  constexpr base::Purpose kValue{"bench.value"};
  return 100.0 * base::Draws(1).uniform(kValue, base::Day{month}, 0, place);
}

v1::Envelope brief(base::Day day, int month, int number, int packages) {
  v1::Envelope envelope;
  envelope.set_day(day.number);
  envelope.set_to(3);
  for (int i = 0; i < packages; ++i) {
    const auto place = static_cast<std::uint32_t>(10'000 * (number + 1) + i);
    envelope.mutable_brief()->add_value_musd(static_cast<float>(value(place, month)));
    envelope.mutable_brief()->add_believed_other_musd(
        static_cast<float>(value(place + 5000, month)));
  }
  return envelope;
}

Run make_run(int months, int envelopes_per_month, int briefs_per_month, int packages) {
  using namespace monazite::recording::testing;
  SampleSize size;
  size.months = months;
  Run run;
  run.header = sample_header(size);
  for (int month = 0; month < months; ++month) {
    const base::Day end = sample_month_end(month);
    run.envelopes.emplace_back();
    for (int i = 0; i < envelopes_per_month; ++i) {
      const bool is_brief = i < briefs_per_month;
      run.envelopes.back().push_back(is_brief ? brief(end, month, i, packages)
                                              : sample_envelope(end, month, i));
    }
    auto& snapshot = run.snapshots.emplace_back();
    snapshot.set_month(static_cast<std::uint32_t>(month));
    for (std::uint32_t i = 0; i < 200; ++i) {
      if (month == 0) snapshot.add_names("quantity_" + std::to_string(i));
      snapshot.add_values(value(i, month));
    }
    auto& analysis = run.analyses.emplace_back();
    if (month % 3 == 0) {
      for (std::uint32_t i = 0; i < 2000; ++i) {
        analysis.add_first_musd(static_cast<float>(value(i, month)));
        analysis.add_second_musd(static_cast<float>(value(i + 7000, month)));
      }
    }
    run.hashes.push_back(sample_hash(month));
  }
  return run;
}

void record(const Run& run, Recorder& recorder) {
  recorder.header(run.header);
  for (std::size_t month = 0; month < run.hashes.size(); ++month) {
    const base::Day end = testing::sample_month_end(static_cast<int>(month));
    for (const auto& envelope : run.envelopes[month]) recorder.envelope(envelope);
    if (month % 3 == 0) recorder.analysis(end, run.analyses[month]);
    recorder.snapshot(end, run.snapshots[month]);
    recorder.state_hash(end, run.hashes[month]);
    static_cast<void>(recorder.end_month());
  }
  static_cast<void>(recorder.finish());
}

void measure(const char* name, const Run& run, const std::string& path) {
  double memory_ms = 1e9;
  double file_ms = 1e9;
  double read_ms = 1e9;
  std::string bytes;
  for (int repeat = 0; repeat < 7; ++repeat) {
    bytes.clear();
    auto start = std::chrono::steady_clock::now();
    Recorder into_memory = Recorder::to_memory(bytes);
    record(run, into_memory);
    memory_ms = std::min(memory_ms, milliseconds_since(start));

    start = std::chrono::steady_clock::now();
    auto into_file = Recorder::to_file(path);
    if (!into_file) return;
    record(run, *into_file);
    file_ms = std::min(file_ms, milliseconds_since(start));

    start = std::chrono::steady_clock::now();
    auto recording = Recording::open(path);
    if (!recording) return;
    recording->visit(Window{}, [](const Record&) {});
    read_ms = std::min(read_ms, milliseconds_since(start));
  }
  std::size_t records = 0;
  std::size_t raw = 0;
  for (const auto& month : run.envelopes) {
    records += month.size();
    for (const auto& envelope : month) raw += envelope.ByteSizeLong();
  }
  for (const auto& analysis : run.analyses) raw += analysis.ByteSizeLong();
  for (const auto& snapshot : run.snapshots) raw += snapshot.ByteSizeLong();
  std::printf("%-28s %9zu %9.2f %9.2f %10.2f %9.2f %9.2f\n", name, records,
              static_cast<double>(raw) / 1e6, static_cast<double>(bytes.size()) / 1e6, memory_ms,
              file_ms, read_ms);
}

void measure_access(const std::string& path) {
  // A thousand months of briefs: about 100 MB.
  const Run run = make_run(1000, 20, 7, 2000);
  auto recorder = Recorder::to_file(path);
  if (!recorder) return;
  record(run, *recorder);
  auto start = std::chrono::steady_clock::now();
  auto recording = Recording::open(path);
  const double open_ms = milliseconds_since(start);
  if (!recording) return;
  double worst_ms = 0;
  for (std::uint32_t i = 0; i < 200; ++i) {
    start = std::chrono::steady_clock::now();
    if (!recording->snapshot((i * 617U) % 1000U)) std::puts("a month is missing");
    worst_ms = std::max(worst_ms, milliseconds_since(start));
  }
  start = std::chrono::steady_clock::now();
  recording->check();
  std::printf(
      "\nfile of %.0f MB: opened in %.2f ms, slowest of 200 months %.2f ms, checked in %.0f ms\n",
      static_cast<double>(std::filesystem::file_size(path)) / 1e6, open_ms, worst_ms,
      milliseconds_since(start));
}

}  // namespace

int main() {
  const std::string path =
      (std::filesystem::temp_directory_path() / "monazite_recording_bench.mcap").string();
  std::printf("%-28s %9s %9s %9s %10s %9s %9s\n", "eight years", "envelopes", "raw MB", "file MB",
              "memory ms", "file ms", "read ms");
  measure("messages only", make_run(96, 83, 0, 0), path);
  measure("with briefs of 500 packages", make_run(96, 83, 14, 500), path);
  measure("with briefs of 2000 packages", make_run(96, 83, 14, 2000), path);
  measure_access(path);
  std::filesystem::remove(path);
}

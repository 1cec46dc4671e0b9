// What a large recording costs the viewer: the first picture, any month, reading all, memory, and
// pictures a second off the screen. viewer [MEGABYTES]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <tests/viz/screens/large_recording.hpp>
#include <viz/host/host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/view_cache.hpp>

namespace {

using namespace monazite;
using namespace monazite::viz;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Of this process, MB: "VmHWM:" the most it ever had, "VmRSS:" what it has now.
double memory(const std::string& which) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    double kilobytes = 0;
    if (word == which && status >> kilobytes) return kilobytes / 1000;
  }
  return 0;
}

/// What the index of a recording takes, without pictures.
void weigh_index(const std::string& path) {
  const double before = memory("VmRSS:");
  auto file = RecordingFile::open(path);
  if (!file) return;
  (*file)->read_all();
  const double megabytes = memory("VmRSS:") - before;
  std::printf("index                         %8.1f MB  (%.0f bytes a message)\n", megabytes,
              megabytes * 1e6 / static_cast<double>((*file)->replay().messages().size()));
}

/// Writes the recording in a process of its own, whose memory is not the viewer's.
bool write_apart(const std::string& path, double megabytes) {
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    const auto made = tests::write_large_recording(path, static_cast<std::size_t>(megabytes * 1e6));
    if (!made) {
      std::printf("%s\n", made.error().message.c_str());
      std::fflush(stdout);
    }
    _exit(made ? EXIT_SUCCESS : EXIT_FAILURE);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void time_months(RecordingFile& file) {
  constexpr int kLooks = 100;
  const base::Day first = file.replay().first_day(), last = file.replay().last_day();
  const Clock::time_point start = Clock::now();
  double sum = 0;
  for (int i = 1; i <= kLooks; ++i) {
    const auto snapshot = file.snapshot(first + (last - first) / kLooks * i);
    if (snapshot != nullptr) sum += snapshot->values(0);
  }
  std::printf("any month's snapshot          %8.2f ms  (mean of %d, sum %.3g)\n",
              milliseconds_since(start) / kLooks, kLooks, sum);
}

void time_bodies(RecordingFile& file) {
  constexpr std::size_t kLooks = 100;
  const auto& rows = file.replay().messages();
  const Clock::time_point start = Clock::now();
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kLooks; ++i) {
    const auto envelope = file.envelope(rows[i * (rows.size() / kLooks)].id);
    if (envelope != nullptr) bytes += envelope->ByteSizeLong();
  }
  std::printf("any message's body            %8.2f ms  (mean of %zu, %zu bytes)\n",
              milliseconds_since(start) / static_cast<double>(kLooks), kLooks, bytes);
}

/// What the panels derive for a picture of the overview, afresh and as it is kept.
void time_views(RecordingFile& file, const char* of) {
  constexpr int kLooks = 200;
  const Replay& replay = file.replay();
  ViewCache& views = file.views();
  const base::Day day = replay.first_day() + (replay.last_day() - replay.first_day()) / 2;
  double sum = 0;
  const auto fresh = [&] {
    sum += static_cast<double>(flows_view(replay, day).size() + parties_view(replay, day).size() +
                               clause_view(replay, day).size() + lanes(replay).size() +
                               crises(replay).size());
    for (const Chart& chart : charts(replay)) {
      for (const ChartLine& line : chart.lines) {
        sum += static_cast<double>(values_of(replay, line).size());
      }
    }
  };
  const auto kept = [&] {
    sum += static_cast<double>(views.flows(day).size() + views.parties(day).size() +
                               views.clauses(day).size() + views.lanes().size() +
                               views.crises().size());
    for (const Chart& chart : views.charts()) {
      for (const ChartLine& line : chart.lines) {
        sum += static_cast<double>(views.values(line).size());
      }
    }
  };
  const auto time = [](const auto& look) {
    look();
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < kLooks; ++i) look();
    return milliseconds_since(start) / kLooks;
  };
  const double afresh = time(fresh), again = time(kept);
  std::printf("views of %-21s%8.3f ms afresh, %.4f ms kept: %.0f times  (sum %.3g)\n", of, afresh,
              again, afresh / again, sum);
}

void time_pictures(App& app, Host& host, const HostCalls& calls) {
  for (int i = 0; i < kLayouts - 2; ++i) {
    app.set_layout(static_cast<Layout>(i));
    (void)host.picture(calls);
    constexpr int kPictures = 30;
    const Clock::time_point start = Clock::now();
    for (int picture = 0; picture < kPictures; ++picture) {
      app.time.seek(app.time.first() + 37 * picture);
      (void)host.picture(calls);
    }
    std::printf("pictures a second, %-11s%8.1f     (1600x900, each another month)\n",
                layout_name(static_cast<Layout>(i)), 1000 * kPictures / milliseconds_since(start));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const double megabytes = argc > 1 ? std::atof(argv[1]) : 100;
  const std::string path =
      (std::filesystem::temp_directory_path() / "monazite-viewer-bench.mcap").string();
  if (!write_apart(path, megabytes)) return EXIT_FAILURE;
  weigh_index(path);
  App app({}, "");
  Viewer viewer(app);
  HostOptions options;
  options.text = viewer.characters();
  auto host = open_off_screen(options);
  if (!host) {
    std::printf("%s\n", host.error().message.c_str());
    return EXIT_FAILURE;
  }
  const HostCalls calls = viewer.calls(**host);
  (void)(*host)->picture(calls);  // the start screen, from which somebody opens it
  const double before = memory("VmHWM:");

  Clock::time_point start = Clock::now();
  auto alone = RecordingFile::open(path);
  if (!alone) return EXIT_FAILURE;
  std::printf("open                          %8.2f ms\n", milliseconds_since(start));
  time_months(**alone);
  alone->reset();
  start = Clock::now();
  if (!app.open(path)) return EXIT_FAILURE;
  (void)(*host)->picture(calls);
  std::printf("first picture                 %8.1f ms  (%zu months read)\n",
              milliseconds_since(start), app.replay()->months().size());
  start = Clock::now();
  app.file()->read_all();
  std::printf("reading all                   %8.1f ms  (%.1f MB, %zu months, %zu messages)\n",
              milliseconds_since(start), static_cast<double>(app.file()->bytes()) / 1e6,
              app.replay()->months().size(), app.replay()->messages().size());
  time_bodies(*app.file());
  time_views(*app.file(), "this recording");
  time_pictures(app, **host, calls);
  const double most = memory("VmHWM:");
  if (!app.open_demo()) return EXIT_FAILURE;
  app.file()->read_all();
  std::printf("the demo crisis, eight years:\n");
  time_views(*app.file(), "the demo crisis");
  time_pictures(app, **host, calls);
  std::printf("most memory                   %8.1f MB  (%.1f MB at the start screen)\n", most,
              before);
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return EXIT_SUCCESS;
}

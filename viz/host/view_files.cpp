#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <viz/host/view_files.hpp>
#include <viz/model/app/exports.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/series_view.hpp>
#include <viz/panels/frame.hpp>

namespace monazite::viz {
namespace {

/// Frames until scrolled lists and tooltips have settled.
constexpr int kSettling = 3;

base::Result<std::unique_ptr<Host>> open_host(const App& app, const Viewer& viewer,
                                              const ViewOptions& options) {
  HostOptions host;
  host.width = options.width;
  host.height = options.height;
  host.scale = app.settings.scale > 0 ? app.settings.scale : 1;
  host.text = viewer.characters();
  return open_off_screen(host);
}

base::Result<void> check_panel(const ViewOptions& options) {
  const std::vector<std::string> names = panel_names();
  if (options.panel.empty() ||
      std::find(names.begin(), names.end(), options.panel) != names.end()) {
    return {};
  }
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return base::fail(base::ErrorCode::kBadInput,
                    "there is no panel " + options.panel + "; there are " + all);
}

Pixels settled_picture(Host& host, const HostCalls& calls) {
  for (int i = 1; i < kSettling; ++i) (void)host.picture(calls);
  return host.picture(calls);
}

base::Result<void> write_film(App& app, Host& host, const HostCalls& calls,
                              const ViewOptions& options) {
  const base::Day from = options.from.value_or(app.time.first());
  const base::Day to = options.to.value_or(app.time.last());
  if (to < from) return base::fail(base::ErrorCode::kBadInput, "--to lies before --from");
  std::error_code error;
  std::filesystem::create_directories(options.frames, error);
  if (error) {
    return base::fail(base::ErrorCode::kIo,
                      "cannot make the folder " + options.frames + ": " + error.message());
  }
  int number = 0;
  for (base::Day day = from; day <= to; day = day + options.every_days) {
    app.time.seek(day);
    char name[32];
    std::snprintf(name, sizeof name, "/frame-%06d.png", number);
    const Pixels pixels = number == 0 ? settled_picture(host, calls) : host.picture(calls);
    if (auto done = write_png(options.frames + name, pixels); !done) return done;
    ++number;
  }
  return {};
}

/// The lines of all charts of a group, one row a month within the window.
base::Result<void> write_chart(const App& app, const ViewOptions& options) {
  static const std::vector<std::pair<std::string, ChartGroup>> kGroups = {
      {"price", ChartGroup::kPrices}, {"cover", ChartGroup::kCover},
      {"stock", ChartGroup::kStocks}, {"flow", ChartGroup::kFlows},
      {"share", ChartGroup::kShares}, {"politics", ChartGroup::kPolitics}};
  const auto group = std::find_if(kGroups.begin(), kGroups.end(), [&options](const auto& entry) {
    return entry.first == options.chart;
  });
  if (group == kGroups.end()) {
    return base::fail(
        base::ErrorCode::kBadInput,
        "--chart is one of price, cover, stock, flow, share, politics; not " + options.chart);
  }
  const Replay& replay = *app.replay();
  std::vector<Chart> of = charts(replay);
  of.erase(std::remove_if(of.begin(), of.end(),
                          [&](const Chart& chart) { return chart.group != group->second; }),
           of.end());
  const std::string text = charts_csv(replay, of, options.from.value_or(replay.first_day()),
                                      options.to.value_or(replay.last_day()));
  std::ofstream file(options.csv, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) {
    return base::fail(base::ErrorCode::kIo,
                      "cannot write " + options.csv + "; is the folder there, is the disk full?");
  }
  return {};
}

}  // namespace

base::Result<void> write_view_files(App& app, Viewer& viewer, const ViewOptions& options) {
  if (auto done = check_panel(options); !done) return done;
  if (app.file() != nullptr) app.file()->read_all();
  while (app.class_room() != nullptr && app.class_room()->read_on()) {
  }
  if (!options.csv.empty()) {
    if (app.replay() == nullptr) {
      return base::fail(base::ErrorCode::kBadInput, "--csv needs a recording, or --demo");
    }
    if (auto done = write_chart(app, options); !done) return done;
  }
  if (options.screenshot.empty() && options.frames.empty()) return {};
  auto host = open_host(app, viewer, options);
  if (!host) return tl::unexpected<base::Error>(host.error());
  const HostCalls& calls = viewer.calls(**host);
  if (!options.screenshot.empty()) {
    if (auto done = write_png(options.screenshot, settled_picture(**host, calls)); !done) {
      return done;
    }
  }
  if (!options.frames.empty()) {
    if (app.replay() == nullptr) {
      return base::fail(base::ErrorCode::kBadInput, "--frames needs a recording, or --demo");
    }
    return write_film(app, **host, calls, options);
  }
  return {};
}

}  // namespace monazite::viz

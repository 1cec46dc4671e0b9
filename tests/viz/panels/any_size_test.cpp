#include <memory>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/host/null_host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>
#include <viz/panels/frame.hpp>

namespace monazite::viz {
namespace {

/// Draws the window, and each panel alone, in one size.
void draw_all(App& app, int width, int height, std::size_t least_texts) {
  HostOptions options;
  options.width = width;
  options.height = height;
  Viewer viewer(app);
  NullHost host(options);
  const HostCalls calls = viewer.calls(host);
  std::vector<DrawnText> texts;
  viewer.keep_texts(&texts);
  for (const Layout layout :
       {Layout::kOverview, Layout::kNegotiation, Layout::kMarket, Layout::kWhatIf, Layout::kSeat}) {
    app.view.layout = layout;
    texts.clear();
    host.frame(calls);
    INFO(layout_name(layout) << " in " << width << "x" << height);
    CHECK(texts.size() >= least_texts);
  }
  app.view.layout = Layout::kOverview;
  for (const std::string& panel : panel_names()) {
    INFO(panel << " in " << width << "x" << height);
    viewer.show_only(panel);
    host.frame(calls);
    CHECK(viewer.items().size() < 1000);
  }
}

void draw_in_all_sizes(App& app) {
  draw_all(app, 1600, 900, 15);
  draw_all(app, 640, 400, 5);
  draw_all(app, 3840, 1000, 15);
  draw_all(app, 500, 2000, 5);
  draw_all(app, 60, 40, 0);
}

TEST_CASE("Every panel draws in any size, on the first, a middle and the last day") {
  auto app = test_support::app_with_demo();
  for (const base::Day day :
       {app->time.first(), test_support::day("2026-04-15"), app->time.last()}) {
    app->time.seek(day);
    draw_in_all_sizes(*app);
  }
}

TEST_CASE("Every panel draws in any size where no recording is open") {
  App app(ViewSettings{}, "");
  draw_in_all_sizes(app);
}

TEST_CASE("Every panel draws what is selected, hidden or zoomed, whatever it is") {
  auto app = test_support::app_with_demo();
  app->time.seek(test_support::day("2029-09-30"));
  app->view.future_hidden = true;
  app->view.book = BookTab::kDetail;
  app->zoom(0.1, app->day().number);
  using Kind = Entity::Kind;
  for (const Kind kind : {Kind::kNone, Kind::kSeat, Kind::kNegotiation, Kind::kMessage,
                          Kind::kClause, Kind::kEvent, Kind::kFlow, Kind::kSeries}) {
    for (const std::uint64_t number : {0ULL, 1ULL, 7ULL, 123456789ULL}) {
      INFO("kind " << static_cast<int>(kind) << ", number " << number);
      app->selection.select({kind, number});
      app->view.flows = static_cast<FlowView>(number % 3);
      draw_all(*app, 1280, 720, 15);
    }
  }
}

TEST_CASE("Every panel draws a recording of which only the beginning is there") {
  const std::string& bytes = test_support::played_replay().bytes;
  for (const std::size_t tenths : {3UL, 5UL, 9UL}) {
    auto file = RecordingFile::from_bytes(bytes.substr(0, bytes.size() * tenths / 10), "cut");
    REQUIRE(file.has_value());
    App app(ViewSettings{}, "");
    app.open_file(std::move(*file));
    app.file()->read_all();
    app.time.follow();
    draw_all(app, 1280, 720, 15);
  }
}

}  // namespace
}  // namespace monazite::viz

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/host/null_host.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/panels/detail/sankey_layout.hpp>
#include <viz/panels/flows.hpp>
#include <viz/plot/screen.hpp>

namespace monazite::viz {
namespace {

/// The panel alone, filling a screen without a display.
class PanelScreen {
 public:
  explicit PanelScreen(App& app, Vec size, bool dark = true)
      : app_(app),
        host_(options(size)),
        canvas_(nullptr, host_.fonts()),
        ui_(canvas_, dark ? dark_palette() : light_palette(), Strings{}) {
    calls_.draw = [this](Vec screen, double) {
      Commands commands;
      begin_screen(canvas_, screen);
      ui_.begin_frame();
      texts_.clear();
      canvas_.keep_texts(&texts_);
      draw_flows(ui_, app_, {0, 0, screen.x, screen.y}, commands);
      end_screen(canvas_);
      commands.apply(app_);
    };
    host_.frame(calls_);
  }

  [[nodiscard]] const std::vector<DrawnText>& texts() const { return texts_; }
  [[nodiscard]] const std::map<std::string, Rect, std::less<>>& items() const {
    return ui_.items();
  }
  [[nodiscard]] Rect item(const std::string& id) const {
    const auto found = ui_.items().find(id);
    return found == ui_.items().end() ? Rect{} : found->second;
  }
  void frame() { host_.frame(calls_); }
  void click(Vec at) { host_.click(calls_, at); }
  void move(Vec to) { host_.move(calls_, to); }
  [[nodiscard]] bool shows(const std::string& words) const {
    for (const DrawnText& text : texts_) {
      if (text.text.find(words) != std::string::npos) return true;
    }
    return false;
  }

 private:
  static HostOptions options(Vec size) {
    HostOptions options;
    options.width = static_cast<int>(size.x);
    options.height = static_cast<int>(size.y);
    options.text = Strings::all_japanese();
    return options;
  }

  App& app_;
  NullHost host_;
  Canvas canvas_;
  Ui ui_;
  HostCalls calls_;
  std::vector<DrawnText> texts_;
};

std::unique_ptr<App> app_on(const char* day) {
  auto app = std::make_unique<App>(ViewSettings{}, std::string{});
  app->open_file(test_support::open_played());
  app->time.seek(test_support::day(day));
  return app;
}

/// Texts whose ink overlaps, or that leave the panel; those that a scrolling region hides count
/// not.
std::vector<std::string> faults(const PanelScreen& screen, Vec size) {
  std::vector<std::string> found;
  const std::vector<DrawnText>& texts = screen.texts();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Rect& box = texts[i].box;
    if (box.x < 0 || box.right() > size.x) found.push_back("outside: " + texts[i].text);
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (texts[i].on_top != texts[j].on_top) continue;
      if (box.inset(0.5F).overlaps(texts[j].box.inset(0.5F)) &&
          texts[i].clip.overlaps(texts[j].box) && texts[j].clip.overlaps(box)) {
        found.push_back(texts[i].text + " over " + texts[j].text);
      }
    }
  }
  return found;
}

TEST_CASE("In all views, sizes and months no text of the trade flows lies over another") {
  const auto app = app_on("2025-08-01");
  for (const Vec size :
       {Vec{380, 320}, Vec{544, 560}, Vec{700, 1000}, Vec{1000, 800}, Vec{1200, 700}}) {
    for (const char* day : {"2024-02-10", "2025-08-01", "2026-06-30"}) {
      app->time.seek(test_support::day(day));
      for (const FlowView view : {FlowView::kMap, FlowView::kSankey, FlowView::kTable}) {
        app->view.flows = view;
        const PanelScreen screen(*app, size);
        INFO(size.x << " x " << size.y << ", " << day << ", view " << static_cast<int>(view));
        CHECK(screen.texts().size() > 10);
        CHECK(faults(screen, size) == std::vector<std::string>{});
      }
    }
  }
}

TEST_CASE("Plates stay on the panel and off each other, the inset and the legend") {
  const auto app = app_on("2025-08-01");
  const Vec size{544, 560};
  const PanelScreen screen(*app, size);
  std::vector<Rect> apart;
  for (const auto& [id, rect] : screen.items()) {
    if (id.rfind("flows/plate/", 0) == 0) {
      CHECK(rect.x >= 0);
      CHECK(rect.right() <= size.x);
      CHECK(rect.bottom() <= size.y);
      apart.push_back(rect);
    }
  }
  CHECK(apart.size() >= 5);
  REQUIRE_FALSE(screen.item("flows/legend").empty());
  REQUIRE_FALSE(screen.item("flows/inset").empty());
  apart.push_back(screen.item("flows/legend"));
  for (std::size_t i = 0; i < apart.size(); ++i) {
    for (std::size_t j = i + 1; j < apart.size(); ++j) CHECK_FALSE(apart[i].overlaps(apart[j]));
  }
}

TEST_CASE("A small map drops the legend and keeps the inset") {
  const auto app = app_on("2025-08-01");
  const PanelScreen screen(*app, {380, 320});
  CHECK(screen.item("flows/legend").empty());
  CHECK_FALSE(screen.item("flows/inset").empty());
  CHECK_FALSE(screen.shows("contract"));
  CHECK(screen.shows("t/month"));
}

TEST_CASE("The segmented control changes the view of the trade flows") {
  const auto app = app_on("2025-08-01");
  PanelScreen screen(*app, {544, 560});
  REQUIRE(app->view.flows == FlowView::kMap);
  screen.click(screen.item("flows/view/1").centre());
  CHECK(app->view.flows == FlowView::kSankey);
  screen.click(screen.item("flows/view/2").centre());
  CHECK(app->view.flows == FlowView::kTable);
  CHECK(screen.shows("12-month mean"));
}

TEST_CASE("A click on a row of the table, on a plate and on a run selects the flow") {
  const auto app = app_on("2025-08-01");
  app->view.flows = FlowView::kTable;
  PanelScreen screen(*app, {544, 560});
  const auto number = [](FlowId id) { return static_cast<std::uint64_t>(id); };
  screen.click(screen.item("flows/row/" + std::to_string(number(FlowId::kChinaToJapan))).centre());
  CHECK(app->selection.is(Entity::Kind::kFlow, number(FlowId::kChinaToJapan)));

  const std::string plate = "flows/plate/" + std::to_string(number(FlowId::kIndiaToJapan));
  for (const FlowView view : {FlowView::kMap, FlowView::kSankey}) {
    app->view.flows = view;
    app->selection.clear();
    screen.frame();
    REQUIRE_FALSE(screen.item(plate).empty());
    screen.click(screen.item(plate).centre());
    CHECK(app->selection.is(Entity::Kind::kFlow, number(FlowId::kIndiaToJapan)));
  }
}

TEST_CASE("Over an estimate the mouse is told that it is one, and how it was made") {
  const auto app = app_on("2025-08-01");
  PanelScreen screen(*app, {544, 560});
  const std::string plate =
      "flows/plate/" + std::to_string(static_cast<int>(FlowId::kChinaToJapan));
  REQUIRE_FALSE(screen.item(plate).empty());
  CHECK_FALSE(screen.shows("Estimate."));
  screen.move(screen.item(plate).centre());
  CHECK(screen.shows("Estimate."));
  CHECK(screen.shows("12-month mean"));
}

TEST_CASE("Without a recording and before the first month the panel says so") {
  App nothing{ViewSettings{}, std::string{}};
  {
    const PanelScreen none(nothing, {544, 560});
    CHECK(none.shows("Open a recording"));
  }
  const auto early = app_on("2024-01-05");
  const PanelScreen before(*early, {544, 560});
  CHECK(before.shows("No month has ended yet"));
}

TEST_CASE(
    "In the Sankey diagram widths are amounts, bars are as high as them, and no run crosses "
    "another") {
  const auto app = app_on("2025-08-01");
  const std::vector<Flow> flows = flows_view(*app->replay(), app->day());
  const Rect rect{10, 20, 500, 460};
  const SankeyLayout layout = lay_out_sankey(flows, rect, 10);
  REQUIRE(layout.runs.size() >= 6);
  for (const SankeyRun& run : layout.runs) {
    const double wanted = run.flow->amount->month * layout.pixels_per_tonne;
    if (wanted > 2.5) CHECK(static_cast<double>(run.width) == Approx(wanted).epsilon(1e-3));
    CHECK(run.from_y >= layout.nodes[run.from].rect.y - 0.01F);
    CHECK(run.to_y + run.width <= layout.nodes[run.to].rect.bottom() + 0.01F);
    CHECK(run_y(run, 0) == run.from_y);
    CHECK(run_y(run, 1) == Approx(run.to_y));
  }
  for (const SankeyRun& a : layout.runs) {
    for (const SankeyRun& b : layout.runs) {
      const bool same_gap = layout.nodes[a.from].column == layout.nodes[b.from].column;
      if (same_gap && a.from_y < b.from_y) CHECK(a.to_y < b.to_y);
    }
  }
  double shares = 0;
  for (const SankeyRun& run : layout.runs) {
    if (run.first && run.flow->to == PlaceId::kYokohama) shares += run.share;
  }
  CHECK(shares == Approx(1));
  for (const SankeyNode& node : layout.nodes) {
    CHECK(node.rect.y - node.head >= rect.y - 0.01F);
    CHECK(node.rect.bottom() <= rect.bottom() + 0.5F);
  }
}

}  // namespace
}  // namespace monazite::viz

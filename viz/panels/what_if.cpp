#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <vector>

#include <viz/model/what_if/what_if.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/what_if.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <viz/plot/time_plot.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

struct SeriesOfFan {
  FanSeries series;
  const char* name;  ///< of the snapshots
  const char* title;
  const char* unit;
};
constexpr std::array<SeriesOfFan, kFanSeries> kSeries = {
    {{FanSeries::kPrice, "price_ndpr_outside_usd_per_kg", "NdPr oxide price",
      "USD/kg, outside China"},
     {FanSeries::kCover, "japan_cover_days", "Cover of Japanese makers", "days of use"},
     {FanSeries::kFlow, "shipped_ndpr_t", "Flow from India", "t NdPr/month"}}};

Look look_a(const Palette& palette) {
  return {palette.a(), Shape::kCircle, false};
}
Look look_b(const Palette& palette) {
  return {palette.b(), Shape::kDiamond, false};
}

/// Bands and medians where there are many seeds, else the two runs.
TimePlot future_plot(const Ui& ui, WhatIf& what_if, std::size_t number) {
  const SeriesOfFan& series = kSeries[number];
  TimePlot plot;
  plot.id = std::string("futures/") + series.name;
  plot.title = ui.tr(series.title);
  plot.unit = ui.tr(series.unit);
  if (const Fan* fan = what_if.fan()) {
    plot.days = fan->months;
    for (const auto& [bands, color] :
         {std::pair{&fan->a, ui.palette.a().mark}, std::pair{&fan->b, ui.palette.b().mark}}) {
      const auto& of = (*bands)[number];
      plot.bands.push_back({of[0], of[4], color.faded(0.14F)});
      plot.bands.push_back({of[1], of[3], color.faded(0.24F)});
    }
    plot.lines.push_back({"A", look_a(ui.palette), fan->a[number][2], false, false, 2});
    plot.lines.push_back({"B", look_b(ui.palette), fan->b[number][2], false, true, 2});
    return plot;
  }
  const Replay& a = what_if.a().replay();
  plot.days = a.months();
  plot.lines.push_back({"A", look_a(ui.palette), a.series(series.name), false, false, 2});
  if (RecordingFile* b = what_if.b()) {
    plot.lines.push_back(
        {"B", look_b(ui.palette), b->replay().series(series.name), false, true, 2});
  }
  return plot;
}

/// What both come to at the end of what is shown, right of a plot.
void draw_ends(Ui& ui, const Rect& rect, const TimePlot& plot, double day) {
  std::vector<std::pair<double, const TimeLine*>> ends;
  for (const TimeLine& line : plot.lines) {
    if (const auto value = value_on_day(plot, line.values, day)) ends.emplace_back(*value, &line);
  }
  std::sort(ends.begin(), ends.end(),
            [](const auto& x, const auto& y) { return x.first > y.first; });
  float y = rect.y + 40;
  for (const auto& [value, line] : ends) {
    ui.canvas.mark(line->look, {rect.x + 8, y}, 9);
    ui.canvas.text({rect.x + 20, y}, line->label + "  " + lab::number_words(value, 1), Type::kTitle,
                   line->look.tone.word);
    // The spread of the seeds belongs to the line of the same order.
    const std::size_t band = line->label == "A" ? 0 : 2;
    if (band < plot.bands.size()) {
      const auto low = value_on_day(plot, plot.bands[band].lower, day);
      const auto high = value_on_day(plot, plot.bands[band].upper, day);
      if (low && high) {
        y += 16;
        ui.canvas.text_in({rect.x + 20, y - 8, rect.w - 20, 16},
                          lab::number_words(*low, 0) + "–" + lab::number_words(*high, 0) +
                              std::string(ui.tr(" in 5–95 %")),
                          Type::kSmall, ui.palette.text2);
      }
    }
    y += 24;
  }
}

void draw_fan_controls(Ui& ui, WhatIf& what_if, Rect strip, Commands& commands) {
  FanJob* job = what_if.fan_job();
  const bool running = job != nullptr && !job->finished();
  const Rect button = strip.cut_right(96, 12);
  if (running) {
    if (ui.button("futures/stop", button, ui.tr("Stop"))) {
      commands.push([](App& a) { a.what_if()->stop_fan(); });
    }
  } else if (ui.button("futures/seeds", button, ui.tr("200 seeds"), ButtonStyle::kPlain,
                       what_if.changed())) {
    commands.push([](App& a) { a.what_if()->start_fan(); });
  }
  if (job == nullptr) return;
  if (running) {
    const Rect bar = strip.cut_right(150, 10);
    ui.bar({bar.x, bar.centre().y - 3, bar.w, 6}, job->progress(), ui.palette.text2);
  }
  std::string words =
      ui.tr("{0} of {1}", {std::to_string(job->done()), std::to_string(job->seeds())});
  if (what_if.fan_is_old()) words += ", " + std::string(ui.tr("of an earlier change"));
  ui.canvas.text_in(strip, words, Type::kBody, ui.palette.text, Align::kRight);
}

void write_csv(App& app) {
  const std::string path = "what-if.csv";
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << app.what_if()->csv();
  file.close();
  app.notice(file ? "The differences are in " + path
                  : "Cannot write " + path + "; is this folder writable?",
             !file);
}

void save_b(App& app) {
  const std::string path = "what-if.mcap";
  const auto saved = app.what_if()->save_as(path);
  app.notice(saved ? "B is saved as " + path + "; A is as it was" : saved.error().message, !saved);
}

}  // namespace

void draw_fork_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  WhatIf& what_if = *app.what_if();
  Rect row = rect.inset(kPadding, 5);
  const bool has_b = what_if.b() != nullptr;
  if (ui.button("fork/csv", row.cut_right(104, 8), ui.tr("Export CSV"), ButtonStyle::kPlain,
                has_b)) {
    commands.push(write_csv);
  }
  if (ui.button("fork/save", row.cut_right(112, 8), ui.tr("Save B"), ButtonStyle::kPrimary,
                has_b)) {
    commands.push(save_b);
  }
  const float middle = row.centre().y;
  float x = row.x;
  ui.canvas.line({x, middle}, {x + 28, middle}, ui.palette.a().mark, 2.5F);
  ui.canvas.text({x + 38, middle}, "A", Type::kTitle, ui.palette.a().word);
  x += 56;
  x += ui.canvas.text_in({x, row.y, row.w * 0.3F, row.h}, ui.tr("as recorded"), Type::kBody,
                         ui.palette.text2) +
       24;
  ui.canvas.dashed({{x, middle}, {x + 28, middle}}, ui.palette.b().mark, 2.5F, 6, 4);
  ui.canvas.text({x + 38, middle}, "B", Type::kTitle, ui.palette.b().word);
  x += 56;
  const std::string title =
      has_b ? what_if.title() : std::string(ui.tr("change a decision or drag a slider"));
  ui.canvas.text_in({x, row.y, row.right() - x, row.h}, title, Type::kBody,
                    has_b ? ui.palette.text : ui.palette.text2);
}

void draw_futures(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const bool many = what_if.fan() != nullptr;
  Rect inside =
      ui.panel("futures", rect, ui.tr("Two futures"),
               many ? ui.tr("the same seeds in A and B") : ui.tr("the same random numbers"));
  draw_fan_controls(ui, what_if, {rect.x + 260, rect.y + 4, rect.w - 270, 28}, commands);
  inside = inside.inset(10, 6);
  const Rect legend = inside.cut_bottom(18);
  ui.canvas.text_in(legend,
                    many ? ui.tr("Line: median, dark: 25–75 %, light: 5–95 % of the seeds")
                         : ui.tr("A solid, B dashed; the vertical line is the day shown"),
                    Type::kSmall, ui.palette.text2);
  TimePlotView view;
  const auto [from, to] = app.shown_days();
  view.axis.from = from;
  view.axis.to = to;
  view.playhead = app.day().number;
  view.hovered = app.selection.hovered_day;
  view.dim_future = false;
  const float gap = 6, dates = 18;
  const float height = (inside.h - dates - 2 * gap) / 3;
  for (std::size_t i = 0; i < kSeries.size(); ++i) {
    const bool last = i + 1 == kSeries.size();
    view.time_labels = last;
    Rect row = inside.cut_top(height + (last ? dates : 0), gap);
    const Rect ends = row.cut_right(118);
    TimePlot plot = future_plot(ui, what_if, i);
    if (const auto day = what_if.fork().day()) {
      plot.spans.push_back({static_cast<double>(day->number), to, ui.palette.text3.faded(0.07F)});
    }
    const TimePlotInput input = draw_time_plot(ui, row, plot, view);
    draw_ends(ui, ends, plot, to);
    if (input.clicked) {
      const base::Day day = *input.clicked;
      commands.push([day](App& a) { a.time.seek(day); });
    }
    if (input.hovered) {
      const base::Day day = *input.hovered;
      const double factor = input.zoom;
      commands.point([day](App& a) { a.selection.hovered_day = day; });
      if (factor != 1) {
        commands.push([day, factor](App& a) { a.zoom(factor, day.number); });
      }
    }
    if (input.fit) commands.run("view.fit");
  }
}

void draw_differences(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  WhatIf& what_if = *app.what_if();
  const Fan* fan = what_if.fan();
  Rect inside = ui.panel("differences", rect, ui.tr("What the change does"),
                         fan != nullptr ? ui.tr("median of {0} seeds", {std::to_string(fan->done)})
                                        : std::string(ui.tr("B less A, this seed")));
  const std::vector<DifferenceRow>& rows =
      fan != nullptr ? fan->differences : what_if.differences();
  if (rows.empty()) {
    ui.empty(inside, ui.tr("Change something on the left, and the two futures are compared here"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  const float words_w = inside.w * 0.25F, value_w = inside.w * 0.155F, diff_w = inside.w * 0.11F;
  const auto cells = [&](Rect row) {
    const Rect words = row.cut_right(words_w, 12);
    const Rect diff = row.cut_right(diff_w, 6);
    const Rect b = row.cut_right(value_w, 4);
    const Rect a = row.cut_right(value_w, 4);
    return std::array<Rect, 5>{row, a, b, diff, words};
  };
  const auto head = cells(inside.cut_top(22));
  ui.canvas.text_in(head[0], ui.tr("Outcome at the end"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[1], "A", Type::kSmallBold, ui.palette.a().word, Align::kRight);
  ui.canvas.text_in(head[2], "B", Type::kSmallBold, ui.palette.b().word, Align::kRight);
  ui.canvas.text_in(head[3], "B − A", Type::kSmall, ui.palette.text2, Align::kRight);
  ui.canvas.text_in(head[4], ui.tr("In words"), Type::kSmall, ui.palette.text2);
  const float height = std::clamp(inside.h / static_cast<float>(rows.size()), 22.0F, 30.0F);
  Rect list = ui.scroll_begin("differences/rows", inside, height * static_cast<float>(rows.size()));
  for (const DifferenceRow& row : rows) {
    const Rect line = list.cut_top(height);
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    const auto cell = cells(line);
    ui.canvas.text_in(cell[0],
                      std::string(ui.tr(row.label)) +
                          (row.unit.empty() ? "" : ", " + std::string(ui.tr(row.unit))),
                      Type::kSmall, ui.palette.text);
    ui.canvas.text_in(cell[1], row.a, Type::kSmall, ui.palette.text, Align::kRight);
    ui.canvas.text_in(cell[2], row.b, Type::kSmall, ui.palette.text, Align::kRight);
    ui.canvas.text_in(cell[3], row.difference, Type::kSmallBold, ui.palette.text, Align::kRight);
    const Shape shape = row.sign > 0   ? Shape::kTriangle
                        : row.sign < 0 ? Shape::kTriangleDown
                                       : Shape::kDiamond;
    const Color color =
        row.judgement == DifferenceRow::Judgement::kBetter  ? ui.palette.in_force().mark
        : row.judgement == DifferenceRow::Judgement::kWorse ? ui.palette.stopped().mark
                                                            : ui.palette.text3;
    if (row.sign != 0) ui.canvas.mark(shape, {cell[4].x + 6, cell[4].centre().y}, 8, color);
    ui.canvas.text_in({cell[4].x + 16, cell[4].y, cell[4].w - 16, cell[4].h}, row.words,
                      Type::kSmall, ui.palette.text2);
  }
  ui.scroll_end();
}

void draw_divergence(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const Divergence& parted = what_if.divergence();
  Rect inside = ui.panel("divergence", rect, ui.tr("First difference"),
                         parted.first ? day_words(ui.tr, *parted.first) : "");
  if (what_if.b() == nullptr) {
    ui.empty(inside, ui.tr("No second future yet"));
    return;
  }
  if (!parted.first) {
    ui.empty(inside, ui.tr("The change makes no difference in this history"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  const auto cells = [](Rect row) {
    const Rect day = row.cut_left(84, 6);
    const Rect who = row.cut_left(84, 6);
    const Rect a = row.cut_left((row.w - 8) / 2, 8);
    return std::array<Rect, 4>{day, who, a, row};
  };
  const auto head = cells(inside.cut_top(20));
  ui.canvas.text_in(head[0], ui.tr("Day"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[1], ui.tr("Party"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[2], "A", Type::kSmallBold, ui.palette.a().word);
  ui.canvas.text_in(head[3], "B", Type::kSmallBold, ui.palette.b().word);
  for (const DivergentRow& row : parted.rows) {
    const Rect line = inside.cut_top(26);
    if (line.h < 26) break;
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    const auto cell = cells(line);
    ui.canvas.text_in(cell[0], short_day_words(ui.tr, row.day), Type::kSmallBold, ui.palette.text);
    const Look look = look_of(ui.palette, what_if.a().replay(), row.who);
    ui.canvas.mark(look, {cell[1].x + 5, cell[1].centre().y}, 8);
    ui.canvas.text_in({cell[1].x + 14, cell[1].y, cell[1].w - 14, cell[1].h},
                      seat_words(ui.tr, what_if.a().replay(), row.who), Type::kBody,
                      ui.palette.text2);
    ui.canvas.text_in(cell[2], row.a, Type::kBody, ui.palette.text);
    ui.canvas.text_in(cell[3], row.b, Type::kBody, ui.palette.text);
    if (ui.hovered(line)) ui.tooltip({"A: " + row.a, "B: " + row.b});
    const base::Day day = row.day;
    if (ui.click("divergence/" + base::to_string(row.day) + std::to_string(row.who), line)) {
      commands.push([day](App& a) { a.time.seek(day); });
    }
  }
}

void draw_what_if(Ui& ui, const App& app, Rect rect, Commands& commands) {
  if (app.what_if() == nullptr) {
    ui.empty(rect, ui.tr("What if needs a recording of the trade"));
    return;
  }
  draw_fork_bar(ui, app, rect.cut_top(38, kGap), commands);
  const float width = rect.w;
  draw_changes(ui, app, rect.cut_left(std::max(280.0F, width * 0.2F), kGap), commands);
  Rect right = rect.cut_right(width * 0.315F, kGap);
  draw_futures(ui, app, rect, commands);
  draw_divergence(ui, app, right.cut_bottom(std::min(210.0F, right.h * 0.36F), kGap), commands);
  draw_differences(ui, app, right, commands);
}

}  // namespace monazite::viz

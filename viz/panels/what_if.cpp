#include <algorithm>
#include <array>
#include <string>
#include <tuple>
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

/// By FanSeries.
struct SeriesOfFan {
  const char* title;
  const char* unit;
};
constexpr std::array<SeriesOfFan, kFanSeries> kSeries = {
    {{"NdPr oxide price", "USD/kg, outside China"},
     {"Cover of Japanese makers", "days of use"},
     {"Flow from India", "t NdPr/month"}}};

TimeLine future_line(const Ui& ui, FutureLine line, const std::vector<double>& values) {
  static constexpr std::array<const char*, 3> kLetters = {"A", "B", "C"};
  TimeLine drawn;
  drawn.label = kLetters[static_cast<std::size_t>(line)];
  drawn.look = future_look(ui.palette, line);
  drawn.values = values;
  drawn.dashed = line == FutureLine::kB;
  drawn.dotted = line == FutureLine::kC;
  drawn.thickness = drawn.dotted ? 2.4F : 2;
  return drawn;
}

/// Bands and medians where there are many seeds, else the runs themselves. All have the same
/// months.
TimePlot future_plot(const Ui& ui, WhatIf& what_if, std::size_t number) {
  const SeriesOfFan& series = kSeries[number];
  TimePlot plot;
  const char* name = kFanSeriesNames[number];
  const PinnedFuture* c = what_if.pinned();
  plot.id = std::string("futures/") + name;
  plot.title = ui.tr(series.title);
  plot.unit = ui.tr(series.unit);
  if (const Fan* fan = what_if.fan()) {
    plot.days = fan->months;
    // B's bands have edges, dashed as its line is: where both fans lie, their colours mix.
    const Color none = ui.palette.a().mark.faded(0);
    for (const auto& [bands, color, edge] :
         {std::tuple{&fan->a, ui.palette.a().mark, none},
          std::tuple{&fan->b, ui.palette.b().mark, ui.palette.b().mark.faded(0.8F)}}) {
      const auto& of = (*bands)[number];
      plot.bands.push_back({of[0], of[4], color.faded(0.12F), edge});
      plot.bands.push_back({of[1], of[3], color.faded(0.22F), edge});
    }
    plot.lines.push_back(future_line(ui, FutureLine::kA, fan->a[number][2]));
    plot.lines.push_back(future_line(ui, FutureLine::kB, fan->b[number][2]));
    // One run beside medians of many would be another kind of line.
    if (c != nullptr && !c->medians[number].empty()) {
      plot.lines.push_back(future_line(ui, FutureLine::kC, c->medians[number]));
    }
    return plot;
  }
  const Replay& a = what_if.a().replay();
  plot.days = a.months();
  plot.lines.push_back(future_line(ui, FutureLine::kA, a.series(name)));
  if (RecordingFile* b = what_if.b()) {
    plot.lines.push_back(future_line(ui, FutureLine::kB, b->replay().series(name)));
  }
  if (c != nullptr) plot.lines.push_back(future_line(ui, FutureLine::kC, c->series[number]));
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
    const std::size_t band = line->label == "A" ? 0 : line->label == "B" ? 2 : plot.bands.size();
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
  } else if (ui.button("futures/seeds", button,
                       ui.tr("{0} seeds", {std::to_string(what_if.seeds_of_button)}),
                       ButtonStyle::kPlain, what_if.changed())) {
    commands.push([](App& a) { a.what_if()->start_fan(a.what_if()->seeds_of_button); });
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

}  // namespace

void draw_futures(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const bool many = what_if.fan() != nullptr;
  Rect inside = ui.panel(
      "futures", rect, what_if.pinned() != nullptr ? ui.tr("Three futures") : ui.tr("Two futures"),
      many ? ui.tr("the same seeds in A and B") : ui.tr("the same random numbers"));
  draw_fan_controls(ui, what_if, {rect.x + 260, rect.y + 4, rect.w - 270, 28}, commands);
  inside = inside.inset(10, 6);
  const Rect legend = inside.cut_bottom(18);
  ui.canvas.text_in(legend,
                    many ? ui.tr("Line: median, dark: 25–75 %, light: 5–95 % of the seeds")
                    : what_if.pinned() != nullptr
                        ? ui.tr("A solid, B dashed, C dotted; the vertical line is the day shown")
                        : ui.tr("A solid, B dashed; the vertical line is the day shown"),
                    Type::kSmall, ui.palette.text2);
  TimePlotView view;
  const auto [from, to] = app.shown_days();
  view.axis.from = from;
  view.axis.to = to;
  view.playhead = app.day().number;
  view.hovered = app.selection.hovered_day;
  view.dim_future = false;
  view.future_hidden = app.view.future_hidden;
  const double end = view.future_hidden ? std::min(to, view.playhead) : to;
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
    draw_ends(ui, ends, plot, end);
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

constexpr float kArrowColumn = 16, kBetweenColumns = 8;

/// Widths in the table of differences.
struct DifferenceColumns {
  float value = 0, difference = 0;  ///< as wide as their widest number, which is never cut
  float words = 0;                  ///< 0: no room, they are left to the tooltip
};

DifferenceColumns difference_columns(const Ui& ui, float width,
                                     const std::vector<DifferenceRow>& rows,
                                     const std::vector<DifferenceRow>* c_rows) {
  constexpr float kLeastForWords = 230, kShareOfWords = 0.45F;
  DifferenceColumns columns;
  columns.difference = ui.canvas.width("B − A", Type::kSmall);
  for (const DifferenceRow& row : rows) {
    columns.value = std::max({columns.value, ui.canvas.width(row.a, Type::kSmall),
                              ui.canvas.width(row.b, Type::kSmall)});
    columns.difference =
        std::max(columns.difference, ui.canvas.width(row.difference, Type::kSmallBold));
  }
  if (c_rows != nullptr) {
    for (const DifferenceRow& row : *c_rows) {
      columns.value = std::max(columns.value, ui.canvas.width(row.b, Type::kSmall));
    }
  }
  columns.value += 1;  // for rounding
  columns.difference += 1;
  const float values = c_rows != nullptr ? 3 : 2;
  const float rest = width - values * (columns.value + kBetweenColumns) -
                     (columns.difference + kBetweenColumns) - kArrowColumn - kBetweenColumns;
  if (rest >= kLeastForWords) columns.words = rest * kShareOfWords;
  return columns;
}

void draw_differences(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  WhatIf& what_if = *app.what_if();
  const Fan* fan = what_if.fan();
  Rect inside = ui.panel(
      "differences", rect, ui.tr("What the change does"),
      fan != nullptr ? ui.tr("{0} seeds: medians, B − A by seed", {std::to_string(fan->done)})
                     : std::string(ui.tr("B less A, this seed")));
  if (app.view.future_hidden) {
    ui.empty(inside, ui.tr("What the change does at the end is hidden with the future"));
    return;
  }
  const std::vector<DifferenceRow>& rows =
      fan != nullptr ? fan->differences : what_if.differences();
  if (rows.empty()) {
    ui.empty(inside, ui.tr("Change something on the left, and the two futures are compared here"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  const std::vector<DifferenceRow>& c_rows = fan != nullptr && what_if.pinned() != nullptr
                                                 ? what_if.pinned()->of_seeds
                                                 : what_if.pinned_differences();
  const bool has_c = what_if.pinned() != nullptr;
  const DifferenceColumns columns =
      difference_columns(ui, inside.w, rows, has_c ? &c_rows : nullptr);
  const bool words = columns.words > 0;
  const auto cells = [&](Rect row) {
    const Rect in_words = row.cut_right(kArrowColumn + columns.words, kBetweenColumns);
    const Rect diff = row.cut_right(columns.difference, kBetweenColumns);
    const Rect c = has_c ? row.cut_right(columns.value, kBetweenColumns) : Rect{};
    const Rect b = row.cut_right(columns.value, kBetweenColumns);
    const Rect a = row.cut_right(columns.value, kBetweenColumns);
    return std::array<Rect, 6>{row, a, b, diff, in_words, c};
  };
  const auto head = cells(inside.cut_top(22));
  ui.canvas.text_in(head[0], ui.tr("Outcome at the end"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[1], "A", Type::kSmallBold, ui.palette.a().word, Align::kRight);
  ui.canvas.text_in(head[2], "B", Type::kSmallBold, ui.palette.b().word, Align::kRight);
  if (has_c) {
    ui.canvas.text_in(head[5], "C", Type::kSmallBold, ui.palette.c().word, Align::kRight);
  }
  ui.canvas.text_in(head[3], "B − A", Type::kSmall, ui.palette.text2, Align::kRight);
  if (words) ui.canvas.text_in(head[4], ui.tr("In words"), Type::kSmall, ui.palette.text2);
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
    if (has_c) {
      const auto same =
          std::find_if(c_rows.begin(), c_rows.end(),
                       [&row](const DifferenceRow& other) { return other.figure == row.figure; });
      ui.canvas.text_in(cell[5], same == c_rows.end() ? "–" : same->b, Type::kSmall,
                        ui.palette.text, Align::kRight);
    }
    ui.canvas.text_in(cell[3], row.difference, Type::kSmallBold, ui.palette.text, Align::kRight);
    const Shape shape = row.sign > 0   ? Shape::kTriangle
                        : row.sign < 0 ? Shape::kTriangleDown
                                       : Shape::kDiamond;
    const Color color =
        row.judgement == DifferenceRow::Judgement::kBetter  ? ui.palette.in_force().mark
        : row.judgement == DifferenceRow::Judgement::kWorse ? ui.palette.stopped().mark
                                                            : ui.palette.text3;
    if (row.sign != 0) ui.canvas.mark(shape, {cell[4].x + 6, cell[4].centre().y}, 8, color);
    if (words) {
      ui.canvas.text_in({cell[4].x + kArrowColumn, cell[4].y, cell[4].w - kArrowColumn, cell[4].h},
                        row.words, Type::kSmall, ui.palette.text2);
    }
    if (ui.hovered(line)) {
      ui.tooltip({std::string(ui.tr(row.label)) + ": " + row.words});
    }
  }
  ui.scroll_end();
}

void draw_divergence(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const Divergence& parted = what_if.divergence();
  const auto known = app.known_until();
  const bool hidden = known && parted.first && *parted.first > *known;
  Rect inside = ui.panel("divergence", rect, ui.tr("First difference"),
                         parted.first && !hidden ? day_words(ui.tr, *parted.first) : "");
  if (what_if.b() == nullptr) {
    ui.empty(inside, ui.tr("No second future yet"));
    return;
  }
  if (hidden || (known && !parted.first)) {
    ui.empty(inside, ui.tr("No difference by this day; what comes is hidden"));
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
    if (known && row.day > *known) break;
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

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <viz/model/app/exports.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/what_if/what_if.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

namespace fs = std::filesystem;

/// Letters, digits, points and dashes; whatever else there is becomes one dash.
std::string as_file_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_';
    if (plain) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name;
}

std::string number(double value) {
  if (std::isnan(value)) return {};
  char text[40];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

struct Shown {
  base::Day from{}, to{};
};

/// The days on the time axes, without a future that is hidden.
Shown shown(const App& app) {
  const auto [from, to] = app.shown_days();
  Shown days{base::Day{static_cast<int>(std::ceil(from))},
             base::Day{static_cast<int>(std::ceil(to)) - 1}};
  if (app.view.future_hidden) days.to = std::min(days.to, app.day());
  return days;
}

/// "ndpr_price" of the chart "charts/ndpr_price"; empty when that is not a chart of the world.
std::string_view key_of_chart(const App& app) {
  constexpr std::string_view kCharts = "charts/";
  const std::string_view chart = app.view.chart;
  return chart.rfind(kCharts, 0) == 0 ? chart.substr(kCharts.size()) : std::string_view();
}

struct Column {
  std::string head;
  const std::vector<base::Day>* days;
  const std::vector<double>* values;
};

/// Columns over the months of the first; those of another history are found by their day.
std::string columns_csv(const std::vector<Column>& columns, const Shown& days) {
  std::string text = "month";
  for (const Column& column : columns) text += ",\"" + column.head + "\"";
  text += "\n";
  if (columns.empty()) return text;
  for (const base::Day day : *columns.front().days) {
    if (day < days.from || day > days.to) continue;
    text += base::to_string(day);
    for (const Column& column : columns) {
      const auto at = std::lower_bound(column.days->begin(), column.days->end(), day);
      const auto row = static_cast<std::size_t>(at - column.days->begin());
      const bool there = at != column.days->end() && *at == day && row < column.values->size();
      text += "," + (there ? number((*column.values)[row]) : std::string());
    }
    text += "\n";
  }
  return text;
}

/// A, B and C of one plot of "Two futures", or of all three.
std::string futures_csv(const App& app) {
  WhatIf& what_if = *app.what_if();
  const Fan* fan = what_if.fan();
  const PinnedFuture* c = what_if.pinned();
  std::vector<Column> columns;
  for (std::size_t i = 0; i < kFanSeries; ++i) {
    const std::string name = kFanSeriesNames[i];
    if (app.view.chart.rfind("futures/", 0) == 0 && app.view.chart != "futures/" + name) continue;
    if (fan != nullptr) {
      static constexpr std::array<const char*, 5> kShares = {" 5 %", " 25 %", " 50 %", " 75 %",
                                                             " 95 %"};
      for (std::size_t q = 0; q < kShares.size(); ++q) {
        columns.push_back({"A " + name + kShares[q], &fan->months, &fan->a[i][q]});
        columns.push_back({"B " + name + kShares[q], &fan->months, &fan->b[i][q]});
      }
      if (c != nullptr && !c->medians[i].empty()) {
        columns.push_back({"C " + name + kShares[2], &fan->months, &c->medians[i]});
      }
      continue;
    }
    const Replay& a = what_if.a().replay();
    columns.push_back({"A " + name, &a.months(), &a.series(name)});
    if (what_if.b() != nullptr) {
      const Replay& b = what_if.b()->replay();
      columns.push_back({"B " + name, &b.months(), &b.series(name)});
    }
    if (c != nullptr) columns.push_back({"C " + name, &c->months, &c->series[i]});
  }
  return columns_csv(columns, shown(app));
}

bool has_flows(const App& app) {
  return app.replay() != nullptr && (app.view.panel == "map" || app.view.panel == "flows");
}

bool has_messages(const App& app) {
  return app.replay() != nullptr && app.view.panel == "book" && app.view.book == BookTab::kMessages;
}

/// The amounts of all flows, month by month.
std::string flows_csv(const App& app) {
  const Replay& replay = *app.replay();
  std::vector<std::vector<double>> values;
  std::vector<std::string> heads;
  for (const Flow& flow :
       flows_view(replay, replay.months().empty() ? app.day() : app.time.last())) {
    std::vector<double> series = flow_series(replay, flow.id);
    if (series.empty()) continue;
    heads.push_back(std::string(flow_title(flow.id)) + ": " + flow.material +
                    (flow.estimate ? ", an estimate (t)" : " (t)"));
    values.push_back(std::move(series));
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns.push_back({heads[i], &replay.months(), &values[i]});
  }
  return columns_csv(columns, shown(app));
}

/// The messages that the list shows, one a row.
std::string messages_csv(App& app) {
  const Replay& replay = *app.replay();
  MessageFilter filter = app.view.messages;
  if (app.view.future_hidden) filter.last = app.day();
  std::string text = "id,day,from,to,conversation,kind,refused,says\n";
  for (const std::uint32_t at : filter_messages(replay, filter, &app.summaries)) {
    const MessageRow& row = replay.messages()[at];
    std::string says(app.summaries.of(at));
    if (says.empty()) {
      if (const auto envelope = app.file()->envelope(row.id)) says = summary_of(*envelope, replay);
    }
    text += std::to_string(row.id) + "," + base::to_string(row.day) + "," +
            lab::csv_cell(std::string(replay.seat_name(row.from))) + "," +
            lab::csv_cell(std::string(replay.seat_name(row.to))) + "," +
            std::to_string(row.conversation) + "," + lab::csv_cell(kind_words(row.kind)) + "," +
            (row.refused ? "yes" : "no") + "," + lab::csv_cell(says) + "\n";
  }
  return text;
}

bool has_clauses(const App& app) {
  return app.replay() != nullptr && app.view.panel == "book" && app.view.book == BookTab::kClauses;
}

/// The changes of the clauses' statuses, one a row, in the order of the clauses.
std::string clauses_csv(const App& app) {
  const Shown days = shown(app);
  std::string text = "day,clause,status,measure\n";
  for (const ClauseLane& lane : app.replay()->clauses()) {
    for (const ClauseChange& change : lane.changes) {
      if (change.since < days.from || change.since > days.to) continue;
      text += base::to_string(change.since) + "," + lab::csv_cell(lab::clause_words(lane.clause)) +
              "," + lab::csv_cell(lab::status_words(change.status)) + "," + number(change.measure) +
              "\n";
    }
  }
  return text;
}

bool has_charts(const App& app) {
  return app.replay() != nullptr && (app.view.panel == "charts" || app.view.panel == "market");
}

}  // namespace

std::string free_path(const App& app, std::string_view what, std::string_view ending) {
  fs::path folder;
  std::string stem = "monazite";
  if (app.view.layout == Layout::kClass && app.class_room() != nullptr) {
    folder = app.class_room()->folder();
  } else if (app.view.layout == Layout::kSeat) {
    stem = "seat";
  } else if (!app.path().empty()) {
    folder = fs::path(app.path()).parent_path();
    stem = fs::path(app.path()).stem().string();
  } else if (app.file() != nullptr) {
    const std::string& name = app.file()->name();
    stem = as_file_name(name.substr(0, name.find(':')));  // "what if: ..." has all its words
  }
  const std::string name = stem + "-" + as_file_name(what);
  std::error_code none;
  for (int again = 1;; ++again) {
    const std::string tail = again == 1 ? "" : "-" + std::to_string(again);
    const fs::path path = folder / (name + tail + std::string(ending));
    if (!fs::exists(path, none)) return path.string();
  }
}

std::string charts_csv(const Replay& replay, const std::vector<Chart>& of, base::Day from,
                       base::Day to) {
  std::vector<std::vector<double>> values;
  std::vector<std::string> heads;
  for (const Chart& chart : of) {
    for (const ChartLine& line : chart.lines) {
      heads.push_back(chart.title + ": " + line.label + " (" + chart.unit + ")");
      values.push_back(values_of(replay, line));
    }
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns.push_back({heads[i], &replay.months(), &values[i]});
  }
  return columns_csv(columns, {from, to});
}

void save_panel_picture(App& app) {
  const std::string panel = app.view.panel.empty() ? "window" : app.view.panel;
  const Layout layout = app.view.layout;
  const bool dated = app.replay() != nullptr && layout != Layout::kClass && layout != Layout::kSeat;
  const std::string day = dated ? "-" + base::to_string(app.day()) : "";
  app.wanted_picture = free_path(app, panel + day, ".png");
  app.wanted_panel = app.view.panel;
}

bool has_panel_csv(const App& app) {
  if (app.view.panel == "class") return app.class_room() != nullptr;
  if (app.view.panel == "futures") return app.what_if() != nullptr;
  if (app.view.panel == "differences") {
    return app.what_if() != nullptr && app.what_if()->b() != nullptr;
  }
  return has_charts(app) || has_flows(app) || has_messages(app) || has_clauses(app);
}

void save_panel_csv(App& app) {
  if (!has_panel_csv(app)) return;
  const Shown days = shown(app);
  const std::string range = "-" + base::to_string(days.from) + "-to-" + base::to_string(days.to);
  if (app.view.panel == "class") {
    app.wanted_file = {free_path(app, "class", ".csv"), class_csv(app.class_room()->table())};
    return;
  }
  if (app.view.panel == "differences") {
    app.wanted_file = {free_path(app, "what-if", ".csv"), app.what_if()->csv()};
    return;
  }
  if (app.view.panel == "futures") {
    const std::string chart = app.view.chart.empty() ? "futures" : app.view.chart;
    app.wanted_file = {free_path(app, chart + range, ".csv"), futures_csv(app)};
    return;
  }
  if (has_flows(app)) {
    app.wanted_file = {free_path(app, "flows" + range, ".csv"), flows_csv(app)};
    return;
  }
  if (has_clauses(app)) {
    app.wanted_file = {free_path(app, "clauses" + range, ".csv"), clauses_csv(app)};
    return;
  }
  if (has_messages(app)) {
    app.wanted_file = {free_path(app, "messages", ".csv"), messages_csv(app)};
    return;
  }
  const std::string_view key = key_of_chart(app);
  std::vector<Chart> of = charts(*app.replay());
  if (!key.empty()) {
    of.erase(std::remove_if(of.begin(), of.end(),
                            [key](const Chart& chart) { return chart.key != key; }),
             of.end());
  }
  const std::string what = key.empty() ? "market" : std::string(key);
  app.wanted_file = {free_path(app, what + range, ".csv"),
                     charts_csv(*app.replay(), of, days.from, days.to)};
}

}  // namespace monazite::viz

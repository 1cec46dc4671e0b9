#include <algorithm>
#include <cmath>

#include <viz/model/series_view.hpp>

namespace monazite::viz {
namespace {

ChartLine line(const char* name, const char* label, Hue hue, bool dashed = false,
               base::SeatId seat = 0) {
  return {name, {}, label, hue, seat, dashed, {}};
}

ChartLine with_brief(ChartLine line, const char* brief) {
  line.brief = brief;
  return line;
}

ChartLine flow_line(FlowId flow, const char* label, Hue hue) {
  return {{}, flow, label, hue, 0, false, {}};
}

std::vector<Chart> price_charts() {
  std::vector<Chart> all;
  all.push_back(
      {ChartGroup::kPrices,
       "ndpr_price",
       "NdPr oxide",
       "USD/kg",
       {line("price_ndpr_china_usd_per_kg", "China", Hue::kChina),
        with_brief(line("price_ndpr_outside_usd_per_kg", "outside China", Hue::kJapan), "outside"),
        line("price_ndpr_expected_usd_per_kg", "expected", Hue::kNeutral, true),
        with_brief(line("supply_price_usd_per_kg_ndpr", "IREL's feed", Hue::kIndia), "IREL")},
       {},
       {},
       false,
       false});
  all.push_back(
      {ChartGroup::kPrices,
       "heavy_price",
       "Dy/Tb",
       "USD/kg of Dy equivalent",
       {line("price_heavy_china_usd_per_kg", "China", Hue::kChina),
        with_brief(line("price_heavy_usd_per_kg", "outside China", Hue::kJapan), "outside")},
       {},
       {},
       false,
       false});
  all.push_back({ChartGroup::kPrices,
                 "light_price",
                 "La/Ce",
                 "USD/kg",
                 {line("price_light_usd_per_kg", "La/Ce", Hue::kNeutral)},
                 {},
                 {},
                 false,
                 false});
  return all;
}

Chart makers_cover(const Replay& replay) {
  Chart chart{ChartGroup::kCover,
              "cover",
              "Cover",
              "days",
              {with_brief(line("japan_cover_days", "Japan's makers", Hue::kJapan), "makers"),
               with_brief(line("state_cover_days", "state stock", Hue::kJapan, true), "state")},
              {},
              {},
              false,
              true};
  if (const scenarios::Scenario* scenario = replay.scenario()) {
    chart.policy = scenario->parameters.japan.state_stock_days;
    chart.policy_label = "policy";
    for (const economy::MakerSetup& maker : scenario->makers) {
      const base::SeatId seat = replay.seat_by_name(maker.name);
      chart.lines.push_back({"maker_" + maker.name + "_cover_days",
                             {},
                             replay.seat_title(seat),
                             Hue::kMakers,
                             seat,
                             false,
                             {}});
    }
  }
  return chart;
}

std::vector<Chart> stock_charts(const Replay& replay) {
  std::vector<Chart> all;
  all.push_back(makers_cover(replay));
  all.push_back({ChartGroup::kCover,
                 "magnet_cover",
                 "Magnets in India",
                 "weeks",
                 {line("india_magnet_cover_weeks", "cover", Hue::kIndia)},
                 {},
                 {},
                 false,
                 true});
  if (const scenarios::Scenario* scenario = replay.scenario()) {
    all.back().policy = scenario->parameters.politics.scarcity_weeks;
    all.back().policy_label = "scarcity";
  }
  all.push_back(
      {ChartGroup::kCover,
       "world_cover",
       "World stocks",
       "months",
       {line("cover_china_months", "China", Hue::kChina),
        with_brief(line("cover_outside_months", "outside China", Hue::kJapan), "outside")},
       {},
       {},
       false,
       true});
  all.push_back({ChartGroup::kStocks,
                 "india_stock",
                 "NdPr in India",
                 "t",
                 {line("india_ndpr_stock_t", "all", Hue::kIndia),
                  line("india_oxide_ndpr_t", "finished oxide", Hue::kIndia, true),
                  line("refinery_product_ndpr_t", "at the refinery", Hue::kJapan)},
                 {},
                 {},
                 false,
                 true});
  all.push_back({ChartGroup::kStocks,
                 "japan_stock",
                 "NdPr in Japan",
                 "t",
                 {line("japan_makers_ndpr_t", "makers", Hue::kMakers),
                  line("state_stock_ndpr_t", "JOGMEC", Hue::kJapan),
                  line("at_sea_ndpr_t", "at sea", Hue::kIndia)},
                 {},
                 {},
                 false,
                 true});
  return all;
}

std::vector<Chart> flow_charts() {
  std::vector<Chart> all;
  all.push_back(
      {ChartGroup::kFlows,
       "flow_to_japan",
       "Flow to Japan",
       "t NdPr/month",
       {with_brief(flow_line(FlowId::kChinaToJapan, "China, about", Hue::kChina), "China"),
        with_brief(flow_line(FlowId::kOutsideToJapan, "others, about", Hue::kAustralia), "others"),
        line("shipped_ndpr_t", "India", Hue::kIndia),
        line("japan_need_ndpr_t", "need", Hue::kJapan, true)},
       {},
       {},
       true,
       true});
  all.push_back(
      {ChartGroup::kFlows,
       "flow_from_india",
       "Flow from India",
       "t REO/month",
       {line("shipped_reo_t", "shipped", Hue::kIndia), line("feed_reo_t", "feed", Hue::kJapan),
        line("committed_reo_t", "agreed", Hue::kNeutral, true)},
       {},
       {},
       true,
       true});
  all.push_back({ChartGroup::kFlows,
                 "india_magnets",
                 "Magnets in India",
                 "t NdFeB/month",
                 {line("india_magnet_need_t", "need", Hue::kNeutral, true),
                  line("india_magnets_imported_t", "imported", Hue::kChina),
                  line("india_magnets_made_t", "made", Hue::kIndia),
                  line("india_magnets_returned_t", "from Japan", Hue::kJapan),
                  line("india_magnet_shortage_t", "missing", Hue::kMakers)},
                 {},
                 {},
                 true,
                 true});
  all.push_back({ChartGroup::kFlows,
                 "unmet",
                 "NdPr missing in Japan",
                 "t/month",
                 {line("japan_unmet_ndpr_t", "all makers", Hue::kMakers)},
                 {},
                 {},
                 true,
                 true});
  return all;
}

std::vector<Chart> share_charts() {
  std::vector<Chart> all;
  all.push_back(
      {ChartGroup::kShares,
       "fulfilment",
       "Fulfilment and levers",
       "share",
       {with_brief(line("fulfilment_ndpr", "NdPr shipped of agreed", Hue::kIndia), "shipped"),
        with_brief(line("flow_feed_factor", "feed let through", Hue::kNeutral, true), "feed"),
        with_brief(line("flow_export_cap", "export cap", Hue::kChina, true), "cap")},
       0.8,
       "honoured",
       true,
       true});
  all.push_back({ChartGroup::kShares,
                 "load",
                 "Load of plants",
                 "share",
                 {line("refinery_load", "refinery", Hue::kJapan),
                  line("plant_load", "magnet plants", Hue::kIndia)},
                 {},
                 {},
                 false,
                 true});
  all.push_back({ChartGroup::kShares,
                 "regimes",
                 "China's licences",
                 "0 open, 1 slow, 2 stopped",
                 {line("regime_light", "light", Hue::kChina),
                  line("regime_magnet", "magnets and heavy", Hue::kMakers, true)},
                 {},
                 {},
                 true,
                 true});
  all.push_back({ChartGroup::kPolitics,
                 "politics",
                 "Politics in India",
                 "index",
                 {line("politics_heat", "heat", Hue::kIndia),
                  line("politics_press_pressure", "press", Hue::kNeutral),
                  line("politics_public_commitment", "public commitment", Hue::kIndia, true)},
                 {},
                 {},
                 false,
                 true});
  return all;
}

}  // namespace

std::vector<Chart> charts(const Replay& replay) {
  std::vector<Chart> all;
  for (std::vector<Chart> part :
       {price_charts(), stock_charts(replay), flow_charts(), share_charts()}) {
    for (Chart& chart : part) {
      auto& lines = chart.lines;
      lines.erase(std::remove_if(lines.begin(), lines.end(),
                                 [&](const ChartLine& l) { return values_of(replay, l).empty(); }),
                  lines.end());
      if (!lines.empty()) all.push_back(std::move(chart));
    }
  }
  return all;
}

const char* group_words(ChartGroup group) {
  switch (group) {
    case ChartGroup::kPrices:
      return "Prices";
    case ChartGroup::kCover:
      return "Cover";
    case ChartGroup::kStocks:
      return "Stocks";
    case ChartGroup::kFlows:
      return "Flows";
    case ChartGroup::kShares:
      return "Shares";
    case ChartGroup::kPolitics:
      return "Politics";
  }
  return "";
}

std::vector<double> values_of(const Replay& replay, const ChartLine& line) {
  return line.name.empty() ? flow_series(replay, line.flow) : replay.series(line.name);
}

std::optional<std::pair<double, double>> range_of(const Replay& replay, const Chart& chart) {
  std::optional<std::pair<double, double>> range;
  const auto take = [&](double value) {
    if (!std::isfinite(value)) return;
    if (!range) range.emplace(value, value);
    range->first = std::min(range->first, value);
    range->second = std::max(range->second, value);
  };
  for (const ChartLine& line : chart.lines) {
    for (const double value : values_of(replay, line)) take(value);
  }
  if (range && chart.policy) take(*chart.policy);
  if (range && chart.from_zero) take(0);
  return range;
}

std::optional<double> value_of(const Replay& replay, const ChartLine& line, base::Day day) {
  if (!line.name.empty()) return replay.value_at(line.name, day);
  const std::vector<double> values = values_of(replay, line);
  if (values.empty()) return std::nullopt;
  return values[static_cast<std::size_t>(std::max(0, replay.month_at(day)))];
}

}  // namespace monazite::viz

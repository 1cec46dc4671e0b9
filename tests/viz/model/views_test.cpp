#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/clause_view.hpp>
#include <viz/model/coastlines.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/series_view.hpp>

using namespace monazite;
using test_support::day;
using test_support::played_replay;

TEST_CASE("every seat has a card with a headline, a bar and a line of its past") {
  const viz::Replay& replay = played_replay().live;
  const auto cards = viz::parties_view(replay, day("2026-03-10"));
  REQUIRE(cards.size() == 8);
  for (const viz::PartyCard& card : cards) {
    INFO(card.title);
    REQUIRE(card.look != nullptr);
    REQUIRE(card.headline.has_value());
    CHECK(std::isfinite(card.headline->value));
    CHECK_FALSE(card.japanese.empty());
    CHECK(card.bar >= 0);
    CHECK(card.bar <= 1);
    CHECK(card.spark.size() == 26);  // months until February 2026
    CHECK(card.spark.back() == Approx(card.headline->value));
    CHECK(card.warning == !card.warning_reason.empty());
    if (card.headline->of) CHECK(*card.tick == Approx(1 / 1.5));
  }
  CHECK(cards[0].title == "India");
  CHECK(cards[1].headline->of == 60);  // Japan's policy
  const viz::PartyCard before = viz::parties_view(replay, day("2024-01-15")).front();
  CHECK_FALSE(before.headline.has_value());
  CHECK(before.spark.empty());
}

TEST_CASE("an Indian flow has its contract, mean and share, elsewhere the split adds up") {
  const viz::Replay& replay = played_replay().live;
  const auto flows = viz::flows_view(replay, day("2024-12-31"));
  REQUIRE(flows.size() == static_cast<std::size_t>(viz::FlowId::kCount));
  for (std::size_t i = 0; i < flows.size(); ++i) {
    CHECK(flows[i].id == static_cast<viz::FlowId>(i));
    CHECK_FALSE(flows[i].title.empty());
    CHECK(flows[i].estimate == !flows[i].how.empty());
    if (flows[i].state == viz::FlowState::kHalted || flows[i].state == viz::FlowState::kLimited) {
      CHECK_FALSE(flows[i].why.empty());
    }
  }
  const viz::Flow& india = flows[static_cast<std::size_t>(viz::FlowId::kIndiaToJapan)];
  REQUIRE(india.reo.has_value());
  CHECK(india.reo->month == replay.value_at("shipped_reo_t", day("2024-12-31")));
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += replay.series("shipped_reo_t")[static_cast<std::size_t>(i)];
  CHECK(india.reo->mean == Approx(sum / 12));
  CHECK(*india.fulfilled ==
        Approx(india.amount->month / *replay.value_at("committed_ndpr_t", day("2024-12-31"))));
  CHECK(india.state == viz::FlowState::kRunning);

  const auto china = viz::flow_series(replay, viz::FlowId::kChinaToJapan);
  const auto others = viz::flow_series(replay, viz::FlowId::kOutsideToJapan);
  REQUIRE(china.size() == replay.months().size());
  for (std::size_t i = 0; i < china.size(); ++i) {
    const double bought = replay.series("japan_purchase_ndpr_t")[i];
    const double state = replay.series("state_bought_t")[i];
    const double recycled =
        replay.series("recycling_share")[i] * replay.series("japan_need_ndpr_t")[i];
    CHECK(china[i] + others[i] == Approx(bought + state - recycled).epsilon(0.01));
    CHECK(china[i] > others[i]);
  }
  CHECK(viz::flows_view(replay, day("2024-01-10")).empty());
}

TEST_CASE("routes begin and end at their places, and seas lie between") {
  for (const viz::Flow& flow : viz::flows_view(played_replay().live, day("2025-01-31"))) {
    INFO(flow.title);
    CHECK(flow.route.empty() == (flow.from == viz::PlaceId::kNone));
    if (flow.route.empty()) continue;
    CHECK(flow.route.front() == viz::place(flow.from).at);
    CHECK(flow.route.back() == viz::place(flow.to).at);
    CHECK(flow.route.size() > 3);
  }
  for (std::size_t i = 0; i < viz::places().size(); ++i) {
    CHECK(viz::places()[i].id == static_cast<viz::PlaceId>(i));
  }
}

TEST_CASE("the coastlines are read, and a damaged file is told by its line") {
  REQUIRE(viz::coastlines().size() > 50);
  bool odisha = false;
  for (const viz::Ring& ring : viz::coastlines()) {
    CHECK(ring.size() >= 3);
    for (const viz::GeoPoint& p : ring) {
      odisha = odisha || (std::abs(p.longitude - 85) < 1.5 && std::abs(p.latitude - 19.5) < 1);
    }
  }
  CHECK(odisha);
  CHECK(viz::parse_coastlines(viz::coastlines_text()).has_value());
  const auto fault = [](const char* text) {
    const auto read = viz::parse_coastlines(text);
    return read ? std::string{} : read.error().message;
  };
  CHECK(fault("ring\n1 2\n3 4\n") ==
        "coastlines, line 3: the last ring has fewer than three points.");
  CHECK(fault("1 2\n") == "coastlines, line 1: a point before the first ring.");
  CHECK(fault("ring\n1 x\n") == "coastlines, line 2: expected a longitude and a latitude.");
  CHECK(fault("ring\n1 99\n") == "coastlines, line 2: there is no such place.");
}

TEST_CASE("every chart has lines with values, and its range holds them") {
  const viz::Replay& replay = played_replay().live;
  const auto charts = viz::charts(replay);
  REQUIRE(charts.size() >= 12);
  for (const viz::Chart& chart : charts) {
    INFO(chart.key);
    CHECK_FALSE(chart.unit.empty());
    const auto range = viz::range_of(replay, chart);
    REQUIRE(range.has_value());
    for (const viz::ChartLine& line : chart.lines) {
      const auto values = viz::values_of(replay, line);
      REQUIRE(values.size() == replay.months().size());
      for (const double value : values) {
        CHECK(value >= range->first);
        CHECK(value <= range->second);
      }
      CHECK(viz::value_of(replay, line, replay.last_day()) == values.back());
    }
  }
}

TEST_CASE("clauses show their number in force, their measure and since when") {
  const viz::Replay& replay = played_replay().live;
  const auto rows = viz::clause_view(replay, day("2025-03-31"));
  REQUIRE(rows.size() >= 4);
  CHECK(rows[0].title == "Volume 1,000 t REO/year");
  CHECK(rows[0].status_words == "honoured");
  CHECK(rows[0].measure.find(" %") != std::string::npos);
  CHECK(rows[0].mark == viz::StatusMark::kKept);
  CHECK(viz::clause_view(replay, day("2024-01-10")).empty());
  CHECK(viz::measure_words(v1::ClauseStatus::CLAUSE_PRICE, 10) == "+10 %");
  CHECK(viz::measure_words(v1::ClauseStatus::CLAUSE_TECHNOLOGY, 2) == "level 2");
  CHECK(viz::measure_words(v1::ClauseStatus::CLAUSE_CONSULTATION, 1) == "1 meeting");
  CHECK(viz::measure_words(v1::ClauseStatus::CLAUSE_VOLUME, NAN) == "-");
  const auto history =
      viz::clause_history(replay, v1::ClauseStatus::CLAUSE_CONSULTATION, replay.last_day());
  REQUIRE_FALSE(history.empty());
  for (std::size_t i = 1; i < history.size(); ++i) CHECK(history[i].since < history[i - 1].since);
}

TEST_CASE("lanes cover their time without overlap") {
  const viz::Replay& replay = played_replay().live;
  const auto lanes = viz::lanes(replay);
  REQUIRE(lanes.size() >= 8);
  for (const viz::Lane& lane : lanes) {
    INFO(lane.title);
    REQUIRE_FALSE(lane.bands.empty());
    for (std::size_t i = 0; i < lane.bands.size(); ++i) {
      CHECK(lane.bands[i].first <= lane.bands[i].last);
      CHECK_FALSE(lane.bands[i].label.empty());
      if (i > 0) CHECK(lane.bands[i - 1].last + 1 == lane.bands[i].first);
    }
    CHECK(lane.bands.back().last == replay.filled_until());
  }
  CHECK(lanes[0].title == "Consultation");
  CHECK(lanes[0].bands[0].label == "no request");
}

TEST_CASE("the density of messages counts each of them once") {
  const viz::Replay& replay = played_replay().live;
  std::size_t sum = 0;
  for (const std::uint32_t count :
       viz::message_density(replay, replay.first_day(), replay.last_day(), 37)) {
    sum += count;
  }
  CHECK(sum == replay.messages().size());
  CHECK(viz::message_density(replay, day("2025-01-01"), day("2024-01-01"), 3) ==
        std::vector<std::uint32_t>(3, 0));
  CHECK(viz::message_density(replay, replay.first_day(), replay.last_day(), 0).empty());
}

TEST_CASE("What a lane says of a day counts nothing after it") {
  const viz::Replay& replay = played_replay().live;
  const viz::Negotiation* consultation = nullptr;
  for (const viz::Negotiation& talks : replay.negotiations()) {
    if (talks.table == v1::TABLE_CONSULTATION && talks.analyses.size() > 2) consultation = &talks;
  }
  REQUIRE(consultation != nullptr);
  const base::Day second = consultation->analyses[1].day;
  for (const viz::Lane& lane : viz::lanes(replay, second)) {
    INFO(lane.title);
    REQUIRE_FALSE(lane.bands.empty());
    CHECK(lane.bands.back().last == second);
    CHECK(lane.bands.back().goes_on);
  }
  const viz::Band talks = viz::lanes(replay, second)[0].bands.back();
  CHECK(talks.first == consultation->opened);
  CHECK(talks.label == "2 meetings");
  CHECK(talks.ended.empty());
  for (const viz::Band& band : viz::crises(replay, second)) CHECK(band.last <= second);
  std::size_t sum = 0;
  for (const std::uint32_t count :
       viz::message_density(replay, replay.first_day(), replay.last_day(), 37, second)) {
    sum += count;
  }
  CHECK(sum == replay.messages_until(second));
}

TEST_CASE("All makers' talks over their allocation lie in one lane") {
  const viz::Replay& replay = played_replay().live;
  const auto lanes = viz::lanes(replay);
  const auto lane = std::find_if(lanes.begin(), lanes.end(),
                                 [](const viz::Lane& each) { return each.title == "Allocation"; });
  REQUIRE(lane != lanes.end());
  std::size_t talks = 0;
  for (const viz::Negotiation& each : replay.negotiations()) {
    if (each.table != v1::TABLE_ALLOCATION) continue;
    ++talks;
    CHECK(std::any_of(lane->bands.begin(), lane->bands.end(), [&](const viz::Band& band) {
      return band.kind == viz::BandKind::kTalks && band.first <= each.opened &&
             each.opened <= band.last;
    }));
  }
  CHECK(talks > 4);
  const auto round = std::find_if(lane->bands.begin(), lane->bands.end(), [](const viz::Band& b) {
    return b.kind == viz::BandKind::kTalks && !b.goes_on;
  });
  REQUIRE(round != lane->bands.end());
  CHECK(round->label.find(" maker") != std::string::npos);
  CHECK(round->ended.find(" agreed") != std::string::npos);
  // No two lanes are called the same.
  std::set<std::string> titles;
  for (const viz::Lane& each : lanes) titles.insert(each.title);
  CHECK(titles.size() == lanes.size());
}

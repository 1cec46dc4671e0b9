#include <set>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/model/replay_text.hpp>

using namespace monazite;
using test_support::day;
using test_support::played_replay;

TEST_CASE("an index read from a recording is the one filled while the history was played") {
  const auto file = test_support::open_played();
  CHECK(file->complete());
  CHECK(file->damage().empty());
  const std::string live = test_support::text_of(played_replay().live);
  const std::string read = test_support::text_of(file->replay());
  REQUIRE(live.size() > 10'000);
  CHECK((live == read));
}

TEST_CASE("messages are found by id and counted by day") {
  const viz::Replay& replay = played_replay().live;
  const auto& rows = replay.messages();
  REQUIRE(rows.size() > 1000);
  for (const std::size_t at : {std::size_t{0}, rows.size() / 2, rows.size() - 1}) {
    CHECK(replay.message(rows[at].id) == &rows[at]);
  }
  CHECK(replay.message(0) == nullptr);
  CHECK(replay.message(rows.back().id + 1) == nullptr);
  CHECK(replay.messages_until(replay.first_day() - 1) == 0);
  CHECK(replay.messages_until(replay.last_day()) == rows.size());
  const std::size_t half = replay.messages_until(day("2025-06-30"));
  CHECK(rows[half - 1].day <= day("2025-06-30"));
  CHECK(rows[half].day > day("2025-06-30"));
}

TEST_CASE("a month's values hold from its last day on") {
  const viz::Replay& replay = played_replay().live;
  REQUIRE(replay.months().size() == 30);
  CHECK(replay.month_at(day("2024-01-30")) == -1);
  CHECK(replay.month_at(day("2024-01-31")) == 0);
  CHECK(replay.month_at(day("2024-02-28")) == 0);
  CHECK(replay.month_at(day("2030-01-01")) == 29);
  const auto& price = replay.series("price_ndpr_china_usd_per_kg");
  REQUIRE(price.size() == 30);
  CHECK(replay.value_at("price_ndpr_china_usd_per_kg", day("2024-02-15")) == price[0]);
  CHECK(replay.value_at("price_ndpr_china_usd_per_kg", day("2024-01-01")) == price[0]);
  CHECK(replay.series("no such thing").empty());
  CHECK_FALSE(replay.value_at("no such thing", day("2025-01-01")).has_value());
}

TEST_CASE("events are in order, have labels, and tell of the request, its report and the talks") {
  const viz::Replay& replay = played_replay().live;
  std::set<std::string> labels;
  std::size_t sourced = 0;
  for (std::size_t i = 0; i < replay.events().size(); ++i) {
    const viz::Event& event = replay.events()[i];
    if (i > 0) CHECK(replay.events()[i - 1].day <= event.day);
    CHECK_FALSE(event.label.empty());
    CHECK(event.label.size() < 48);
    CHECK_FALSE(event.text.empty());
    if (event.message != 0) {
      const viz::MessageRow* row = replay.message(event.message);
      REQUIRE(row != nullptr);
      CHECK(row->day == event.day);
    }
    labels.insert(event.label);
    sourced += event.source.empty() ? 0 : 1;
  }
  CHECK(labels.count("Request to IREL") == 1);
  CHECK(labels.count("Report") == 1);
  CHECK(labels.count("Summit") == 1);
  CHECK(labels.count("Talks open") == 1);
  CHECK(sourced >= 2);
}

TEST_CASE("what a party did last never comes from after the day") {
  const viz::Replay& replay = played_replay().live;
  std::size_t known = 0;
  for (const base::SeatId seat : replay.seats()) {
    for (base::Day at = replay.first_day(); at <= replay.last_day(); at = at + 11) {
      const viz::Intention* last = replay.intention(seat, at);
      if (last == nullptr) continue;
      ++known;
      CHECK(last->day <= at);
      CHECK_FALSE(last->text.empty());
      CHECK(replay.message(last->message) != nullptr);
    }
  }
  CHECK(known > 100);
  const viz::Intention* india = replay.intention(replay.seat_by_name("india"), day("2025-06-10"));
  REQUIRE(india != nullptr);
  CHECK(india->text ==
        "Commerce asks atomic energy and IREL to hold neodymium back: reported fact");
}

TEST_CASE("a clause's status holds from its day until the next") {
  const viz::Replay& replay = played_replay().live;
  REQUIRE(replay.clauses().size() >= 4);
  for (std::size_t i = 0; i < replay.clauses().size(); ++i) {
    const viz::ClauseLane& lane = replay.clauses()[i];
    if (i > 0) CHECK(replay.clauses()[i - 1].clause < lane.clause);
    REQUIRE_FALSE(lane.changes.empty());
    CHECK(lane.measures.size() == replay.months().size());
    CHECK(lane.at(lane.changes.front().since - 1) == nullptr);
    CHECK(lane.at(lane.changes.front().since) == &lane.changes.front());
    CHECK(lane.at(day("2040-01-01")) == &lane.changes.back());
  }
}

TEST_CASE("seats have their names, titles and numbers") {
  const viz::Replay& replay = played_replay().live;
  CHECK(replay.seats().size() == 8);
  const base::SeatId japan = replay.seat_by_name("japan");
  CHECK(replay.seat_title(japan) == "Japan");
  REQUIRE(replay.seat(japan) != nullptr);
  CHECK(replay.seat(japan)->kind == scenarios::SeatKind::kGovernment);
  CHECK(replay.seat_by_name("nobody") == 0);
  CHECK(replay.seat(base::kRegistrar) == nullptr);
  CHECK(replay.seat_title(base::kPublic) == "Public");
  CHECK(replay.seat_name(999) == "nobody");
}

TEST_CASE("the latest negotiation of a table is the last that had opened") {
  const viz::Replay& replay = played_replay().live;
  CHECK(replay.latest(v1::TABLE_CONSULTATION, day("2025-01-01")) == nullptr);
  const viz::Negotiation* talks = replay.latest(v1::TABLE_CONSULTATION, replay.last_day());
  REQUIRE(talks != nullptr);
  CHECK(replay.negotiation(talks->conversation) == talks);
  CHECK(talks->parties.size() == 2);
  CHECK(talks->side(talks->parties[1]) == 1);
  CHECK(talks->side(base::kPublic) == -1);
  CHECK_FALSE(talks->analyses.empty());
}

#include <set>

#include <protocol/recording/reading.hpp>
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

TEST_CASE("an offer that is refused is among the messages, and changes nothing else") {
  auto recording = recording::Recording::from_bytes(played_replay().bytes, "played");
  REQUIRE(recording.has_value());
  viz::Replay as_it_was;
  viz::Replay with_a_slip;
  viz::ReplayBuilder plain(as_it_was);
  viz::ReplayBuilder slipped(with_a_slip);
  std::uint64_t slip = 0;
  plain.on_header(recording->header());
  slipped.on_header(recording->header());
  recording->visit({}, [&](const recording::Record& record) {
    if (const auto* told = std::get_if<const v1::NegotiationAnalysis*>(&record.content)) {
      plain.on_analysis(record.day, **told);
      slipped.on_analysis(record.day, **told);
    }
    const auto* message = std::get_if<const v1::Envelope*>(&record.content);
    if (message == nullptr) return;
    v1::Envelope e = **message;
    e.set_id(e.id() * 10);  // room between them
    plain.on_envelope(e);
    slipped.on_envelope(e);
    if (slip != 0 || !e.has_offer()) return;
    slip = e.id() + 1;
    e.set_id(slip);
    slipped.on_envelope(e);
    v1::Envelope refusal;
    refusal.set_id(slip + 1);
    refusal.set_day(e.day());
    refusal.set_from(base::kRegistrar);
    refusal.set_to(e.from());
    refusal.set_conversation(e.conversation());
    refusal.mutable_refusal()->set_refused_id(slip);
    slipped.on_envelope(refusal);
  });
  plain.finish();
  slipped.finish();
  REQUIRE(slip != 0);
  CHECK(with_a_slip.messages().size() == as_it_was.messages().size() + 2);
  REQUIRE(with_a_slip.message(slip) != nullptr);
  CHECK(with_a_slip.message(slip)->refused);
  CHECK_FALSE(with_a_slip.message(slip - 1)->refused);
  REQUIRE(with_a_slip.negotiations().size() == as_it_was.negotiations().size());
  for (std::size_t i = 0; i < as_it_was.negotiations().size(); ++i) {
    CHECK(with_a_slip.negotiations()[i].moves.size() == as_it_was.negotiations()[i].moves.size());
  }
  CHECK(with_a_slip.events().size() == as_it_was.events().size());
}

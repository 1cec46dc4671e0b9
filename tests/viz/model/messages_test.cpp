#include <google/protobuf/unknown_field_set.h>
#include <nlohmann/json.hpp>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/intentions.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/message_tree.hpp>
#include <viz/model/search.hpp>

using namespace monazite;
using test_support::day;
using viz::Entity;

namespace {

const viz::TreeLine* find(const std::vector<viz::TreeLine>& lines, const std::string& name) {
  for (const viz::TreeLine& line : lines) {
    if (line.name == name) return &line;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("filters of messages keep what they say") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  CHECK(viz::filter_messages(replay, {}).size() == replay.messages().size());
  viz::MessageFilter filter;
  filter.kind = v1::Envelope::kOffer;
  filter.from = replay.seat_by_name("toyotsu");
  filter.first = day("2025-01-01");
  filter.last = day("2025-12-31");
  const auto found = viz::filter_messages(replay, filter);
  REQUIRE_FALSE(found.empty());
  for (const std::uint32_t at : found) {
    const viz::MessageRow& row = replay.messages()[at];
    CHECK(row.kind == v1::Envelope::kOffer);
    CHECK(row.from == *filter.from);
    CHECK(row.day >= day("2025-01-01"));
    CHECK(row.day <= day("2025-12-31"));
  }
  std::size_t offers = 0, acceptances = 0, not_to_suzuki = 0;
  for (const viz::MessageRow& row : replay.messages()) {
    const bool suzuki =
        row.to == replay.seat_by_name("suzuki") || row.from == replay.seat_by_name("suzuki");
    offers += row.kind == v1::Envelope::kOffer ? 1 : 0;
    acceptances += row.kind == v1::Envelope::kAcceptance ? 1 : 0;
    not_to_suzuki += row.kind == v1::Envelope::kOffer && !suzuki ? 1 : 0;
  }
  const auto count = [&](const char* text) {
    viz::MessageFilter by_text;
    by_text.text = text;
    return viz::filter_messages(replay, by_text).size();
  };
  CHECK(count("Offer") == offers);
  CHECK(count("offer, acceptance") == offers + acceptances);
  CHECK(count("offer,-suzuki") == not_to_suzuki);
  CHECK(count(" , ,") == replay.messages().size());
  CHECK(count("nothing has this") == 0);
}

TEST_CASE("a leak says who leaked and why, in the list and among a seat's intentions") {
  const auto file = test_support::open_played();
  v1::Envelope leak;
  leak.set_from(file->replay().seat_by_name("india"));
  leak.set_to(base::kPublic);
  leak.mutable_press_report()->set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
  leak.mutable_press_report()->set_office(v1::OFFICE_COMMERCE);
  v1::Reason& reason = *leak.mutable_press_report()->mutable_reason();
  reason.set_code(v1::REASON_CODE_ACT_CHOSEN);
  reason.set_a(2);
  reason.set_b(0.25);
  const std::string why = "it expects 2 M; chance of choosing so 25 %";
  CHECK(viz::summary_of(leak, file->replay()).find("somebody in Commerce talks to the press") == 0);
  CHECK(viz::summary_of(leak, file->replay()).find(why) != std::string::npos);
  const auto said = viz::intentions_of(leak, file->replay(), nullptr);
  REQUIRE(said.size() == 1);
  CHECK(said[0].first == leak.from());
  CHECK(said[0].second == "Commerce talks to the press: " + why);
  leak.mutable_press_report()->clear_reason();
  CHECK(viz::summary_of(leak, file->replay()) == "somebody in Commerce talks to the press");
}

TEST_CASE("summaries are gathered little by little and searched") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  viz::SummaryBook book;
  CHECK(book.read_on(*file, 0));
  CHECK(book.size() == 1);
  while (book.read_on(*file, 50)) {
  }
  REQUIRE(book.size() == replay.messages().size());
  for (std::size_t i = 0; i < book.size(); ++i) {
    INFO(i);
    CHECK_FALSE(book.of(i).empty());
  }
  CHECK(book.of(book.size()).empty());
  viz::MessageFilter filter;
  filter.text = "hold neodymium back";
  CHECK(viz::filter_messages(replay, filter).empty());
  CHECK_FALSE(viz::filter_messages(replay, filter, &book).empty());
}

TEST_CASE("a message is laid out by its own description, with links") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  std::size_t seen = 0;
  for (const v1::Envelope::BodyCase kind : viz::message_kinds()) {
    for (const viz::MessageRow& row : replay.messages()) {
      if (row.kind != kind) continue;
      const auto body = file->envelope(row.id);
      REQUIRE(body != nullptr);
      const viz::Inspected inspected = viz::inspect(*body, replay);
      INFO(viz::kind_words(kind));
      REQUIRE(find(inspected.lines, "id") != nullptr);
      CHECK(find(inspected.lines, "id")->value == std::to_string(row.id));
      CHECK(find(inspected.lines, "day")->value.find(base::to_long_string(row.day)) !=
            std::string::npos);
      CHECK(inspected.bytes == body->ByteSizeLong());
      CHECK(nlohmann::json::accept(inspected.json));
      for (const auto& link : inspected.links) CHECK(static_cast<bool>(link.entity));
      ++seen;
      break;
    }
  }
  CHECK(seen > 15);
}

TEST_CASE("long lists are counted and unknown fields are listed") {
  v1::Envelope envelope;
  envelope.set_id(5);
  for (int i = 0; i < 100; ++i) envelope.mutable_opening()->add_sample(7);
  envelope.mutable_opening()->mutable_agenda()->set_name(std::string(1000, 'x'));
  envelope.GetReflection()->MutableUnknownFields(&envelope)->AddVarint(99, 1234);
  const auto lines = viz::message_tree(envelope, 3);
  REQUIRE(find(lines, "sample") != nullptr);
  CHECK(find(lines, "sample")->value == "7, 7, 7, … (100 entries)");
  CHECK(find(lines, "name")->value.size() < 450);
  REQUIRE(find(lines, "field 99") != nullptr);
  CHECK(find(lines, "field 99")->unknown);
  CHECK(find(lines, "field 99")->value == "1234");
}

TEST_CASE("an answer links to what it answers, and a question to its answer") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  for (const viz::MessageRow& row : replay.messages()) {
    if (row.kind != v1::Envelope::kConsultationReply) continue;
    REQUIRE(row.in_reply_to != 0);
    const auto linked = [&](std::uint64_t of, std::uint64_t to) {
      const auto inspected = viz::inspect(*file->envelope(of), replay);
      for (const auto& link : inspected.links) {
        if (link.entity == Entity{Entity::Kind::kMessage, to}) return true;
      }
      return false;
    };
    CHECK(linked(row.id, row.in_reply_to));
    CHECK(linked(row.in_reply_to, row.id));
    return;
  }
  FAIL("nobody replied");
}

TEST_CASE("one box finds parties, events, talks, clauses, messages and series, the best first") {
  const viz::Replay& replay = test_support::played_replay().live;
  const auto first = [&](const char* query) {
    const auto hits = viz::search(replay, query);
    return hits.empty() ? Entity{} : hits.front().entity;
  };
  CHECK(first("Suzuki") == Entity{Entity::Kind::kSeat, replay.seat_by_name("suzuki")});
  CHECK(first("スズキ") == Entity{Entity::Kind::kSeat, replay.seat_by_name("suzuki")});
  CHECK(first("request to irel").kind == Entity::Kind::kEvent);
  CHECK(first("memorandum").kind == Entity::Kind::kNegotiation);
  CHECK(first("volume") == Entity{Entity::Kind::kClause, 1});
  CHECK(first("#17") == Entity{Entity::Kind::kMessage, 17});
  CHECK(first("policy announcement").kind == Entity::Kind::kMessage);
  CHECK(first("ndpr outside usd").kind == Entity::Kind::kSeries);
  CHECK(viz::search(replay, "").empty());
  CHECK(viz::search(replay, "zzzz").empty());
  CHECK(viz::search(replay, "a", 5).size() == 5);
  const base::Day early = day("2024-06-01");
  for (const viz::Hit& hit : viz::search(replay, "talks", 50, &early)) CHECK(hit.day <= early);
}

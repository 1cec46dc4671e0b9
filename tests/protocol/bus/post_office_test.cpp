#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>

#include <protocol/base/draws.hpp>
#include <protocol/bus/post_office.hpp>
#include <protocol/bus/visibility.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using base::Day;
using bus::PostOffice;
using bus::Priority;

namespace {

constexpr base::Purpose kPost{"tests.bus.post"};

/// Posts a message that can be told by its conversation.
void post(PostOffice& office, std::uint64_t label, Day day, Priority priority = Priority::kTable) {
  v1::Envelope& draft = office.draft(v1::Envelope::kStatement);
  draft.set_conversation(label);
  draft.mutable_statement()->set_text("message " + std::to_string(label));
  office.post(draft, day, priority);
}

/// The labels of what is due, in the order of delivery.
std::vector<std::uint64_t> deliver_all(PostOffice& office, Day today) {
  std::vector<std::uint64_t> labels;
  while (office.deliver_next(
      today, [&](const v1::Envelope& envelope) { labels.push_back(envelope.conversation()); })) {
  }
  return labels;
}

using Labels = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("messages are delivered by day, then by priority, then in the order of posting") {
  PostOffice office;
  post(office, 1, Day{11}, Priority::kMonth);
  post(office, 2, Day{12}, Priority::kWorld);
  post(office, 3, Day{11}, Priority::kTable);
  post(office, 4, Day{11}, Priority::kWorld);
  post(office, 5, Day{11}, Priority::kTable);
  post(office, 6, Day{11}, Priority::kAct);
  CHECK(office.waiting() == 6);
  CHECK(office.next_due() == Day{11});
  CHECK(deliver_all(office, Day{10}).empty());
  CHECK(deliver_all(office, Day{11}) == Labels{4, 6, 3, 5, 1});
  CHECK(office.next_due() == Day{12});
  CHECK(deliver_all(office, Day{12}) == Labels{2});
  CHECK(office.waiting() == 0);
  CHECK(office.delivered() == 6);
}

TEST_CASE("a message carries its number and the day of its delivery") {
  PostOffice office;
  post(office, 1, Day{11});
  post(office, 2, Day{10});
  std::vector<std::uint64_t> ids;
  std::vector<std::int32_t> days;
  std::vector<std::string> texts;
  const auto receive = [&](const v1::Envelope& envelope) {
    ids.push_back(envelope.id());
    days.push_back(envelope.day());
    texts.push_back(envelope.statement().text());
  };
  // Both wait until the 12th: they are dated by the day they arrive, in the order of their due
  // days.
  while (office.deliver_next(Day{12}, receive)) {
  }
  CHECK(ids == Labels{1, 2});
  CHECK(days == std::vector<std::int32_t>{12, 12});
  CHECK(texts == std::vector<std::string>{"message 2", "message 1"});
}

TEST_CASE("what is posted during a delivery is delivered the same day when it is due") {
  PostOffice office;
  post(office, 1, Day{5}, Priority::kAct);
  post(office, 2, Day{5}, Priority::kMonth);
  Labels order;
  while (office.deliver_next(Day{5}, [&](const v1::Envelope& envelope) {
    order.push_back(envelope.conversation());
    if (envelope.conversation() != 1) return;
    post(office, 3, Day{5}, Priority::kMonth);  // behind what waits already
    post(office, 4, Day{5}, Priority::kWorld);  // overtakes
    post(office, 5, Day{6}, Priority::kWorld);  // tomorrow
    // The message in hand is untouched by what is drafted meanwhile.
    CHECK(envelope.statement().text() == "message 1");
  })) {
  }
  CHECK(order == Labels{1, 4, 2, 3});
  CHECK(deliver_all(office, Day{6}) == Labels{5});
}

TEST_CASE("a chain of answers within a day is numbered without gaps") {
  PostOffice office;
  post(office, 1, Day{5});
  Labels ids;
  while (office.deliver_next(Day{5}, [&](const v1::Envelope& envelope) {
    ids.push_back(envelope.id());
    if (ids.size() == 100) return;
    v1::Envelope& unsent = office.draft();
    v1::Envelope& answer = office.draft();
    answer.set_in_reply_to(envelope.id());
    office.post(answer, Day{5}, Priority::kTable);
    office.drop(unsent);
  })) {
  }
  REQUIRE(ids.size() == 100);
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == i + 1);
  CHECK(office.pool_size() <= 3);
}

TEST_CASE("listeners hear all of a message before the hook edits it and it is received") {
  PostOffice office;
  std::vector<std::string> heard;
  office.add_listener([&](const v1::Envelope& envelope) {
    heard.push_back("first heard " + std::to_string(envelope.offer().has_reason()));
  });
  office.add_listener([&](const v1::Envelope& envelope) {
    heard.push_back("second heard " + std::to_string(envelope.offer().has_reason()));
  });
  office.set_before_receipt(bus::strip_private_in_place);
  v1::Envelope& draft = office.draft(v1::Envelope::kOffer);
  draft.set_from(3);
  draft.set_to(4);
  draft.mutable_offer()->mutable_reason()->set_code(v1::REASON_CODE_CONCEDED);
  office.post(draft, Day{1}, Priority::kTable);
  CHECK(office.deliver_next(Day{1}, [&](const v1::Envelope& envelope) {
    heard.push_back("received " + std::to_string(envelope.offer().has_reason()));
  }));
  CHECK(heard == std::vector<std::string>{"first heard 1", "second heard 1", "received 0"});
}

TEST_CASE("a draft is empty whatever the envelope was used for before") {
  PostOffice office;
  for (int round = 0; round < 3; ++round) {
    v1::Envelope& full = office.draft(v1::Envelope::kBrief);
    CHECK(full.has_brief());
    CHECK(full.brief().ByteSizeLong() == 0);
    CHECK((full.id() == 0 && full.day() == 0 && full.from() == 0 && full.to() == 0));
    CHECK((full.conversation() == 0 && full.in_reply_to() == 0));
    full.set_from(3);
    full.set_to(4);
    full.set_conversation(5);
    full.set_in_reply_to(6);
    full.mutable_brief()->set_urgency(0.5);
    full.mutable_brief()->add_value_musd(1);
    full.mutable_brief()->mutable_reservation_worth()->set_material(2);
    if (round == 1) {
      office.drop(full);
    } else {
      office.post(full, Day{round}, Priority::kWorld);
      CHECK(deliver_all(office, Day{round}) == Labels{5});
    }
    v1::Envelope& plain = office.draft();
    CHECK(plain.body_case() == v1::Envelope::BODY_NOT_SET);
    CHECK(plain.ByteSizeLong() == 0);
    office.drop(plain);
  }
}

TEST_CASE("every kind of body can be drafted, and comes back from the pool") {
  PostOffice office;
  const auto& bodies = *v1::Envelope::descriptor()->FindOneofByName("body");
  for (int i = 0; i < bodies.field_count(); ++i) {
    const auto kind = static_cast<v1::Envelope::BodyCase>(bodies.field(i)->number());
    CAPTURE(bodies.field(i)->name());
    v1::Envelope& draft = office.draft(kind);
    CHECK(draft.body_case() == kind);
    office.drop(draft);
    CHECK(&office.draft(kind) == &draft);
    CHECK(draft.body_case() == kind);
    office.drop(draft);
  }
}

TEST_CASE("a body asked for by kind keeps the memory of its arrays") {
  PostOffice office;
  v1::Envelope& first = office.draft(v1::Envelope::kBrief);
  for (int i = 0; i < 2000; ++i) first.mutable_brief()->add_value_musd(1);
  const float* memory = first.brief().value_musd().data();
  office.drop(first);
  v1::Envelope& other = office.draft(v1::Envelope::kOffer);
  v1::Envelope& again = office.draft(v1::Envelope::kBrief);
  CHECK(&again == &first);
  CHECK(again.brief().value_musd_size() == 0);
  again.mutable_brief()->add_value_musd(1);
  CHECK(again.brief().value_musd().data() == memory);
  office.drop(other);
  office.drop(again);
}

TEST_CASE("mistakes of the program at the post office stop it") {
  using monazite::testing::end_of;
  PostOffice office;
  post(office, 1, Day{5});
  CHECK(deliver_all(office, Day{5}).size() == 1);
  CHECK(end_of([&] { post(office, 2, Day{4}); }).aborted);
  CHECK(end_of([&] { deliver_all(office, Day{4}); }).aborted);
  CHECK(end_of([&] { static_cast<void>(office.next_due()); }).aborted);
  CHECK(end_of([&] {
          static_cast<void>(office.draft(static_cast<v1::Envelope::BodyCase>(9)));
        }).aborted);
  CHECK(end_of([&] {
          post(office, 2, Day{5});
          office.deliver_next(Day{5}, [&](const v1::Envelope&) { deliver_all(office, Day{5}); });
        }).aborted);
}

TEST_CASE("the pool does not grow with the number of messages, however drafts are asked for") {
  const base::Draws draws(3);
  const v1::Envelope::BodyCase kinds[] = {v1::Envelope::BODY_NOT_SET, v1::Envelope::kBrief,
                                          v1::Envelope::kOffer, v1::Envelope::kStatement};
  PostOffice office;
  for (int day = 0; day < 3000; ++day) {
    for (std::uint32_t i = 0; i < 5; ++i) {
      v1::Envelope& draft =
          draws.below(2, kPost, Day{day}, 0, i) == 0
              ? office.draft()
              : office.draft(kinds[draws.below(std::size(kinds), kPost, Day{day}, 1, i)]);
      // Filled as another kind than it was drafted for, which is allowed.
      if (draws.below(2, kPost, Day{day}, 2, i) == 0) draft.mutable_offer()->set_outcome(i);
      office.post(draft, Day{day}, Priority::kTable);
    }
    CHECK(deliver_all(office, Day{day}).size() == 5);
  }
  CHECK(office.pool_size() < 100);
}

namespace {

struct Posting {
  std::uint64_t label;
  Day day;
  Priority priority;
};

std::vector<Posting> random_postings(const base::Draws& draws, int trial) {
  std::vector<Posting> postings;
  const std::uint64_t count = 1 + draws.below(200, kPost, Day{trial});
  for (std::uint32_t i = 0; i < count; ++i) {
    postings.push_back({i + 1,
                        Day{static_cast<std::int32_t>(draws.below(10, kPost, Day{trial}, 1, i))},
                        static_cast<Priority>(draws.below(4, kPost, Day{trial}, 2, i))});
  }
  return postings;
}

}  // namespace

TEST_CASE("the order of delivery is that of a stable sort by day and priority") {
  const base::Draws draws(99);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<Posting> postings = random_postings(draws, trial);
    PostOffice office;
    for (const Posting& p : postings) post(office, p.label, p.day, p.priority);
    Labels delivered;
    for (int day = 0; day < 10; ++day) {
      for (const std::uint64_t label : deliver_all(office, Day{day})) delivered.push_back(label);
    }
    std::stable_sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
      return a.day != b.day ? a.day < b.day : a.priority < b.priority;
    });
    Labels sorted;
    for (const Posting& p : postings) sorted.push_back(p.label);
    REQUIRE(delivered == sorted);
  }
}

namespace {

/// A day-by-day history in which receipts answer at random; its messages as delivered.
std::vector<std::string> history(std::uint64_t seed) {
  const base::Draws draws(seed);
  PostOffice office;
  std::vector<std::string> told;
  office.add_listener(
      [&](const v1::Envelope& envelope) { told.push_back(envelope.SerializeAsString()); });
  for (std::uint64_t i = 0; i < 5; ++i) post(office, i, Day{0});
  for (int day = 0; day < 50; ++day) {
    while (office.deliver_next(Day{day}, [&](const v1::Envelope& envelope) {
      const auto id = static_cast<std::uint32_t>(envelope.id());
      for (std::uint32_t k = 0; k < 2 && told.size() < 2000; ++k) {
        if (draws.uniform(kPost, Day{day}, k, id) < 0.4) continue;
        v1::Envelope& answer = office.draft();
        answer.set_in_reply_to(envelope.id());
        answer.mutable_offer()->set_outcome(k);
        office.post(answer, Day{day + static_cast<int>(draws.below(4, kPost, Day{day}, k, id))},
                    static_cast<Priority>(draws.below(4, kPost, Day{day}, 7 + k, id)));
      }
    })) {
    }
  }
  return told;
}

}  // namespace

TEST_CASE("the same posts give the same messages with the same ids") {
  const std::vector<std::string> once = history(5);
  CHECK(once.size() > 100);
  CHECK(once == history(5));
  CHECK(once != history(6));
  for (std::size_t i = 0; i < once.size(); ++i) {
    v1::Envelope envelope;
    REQUIRE(envelope.ParseFromString(once[i]));
    REQUIRE(envelope.id() == i + 1);
    REQUIRE(envelope.in_reply_to() < envelope.id());
  }
}

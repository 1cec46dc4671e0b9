#include <agents/parties/table_negotiator.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kSelf = 3;
constexpr base::SeatId kOther = 4;

/// One table of ten packages, own values 0 to 90 M; the other side is believed to want the
/// opposite.
struct Bench {
  explicit Bench(const std::string& tactic = "linear", std::uint32_t deadline_rounds = 100)
      : table(kSelf, kOther, {10}, deadline_rounds),
        desk(kSelf),
        negotiator({kSelf, "self", base::Draws(1)}, manner(tactic), {0, true}) {
    for (int i = 0; i < 10; ++i) {
      table.value[static_cast<std::size_t>(i)] = static_cast<float>(10 * i);
      table.believed_other[static_cast<std::size_t>(i)] = static_cast<float>(50 - 10 * i);
    }
    tell(table.opening());
  }
  static Manner manner(const std::string& tactic) {
    Manner manner;
    manner.tactic = tactic;
    return manner;
  }
  std::vector<TestDesk::Sent> tell(const v1::Envelope& message) {
    negotiator.receive(message, desk);
    return desk.take();
  }
  v1::Envelope answer(const v1::Envelope& message) {
    const auto sent = tell(message);
    REQUIRE(sent.size() == 1);
    return sent.front().envelope;
  }

  TableFixture table;
  TestDesk desk;
  TableNegotiator negotiator;
};

}  // namespace

TEST_CASE("a move names the brief, goes to the other party and has a reason") {
  Bench b;
  const v1::Envelope brief = b.table.brief();
  const v1::Envelope move = b.answer(brief);
  CHECK(move.in_reply_to() == brief.id());
  CHECK(move.conversation() == brief.conversation());
  CHECK(move.to() == kOther);
  REQUIRE(move.has_offer());
  CHECK(move.offer().reason().code() == v1::REASON_CODE_OPENING_BID);
  CHECK(move.offer().reason().a() == 90);
  CHECK(move.offer().reason().b() == 90);
}

TEST_CASE("nothing but YOUR_MOVE is answered at a table") {
  Bench b;
  CHECK(b.tell(b.table.brief(v1::Brief::PURPOSE_MEETING)).empty());
  CHECK(b.tell(b.table.offer(4)).empty());
  CHECK(b.tell(b.table.refused_at_home(4)).empty());
}

TEST_CASE("the offer falls with urgency as the tactic says, and never under no deal") {
  Bench b("linear");
  b.table.reservation = 25;
  // V_asp = 25 + (90 - 25)(1 - t); the cheapest package above it pleases the other side most.
  const std::vector<std::pair<double, std::uint64_t>> expected{{0.0, 9}, {0.1, 9}, {0.2, 8},
                                                               {0.5, 6}, {0.9, 4}, {1.0, 3}};
  for (const auto& [urgency, package] : expected) {
    b.table.urgency = urgency;
    CHECK(b.answer(b.table.brief()).offer().outcome() == package);
  }
}

TEST_CASE("among packages it likes enough it offers what should please the other side most") {
  Bench b("linear");
  b.table.urgency = 0.5;  // aspiration 45
  b.table.believed_other[8] = 70;
  CHECK(b.answer(b.table.brief()).offer().outcome() == 8);
  b.table.believed_other[5] = 70;  // a tie: the first in order
  CHECK(b.answer(b.table.brief()).offer().outcome() == 5);
}

TEST_CASE("an offer that reaches the aspiration is accepted, a lesser one is not") {
  Bench b("linear");
  b.table.urgency = 0.5;
  b.tell(b.table.offer(4));
  CHECK(b.answer(b.table.brief()).has_offer());
  b.tell(b.table.offer(5));
  const v1::Envelope move = b.answer(b.table.brief());
  REQUIRE(move.has_acceptance());
  CHECK(move.acceptance().outcome() == 5);
  CHECK(move.to() == kOther);
  CHECK(move.acceptance().reason().code() == v1::REASON_CODE_OFFER_GOOD_ENOUGH);
  CHECK(move.acceptance().reason().a() == 50);
  CHECK(move.acceptance().reason().b() == 45);
}

TEST_CASE("an offer that home would not clear is not accepted however good") {
  Bench b;
  b.table.clearable[9] = '\0';
  b.tell(b.table.offer(9));
  const v1::Envelope move = b.answer(b.table.brief());
  REQUIRE(move.has_offer());
  CHECK(move.offer().outcome() == 8);
}

TEST_CASE("a package refused at home or named in a brief is never offered again") {
  Bench b;
  CHECK(b.answer(b.table.brief()).offer().outcome() == 9);
  b.tell(b.table.refused_at_home(9));
  CHECK(b.answer(b.table.brief()).offer().outcome() == 8);
  b.table.barred = {8, 7};
  CHECK(b.answer(b.table.brief()).offer().outcome() == 6);
  b.table.barred = {};  // what was barred stays barred
  CHECK(b.answer(b.table.brief()).offer().outcome() == 6);
}

TEST_CASE("a package that the registrar refused is not tried a second time") {
  Bench b;
  b.tell(b.table.offer(2));
  CHECK(b.answer(b.table.brief()).offer().outcome() == 9);
  b.tell(b.table.refusal(v1::Refusal::REASON_NOT_CLEARABLE));
  CHECK(b.answer(b.table.brief()).offer().outcome() == 8);
  // The refused offer did not take the other side's off the table.
  b.tell(b.table.refusal(v1::Refusal::REASON_NOT_CLEARABLE));
  b.table.urgency = 0.9;
  CHECK(b.answer(b.table.brief()).acceptance().outcome() == 2);
}

TEST_CASE("it walks away only when nothing that home would clear is worth no deal") {
  Bench b;
  b.table.reservation = 90;
  CHECK(b.answer(b.table.brief()).has_offer());
  b.table.reservation = 90.5;
  const v1::Envelope move = b.answer(b.table.brief());
  REQUIRE(move.has_walk_away());
  CHECK(move.walk_away().reason().code() == v1::REASON_CODE_NO_ZONE);
  CHECK(move.walk_away().reason().a() == 90);
  CHECK(move.walk_away().reason().b() == 90.5);
  b.table.reservation = 50;
  b.table.clearable = std::string("\1\1\1\1\1\0\0\0\0\0", 10);
  CHECK(b.answer(b.table.brief()).has_walk_away());
}

TEST_CASE("at the last chance anything no worse than no deal is accepted, and nothing less") {
  for (const std::uint64_t offered : {3UL, 2UL}) {
    Bench b("hardliner", 2);
    b.table.reservation = 30;
    CHECK(b.answer(b.table.brief()).offer().outcome() == 9);
    b.tell(b.table.offer(offered));  // the second of two rounds
    const v1::Envelope move = b.answer(b.table.brief());
    CHECK(move.has_acceptance() == (offered == 3));
    CHECK_FALSE(move.has_walk_away());
    if (move.has_acceptance()) {
      CHECK(move.acceptance().reason().code() == v1::REASON_CODE_DEADLINE_NEAR);
      CHECK(move.acceptance().reason().b() == 30);
    }
  }
}

TEST_CASE("each move says what it was: opening, held firm, conceded, better for both") {
  Bench b("linear");
  CHECK(b.answer(b.table.brief()).offer().reason().code() == v1::REASON_CODE_OPENING_BID);
  CHECK(b.answer(b.table.brief()).offer().reason().code() == v1::REASON_CODE_HELD_FIRM);
  b.table.urgency = 0.3;
  CHECK(b.answer(b.table.brief()).offer().reason().code() == v1::REASON_CODE_CONCEDED);
  b.table.believed_other[9] = 80;
  const v1::Envelope move = b.answer(b.table.brief());
  CHECK(move.offer().reason().code() == v1::REASON_CODE_BEST_FOR_BOTH);
  CHECK(move.offer().reason().a() == 90);
}

TEST_CASE("only the opening bid and an acceptance come with public words") {
  Bench b("linear");
  CHECK_FALSE(b.answer(b.table.brief()).offer().statement().empty());
  CHECK(b.answer(b.table.brief()).offer().statement().empty());
  b.tell(b.table.offer(9));
  CHECK_FALSE(b.answer(b.table.brief()).acceptance().statement().empty());
}

TEST_CASE("an offer beyond the brief is appraised first, the decision still names the brief") {
  for (const double worth : {60.0, 30.0}) {
    TableFixture table(kSelf, kOther, {10});
    TestDesk desk(kSelf);
    TableNegotiator negotiator({kSelf, "self", base::Draws(1)}, Bench::manner("linear"),
                               {0, false});
    const auto tell = [&](const v1::Envelope& message) {
      negotiator.receive(message, desk);
      return desk.take();
    };
    for (std::size_t i = 0; i < 8; ++i) table.value[i] = static_cast<float>(10 * i);
    tell(table.opening(8));
    table.urgency = 0.5;  // aspiration 35
    tell(table.offer(9));
    const v1::Envelope brief = table.brief();
    auto sent = tell(brief);
    REQUIRE(sent.size() == 1);
    const v1::Envelope request = sent.front().envelope;
    REQUIRE(request.has_appraisal_request());
    CHECK(request.to() == base::kRegistrar);
    CHECK(request.in_reply_to() == brief.id());
    REQUIRE(request.appraisal_request().outcomes_size() == 1);
    CHECK(request.appraisal_request().outcomes(0) == 9);

    sent = tell(table.appraisal(99, worth));
    REQUIRE(sent.size() == 1);
    const v1::Envelope& move = sent.front().envelope;
    CHECK(move.in_reply_to() == brief.id());
    CHECK(move.to() == kOther);
    CHECK(move.has_acceptance() == (worth > 35));
    CHECK(move.has_offer() == (worth < 35));
    CHECK(tell(table.appraisal(99, worth)).empty());  // asked once, answered once
  }
}

TEST_CASE("an offer outside the sample that a brief of additions values needs no appraisal") {
  TableFixture table(kSelf, kOther, {10});
  TestDesk desk(kSelf);
  TableNegotiator negotiator({kSelf, "self", base::Draws(1)}, Bench::manner("linear"), {0, false});
  for (std::size_t i = 0; i < 10; ++i) table.value[i] = static_cast<float>(10 * i);
  negotiator.receive(table.opening(8), desk);
  negotiator.receive(table.brief(v1::Brief::PURPOSE_MEETING), desk);
  negotiator.receive(table.offer(9), desk);
  negotiator.receive(table.brief_of_additions({9}), desk);
  const auto sent = desk.take();
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().envelope.acceptance().outcome() == 9);
}

TEST_CASE("a brief without values leaves the last ones in force") {
  Bench b("linear");
  b.tell(b.table.brief(v1::Brief::PURPOSE_MEETING));
  v1::Envelope brief = b.table.message(base::kRegistrar);
  brief.mutable_brief()->set_purpose(v1::Brief::PURPOSE_YOUR_MOVE);
  brief.mutable_brief()->set_urgency(0.5);
  CHECK(b.answer(brief).offer().outcome() == 5);
}

TEST_CASE("firmness is drawn once per seat, evenly in its logarithm over its range") {
  int firm = 0;
  constexpr int kSeeds = 2000;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    Manner manner;
    manner.firmness_lowest = 0.5;
    manner.firmness_highest = 2;
    TableFixture table(kSelf, kOther, {101});
    for (std::size_t i = 0; i <= 100; ++i) {
      table.value[i] = static_cast<float>(i);
      table.believed_other[i] = static_cast<float>(100 - i);
    }
    TestDesk desk(kSelf);
    TableNegotiator negotiator({kSelf, "self", base::Draws(seed)}, manner, {0, false});
    negotiator.receive(table.opening(), desk);
    table.urgency = 0.5;
    negotiator.receive(table.brief(), desk);
    const auto sent = desk.take();
    const auto package = sent.at(0).envelope.offer().outcome();
    // 1 - 0.5^e lies in [0.293, 0.75] for e in [0.5, 2]; the middle of the logarithm is e = 1.
    REQUIRE(package >= 30);
    REQUIRE(package <= 75);
    firm += package > 50 ? 1 : 0;
  }
  CHECK(std::abs(firm - kSeeds / 2) < 4 * 0.5 * std::sqrt(kSeeds));
}

TEST_CASE("several tables are kept apart") {
  Bench b("linear");
  TableFixture second(kSelf, 5, {4}, 100, 8);
  second.value = {30, 20, 10, 0};
  b.tell(second.opening());
  CHECK(b.answer(b.table.brief()).offer().outcome() == 9);
  const v1::Envelope move = b.answer(second.brief());
  CHECK(move.offer().outcome() == 0);
  CHECK(move.to() == 5);
}

TEST_CASE("after the closing a table is forgotten") {
  Bench b;
  v1::Envelope closing = b.table.message(base::kRegistrar);
  closing.mutable_closing()->set_how(v1::Closing::HOW_DEADLINE);
  b.tell(closing);
  CHECK(b.tell(b.table.brief()).empty());
}

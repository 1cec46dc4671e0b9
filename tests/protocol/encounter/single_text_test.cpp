#include <map>
#include <set>
#include <vector>

#include <protocol/encounter/single_text.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::Outcome;
using encounter::SingleText;
using encounter::Verdict;

namespace {

constexpr base::SeatId kMediator = base::kRegistrar;
constexpr base::SeatId kA = 3;
constexpr base::SeatId kB = 4;
constexpr base::SeatId kStranger = 5;
constexpr std::uint64_t kSize = 10;
constexpr Verdict kMade = std::nullopt;
using Phase = SingleText::Phase;

SingleText talks(std::uint32_t deadline_rounds = 2) {
  return {kSize, {kA, kB}, kMediator, 5, deadline_rounds};
}

void round(SingleText& rules, Outcome text, bool a, bool b) {
  REQUIRE(rules.propose(kMediator, text) == kMade);
  REQUIRE(rules.vote(kB, b) == kMade);
  REQUIRE(rules.vote(kA, a) == kMade);
}

agenda::Agenda make_agenda(const std::vector<std::uint32_t>& levels) {
  std::vector<agenda::Issue> issues;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    agenda::Issue issue;
    issue.name = "issue " + std::to_string(i);
    for (std::uint32_t k = 0; k < levels[i]; ++k) {
      issue.values.push_back(k);
      issue.labels.push_back(std::to_string(k));
    }
    issues.push_back(std::move(issue));
  }
  auto agenda = agenda::Agenda::make("text", std::move(issues));
  REQUIRE(agenda.has_value());
  return *agenda;
}

}  // namespace

TEST_CASE("a text with all votes becomes the standing text") {
  SingleText rules = talks();
  CHECK(rules.standing_text() == 5);
  CHECK(rules.awaits(kMediator));
  CHECK_FALSE(rules.awaits(kA));
  round(rules, 7, true, true);
  CHECK(rules.standing_text() == 7);
  CHECK(rules.round() == 1);
  CHECK(rules.phase() == Phase::kText);
  round(rules, 8, true, false);
  CHECK(rules.standing_text() == 7);
  CHECK(rules.phase() == Phase::kLastVote);
}

TEST_CASE("the standing text is agreed when all say yes in the last vote") {
  SingleText rules = talks(1);
  round(rules, 7, true, true);
  CHECK(rules.text() == Outcome{7});
  CHECK(rules.agreement() == std::nullopt);
  REQUIRE(rules.vote(kA, true) == kMade);
  REQUIRE(rules.vote(kB, true) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{7});
}

TEST_CASE("one no in the last vote and there is no deal") {
  SingleText rules = talks(1);
  round(rules, 7, true, true);
  REQUIRE(rules.vote(kA, true) == kMade);
  REQUIRE(rules.vote(kB, false) == kMade);
  CHECK(rules.ending() == Ending::kDeadline);
  CHECK(rules.agreement() == std::nullopt);
}

TEST_CASE("illegal moves under a single text are refused with their reason") {
  SingleText rules = talks();
  CHECK(rules.propose(kA, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.propose(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.propose(kMediator, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  CHECK(rules.vote(kA, true) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kA) == v1::Refusal::REASON_OUT_OF_TURN);
  REQUIRE(rules.propose(kMediator, 1) == kMade);
  CHECK(rules.propose(kMediator, 2) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.vote(kMediator, true) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.vote(kStranger, true) == v1::Refusal::REASON_NOT_A_PARTY);
  REQUIRE(rules.vote(kA, true) == kMade);
  CHECK(rules.vote(kA, true) == v1::Refusal::REASON_OUT_OF_TURN);
  REQUIRE(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(rules.propose(kMediator, 2) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(rules.vote(kA, true) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("a mediator that is a party, or a text off the agenda, is a mistake in the program") {
  using testing::end_of;
  CHECK(end_of([] { SingleText(kSize, {kA, kB}, kA, 5, 1); }).aborted);
  CHECK(end_of([] { SingleText(kSize, {kA, kB}, kMediator, kSize, 1); }).aborted);
  CHECK(end_of([] { talks(0); }).aborted);
}

TEST_CASE("a mutation moves one issue to another level, each as often as any other") {
  const agenda::Agenda agenda = make_agenda({3, 1, 4});
  const base::Draws draws(2003);
  const std::uint32_t levels[] = {1, 0, 2};
  const Outcome text = agenda.outcome(levels);
  std::map<Outcome, int> seen;
  for (std::uint32_t round = 0; round < 6000; ++round) {
    const Outcome next = encounter::mutated_text(agenda, text, draws, round);
    REQUIRE(next == encounter::mutated_text(agenda, text, draws, round));
    int changed = 0;
    for (std::size_t i = 0; i < 3; ++i) changed += agenda.level(next, i) != agenda.level(text, i);
    REQUIRE(changed == 1);
    ++seen[next];
  }
  REQUIRE(seen.size() == 5);  // 2 other levels of the first issue, 3 of the third
  for (const auto& [next, times] : seen) {
    const double expected = agenda.level(next, 0) != 1 ? 1500 : 1000;
    CHECK(times > expected - 180);  // five standard deviations
    CHECK(times < expected + 180);
  }
}

TEST_CASE("an agenda without a choice has one text") {
  const agenda::Agenda agenda = make_agenda({1, 1});
  CHECK(encounter::mutated_text(agenda, 0, base::Draws(1), 3) == 0);
  CHECK(encounter::drawn_text(agenda, base::Draws(1)) == 0);
}

TEST_CASE("whatever is said, a single text stays sound and refused moves change nothing") {
  constexpr base::Purpose kMove{"tests.single_text.move"};
  const base::Draws draws(1982);
  std::set<Ending> endings;
  for (int trial = 0; trial < 400; ++trial) {
    SingleText rules = talks(4);
    for (std::uint32_t step = 0; step < 80; ++step) {
      const auto draw = [&](std::uint64_t count, std::uint32_t what) {
        return draws.below(count, kMove, base::Day{trial}, what, step);
      };
      const SingleText before = rules;
      const base::SeatId seats[] = {kMediator, kA, kB, kStranger};
      const base::SeatId seat = seats[draw(4, 0)];
      const std::uint64_t kind = draw(100, 1);
      const bool yes = draw(4, 2) > 0;
      const Outcome text = draw(kSize + 1, 3);
      const Verdict verdict = kind == 0   ? rules.walk_away(seat)
                              : kind < 40 ? rules.propose(seat, text)
                                          : rules.vote(seat, yes);
      if (verdict) {
        REQUIRE(rules == before);
      } else {
        REQUIRE(before.awaits(seat));
        REQUIRE_FALSE(rules == before);
        // The standing text changes by votes only, and only to what was put to them.
        if (rules.standing_text() != before.standing_text()) {
          REQUIRE(before.phase() == Phase::kVotes);
          REQUIRE(rules.standing_text() == before.text());
        }
      }
      REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
      REQUIRE(rules.round() <= 4);
      REQUIRE((rules.round() == 4) == (rules.phase() == Phase::kLastVote));
      const bool awaited = rules.awaits(kMediator) || rules.awaits(kA) || rules.awaits(kB);
      REQUIRE(awaited == (rules.ending() == Ending::kOpen));
      endings.insert(rules.ending());
    }
  }
  CHECK(endings.size() == 4);
}

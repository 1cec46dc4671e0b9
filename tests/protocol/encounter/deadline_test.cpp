#include <limits>

#include <protocol/encounter/deadline.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using base::Day;
using encounter::Deadline;

TEST_CASE("a deadline in rounds has a day for each round") {
  const Deadline deadline = Deadline::in_rounds(5);
  CHECK(deadline.rounds() == 5);
  CHECK(deadline.round_on(Day{0}) == 0U);
  CHECK(deadline.round_on(Day{4}) == 4U);
  CHECK(deadline.round_on(Day{5}) == std::nullopt);
  CHECK_FALSE(deadline.passed(Day{4}));
  CHECK(deadline.passed(Day{5}));
}

TEST_CASE("a calendar deadline says in which round a day falls") {
  const Deadline deadline = Deadline::on(Day{20000}, Day{20090}, 30);
  CHECK(deadline.rounds() == 4);
  CHECK(deadline.round_on(Day{19999}) == std::nullopt);
  CHECK(deadline.round_on(Day{20000}) == 0U);
  CHECK(deadline.round_on(Day{20029}) == 0U);
  CHECK(deadline.round_on(Day{20030}) == 1U);
  CHECK(deadline.round_on(Day{20090}) == 3U);
  CHECK(deadline.round_on(Day{20091}) == std::nullopt);
  CHECK_FALSE(deadline.passed(Day{20090}));
  CHECK(deadline.passed(Day{20091}));
}

TEST_CASE("the last day belongs to the encounter, and a last round may be cut short") {
  CHECK(Deadline::on(Day{10}, Day{10}, 30).rounds() == 1);
  CHECK(Deadline::on(Day{10}, Day{39}, 30).rounds() == 1);
  CHECK(Deadline::on(Day{10}, Day{40}, 30).rounds() == 2);
}

TEST_CASE("every round begins on its first day and not before") {
  for (const int cadence : {1, 7, 30}) {
    const Deadline deadline = Deadline::on(Day{-100}, Day{211}, cadence);
    for (std::uint32_t round = 0; round < deadline.rounds(); ++round) {
      const Day first = deadline.first_day_of(round);
      REQUIRE(deadline.round_on(first) == round);
      const auto before = deadline.round_on(Day{first.number - 1});
      REQUIRE(before == (round == 0 ? std::nullopt : std::optional(round - 1)));
    }
  }
}

TEST_CASE("the longest calendar there is does not overflow") {
  using Limits = std::numeric_limits<std::int32_t>;
  const Deadline deadline = Deadline::on(Day{Limits::min()}, Day{Limits::max()}, 2);
  CHECK(deadline.rounds() == 2147483648U);
  CHECK(deadline.first_day_of(2147483647U) == Day{Limits::max() - 1});
}

TEST_CASE("a deadline before the opening is a mistake in the program") {
  using testing::end_of;
  CHECK(end_of([] { (void)Deadline::on(Day{2}, Day{1}, 1); }).aborted);
  CHECK(end_of([] { (void)Deadline::on(Day{1}, Day{2}, 0); }).aborted);
  CHECK(end_of([] { (void)Deadline::in_rounds(0); }).aborted);
  CHECK(end_of([] { (void)Deadline::in_rounds(2).first_day_of(2); }).aborted);
}

#include <agents/parties/table_state.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {
constexpr base::SeatId kSelf = 3;
constexpr base::SeatId kOther = 4;
}  // namespace

TEST_CASE("a state knows its other party whatever the order of the opening") {
  TableFixture table(kSelf, kOther, {3});
  CHECK(TableState(table.opening().opening(), kSelf).other() == kOther);
  CHECK(TableState(table.opening().opening(), kOther).other() == kSelf);
}

TEST_CASE("ideas follow the sample and a whole brief replaces them") {
  TableFixture table(kSelf, kOther, {10});
  for (std::size_t i = 0; i < 10; ++i) table.value[i] = static_cast<float>(i);
  TableState state(table.opening(4).opening(), kSelf);
  CHECK(state.find(2) == std::nullopt);  // nothing valued so far
  state.take(table.brief(v1::Brief::PURPOSE_MEETING, {8, 6}).brief());
  CHECK(state.packages() == 6);
  CHECK(state.find(8) == 4);
  CHECK(state.values()[4] == 8);
  state.take(table.brief_of_additions({9}).brief());
  CHECK(state.find(9) == 6);
  CHECK(state.find(8) == 4);
  state.take(table.brief(v1::Brief::PURPOSE_MEETING, {7}).brief());
  CHECK(state.packages() == 5);
  CHECK(state.find(8) == std::nullopt);
  CHECK(state.find(7) == 4);
  CHECK(*state.best() == 4);
}

TEST_CASE("a barred package is closed in the sample, among ideas and in ideas to come") {
  TableFixture table(kSelf, kOther, {10});
  TableState state(table.opening(4).opening(), kSelf);
  state.take(table.brief(v1::Brief::PURPOSE_MEETING, {8}).brief());
  state.bar(1);
  state.bar(8);
  state.bar(9);
  CHECK(state.open()[1] == 0);
  CHECK(state.open()[4] == 0);
  state.take(table.brief_of_additions({9}).brief());
  CHECK(state.open()[5] == 0);
  state.take(table.brief(v1::Brief::PURPOSE_MEETING, {9, 8, 7}).brief());
  CHECK(state.open() == std::vector<std::uint8_t>{1, 0, 1, 1, 0, 0, 1});
}

TEST_CASE("the other side's offer stands until this side offers or it is barred") {
  TableFixture table(kSelf, kOther, {10}, 3);
  TableState state(table.opening().opening(), kSelf);
  CHECK(state.standing() == std::nullopt);
  state.other_offered(4);
  CHECK(state.standing() == 4U);
  state.offered(9);
  CHECK(state.standing() == std::nullopt);
  CHECK(state.last_own_offer() == 9U);
  CHECK_FALSE(state.last_chance());
  state.other_offered(5);
  CHECK(state.last_chance());
  state.bar(5);
  CHECK(state.standing() == std::nullopt);
}

TEST_CASE("a refused acceptance leaves the standing offer where it was") {
  TableFixture table(kSelf, kOther, {10});
  TableState state(table.opening().opening(), kSelf);
  state.offered(9);
  state.other_offered(4);
  state.refused(v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(state.standing() == 4U);
  CHECK_FALSE(state.barred(9));
}

TEST_CASE("the other side's offers move what should please it") {
  TableFixture table(kSelf, kOther, {3, 3});
  TableState state(table.opening().opening(), kSelf);
  for (std::size_t i = 0; i < 9; ++i) {
    table.believed_other[i] = i == 4 ? 1.0F : 0.0F;  // a slight belief in the middle
  }
  state.take(table.brief().brief());
  CHECK(state.most_pleasing(0) == 4U);
  const double before = state.estimated_other(8);
  for (int n = 0; n < 12; ++n) state.other_offered(8);
  CHECK(state.estimated_other(8) > before);
  CHECK(state.most_pleasing(0) == 4U);  // at most half of the spread: the belief still counts
  for (std::size_t i = 0; i < 9; ++i) table.believed_other[i] = i == 4 ? 1.0F : 0.9F;
  table.believed_other[0] = 0;
  state.take(table.brief().brief());
  CHECK(state.most_pleasing(0) == 8U);
}

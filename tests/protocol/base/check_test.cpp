#include <string>

#include <protocol/base/check.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using monazite::testing::End;
using monazite::testing::end_of;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a broken invariant stops the program and says where, what and why") {
  const End end = end_of([] {
    const double stock_t = -1.5;
    MONAZITE_CHECK(stock_t >= 0, "a stock cannot be negative");
  });
  CHECK(end.aborted);
  CHECK(contains(end.last_words, "check_test.cpp:"));
  CHECK(contains(end.last_words, "a stock cannot be negative"));
  CHECK(contains(end.last_words, "stock_t >= 0"));
}

TEST_CASE("a broken comparison tells both values") {
  const End end = end_of([] {
    const int delivered = 3;
    const int posted = 4;
    MONAZITE_CHECK_EQ(delivered, posted, "every message is delivered once");
  });
  CHECK(end.aborted);
  CHECK(contains(end.last_words, "delivered == posted: 3 against 4"));
  CHECK(end_of([] { MONAZITE_CHECK_GE(0.1, 0.25, "enough"); }).aborted);
  CHECK(end_of([] { MONAZITE_CHECK_LE(2, 1, "not too much"); }).aborted);
}

TEST_CASE("doubles that differ in the last bit are told apart") {
  const End end = end_of([] {
    const double a = 0.1 + 0.2;
    MONAZITE_CHECK_EQ(a, 0.3, "exact");
  });
  CHECK(end.aborted);
  CHECK(contains(end.last_words, "0.30000000000000004 against 0.29999999999999999"));
}

TEST_CASE("an invariant that holds costs nothing but its evaluation, once") {
  int evaluated = 0;
  const End end = end_of([] {
    MONAZITE_CHECK(true, "holds");
    MONAZITE_CHECK_EQ(1, 1, "holds");
    MONAZITE_CHECK_GE(1, 1, "holds");
    MONAZITE_CHECK_LE(1, 1, "holds");
  });
  CHECK_FALSE(end.aborted);
  CHECK(end.last_words.empty());
  MONAZITE_CHECK(++evaluated == 1, "evaluated once");
  CHECK(evaluated == 1);
}

TEST_CASE("costly checks run in development builds only") {
  const End end = end_of([] { MONAZITE_DEV_CHECK(false, "mass is conserved"); });
#ifdef MONAZITE_DEVELOPMENT
  CHECK(end.aborted);
#else
  CHECK_FALSE(end.aborted);
#endif
}

#include <agents/preferences/moves.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::preferences;

TEST_CASE("the six classes of moves cover all changes") {
  CHECK(classify(0.1, 0.1) == Move::kFortunate);
  CHECK(classify(0.1, 0) == Move::kSelfish);
  CHECK(classify(0.1, -0.1) == Move::kSelfish);
  CHECK(classify(0, 0.1) == Move::kNice);
  CHECK(classify(0, 0) == Move::kSilent);
  CHECK(classify(0, -0.1) == Move::kUnfortunate);
  CHECK(classify(-0.1, 0.1) == Move::kConcession);
  CHECK(classify(-0.1, 0) == Move::kConcession);
  CHECK(classify(-0.1, -0.1) == Move::kUnfortunate);
}

TEST_CASE("changes within the tolerance count as none") {
  CHECK(classify(1e-12, 0.1, 1e-9) == Move::kNice);
  CHECK(classify(-1e-12, 1e-12, 1e-9) == Move::kSilent);
  CHECK(classify(1e-12, 0.1) == Move::kFortunate);
}

TEST_CASE("NegoLog calls small moves silent or nice and goes by signs otherwise") {
  CHECK(classify_as_negolog(0.02, -0.02) == Move::kSilent);
  CHECK(classify_as_negolog(-0.02, 0.5) == Move::kNice);
  CHECK(classify_as_negolog(-0.02, -0.5) == Move::kUnfortunate);
  CHECK(classify_as_negolog(0.02, -0.5) == Move::kSelfish);
  CHECK(classify_as_negolog(-0.05, 0.01) == Move::kConcession);
  CHECK(classify_as_negolog(0.05, 0.01) == Move::kFortunate);
}

TEST_CASE("sensitivity weighs moves towards the other against the rest") {
  MoveCounts counts;
  CHECK_FALSE(counts.sensitivity().has_value());
  for (const Move move : {Move::kNice, Move::kConcession, Move::kConcession, Move::kFortunate,
                          Move::kSelfish, Move::kSilent}) {
    counts.add(move);
  }
  CHECK(counts.all() == 6);
  CHECK(counts.of(Move::kConcession) == 2);
  REQUIRE(counts.sensitivity().has_value());
  CHECK(*counts.sensitivity() == 2);
}

TEST_CASE("moves have the names of the paper") {
  CHECK(name_of(Move::kFortunate) == "fortunate");
  CHECK(name_of(Move::kSelfish) == "selfish");
  CHECK(name_of(Move::kConcession) == "concession");
  CHECK(name_of(Move::kUnfortunate) == "unfortunate");
  CHECK(name_of(Move::kNice) == "nice");
  CHECK(name_of(Move::kSilent) == "silent");
}

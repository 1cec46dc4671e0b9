#include <protocol/encounter/party_list.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::PartyList;

TEST_CASE("parties are found by their seat") {
  const PartyList parties({7, 3, 5});
  CHECK(parties.size() == 3);
  CHECK(parties.position_of(3) == 1U);
  CHECK(parties.position_of(4) == std::nullopt);
}

TEST_CASE("a phase is over when all have moved, in whatever order") {
  PartyList parties({7, 3, 5});
  CHECK_FALSE(parties.note_move(2));
  CHECK(parties.has_moved(2));
  CHECK_FALSE(parties.note_move(0));
  CHECK(parties.note_move(1));
  parties.begin_phase();
  CHECK_FALSE(parties.has_moved(2));
  CHECK(parties == PartyList({7, 3, 5}));
}

TEST_CASE("an encounter of one, or with a seat twice, is a mistake in the program") {
  using testing::end_of;
  CHECK(end_of([] { PartyList({3}); }).aborted);
  CHECK(end_of([] { PartyList({3, 4, 3}); }).aborted);
}

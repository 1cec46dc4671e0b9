#include <protocol/base/roster.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite::base;
using monazite::testing::end_of;

TEST_CASE("registrar, public and recorder can always be addressed") {
  const Roster roster;
  CHECK(roster.size() == kFirstSeat);
  CHECK(roster.name(kRegistrar) == "registrar");
  CHECK(roster.name(kPublic) == "public");
  CHECK(roster.name(kRecorder) == "recorder");
}

TEST_CASE("seats are numbered in the order they are added") {
  Roster roster;
  CHECK(roster.add("india") == kFirstSeat);
  CHECK(roster.add("japan") == kFirstSeat + 1);
  CHECK(roster.find("japan") == kFirstSeat + 1);
  CHECK(roster.find("public") == kPublic);
  CHECK(roster.find("brazil") == std::nullopt);
  CHECK(roster.name(kFirstSeat) == "india");
  CHECK(roster.names().size() == roster.size());
}

TEST_CASE("a name twice or a number of nobody is a mistake in the program") {
  Roster roster;
  roster.add("india");
  CHECK(end_of([&] { roster.add("india"); }).aborted);
  CHECK(end_of([&] { roster.add("public"); }).aborted);
  CHECK(end_of([&] { static_cast<void>(roster.name(roster.size())); }).aborted);
}

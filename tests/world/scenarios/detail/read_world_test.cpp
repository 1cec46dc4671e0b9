#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

using monazite::test_support::fault_of;

TEST_CASE("A calendar consists of whole months in order") {
  CHECK(fault_of("[calendar]\nfirst_day = 2024-01-02\n")
            .find("my.toml:5:13: found first_day 2024-01-02") == 0);
  CHECK(fault_of("[calendar]\nlast_day = 2031-12-30\n") ==
        "my.toml:5:12: found last_day 2031-12-30, expected the last day of a month");
  CHECK(fault_of("[calendar]\nlast_day = 2019-12-31\n")
            .find("expected a day after first_day 2024-01-01") != std::string::npos);
  CHECK(fault_of("[calendar]\nlast_day = 2099-12-31\n").find("at most 50 years") !=
        std::string::npos);
  CHECK(fault_of("[calendar]\nlast_day = 2031-02-29\n").find("my.toml:5:") == 0);
  CHECK(fault_of("[calendar]\nfirst_day = 1969-12-01\nlast_day = 1999-12-31\n")
            .find("found first_day 1969-12-01, expected 1970-01-01 or later") != std::string::npos);
}

TEST_CASE("Decisions start on a day of the calendar, on the first when the scenario does not say") {
  CHECK(fault_of("[calendar]\ndecisions_from = 2035-01-01\n")
            .find("my.toml:5:18: found decisions_from") == 0);
  const auto quiet = monazite::test_support::scenario("quiet");
  CHECK(quiet.decisions_from == quiet.first_day);
  const auto& june = monazite::test_support::june_2025();
  CHECK(june.decisions_from > june.first_day);
  CHECK(june.decisions_from < *june.known_until);
}

TEST_CASE("Seats are named once, have a kind and a table, and the four of the trade are there") {
  const std::string list =
      "seats = [\"india\", \"japan\", \"irel\", \"toyotsu\", \"shin_etsu\", \"proterial\", ";
  CHECK(fault_of(list + "\"toyota\", \"suzuki\", \"suzuki\"]\n") ==
        "my.toml:4:9: found seat \"suzuki\" twice, expected each seat once in seats");
  CHECK(fault_of(list + "\"toyota\", \"suzuki\", \"honda\"]\n") ==
        "my.toml:4:9: found seat \"honda\" without a table, expected a table [seat.honda]");
  CHECK(fault_of("[seat.suzuki]\nkind = \"car_makr\"\n").find("; did you mean car_maker?") !=
        std::string::npos);
  CHECK(fault_of("[seat.tdk]\ntitle = \"TDK\"\nkind = \"magnet_maker\"\n") ==
        "my.toml:4:1: found [seat.tdk] that is not among seats, expected its name in seats");
  CHECK(fault_of("[seat.irel]\nkind = \"trader\"\n").find("expected seat \"irel\" of kind miner") !=
        std::string::npos);
}

TEST_CASE("A seat's tactic is one of the registry, with its numbers in range") {
  const auto changed = monazite::test_support::scenario(
      "june-2025", {"seat.india.tactic=boulware:exponent=2", "seat.irel.tactic=hardliner"});
  CHECK(changed.seats.at(0).tactic == "boulware:exponent=2");
  CHECK(changed.seats.at(1).tactic.empty());
  CHECK(changed.seats.at(2).tactic == "hardliner");
  CHECK(fault_of("[seat.japan]\ntactic = \"boulwar\"\n") ==
        "my.toml:5:10: found \"boulwar\", expected a tactic: no tactic is called \"boulwar\"; did "
        "you mean \"boulware\"?");
  CHECK(fault_of("", {"seat.japan.tactic=boulware:exponant=2"})
            .find("; did you mean \"exponent\"?") != std::string::npos);
  CHECK(fault_of("", {"seat.japan.tactic=boulware:exponent=0"}).find("expected a number from") !=
        std::string::npos);
  CHECK(fault_of("[seat.japan]\ntactic = 3\n") ==
        "my.toml:5:10: found number 3, expected text in quotes");
}

TEST_CASE("An unknown conduct proposes the nearest") {
  CHECK(
      fault_of("[conduct]\nsupply = \"nsah\"\n") ==
      "my.toml:5:10: found \"nsah\", expected a conduct (kalai_smorodinsky, nash, none, protocol, "
      "rubinstein); did you mean nash?");
}

TEST_CASE("A source needs a title, a publisher and a date") {
  CHECK(fault_of("[source.MINE]\ntitle = \"x\"\npublisher = \"y\"\n") ==
        "my.toml:4:1: found no date in [source.MINE], expected text in quotes");
}

#include <tests/support/catch.hpp>
#include <tests/world/scenarios/faults.hpp>

using monazite::test_support::fault_of;
using monazite::test_support::faults_of;

TEST_CASE("Six faults print six messages in the order of their lines") {
  const auto faults = faults_of(
      "colour = \"red\"\n"                                               // 4: unknown key
      "[ore]\nmined_reo_t_per_yaer = 2000\ncrack_recovery = \"much\"\n"  // 6, 7
      "[refinery]\nrecovery = 1.7\n"                                     // 9: out of range
      "[event.visit]\nkind = \"summit\"\nday = 2035-01-01\nconfidence = \"assumption\"\n"  // 12
      "[event.report]\nsource = \"R26\"\n");                                               // 15
  REQUIRE(faults.size() == 6);
  CHECK(faults[0] == "my.toml:4:1: found unknown key \"colour\", expected a key of a scenario");
  CHECK(faults[1] ==
        "my.toml:6:1: found unknown key \"mined_reo_t_per_yaer\", expected a key of [ore]; did you "
        "mean "
        "mined_reo_t_per_year?");
  CHECK(faults[2] == "my.toml:7:18: found text \"much\", expected a number from 0.82 to 0.92");
  CHECK(faults[3] == "my.toml:9:12: found number 1.7, expected a number from 0.9 to 0.99");
  CHECK(faults[4] ==
        "my.toml:12:7: found day 2035-01-01, expected a day of the calendar, 2024-01-01 to "
        "2031-12-31");
  CHECK(faults[5] ==
        "my.toml:15:10: found unknown source \"R26\", expected a source of the scenario "
        "([source.KEY]); did "
        "you mean R25?");
}

TEST_CASE("A wrong type is told by what stands there and what belongs there") {
  CHECK(fault_of("[switches]\nnoise = \"off\"\n") ==
        "my.toml:5:9: found text \"off\", expected true or false");
  CHECK(fault_of("[switches]\nnoise = 1\n") ==
        "my.toml:5:9: found number 1, expected true or false");
  CHECK(fault_of("[ore]\ncrack_recovery = true\n") ==
        "my.toml:5:18: found true, expected a number from 0.82 to 0.92");
  CHECK(fault_of("[ore]\ncrack_recovery = [0.9]\n") ==
        "my.toml:5:18: found a list, expected a number from 0.82 to 0.92");
  CHECK(fault_of("[calendar]\nknown_until = \"2025-06-13\"\n") ==
        "my.toml:5:15: found text \"2025-06-13\", expected a date from 1950 to 2150, as in "
        "2025-06-13");
  CHECK(fault_of("[conduct]\nsupply = 3\n") ==
        "my.toml:5:10: found number 3, expected text in quotes");
}

TEST_CASE("Numbers that are no numbers are refused") {
  CHECK(fault_of("[ore]\ncrack_recovery = nan\n") ==
        "my.toml:5:18: found number nan, expected a number from 0.82 to 0.92");
  CHECK(fault_of("[ore]\ncrack_recovery = inf\n") ==
        "my.toml:5:18: found number inf, expected a number from 0.82 to 0.92");
}

TEST_CASE("A table in place of a value and a value in place of a table are faults") {
  CHECK(fault_of("title2 = 1\n").find("my.toml:4:1: found unknown key \"title2\"") == 0);
  CHECK(fault_of("[conduct.supply]\na = 1\n").find("found a table, expected text in quotes") !=
        std::string::npos);
  CHECK(fault_of("talks = 4\n") == "my.toml:4:9: found number 4, expected a table [talks]");
}

#include <tests/support/catch.hpp>
#include <tests/world/scenarios/faults.hpp>

using monazite::test_support::fault_of;
using monazite::test_support::faults_of;

TEST_CASE("A number out of its range is refused at either end") {
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = 1999\n") ==
        "my.toml:5:24: found number 1999, expected a number from 2000 to 5000");
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = 5001\n") ==
        "my.toml:5:24: found number 5001, expected a number from 2000 to 5000");
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = 2000\n") == "no fault");
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = 5000\n") == "no fault");
}

TEST_CASE("A number in another unit is refused") {
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = { value = 2900, unit = \"kg REO/year\" }\n") ==
        "my.toml:5:47: found unit \"kg REO/year\", expected \"t REO/year\"");
}

TEST_CASE("Ranges are pairs in order") {
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = { range = [5000, 2000] }\n") ==
        "my.toml:5:34: found range [5000, 2000], expected low before high");
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = { range = [5000] }\n") ==
        "my.toml:5:34: found a list, expected a range [low, high]");
}

TEST_CASE("A list of numbers has its length, and each entry its own range") {
  CHECK(fault_of("[regime]\nrisk_light = [0.1, 0.2]\n") ==
        "my.toml:5:14: found a list of 2, expected a list of 3 numbers");
  CHECK(fault_of("[regime]\nrisk_light = [0.05, 0.2, 0.9]\n") ==
        "my.toml:5:26: found number 0.9, expected a number from 0.3 to 0.8");
  CHECK(fault_of("[regime]\nrisk_light = 0.1\n") ==
        "my.toml:5:14: found number 0.1, expected a list of 3 numbers");
}

TEST_CASE("Grounds: the confidence must be one of five and a stored number needs a source") {
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = { confidence = \"sure\" }\n")
            .find("my.toml:5:39: found \"sure\", expected a confidence (stored, ") == 0);
  CHECK(fault_of("[ore]\navailability_sd = { confidence = \"stored\" }\n")
            .find("found confidence \"stored\" without a source") != std::string::npos);
  CHECK(fault_of("[ore]\navailability_sd = { source = \"MCS62\" }\n")
            .find("unknown source \"MCS62\"") != std::string::npos);
  CHECK(fault_of("[ore]\navailability_sd = { source = [\"MCS26\", 5] }\n") ==
        "my.toml:5:40: found number 5, expected text in quotes");
}

TEST_CASE("Missing numbers are named one by one") {
  const auto loaded = monazite::scenarios::load_text(
      "title = \"x\"\nsummary = \"y\"\nextends = \"sources\"\n[ore]\n[refinery]\n", "my.toml");
  REQUIRE(!loaded);
  int missing = 0;
  for (const auto& fault : loaded.error()) {
    if (fault.found == "no mined_reo_t_per_year in [ore]") {
      ++missing;
      CHECK(fault.line == 4);
    }
    if (fault.found == "no recovery in [refinery]") ++missing;
  }
  CHECK(missing == 2);
}

TEST_CASE("The needs of all makers sum to one") {
  CHECK(fault_of("[maker.suzuki]\nneed_share = 0.2\n") ==
        "my.toml:5:14: found need_share of all makers summing to 1.1, expected 1");
  CHECK(faults_of("[maker.suzuki]\nneed_share = 0.2\n[maker.toyota]\nneed_share = 0.2\n").empty());
}

TEST_CASE("A maker that has no seat is an unknown key") {
  CHECK(fault_of("[maker.tdk]\nneed_share = 0.1\n") ==
        "my.toml:4:8: found unknown key \"tdk\", expected a key of [maker]");
}

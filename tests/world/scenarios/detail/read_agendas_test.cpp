#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

using monazite::test_support::fault_of;

TEST_CASE("A status quo must be one of the levels") {
  CHECK(fault_of("[agenda.consultation]\nterm_years = { status_quo = 4 }\n") ==
        "my.toml:5:29: found status quo 4, expected one of the levels of term_years");
  CHECK(fault_of("[agenda.consultation]\nterm_years = { values = [] }\n").find("found no level") !=
        std::string::npos);
}

TEST_CASE("Levels, issues and labels are not repeated or left over") {
  CHECK(fault_of("[agenda.consultation]\nfinance_bn_jpy = { values = [0, 5, 5] }\n") ==
        "my.toml:5:36: found level 5 twice, expected each level once");
  CHECK(fault_of(
            "[agenda.allocation]\nissues = [\"ndpr_t_per_quarter\", \"ndpr_t_per_quarter\"]\n") ==
        "my.toml:5:10: found issue \"ndpr_t_per_quarter\" twice, expected each issue once");
  CHECK(fault_of("", {"agenda.allocation.ndpr_t_per_quarter.status_quo=15"}) ==
        "--set:1:49: found status quo 15, expected 0: without a deal nothing is allocated");
  CHECK(fault_of("[agenda.allocation]\nissues = [\"ndpr_t_per_qarter\"]\n")
            .find("; did you mean ndpr_t_per_quarter?") != std::string::npos);
  CHECK(fault_of("[agenda.consultation]\nmagnet_origin = { labels = [\"any\"] }\n") ==
        "my.toml:5:28: found 1 labels, expected one per level, 2");
}

TEST_CASE("An issue can be left out of a table") {
  const auto shorter = monazite::test_support::scenario(
      "june-2025", {"agenda.consultation.issues=[\"volume_t_per_year\", \"term_years\"]"});
  CHECK(shorter.agendas[0].issues().size() == 2);
  CHECK(shorter.agendas[0].size() == 9 * 5);
}

TEST_CASE("Labels are made from values and units where the file gives none") {
  const auto& agenda = monazite::test_support::june_2025().agendas[0];
  const auto label = [&agenda](const char* issue, std::size_t level) {
    return agenda.issues()[*agenda.find(issue)].labels[level];
  };
  CHECK(label("volume_t_per_year", 0) == "0 t REO/year");
  CHECK(label("volume_t_per_year", 8) == "4,100 t REO/year");
  CHECK(label("share_after_plants", 1) == "25 %");
  CHECK(label("premium_percent", 0) == "-5 % on the outside index");
  CHECK(label("technology_level", 3) == "magnet know-how");
}

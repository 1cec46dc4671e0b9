#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

namespace mandates = monazite::mandates;
namespace v1 = monazite::v1;
using monazite::test_support::fault_of;
using monazite::test_support::faults_of;

TEST_CASE("An unknown office proposes the nearest") {
  CHECK(fault_of("[office.comerce]\nweight = 0\n").find("; did you mean commerce?") !=
        std::string::npos);
}

TEST_CASE("Weights of a side sum to one, and the changed weight is named") {
  CHECK(fault_of("[office.mines]\nweight = 0.1\n") ==
        "my.toml:5:10: found weights of the offices of India summing to 1.05, expected 1");
  CHECK(fault_of("", {"office.jogmec.weight=0.2"}) ==
        "--set:1:22: found weights of the offices of Japan summing to 1.1, expected 1");
  CHECK(faults_of("[office.mines]\nweight = 0.1\n[office.commerce]\nweight = 0.15\n").empty());
}

TEST_CASE("Emphases are not negative, and each side has its own") {
  CHECK(fault_of("[office.mines]\nfinance = -1\n") ==
        "my.toml:5:11: found number -1, expected a number from 0 to 5");
  CHECK(fault_of("[office.mines]\nsecurity = 1\n") ==
        "my.toml:5:1: found unknown key \"security\", expected a key of [office.mines]");
}

TEST_CASE("Offices come in the order of their numbers with the vetoes of the file") {
  const auto& offices = monazite::test_support::june_2025().offices;
  REQUIRE(offices.size() == 13);
  CHECK(offices.front().office == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(offices.back().office == v1::OFFICE_MAKERS);
  std::vector<v1::Office> vetoes;
  for (const auto& office : offices) {
    if (office.can_veto) vetoes.push_back(office.office);
    CHECK(office.arbiter == (office.office == v1::OFFICE_PRIME_MINISTER));
  }
  CHECK(vetoes == std::vector<v1::Office>{
                      v1::OFFICE_ATOMIC_ENERGY, v1::OFFICE_COMMERCE, v1::OFFICE_PRIME_MINISTER,
                      v1::OFFICE_METI_TECHNOLOGY_CONTROL, v1::OFFICE_FINANCE_MINISTRY});
}

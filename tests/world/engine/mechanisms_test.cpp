#include <cstdint>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/lab/ensemble.hpp>

using namespace monazite;

namespace {

/// Few seeds and few years: directions, not numbers. The numbers are in docs/model.md.
std::vector<lab::Measures> play(const scenarios::Settings& settings, std::uint32_t runs = 6) {
  scenarios::Settings all = {"calendar.last_day=2027-12-31"};
  all.insert(all.end(), settings.begin(), settings.end());
  lab::EnsembleOptions options;
  options.runs = runs;
  options.workers = 2;
  return lab::run_ensemble(test_support::scenario("june-2025", all), options).runs;
}

}  // namespace

TEST_CASE("without acts nobody stops the flow") {
  for (const lab::Measures& run : play({"switches.acts=false"})) {
    CHECK(run.flow == lab::Flow::kGoOn);
    CHECK(run.directions == 0);
    CHECK(run.notifications == 0);
    CHECK(run.requests == 1);  // the scripted one
  }
}

TEST_CASE("without talks nothing is signed, whatever else is done") {
  for (const lab::Measures& run : play({"conduct.consultation=none"})) {
    CHECK(run.consultations == 0);
    CHECK_FALSE(run.first_agreement.has_value());
  }
}

TEST_CASE("every conduct signs only what both homes clear and nobody loses by") {
  for (const char* conduct : {"nash", "kalai_smorodinsky", "rubinstein", "protocol"}) {
    std::size_t deals = 0;
    for (const lab::Measures& run : play({std::string("conduct.consultation=") + conduct}, 3)) {
      CHECK(run.signed_below_reservation == 0);
      deals += run.first_agreement.has_value() ? 1 : 0;
    }
    INFO(conduct);
    CHECK(deals > 0);
  }
}

TEST_CASE("a seat concedes by the tactic that the scenario gives it") {
  const auto signed_in = [](const std::string& tactic) {
    std::size_t deals = 0;
    for (const lab::Measures& run :
         play({"seat.india.tactic=" + tactic, "seat.japan.tactic=" + tactic})) {
      deals += run.first_agreement.has_value() ? 1 : 0;
    }
    return deals;
  };
  const std::size_t stubborn = signed_in("hardliner");
  const std::size_t yielding = signed_in("conceder:exponent=0.2");
  CHECK(stubborn < yielding);
  CHECK(yielding > 0);
}

TEST_CASE("what parties believe, want and do are numbers of the scenario, and each group counts") {
  const auto digests = [](const scenarios::Settings& settings) {
    std::vector<std::uint64_t> all;
    for (const lab::Measures& run : play(settings, 3)) all.push_back(run.digest);
    return all;
  };
  const auto as_it_is = digests({});
  for (const char* setting :
       {"expectations.need_gap_width_t=1000", "worth_to_india.audience_magnets=0.3",
        "worth_to_japan.term_worth_musd_per_year=1.2", "acts.request_effort_musd=2",
        "clearance.veto_tolerance_musd=2", "treaty.magnets_delay_months=9",
        "irel.shortage_share=0.6", "toyotsu.security_passed_on=0.5", "supply.take_risk=0.2",
        "allocation.security_felt=0.7", "refinery.clear_months=6",
        "appraisal.friendship_at_stake=0.7", "talks.urgency_heat_or_flow=1.6"}) {
    INFO(setting);
    CHECK(digests({setting}) != as_it_is);
  }
}

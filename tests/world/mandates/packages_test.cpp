#include <tests/support/catch.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/packages.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("A package's numbers are those of its terms") {
  const auto parameters = fixtures::worked_parameters();
  const PackageReader reader(fixtures::consultation_agenda(), fixtures::status_quo(), parameters);
  for (const agenda::Outcome outcome : fixtures::spread_packages(reader.agenda(), 200)) {
    const treaty::MouTerms terms = reader.terms(outcome);
    const Package package = reader.read(outcome);
    const Flow flow = flow_of(terms, 255);
    CHECK(package.q == flow.ndpr_before_t);
    CHECK(package.q2 == flow.ndpr_after_t);
    CHECK(package.light == flow.light_before_t);
    CHECK(package.light2 == flow.light_after_t);
    CHECK(package.extra == flow.extra_before_t);
    CHECK(package.extra2 == flow.extra_after_t);
    CHECK(package.diversion == diversion_right(parameters.appraisal, terms));
    CHECK(package.heavy_t == terms.heavy_swap_t_per_year);
    CHECK(package.volume_t == terms.volume_t_per_year);
  }
}

TEST_CASE("Issues that an agenda lacks stay at the status quo") {
  treaty::MouTerms status_quo = fixtures::status_quo();
  status_quo.share_after_plants = 0.5;
  const auto agenda =
      agenda::Agenda::make("short", {fixtures::issue("term_years", {2, 4}, 0),
                                     fixtures::issue("volume_t_per_year", {800, 1200, 1600}, 0)});
  const PackageReader reader(*agenda, status_quo, fixtures::worked_parameters());
  CHECK(reader.place(treaty::MouIssue::kVolume) == 1);
  CHECK(reader.place(treaty::MouIssue::kFloor) == -1);
  CHECK(reader.count(treaty::MouIssue::kFloor) == 1);
  const Package package = reader.read(5);  // the last levels of both
  CHECK_THAT(package.q, WithinAbs(1600 * 0.255, 1e-9));
  CHECK_THAT(package.q2, WithinAbs(800 * 0.255, 1e-9));
  CHECK(package.term == 1);
  CHECK(package.price == 0);
  CHECK(reader.terms(5).term_years == 4);
}

}  // namespace
}  // namespace monazite::mandates

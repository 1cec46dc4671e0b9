#include <tests/support/catch.hpp>
#include <tests/world/mandates/talks.hpp>
#include <world/mandates/prospect.hpp>

namespace monazite::mandates {
namespace {

double prospect(const GovernmentSetup& setup, const v1::Envelope& seen) {
  GovernmentMandate mandate(setup);
  mandate.absorb(seen);
  mandate.prepare(fixtures::kSeptember2025);
  const Prospect packages(*setup.agenda, setup.status_quo, setup.parameters, setup.draws,
                          setup.self, setup.first_day);
  return packages.best_smaller_gain(mandate.models(), 255);
}

TEST_CASE("Both capitals see something to be gained by talks in September 2025") {
  const v1::Envelope seen = fixtures::worked_observation(fixtures::kSeptember2025 - 1);
  CHECK(prospect(fixtures::government_setup(Side::kIndia), seen) > 0);
  CHECK(prospect(fixtures::government_setup(Side::kJapan), seen) > 0);
}

TEST_CASE("On an agenda where nothing can be delivered there is nothing to gain") {
  GovernmentSetup setup = fixtures::government_setup(Side::kIndia);
  auto made = agenda::Agenda::make("too much", {fixtures::issue("volume_t_per_year", {9000}, 0)});
  setup.agenda = *std::move(made);
  const v1::Envelope seen = fixtures::worked_observation(fixtures::kSeptember2025 - 1);
  CHECK(prospect(setup, seen) < -1000);
}

}  // namespace
}  // namespace monazite::mandates

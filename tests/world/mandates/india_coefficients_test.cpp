#include <tests/support/catch.hpp>
#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/columns.hpp>
#include <world/mandates/india_coefficients.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

struct Delhi {
  equations::Parameters parameters = fixtures::worked_parameters();
  Beliefs beliefs = fixtures::worked_beliefs(parameters);
  PrivateType type;
  std::vector<OfficeSetup> offices = normalised(fixtures::worked_offices(), Side::kIndia);

  [[nodiscard]] Outlook outlook() const {
    return {parameters, beliefs, type, fixtures::kSeptember2025, false};
  }
  [[nodiscard]] const OfficeSetup& prime_minister() const { return offices[6]; }
};

TEST_CASE("The Prime Minister's office expects of the plants what the worked example says") {
  const Delhi delhi;
  const PlantView view = plant_view(delhi.outlook(), delhi.prime_minister());
  CHECK_THAT(view.months_to_start, WithinAbs(40, 0.05));
  CHECK_THAT(view.load, WithinAbs(0.51, 0.005));
  CHECK_THAT(view.need_ndpr_t_per_year, WithinAbs(1020, 0.5));
  CHECK_THAT(view.short_before, WithinAbs(0.381, 0.0005));
  CHECK_THAT(view.short_after, WithinAbs(0.872, 0.0005));
  CHECK_THAT(view.keep_before_usd_per_kg, WithinAbs(39.2, 0.05));
  CHECK_THAT(view.keep_after_usd_per_kg, WithinAbs(97.4, 0.05));
}

TEST_CASE("The Prime Minister's office has the coefficients of the worked example") {
  const Delhi delhi;
  const Appraiser office = india_appraiser(delhi.outlook(), delhi.prime_minister());
  const Coefficients& c = office.coefficients;
  CHECK_THAT(c.margin_before_usd_per_kg, WithinAbs(6.55, 0.05));
  CHECK_THAT(c.margin_after_usd_per_kg, WithinAbs(-51.47, 0.05));
  CHECK_THAT(c.diversion_before_usd_per_kg, WithinAbs(2.93, 0.005));
  CHECK_THAT(c.diversion_after_usd_per_kg, WithinAbs(45.63, 0.03));
  CHECK_THAT(c.light_usd_per_kg, WithinAbs(0.75, 0.005));
  CHECK_THAT(c.audience_usd_per_kg, WithinAbs(-11.37, 0.02));
  CHECK_THAT(c.relationship_musd_per_year, WithinAbs(2.883, 0.002));
  CHECK_THAT(c.signature_musd, WithinAbs(2.11, 0.005));
  CHECK_THAT(c.term_musd_per_year, WithinAbs(-0.150, 0.0005));
  CHECK_THAT(office.annuities.before(7), WithinAbs(2.963, 0.003));
  CHECK_THAT(office.annuities.after(7), WithinAbs(2.571, 0.003));
  CHECK_THAT(office.annuities.before(5), WithinAbs(2.961, 0.003));
  CHECK_THAT(office.annuities.after(5), WithinAbs(1.257, 0.003));
  CHECK_THAT(office.annuities.first_year(7), WithinAbs(0.966, 0.0005));
}

TEST_CASE("The clauses are worth to the Prime Minister's office what the worked example says") {
  const Delhi delhi;
  const Coefficients c = india_appraiser(delhi.outlook(), delhi.prime_minister()).coefficients;
  const IndiaClauses clauses(delhi.outlook());
  const MagnetWorth magnets = clauses.magnets(100, false);
  CHECK_THAT(c.magnets * magnets.first_year, WithinAbs(3.221, 0.002));
  CHECK_THAT(c.magnets * magnets.later, WithinAbs(1.379, 0.001));
  CHECK_THAT(c.technology * clauses.technology(1), WithinAbs(3.79, 0.005));
  CHECK_THAT(c.audience_technology, WithinAbs(0.92, 0.005));
  CHECK_THAT(c.finance * clauses.finance(5), WithinAbs(10.05, 0.005));
}

TEST_CASE("The worked package is worth 22.4 M to the Prime Minister's office") {
  const Delhi delhi;
  const Appraiser office = india_appraiser(delhi.outlook(), delhi.prime_minister());
  const IndiaClauses clauses(delhi.outlook());
  const Value value =
      value_of(office, clauses, delhi.parameters, fixtures::worked_package(), 7, 255);
  CHECK_THAT(value.material, WithinAbs(15.0, 0.05));
  CHECK_THAT(value.audience, WithinAbs(-6.95, 0.02));
  CHECK_THAT(value.relationship, WithinAbs(14.36, 0.02));
  CHECK_THAT(value.total(), WithinAbs(22.4, 0.05));
}

TEST_CASE("Little of the flow is expected to outlive the start of India's plants") {
  const Delhi delhi;
  std::vector<Appraiser> appraisers;
  for (const OfficeSetup& office : delhi.offices) {
    appraisers.push_back(india_appraiser(delhi.outlook(), office));
  }
  CHECK_THAT(surviving_share(delhi.outlook(), delhi.offices, appraisers), WithinAbs(0.021, 0.0015));
}

}  // namespace
}  // namespace monazite::mandates

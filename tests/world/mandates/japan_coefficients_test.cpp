#include <tests/support/catch.hpp>
#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/columns.hpp>
#include <world/mandates/japan_coefficients.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

struct Tokyo {
  equations::Parameters parameters = fixtures::worked_parameters();
  Beliefs beliefs = fixtures::worked_beliefs(parameters);
  PrivateType type;
  std::vector<OfficeSetup> offices = normalised(fixtures::worked_offices(), Side::kJapan);

  [[nodiscard]] Outlook outlook() const {
    return {parameters, beliefs, type, fixtures::kSeptember2025, false};
  }
  [[nodiscard]] Appraiser meti() const {
    const PlantAnnuities annuities(parameters.appraisal.discount_japan,
                                   months_to_plants_seen_from_japan(outlook()),
                                   parameters.expectations.plant_date_width_months);
    return japan_appraiser(outlook(), offices[0], annuities);
  }
};

TEST_CASE("Japan expects of supply what the worked example says") {
  const Tokyo tokyo;
  const SupplyOutlook view = supply_outlook(tokyo.outlook());
  CHECK_THAT(view.cover_days, WithinAbs(120, 1));
  CHECK_THAT(view.short_chance, WithinAbs(0.0011, 0.00005));
  CHECK_THAT(view.security_usd_per_kg, WithinAbs(25.86, 0.05));
  CHECK_THAT(view.trust_in_deal, WithinAbs(0.955, 0.0005));
  CHECK_THAT(doubt_without_deal(view), WithinAbs(0.692, 0.001));
}

TEST_CASE("METI has the coefficients of the worked example") {
  const Tokyo tokyo;
  const Appraiser meti = tokyo.meti();
  const Coefficients& c = meti.coefficients;
  CHECK_THAT(c.margin_before_usd_per_kg, WithinAbs(39.02, 0.05));
  CHECK_THAT(c.margin_after_usd_per_kg, WithinAbs(39.02, 0.05));
  CHECK_THAT(c.crowding_usd_per_kg_per_t, WithinAbs(0.0168, 0.0001));
  CHECK_THAT(c.diversion_before_usd_per_kg, WithinAbs(-13.68, 0.02));
  CHECK_THAT(c.diversion_after_usd_per_kg, WithinAbs(-23.99, 0.03));
  CHECK_THAT(c.light_usd_per_kg, WithinAbs(0.24, 0.005));
  CHECK_THAT(c.term_musd_per_year, WithinAbs(0.817, 0.0005));
  CHECK_THAT(c.relationship_musd_per_year, WithinAbs(1.271, 0.001));
  CHECK_THAT(c.signature_musd, WithinAbs(1.02, 0.005));
  CHECK_THAT(meti.annuities.before(7), WithinAbs(3.148, 0.004));
  CHECK_THAT(meti.annuities.after(7), WithinAbs(2.568, 0.004));
  CHECK_THAT(meti.annuities.first_year(7), WithinAbs(0.971, 0.0005));
}

TEST_CASE("The clauses cost METI what the worked example says") {
  const Tokyo tokyo;
  const Coefficients c = tokyo.meti().coefficients;
  const JapanClauses clauses(tokyo.outlook());
  const MagnetWorth magnets = clauses.magnets(100, false);
  CHECK_THAT(c.magnets * magnets.first_year, WithinAbs(-0.857, 0.001));
  CHECK_THAT(c.magnets * magnets.later, WithinAbs(-0.449, 0.0005));
  CHECK_THAT(c.technology * clauses.technology(1), WithinAbs(-0.69, 0.005));
  CHECK_THAT(c.finance * clauses.finance(5), WithinAbs(-5.67, 0.005));
  CHECK_THAT(c.audience_magnets * magnets.audience_first_year, WithinAbs(-0.075, 0.0005));
  CHECK_THAT(c.audience_technology, WithinAbs(-0.592, 0.0005));
}

TEST_CASE("The worked package is worth 40.5 M to METI") {
  const Tokyo tokyo;
  const JapanClauses clauses(tokyo.outlook());
  const Value value =
      value_of(tokyo.meti(), clauses, tokyo.parameters, fixtures::worked_package(), 7, 255);
  CHECK_THAT(value.material, WithinAbs(34.6, 0.1));  // its inputs are printed rounded
  CHECK_THAT(value.audience, WithinAbs(-0.66, 0.01));
  CHECK_THAT(value.relationship, WithinAbs(6.65, 0.02));
  CHECK_THAT(value.total(), WithinAbs(40.5, 0.1));
}

}  // namespace
}  // namespace monazite::mandates

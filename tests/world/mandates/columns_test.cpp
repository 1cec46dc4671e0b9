#include <tests/support/catch.hpp>
#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/columns.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("The state as a whole counts a dollar as a dollar") {
  for (const Side side : {Side::kIndia, Side::kJapan}) {
    std::vector<OfficeSetup> raw = fixtures::worked_offices();
    raw[1].weight = 0.7;  // weights need not sum to 1 as given
    raw[8].weight = 0.02;
    const std::vector<OfficeSetup> offices = normalised(raw, side);
    double weights = 0;
    for (const OfficeSetup& office : offices) {
      CHECK(office.side == side);
      weights += office.weight;
    }
    CHECK_THAT(weights, WithinAbs(1, 1e-12));
    std::vector<double OfficeSetup::*> columns = {&OfficeSetup::magnets, &OfficeSetup::technology,
                                                  &OfficeSetup::finance, &OfficeSetup::audience,
                                                  &OfficeSetup::relationship};
    if (side == Side::kIndia) {
      columns.insert(columns.end(), {&OfficeSetup::revenue, &OfficeSetup::shortage});
    } else {
      columns.insert(columns.end(), {&OfficeSetup::security, &OfficeSetup::price});
    }
    for (double OfficeSetup::*column : columns) {
      double mean = 0;
      for (const OfficeSetup& office : offices) mean += office.weight * office.*column;
      CHECK_THAT(mean, WithinAbs(1, 1e-12));
    }
  }
}

TEST_CASE("Normalising keeps the proportions between offices and a column of zeros") {
  const std::vector<OfficeSetup> raw = fixtures::worked_offices();
  const std::vector<OfficeSetup> offices = normalised(raw, Side::kIndia);
  CHECK(offices.size() == 7);
  CHECK_THAT(offices[0].revenue / offices[6].revenue, WithinAbs(1.3, 1e-12));
  CHECK(offices[0].security == 0);
}

}  // namespace
}  // namespace monazite::mandates

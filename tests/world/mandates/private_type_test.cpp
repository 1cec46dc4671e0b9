#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/private_type.hpp>

namespace monazite::mandates {
namespace {

TEST_CASE("Private types scatter around the ordinary one by the scenario's spread") {
  const auto parameters = fixtures::worked_parameters();
  double sum = 0, squares = 0;
  const int runs = 2000;
  for (int run = 0; run < runs; ++run) {
    const base::Draws draws(1, static_cast<std::uint32_t>(run));
    const double log =
        std::log(PrivateType::draw(parameters, 3, draws, fixtures::kFirstDay).relationship);
    sum += log;
    squares += log * log;
  }
  CHECK(std::abs(sum / runs) < 0.03);
  CHECK(std::abs(std::sqrt(squares / runs) - 0.35) < 0.03);
}

TEST_CASE("Two seats and two scales are drawn apart") {
  const auto parameters = fixtures::worked_parameters();
  const base::Draws draws(1);
  const PrivateType india = PrivateType::draw(parameters, 3, draws, fixtures::kFirstDay);
  const PrivateType japan = PrivateType::draw(parameters, 4, draws, fixtures::kFirstDay);
  CHECK(india.audience != japan.audience);
  CHECK(india.audience != india.relationship);
}

TEST_CASE("Switched off, every government is of the ordinary type") {
  auto parameters = fixtures::worked_parameters();
  parameters.switches.private_types = false;
  const PrivateType type = PrivateType::draw(parameters, 3, base::Draws(1), fixtures::kFirstDay);
  for (const double multiplier : {type.audience, type.relationship, type.shortfall, type.magnets,
                                  type.plant_load, type.security, type.technology}) {
    CHECK(multiplier == 1);
  }
  CHECK(type.feed_cost_usd_per_kg == 0);
}

}  // namespace
}  // namespace monazite::mandates

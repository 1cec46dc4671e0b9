#include <cmath>

#include <world/mandates/private_type.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kTypeDraw{"mandates.private_type"};

}  // namespace

PrivateType PrivateType::draw(const equations::Parameters& parameters, base::SeatId seat,
                              const base::Draws& draws, base::Day first_day) {
  PrivateType type;
  if (!parameters.switches.private_types) return type;
  const double sd = parameters.appraisal.private_type_log_sd;
  std::uint32_t ordinal = 0;
  for (double* multiplier : {&type.audience, &type.relationship, &type.shortfall, &type.magnets,
                             &type.plant_load, &type.security, &type.technology}) {
    *multiplier = std::exp(sd * draws.normal(kTypeDraw, first_day, seat, ordinal++));
  }
  return type;
}

}  // namespace monazite::mandates

#include <world/equations/shapes.hpp>
#include <world/mandates/urgency.hpp>

namespace monazite::mandates {
namespace {

using equations::positive_part;

}  // namespace

double urgency(const equations::Parameters& parameters, const Beliefs& beliefs, Side side) {
  const equations::Talks& talks = parameters.talks;
  if (side == Side::kIndia) {
    const double loss = beliefs.magnet_shortage_t * parameters.plants.loss_usd_per_kg_magnet * 1e-3;
    const double heat = parameters.switches.audience ? beliefs.heat : 0;
    return loss / talks.urgency_loss_india_musd + talks.urgency_heat_or_flow * heat;
  }
  const double loss = beliefs.maker_unmet_t * parameters.japan.loss_usd_per_kg_ndpr * 1e-3;
  return loss / talks.urgency_loss_japan_musd +
         positive_part((talks.urgency_cover_days - beliefs.maker_cover_days) /
                       talks.urgency_cover_days) +
         talks.urgency_heat_or_flow * (1 - beliefs.through());
}

double patience_used(const equations::Parameters& parameters, const Beliefs& beliefs, Side side,
                     base::Day day) {
  double meetings = 1 + parameters.talks.urgency_weight * urgency(parameters, beliefs, side);
  const base::Day end_of_next_month = base::end_of_month(base::add_months(day, 1));
  if (parameters.switches.relationship && beliefs.summit_within(day, end_of_next_month - day)) {
    meetings += parameters.talks.summit_clock;
  }
  return meetings;
}

}  // namespace monazite::mandates

#include <world/equations/shapes.hpp>
#include <world/mandates/urgency.hpp>

namespace monazite::mandates {
namespace {

using equations::positive_part;

constexpr double kUrgencyPerMeeting = 0.6;
/// Losses of a month that are felt as one unit of urgency, M.
constexpr double kLossIndiaMusd = 5;
constexpr double kLossJapanMusd = 20;
constexpr double kHeatOrFlow = 0.8;
constexpr double kThinCoverDays = 60;

}  // namespace

double urgency(const equations::Parameters& parameters, const Beliefs& beliefs, Side side) {
  if (side == Side::kIndia) {
    const double loss = beliefs.magnet_shortage_t * parameters.plants.loss_usd_per_kg_magnet * 1e-3;
    const double heat = parameters.switches.audience ? beliefs.heat : 0;
    return loss / kLossIndiaMusd + kHeatOrFlow * heat;
  }
  const double loss = beliefs.maker_unmet_t * parameters.japan.loss_usd_per_kg_ndpr * 1e-3;
  return loss / kLossJapanMusd +
         positive_part((kThinCoverDays - beliefs.maker_cover_days) / kThinCoverDays) +
         kHeatOrFlow * (1 - beliefs.through());
}

double patience_used(const equations::Parameters& parameters, const Beliefs& beliefs, Side side,
                     base::Day day) {
  double meetings =
      1 + kUrgencyPerMeeting * parameters.talks.urgency_weight * urgency(parameters, beliefs, side);
  const base::Day end_of_next_month = base::end_of_month(base::add_months(day, 1));
  if (parameters.switches.relationship && beliefs.summit_within(day, end_of_next_month - day)) {
    meetings += parameters.talks.summit_clock;
  }
  return meetings;
}

}  // namespace monazite::mandates

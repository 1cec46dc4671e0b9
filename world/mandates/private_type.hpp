#pragma once

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// What a government alone knows of itself: by how much its own scales differ from what everybody
/// takes for granted. Multipliers, 1 for the ordinary type; a side uses those that concern it.
struct PrivateType {
  double audience = 1;      ///< what yielding costs it at home
  double relationship = 1;  ///< what the friendship is worth to it
  double shortfall =
      1;  ///< India: of a kg NdPr missing at a plant. Japan: of a kg missing at a maker
  double magnets = 1;     ///< India: of a missing magnet. Japan: of a magnet given away
  double plant_load = 1;  ///< India: load it plans its magnet plants for
  double security = 1;    ///< Japan: of a kg that is not Chinese in quiet times
  double technology = 1;  ///< Japan: cost of technology given away
  /// India: what delivering a kg NdPr in feed costs IREL beyond what everybody knows. USD/kg, may
  /// be negative; 0 for the ordinary type.
  double feed_cost_usd_per_kg = 0;

  /// Log-normal around 1 with the scenario's spread (all 1 when private types are switched off).
  /// Each multiplier is a draw of its own, so that one can be replaced without moving another.
  [[nodiscard]] static PrivateType draw(const equations::Parameters& parameters, base::SeatId seat,
                                        const base::Draws& draws, base::Day first_day);
};

}  // namespace monazite::mandates

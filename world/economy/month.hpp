#pragma once

#include <protocol/base/draws.hpp>
#include <world/economy/economy.hpp>
#include <world/economy/ledger.hpp>
#include <world/economy/state.hpp>

namespace monazite::economy {

/// One month on the bench: what the steps of a settlement read and write. Each step is a function
/// in a file of its own subject; Economy::settle puts them in order.
struct Month {
  const equations::Parameters& parameters;
  const std::vector<MakerSetup>& makers;
  const RegimePath& regime_path;
  const TradeSeats& seats;
  const Controls& controls;
  const base::Draws& draws;
  base::Day day;  ///< last day of the month
  int index;      ///< months since the start, 0 in the first
  State& state;
  MonthAccount& account;
  Ledger& ledger;

  // What one step hands to a later one.
  int light_tightened = 0;           ///< steps that the light regime tightened; negative: eased
  int magnet_tightened = 0;          ///< the same of magnets
  Mass landed{};                     ///< arrived this month, not yet with anybody
  double feed_light_t = 0;           ///< La/Ce in the feed
  double refined_ndpr_t = 0;         ///< in the product of the month
  Mass sold_elsewhere{};             ///< by the refinery to others than Japan
  double separated_light_t = 0;      ///< La/Ce that IREL separated and sold
  double magnets_sold_abroad_t = 0;  ///< by India
  double japan_purchases_t = 0;      ///< of makers and JOGMEC from the pool outside China
  double joint_source_t = 0;         ///< NdPr from joint development elsewhere
  double other_use_t = 0;            ///< of NdPr in India
  double ndpr_output_ratio = 1;      ///< NdPr mined in the world over its trend

  /// Standard normal of this month, 0 with noise switched off.
  [[nodiscard]] double normal(base::Purpose purpose) const {
    return parameters.switches.noise ? draws.normal(purpose, day) : 0;
  }
  /// A chance of this month that never comes with noise switched off.
  [[nodiscard]] bool chance(base::Purpose purpose, double probability) const {
    return parameters.switches.noise && draws.uniform(purpose, day) < probability;
  }
};

}  // namespace monazite::economy

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <world/lab/chronicle.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

struct Deal;

/// One party over the whole run. What means nothing to it is left open.
///
/// Gains are sums over its deals of all tables, present value over each term, in million USD.
/// Volumes are oxide that changed hands or country over the run: the miner's feed to the refinery,
/// the trader's feed taken and product shipped, what left India for Japan and what landed there,
/// and what each maker got, from Toyotsu (its quarter's allocation and the spot market) and from
/// others. Stocks sold by the state are counted with nobody.
struct PartyMeasures {
  base::SeatId seat = 0;
  std::string name, title;
  double gain_musd = 0;                  ///< over no deal, at signing
  std::optional<double> gain_true_musd;  ///< the same on what came true
  double cash_musd = 0;                  ///< money in less money out

  std::optional<double> delivered_reo_t, delivered_ndpr_t;
  std::optional<double> received_reo_t, received_ndpr_t;
  std::optional<double> received_indian_ndpr_t;  ///< of what a maker received

  /// Least days of cover and the month it fell in, from the day on which parties decide (before it
  /// stocks only show how the run was begun): of NdPr at makers, of JOGMEC's stock for Japan, of
  /// magnets for India.
  std::optional<double> worst_cover_days;
  std::optional<base::Day> worst_month;
  std::optional<double> unmet_ndpr_t;       ///< missing at a maker; for Japan at all of them
  std::optional<double> missing_magnets_t;  ///< NdFeB missing in India
};

/// In the order of the scenario's seats. `deals`: those of the run (measures.hpp).
[[nodiscard]] std::vector<PartyMeasures> measure_parties(const Chronicle& chronicle,
                                                         const scenarios::Scenario& scenario,
                                                         const std::vector<Deal>& deals);

}  // namespace monazite::lab

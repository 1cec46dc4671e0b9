#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/hash.hpp>
#include <world/economy/state.hpp>
#include <world/equations/parameters.hpp>

namespace monazite::economy {

/// What acts, treaty and contracts ask of the month. Written by the engine, read once a month.
struct Controls {
  double feed_factor = 1;                ///< share of the contracted feed that IREL lets through [f]
  bool light_only = false;               ///< a direction "La/Ce only" is in force
  double export_cap = 1;                 ///< share of the agreed volume a notification lets out
  double contract_reo_t = 0;             ///< t REO to be fed this month under the supply contract
  double contract_ndpr_share = 0;        ///< NdPr in it
  double committed_reo_t = 0;            ///< t REO to Japan this month under the memorandum
  double committed_ndpr_t = 0;           ///< t NdPr in it
  double feed_price_usd_per_kg_ndpr = 0; ///< what Toyotsu pays per kg NdPr in feed this month
  std::vector<double> allocation_ndpr_t;       ///< by maker: t NdPr of this month under allocations
  std::vector<double> allocation_price_usd_per_kg;  ///< by maker
  double magnets_promised_t = 0;         ///< t NdFeB to India this month under the memorandum
  bool magnets_made_in_japan = false;
  double heavy_swap_t = 0;               ///< t Dy/Tb to India this month
  double state_release_t = 0;            ///< t NdPr JOGMEC sells this month
  double plant_months_saved = 0;         ///< by technology granted so far
  double ore_expansion_t_per_year = 0;   ///< by joint finance, as it comes on stream
};

/// What happened in a month, for messages, trust, treaty and the story. Units in names.
struct MonthAccount {
  std::uint32_t month = 0;
  bool cyclone = false;
  double mined_reo_t = 0, cracked_reo_t = 0, cracked_ndpr_t = 0;
  double feed_reo_t = 0, feed_ndpr_t = 0;
  double shipped_reo_t = 0, shipped_ndpr_t = 0;   ///< left for Japan
  double landed_reo_t = 0, landed_ndpr_t = 0;     ///< arrived in Japan
  std::vector<Cargo> departures, landings;
  int late_cargoes = 0;                            ///< at sea beyond the ordinary
  double fulfilment_ndpr = 1;                      ///< shipped over committed, 0 to 1
  double magnets_delivered_t = 0, magnet_shortage_t = 0, magnet_need_t = 0;
  double return_fulfilment = 1;                    ///< magnets delivered over promised
  std::vector<double> maker_use_t, maker_unmet_t, maker_purchase_t, maker_allocated_t;  ///< NdPr, by maker
  double state_released_t = 0;
  std::vector<Transfer> payments;                  ///< money that changed hands
  bool plants_started = false, plant_date_moved = false;
  int regime_light = 0, regime_magnet = 0;
  bool regime_light_changed = false, regime_magnet_changed = false;
};

/// The economy of the trade: one object, one step a month. Mass (NdPr, REO, La/Ce, magnets) and money
/// are conserved at every node in every month; checked in development builds.
class Economy {
 public:
  /// `parameters` and `makers` are copied. `regime_path`: China's regimes as the scenario imposes
  /// them, by month from the start; afterwards they are drawn.
  Economy(const equations::Parameters& parameters, std::vector<MakerSetup> makers,
          RegimePath regime_path, base::Day first_day, const base::Draws& draws);

  /// Settles the month that ends on `last_day_of_month`. Months must follow one another.
  const MonthAccount& settle(base::Day last_day_of_month, const Controls& controls);

  [[nodiscard]] const State& state() const { return state_; }
  /// Announced start of India's plants and so on are part of the state; see state.hpp.

  /// Every number of the state by name, in a fixed order (for snapshots and hashes).
  static void describe(const State& state, std::vector<std::string>& names);
  void snapshot(std::vector<double>& values) const;

 private:
  equations::Parameters parameters_;
  std::vector<MakerSetup> makers_;
  RegimePath regime_path_;
  base::Day first_day_;
  base::Draws draws_;
  State state_;
  MonthAccount account_;
};

}  // namespace monazite::economy

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/hash.hpp>
#include <world/economy/ledger.hpp>
#include <world/economy/state.hpp>
#include <world/equations/parameters.hpp>

namespace monazite::economy {

/// What acts, treaty and contracts ask of the month. Written by the engine, read once a month.
/// Three different acts: `feed_factor` stops what IREL lets the refinery have, `light_only_share`
/// changes its mix, `export_cap` lets the refinery work but keeps its product in the country. Each
/// is the mean over the days of the month.
struct Controls {
  double feed_factor = 1;          ///< share of the contracted feed that IREL lets through [f]
  double light_only_share = 0;     ///< of that feed: share under a direction "La/Ce only", 0 to 1
  double export_cap = 1;           ///< share of the agreed volume a notification lets out; 1: all
  double contract_reo_t = 0;       ///< t REO to be fed this month under the supply contract
  double contract_ndpr_share = 0;  ///< NdPr in it
  double committed_reo_t = 0;      ///< t REO to Japan this month under the memorandum
  double committed_ndpr_t = 0;     ///< t NdPr in it
  double feed_price_usd_per_kg_ndpr = 0;  ///< what Toyotsu pays per kg NdPr in feed this month
  std::vector<double> allocation_ndpr_t;  ///< by maker: t NdPr of this month under allocations
  std::vector<double> allocation_price_usd_per_kg;  ///< by maker
  double magnets_promised_t = 0;  ///< t NdFeB to India this month under the memorandum
  bool magnets_made_in_japan = false;
  double heavy_swap_t = 0;              ///< t Dy/Tb to India this month
  double state_release_t = 0;           ///< t NdPr JOGMEC sells this month
  double plant_months_saved = 0;        ///< by technology granted so far
  double ore_expansion_t_per_year = 0;  ///< by joint finance, as it comes on stream
  double mine_output_factor = 1;        ///< on the mine's output this month (events of a scenario)
};

/// What happened in a month, for messages, trust, treaty and the story. Units in names.
struct MonthAccount {
  std::uint32_t month = 0;
  bool cyclone = false;
  double mined_reo_t = 0, cracked_reo_t = 0, cracked_ndpr_t = 0;
  double feed_reo_t = 0, feed_ndpr_t = 0;
  double feed_declined_reo_t = 0;  ///< offered, but the refinery's store was full
  double finished_ndpr_t = 0;      ///< NdPr oxide finished in India
  double refined_reo_t = 0;
  double refinery_load = 0;                      ///< intake over the plant's size, 0 to 1
  double shipped_reo_t = 0, shipped_ndpr_t = 0;  ///< left for Japan
  double sold_elsewhere_reo_t = 0;               ///< the refinery's other customers
  double landed_reo_t = 0, landed_ndpr_t = 0;    ///< arrived in Japan
  std::vector<Cargo> departures, landings;
  int late_cargoes = 0;             ///< at sea beyond the slowest ordinary voyage
  double overdue_ndpr_t = 0;        ///< NdPr at sea so late that it counts against trust
  double fulfilment_ndpr = 1;       ///< shipped over committed, 0 to 1
  double fulfilment_reo = 1;        ///< shipped over committed, 0 to 1
  double trust_fulfilment = 1;      ///< fulfilment_ndpr less what is overdue, 0 to 1
  double plant_ndpr_used_t = 0;     ///< in Indian magnet plants
  double plant_ndpr_missing_t = 0;  ///< that the plants could have used
  double magnets_made_t = 0, magnets_imported_t = 0;
  double magnets_delivered_t = 0, magnet_shortage_t = 0, magnet_need_t = 0;
  double return_fulfilment = 1;      ///< magnets delivered over promised
  double heavy_swapped_t = 0;        ///< Dy/Tb that went to India
  std::vector<double> maker_need_t;  ///< NdPr, by maker
  std::vector<double> maker_use_t, maker_unmet_t, maker_purchase_t,
      maker_allocated_t;                     ///< NdPr, by maker
  std::vector<double> maker_spot_t;          ///< Indian NdPr got outside allocations, by maker
  std::vector<double> maker_released_t;      ///< NdPr got from the state stock, by maker
  std::vector<double> maker_order_t;         ///< what each maker asked of others than India
  std::vector<double> maker_cover_days;      ///< after the month, by maker
  std::vector<double> maker_magnets_made_t;  ///< from consigned NdPr, by (car) maker
  double recycled_ndpr_t = 0;
  double state_released_t = 0, state_bought_t = 0;
  double chinese_exports_t = 0;         ///< NdPr out of China, all buyers
  std::vector<Transfer> payments;       ///< money that changed hands
  std::vector<Transfer> running_costs;  ///< processing costs; no messages of their own
  bool plants_started = false, plant_date_moved = false;
  int regime_light = 0, regime_magnet = 0;
  bool regime_light_changed = false, regime_magnet_changed = false;
};

/// The economy of the trade: one object, one step a month. Mass (NdPr, REO, La/Ce, magnets) and
/// money are conserved at every node in every month; checked in development builds. A plain value:
/// a copy continues on its own, with the same draws.
///
/// The order of a month: China's regimes; mine, feed, refinery; ships; Indian plants and magnets;
/// Japan's makers; the world's pools and prices; payments. Prices form once; whatever is paid in a
/// month is paid at the prices of that month's end.
class Economy {
 public:
  /// `parameters` and `makers` are copied. `regime_path`: China's regimes as the scenario imposes
  /// them, by month from the start; afterwards they are drawn. `first_day` is the first of a month.
  Economy(const equations::Parameters& parameters, std::vector<MakerSetup> makers,
          RegimePath regime_path, base::Day first_day, const base::Draws& draws,
          const TradeSeats& seats = {});

  /// Settles the month that ends on `last_day_of_month`. Months must follow one another. The
  /// account stays valid until the next call.
  const MonthAccount& settle(base::Day last_day_of_month, const Controls& controls);

  [[nodiscard]] const State& state() const { return state_; }
  /// Of the month settled last; before the first, an empty one.
  [[nodiscard]] const MonthAccount& account() const { return account_; }

  /// India announces a date for its plants (events of a scenario). The true one stays hidden.
  void announce_plants(base::Day day) { state_.plant_announced = day; }
  /// The numbers are others from the month on that is not settled yet. Stocks, prices and what is
  /// under way stay. Ore already added to the mine stays added; plants that do not run yet start on
  /// the day that the same draw gives by the new numbers (at once when that is past).
  void adopt(const equations::Parameters& parameters);
  /// Books a payment that the economy does not make itself (take-or-pay, advances, finance).
  void book(const Transfer& transfer);

  /// NdPr a year that mine and separation give in an ordinary year, t, all Indian routes.
  [[nodiscard]] double own_ndpr_output_t_per_year() const;
  /// NdPr that a maker needs in the month to come, t.
  [[nodiscard]] double maker_need_t(std::size_t maker) const;
  /// Days that a maker's stock lasts, magnets of car makers counted as NdPr.
  [[nodiscard]] double maker_cover_days(std::size_t maker) const;
  /// Days of Japan's need that JOGMEC's stock lasts.
  [[nodiscard]] double state_cover_days() const;
  /// India's need of magnets in the month to come, t NdFeB.
  [[nodiscard]] double magnet_need_t() const;

  /// Every number of the state and of the month's flows by name, in a fixed order (for snapshots,
  /// charts, CSV and hashes). Units in the names.
  void describe(std::vector<std::string>& names) const;
  /// The values in the order of describe(); replaces the content of `values`.
  void snapshot(std::vector<double>& values) const;

  /// Largest error of the ledgers of mass and money in the month settled last, relative to what the
  /// node holds and turns over (at least 1 t or 1 M).
  [[nodiscard]] double ledger_error() const { return ledger_error_; }

 private:
  equations::Parameters parameters_;
  std::vector<MakerSetup> makers_;
  RegimePath regime_path_;
  TradeSeats seats_;
  base::Day first_day_;
  base::Draws draws_;
  State state_;
  MonthAccount account_;
  Ledger ledger_;
  double ledger_error_ = 0;
};

}  // namespace monazite::economy

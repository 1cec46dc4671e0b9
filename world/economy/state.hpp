#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <world/economy/mass.hpp>

namespace monazite::economy {

/// One Japanese maker as the scenario describes it. Magnet makers hold and use NdPr; car makers
/// hold magnets, and their NdPr is worked into magnets by the magnet makers for a fee.
struct MakerSetup {
  base::SeatId seat = 0;
  std::string name;
  bool car_maker = false;
  double need_share = 0;            ///< of Japan's NdPr need; all makers sum to 1
  double target_cover_days = 0;     ///< of NdPr
  double loss_usd_per_kg_ndpr = 0;  ///< of a missing kg (line stop)
  double qualification_months = 0;  ///< until another supplier's material may be used
};

/// Seats that money flows between, beside the makers. The default is the order of seats in the
/// scenarios that come with the program; whoever knows the roster should say.
struct TradeSeats {
  base::SeatId india = base::kFirstSeat;
  base::SeatId japan = base::kFirstSeat + 1;
  base::SeatId irel = base::kFirstSeat + 2;
  base::SeatId toyotsu = base::kFirstSeat + 3;
};

/// China's regimes imposed by the scenario, by month; shorter than the run: drawn from there on.
struct RegimePath {
  std::vector<int> light;
  std::vector<int> magnet;
};

struct Cargo {
  double reo_t = 0;
  double ndpr_t = 0;
  base::Day left{};
  base::Day due{};
  double light_t = 0;
  int days_late = 0;  ///< beyond its ordinary voyage

  [[nodiscard]] Mass mass() const { return {reo_t, ndpr_t, light_t}; }
};

/// Money from one node to another. Nodes are seats; kRegistrar stands for the rest of the world.
struct Transfer {
  base::SeatId payer = 0;
  base::SeatId payee = 0;
  double amount_musd = 0;
  int purpose = 0;  ///< v1::Payment::For
};

/// One maker's stock. NdPr in t of oxide (for a car maker: consigned to magnet makers), magnets in
/// t NdFeB (car makers only).
struct MakerState {
  double ndpr_t = 0;
  double magnets_t = 0;
  double intensity = 1;  ///< NdPr per unit of product against the start (substitution)
  double other_supplier =
      1;  ///< how far Lynas and others stretch for it, 1 to the parameter's stretch
};

/// Everything that the economy remembers between months. Units in names; see docs/model.md,
/// "State".
struct State {
  std::uint32_t month = 0;  ///< months settled so far
  base::Day day{};          ///< last day settled

  // India
  double india_chloride_reo_t = 0;    ///< cracked, not separated
  double india_chloride_ndpr_t = 0;   ///< NdPr in it [Nc]
  double india_chloride_light_t = 0;  ///< La/Ce in it [Cc]
  double india_ndpr_t = 0;            ///< finished oxide [No]
  double india_magnets_t = 0;         ///< [Mst]
  double plant_true_start_month = 0;  ///< hidden [Tp], before technology saves any months
  base::Day plant_announced{};        ///< [Ta]
  double plant_load = 0;              ///< of the plants' full size, 0 to 1
  bool plants_run = false;
  int plant_months_run = 0;
  double refinery_reo_t = 0;   ///< on site, feed and product
  double refinery_ndpr_t = 0;  ///< in it
  Mass refinery_feed{};
  Mass refinery_product{};
  double ore_rate_reo_t_per_year = 0;
  std::vector<Cargo> at_sea;

  // Japan
  std::vector<MakerState> makers;
  double state_stock_ndpr_t = 0;     ///< JOGMEC
  double heavy_cover_days = 0;       ///< Dy/Tb, days of normal use
  double recycling_share = 0;        ///< of the makers' need
  double other_supplier_factor = 1;  ///< flexibility of Lynas and others, mean over the makers

  // market
  double price_china = 0, price_outside = 0, price_expected = 0, price_heavy = 0, price_light = 0;
  double price_heavy_expected = 0;  ///< inside China
  double price_light_expected = 0;
  double light_cover_months = 0;                  ///< La/Ce in stock, months of normal use
  double stock_china_t = 0, stock_outside_t = 0;  ///< [Wc, Wx], without Japan's makers and JOGMEC
  double cover_china_months = 0, cover_outside_months = 0;
  double capacity_china = 1, capacity_outside = 1;  ///< against the trend [Kc, Kx]
  double intensity = 1;                             ///< [I]
  double heavy_intensity = 1;
  double demand_shock = 0;
  std::vector<double> outside_prices_six_months;  ///< six, the latest last
  int regime_light = 0, regime_magnet = 0;

  // money, M, cumulative by node: the index is the seat's number, 0 the rest of the world
  std::vector<double> cash_musd;
};

}  // namespace monazite::economy

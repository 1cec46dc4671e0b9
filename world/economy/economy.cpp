#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/economy/economy.hpp>
#include <world/economy/indian_plants.hpp>
#include <world/economy/makers.hpp>
#include <world/economy/market.hpp>
#include <world/economy/minor_market.hpp>
#include <world/economy/month.hpp>
#include <world/economy/ore.hpp>
#include <world/economy/payments.hpp>
#include <world/economy/refinery.hpp>
#include <world/economy/regimes.hpp>
#include <world/economy/shipping.hpp>
#include <world/economy/snapshot.hpp>
#include <world/equations/adjustment.hpp>

namespace monazite::economy {
namespace {

[[maybe_unused]] constexpr double kLedgerTolerance = 1e-9;

Mass of_basket(const equations::Ore& ore, double reo_t) {
  return {reo_t, reo_t * ore.ndpr_share, reo_t * ore.light_share};
}

void open_india(const equations::Parameters& p, base::Day first_day, const base::Draws& draws,
                State& s) {
  s.ore_rate_reo_t_per_year = p.ore.mined_reo_t_per_year;
  s.india_ndpr_t = p.ore.initial_indian_ndpr_stock_t;
  s.india_magnets_t = p.plants.cover_months * magnet_need_t_per_month(p.plants, first_day);
  s.plant_true_start_month = draw_plant_start(p, first_day, draws);
  s.plant_announced = base::add_months(first_day, static_cast<int>(p.plants.planned_month));
  s.refinery_product = of_basket(p.ore, p.refinery.initial_stock_reo_t);
  s.refinery_reo_t = s.refinery_product.reo_t;
  s.refinery_ndpr_t = s.refinery_product.ndpr_t;
  const Mass monthly = of_basket(p.ore, p.refinery.baseline_t_per_year / 12);
  s.at_sea = cargoes_at_start(p, monthly, first_day, draws);
}

void open_japan(const equations::Parameters& p, const std::vector<MakerSetup>& makers, State& s) {
  s.makers.assign(makers.size(), {});
  for (std::size_t i = 0; i < makers.size(); ++i) {
    const double need = need_ndpr_t(p, makers, s, i, 0);
    s.makers[i].ndpr_t = equations::target_stock(need, makers[i].target_cover_days, 0, 0);
    if (!makers[i].car_maker) continue;
    s.makers[i].magnets_t = equations::target_stock(need, p.japan.car_maker_cover_days, 0, 0) *
                            p.plants.magnet_per_oxide * p.plants.yield;
  }
  s.state_stock_ndpr_t = p.japan.state_stock_days / 360 * p.japan.need_t_per_year;
  s.recycling_share = p.japan.recycling_share;
}

/// Empties the account for a new month, keeping the memory of its lists.
void reset(MonthAccount& a, std::uint32_t month, std::size_t makers) {
  MonthAccount fresh;
  fresh.month = month;
  for (std::vector<double> MonthAccount::*list :
       {&MonthAccount::maker_need_t, &MonthAccount::maker_use_t, &MonthAccount::maker_unmet_t,
        &MonthAccount::maker_purchase_t, &MonthAccount::maker_allocated_t,
        &MonthAccount::maker_spot_t, &MonthAccount::maker_released_t, &MonthAccount::maker_order_t,
        &MonthAccount::maker_cover_days, &MonthAccount::maker_magnets_made_t}) {
    fresh.*list = std::move(a.*list);
    (fresh.*list).assign(makers, 0);
  }
  fresh.departures = std::move(a.departures);
  fresh.landings = std::move(a.landings);
  fresh.payments = std::move(a.payments);
  fresh.running_costs = std::move(a.running_costs);
  fresh.departures.clear();
  fresh.landings.clear();
  fresh.payments.clear();
  fresh.running_costs.clear();
  a = std::move(fresh);
}

}  // namespace

Economy::Economy(const equations::Parameters& parameters, std::vector<MakerSetup> makers,
                 RegimePath regime_path, base::Day first_day, const base::Draws& draws,
                 const TradeSeats& seats)
    : parameters_(parameters),
      makers_(std::move(makers)),
      regime_path_(std::move(regime_path)),
      seats_(seats),
      first_day_(first_day),
      draws_(draws) {
  state_.day = first_day - 1;
  open_india(parameters_, first_day, draws_, state_);
  open_japan(parameters_, makers_, state_);
  open_market(parameters_, state_);
  base::SeatId last = std::max({seats_.india, seats_.japan, seats_.irel, seats_.toyotsu});
  for (const MakerSetup& maker : makers_) last = std::max(last, maker.seat);
  state_.cash_musd.assign(last + 1, 0);
  reset(account_, 0, makers_.size());
}

const MonthAccount& Economy::settle(base::Day last_day_of_month, const Controls& controls) {
  const int index = static_cast<int>(state_.month);
  MONAZITE_CHECK(last_day_of_month == base::end_of_month(base::add_months(first_day_, index)),
                 "months are settled one after the other, on their last day");
  reset(account_, state_.month, makers_.size());
  ledger_.open(state_);
  Month month{parameters_,       makers_, regime_path_, seats_,   controls, draws_,
              last_day_of_month, index,   state_,       account_, ledger_};

  step_regimes(month);
  mine_and_crack(month);
  const Mass feed = hand_over_feed(month, refinery_room_t(month));
  const Mass shipped = refine_and_ship(month, feed);
  unload(month);
  load_ships(month, shipped);
  finish_oxide(month);
  run_plants(month);
  settle_magnets(month);
  settle_makers(month);
  settle_market(month);
  settle_minor_prices(month);
  settle_payments(month);

  state_.month += 1;
  state_.day = last_day_of_month;
  ledger_error_ = ledger_.error(state_);
  MONAZITE_DEV_CHECK(ledger_error_ < kLedgerTolerance, "mass and money must be conserved");
  MONAZITE_DEV_CHECK(Ledger::smallest_stock(state_) >= 0, "no stock may be negative");
  return account_;
}

void Economy::adopt(const equations::Parameters& parameters) {
  state_.ore_rate_reo_t_per_year +=
      parameters.ore.mined_reo_t_per_year - parameters_.ore.mined_reo_t_per_year;
  if (!state_.plants_run) {
    state_.plant_true_start_month = draw_plant_start(parameters, first_day_, draws_);
  }
  parameters_ = parameters;
}

void Economy::book(const Transfer& transfer) {
  book_transfer(state_, transfer);
}

double Economy::own_ndpr_output_t_per_year() const {
  const equations::Ore& ore = parameters_.ore;
  return state_.ore_rate_reo_t_per_year * ore.crack_recovery * ore.availability_mean *
         ore.ndpr_share * ore.separation_recovery;
}

double Economy::maker_need_t(std::size_t maker) const {
  return need_ndpr_t(parameters_, makers_, state_, maker, static_cast<int>(state_.month));
}

double Economy::maker_cover_days(std::size_t maker) const {
  return cover_days(parameters_, state_.makers[maker], maker_need_t(maker));
}

double Economy::state_cover_days() const {
  double need = 0;
  for (std::size_t i = 0; i < makers_.size(); ++i) need += maker_need_t(i);
  return 30 * state_.state_stock_ndpr_t / need;
}

double Economy::magnet_need_t() const {
  return magnet_need_t_per_month(parameters_.plants, state_.day + 1);
}

void Economy::describe(std::vector<std::string>& names) const {
  describe_values(state_, makers_, names);
}

void Economy::snapshot(std::vector<double>& values) const {
  collect_values(state_, account_, values);
}

}  // namespace monazite::economy

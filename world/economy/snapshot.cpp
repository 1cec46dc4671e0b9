#include <numeric>

#include <world/economy/snapshot.hpp>

namespace monazite::economy {
namespace {

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Weeks that a stock of magnets lasts.
double weeks(double stock_t, double need_t) {
  return need_t > 0 ? 4.3 * stock_t / need_t : 0;
}

template <class Put>
void put_india(const State& s, const MonthAccount& a, const Put& put) {
  put("ore_rate_reo_t_per_year", s.ore_rate_reo_t_per_year);
  put("india_chloride_reo_t", s.india_chloride_reo_t);
  put("india_chloride_ndpr_t", s.india_chloride_ndpr_t);
  put("india_chloride_light_t", s.india_chloride_light_t);
  put("india_oxide_ndpr_t", s.india_ndpr_t);
  put("india_ndpr_stock_t", s.india_chloride_ndpr_t + s.india_ndpr_t);
  put("india_magnets_t", s.india_magnets_t);
  put("india_magnet_need_t", a.magnet_need_t);
  put("india_magnet_cover_weeks", weeks(s.india_magnets_t, a.magnet_need_t));
  put("india_magnet_shortage_t", a.magnet_shortage_t);
  put("india_magnets_made_t", a.magnets_made_t);
  put("india_magnets_imported_t", a.magnets_imported_t);
  put("india_magnets_returned_t", a.magnets_delivered_t);
  put("plant_true_start_month", s.plant_true_start_month);
  put("plant_announced_day", s.plant_announced.number);
  put("plant_load", s.plant_load);
  put("plant_months_run", s.plant_months_run);
  put("plant_ndpr_used_t", a.plant_ndpr_used_t);
  put("plant_ndpr_missing_t", a.plant_ndpr_missing_t);
  put("mined_reo_t", a.mined_reo_t);
  put("cracked_reo_t", a.cracked_reo_t);
  put("finished_ndpr_t", a.finished_ndpr_t);
  put("cyclone", a.cyclone ? 1 : 0);
}

template <class Put>
void put_route(const State& s, const MonthAccount& a, const Put& put) {
  Mass at_sea;
  double tonne_days = 0;
  for (const Cargo& cargo : s.at_sea) {
    at_sea += cargo.mass();
    tonne_days += cargo.reo_t * (cargo.due - s.day);
  }
  put("feed_reo_t", a.feed_reo_t);
  put("feed_ndpr_t", a.feed_ndpr_t);
  put("feed_declined_reo_t", a.feed_declined_reo_t);
  put("refinery_feed_reo_t", s.refinery_feed.reo_t);
  put("refinery_feed_ndpr_t", s.refinery_feed.ndpr_t);
  put("refinery_product_reo_t", s.refinery_product.reo_t);
  put("refinery_product_ndpr_t", s.refinery_product.ndpr_t);
  put("refinery_product_light_t", s.refinery_product.light_t);
  put("refinery_load", a.refinery_load);
  put("shipped_reo_t", a.shipped_reo_t);
  put("shipped_ndpr_t", a.shipped_ndpr_t);
  put("sold_elsewhere_reo_t", a.sold_elsewhere_reo_t);
  put("at_sea_reo_t", at_sea.reo_t);
  put("at_sea_ndpr_t", at_sea.ndpr_t);
  put("at_sea_reo_t_days", tonne_days);
  put("late_cargoes", a.late_cargoes);
  put("landed_reo_t", a.landed_reo_t);
  put("landed_ndpr_t", a.landed_ndpr_t);
}

template <class Put>
void put_japan(const State& s, const MonthAccount& a, const Put& put) {
  double stock = 0;
  for (const MakerState& maker : s.makers) stock += maker.ndpr_t;
  const double need = total(a.maker_need_t);
  double cover = 0;  // weighted by need
  for (std::size_t i = 0; i < a.maker_need_t.size(); ++i) {
    cover += a.maker_cover_days[i] * a.maker_need_t[i];
  }
  put("japan_makers_ndpr_t", stock);
  put("japan_need_ndpr_t", need);
  put("japan_purchase_ndpr_t", total(a.maker_purchase_t));
  put("japan_unmet_ndpr_t", total(a.maker_unmet_t));
  put("japan_cover_days", need > 0 ? cover / need : 0);
  put("state_stock_ndpr_t", s.state_stock_ndpr_t);
  put("state_cover_days", need > 0 ? 30 * s.state_stock_ndpr_t / need : 0);
  put("state_released_t", a.state_released_t);
  put("state_bought_t", a.state_bought_t);
  put("heavy_cover_days", s.heavy_cover_days);
  put("heavy_swapped_t", a.heavy_swapped_t);
  put("recycling_share", s.recycling_share);
  put("other_supplier_factor", s.other_supplier_factor);
}

template <class Put>
void put_market(const State& s, const MonthAccount& a, const Put& put) {
  put("price_ndpr_china_usd_per_kg", s.price_china);
  put("price_ndpr_outside_usd_per_kg", s.price_outside);
  put("price_ndpr_expected_usd_per_kg", s.price_expected);
  put("price_heavy_usd_per_kg", s.price_heavy);
  put("price_heavy_china_usd_per_kg", s.price_heavy_expected);
  put("price_light_usd_per_kg", s.price_light);
  put("cover_light_months", s.light_cover_months);
  put("price_ndpr_outside_six_months_usd_per_kg", total(s.outside_prices_six_months) / 6);
  put("stock_china_ndpr_t", s.stock_china_t);
  put("stock_outside_ndpr_t", s.stock_outside_t);
  put("cover_china_months", s.cover_china_months);
  put("cover_outside_months", s.cover_outside_months);
  put("chinese_exports_ndpr_t", a.chinese_exports_t);
  put("capacity_china", s.capacity_china);
  put("capacity_outside", s.capacity_outside);
  put("intensity_ndpr", s.intensity);
  put("intensity_heavy", s.heavy_intensity);
  put("demand_shock", s.demand_shock);
  put("regime_light", s.regime_light);
  put("regime_magnet", s.regime_magnet);
}

}  // namespace

void describe_values(const State& state, const std::vector<MakerSetup>& makers,
                     std::vector<std::string>& names) {
  names.clear();
  MonthAccount empty;
  const auto put = [&](const char* name, double) { names.emplace_back(name); };
  put_india(state, empty, put);
  put_route(state, empty, put);
  put_japan(state, empty, put);
  put_market(state, empty, put);
  for (const MakerSetup& maker : makers) {
    const std::string prefix = "maker_" + maker.name + "_";
    for (const char* what : {"ndpr_t", "magnets_t", "intensity", "other_supplier", "need_ndpr_t",
                             "use_ndpr_t", "unmet_ndpr_t", "order_ndpr_t", "purchase_ndpr_t",
                             "allocated_ndpr_t", "spot_ndpr_t", "cover_days"}) {
      names.push_back(prefix + what);
    }
  }
  for (std::size_t i = 0; i < state.cash_musd.size(); ++i) {
    names.push_back("cash_node_" + std::to_string(i) + "_musd");
  }
}

void collect_values(const State& state, const MonthAccount& account, std::vector<double>& values) {
  values.clear();
  const auto put = [&](const char*, double value) { values.push_back(value); };
  put_india(state, account, put);
  put_route(state, account, put);
  put_japan(state, account, put);
  put_market(state, account, put);
  for (std::size_t i = 0; i < state.makers.size(); ++i) {
    const MakerState& maker = state.makers[i];
    for (const double value :
         {maker.ndpr_t, maker.magnets_t, maker.intensity, maker.other_supplier,
          account.maker_need_t[i], account.maker_use_t[i], account.maker_unmet_t[i],
          account.maker_order_t[i], account.maker_purchase_t[i], account.maker_allocated_t[i],
          account.maker_spot_t[i], account.maker_cover_days[i]}) {
      values.push_back(value);
    }
  }
  for (const double cash : state.cash_musd) values.push_back(cash);
}

}  // namespace monazite::economy

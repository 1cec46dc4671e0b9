#include <algorithm>

#include <world/equations/politics.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::equations {
namespace {

constexpr double kWeeksPerMonth = 4.3;

}  // namespace

double magnet_weeks(double stock_t, double need_t_per_month) {
  return kWeeksPerMonth * stock_t / need_t_per_month;
}

PoliticalClimate next_climate(const PoliticalClimate& now, double shortage_t,
                              double need_t_per_month, double magnet_stock_t,
                              const Politics& politics) {
  const double weeks = magnet_weeks(magnet_stock_t, need_t_per_month);
  const double missing = std::min(1.0, politics.shortage_multiple * shortage_t / need_t_per_month);
  const double scarce = logistic((politics.scarcity_weeks - weeks) / politics.scarcity_width);
  const double heat = politics.heat_memory * now.heat +
                      (1 - politics.heat_memory) * politics.heat_base +
                      politics.shortage_weight * missing + politics.scarcity_weight * scarce;
  return {clip(heat, 0, 1), politics.commitment_memory * now.commitment,
          politics.pressure_memory * now.pressure, politics.asks_memory * now.asks};
}

PoliticalClimate after_published_request(PoliticalClimate climate, const Politics& politics) {
  climate.asks += politics.request_asks;
  climate.heat = std::min(1.0, climate.heat + politics.request_heat);
  climate.pressure += politics.request_pressure;
  climate.commitment += politics.request_commitment;
  return climate;
}

PoliticalClimate after_quiet_request(PoliticalClimate climate, const Politics& politics) {
  climate.asks += politics.request_asks;
  return climate;
}

PoliticalClimate after_leak(PoliticalClimate climate, const Politics& politics) {
  climate.heat = std::min(1.0, climate.heat + politics.leak_heat);
  climate.pressure += politics.leak_pressure;
  climate.commitment += politics.leak_commitment;
  return climate;
}

PoliticalClimate after_notification(PoliticalClimate climate, const Politics& politics) {
  climate.pressure += politics.notification_pressure;
  climate.commitment += politics.notification_commitment;
  return climate;
}

}  // namespace monazite::equations

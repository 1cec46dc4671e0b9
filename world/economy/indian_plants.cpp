#include <algorithm>
#include <cmath>

#include <world/economy/indian_plants.hpp>
#include <world/economy/regimes.hpp>
#include <world/equations/adjustment.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kSlip{"economy.plants.slip"};

/// A number of months that never comes.
constexpr double kNever = 1e6;

/// Ships from Japan and its firms' plants to India what is promised, as far as China lets it
/// happen.
void deliver_returned(Month& m) {
  const equations::Japan& japan = m.parameters.japan;
  const double promised = std::max(0.0, m.controls.magnets_promised_t);
  if (promised <= 0) return;
  const bool light_stopped = m.state.regime_light == 2;
  double delivered = promised * (light_stopped ? japan.magnet_return_light_stopped : 1);
  if (m.controls.magnets_made_in_japan) {
    // Out of the magnet makers' own NdPr, so far as they hold it: they give a part of it at most.
    const double per_kg = m.parameters.plants.magnet_per_oxide * m.parameters.plants.yield;
    double held = 0;
    for (std::size_t i = 0; i < m.makers.size(); ++i) {
      if (!m.makers[i].car_maker) held += m.state.makers[i].ndpr_t;
    }
    delivered = std::min(delivered, japan.magnet_return_stock_share * held * per_kg);
    const double share = held > 0 ? delivered / per_kg / held : 0;
    for (std::size_t i = 0; i < m.makers.size(); ++i) {
      if (m.makers[i].car_maker) continue;
      const double used = share * m.state.makers[i].ndpr_t;
      m.state.makers[i].ndpr_t -= used;
      m.ledger.move(Material::kNdpr, maker_node(i), Node::kUsed, used);
    }
  } else {
    const double cut = cut_magnet(m.parameters.regime, m.state.regime_magnet);
    delivered *= 1 - japan.magnet_return_exposure * cut;
  }
  m.account.magnets_delivered_t = delivered;
  m.account.return_fulfilment = equations::clip(delivered / promised, 0, 1);
  m.ledger.move(Material::kMagnet, Node::kElsewhere, Node::kIndiaMagnets, delivered);
}

}  // namespace

double draw_plant_start(const equations::Parameters& parameters, base::Day first_day,
                        const base::Draws& draws) {
  const equations::Plants& p = parameters.plants;
  if (!parameters.switches.plants) return kNever;
  const double normal = parameters.switches.noise ? draws.normal(kSlip, first_day) : 0;
  return p.planned_month + equations::positive_part(p.slip_mean_months + p.slip_sd_months * normal);
}

void run_plants(Month& m) {
  const equations::Plants& p = m.parameters.plants;
  State& s = m.state;
  const double start = s.plant_true_start_month - std::max(0.0, m.controls.plant_months_saved);
  if (!s.plants_run && m.index >= start) {
    s.plants_run = true;
    s.plant_months_run = 0;
    m.account.plants_started = true;
  }
  if (s.plants_run) {
    s.plant_months_run += 1;
    s.plant_load = p.load * equations::clip(s.plant_months_run / p.ramp_months, 0, 1);
  } else if (s.plant_announced <
             base::add_months(m.day, static_cast<int>(p.announcement_lead_months))) {
    s.plant_announced =
        base::start_of_month(base::add_months(m.day, static_cast<int>(p.announcement_step_months)));
    m.account.plant_date_moved = true;
  }

  m.other_use_t = std::min(s.india_ndpr_t, m.parameters.ore.other_use_t_per_year / 12);
  s.india_ndpr_t -= m.other_use_t;
  m.ledger.move(Material::kNdpr, Node::kIndiaOxide, Node::kUsed, m.other_use_t);

  const double wanted = s.plant_load * p.capacity_t_per_year / p.magnet_per_oxide / 12;
  const double used = std::min(s.india_ndpr_t, wanted);
  s.india_ndpr_t -= used;
  m.account.plant_ndpr_used_t = used;
  m.account.plant_ndpr_missing_t = wanted - used;
  m.account.magnets_made_t = p.magnet_per_oxide * p.yield * used;
  m.ledger.move(Material::kNdpr, Node::kIndiaOxide, Node::kUsed, used);
  m.ledger.move(Material::kMagnet, Node::kUsed, Node::kIndiaMagnets, m.account.magnets_made_t);
}

double magnet_need_t_per_month(const equations::Plants& plants, base::Day day) {
  // The year 2025 adds up to its figure: growth counts from its middle.
  const base::Date date = base::to_date(day);
  const double years = (date.year - 2025) + (date.month - 6.5) / 12;
  return plants.need_2025_t_per_year / 12 * std::pow(1 + plants.need_growth_per_year, years);
}

void settle_magnets(Month& m) {
  const equations::Plants& p = m.parameters.plants;
  State& s = m.state;
  MonthAccount& a = m.account;
  deliver_returned(m);
  const double need = magnet_need_t_per_month(p, m.day);
  const double target = p.cover_months * need;
  const double own = a.magnets_made_t + a.magnets_delivered_t;
  const double wanted =
      equations::order(need, target, s.india_magnets_t, p.order_adjustment_months, own);
  const double cut = cut_magnet(m.parameters.regime, s.regime_magnet);
  a.magnets_imported_t = wanted * (1 - p.china_share * cut);
  m.ledger.move(Material::kMagnet, Node::kElsewhere, Node::kIndiaMagnets, a.magnets_imported_t);

  const double at_hand = s.india_magnets_t + own + a.magnets_imported_t;
  const double used = std::min(at_hand, need);
  m.magnets_sold_abroad_t =
      equations::positive_part(at_hand - used - p.importer_stock_most * target);
  s.india_magnets_t = at_hand - used - m.magnets_sold_abroad_t;
  m.ledger.move(Material::kMagnet, Node::kIndiaMagnets, Node::kUsed, used);
  m.ledger.move(Material::kMagnet, Node::kIndiaMagnets, Node::kElsewhere, m.magnets_sold_abroad_t);
  a.magnet_need_t = need;
  a.magnet_shortage_t = need - used;
}

}  // namespace monazite::economy

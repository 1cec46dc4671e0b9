#include <algorithm>
#include <cmath>

#include <world/economy/makers.hpp>
#include <world/economy/market.hpp>
#include <world/economy/regimes.hpp>
#include <world/equations/adjustment.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

/// The plan of one maker for a month. All in t NdPr; magnets counted as the NdPr worked into them.
struct Plan {
  double need = 0;
  double target = 0;  ///< stock of NdPr aimed at
  double gap = 0;     ///< to the target, magnets included, never negative
};

/// t NdFeB out of a t of NdPr.
double magnets_per_ndpr(const equations::Parameters& p) {
  return p.plants.magnet_per_oxide * p.plants.yield;
}

double magnet_target_t(const Month& m, const Plan& plan) {
  return plan.need * m.parameters.japan.car_maker_cover_days / equations::kDaysPerMonth *
         magnets_per_ndpr(m.parameters);
}

/// Risk of supply as makers see it, 0 to about 1.
double supply_risk(const Month& m) {
  const equations::Japan& japan = m.parameters.japan;
  const double stopped = 1 - std::min(m.controls.feed_factor, m.controls.export_cap);
  return japan.hoarding_risk[static_cast<std::size_t>(m.state.regime_light)] +
         japan.hoarding_risk_india * equations::clip(stopped, 0, 1);
}

Plan make_plan(const Month& m, std::size_t i, double risk) {
  const double hoarding = m.parameters.switches.hoarding ? m.parameters.japan.hoarding : 0;
  const MakerState& maker = m.state.makers[i];
  Plan plan;
  plan.need = need_ndpr_t(m.parameters, m.makers, m.state, i, m.index);
  plan.target = equations::target_stock(plan.need, m.makers[i].target_cover_days, hoarding, risk);
  double missing = plan.target - maker.ndpr_t;
  if (m.makers[i].car_maker) {
    missing += (magnet_target_t(m, plan) - maker.magnets_t) / magnets_per_ndpr(m.parameters);
  }
  plan.gap = equations::positive_part(missing);
  return plan;
}

/// Share of each maker in what is handed out by gaps; by need when nobody has a gap.
double share_by_gap(const std::vector<Plan>& plans, std::size_t i) {
  double gaps = 0;
  double needs = 0;
  for (const Plan& plan : plans) {
    gaps += plan.gap;
    needs += plan.need;
  }
  return gaps > 1e-9 ? plans[i].gap / gaps : plans[i].need / needs;
}

void hand_out_landed(Month& m, const std::vector<Plan>& plans) {
  MonthAccount& a = m.account;
  const std::vector<double>& asked = m.controls.allocation_ndpr_t;
  double allocated = 0;
  for (const double t : asked) allocated += std::max(0.0, t);
  const double cut = allocated > m.landed.ndpr_t ? m.landed.ndpr_t / allocated : 1;
  const double rest = equations::positive_part(m.landed.ndpr_t - allocated * cut);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    a.maker_allocated_t[i] = i < asked.size() ? cut * std::max(0.0, asked[i]) : 0;
    a.maker_spot_t[i] = rest * share_by_gap(plans, i);
    const double got = a.maker_allocated_t[i] + a.maker_spot_t[i];
    m.state.makers[i].ndpr_t += got;
    m.ledger.move(Material::kNdpr, Node::kAtSea, maker_node(i), got);
  }
}

void hand_out_release(Month& m, const std::vector<Plan>& plans) {
  State& s = m.state;
  const double released = equations::clip(m.controls.state_release_t, 0, s.state_stock_ndpr_t);
  if (released > 0) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const double got = released * share_by_gap(plans, i);
      s.makers[i].ndpr_t += got;
      m.account.maker_released_t[i] = got;
      m.ledger.move(Material::kNdpr, Node::kStateStock, maker_node(i), got);
    }
    s.state_stock_ndpr_t = std::max(0.0, s.state_stock_ndpr_t - released);
  }
  m.account.state_released_t = released;
}

/// JOGMEC fills its stock again while China is open and nothing is being released.
void refill_state_stock(Month& m) {
  const equations::Japan& japan = m.parameters.japan;
  State& s = m.state;
  if (s.regime_light != 0 || m.account.state_released_t > 0) return;
  const double target = japan.state_stock_days / 360 * japan.need_t_per_year;
  const double bought =
      equations::positive_part(target - s.state_stock_ndpr_t) / japan.state_refill_months;
  s.state_stock_ndpr_t += bought;
  m.account.state_bought_t = bought;
  m.japan_purchases_t += bought;
  m.ledger.move(Material::kNdpr, Node::kPoolOutside, Node::kStateStock, bought);
}

/// NdPr that joint development elsewhere gives this month, t.
double joint_source_t(const Month& m) {
  const equations::Japan& japan = m.parameters.japan;
  const double grown =
      (m.index + 1 - japan.joint_source_delay_months) / japan.joint_source_ramp_months;
  return japan.joint_source_t_per_year / 12 * equations::clip(grown, 0, 1);
}

/// What others than India can deliver to a maker this month, t.
double available_elsewhere(const Month& m, std::size_t i, const Plan& plan) {
  const equations::Parameters& p = m.parameters;
  const double cut = cut_light(p.regime, m.state.regime_light);
  const double chinese = p.market.quota_headroom * p.japan.china_share * plan.need * (1 - cut);
  const double indian_share =
      p.refinery.baseline_t_per_year * p.ore.ndpr_share / p.japan.need_t_per_year;
  const double others =
      plan.need * ((1 - p.japan.china_share) *
                       (1 + p.japan.other_supplier_flexibility * m.state.makers[i].other_supplier) -
                   indian_share);
  const double joint = m.joint_source_t * m.makers[i].need_share;
  const double recycled = m.state.recycling_share * plan.need;
  return chinese + equations::positive_part(others) + joint + recycled;
}

void buy_elsewhere(Month& m, std::size_t i, const Plan& plan) {
  const equations::Japan& japan = m.parameters.japan;
  MonthAccount& a = m.account;
  MakerState& maker = m.state.makers[i];
  const double got = a.maker_allocated_t[i] + a.maker_spot_t[i] + a.maker_released_t[i];
  double gap = plan.target - (maker.ndpr_t - got);
  if (m.makers[i].car_maker) {
    gap += (magnet_target_t(m, plan) - maker.magnets_t) / magnets_per_ndpr(m.parameters);
  }
  const double ordered = equations::order(plan.need, gap, 0, japan.stock_adjustment_months, got);
  const double bought = std::min(ordered, available_elsewhere(m, i, plan));
  // Recycled magnets come first: nobody else buys them.
  const double recycled = std::min(bought, m.state.recycling_share * plan.need);
  maker.ndpr_t += bought;
  a.maker_order_t[i] = ordered;
  a.maker_purchase_t[i] = bought;
  a.recycled_ndpr_t += recycled;
  m.japan_purchases_t += bought - recycled;
  m.ledger.move(Material::kNdpr, Node::kPoolOutside, maker_node(i), bought - recycled);
  m.ledger.move(Material::kNdpr, Node::kElsewhere, maker_node(i), recycled);
  // Another supplier's material may be used after its qualification, so a maker comes to stretch it
  // slowly when its orders go unmet.
  const double stretch = bought < ordered - 1e-9 ? japan.other_supplier_stretch : 1;
  maker.other_supplier +=
      (stretch - maker.other_supplier) / std::max(1.0, m.makers[i].qualification_months);
}

/// Uses NdPr (magnet makers) or works it into magnets and fits those (car makers).
void use(Month& m, std::size_t i, const Plan& plan) {
  MakerState& maker = m.state.makers[i];
  MonthAccount& a = m.account;
  if (!m.makers[i].car_maker) {
    const double used = std::min(maker.ndpr_t, plan.need);
    maker.ndpr_t -= used;
    m.ledger.move(Material::kNdpr, maker_node(i), Node::kUsed, used);
    a.maker_use_t[i] = used;
  } else {
    const double per_kg = magnets_per_ndpr(m.parameters);
    const double fitted_if_all = plan.need * per_kg;
    const double wanted =
        equations::positive_part(fitted_if_all + magnet_target_t(m, plan) - maker.magnets_t);
    const double worked = std::min(maker.ndpr_t, wanted / per_kg);
    const double made = worked * per_kg;
    const double fitted = std::min(maker.magnets_t + made, fitted_if_all);
    maker.ndpr_t -= worked;
    maker.magnets_t = equations::positive_part(maker.magnets_t + made - fitted);
    m.ledger.move(Material::kNdpr, maker_node(i), Node::kUsed, worked);
    m.ledger.move(Material::kMagnet, Node::kUsed, maker_node(i), made);
    m.ledger.move(Material::kMagnet, maker_node(i), Node::kUsed, fitted);
    a.maker_magnets_made_t[i] = made;
    a.maker_use_t[i] = fitted / per_kg;
  }
  a.maker_unmet_t[i] = equations::positive_part(plan.need - a.maker_use_t[i]);
  a.maker_need_t[i] = plan.need;
  a.maker_cover_days[i] = cover_days(m.parameters, maker, plan.need);
}

/// E6 for one maker: intensity falls when NdPr has been dear for long, and comes back slowly.
void substitute(Month& m, MakerState& maker, double price_ratio) {
  const equations::Japan& japan = m.parameters.japan;
  const double excess = std::max(1.0, price_ratio / japan.substitution_price_ratio);
  maker.intensity = equations::next_intensity(
      maker.intensity, excess, japan.substitution_elasticity, japan.substitution_lag_months,
      m.parameters.market.substitution_cap_per_year);
}

void recycle(Month& m, double price_ratio) {
  const equations::Japan& japan = m.parameters.japan;
  const double growth = japan.recycling_response_per_year / 12 *
                        equations::clip(price_ratio - 1, 0, japan.recycling_response_most);
  m.state.recycling_share =
      std::min(japan.recycling_share_max, m.state.recycling_share * (1 + growth));
}

}  // namespace

double need_ndpr_t(const equations::Parameters& parameters, const std::vector<MakerSetup>& makers,
                   const State& state, std::size_t i, int index) {
  const equations::Japan& japan = parameters.japan;
  return makers[i].need_share * japan.need_t_per_year / 12 *
         std::pow(1 + japan.need_growth_per_year, index / 12.0) * state.makers[i].intensity;
}

double cover_days(const equations::Parameters& parameters, const MakerState& maker, double need_t) {
  return need_t > 0 ? equations::kDaysPerMonth *
                          (maker.ndpr_t + maker.magnets_t / magnets_per_ndpr(parameters)) / need_t
                    : 0;
}

void settle_makers(Month& m) {
  const std::size_t count = m.makers.size();
  const double risk = supply_risk(m);
  std::vector<Plan> plans;
  plans.reserve(count);
  for (std::size_t i = 0; i < count; ++i) plans.push_back(make_plan(m, i, risk));
  m.joint_source_t = joint_source_t(m);

  hand_out_landed(m, plans);
  hand_out_release(m, plans);
  double stretched = 0;
  for (std::size_t i = 0; i < count; ++i) {
    buy_elsewhere(m, i, plans[i]);
    use(m, i, plans[i]);
    stretched += m.state.makers[i].other_supplier * m.makers[i].need_share;
  }
  m.state.other_supplier_factor = stretched;
  refill_state_stock(m);

  const double ratio = outside_price_ratio(m);
  for (MakerState& maker : m.state.makers) substitute(m, maker, ratio);
  recycle(m, ratio);
}

}  // namespace monazite::economy

#include <algorithm>

#include <world/engine/facts.hpp>

namespace monazite::engine {
namespace {

/// Names of what the engine adds to the economy's own state.
constexpr const char* kEngineNames[] = {
    "politics_heat",
    "politics_press_pressure",
    "politics_standing_asks",
    "politics_public_commitment",
    "politics_linkage_finance_bn_jpy",
    "politics_linkage_infrastructure_bn_jpy",
    "politics_linkage_technology_bn_jpy",
    "politics_linkage_defence_bn_jpy",
    "flow_feed_factor",
    "flow_light_only",
    "flow_export_cap",
    "mou_volume_t_per_year",
    "mou_share_after_plants",
    "mou_ndpr_share",
    "mou_premium_percent",
    "mou_floor_usd_per_kg",
    "mou_magnets_t_per_year",
    "mou_technology_level",
    "mou_joint_venture_t_per_year",
    "mou_finance_bn_jpy",
    "mou_domestic_priority_share",
    "mou_notice_days",
    "mou_heavy_swap_t_per_year",
    "mou_signed",
    "supply_reo_t_per_month",
    "supply_ndpr_share",
    "supply_price_usd_per_kg_ndpr",
    "committed_reo_t",
    "committed_ndpr_t",
    "fulfilment_ndpr",
};

}  // namespace

std::vector<Fact> facts(const Stage& stage, const economy::MonthAccount& account,
                        const economy::Controls& controls) {
  const economy::State& s = stage.economy.state();
  const equations::Parameters& p = stage.scenario.parameters;
  std::vector<Fact> f;
  f.reserve(64);
  const auto add = [&f](v1::Quantity quantity, double value, base::SeatId subject = 0) {
    f.push_back({quantity, subject, value});
  };
  add(v1::QUANTITY_PRICE_NDPR_CHINA, s.price_china);
  add(v1::QUANTITY_PRICE_NDPR_OUTSIDE, s.price_outside);
  add(v1::QUANTITY_PRICE_HEAVY, s.price_heavy);
  add(v1::QUANTITY_PRICE_LIGHT, s.price_light);
  add(v1::QUANTITY_REGIME_LIGHT, s.regime_light);
  add(v1::QUANTITY_REGIME_MAGNET, s.regime_magnet);
  add(v1::QUANTITY_INDIA_NDPR_STOCK, s.india_chloride_ndpr_t + s.india_ndpr_t);
  add(v1::QUANTITY_INDIA_PLANT_START, s.plant_announced.number);
  add(v1::QUANTITY_INDIA_PLANT_LOAD, s.plant_load);
  add(v1::QUANTITY_INDIA_MAGNET_STOCK, s.india_magnets_t);
  add(v1::QUANTITY_INDIA_MAGNET_NEED, account.magnet_need_t);
  add(v1::QUANTITY_INDIA_MAGNET_SHORTAGE, account.magnet_shortage_t);
  add(v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT, stage.economy.own_ndpr_output_t_per_year());
  add(v1::QUANTITY_INDIA_HEAT, stage.politics.climate().heat);
  add(v1::QUANTITY_INDIA_PUBLIC_COMMITMENT, stage.politics.climate().commitment);
  add(v1::QUANTITY_INDIA_STANDING_ASKS, stage.politics.climate().asks);
  add(v1::QUANTITY_FEED_FACTOR, stage.flow.in_force().feed_factor);
  add(v1::QUANTITY_FEED_MIX, stage.flow.in_force().light_only ? 0.0 : controls.contract_ndpr_share);
  add(v1::QUANTITY_EXPORT_CAP, stage.flow.in_force().export_cap);
  add(v1::QUANTITY_SHIPPED_REO, account.shipped_reo_t);
  add(v1::QUANTITY_SHIPPED_NDPR, account.shipped_ndpr_t);
  add(v1::QUANTITY_ARRIVED_REO, account.landed_reo_t);
  add(v1::QUANTITY_ARRIVED_NDPR, account.landed_ndpr_t);
  add(v1::QUANTITY_LATE_CARGO, account.late_cargoes);
  add(v1::QUANTITY_REFINERY_LOAD, account.refinery_load);
  add(v1::QUANTITY_REFINERY_STOCK, s.refinery_feed.reo_t + s.refinery_product.reo_t);

  // Of all makers: stocks and needs add up, cover is weighted by need.
  double stock_t = 0, need_t = 0, unmet_t = 0, cover_days = 0;
  for (std::size_t i = 0; i < stage.scenario.makers.size(); ++i) {
    const base::SeatId maker = stage.scenario.makers[i].seat;
    const double held_t = s.makers[i].ndpr_t + s.makers[i].magnets_t / p.plants.magnet_per_oxide;
    stock_t += held_t;
    need_t += account.maker_need_t[i];
    unmet_t += account.maker_unmet_t[i];
    cover_days += account.maker_need_t[i] * account.maker_cover_days[i];
    add(v1::QUANTITY_MAKER_STOCK, held_t, maker);
    add(v1::QUANTITY_MAKER_COVER, account.maker_cover_days[i], maker);
    add(v1::QUANTITY_MAKER_UNMET, account.maker_unmet_t[i], maker);
    add(v1::QUANTITY_MAKER_NEED, account.maker_need_t[i], maker);
  }
  add(v1::QUANTITY_MAKER_STOCK, stock_t);
  add(v1::QUANTITY_MAKER_COVER, need_t > 0 ? cover_days / need_t : 0);
  add(v1::QUANTITY_MAKER_UNMET, unmet_t);
  add(v1::QUANTITY_MAKER_NEED, need_t);
  add(v1::QUANTITY_STATE_STOCK, s.state_stock_ndpr_t);
  add(v1::QUANTITY_STATE_COVER, stage.economy.state_cover_days());
  add(v1::QUANTITY_HEAVY_COVER, s.heavy_cover_days);
  add(v1::QUANTITY_PRESS_PRESSURE, stage.politics.climate().pressure);
  const equations::LinkageHeads& linkage = stage.politics.linkage_bn_jpy();
  add(v1::QUANTITY_LINKAGE_FINANCE, linkage[0]);
  add(v1::QUANTITY_LINKAGE_INFRASTRUCTURE, linkage[1]);
  add(v1::QUANTITY_LINKAGE_TECHNOLOGY, linkage[2]);
  add(v1::QUANTITY_LINKAGE_DEFENCE, linkage[3]);
  add(v1::QUANTITY_FULFILMENT, account.trust_fulfilment);
  add(v1::QUANTITY_RETURN_FULFILMENT, account.return_fulfilment);
  return f;
}

treaty::MonthFacts clause_facts(const Stage& stage, const Tables& tables,
                                const economy::MonthAccount& account,
                                const economy::Controls& controls) {
  const InForce<treaty::MouTerms>& mou = stage.arrangements.mou();
  treaty::MonthFacts f;
  f.day = stage.today;
  f.agreement_id = mou.agreement_id;
  f.volume = {controls.committed_reo_t, account.shipped_reo_t, true};
  f.ndpr = {controls.committed_ndpr_t, account.shipped_ndpr_t, true};
  const double price = controls.feed_price_usd_per_kg_ndpr;
  f.price = {price, price, true};  // feed is paid at the agreed price or not bought
  f.premium_percent = mou.terms.premium_percent;
  f.magnets = {mou.signed_here ? mou.terms.magnets_t_per_year / 12 : 0, account.magnets_delivered_t,
               controls.magnets_promised_t > 0};
  const double level = mou.signed_here ? mou.terms.technology_level : 0;
  f.technology = {level, controls.plant_months_saved > 0 ? level : 0,
                  controls.plant_months_saved > 0};
  const double finance = stage.arrangements.finance_promised_bn_jpy(stage.today);
  f.finance = {finance, stage.arrangements.finance_paid_bn_jpy(), finance > 0};
  f.heavy_swap = {controls.heavy_swap_t, account.heavy_swapped_t, controls.heavy_swap_t > 0};
  f.domestic_priority = mou.terms.domestic_priority_share > 0;
  f.divertible_share = mou.terms.domestic_priority_share;
  f.diverted_share =
      f.domestic_priority && controls.light_only_share == 0 ? 1 - controls.feed_factor : 0;

  f.consultation_open = tables.consultation_open();
  f.meetings_held = tables.meetings_held();
  f.consultation_id = tables.consultation_request();
  f.volume_stopped = stage.flow.in_force().through() == 0;
  f.ndpr_stopped = f.volume_stopped || stage.flow.in_force().light_only;
  f.measure_id = stage.flow.changed_by();

  const bool sea = account.late_cargoes > 0;
  f.supply = {stage.today <= stage.arrangements.supply().until,
              controls.contract_reo_t,
              account.feed_reo_t,
              controls.contract_reo_t * mou.terms.domestic_priority_share,
              0,
              account.cyclone};
  const double taken = account.feed_reo_t + account.feed_declined_reo_t;
  f.take_or_pay = {stage.arrangements.supply().terms.take_or_pay_share > 0,
                   taken * stage.arrangements.supply().terms.take_or_pay_share,
                   account.feed_reo_t,
                   0,
                   0,
                   sea};
  double allocated_t = 0, delivered_t = 0;
  for (const double t : controls.allocation_ndpr_t) allocated_t += t;
  for (const double t : account.maker_allocated_t) delivered_t += t;
  f.allocation = {allocated_t > 0, allocated_t, delivered_t, 0, 0, sea};
  return f;
}

std::vector<std::string> snapshot_names(const Stage& stage) {
  std::vector<std::string> names;
  stage.economy.describe(names);
  // The economy knows money by number; people know it by name.
  for (base::SeatId seat = 0; seat < stage.roster.size(); ++seat) {
    const std::string numbered = "cash_node_" + std::to_string(seat) + "_musd";
    std::replace(names.begin(), names.end(), numbered, "cash_" + stage.roster.name(seat) + "_musd");
  }
  names.insert(names.end(), std::begin(kEngineNames), std::end(kEngineNames));
  return names;
}

void fill_snapshot(const Stage& stage, const economy::MonthAccount& account,
                   const economy::Controls& controls, v1::WorldSnapshot& snapshot) {
  std::vector<double> values;
  stage.economy.snapshot(values);
  const treaty::MouTerms& mou = stage.arrangements.mou().terms;
  const treaty::SupplyTerms& supply = stage.arrangements.supply().terms;
  const equations::PoliticalClimate& climate = stage.politics.climate();
  const equations::LinkageHeads& linkage = stage.politics.linkage_bn_jpy();
  const double engine[] = {climate.heat,
                           climate.pressure,
                           climate.asks,
                           climate.commitment,
                           linkage[0],
                           linkage[1],
                           linkage[2],
                           linkage[3],
                           stage.flow.in_force().feed_factor,
                           stage.flow.in_force().light_only ? 1.0 : 0.0,
                           stage.flow.in_force().export_cap,
                           mou.volume_t_per_year,
                           mou.share_after_plants,
                           mou.ndpr_share,
                           mou.premium_percent,
                           mou.floor_usd_per_kg,
                           mou.magnets_t_per_year,
                           static_cast<double>(mou.technology_level),
                           mou.joint_venture_t_per_year,
                           mou.finance_bn_jpy,
                           mou.domestic_priority_share,
                           mou.notice_days,
                           mou.heavy_swap_t_per_year,
                           stage.arrangements.mou().signed_here ? 1.0 : 0.0,
                           supply.reo_t_per_month,
                           supply.ndpr_share,
                           controls.feed_price_usd_per_kg_ndpr,
                           controls.committed_reo_t,
                           controls.committed_ndpr_t,
                           account.fulfilment_ndpr};
  static_assert(std::size(engine) == std::size(kEngineNames),
                "each number of the engine has a name");
  values.insert(values.end(), std::begin(engine), std::end(engine));
  snapshot.set_month(stage.month - 1);
  snapshot.mutable_values()->Add(values.begin(), values.end());
}

}  // namespace monazite::engine

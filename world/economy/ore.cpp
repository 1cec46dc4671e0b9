#include <algorithm>
#include <cmath>

#include <world/economy/ore.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kAvailability{"economy.ore.availability"};
constexpr base::Purpose kCyclone{"economy.ore.cyclone"};

Mass chloride(const State& s) {
  return {s.india_chloride_reo_t, s.india_chloride_ndpr_t, s.india_chloride_light_t};
}

void set_chloride(State& s, const Mass& mass) {
  s.india_chloride_reo_t = mass.reo_t;
  s.india_chloride_ndpr_t = mass.ndpr_t;
  s.india_chloride_light_t = mass.light_t;
}

}  // namespace

void mine_and_crack(Month& m) {
  const equations::Ore& ore = m.parameters.ore;
  m.state.ore_rate_reo_t_per_year = ore.mined_reo_t_per_year + m.controls.ore_expansion_t_per_year;
  m.account.cyclone = m.chance(kCyclone, ore.cyclone_probability);
  const double availability =
      equations::clip(ore.availability_mean + ore.availability_sd * m.normal(kAvailability),
                      ore.availability_lowest, ore.availability_highest) *
      (m.account.cyclone ? ore.cyclone_output_factor : 1) * m.controls.mine_output_factor;
  const double mined = m.state.ore_rate_reo_t_per_year / 12 * availability;
  const Mass basket{mined, mined * ore.ndpr_share, mined * ore.light_share};
  const Mass cracked = basket * ore.crack_recovery;
  set_chloride(m.state, chloride(m.state) + cracked);
  m.ledger.move(Node::kGround, Node::kChloride, cracked);
  m.ledger.move(Node::kGround, Node::kLost, basket - cracked);
  m.account.mined_reo_t = mined;
  m.account.cracked_reo_t = cracked.reo_t;
  m.account.cracked_ndpr_t = cracked.ndpr_t;
}

Mass hand_over_feed(Month& m, double room_reo_t) {
  const Controls& c = m.controls;
  const Mass store = chloride(m.state);
  const double offered = std::max(0.0, c.contract_reo_t) * equations::clip(c.feed_factor, 0, 1);
  const double wanted = std::min(offered, std::max(0.0, room_reo_t));
  m.account.feed_declined_reo_t = offered - wanted;
  const double share =
      std::lerp(c.contract_ndpr_share,
                std::min(m.parameters.refinery.light_only_ndpr_share, c.contract_ndpr_share),
                equations::clip(c.light_only_share, 0, 1));
  // NdPr as agreed; the rest of the tonnage is what the store has of the rest, in its proportion.
  const equations::Ore& ore = m.parameters.ore;
  const double rest_in_store = ore.feed_share_of_store * (store.reo_t - store.ndpr_t);
  Mass feed;
  feed.ndpr_t = std::min(wanted * share, ore.feed_share_of_stored_ndpr * store.ndpr_t);
  const double rest = std::min(wanted * (1 - share), rest_in_store);
  feed.reo_t = feed.ndpr_t + rest;
  const double rest_whole = store.reo_t - store.ndpr_t;
  feed.light_t = rest_whole > 0 ? rest * std::min(1.0, store.light_t / rest_whole) : 0;
  set_chloride(m.state, store - feed);
  m.account.feed_reo_t = feed.reo_t;
  m.account.feed_ndpr_t = feed.ndpr_t;
  m.feed_light_t = feed.light_t;
  return feed;
}

double finishing_capacity_t_per_year(const equations::Ore& ore, base::Day day) {
  const base::Date date = base::to_date(day);
  if (date.year >= 2030) return ore.finishing_2030_t_per_year;
  const int months_since_2025 = (date.year - 2025) * 12 + date.month;  // 1 is January 2025
  if (months_since_2025 >= 16) return ore.finishing_2026_t_per_year;
  if (months_since_2025 >= 4) return ore.finishing_2025_t_per_year;
  return ore.finishing_2024_t_per_year;
}

void finish_oxide(Month& m) {
  const equations::Ore& ore = m.parameters.ore;
  Mass store = chloride(m.state);
  const double could = ore.separation_recovery * store.ndpr_t;
  if (could <= 0) return;
  const double finished = std::min(could, finishing_capacity_t_per_year(ore, m.day) / 12);
  const Mass taken = take_share(store, finished / could);
  set_chloride(m.state, store);
  m.state.india_ndpr_t += finished;
  const double light = ore.separation_recovery * taken.light_t;
  m.separated_light_t = light;
  m.account.finished_ndpr_t = finished;
  m.ledger.move(Material::kNdpr, Node::kChloride, Node::kIndiaOxide, finished);
  m.ledger.move(Material::kNdpr, Node::kChloride, Node::kLost, taken.ndpr_t - finished);
  m.ledger.move(Material::kLight, Node::kChloride, Node::kElsewhere, light);
  m.ledger.move(Material::kLight, Node::kChloride, Node::kLost, taken.light_t - light);
  // REO is followed until it is separated.
  m.ledger.move(Material::kReo, Node::kChloride, Node::kElsewhere, taken.reo_t);
}

}  // namespace monazite::economy

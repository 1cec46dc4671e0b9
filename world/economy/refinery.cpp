#include <algorithm>

#include <world/economy/refinery.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

/// Product that the refinery wants to send off this month, all customers, t REO.
double wanted_to_leave(const Month& m) {
  const equations::Refinery& r = m.parameters.refinery;
  const double ordinary = std::max(0.0, m.controls.contract_reo_t) * r.recovery;
  const double at_start = r.baseline_t_per_year / 12 / r.japan_share;
  const double usual_stock = r.initial_stock_reo_t * std::min(1.0, ordinary / at_start);
  const double surplus = m.state.refinery_product.reo_t - ordinary - usual_stock;
  return std::max(0.0, ordinary + surplus / (surplus > 0 ? r.clear_months : r.stock_refill_months));
}

/// What a notification lets out to Japan at most, t REO; a large number without one.
double let_out(const Month& m) {
  const equations::Refinery& r = m.parameters.refinery;
  if (m.controls.export_cap >= 1) return 1e9;
  const double agreed = m.controls.committed_reo_t > 0
                            ? m.controls.committed_reo_t
                            : m.controls.contract_reo_t * r.recovery * r.japan_share;
  return std::max(0.0, m.controls.export_cap) * agreed;
}

void account_fulfilment(Month& m) {
  const Controls& c = m.controls;
  MonthAccount& a = m.account;
  if (c.committed_ndpr_t > 0) {
    a.fulfilment_ndpr = equations::clip(a.shipped_ndpr_t / c.committed_ndpr_t, 0, 1);
  }
  if (c.committed_reo_t > 0) {
    a.fulfilment_reo = equations::clip(a.shipped_reo_t / c.committed_reo_t, 0, 1);
  }
}

}  // namespace

double refinery_room_t(const Month& m) {
  const equations::Refinery& r = m.parameters.refinery;
  const double in_store = m.state.refinery_feed.reo_t + m.state.refinery_product.reo_t;
  return std::max(0.0, r.storage_reo_t - in_store);
}

Mass refine_and_ship(Month& m, const Mass& feed) {
  const equations::Refinery& r = m.parameters.refinery;
  State& s = m.state;
  s.refinery_feed += feed;
  m.ledger.move(Node::kChloride, Node::kRefineryFeed, feed);

  const double size = r.intake_t_per_year / 12;
  const double intake = std::min(s.refinery_feed.reo_t, size);
  const Mass taken =
      take_share(s.refinery_feed, s.refinery_feed.reo_t > 0 ? intake / s.refinery_feed.reo_t : 0);
  const Mass refined = taken * r.recovery;
  s.refinery_product += refined;
  m.ledger.move(Node::kRefineryFeed, Node::kRefineryProduct, refined);
  m.ledger.move(Node::kRefineryFeed, Node::kLost, taken - refined);
  m.account.refined_reo_t = refined.reo_t;
  m.account.refinery_load = intake / size;
  m.refined_ndpr_t = refined.ndpr_t;

  const double wanted = wanted_to_leave(m);
  const double to_japan = std::min(r.japan_share * wanted, let_out(m));
  const double elsewhere = to_japan * (1 - r.japan_share) / r.japan_share;
  const double leaving = std::min(s.refinery_product.reo_t, to_japan + elsewhere);
  Mass shipped = take_share(s.refinery_product,
                            s.refinery_product.reo_t > 0 ? leaving / s.refinery_product.reo_t : 0);
  m.sold_elsewhere = take_share(shipped, 1 - r.japan_share);
  m.ledger.move(Node::kRefineryProduct, Node::kAtSea, shipped);
  m.ledger.move(Material::kReo, Node::kRefineryProduct, Node::kElsewhere, m.sold_elsewhere.reo_t);
  m.ledger.move(Material::kLight, Node::kRefineryProduct, Node::kElsewhere,
                m.sold_elsewhere.light_t);
  m.ledger.move(Material::kNdpr, Node::kRefineryProduct, Node::kPoolOutside,
                m.sold_elsewhere.ndpr_t);
  m.account.shipped_reo_t = shipped.reo_t;
  m.account.shipped_ndpr_t = shipped.ndpr_t;
  m.account.sold_elsewhere_reo_t = m.sold_elsewhere.reo_t;
  account_fulfilment(m);

  s.refinery_reo_t = s.refinery_feed.reo_t + s.refinery_product.reo_t;
  s.refinery_ndpr_t = s.refinery_feed.ndpr_t + s.refinery_product.ndpr_t;
  return shipped;
}

}  // namespace monazite::economy

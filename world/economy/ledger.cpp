#include <algorithm>
#include <cmath>

#include <world/economy/ledger.hpp>

namespace monazite::economy {
namespace {

/// Calls visit(material, node, t) for everything that a node holds.
template <class Visitor>
void each_stock(const State& s, const Visitor& visit) {
  const auto mass = [&](Node node, const Mass& m) {
    visit(Material::kReo, node, m.reo_t);
    visit(Material::kNdpr, node, m.ndpr_t);
    visit(Material::kLight, node, m.light_t);
  };
  Mass at_sea;
  for (const Cargo& cargo : s.at_sea) at_sea += cargo.mass();
  mass(Node::kChloride,
       {s.india_chloride_reo_t, s.india_chloride_ndpr_t, s.india_chloride_light_t});
  mass(Node::kRefineryFeed, s.refinery_feed);
  mass(Node::kRefineryProduct, s.refinery_product);
  mass(Node::kAtSea, at_sea);
  visit(Material::kNdpr, Node::kIndiaOxide, s.india_ndpr_t);
  visit(Material::kMagnet, Node::kIndiaMagnets, s.india_magnets_t);
  visit(Material::kNdpr, Node::kStateStock, s.state_stock_ndpr_t);
  visit(Material::kNdpr, Node::kPoolChina, s.stock_china_t);
  visit(Material::kNdpr, Node::kPoolOutside, s.stock_outside_t);
  for (std::size_t i = 0; i < s.makers.size(); ++i) {
    visit(Material::kNdpr, maker_node(i), s.makers[i].ndpr_t);
    visit(Material::kMagnet, maker_node(i), s.makers[i].magnets_t);
  }
}

}  // namespace

void Ledger::open(const State& state) {
  nodes_ = static_cast<std::size_t>(Node::kMakers) + state.makers.size();
  entries_.assign(static_cast<std::size_t>(Material::kCount) * nodes_, {});
  each_stock(state, [&](Material material, Node node, double t) { at(material, node).before = t; });
  cash_.assign(state.cash_musd.size(), {});
  for (std::size_t i = 0; i < cash_.size(); ++i) cash_[i].before = state.cash_musd[i];
}

void Ledger::move(Material material, Node from, Node to, double amount_t) {
  Entry& giver = at(material, from);
  Entry& taker = at(material, to);
  giver.change -= amount_t;
  giver.turnover += std::abs(amount_t);
  taker.change += amount_t;
  taker.turnover += std::abs(amount_t);
}

void Ledger::move(Node from, Node to, const Mass& mass) {
  move(Material::kReo, from, to, mass.reo_t);
  move(Material::kNdpr, from, to, mass.ndpr_t);
  move(Material::kLight, from, to, mass.light_t);
}

void Ledger::pay(const Transfer& transfer) {
  Entry& payer = cash_[transfer.payer];
  Entry& payee = cash_[transfer.payee];
  payer.change -= transfer.amount_musd;
  payer.turnover += std::abs(transfer.amount_musd);
  payee.change += transfer.amount_musd;
  payee.turnover += std::abs(transfer.amount_musd);
}

double Ledger::error(const State& state) const {
  double largest = 0;
  const auto check = [&](const Entry& entry, double after) {
    const double scale = std::max(1.0, std::abs(entry.before) + entry.turnover);
    largest = std::max(largest, std::abs(after - entry.before - entry.change) / scale);
  };
  each_stock(state, [&](Material material, Node node, double t) {
    check(entries_[static_cast<std::size_t>(material) * nodes_ + static_cast<std::size_t>(node)],
          t);
  });
  double sum = 0;
  double gross = 1;
  for (std::size_t i = 0; i < cash_.size(); ++i) {
    check(cash_[i], state.cash_musd[i]);
    sum += state.cash_musd[i];
    gross += std::abs(state.cash_musd[i]);
  }
  return std::max(largest, std::abs(sum) / gross);
}

double Ledger::smallest_stock(const State& state) {
  double smallest = 0;
  each_stock(state, [&](Material, Node, double t) { smallest = std::min(smallest, t); });
  return smallest;
}

}  // namespace monazite::economy

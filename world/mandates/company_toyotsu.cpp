#include <algorithm>
#include <utility>

#include <world/mandates/company_toyotsu.hpp>

namespace monazite::mandates {
namespace {

/// The view of a maker that is no setup: an empty one, for a seat that was never introduced.
const MakerMandateSetup kStranger{};

}  // namespace

ToyotsuMandate::ToyotsuMandate(const CompanySetup& setup, std::vector<MakerMandateSetup> makers,
                               const equations::Parameters& parameters, const base::Draws& draws)
    : SupplyPartner(setup, parameters, draws), makers_(std::move(makers)) {}

CompanyMandate::Change ToyotsuMandate::learn(const v1::Envelope& message) {
  const CompanyTable* at = tables_.find(message.conversation());
  if (at != nullptr && at->table == v1::TABLE_ALLOCATION) {
    if (message.has_agreement() && at->agenda.contains(message.agreement().outcome())) {
      sold_[at->other] = {terms(*at, message.agreement().outcome()).ndpr_t_per_quarter,
                          base::Day{message.day()}};
    }
    if (message.has_agreement() || message.has_offer() || message.has_closing())
      return Change::kTables;
  }
  return SupplyPartner::learn(message);
}

void ToyotsuMandate::revise(Change change) {
  ++said_;
  if (change != Change::kWorld) return;
  ++world_;
  revise_supply();
}

void ToyotsuMandate::revise_supply() {
  const double light =
      beliefs_.reading(v1::QUANTITY_PRICE_LIGHT, parameters_.market.light_anchor_usd_per_kg);

  ToyotsuSituation self;
  self.index_usd_per_kg = index();
  self.light_usd_per_kg = light;
  self.regime_light = beliefs_.regime_light();
  self.customers_cover_days =
      beliefs_.reading(v1::QUANTITY_MAKER_COVER, parameters_.japan.target_cover_days) +
      parameters_.japan.state_stock_days;
  self.customers_short = beliefs_.reading(v1::QUANTITY_MAKER_UNMET, 0.0) > 0;
  self.flow_now = flow_now();
  // A signature adds part of what trust lacks (specification, section 4.3).
  const double added = parameters_.expectations.trust_by_signature;
  self.flow_trust = added + (1 - added) * beliefs_.trust_in_feed();
  self.export_share = export_share();
  self.cost_scale = private_type(0);
  self.own_output_t_per_year = own_output();
  self.months_to_announced_start = beliefs_.months_to_announced_start(today_, setup_.first_day);
  self.plants_run = beliefs_.plants_run();
  self.cash_need_musd_per_year = cash_need();
  self.memorandum = memorandum_;
  self.month_to_month = month_to_month();

  IrelSituation partner;
  partner.index_usd_per_kg = index();
  partner.light_usd_per_kg = light;
  partner.indian_stock_t =
      beliefs_.reading(v1::QUANTITY_INDIA_NDPR_STOCK, parameters_.ore.initial_indian_ndpr_stock_t);
  partner.own_output_t_per_year = self.own_output_t_per_year;
  partner.promised_t_per_year = promised_ndpr_t(contract_, memorandum_);
  partner.months_to_announced_start = self.months_to_announced_start;
  partner.plants_run = self.plants_run;
  partner.slip_belief_months = parameters_.expectations.slip_seen_from_japan_months;
  partner.kept_scale = belief_error(table_opened(), 0);
  partner.flow_now = self.flow_now;
  partner.cash_need_musd_per_year = self.cash_need_musd_per_year;
  partner.memorandum = memorandum_;
  partner.month_to_month = self.month_to_month;
  appraise_with(toyotsu_view(parameters_, self), irel_view(parameters_, partner));
}

/// The desk of an open allocation table; null when it is closed. Worked out when somebody asks:
/// what the maker wants changes with the world, what Toyotsu has left with everything said at any
/// table.
const ToyotsuMandate::Desk* ToyotsuMandate::desk(const CompanyTable& at) const {
  if (!at.open) return nullptr;
  Desk& desk = desks_[at.other];
  const bool fresh = desk.opened != at.opened || desk.world != world_;
  if (!fresh && desk.said == said_) return &desk;
  const MakerMandateSetup& customer = maker(at.other);
  desk.own = seller_view(at);
  desk.own_values =
      AllocationTable(at.agenda, at.reader, customer.allocation,
                      [&](const auto& terms) { return seller_worth(desk.own, terms).total(); });
  desk.said = said_;
  if (fresh) {
    desk.maker = maker_view(parameters_, beliefs_, today_, customer, desk.own.usual_t,
                            belief_error(at.opened, at.other));
    desk.maker_values = AllocationTable(
        at.agenda, at.reader, customer.allocation,
        [&](const auto& terms) { return maker_worth(parameters_, desk.maker, terms).total(); });
    desk.opened = at.opened;
    desk.world = world_;
  }
  return &desk;
}

SellerView ToyotsuMandate::seller_view(const CompanyTable& at) const {
  SellerView view;
  view.index_usd_per_kg =
      beliefs_.reading(v1::QUANTITY_PRICE_NDPR_OUTSIDE, beliefs_.six_month_price());
  view.index_log_sd = parameters_.market.price_log_sd;
  view.spot_discount = parameters_.toyotsu.spot_discount;
  view.partnership_musd = parameters_.allocation.partnership_musd;
  view.usual_t = maker(at.other).usual_t;
  view.left_t = product_t_per_quarter();
  view.material_on = parameters_.switches.material;
  view.relationship_on = parameters_.switches.relationship;
  // Others sit at their tables of the same quarter: sold already, offering, or expected to come.
  for (const auto& other : tables_.all()) {
    const CompanyTable& rival = other.second;
    const bool concerns =
        rival.table == v1::TABLE_ALLOCATION && rival.other != at.other && rival.opened == at.opened;
    if (!concerns) continue;
    const auto sold = sold_.find(rival.other);
    if (sold != sold_.end() && sold->second.day >= at.opened) {
      view.left_t = std::max(0.0, view.left_t - sold->second.ndpr_t);
    } else if (rival.open && !rival.offers_of_other.empty()) {
      const treaty::AllocationTerms offer = terms(rival, rival.offers_of_other.back());
      view.rivals.push_back({offer.ndpr_t_per_quarter, offer.premium_percent});
    } else if (rival.open) {
      view.rivals.push_back({maker(rival.other).usual_t, 0});
    }
  }
  std::stable_sort(view.rivals.begin(), view.rivals.end(), offers_more);
  return view;
}

double ToyotsuMandate::product_t_per_quarter() const {
  const auto& refinery = parameters_.refinery;
  return promised_ndpr_t(contract_, memorandum_) / 4 * refinery.recovery * refinery.japan_share *
         std::min(flow_now(), beliefs_.export_cap());
}

const MakerMandateSetup& ToyotsuMandate::maker(base::SeatId seat) const {
  for (const MakerMandateSetup& maker : makers_) {
    if (maker.seat == seat) return maker;
  }
  return kStranger;
}

treaty::AllocationTerms ToyotsuMandate::terms(const CompanyTable& table,
                                              agenda::Outcome outcome) const {
  return table.reader.allocation(table.agenda, outcome, maker(table.other).allocation);
}

void ToyotsuMandate::evaluate(const CompanyTable& table, const std::uint32_t* levels,
                              std::size_t count, double* own, double* other) const {
  if (table.table != v1::TABLE_ALLOCATION) {
    SupplyPartner::evaluate(table, levels, count, own, other);
    return;
  }
  const Desk* at = desk(table);
  const std::size_t issues = table.agenda.issues().size();
  for (std::size_t i = 0; i < count; ++i, levels += issues) {
    const bool known = at != nullptr;  // else the table is closed: nothing is at stake
    if (own != nullptr) own[i] = known ? at->own_values.value(levels) : 0;
    if (other != nullptr) other[i] = known ? at->maker_values.value(levels) : 0;
  }
}

CompanyWorth ToyotsuMandate::appraise(const CompanyTable& table,
                                      const std::uint32_t* levels) const {
  if (table.table != v1::TABLE_ALLOCATION) return SupplyPartner::appraise(table, levels);
  const Desk* at = desk(table);
  if (at == nullptr) return {};
  return seller_worth(at->own,
                      table.reader.allocation(table.agenda, levels, maker(table.other).allocation));
}

CompanyWorth ToyotsuMandate::no_deal(const CompanyTable& table) const {
  if (table.table != v1::TABLE_ALLOCATION) return SupplyPartner::no_deal(table);
  return {};
}

double ToyotsuMandate::believed_no_deal(const CompanyTable& table) const {
  if (table.table != v1::TABLE_ALLOCATION) return SupplyPartner::believed_no_deal(table);
  const Desk* at = desk(table);
  return at == nullptr ? 0 : maker_no_deal(parameters_, at->maker).total();
}

CompanyMandate::Obstacle ToyotsuMandate::obstacle(const CompanyTable& table,
                                                  const std::uint32_t* levels) const {
  if (table.table != v1::TABLE_ALLOCATION) return SupplyPartner::obstacle(table, levels);
  const Desk* at = desk(table);
  const double left_t = at == nullptr ? 0 : at->own.left_t;
  const double asked_t =
      at != nullptr ? at->own_values.ndpr_t(levels)
                    : table.reader.allocation(table.agenda, levels, maker(table.other).allocation)
                          .ndpr_t_per_quarter;
  if (asked_t <= 0) return Obstacle::kNothing;
  return asked_t > left_t + 1e-9 ? Obstacle::kTonnes : Obstacle::kNone;
}

CompanyMandate::Obstacle ToyotsuMandate::obstacle_to(const treaty::SupplyTerms& terms) const {
  return memorandum_obstacle(terms);
}

}  // namespace monazite::mandates

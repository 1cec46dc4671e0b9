#include <algorithm>
#include <array>

#include <world/mandates/supply_partner.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kAttention{"mandates.company.attention"};
/// Rounding of tonnes per month to levels of the agenda is no breach of the memorandum.
constexpr double kVolumeSlack = 1.05;
constexpr double kShareOfSurplusExpected = 0.6;  // specification, section 6: "p_deal*0.6*S_hat"

}  // namespace

CompanyMandate::Change SupplyPartner::learn(const v1::Envelope& message) {
  if (message.has_opening() && message.opening().table() == v1::TABLE_SUPPLY_CONTRACT) {
    table_opened_ = base::Day{message.day()};
    return Change::kWorld;
  }
  const bool agreement =
      message.has_agreement() && message.agreement().table() == v1::TABLE_SUPPLY_CONTRACT;
  const bool contract =
      message.has_contract() && message.contract().table() == v1::TABLE_SUPPLY_CONTRACT;
  if (!agreement && !contract) return Change::kNone;
  const CompanyTable* at = tables_.find(message.conversation());
  const agenda::Outcome outcome =
      agreement ? message.agreement().outcome() : message.contract().outcome();
  if (at == nullptr || !at->agenda.contains(outcome)) return Change::kNone;
  contract_ = at->reader.supply(at->agenda, outcome, contract_);
  contract_until_ =
      base::Day{agreement ? message.agreement().until_day() : message.contract().until_day()};
  return Change::kWorld;
}

CompanyWorth SupplyPartner::appraise(const CompanyTable& table, agenda::Outcome outcome) const {
  return own_.worth(table.reader.supply(table.agenda, outcome, contract_));
}

CompanyWorth SupplyPartner::no_deal(const CompanyTable&) const {
  return own_.no_deal(contract_, contract_years_left());
}

double SupplyPartner::believed(const CompanyTable& table, agenda::Outcome outcome) const {
  return other_.worth(table.reader.supply(table.agenda, outcome, contract_)).total();
}

double SupplyPartner::believed_no_deal(const CompanyTable&) const {
  return other_.no_deal(contract_, contract_years_left()).total();
}

CompanyMandate::Obstacle SupplyPartner::obstacle(const CompanyTable& table,
                                                 agenda::Outcome outcome) const {
  return obstacle_to(table.reader.supply(table.agenda, outcome, contract_));
}

CompanyMandate::Obstacle SupplyPartner::memorandum_obstacle(
    const treaty::SupplyTerms& terms) const {
  if (terms.reo_t_per_month <= 0) return Obstacle::kNone;
  const double allowed_t = feed_t_per_year(parameters_.refinery, memorandum_.volume_t_per_year);
  const bool too_much = 12 * terms.reo_t_per_month > kVolumeSlack * allowed_t;
  const bool too_rich = terms.ndpr_share > memorandum_.ndpr_share + 1e-9;
  return too_much || too_rich ? Obstacle::kMemorandum : Obstacle::kNone;
}

double SupplyPartner::reservation_price() const {
  treaty::SupplyTerms renewed = contract_;
  renewed.term_years = std::max(1.0, renewed.term_years);
  return own_.reservation_price(renewed);
}

treaty::SupplyTerms SupplyPartner::month_to_month() const {
  treaty::SupplyTerms terms;
  const double allowed_t = feed_t_per_year(parameters_.refinery, memorandum_.volume_t_per_year);
  terms.reo_t_per_month =
      SupplyHabits{}.month_to_month_share * std::min(contract_.reo_t_per_month, allowed_t / 12);
  terms.ndpr_share = contract_.ndpr_share;
  return terms;
}

double SupplyPartner::promised_ndpr_t(const treaty::SupplyTerms& contract,
                                      const treaty::MouTerms& memorandum) const {
  const double allowed_t = feed_t_per_year(parameters_.refinery, memorandum.volume_t_per_year);
  return std::min(12 * contract.reo_t_per_month, allowed_t) *
         std::min(contract.ndpr_share, memorandum.ndpr_share);
}

double SupplyPartner::cash_need() const {
  return 1e-3 * IrelCharacter{}.cash_need_share * parameters_.appraisal.feed_price_share *
         parameters_.market.marginal_cost_usd_per_kg *
         promised_ndpr_t(setup_.contract, setup_.memorandum);
}

double SupplyPartner::flow_now() const {
  if (!beliefs_.light_only()) return beliefs_.feed_factor();
  const double usual = std::min(contract_.ndpr_share, memorandum_.ndpr_share);
  const double light = parameters_.refinery.light_only_ndpr_share;
  return beliefs_.feed_factor() * (usual > light ? light / usual : 1);
}

double SupplyPartner::own_output() const {
  const auto& ore = parameters_.ore;
  const double usual = ore.mined_reo_t_per_year * ore.crack_recovery * ore.availability_mean *
                       ore.ndpr_share * ore.separation_recovery;
  return std::max(0.0, beliefs_.reading(v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT, usual));
}

double SupplyPartner::contract_years_left() const {
  return std::max(0, contract_until_ - today_) / 365.25;
}

/// Largest gain that the side which gains less can have, among packages near the contract: volume,
/// premium and floor are tried one after the other, twice.
double SupplyPartner::best_shared_gain() const {
  constexpr std::array<double, 10> kVolumes = {25, 50, 75, 100, 125, 150, 175, 200, 225, 250};
  constexpr std::array<double, 8> kPremiums = {-10, -5, 0, 5, 10, 15, 20, 25};
  constexpr std::array<double, 4> kFloors = {0, 50, 70, 90};
  const double left = contract_years_left();
  const double own_nothing = own_.no_deal(contract_, left).total();
  const double other_nothing = other_.no_deal(contract_, left).total();
  const auto shared = [&](const treaty::SupplyTerms& terms) {
    if (obstacle_to(terms) != Obstacle::kNone) return -1e9;
    return std::min(own_.worth(terms).total() - own_nothing,
                    other_.worth(terms).total() - other_nothing);
  };
  treaty::SupplyTerms best = contract_;
  best.term_years = std::max(3.0, left);
  best.advance_years = 0;
  best.ndpr_share = std::min(best.ndpr_share, memorandum_.ndpr_share);
  double gain = shared(best);
  const auto try_all = [&](double treaty::SupplyTerms::*field, const double* levels,
                           std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      treaty::SupplyTerms trial = best;
      trial.*field = levels[i];
      const double trial_gain = shared(trial);
      if (trial_gain > gain) {
        gain = trial_gain;
        best = trial;
      }
    }
  };
  for (int sweep = 0; sweep < 2; ++sweep) {
    try_all(&treaty::SupplyTerms::reo_t_per_month, kVolumes.data(), kVolumes.size());
    try_all(&treaty::SupplyTerms::premium_percent, kPremiums.data(), kPremiums.size());
    try_all(&treaty::SupplyTerms::floor_usd_per_kg, kFloors.data(), kFloors.size());
  }
  return gain;
}

void SupplyPartner::add_acts(v1::Brief& brief) const {
  if (tables_.any_open(v1::TABLE_SUPPLY_CONTRACT)) return;
  const double cost = SupplyHabits{}.reopening_cost_musd * (1 + 0.5 * contract_years_left());
  const double gain = std::max(0.0, best_shared_gain());
  v1::ActOption* ask = brief.add_acts();
  ask->set_act(v1::ACT_ASK_RENEGOTIATION);
  ask->set_office(v1::OFFICE_NONE);
  ask->set_value_musd(parameters_.appraisal.deal_belief * kShareOfSurplusExpected * gain - cost);
  ask->set_on_the_desk(draws_.uniform(kAttention, today_, setup_.seat) <
                       parameters_.appraisal.attention);
}

}  // namespace monazite::mandates

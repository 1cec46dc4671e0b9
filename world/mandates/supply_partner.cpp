#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/mandates/coefficients.hpp>
#include <world/mandates/supply_partner.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kPartnerAttention{"mandates.company.attention"};
/// Rounding of tonnes per month to levels of the agenda is no breach of the memorandum.
constexpr double kVolumeSlack = 1.05;
constexpr double kImpossible = -1e9;

void evaluate_with(const SupplyTable& own_table, const SupplyTable& other_table, std::size_t issues,
                   const std::uint32_t* levels, std::size_t count, double* own, double* other) {
  for (std::size_t i = 0; i < count; ++i, levels += issues) {
    if (own != nullptr) own[i] = own_table.value(levels);
    if (other != nullptr) other[i] = other_table.value(levels);
  }
}

/// Averages of what came true are no forecasts: the price has no spread, and the flow was what it
/// was.
SupplyView in_hindsight(SupplyView view) {
  constexpr double kForEver = 1e6;
  view.index_log_sd = 0;
  view.flow_trust = 1;
  view.habits.direction_memory_years = kForEver;
  return view;
}

/// Volume, premium and floor around the contract: enough to see whether talks may pay.
agenda::Agenda nearby_packages() {
  const auto issue = [](const char* name, std::vector<double> values) {
    agenda::Issue made;
    made.name = name;
    for (const double value : values) made.labels.push_back(std::to_string(value));
    made.values = std::move(values);
    return made;
  };
  auto made = agenda::Agenda::make(
      "nearby", {issue("reo_t_per_month", {25, 50, 75, 95, 125, 150, 175, 200, 225, 250}),
                 issue("premium_percent", {-10, -5, 0, 5, 10, 15, 20, 25}),
                 issue("floor_usd_per_kg", {0, 50, 70, 90})});
  MONAZITE_CHECK(made.has_value(), "the agenda of nearby contracts must be sound");
  return std::move(*made);
}

}  // namespace

SupplyPartner::SupplyPartner(const CompanySetup& setup, const equations::Parameters& parameters,
                             const base::Draws& draws)
    : CompanyMandate(setup, parameters, draws), nearby_(nearby_packages()) {
  adopted();
}

void SupplyPartner::adopted() {
  // Looking back, the price is known and has no spread.
  if (!setup_.hindsight) {
    puts_ = std::make_shared<const PutTable>(parameters_.market.price_log_sd);
  }
}

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
  contract_signed_ = true;
  return Change::kWorld;
}

bool SupplyPartner::expire(base::Day today) {
  if (!contract_signed_ || contract_until_ >= today) return false;
  contract_ = setup_.contract;
  contract_signed_ = false;
  return true;
}

double SupplyPartner::index() const {
  const double mean = beliefs_.six_month_price();
  return setup_.hindsight ? mean : expected_index(parameters_, mean);
}

void SupplyPartner::appraise_with(const SupplyView& own, const SupplyView& other) {
  own_ = SupplyAppraiser(setup_.hindsight ? in_hindsight(own) : own, puts_);
  other_ = SupplyAppraiser(setup_.hindsight ? in_hindsight(other) : other, puts_);
  valuers_.clear();
  for (const auto& entry : tables_.all()) {
    const CompanyTable& at = entry.second;
    if (at.table != v1::TABLE_SUPPLY_CONTRACT || !at.open) continue;
    valuers_.emplace(entry.first, Valuers{{own_, at.agenda, at.reader, contract_},
                                          {other_, at.agenda, at.reader, contract_}});
  }
}

void SupplyPartner::evaluate(const CompanyTable& table, const std::uint32_t* levels,
                             std::size_t count, double* own, double* other) const {
  const auto found = valuers_.find(table.conversation);
  if (found == valuers_.end()) {
    const Valuers once{{own_, table.agenda, table.reader, contract_},
                       {other_, table.agenda, table.reader, contract_}};
    evaluate_with(once.own, once.other, table.agenda.issues().size(), levels, count, own, other);
    return;
  }
  evaluate_with(found->second.own, found->second.other, table.agenda.issues().size(), levels, count,
                own, other);
}

CompanyWorth SupplyPartner::appraise(const CompanyTable& table, const std::uint32_t* levels) const {
  return own_.worth(table.reader.supply(table.agenda, levels, contract_));
}

CompanyWorth SupplyPartner::no_deal(const CompanyTable&) const {
  return own_.no_deal(contract_, contract_years_left());
}

double SupplyPartner::believed_no_deal(const CompanyTable&) const {
  return other_.no_deal(contract_, contract_years_left()).total();
}

CompanyMandate::Obstacle SupplyPartner::obstacle(const CompanyTable& table,
                                                 const std::uint32_t* levels) const {
  const treaty::SupplyTerms terms = table.reader.supply(table.agenda, levels, contract_);
  return terms.reo_t_per_month > 0 ? obstacle_to(terms) : Obstacle::kNothing;
}

CompanyMandate::Obstacle SupplyPartner::memorandum_obstacle(
    const treaty::SupplyTerms& terms) const {
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
      parameters_.supply.month_to_month_share * std::min(contract_.reo_t_per_month, allowed_t / 12);
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
  return 1e-3 * parameters_.irel.cash_need_share * parameters_.appraisal.feed_price_share *
         parameters_.market.marginal_cost_usd_per_kg *
         promised_ndpr_t(setup_.contract, setup_.memorandum);
}

double SupplyPartner::flow_now() const {
  if (!beliefs_.light_only()) return beliefs_.feed_factor();
  const double usual = std::min(contract_.ndpr_share, memorandum_.ndpr_share);
  const double light = parameters_.refinery.light_only_ndpr_share;
  return beliefs_.feed_factor() * (usual > light ? light / usual : 1);
}

double SupplyPartner::export_share() const {
  return setup_.hindsight ? beliefs_.export_cap() : beliefs_.expected_export_share();
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
  const double left = contract_years_left();
  treaty::SupplyTerms terms = contract_;
  terms.term_years = std::max(parameters_.supply.renewal_years, left);
  terms.advance_years = 0;
  terms.ndpr_share = std::min(terms.ndpr_share, memorandum_.ndpr_share);
  const TermsReader reader(nearby_);
  const SupplyTable own(own_, nearby_, reader, terms);
  const SupplyTable other(other_, nearby_, reader, terms);
  const double own_nothing = own_.no_deal(contract_, left).total();
  const double other_nothing = other_.no_deal(contract_, left).total();
  const auto shared = [&](const std::uint32_t* levels) {
    if (obstacle_to(reader.supply(nearby_, levels, terms)) != Obstacle::kNone) return kImpossible;
    return std::min(own.value(levels) - own_nothing, other.value(levels) - other_nothing);
  };
  std::array<std::uint32_t, 3> levels = {3, 2, 0};  // about the contract as it is
  double gain = shared(levels.data());
  for (int sweep = 0; sweep < 2; ++sweep) {
    for (std::size_t issue = 0; issue < levels.size(); ++issue) {
      std::uint32_t best = levels[issue];
      for (std::uint32_t level = 0; level < nearby_.issues()[issue].levels(); ++level) {
        levels[issue] = level;
        const double found = shared(levels.data());
        if (found <= gain) continue;
        gain = found;
        best = level;
      }
      levels[issue] = best;
    }
  }
  return gain;
}

void SupplyPartner::add_acts(v1::Brief& brief) const {
  if (tables_.any_open(v1::TABLE_SUPPLY_CONTRACT)) return;
  const equations::Supply& habits = parameters_.supply;
  const double cost =
      habits.reopening_cost_musd + habits.reopening_cost_musd_per_year * contract_years_left();
  const double gain = std::max(0.0, best_shared_gain());
  v1::ActOption* ask = brief.add_acts();
  ask->set_act(v1::ACT_ASK_RENEGOTIATION);
  ask->set_office(v1::OFFICE_NONE);
  ask->set_value_musd(
      parameters_.appraisal.deal_belief * parameters_.appraisal.prospect_share * gain - cost);
  ask->set_on_the_desk(draws_.uniform(kPartnerAttention, today_, setup_.seat) <
                       parameters_.appraisal.attention);
}

}  // namespace monazite::mandates

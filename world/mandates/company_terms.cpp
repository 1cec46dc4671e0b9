#include <world/mandates/company_terms.hpp>

namespace monazite::mandates {
namespace {

constexpr std::array<const char*, 10> kNames = {
    "reo_t_per_month",      "ndpr_share",         "premium_percent",   "floor_usd_per_kg",
    "upside_share_percent", "term_years",         "take_or_pay_share", "advance_years",
    "ndpr_t_per_quarter",   "flexibility_percent"};

}  // namespace

TermsReader::TermsReader(const agenda::Agenda& agenda) {
  static_assert(kNames.size() == kFields, "every field has its issue's name");
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto found = agenda.find(kNames[i]);
    issue_[i] = found ? static_cast<int>(*found) : -1;
  }
}

treaty::SupplyTerms TermsReader::supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                        const treaty::SupplyTerms& otherwise) const {
  treaty::SupplyTerms terms;
  terms.reo_t_per_month = read(agenda, outcome, kReo, otherwise.reo_t_per_month);
  terms.ndpr_share = read(agenda, outcome, kMix, otherwise.ndpr_share);
  terms.premium_percent = read(agenda, outcome, kPremium, otherwise.premium_percent);
  terms.floor_usd_per_kg = read(agenda, outcome, kFloor, otherwise.floor_usd_per_kg);
  terms.upside_share_percent = read(agenda, outcome, kUpside, otherwise.upside_share_percent);
  terms.term_years = read(agenda, outcome, kTerm, otherwise.term_years);
  terms.take_or_pay_share = read(agenda, outcome, kTakeOrPay, otherwise.take_or_pay_share);
  terms.advance_years = read(agenda, outcome, kAdvance, otherwise.advance_years);
  return terms;
}

treaty::AllocationTerms TermsReader::allocation(const agenda::Agenda& agenda,
                                                agenda::Outcome outcome,
                                                const treaty::AllocationTerms& otherwise) const {
  treaty::AllocationTerms terms;
  terms.ndpr_t_per_quarter = read(agenda, outcome, kTonnes, otherwise.ndpr_t_per_quarter);
  terms.premium_percent = read(agenda, outcome, kPremium, otherwise.premium_percent);
  terms.flexibility_percent = read(agenda, outcome, kFlexibility, otherwise.flexibility_percent);
  return terms;
}

}  // namespace monazite::mandates

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

treaty::SupplyTerms TermsReader::supply(const agenda::Agenda& agenda, const std::uint32_t* levels,
                                        const treaty::SupplyTerms& otherwise) const {
  treaty::SupplyTerms terms;
  terms.reo_t_per_month = read(agenda, levels, kReo, otherwise.reo_t_per_month);
  terms.ndpr_share = read(agenda, levels, kMix, otherwise.ndpr_share);
  terms.premium_percent = read(agenda, levels, kPremium, otherwise.premium_percent);
  terms.floor_usd_per_kg = read(agenda, levels, kFloor, otherwise.floor_usd_per_kg);
  terms.upside_share_percent = read(agenda, levels, kUpside, otherwise.upside_share_percent);
  terms.term_years = read(agenda, levels, kTerm, otherwise.term_years);
  terms.take_or_pay_share = read(agenda, levels, kTakeOrPay, otherwise.take_or_pay_share);
  terms.advance_years = read(agenda, levels, kAdvance, otherwise.advance_years);
  return terms;
}

treaty::AllocationTerms TermsReader::allocation(const agenda::Agenda& agenda,
                                                const std::uint32_t* levels,
                                                const treaty::AllocationTerms& otherwise) const {
  treaty::AllocationTerms terms;
  terms.ndpr_t_per_quarter = read(agenda, levels, kTonnes, otherwise.ndpr_t_per_quarter);
  terms.premium_percent = read(agenda, levels, kPremium, otherwise.premium_percent);
  terms.flexibility_percent = read(agenda, levels, kFlexibility, otherwise.flexibility_percent);
  return terms;
}

treaty::SupplyTerms TermsReader::supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                        const treaty::SupplyTerms& otherwise) const {
  return supply(agenda, levels_of(agenda, outcome).data(), otherwise);
}

treaty::AllocationTerms TermsReader::allocation(const agenda::Agenda& agenda,
                                                agenda::Outcome outcome,
                                                const treaty::AllocationTerms& otherwise) const {
  return allocation(agenda, levels_of(agenda, outcome).data(), otherwise);
}

std::vector<std::uint32_t> levels_of(const agenda::Agenda& agenda,
                                     std::span<const agenda::Outcome> outcomes) {
  const std::size_t issues = agenda.issues().size();
  std::vector<std::uint32_t> levels(outcomes.size() * issues);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    agenda.levels(outcomes[i], levels.data() + i * issues);
  }
  return levels;
}

std::vector<std::uint32_t> levels_of(const agenda::Agenda& agenda, agenda::Outcome outcome) {
  std::vector<std::uint32_t> levels(agenda.issues().size());
  agenda.levels(outcome, levels.data());
  return levels;
}

}  // namespace monazite::mandates

#pragma once

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>

namespace monazite::treaty {

/// Issues of the consultation, in the order of its agenda. A scenario may leave issues out or
/// change their levels; a missing issue stays at its status quo.
enum class MouIssue {
  kVolume,        ///< "volume_t_per_year": t REO a year to Japan until plants run
  kPost,          ///< "share_after_plants": share of the volume after plants run
  kMix,           ///< "ndpr_share": NdPr in the product
  kPremium,       ///< "premium_percent": on the outside index
  kFloor,         ///< "floor_usd_per_kg": for NdPr; 0 is none
  kMagnets,       ///< "magnets_t_per_year": to India
  kOrigin,        ///< "magnet_origin": 0 any plant of a Japanese firm, 1 made in Japan
  kTechnology,    ///< "technology_level": 0 to 4
  kJointVenture,  ///< "joint_venture_t_per_year": t NdFeB
  kFinance,       ///< "finance_bn_jpy"
  kDiversion,     ///< "domestic_priority_share": share India may divert
  kNotice,        ///< "notice_days"
  kTerm,          ///< "term_years"
  kHeavySwap,     ///< "heavy_swap_t_per_year": Dy/Tb from Japan's pool elsewhere
  kCount
};

[[nodiscard]] const char* issue_name(MouIssue issue);

/// The terms of the memorandum in numbers.
struct MouTerms {
  double volume_t_per_year = 0;
  double share_after_plants = 1;
  double ndpr_share = 0;
  double premium_percent = 0;
  double floor_usd_per_kg = 0;
  double magnets_t_per_year = 0;
  bool magnets_made_in_japan = false;
  int technology_level = 0;
  double joint_venture_t_per_year = 0;
  double finance_bn_jpy = 0;
  double domestic_priority_share = 0;
  double notice_days = 180;
  double term_years = 3;
  double heavy_swap_t_per_year = 0;
};

/// Reads an outcome of a consultation agenda; issues that the agenda lacks keep `status_quo`'s
/// values.
[[nodiscard]] MouTerms read_mou(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                const MouTerms& status_quo);

/// The supply contract between IREL and Toyotsu. Issue names in brackets.
struct SupplyTerms {
  double reo_t_per_month = 0;   ///< ["reo_t_per_month"]
  double ndpr_share = 0;        ///< ["ndpr_share"], bounded by the memorandum
  double premium_percent = 0;   ///< ["premium_percent"] on the index times the feed price share
  double floor_usd_per_kg = 0;  ///< ["floor_usd_per_kg"]
  double upside_share_percent =
      0;                         ///< ["upside_share_percent"] of the part above 150 USD/kg to IREL
  double term_years = 1;         ///< ["term_years"]
  double take_or_pay_share = 0;  ///< ["take_or_pay_share"]
  double advance_years = 0;      ///< ["advance_years"] paid in advance
};
[[nodiscard]] SupplyTerms read_supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                      const SupplyTerms& status_quo);

/// One maker's quarter with Toyotsu.
struct AllocationTerms {
  double ndpr_t_per_quarter = 0;   ///< ["ndpr_t_per_quarter"]
  double premium_percent = 0;      ///< ["premium_percent"] on the outside index
  double flexibility_percent = 0;  ///< ["flexibility_percent"] that the maker may take more or less
};
[[nodiscard]] AllocationTerms read_allocation(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                              const AllocationTerms& status_quo);

}  // namespace monazite::treaty

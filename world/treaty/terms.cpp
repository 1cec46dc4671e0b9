#include <array>
#include <cmath>

#include <protocol/base/check.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::treaty {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(MouIssue::kCount)> kMouIssues = {
    "volume_t_per_year", "share_after_plants",      "ndpr_share",
    "premium_percent",   "floor_usd_per_kg",        "magnets_t_per_year",
    "magnet_origin",     "technology_level",        "joint_venture_t_per_year",
    "finance_bn_jpy",    "domestic_priority_share", "notice_days",
    "term_years",        "heavy_swap_t_per_year"};

/// Value of an issue in a package, or `otherwise` where the agenda lacks the issue.
double value_or(const agenda::Agenda& agenda, agenda::Outcome outcome, const char* issue,
                double otherwise) {
  const auto position = agenda.find(issue);
  return position ? agenda.value(outcome, *position) : otherwise;
}

}  // namespace

const char* issue_name(MouIssue issue) {
  const auto index = static_cast<std::size_t>(issue);
  MONAZITE_CHECK(index < kMouIssues.size(), "the consultation has no such issue");
  return kMouIssues[index];
}

MouTerms read_mou(const agenda::Agenda& agenda, agenda::Outcome outcome,
                  const MouTerms& status_quo) {
  const auto read = [&](MouIssue issue, double otherwise) {
    return value_or(agenda, outcome, issue_name(issue), otherwise);
  };
  const MouTerms& s = status_quo;
  MouTerms t;
  t.volume_t_per_year = read(MouIssue::kVolume, s.volume_t_per_year);
  t.share_after_plants = read(MouIssue::kPost, s.share_after_plants);
  t.ndpr_share = read(MouIssue::kMix, s.ndpr_share);
  t.premium_percent = read(MouIssue::kPremium, s.premium_percent);
  t.floor_usd_per_kg = read(MouIssue::kFloor, s.floor_usd_per_kg);
  t.magnets_t_per_year = read(MouIssue::kMagnets, s.magnets_t_per_year);
  t.magnets_made_in_japan = read(MouIssue::kOrigin, s.magnets_made_in_japan ? 1 : 0) >= 0.5;
  t.technology_level =
      static_cast<int>(std::lround(read(MouIssue::kTechnology, s.technology_level)));
  t.joint_venture_t_per_year = read(MouIssue::kJointVenture, s.joint_venture_t_per_year);
  t.finance_bn_jpy = read(MouIssue::kFinance, s.finance_bn_jpy);
  t.domestic_priority_share = read(MouIssue::kDiversion, s.domestic_priority_share);
  t.notice_days = read(MouIssue::kNotice, s.notice_days);
  t.term_years = read(MouIssue::kTerm, s.term_years);
  t.heavy_swap_t_per_year = read(MouIssue::kHeavySwap, s.heavy_swap_t_per_year);
  return t;
}

SupplyTerms read_supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                        const SupplyTerms& status_quo) {
  const auto read = [&](const char* issue, double otherwise) {
    return value_or(agenda, outcome, issue, otherwise);
  };
  const SupplyTerms& s = status_quo;
  return {read("reo_t_per_month", s.reo_t_per_month),
          read("ndpr_share", s.ndpr_share),
          read("premium_percent", s.premium_percent),
          read("floor_usd_per_kg", s.floor_usd_per_kg),
          read("upside_share_percent", s.upside_share_percent),
          read("term_years", s.term_years),
          read("take_or_pay_share", s.take_or_pay_share),
          read("advance_years", s.advance_years)};
}

AllocationTerms read_allocation(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                const AllocationTerms& status_quo) {
  const auto read = [&](const char* issue, double otherwise) {
    return value_or(agenda, outcome, issue, otherwise);
  };
  return {read("ndpr_t_per_quarter", status_quo.ndpr_t_per_quarter),
          read("premium_percent", status_quo.premium_percent),
          read("flexibility_percent", status_quo.flexibility_percent)};
}

}  // namespace monazite::treaty

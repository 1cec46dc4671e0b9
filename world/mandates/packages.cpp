#include <algorithm>
#include <cmath>

#include <protocol/base/check.hpp>
#include <world/equations/shapes.hpp>
#include <world/mandates/coefficients.hpp>
#include <world/mandates/packages.hpp>

namespace monazite::mandates {
namespace {

using treaty::MouIssue;

double status_quo_number(const treaty::MouTerms& terms, MouIssue issue) {
  switch (issue) {
    case MouIssue::kVolume:
      return terms.volume_t_per_year;
    case MouIssue::kPost:
      return terms.share_after_plants;
    case MouIssue::kMix:
      return terms.ndpr_share;
    case MouIssue::kPremium:
      return terms.premium_percent;
    case MouIssue::kFloor:
      return terms.floor_usd_per_kg;
    case MouIssue::kMagnets:
      return terms.magnets_t_per_year;
    case MouIssue::kOrigin:
      return terms.magnets_made_in_japan ? 1 : 0;
    case MouIssue::kTechnology:
      return terms.technology_level;
    case MouIssue::kJointVenture:
      return terms.joint_venture_t_per_year;
    case MouIssue::kFinance:
      return terms.finance_bn_jpy;
    case MouIssue::kDiversion:
      return terms.domestic_priority_share;
    case MouIssue::kNotice:
      return terms.notice_days;
    case MouIssue::kTerm:
      return terms.term_years;
    case MouIssue::kHeavySwap:
      return terms.heavy_swap_t_per_year;
    case MouIssue::kCount:
      break;
  }
  return 0;
}

}  // namespace

PackageReader::PackageReader(const agenda::Agenda& agenda, const treaty::MouTerms& status_quo,
                             const equations::Parameters& parameters)
    : agenda_(agenda),
      status_quo_(status_quo),
      q0_(baseline_ndpr_t(parameters)),
      heavy_before_plants_(parameters.appraisal.heavy_before_plants) {
  MONAZITE_CHECK_LE(agenda.issues().size(), kMaxIssues, "a consultation has a few issues");
  for (std::size_t i = 0; i < kIssues; ++i) {
    const auto issue = static_cast<MouIssue>(i);
    const auto found = agenda_.find(treaty::issue_name(issue));
    place_[i] = found ? static_cast<int>(*found) : -1;
    levels_[i] = found ? agenda_.issues()[*found].values
                       : std::vector<double>{status_quo_number(status_quo, issue)};
  }
  for (const double days : levels(MouIssue::kNotice)) {
    notice_factors_.push_back(notice_factor(parameters.appraisal, days));
  }
  for (const double level : levels(MouIssue::kTechnology)) {
    joint_venture_effects_.push_back(
        joint_venture_effect(parameters.appraisal, static_cast<int>(std::lround(level))));
  }
}

Package PackageReader::read(agenda::Outcome outcome) const {
  std::array<std::uint32_t, kMaxIssues> chosen{};
  agenda_.levels(outcome, chosen.data());
  return read_levels(chosen.data());
}

Package PackageReader::read_levels(const std::uint32_t* chosen) const {
  const auto level = [&](MouIssue issue) -> std::size_t {
    const int at = place(issue);
    return at < 0 ? 0 : chosen[at];
  };
  const auto number = [&](MouIssue issue) { return levels(issue)[level(issue)]; };
  const auto pair = [&](MouIssue high, MouIssue low) {
    return static_cast<std::uint16_t>(level(high) * count(low) + level(low));
  };

  Package package;
  const double share = number(MouIssue::kMix);
  const double post = number(MouIssue::kPost);
  package.volume_t = number(MouIssue::kVolume);
  package.q = package.volume_t * share;
  package.q2 = package.q * post;
  package.light = package.volume_t * (1 - share);
  package.light2 = package.light * post;
  package.extra = equations::positive_part(package.q - q0_);
  package.extra2 = equations::positive_part(package.q2 - q0_);
  package.bound = std::min(1.0, std::max(package.q, package.q2) / q0_);
  package.diversion = number(MouIssue::kDiversion) * notice_factors_[level(MouIssue::kNotice)];
  package.heavy_t = number(MouIssue::kHeavySwap);
  package.term = static_cast<std::uint16_t>(level(MouIssue::kTerm));
  package.price = pair(MouIssue::kPremium, MouIssue::kFloor);
  package.magnets = pair(MouIssue::kMagnets, MouIssue::kOrigin);
  package.industry = pair(MouIssue::kTechnology, MouIssue::kJointVenture);
  package.finance = static_cast<std::uint16_t>(level(MouIssue::kFinance));
  return package;
}

treaty::MouTerms PackageReader::terms(agenda::Outcome outcome) const {
  return treaty::read_mou(agenda_, outcome, status_quo_);
}

}  // namespace monazite::mandates

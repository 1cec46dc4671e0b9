#include <cmath>

#include <world/mandates/term_tables.hpp>

namespace monazite::mandates {

using treaty::MouIssue;

ClauseLevels::ClauseLevels(const Clauses& clauses, const PackageReader& reader)
    : years(reader.levels(MouIssue::kTerm)),
      technology_level(reader.levels(MouIssue::kTechnology)),
      joint_venture_t(reader.levels(MouIssue::kJointVenture)),
      joint_venture_effect(reader.joint_venture_effects()),
      heavy_before_plants(reader.heavy_before_plants()) {
  for (const double percent : reader.levels(MouIssue::kPremium)) {
    premium.push_back(clauses.premium(percent / 100));
  }
  for (const double usd_per_kg : reader.levels(MouIssue::kFloor)) {
    floor_gain_usd_per_kg.push_back(clauses.floor_gain_usd_per_kg(usd_per_kg));
  }
  for (const double t_per_year : reader.levels(MouIssue::kMagnets)) {
    for (const double origin : reader.levels(MouIssue::kOrigin)) {
      magnets.push_back(clauses.magnets(t_per_year, origin > 0.5));
    }
  }
  for (const double level : technology_level) {
    technology.push_back(clauses.technology(static_cast<int>(std::lround(level))));
  }
  for (const double bn_jpy : reader.levels(MouIssue::kFinance)) {
    finance.push_back(clauses.finance(bn_jpy));
  }
}

TermTables::TermTables(const std::vector<Weighted>& appraisers, const ClauseLevels& levels,
                       double q0)
    : terms_(levels.years.size()),
      prices_(levels.premium.size() * levels.floor_gain_usd_per_kg.size()),
      price_(terms_.size() * prices_ * 2),
      magnet_levels_(levels.magnets.size()),
      magnets_(terms_.size() * magnet_levels_),
      industry_(levels.technology.size() * levels.joint_venture_t.size()),
      finance_(levels.finance.size()) {
  for (std::size_t term = 0; term < terms_.size(); ++term) add_flow(appraisers, levels, term, q0);
  for (const Weighted& one : appraisers) {
    add_magnets(one, levels);
    add_industry_and_finance(one, levels);
  }
}

void TermTables::add_flow(const std::vector<Weighted>& appraisers, const ClauseLevels& levels,
                          std::size_t term, double q0) {
  Term& t = terms_[term];
  const double years = levels.years[term];
  // Per t NdPr, before plants run and after: the margin and what multiplies premium and floor.
  std::array<double, 2> margin{}, premium{}, floor{};
  for (const Weighted& one : appraisers) {
    const Coefficients& c = one.appraiser->coefficients;
    const std::array<double, 2> a = {one.weight * one.appraiser->annuities.before(years),
                                     one.weight * one.appraiser->annuities.after(years)};
    const double relationship = c.relationship_musd_per_year / q0;
    margin[0] +=
        a[0] * (1e-3 * (c.margin_before_usd_per_kg + c.audience_usd_per_kg) + relationship);
    margin[1] += a[1] * (1e-3 * c.margin_after_usd_per_kg + relationship);
    for (std::size_t when = 0; when < 2; ++when) {
      premium[when] += 1e-3 * a[when] * c.premium_usd_per_kg;
      floor[when] += 1e-3 * a[when] * c.floor_share;
    }
    t.diversion += 1e-3 * a[0] * c.diversion_before_usd_per_kg;
    t.diversion2 += 1e-3 * a[1] * c.diversion_after_usd_per_kg;
    t.crowding += 1e-3 * a[0] * c.crowding_usd_per_kg_per_t;
    t.crowding2 += 1e-3 * a[1] * c.crowding_usd_per_kg_per_t;
    t.light += 1e-3 * a[0] * c.light_usd_per_kg;
    t.light2 += 1e-3 * a[1] * c.light_usd_per_kg;
    t.extra += 1e-3 * a[0] * c.going_back_usd_per_kg;
    t.extra2 += 1e-3 * a[1] * c.going_back_usd_per_kg;
    t.heavy += c.heavy_musd_per_t * (levels.heavy_before_plants * a[0] + a[1]);
    t.lasting += one.weight * c.term_musd_per_year * years;
    t.constant += one.weight * c.signature_musd;
  }
  double* price = &price_[term * prices_ * 2];
  for (const double share : levels.premium) {
    for (const double gain : levels.floor_gain_usd_per_kg) {
      for (std::size_t when = 0; when < 2; ++when) {
        *price++ = margin[when] + premium[when] * share + floor[when] * gain;
      }
    }
  }
}

void TermTables::add_magnets(const Weighted& one, const ClauseLevels& levels) {
  const Coefficients& c = one.appraiser->coefficients;
  double* musd = magnets_.data();
  for (const double years : levels.years) {
    const PlantAnnuities& annuities = one.appraiser->annuities;
    const double first = one.weight * annuities.first_year(years);
    const double later = one.weight * (annuities.before(years) + annuities.after(years)) - first;
    for (const MagnetWorth& worth : levels.magnets) {
      *musd++ +=
          first * (c.magnets * worth.first_year + c.audience_magnets * worth.audience_first_year) +
          later * (c.magnets * worth.later + c.audience_magnets * worth.audience_later);
    }
  }
}

void TermTables::add_industry_and_finance(const Weighted& one, const ClauseLevels& levels) {
  const Coefficients& c = one.appraiser->coefficients;
  double* musd = industry_.data();
  for (std::size_t i = 0; i < levels.technology.size(); ++i) {
    const double level = levels.technology_level[i];
    const double effect = levels.joint_venture_effect[i];
    for (const double t : levels.joint_venture_t) {
      *musd++ += one.weight * (c.technology * levels.technology[i] + c.audience_technology * level +
                               c.joint_venture_musd_per_t * t * effect);
    }
  }
  for (std::size_t i = 0; i < finance_.size(); ++i) {
    finance_[i] += one.weight * c.finance * levels.finance[i];
  }
}

}  // namespace monazite::mandates

#pragma once

#include <array>
#include <vector>

#include <world/mandates/coefficients.hpp>
#include <world/mandates/packages.hpp>

namespace monazite::mandates {

/// An appraiser and its weight among others.
struct Weighted {
  const Appraiser* appraiser = nullptr;
  double weight = 1;
};

/// What the clauses are worth at each level of an agenda; shared by all appraisers of a side.
struct ClauseLevels {
  ClauseLevels() = default;
  ClauseLevels(const Clauses& clauses, const PackageReader& reader);

  std::vector<double> years;
  std::vector<double> premium;
  std::vector<double> floor_gain_usd_per_kg;
  std::vector<MagnetWorth> magnets;  ///< by (magnets, origin)
  std::vector<double> technology;
  std::vector<double> technology_level;
  std::vector<double> joint_venture_t;
  std::vector<double> joint_venture_effect;  ///< by level of technology
  std::vector<double> finance;
  double heavy_before_plants = 0;  ///< share of a swap that counts until then
};

/// The value of packages to one appraiser, or to a side (the weighted sum of its offices), by
/// tables per level of the term: only the annuities differ between offices and they depend on the
/// term alone, so a side's coefficients are added up once per term and one appraisal of a side is
/// as cheap as one of an office. Gives what value_of() gives, rounding apart.
class TermTables {
 public:
  TermTables() = default;
  /// Weights should sum to 1.
  TermTables(const std::vector<Weighted>& appraisers, const ClauseLevels& levels, double q0);

  /// M, present value.
  [[nodiscard]] double value(const Package& p) const {
    const Term& t = terms_[p.term];
    const double* price = &price_[(p.term * prices_ + p.price) * 2];
    return p.q * (price[0] + t.diversion * p.diversion - t.crowding * p.q) +
           p.q2 * (price[1] + t.diversion2 * p.diversion - t.crowding2 * p.q2) + t.light * p.light +
           t.light2 * p.light2 + t.extra * p.extra + t.extra2 * p.extra2 + t.heavy * p.heavy_t +
           magnets_[p.term * magnet_levels_ + p.magnets] + industry_[p.industry] +
           finance_[p.finance] + t.lasting * p.bound + t.constant;
  }

 private:
  /// Coefficients at one level of the term, summed over appraisers; annuities and 1e-3 included.
  struct Term {
    double diversion = 0, diversion2 = 0, crowding = 0, crowding2 = 0;
    double light = 0, light2 = 0, extra = 0, extra2 = 0;
    double heavy = 0, lasting = 0, constant = 0;
  };

  void add_flow(const std::vector<Weighted>& appraisers, const ClauseLevels& levels,
                std::size_t term, double q0);
  void add_magnets(const Weighted& one, const ClauseLevels& levels);
  void add_industry_and_finance(const Weighted& one, const ClauseLevels& levels);

  std::vector<Term> terms_;
  std::size_t prices_ = 0;
  std::vector<double> price_;  ///< per t NdPr, before and after, by (term, premium, floor)
  std::size_t magnet_levels_ = 0;
  std::vector<double> magnets_;   ///< M, by (term, magnets, origin)
  std::vector<double> industry_;  ///< M, by (technology, joint venture)
  std::vector<double> finance_;   ///< M
};

}  // namespace monazite::mandates

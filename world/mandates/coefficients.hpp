#pragma once

#include <array>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/mandate.pb.h>
#include <world/equations/parameters.hpp>
#include <world/mandates/beliefs.hpp>
#include <world/mandates/private_type.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// Of the mean month of the calendar.
inline constexpr double kDaysPerMonth = 365.25 / 12;

/// What an appraisal is made from.
struct Outlook {
  const equations::Parameters& parameters;
  const Beliefs& beliefs;
  const PrivateType& type;  ///< of the side that appraises
  base::Day today{};
  /// Values what came true: the readings are realised averages, so prices do not revert and plants
  /// start as announced.
  bool hindsight = false;
};

/// A value in its three terms. Unit: M, present value.
struct Value {
  double material = 0;
  double audience = 0;
  double relationship = 0;

  [[nodiscard]] double total() const { return material + audience + relationship; }
  Value& operator+=(const Value& other);
  [[nodiscard]] Value scaled(double factor) const;
  void to_message(v1::Worth& worth) const;
};

/// Present value of a dollar a year for a term, split at the start of India's plants as the
/// appraiser expects it:
///   before(T) = sum over quarters of 0.25 exp(-r m/12) (1 - L((m - tau)/w)),  after(T) with L,
/// m the middle of the quarter in months. Once plants run, all of it is `after`.
class PlantAnnuities {
 public:
  /// `months_to_plants` [tau]: 0 or less when they run. `date_width_months`: blur of that date, >
  /// 0.
  PlantAnnuities(double discount_per_year, double months_to_plants, double date_width_months);

  /// [A1], [A2]; years from 0 to 20, fractions by interpolation.
  [[nodiscard]] double before(double years) const { return at(before_, years); }
  [[nodiscard]] double after(double years) const { return at(after_, years); }
  /// Both, for the first year of a term of `years` [A0].
  [[nodiscard]] double first_year(double years) const {
    const double first = years < 1 ? years : 1;
    return before(first) + after(first);
  }

 private:
  static constexpr int kQuarters = 80;
  using Sums = std::array<double, kQuarters + 1>;
  [[nodiscard]] static double at(const Sums& sums, double years);

  Sums before_{};
  Sums after_{};
};

/// The scalars of one appraiser (an office): one form for all of them, see value_of(). Symbols of
/// docs/model.md in brackets.
struct Coefficients {
  // material
  double margin_before_usd_per_kg = 0;     ///< of a kg NdPr shipped before plants run [g1]
  double margin_after_usd_per_kg = 0;      ///< and after [g2]
  double premium_usd_per_kg = 0;           ///< of a premium of 100 % [pr]
  double floor_share = 0;                  ///< of what a floor adds to the price on average
  double diversion_before_usd_per_kg = 0;  ///< of the right to divert [dv1]
  double diversion_after_usd_per_kg = 0;   ///< [dv2]
  double crowding_usd_per_kg_per_t = 0;    ///< security that a tonne more adds less [s2]
  double light_usd_per_kg = 0;             ///< of La/Ce carried along [lc]
  double magnets = 0;                      ///< times the clause's worth
  double technology = 0;                   ///< times the clause's measure
  double joint_venture_musd_per_t = 0;     ///< at full effect [JV]
  double finance = 0;                      ///< times the clause's worth
  double heavy_musd_per_t = 0;             ///< of Dy/Tb swapped [DY]
  double term_musd_per_year = 0;           ///< [TV]
  // audience
  double audience_usd_per_kg = 0;    ///< of a kg shipped before plants run [audQ]
  double going_back_usd_per_kg = 0;  ///< of a kg beyond the old volume [audX]
  double audience_magnets = 0;       ///< times the clause's measure
  double audience_technology = 0;    ///< M per level
  // relationship
  double relationship_musd_per_year = 0;  ///< of the old flow kept up [relV]
  double signature_musd = 0;              ///< of a signature [deal]
};

/// An office as an appraiser.
struct Appraiser {
  Coefficients coefficients;
  PlantAnnuities annuities;
};

/// What a return of magnets is worth to an appraiser of unit emphasis. M a year.
struct MagnetWorth {
  double first_year = 0, later = 0;
  double audience_first_year = 0, audience_later = 0;
};

/// What the clauses beside the flow are worth to a side's appraiser of unit emphasis, at any level.
class Clauses {
 public:
  virtual ~Clauses() = default;
  /// What a premium on the index comes to, given as a share: a loss beyond the index weighs more
  /// (auditors in India, precedent in Japan).
  [[nodiscard]] virtual double premium(double share) const = 0;
  /// What a floor adds to the price on average. USD/kg.
  [[nodiscard]] virtual double floor_gain_usd_per_kg(double floor_usd_per_kg) const = 0;
  [[nodiscard]] virtual MagnetWorth magnets(double t_per_year, bool made_in_japan) const = 0;
  /// India: months saved. Japan: cost in M.
  [[nodiscard]] virtual double technology(int level) const = 0;
  /// M, for what the two count as given and taken.
  [[nodiscard]] virtual double finance(double bn_jpy) const = 0;
};

/// The flow in a package, t a year; `q0` is the NdPr of the baseline flow.
struct Flow {
  double ndpr_before_t = 0;   ///< [q]
  double ndpr_after_t = 0;    ///< [q2]
  double light_before_t = 0;  ///< La/Ce carried along
  double light_after_t = 0;
  double extra_before_t = 0;  ///< NdPr beyond the baseline
  double extra_after_t = 0;
};
[[nodiscard]] Flow flow_of(const treaty::MouTerms& terms, double q0);
/// What a term binds, as a share of the baseline's NdPr, 0 to 1: years without tonnes bind nobody.
/// The specification counts the term in full whatever is shipped, which makes empty deals look
/// good.
[[nodiscard]] double bound_share(const Flow& flow, double q0);

/// Share that India may divert, weighted by the notice it has to give [d].
[[nodiscard]] double diversion_right(const equations::Appraisal& appraisal,
                                     const treaty::MouTerms& terms);
/// How much of a joint venture works with each level of technology [e], 0 to 1.1.
[[nodiscard]] double joint_venture_effect(const equations::Appraisal& appraisal,
                                          int technology_level);
/// What a right to divert is worth with that notice [n]; levels of the scenario, straight between.
[[nodiscard]] double notice_factor(const equations::Appraisal& appraisal, double days);
/// NdPr of the baseline flow a year [q0], t.
[[nodiscard]] double baseline_ndpr_t(const equations::Parameters& parameters);

/// The flow alone over `years`: NdPr, La/Ce, audience and relationship, without price terms,
/// clauses or signature. What is shipped when nothing is agreed.
[[nodiscard]] Value value_of_flow(const Appraiser& appraiser, const Flow& flow, double years,
                                  double q0);

/// A package, the long way: the form that TermTables tabulates.
[[nodiscard]] Value value_of(const Appraiser& appraiser, const Clauses& clauses,
                             const equations::Parameters& parameters, const treaty::MouTerms& terms,
                             double years, double q0);

/// Price that everybody expects on average over a deal, from the six-month mean outside China and
/// the anchor with the normal premium, to which the price reverts. USD/kg [P].
[[nodiscard]] double expected_index(const equations::Parameters& parameters, double six_month_mean);
/// The same of a government; with hindsight, what came true.
[[nodiscard]] double expected_price(const Outlook& outlook);
/// NdPr promised to Japan now, t a year.
[[nodiscard]] double promised_ndpr_t(const Beliefs& beliefs);
/// Months from now to the announced start of India's plants; negative when it is past.
[[nodiscard]] double months_to_announced(const Outlook& outlook);
/// Whether leaders meet soon (Appraisal::summit_near_days): breach is dearer, linkage money flows,
/// signatures count.
[[nodiscard]] bool near_summit(const Outlook& outlook);
/// What leaders can bind to a deal signed now, by head: what lies in the account and what the next
/// summit brings, billion JPY. Nothing when none is near, or with the relationship terms off.
[[nodiscard]] equations::LinkageHeads linkage_near_summit(const Outlook& outlook);

/// Months in PlantAnnuities of an appraiser that expects no plants in any term.
inline constexpr double kNoPlantsMonths = 1e4;

}  // namespace monazite::mandates

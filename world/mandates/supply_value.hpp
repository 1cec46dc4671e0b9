#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/company_options.hpp>
#include <world/mandates/company_terms.hpp>
#include <world/treaty/terms.hpp>

/// What a supply contract between IREL and Toyotsu is worth to either of them. Pure functions of
/// what the appraiser believes; both sides have the same form with other coefficients, so that each
/// can also put itself into the other's place.
///
/// The feed price per kg of NdPr, with index P (outside China), share theta, premium m and floor F
/// of contract and memorandum together, and share u of what lies above U, 150 USD/kg:
///
///   p = theta ( max(P (1 + m), F) + u max(P - U, 0) )
///
/// A contract counts tonnes fed to the refinery, the memorandum tonnes that reach Japan: fewer,
/// since some are lost in refining and some sold elsewhere. What the memorandum or the mine does
/// not give is not fed, whatever the contract says.
///
/// Money in M (million USD) of present value. A contract of T years is followed by month-to-month
/// sales until the horizon, so contracts of different length can be compared with each other and
/// with no contract (the specification compares a term of T years with five years of no deal
/// instead).
namespace monazite::mandates {

/// Worth of something to a company; companies have no audience term.
struct CompanyWorth {
  double material = 0;
  double relationship = 0;
  [[nodiscard]] double total() const { return material + relationship; }
};

/// Present-value factors of a flow of 1 a year, split into the time before and after India's magnet
/// plants run (the change is spread over some months around their expected start, as in the
/// specification, section 4.1). Durations are rounded to quarters, at most 12 years.
class SupplyAnnuities {
 public:
  struct Split {
    double before = 0;
    double after = 0;
    [[nodiscard]] double both() const { return before + after; }
  };

  SupplyAnnuities() = default;
  /// months_to_plants: negative when they run already, very large when they never will.
  SupplyAnnuities(double discount_per_year, double months_to_plants, double date_width_months);

  /// Flow from now for `years`.
  [[nodiscard]] Split during(double years) const;
  /// Flow that begins in quarter k (k = 0, 1, ...; the index), ends by chance (`hazard` a year) and
  /// after `until` years at the latest.
  [[nodiscard]] std::vector<Split> lasting(double until, double hazard) const;

  /// Number of quarters, 0 to 48.
  [[nodiscard]] static int quarters(double years);

 private:
  std::vector<Split> quarter_;     ///< factor of one quarter
  std::vector<Split> cumulative_;  ///< sum of the quarters before
};

/// What one side believes. Coefficients in USD per kg of NdPr unless the name says otherwise.
struct SupplyView {
  double side = 1;              ///< +1 is paid the feed price (IREL), -1 pays it (Toyotsu)
  double index_usd_per_kg = 0;  ///< expected price outside China
  double index_log_sd = 0;
  double feed_price_share = 0;  ///< theta
  double light_usd_per_kg = 0;  ///< worth of a kg of La/Ce fed, to this side
  /// Worth of a kg of NdPr fed, the feed price apart: minus cost and worth at home for IREL; resale
  /// less refining plus security for Toyotsu.
  double unit_before = 0;
  double unit_after = 0;
  double unit_slope_per_t = 0;         ///< by which it falls with each t of NdPr a year
  double flow_now = 1;                 ///< share of a contract that is let through today
  double flow_trust = 1;               ///< share expected once today's directions are gone
  double cash_need_musd_per_year = 0;  ///< of IREL
  double distress = 0;                 ///< cost to this side of a USD missing from that need
  double idle_musd_per_year = 0;       ///< of an empty refinery
  double intake_t_per_year = 1;        ///< t REO that fill it
  double term_musd_per_year = 0;       ///< of each year signed
  double partnership_musd_per_year = 0;
  double reo_limit_t_per_year = 0;        ///< feed under the memorandum, until the plants run
  double reo_limit_after_t_per_year = 0;  ///< and once they run
  double mix_limit = 1;                   ///< NdPr share under the memorandum
  double ndpr_available_t_per_year = 0;   ///< NdPr that the mine can give
  double memorandum_premium_percent = 0;
  double memorandum_floor_usd_per_kg = 0;
  double discount_per_year = 0;
  double months_to_plants = 0;
  double plant_date_width_months = 1;  ///< blur of that date, > 0
  double upside_from_usd_per_kg = 0;   ///< index above which the upside is shared
  treaty::SupplyTerms month_to_month;  ///< what goes on without a contract
  equations::Supply habits{};
  bool material_on = true;
  bool relationship_on = true;
};

/// Values contracts for one side. Immutable after construction.
class SupplyAppraiser {
 public:
  SupplyAppraiser() = default;
  /// `puts`: for the view's index_log_sd, to value many packages quickly; without it every option
  /// is computed anew.
  explicit SupplyAppraiser(const SupplyView& view, std::shared_ptr<const PutTable> puts = nullptr);

  [[nodiscard]] const SupplyView& view() const { return view_; }

  /// Expected feed price, USD per kg of NdPr.
  [[nodiscard]] double feed_price(const treaty::SupplyTerms& terms) const;
  /// A contract on these terms from today.
  [[nodiscard]] CompanyWorth worth(const treaty::SupplyTerms& terms) const;
  /// Nothing signed: the contract in force for the years it has left, then month to month.
  [[nodiscard]] CompanyWorth no_deal(const treaty::SupplyTerms& in_force, double years_left) const;
  /// Price per kg of NdPr at which feeding these tonnes for this term is worth as much to this side
  /// as feeding nothing: the least that IREL takes, the most that Toyotsu pays. USD per kg. For
  /// display and tests; 0 when no NdPr is fed.
  [[nodiscard]] double reservation_price(const treaty::SupplyTerms& terms) const;

  /// The long way that worth() is tested against: quarter by quarter, no tables.
  [[nodiscard]] CompanyWorth worth_by_quarters(const treaty::SupplyTerms& terms) const;

 private:
  friend class SupplyTable;

  struct Rates {
    double before = 0;  ///< M a year
    double after = 0;
  };
  struct Volume {
    double reo = 0;   ///< t a year fed, if nothing is held back
    double ndpr = 0;  ///< in it
  };
  struct Volumes {
    Volume before, after;
  };
  struct Price {
    double usd_per_kg = 0;  ///< expected, of NdPr in feed
    double forward = 0;     ///< index with the premium
    double floor = 0;
    double put_floor = 0;  ///< worth of the floor, per kg of index
  };
  /// All that a term decides.
  struct Term {
    double years = 0;
    SupplyAnnuities::Split annuity;
    double flow = 1;          ///< share of the contract that is fed, on average over the term
    double added = 0;         ///< M: of being bound, and of what comes after
    double advance = 0;       ///< worth of a USD paid in advance
    double relationship = 0;  ///< M
  };
  [[nodiscard]] Term term(double years) const;
  [[nodiscard]] Price price(double premium_percent, double floor_usd_per_kg) const;
  [[nodiscard]] double upside(double share_percent) const;
  [[nodiscard]] double flow(double years) const;
  [[nodiscard]] Volume volume(double reo_t_per_month, double ndpr_share, double reo_limit_t) const;
  [[nodiscard]] Volumes volumes(double reo_t_per_month, double ndpr_share) const;
  [[nodiscard]] double paid_share(double take_or_pay_share) const;
  [[nodiscard]] double cash_missing(double paid_ndpr_t, const Price& price) const;
  [[nodiscard]] double rate(const Volume& full, double flow, double unit, const Price& price,
                            double paid) const;
  [[nodiscard]] Rates rates(const treaty::SupplyTerms& terms, double flow) const;
  [[nodiscard]] double material(const Volumes& volumes, const Price& price, const Term& term,
                                double paid, double advance_years) const;
  [[nodiscard]] double tail(double from_years) const;

  SupplyView view_;
  std::shared_ptr<const PutTable> puts_;
  SupplyAnnuities annuities_;
  double upside_call_ = 0;    ///< worth of all that lies above the strike, USD per kg of index
  std::vector<double> tail_;  ///< by quarter of its beginning
};

/// The same values for the packages of one agenda: what depends on one or two issues is computed
/// once. Holds a copy of the appraiser.
class SupplyTable {
 public:
  SupplyTable(const SupplyAppraiser& appraiser, const agenda::Agenda& agenda,
              const TermsReader& reader, const treaty::SupplyTerms& otherwise);

  /// Total worth of the package with these levels, in the order of the agenda's issues. M.
  [[nodiscard]] double value(const std::uint32_t* levels) const;

 private:
  struct Axis {
    int issue = -1;  ///< -1: the agenda lacks it, there is one level
    std::vector<double> values;
    [[nodiscard]] std::size_t level(const std::uint32_t* levels) const {
      return issue < 0 ? 0 : levels[issue];
    }
  };

  SupplyAppraiser appraiser_;
  Axis reo_, mix_, premium_, floor_, upside_, term_, take_or_pay_, advance_;
  std::vector<SupplyAppraiser::Volumes> volumes_;  ///< by tonnes, then mix
  std::vector<SupplyAppraiser::Price> prices_;     ///< by premium, then floor
  std::vector<double> upsides_, paid_;
  std::vector<SupplyAppraiser::Term> terms_;
};

}  // namespace monazite::mandates

#pragma once

#include <world/equations/parameters.hpp>
#include <world/mandates/supply_value.hpp>

/// From what a company knows to the coefficients of its view of the supply contract. Each company
/// fills both: its own from what it knows, the other's from what it believes of it.
namespace monazite::mandates {

/// Feed that the memorandum's tonnes take, t REO a year: some are lost in refining, some sold
/// elsewhere.
[[nodiscard]] double feed_t_per_year(const equations::Refinery& refinery, double japan_t_per_year);

/// What IREL knows, or what Toyotsu believes of it.
struct IrelSituation {
  double index_usd_per_kg = 0;  ///< expected
  double light_usd_per_kg = 0;
  double indian_stock_t = 0;             ///< NdPr
  double own_output_t_per_year = 0;      ///< NdPr that mine and plants can give
  double promised_t_per_year = 0;        ///< NdPr promised to Japan now
  double months_to_announced_start = 0;  ///< of the magnet plants; not positive when due
  bool plants_run = false;
  double slip_belief_months = 0;
  double kept_scale = 1;  ///< private type, or belief error: multiplies the worth of NdPr kept
  double cost_scale = 1;  ///< the same for the cost of feeding
  double flow_now = 1;
  double cash_need_musd_per_year = 0;
  treaty::MouTerms memorandum;  ///< in force
  treaty::SupplyTerms month_to_month;
};

/// Worth of a kg of NdPr kept in India, before the magnet plants run and after (specification,
/// section 4.2, mu1 and mu2). USD per kg, may be negative.
struct KeptWorth {
  double before = 0;
  double after = 0;
};
[[nodiscard]] KeptWorth kept_worth(const equations::Parameters& parameters,
                                   const IrelSituation& situation, double discount_per_year);

[[nodiscard]] SupplyView irel_view(const equations::Parameters& parameters,
                                   const IrelSituation& situation);

/// What Toyotsu knows, or what IREL believes of it.
struct ToyotsuSituation {
  double index_usd_per_kg = 0;
  double light_usd_per_kg = 0;
  int regime_light = 0;
  double customers_cover_days = 0;  ///< makers' stock, with what the state stock adds
  bool customers_short = false;
  double flow_now = 1;
  double flow_trust = 1;             ///< share of the contract it expects to be fed, 0 to 1
  double export_share = 1;           ///< share of the product it expects to get out of India
  double security_scale = 1;         ///< private type, or belief error
  double cost_scale = 1;             ///< the same for the cost of refining
  double own_output_t_per_year = 0;  ///< NdPr that it believes IREL's mine can give
  double months_to_announced_start = 0;
  bool plants_run = false;
  double cash_need_musd_per_year = 0;  ///< of IREL, as believed
  treaty::MouTerms memorandum;         ///< in force
  treaty::SupplyTerms month_to_month;
};

[[nodiscard]] SupplyView toyotsu_view(const equations::Parameters& parameters,
                                      const ToyotsuSituation& situation);

}  // namespace monazite::mandates

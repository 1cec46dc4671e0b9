#pragma once

/// Numbers that describe the companies and that the scenario does not vary. Marked with where they
/// come from: [spec] the specification of the mandates, [assumption] ours. Behavioural scales, not
/// facts: they set how far a table's terms move, never which outcome is reached.
namespace monazite::mandates {

/// IREL, the state miner.
struct IrelCharacter {
  double shortage_share = 0.4;  ///< of the public worth of NdPr kept at home that IREL feels [spec]
  double slip_belief_months = 20;   ///< by how much it expects India's magnet plants to slip [spec]
  double discount_per_year = 0.12;  ///< its need of cash now [spec]
  double term_musd_per_year = -0.06;  ///< of being bound: -0.15 M times its shortage share [spec]
  double feed_cost_usd_per_kg = 0;    ///< of a kg of NdPr fed, over that of a kg kept [assumption]
  /// Cash that the feed must bring in a year, as a share of what the present tonnes earn at the
  /// marginal producer's price [assumption].
  double cash_need_share = 0.85;
  double distress = 0.3;  ///< cost of a USD missing from that need, over its face [assumption]
};

/// Toyotsu, the trader, with its refinery.
struct ToyotsuCharacter {
  double continuity_musd_per_year = 0.35;  ///< of a signed year of feed [spec]
  double security_passed_on =
      0.35;  ///< share of the security worth that customers pay it [assumption]
  double security_slope_per_t =
      0.0005;                ///< by which the security worth falls with each t a year [spec, s2]
  double light_share = 0.2;  ///< net earnings from La/Ce, share of its price [spec]
  double supplier_survival = 0.15;  ///< worth to it of a USD that IREL lacks [assumption]
  double slip_belief_months = 14;   ///< what it thinks India's plants will slip [spec]
  double spot_discount = 0.03;  ///< on product that no maker has bound itself to take [assumption]
};

/// A maker.
struct MakerCharacter {
  double security_felt = 0.5;  ///< share of the security worth that is its own [assumption]
  double state_stock_for_car_makers = 0.25;  ///< the same of a car maker: it is oxide [assumption]
  double state_stock_trusted = 0.5;  ///< share of the state stock's days it counts on [assumption]
  double carrying_cost_per_year =
      0.08;  ///< money and storage of stock, share of its worth [assumption]
};

/// Both sides of the supply contract.
struct SupplyHabits {
  double take_risk = 0.10;  ///< contracted tonnes not taken without take-or-pay, share [assumption]
  double direction_memory_years = 1;   ///< that a direction is expected to last [assumption]
  double month_to_month_share = 0.9;   ///< of today's tonnes, without a contract [assumption]
  double month_to_month_hazard = 0.1;  ///< chance a year that such sales end [assumption]
  double advance_credited_years = 2;   ///< in which an advance is worked off [assumption]
  double horizon_years = 7;            ///< up to which deal and no deal are compared (longest term)
  double partnership_musd_per_year = 0.08;  ///< of a signed year, to each [assumption]
  double upside_strike_usd_per_kg = 150;    ///< of the share in high prices (FNN26: Lynas)
  double reopening_cost_musd = 2;           ///< of asking to renegotiate [assumption]
  double reopening_cost_musd_per_year =
      0.5;  ///< more for each year the contract has left [assumption]
};

/// Both sides of an allocation.
struct AllocationHabits {
  double partnership_musd = 0.02;  ///< of a quarter's usual tonnes, to each [assumption]
};

}  // namespace monazite::mandates

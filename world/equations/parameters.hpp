#pragma once

#include <array>

/// The numbers of the model, grouped as in a scenario file ([ore], [refinery], ...). Pure data
/// without defaults: every value, its range, source, confidence and mass basis stand in the
/// scenario (see world/scenarios/trade.toml), where they are checked when it is read. Mass: t
/// REO is tonnes of total rare earth oxide, t NdPr tonnes of neodymium-praseodymium oxide, t NdFeB
/// tonnes of magnets. Prices: USD per kg of oxide without VAT. "M" is a million USD. Rates are
/// monthly unless "per year" is said. Symbols of the model description (docs/model.md) in square
/// brackets.
namespace monazite::equations {

/// Indian monazite: mine, cracking, separation. Joint production: the basket comes whole.
struct Ore {
  double mined_reo_t_per_year;             ///< REO contained in monazite mined [Y]
  double crack_recovery;                   ///< monazite to chloride, share [rec_crack]
  double availability_mean;                ///< of mine and cracking, share [avail]
  double availability_sd;                  ///< its monthly spread [sd_avail]
  double ndpr_share;                       ///< NdPr in REO of the basket [z0]
  double light_share;                      ///< La/Ce in REO of the basket
  double separation_recovery;              ///< Indian route, share [rec_sep]
  double cyclone_probability;              ///< chance of a cyclone a month
  double cyclone_output_factor;            ///< output of the month it strikes
  double initial_indian_ndpr_stock_t;      ///< t NdPr in India at the start
  double finishing_2024_t_per_year;        ///< NdPr finishing capacity [fin_cap0]
  double finishing_2025_t_per_year;        ///< from April 2025 [fin_cap1]
  double finishing_2026_t_per_year;        ///< from April 2026 [fin_cap2]
  double finishing_2030_t_per_year;        ///< from January 2030 [fin_cap3]
  double other_use_t_per_year;             ///< other Indian use of NdPr [dom_use]
  double expansion_t_per_year_per_bn_jpy;  ///< REO a year that a billion JPY of joint finance adds
  double expansion_delay_months;           ///< from the finance to the ore
};

/// Toyotsu's refinery and the way to Japan.
struct Refinery {
  double recovery;                 ///< share [rec_trei]
  double intake_t_per_year;        ///< t REO a year at most [cap_trei]
  double japan_share;              ///< share of product sent to Japan [share_jp]
  double baseline_t_per_year;      ///< t REO a year to Japan at the start [vol0]
  double initial_stock_reo_t;      ///< on site at the start
  double cost_usd_per_kg_ndpr;     ///< per kg NdPr [trei_cost]
  double idle_cost_musd_per_year;  ///< of an idle plant
  double road_days;                ///< mine to refinery and refinery to port
  double sea_days_min;             ///< door to door, fastest
  double sea_days_max;             ///< door to door, slowest of the ordinary
  double late_probability;         ///< chance that a cargo is late [p_late]
  double late_days;                ///< by how much
  double cargoes_per_month;        ///< bookings a month, each with its own voyage; whole number
  double light_only_ndpr_share;    ///< NdPr in feed under a direction "La/Ce only"
  double storage_reo_t;            ///< product on site at which the refinery takes no more feed
  double light_price_share;        ///< of the La/Ce price, paid to IREL for La/Ce in feed
};

/// India's magnet plants and its need of magnets.
struct Plants {
  double planned_month;              ///< planned start, months after 2024-01-01 [plant_t0]
  double slip_mean_months;           ///< [slip_mean]
  double slip_sd_months;             ///< [slip_sd]
  double capacity_t_per_year;        ///< t NdFeB a year at full size [plant_cap]
  double load;                       ///< after the ramp, share [plant_load]
  double ramp_months;                ///< [plant_ramp]
  double magnet_per_oxide;           ///< kg of magnet per kg of NdPr oxide [kg_mag_per_kg_ox]
  double yield;                      ///< magnets made per magnet's worth of oxide used
  double need_2025_t_per_year;       ///< t NdFeB [need_m]
  double need_growth_per_year;       ///< [g_need]
  double cover_months;               ///< normal Indian magnet stock [cover_m]
  double order_adjustment_months;    ///< in which importers close a gap of their stock
  double announcement_lead_months;   ///< before the announced start a delay is admitted ...
  double announcement_step_months;   ///< ... and the new date lies this far ahead
  double china_share;                ///< of magnet imports [china_m]
  double loss_usd_per_kg_magnet;     ///< of a missing kg of magnet [loss_m]
  double shortfall_usd_per_kg_ndpr;  ///< of a missing kg of NdPr at a plant [omega_in]
  double margin_usd_per_kg_magnet;   ///< incl. security [marg_m]
};

/// Two pools, China and outside; prices from cover and expectations.
struct Market {
  double world_use_t_per_year;       ///< t NdPr [D_w]
  double outside_use_t_per_year;     ///< t NdPr outside China [D_x]
  double outside_supply_t_per_year;  ///< outside China and India [S_x]
  double growth_per_year;            ///< of use and of capacity [g_dem]
  double marginal_cost_usd_per_kg;   ///< full cost of the marginal producer: the anchor [c]
  double initial_price_usd_per_kg;   ///< NdPr in China at the start
  double price_rule;  ///< 0: inventory cover (E2); 1: demand over supply (E1) and quota rent (E8)
  double spot_elasticity;         ///< of the price to demand over supply a month, rule 1 only [E1]
  double expectation_lag_months;  ///< [tau_e]
  double reversion_months;        ///< of the expected price to the anchor [tau_c]
  double cover_exponent;          ///< China [s_cov]
  double normal_cover_months;     ///< China [C_star]
  double outside_cover_exponent;  ///< [s_x]
  double outside_normal_cover_months;  ///< [C_x]
  double outside_premium;              ///< share [prem_x]
  double utilisation_elasticity;       ///< [eta_u]
  double demand_elasticity_short;      ///< positive number [eps_sr]
  double demand_elasticity_long;       ///< positive number [eps_lr]
  double substitution_cap_per_year;    ///< [sub_cap]
  double expansion_cap_per_year;       ///< [exp_cap]
  double substitution_lag_months;      ///< of the world's NdPr intensity to the price
  double capacity_lag_months;          ///< of capacity to a price of twice the anchor
  double pool_refill_months;           ///< in which buyers outside China close a gap of their stock
  double demand_shock_sd;              ///< a month [sd_dem]
  double demand_shock_persistence;     ///< [rho_dem]
  double demand_jump_probability;  ///< chance a month that the demand shock is a jump (fat tails)
  double demand_jump_factor;       ///< by how much a jump is larger than an ordinary shock
  double expectation_shock_sd;     ///< a month [sd_exp]
  double quota_headroom;           ///< Chinese exports allowed over normal ones, factor
  double
      quota_exposure_light;  ///< part of a cut of light supply to Japan that all of outside feels
  double quota_exposure_magnet;  ///< the same of a cut of magnets
  double licence_leakage;        ///< elasticity of exports beyond licences to the licence rent
  double
      regime_expectation_jump;  ///< of the expected price's logarithm, per step that China tightens
  double heavy_anchor_usd_per_kg;         ///< Dy equivalent [cH]
  double heavy_cover_exponent;            ///< s of the heavy pool
  double heavy_initial_cover_days_japan;  ///< days of use of Dy/Tb in Japan at the start
  double heavy_use_japan_t_per_year;      ///< t Dy/Tb
  double light_anchor_usd_per_kg;         ///< La/Ce [cL]
  double light_normal_cover_months;       ///< stocks of La/Ce in months of use
  double light_offered_over_use;  ///< La/Ce mined along with NdPr over what is used, at rest
  double light_shock_sd;          ///< of the expected price's logarithm, a month
  double price_log_sd;  ///< spread of the price over a deal's life, as all seats take it [sd_P]
};

/// Japan's makers (see Maker in scenario files for each one), JOGMEC, other suppliers.
struct Japan {
  double need_t_per_year;               ///< t NdPr of all makers [d_jp]
  double need_growth_per_year;          ///< [g_jp]
  double china_share;                   ///< of supply [china_sh]
  double target_cover_days;             ///< makers' NdPr [cover_mk]
  double car_maker_cover_days;          ///< magnets held by car makers
  double state_stock_days;              ///< JOGMEC [jogmec_days]
  double state_refill_months;           ///< in which JOGMEC refills while China is open
  double hoarding;                      ///< extra target stock at full risk [h_J]
  std::array<double, 3> hoarding_risk;  ///< risk that makers see by China's light regime 0, 1, 2
  double hoarding_risk_india;           ///< risk added by an Indian stop
  double stock_adjustment_months;       ///< [tau_s]
  double other_supplier_flexibility;    ///< extra from Lynas and others [flex_lynas]
  double other_supplier_stretch;        ///< times that flexibility when orders go unmet for long
  double recycling_share;               ///< of need that recycled magnets cover at the start
  double recycling_share_max;           ///< and at most
  double
      recycling_response_per_year;  ///< growth of that share a year, relative, at twice the anchor
  double
      substitution_price_ratio;  ///< six-month price over the anchor above which makers substitute
  double substitution_elasticity;  ///< of their intensity to that ratio
  double substitution_lag_months;  ///< speed
  double loss_usd_per_kg_ndpr;     ///< of a missing kg [loss_j]
  double security_usd_per_kg;      ///< worth of a kg that is not Chinese, quiet times [sec_base]
  double magnet_cost_usd_per_kg;   ///< net cost of a magnet diverted to India [mag_cost]
  double magnet_return_light_stopped;  ///< share of promised magnets delivered while China stops
                                       ///< light supply
  double magnet_return_exposure;       ///< of magnets of any origin to China's cut of magnets
  double conversion_fee_usd_per_kg_magnet;  ///< for working consigned NdPr into magnets
  double joint_source_t_per_year;    ///< NdPr a year from joint development elsewhere, when grown
  double joint_source_delay_months;  ///< until it flows
  double joint_source_ramp_months;   ///< from the first tonne to the whole
};

/// China's licence regimes: 0 open, 1 slow, 2 stopped. Monthly chances.
struct Regime {
  double cut_slow;           ///< cut of supply in state 1 [cutL1, cutM1]
  double cut_light_stopped;  ///< [cutL2]
  double cut_magnet_tight;   ///< [cutM2]
  double light_01, light_12, light_10, light_21;
  double magnet_01, magnet_12, magnet_10, magnet_21;
  /// Chance, as seats judge it, that supply is cut within a quarter, by state 0, 1, 2 [piL, piM].
  std::array<double, 3> risk_light;
  std::array<double, 3> risk_magnet;
  double risk_magnet_long_run;  ///< beyond a year
};

/// Heat, pressure, commitment: how politics remembers.
struct Politics {
  double heat_memory;  ///< [heat_decay]
  double heat_base;    ///< [h0]
  double heat_start;
  double shortage_weight;     ///< 0.45 of the specification
  double scarcity_weight;     ///< 0.16
  double scarcity_weeks;      ///< weeks of magnet cover at which scarcity is felt by half
  double scarcity_width;      ///< weeks
  double shortage_multiple;   ///< a shortage of 1/this of the need is felt in full
  double pressure_memory;     ///< of the press
  double asks_memory;         ///< of standing requests
  double commitment_memory;   ///< of public demands [pub_decay]
  double leak_probability;    ///< that an internal request becomes known
  double request_asks;        ///< what a published request adds to standing asks,
  double request_heat;        ///< to heat,
  double request_pressure;    ///< to the pressure of the press,
  double request_commitment;  ///< and to what India is bound by in public
  double leak_heat;           ///< the same of a leak
  double leak_pressure;
  double leak_commitment;
  double notification_pressure;  ///< and of a notification
  double notification_commitment;
};

/// Forgetting Beta posterior on promises kept.
struct Trust {
  double memory;                      ///< [g, gam_tr]
  double japan_in_india_kept;         ///< prior counts of Japan's trust in India [ta]
  double japan_in_india_broken;       ///< [tb]
  double india_in_japan_kept;         ///< the same of India's trust in Japan [ja]
  double india_in_japan_broken;       ///< [jb]
  double weight_per_month;            ///< counts a month's account adds
  double prior_pull;                  ///< share of the prior to which forgetting returns
  double lateness_counts_after_days;  ///< a late cargo counts against trust beyond this
};

/// How seats appraise. Scales marked as assumptions in the scenario.
struct Appraisal {
  double feed_price_share;         ///< of NdPr value paid for feed [theta]
  double surplus_worth;            ///< of surplus NdPr against today's feed price [kap_salv]
  double import_premium_india;     ///< [imp_prem]
  double separation_cost;          ///< USD/kg [c_sep]
  double storage_cost;             ///< USD/kg/year [c_store]
  double technology_cost_scale;    ///< Japan's [techcost_scale]
  double technology_months_scale;  ///< months saved [tech_scale]
  std::array<double, 5> technology_months_saved;
  std::array<double, 5> technology_cost_musd;
  std::array<double, 4> notice_factor;  ///< of the diversion right, by level of notice
  double joint_venture_musd_per_kt;     ///< [jv_marg]
  double finance_worth_india;           ///< M per bn JPY [fin_in]
  double finance_cost_japan;            ///< M per bn JPY [fin_jp]
  double floor_felt_by_japan;           ///< share [floor_j]
  double discount_japan;                ///< per year [r_jp]
  double below_index_loss_india;        ///< factor [prem_lossI]
  double above_index_loss_japan;        ///< factor [prem_lossJ]
  double audience_india;                ///< M/year at heat 1 and the baseline tonnes [aud_in]
  double audience_japan;                ///< M [aud_jp]
  double audience_going_back;           ///< factor [aud_back]
  double relationship_india;            ///< M [rel_in]
  double relationship_japan;            ///< M [rel_jp]
  double relationship_signature;        ///< share of it in a signature [rel_deal]
  double standing_ask_musd;             ///< weight of a standing request at atomic energy [k_ask]
  double notification_cost_musd;        ///< against a treaty [legal]
  double direction_change_cost_musd;    ///< [sw_cost]
  double attention;                     ///< chance a month that an office takes it up [attn]
  double act_noise_musd;                ///< logit [lam_act]
  double judgement_months;              ///< for which the error about a direction stays the same
  double consultation_noise_musd;       ///< [lam_cons]
  double vote_noise_musd;               ///< [lam_vote]
  double no_deal_noise_musd;            ///< forecast of own unilateral act [lam_nd]
  double deal_belief;                   ///< that talks end in a deal [p_deal_prior]
  double belief_error_log_sd;           ///< about the other side [bel_sd]
  double private_type_log_sd;           ///< spread of private types between seeds [type_sd]
};

/// One number for each head of the linkage account, in the order in which a deal draws on them:
/// finance (concessional loans), infrastructure, technology, defence.
using LinkageHeads = std::array<double, 4>;

/// Talks.
struct Talks {
  double meetings_to_full_concession;  ///< [N_meet]
  double meeting_gap_days_min;         ///< officials meet every 4 to 8 weeks
  double meeting_gap_days_max;
  double exchanges_per_meeting;  ///< offers of each side at a meeting [rounds]
  double urgency_weight;         ///< [chi_urg]
  double firmness_lowest;        ///< exponent [e_lo]
  double firmness_highest;       ///< exponent [e_hi]
  double summit_clock;           ///< meetings' worth of patience that a summit uses up
  double suspension_after_meetings;
  double suspension_months;
  double refusal_weight_factor;  ///< weight of an office at the table after its refusal
  double offer_gap_days;         ///< between two offers of firms
  double supply_deadline_rounds;
  double allocation_deadline_rounds;
  double sample_size;                      ///< packages looked at; at most 2000
  LinkageHeads linkage_bn_jpy_per_summit;  ///< fed into the linkage account by a summit
  LinkageHeads linkage_worth_india;        ///< of a yen bound under the head over an ordinary one
  LinkageHeads linkage_cost_japan;         ///< the same of its cost
};

/// The levers between tables: how long the paper takes and who sees it when (engine/levers.hpp says
/// whose they are). Days from the decision.
struct Levers {
  double direction_delay_days;     ///< until a direction of atomic energy is in force at IREL
  double direction_seen_days;      ///< until Japan learns of it through missing cargoes
  double notification_delay_days;  ///< until a notification is in force; it is public at once
  double request_press_days;       ///< until a request that leaks is in the press
  double leak_credibility;         ///< of such a report, 0 to 1
  double renegotiation_months;     ///< between two requests of firms to reopen their contract
};

/// Terms of appraisal and mechanisms that can be switched off one by one.
struct Switches {
  bool material = true;
  bool audience = true;
  bool relationship = true;
  bool trust = true;  ///< off: trust is fixed at its prior
  bool hoarding = true;
  bool plants = true;      ///< off: India never builds magnet plants
  bool technology = true;  ///< the clause is on the agenda
  bool magnets = true;     ///< the clause has worth
  bool leverage = true;    ///< acts move the threat point
  bool acts = true;        ///< offices may act on their own
  bool noise = true;       ///< random shocks of ore, ships, demand and prices
  bool private_types = true;
};

struct Parameters {
  Ore ore{};
  Refinery refinery{};
  Plants plants{};
  Market market{};
  Japan japan{};
  Regime regime{};
  Politics politics{};
  Trust trust{};
  Appraisal appraisal{};
  Talks talks{};
  Levers levers{};
  Switches switches{};
};

}  // namespace monazite::equations

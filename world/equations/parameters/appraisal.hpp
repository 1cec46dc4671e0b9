#pragma once

#include <array>

/// Numbers behind what seats want: beliefs, and the worth of terms and acts. Nearly all of them are
/// assumptions. Shares and factors have no unit in their names; M and symbols: see parameters.hpp.
namespace monazite::equations {

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
  std::array<double, 4> notice_factor;               ///< of the diversion right, by level of notice
  double joint_venture_musd_per_kt;                  ///< [jv_marg]
  double finance_worth_india;                        ///< M per bn JPY [fin_in]
  double finance_cost_japan;                         ///< M per bn JPY [fin_jp]
  std::array<double, 2> finance_steps_india_bn_jpy;  ///< of a deal's finance: where a part ends
  std::array<double, 3> finance_counted_india;       ///< factor on each of the parts
  std::array<double, 2> finance_steps_japan_bn_jpy;
  std::array<double, 3> finance_counted_japan;
  double floor_felt_by_japan;         ///< share [floor_j]
  double discount_japan;              ///< per year [r_jp]
  double below_index_loss_india;      ///< factor [prem_lossI]
  double above_index_loss_japan;      ///< factor [prem_lossJ]
  double audience_india;              ///< M/year at heat 1 and the baseline tonnes [aud_in]
  double audience_japan;              ///< M [aud_jp]
  double audience_going_back;         ///< factor [aud_back]
  double relationship_india;          ///< M [rel_in]
  double relationship_japan;          ///< M [rel_jp]
  double relationship_signature;      ///< share of it in a signature [rel_deal]
  double standing_ask_musd;           ///< weight of a standing request at atomic energy [k_ask]
  double notification_cost_musd;      ///< against a treaty [legal]
  double direction_change_cost_musd;  ///< [sw_cost]
  double attention;                   ///< chance a month that an office takes it up [attn]
  double act_noise_musd;              ///< logit [lam_act]
  double judgement_months;            ///< for which the error about a direction stays the same
  double consultation_noise_musd;     ///< [lam_cons]
  double vote_noise_musd;             ///< [lam_vote]
  double no_deal_noise_musd;          ///< forecast of own unilateral act [lam_nd]
  double deal_belief;                 ///< that talks end in a deal [p_deal_prior]
  double belief_error_log_sd;         ///< about the other side [bel_sd]
  double private_type_log_sd;         ///< spread of private types between seeds [type_sd]
  std::array<double, 5> joint_venture_effect;  ///< by level of technology [e]
  double heavy_before_plants;                  ///< of a Dy/Tb swap that counts before plants run
  double magnets_noticed_t_per_year;           ///< returned magnets that are felt in full
  double audience_technology_quiet;            ///< of its audience in quiet times
  double signature_near_summit;                ///< on a signature's worth
  double summit_near_days;                     ///< before a summit from which it is near
  double prospect_share;                       ///< of the best shared gain in sight counted on
  double friendship_at_stake;                  ///< of the relationship, in a full breach
  double friendship_without_trust;             ///< of it that is there without trust
};

/// What seats expect: of India's plants, the price, a shortage, a promise. Governments and firms
/// reckon alike unless a number says whose it is.
struct Expectations {
  double recent_price_weight;          ///< of six months' price against the anchor
  double plant_date_width_months;      ///< blur of the plants' expected start
  double plants_soonest_months;        ///< earliest start that anybody believes in
  double load_without_slip;            ///< on the planned load, if no slip is expected
  double slip_that_ends_plans_months;  ///< slip that costs all of the load
  double slip_seen_from_japan_months;  ///< of slip, as Japan and Toyotsu expect
  double slip_seen_by_irel_months;     ///< of slip, as IREL expects
  double need_horizon_years;           ///< of need compared with output and stock
  double need_gap_width_t;             ///< of that gap that decides by half
  double ramp_need_share;              ///< mean share of need while they start
  double ramp_years;                   ///< until they run in full
  double ramp_use_share;               ///< mean share used until then
  double longest_wait_years;           ///< that firms look ahead
  double stop_days;                    ///< length of a Chinese stop
  double stop_width_days;              ///< of cover that decide by half
  double stop_shortage;                ///< missing if stocks do not last
  double thin_cover_days;              ///< of cover below which stocks are thin
  double thin_cover_width_days;        ///< over which they become so
  double thin_cover_shortage;          ///< missing with thin stocks
  double unmet_shortage;               ///< missing once some is missing already
  double unmet_share_in_full;          ///< of need missing at which it counts in full
  double loss_share;                   ///< of a kg's loss that a safe kg averts
  double trust_by_signature;           ///< of what trust lacks, by a signature
  double asks_as_heat;                 ///< heat of a standing request, to Japan
  double doubt_when_hot;               ///< of trust in an unsigned flow, lost at heat 1
  double cap_expected_to_last;         ///< of a cap that lasts, as firms expect
  double magnet_cut_share_of_year;     ///< length of a magnet cut, share of a year
  double magnet_stock_usable;          ///< of India's magnets that help through a cut
  double magnet_stock_later_months;    ///< of need in stock in later years
  double no_deal_years;                ///< horizon of no deal
};

/// What terms are worth to India, beyond the scales of Appraisal.
struct WorthToIndia {
  double separation_in_any_case;          ///< paid for a kg kept, used or not
  double storage_years;                   ///< in store beyond the wait for the plants
  double diversion_before_plants;         ///< of a kg's worth secured [dv1]
  double diversion_after_plants;          ///< of its worth over the feed price [dv2]
  double term_cost_musd_per_year;         ///< of being bound [TV]
  double heavy_factor;                    ///< on the price of Dy/Tb swapped [DY]
  double technology_once_plants_run;      ///< on technology once plants run
  double technology_discount_per_year;    ///< of it until then
  double technology_without_trust;        ///< of it that needs no trust
  double magnets_convenience_musd_per_t;  ///< of a returned magnet in itself
  double audience_magnets;                ///< calmed by magnets in quiet times
  double audience_magnets_heat;           ///< calmed beside it at heat 1
  double audience_technology;             ///< calmed by a level of technology
  double audience_going_back_quiet;       ///< of going back, without a public demand
  double relationship_flow;               ///< of the relationship, by a year of flow [relV]
};

/// What terms are worth to Japan, beyond the scales of Appraisal. Pairs: before India's plants run,
/// and after.
struct WorthToJapan {
  double refinery_margin;                           ///< of the refinery's margin that is Japan's
  double crowding_per_t;                            ///< fall of security with each t [s2]
  std::array<double, 2> diversion_security;         ///< of security lost to diversion
  std::array<double, 2> diversion_cost_usd_per_kg;  ///< of planning around it
  double joint_venture_magnets_musd_per_kt;         ///< gain, times the emphasis on magnets
  double joint_venture_technology_musd_per_kt;      ///< cost, times that on technology
  double heavy_factor;                              ///< on the price of Dy/Tb given away [DY]
  double heavy_factor_scarce;                       ///< added when scarce
  double heavy_scarce_days;                         ///< of cover at which they are scarce by half
  double heavy_scarce_width_days;                   ///< over which they become so
  double term_worth_musd_per_year;                  ///< of a year bound [TV]
  double magnets_any_origin;                        ///< on magnets of any origin
  double magnets_first_cost;                        ///< on the net cost of the first magnets
  double magnets_cost_step_t_per_year;              ///< that raise this factor by 1
  double magnets_heavy_content;                     ///< Dy and Tb in a magnet
  double magnets_heavy_factor;                      ///< on its price, first year
  double magnets_heavy_factor_scarce;               ///< added when scarce
  double magnets_heavy_factor_later;                ///< on it in later years
  double magnets_security;                          ///< kg of security lost in a magnet
  double audience_technology;                       ///< cost of a level of technology
  double audience_magnets;                          ///< cost of magnets at pressure 1
  double relationship_flow;  ///< of the relationship, by a year of flow [relV]
};

/// What offices and firms make of acts between tables. Costs of friendship are shares of the
/// office's relationship.
struct Acts {
  double breach_near_summit;           ///< on friendship lost by a breach, near a summit,
  double breach_during_talks;          ///< while talks run,
  double breach_of_signed_deal;        ///< under a signed deal
  double breach_small;                 ///< of it that is linear in what is withheld
  double lawful_when_quiet;            ///< of a right to divert, before plants run
  double hot_heat;                     ///< at which the matter is hot by half
  double hot_heat_width;               ///< over which it becomes so
  double leverage_under_deal;          ///< on leverage while a deal is in force
  double fresh_order_cost;             ///< on changing an order on its first day
  double fresh_order_months;           ///< in which that fades
  double request_audience;             ///< of the audience, by a request
  double request_friendship;           ///< cost of a request: friendship,
  double request_effort_musd;          ///< effort,
  double request_repeated_musd;        ///< and more while another one stands
  double notification_friendship;      ///< cost of a notification
  double notification_near_summit;     ///< on that near a summit
  double notification_of_stop;         ///< on all of it, for a stop
  double leak_friendship;              ///< cost of a leak
  double attention_to_talks;           ///< of ordinary attention
  double attention_to_leaks;           ///< of ordinary attention
  double talks_hesitation_musd;        ///< of asking first
  double talks_cost_musd;              ///< of talks in any case
  double talks_refusal_friendship;     ///< cost of refusing talks
  double talks_per_ask_musd;           ///< wish to talk by a standing request,
  double talks_per_heat_musd;          ///< by heat 1 (India),
  double talks_per_flow_held_musd;     ///< by a flow held back (Japan),
  double talks_per_pressure_musd;      ///< by pressure 1 (Japan)
  double talks_damping;                ///< chance that who would rather talk asks
  double release_months;               ///< of need that JOGMEC sells at a time
  double release_cover_days;           ///< of cover at which a kg is missing by half
  double release_width_days;           ///< over which that grows
  double release_premium;              ///< over the price, of buying back
  double release_handling_usd_per_kg;  ///< of selling from stock
  double firm_noise;                   ///< on the noise of acts, for a firm
};

/// IREL, the state miner, as a firm.
struct Irel {
  double shortage_share;        ///< of the public worth of NdPr kept that it feels
  double discount_per_year;     ///< its need of cash now
  double feed_cost_usd_per_kg;  ///< of a kg NdPr fed over that of a kg kept
  double cash_need_share;       ///< of present earnings at the anchor, needed
  double distress;              ///< cost of a USD missing, over its face
};

/// Toyotsu, the trader, as a firm.
struct Toyotsu {
  double continuity_musd_per_year;  ///< of a signed year of feed
  double security_passed_on;        ///< of the security worth that customers pay
  double supplier_survival;         ///< of a USD that IREL lacks
  double spot_discount;             ///< on product that nobody has bound itself to take
};

/// What both firms make of the supply contract.
struct Supply {
  double take_risk;                       ///< of tonnes not taken without take-or-pay
  double direction_memory_years;          ///< that a direction is expected to last
  double month_to_month_share;            ///< of today's tonnes, without a contract
  double month_to_month_hazard_per_year;  ///< chance that such sales end
  double advance_credited_years;          ///< in which an advance is worked off
  double horizon_years;                   ///< up to which deal and no deal are compared
  double partnership_musd_per_year;       ///< of a signed year, to each
  double renewal_years;                   ///< of a reopened contract, as looked at
  double reopening_cost_musd;             ///< of asking to renegotiate,
  double reopening_cost_musd_per_year;    ///< more for each year left
};

/// What makers and Toyotsu make of a quarter's tonnes.
struct Allocation {
  double partnership_musd;            ///< of a quarter's usual tonnes, to each
  double security_felt;               ///< of the security worth that is a maker's own
  double security_until_cover;        ///< times the target cover, up to which it counts
  double security_width;              ///< times the target cover, over which it fades
  double state_stock_trusted;         ///< of the state stock's days, by magnet makers
  double state_stock_for_car_makers;  ///< and by car makers: it is oxide
  double carrying_cost_per_year;      ///< of stock, share of its worth
  double flexibility_insurance;       ///< of a line stop that flexibility insures
};

}  // namespace monazite::equations

#pragma once

#include <array>

/// Numbers of politics, talks and treaties; units and symbols as world/equations/parameters.hpp
/// says.
namespace monazite::equations {

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

/// One number for each head of the linkage account, in the order in which a deal draws on them:
/// finance (concessional loans), infrastructure, technology, defence.
using LinkageHeads = std::array<double, 4>;

/// Talks.
struct Talks {
  double meetings_to_full_concession;  ///< [N_meet]
  double meeting_gap_days_min;         ///< officials meet every 4 to 8 weeks
  double meeting_gap_days_max;
  double exchanges_per_meeting;  ///< offers of each side at a meeting [rounds]
  double urgency_weight;         ///< meetings that a unit of urgency uses up [0.6 chi_urg]
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
  double urgency_loss_india_musd;          ///< of a month, felt as one unit of urgency
  double urgency_loss_japan_musd;          ///< the same to Japan
  double urgency_heat_or_flow;             ///< of full heat (India), of no flow (Japan)
  double urgency_cover_days;               ///< of makers' cover below which Japan feels it
  double summit_notice_days;               ///< before a summit on which it is announced
  double mediation_after_meetings;         ///< before a solution is computed
  double patience_per_meeting;             ///< discount of a meeting, conduct rubinstein
};

/// How a tentative deal is cleared at home.
struct Clearance {
  double majority;                   ///< of the weight whose yes it needs
  double overrule_musd;              ///< gain from which a veto is overruled
  double veto_tolerance_musd;        ///< loss that staff expect a veto office to bear
  double vote_tolerance_india_musd;  ///< loss with which an office votes yes,
  double vote_tolerance_japan_musd;  ///< and in Japan
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

/// Clauses of memorandum and contracts: when they are due and what counts as kept.
struct Treaty {
  double magnets_delay_months;     ///< from signature until magnets flow,
  double technology_delay_months;  ///< technology saves time,
  double finance_months;           ///< and all finance is paid
  double honoured_from;            ///< of six months' promise
  double disuse_months;            ///< of suspension that end a commitment
  double performance_tolerance;    ///< of a month's due that may be missing
  double remedy_months;            ///< in which a breach can be remedied
  double upside_from_usd_per_kg;   ///< above which the upside is shared
};

}  // namespace monazite::equations

#pragma once

#include <cmath>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <tests/support/default_parameters.hpp>
#include <world/mandates/beliefs.hpp>
#include <world/mandates/coefficients.hpp>
#include <world/mandates/office.hpp>

/// The worked example of docs/model.md: what governments believe in September 2025, the offices,
/// the agenda and one package, with all noise and private types off.
namespace monazite::fixtures {

inline constexpr base::Day kSeptember2025{20332};  // 2025-09-01

[[nodiscard]] inline equations::Parameters worked_parameters() {
  equations::Parameters p = default_parameters();
  equations::Appraisal& a = p.appraisal;
  a.feed_price_share = 0.6;
  a.surplus_worth = 0.8;
  a.import_premium_india = 0.1;
  a.separation_cost = 8;
  a.storage_cost = 1.5;
  a.technology_cost_scale = 1;
  a.technology_months_scale = 1;
  a.technology_months_saved = {0, 1, 3, 6, 8};
  a.technology_cost_musd = {0, 1, 8, 32, 80};
  a.notice_factor = {1, 0.9, 0.8, 0.55};
  a.joint_venture_musd_per_kt = 12;
  a.finance_worth_india = 1.6;
  a.finance_cost_japan = 1.2;
  a.finance_steps_india_bn_jpy = {20, 35};
  a.finance_counted_india = {1, 0.75, 0.5};
  a.finance_steps_japan_bn_jpy = {10, 30};
  a.finance_counted_japan = {0.85, 1.1, 1.5};
  a.floor_felt_by_japan = 0.9;
  a.discount_japan = 0.06;
  a.below_index_loss_india = 1.5;
  a.above_index_loss_japan = 1.3;
  a.audience_india = 6;
  a.audience_japan = 4;
  a.audience_going_back = 1;
  a.relationship_india = 10;
  a.relationship_japan = 8;
  a.relationship_signature = 0.12;
  a.standing_ask_musd = 2.5;
  a.notification_cost_musd = 6;
  a.direction_change_cost_musd = 1;
  a.attention = 0.35;
  a.act_noise_musd = 1.5;
  a.consultation_noise_musd = 2;
  a.vote_noise_musd = 1;
  a.no_deal_noise_musd = 3;
  a.deal_belief = 0.5;
  a.belief_error_log_sd = 0.25;
  a.private_type_log_sd = 0.35;
  equations::Talks& t = p.talks;
  t.meetings_to_full_concession = 14;
  t.urgency_weight = 0.6;
  t.summit_clock = 1.5;
  t.suspension_months = 8;
  t.refusal_weight_factor = 1.5;
  t.sample_size = 2000;
  t.linkage_bn_jpy_per_summit = {8, 6, 3, 3};
  t.linkage_worth_india = {1.05, 1.15, 1.3, 1.25};
  t.linkage_cost_japan = {0.9, 0.8, 0.7, 0.65};
  return p;
}

[[nodiscard]] inline treaty::MouTerms status_quo() {
  treaty::MouTerms terms;
  terms.volume_t_per_year = 1000;
  terms.share_after_plants = 1;
  terms.ndpr_share = 0.255;
  terms.notice_days = 180;
  terms.term_years = 3;
  return terms;
}

/// Post 0.5, magnets 100 t from any plant, training, 5 bn JPY, a quarter to divert, seven years.
[[nodiscard]] inline treaty::MouTerms worked_package() {
  treaty::MouTerms terms = status_quo();
  terms.share_after_plants = 0.5;
  terms.magnets_t_per_year = 100;
  terms.technology_level = 1;
  terms.finance_bn_jpy = 5;
  terms.domestic_priority_share = 0.25;
  terms.term_years = 7;
  return terms;
}

[[nodiscard]] inline mandates::Beliefs worked_beliefs(const equations::Parameters& p) {
  mandates::Beliefs b = mandates::beliefs_at_start(p, status_quo(), kFirstDay);
  // 60.6 = (mean + 1.04 * 58) / 2
  b.outside_prices[0] = 2 * 60.6 - 1.04 * 58;
  b.outside_prices_known = 1;
  b.price_heavy = 411;
  b.regime_magnet = 1;
  b.india_stock_ndpr_t = 472;
  b.magnets_t = 358;
  b.magnet_need_t_per_month = 318;
  b.heat = 0.395;
  b.commitment = 0.442;
  b.pressure = 0.307;
  b.asks = 0.61;
  b.feed_mix = 0.255;
  b.maker_cover_days = 80;
  b.maker_need_t_per_month = 5500.0 / 12 * std::pow(1.02, 20.0 / 12);
  b.state_cover_days = 633 / (b.maker_need_t_per_month * 12 / 365);
  b.heavy_cover_days = 39;
  b.japan_in_india = {9.10, 0.90};
  b.india_in_japan = {8.59, 1.41};
  return b;
}

[[nodiscard]] inline mandates::OfficeSetup india_office(v1::Office office, double weight, bool veto,
                                                        double rev, double sh, double mag,
                                                        double tech, double fin, double aud,
                                                        double rel, double slip, double r) {
  mandates::OfficeSetup o;
  o.office = office;
  o.side = mandates::Side::kIndia;
  o.weight = weight;
  o.can_veto = veto;
  o.revenue = rev;
  o.shortage = sh;
  o.magnets = mag;
  o.technology = tech;
  o.finance = fin;
  o.audience = aud;
  o.relationship = rel;
  o.slip_belief_months = slip;
  o.discount_per_year = r;
  return o;
}

[[nodiscard]] inline mandates::OfficeSetup japan_office(v1::Office office, double weight, bool veto,
                                                        double sec, double pri, double mag,
                                                        double tec, double fin, double aud,
                                                        double rel) {
  mandates::OfficeSetup o;
  o.office = office;
  o.side = mandates::Side::kJapan;
  o.weight = weight;
  o.can_veto = veto;
  o.security = sec;
  o.price = pri;
  o.magnets = mag;
  o.technology = tec;
  o.finance = fin;
  o.audience = aud;
  o.relationship = rel;
  return o;
}

[[nodiscard]] inline std::vector<mandates::OfficeSetup> worked_offices() {
  std::vector<mandates::OfficeSetup> offices = {
      india_office(v1::OFFICE_ATOMIC_ENERGY, .25, true, 1.3, .9, .3, .6, .6, .4, .4, 20, .10),
      india_office(v1::OFFICE_COMMERCE, .20, true, .6, 1.1, 1.2, 1, .8, 1.3, .5, 8, .08),
      india_office(v1::OFFICE_HEAVY_INDUSTRIES, .15, false, .4, 1.4, 1.2, 1.5, 1, .8, .3, 4, .07),
      india_office(v1::OFFICE_MINES, .05, false, 1, 1, .4, .8, 1, .4, .5, 16, .08),
      india_office(v1::OFFICE_EXTERNAL_AFFAIRS, .12, false, .7, .7, .7, .8, 1, .6, 1.8, 14, .06),
      india_office(v1::OFFICE_CAR_MAKERS_INDIA, .08, false, .1, .8, 2, 1.2, .2, 1.2, .2, 12, .10),
      india_office(v1::OFFICE_PRIME_MINISTER, .15, true, 1, 1, 1, 1, 1, 1, 1.2, 12, .07),
      japan_office(v1::OFFICE_METI_SUPPLY, .30, false, 1.3, .9, .8, .7, .8, 1, .9),
      japan_office(v1::OFFICE_METI_TECHNOLOGY_CONTROL, .15, true, .4, .5, .8, 2.2, .5, 1.4, .4),
      japan_office(v1::OFFICE_JOGMEC, .10, false, 1.2, 1, .6, .6, 1, .5, .8),
      japan_office(v1::OFFICE_FOREIGN_MINISTRY, .15, false, .7, .6, .6, .6, .7, .8, 2),
      japan_office(v1::OFFICE_FINANCE_MINISTRY, .10, true, .6, 1.2, .6, .6, 1.6, .6, .6),
      japan_office(v1::OFFICE_MAKERS, .20, false, 1.1, 1.2, 1.6, 1.3, .2, .4, .4)};
  offices[6].arbiter = true;
  return offices;
}

[[nodiscard]] inline agenda::Issue issue(const char* name, std::vector<double> values,
                                         std::uint32_t status_quo_level) {
  agenda::Issue issue;
  issue.name = name;
  for (const double value : values) issue.labels.push_back(std::to_string(value));
  issue.values = std::move(values);
  issue.status_quo = status_quo_level;
  return issue;
}

[[nodiscard]] inline agenda::Agenda consultation_agenda() {
  auto made = agenda::Agenda::make(
      "consultation",
      {issue("volume_t_per_year", {0, 250, 500, 750, 1000, 1500, 2000, 3000, 4100}, 4),
       issue("share_after_plants", {0, .25, .5, .75, 1}, 4),
       issue("ndpr_share", {.05, .15, .255, .35}, 2),
       issue("premium_percent", {-5, 0, 5, 10, 15, 25}, 1),
       issue("floor_usd_per_kg", {0, 50, 70, 90, 110, 130, 160}, 0),
       issue("magnets_t_per_year", {0, 100, 300, 600, 1000, 1500}, 0),
       issue("magnet_origin", {0, 1}, 0), issue("technology_level", {0, 1, 2, 3, 4}, 0),
       issue("joint_venture_t_per_year", {0, 300, 600, 900, 1200}, 0),
       issue("finance_bn_jpy", {0, 5, 10, 20, 30, 45, 60}, 0),
       issue("domestic_priority_share", {0, .25, .5, .75, 1}, 0),
       issue("notice_days", {30, 60, 90, 180}, 3), issue("term_years", {1, 3, 5, 7, 10}, 1),
       issue("heavy_swap_t_per_year", {0, 2, 5, 10, 20}, 0)});
  return *std::move(made);
}

}  // namespace monazite::fixtures

#pragma once

#include <string>
#include <utility>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/check.hpp>
#include <tests/support/default_parameters.hpp>
#include <world/mandates/company_irel.hpp>
#include <world/mandates/company_maker.hpp>
#include <world/mandates/company_toyotsu.hpp>

/// Companies as the scenario june-2025 seats them, for tests of their mandates.
namespace monazite::fixtures {

inline constexpr base::SeatId kIndia = 3;
inline constexpr base::SeatId kJapan = 4;
inline constexpr base::SeatId kIrel = 5;
inline constexpr base::SeatId kToyotsu = 6;
inline constexpr base::SeatId kShinEtsu = 7;
inline constexpr base::SeatId kProterial = 8;
inline constexpr base::SeatId kToyota = 9;

/// default_parameters() with the scales of appraisal that it leaves open.
[[nodiscard]] inline equations::Parameters appraisal_parameters() {
  equations::Parameters p = default_parameters();
  equations::Appraisal& a = p.appraisal;
  a.feed_price_share = 0.6;
  a.surplus_worth = 0.8;
  a.import_premium_india = 0.1;
  a.separation_cost = 8;
  a.storage_cost = 1.5;
  a.floor_felt_by_japan = 0.9;
  a.discount_japan = 0.06;
  a.attention = 0.35;
  a.deal_belief = 0.5;
  a.belief_error_log_sd = 0.25;
  a.private_type_log_sd = 0.35;
  return p;
}

/// No private types and no error about the other: what is left is the model.
[[nodiscard]] inline equations::Parameters plain_parameters() {
  equations::Parameters p = appraisal_parameters();
  p.switches.private_types = false;
  p.appraisal.belief_error_log_sd = 0;
  return p;
}

[[nodiscard]] inline agenda::Issue issue(std::string name, std::vector<double> values, double now) {
  agenda::Issue made;
  made.name = std::move(name);
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.labels.push_back(std::to_string(values[i]));
    if (values[i] == now) made.status_quo = static_cast<std::uint32_t>(i);
  }
  made.values = std::move(values);
  return made;
}

[[nodiscard]] inline agenda::Agenda made(base::Result<agenda::Agenda> result) {
  MONAZITE_CHECK(result.has_value(), "a test's agenda must be sound");
  return *result;
}

[[nodiscard]] inline agenda::Agenda supply_agenda() {
  return made(agenda::Agenda::make(
      "supply_contract",
      {issue("reo_t_per_month", {0, 25, 50, 75, 95, 125, 150, 175, 200, 225, 250}, 95),
       issue("ndpr_share", {0.05, 0.15, 0.255, 0.35}, 0.255),
       issue("premium_percent", {-10, -5, 0, 5, 10, 15, 20, 25}, 0),
       issue("floor_usd_per_kg", {0, 50, 70, 90, 110, 130}, 0),
       issue("upside_share_percent", {0, 10, 20, 30}, 0), issue("term_years", {1, 3, 5, 7}, 3),
       issue("take_or_pay_share", {0, 0.5, 0.7, 0.9}, 0),
       issue("advance_years", {0, 0.25, 0.5, 1}, 0)}));
}

[[nodiscard]] inline agenda::Agenda allocation_agenda() {
  return made(agenda::Agenda::make(
      "allocation",
      {issue("ndpr_t_per_quarter", {0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60}, 0),
       issue("premium_percent", {-5, 0, 5, 10, 15}, 0),
       issue("flexibility_percent", {0, 10, 20}, 0)}));
}

[[nodiscard]] inline agenda::Agenda memorandum_agenda() {
  return made(
      agenda::Agenda::make("consultation", {issue("volume_t_per_year", {0, 500, 1000, 2000}, 1000),
                                            issue("ndpr_share", {0.05, 0.255, 0.35}, 0.255)}));
}

[[nodiscard]] inline treaty::MouTerms memorandum() {
  treaty::MouTerms terms;
  terms.volume_t_per_year = 1000;
  terms.ndpr_share = 0.255;
  return terms;
}

[[nodiscard]] inline treaty::SupplyTerms contract() {
  treaty::SupplyTerms terms;
  terms.reo_t_per_month = 95;
  terms.ndpr_share = 0.255;
  terms.term_years = 3;
  return terms;
}

[[nodiscard]] inline mandates::CompanySetup company_setup(base::SeatId seat) {
  mandates::CompanySetup setup;
  setup.seat = seat;
  setup.irel = kIrel;
  setup.toyotsu = kToyotsu;
  setup.india = kIndia;
  setup.japan = kJapan;
  setup.first_day = kFirstDay;
  setup.memorandum = memorandum();
  setup.memorandum_agenda = memorandum_agenda();
  setup.contract = contract();
  setup.contract_until = base::add_months(kFirstDay, 36) - 1;
  return setup;
}

[[nodiscard]] inline std::vector<mandates::MakerMandateSetup> maker_setups() {
  constexpr double kUsualT = 15;
  return {{kShinEtsu, false, 0.42, 65, 1500, 6, kUsualT, {}},
          {kProterial, false, 0.33, 65, 1500, 9, kUsualT, {}},
          {kToyota, true, 0.25, 45, 900, 12, kUsualT, {}}};
}

/// An observation of one reading.
[[nodiscard]] inline v1::Envelope reading(base::SeatId to, v1::Quantity quantity, double value,
                                          base::SeatId subject = 0, base::Day day = month_end(0)) {
  v1::Envelope message;
  message.set_to(to);
  message.set_day(day.number);
  v1::Reading& made = *message.mutable_observation()->add_readings();
  made.set_quantity(quantity);
  made.set_subject(subject);
  made.set_value(value);
  made.set_as_of_day(day.number);
  return message;
}

[[nodiscard]] inline v1::Envelope directive(base::SeatId to, v1::Act act) {
  v1::Envelope message;
  message.set_from(kIndia);
  message.set_to(to);
  message.mutable_directive()->set_office(v1::OFFICE_ATOMIC_ENERGY);
  message.mutable_directive()->set_act(act);
  return message;
}

[[nodiscard]] inline v1::Envelope offer(std::uint64_t conversation, base::SeatId from,
                                        base::SeatId to, std::uint64_t outcome, base::Day day) {
  v1::Envelope message;
  message.set_from(from);
  message.set_to(to);
  message.set_day(day.number);
  message.set_conversation(conversation);
  message.mutable_offer()->set_outcome(outcome);
  return message;
}

[[nodiscard]] inline v1::Envelope agreement(std::uint64_t conversation, v1::Table table,
                                            std::uint64_t outcome, base::Day day, base::Day until) {
  v1::Envelope message;
  message.set_day(day.number);
  message.set_conversation(conversation);
  message.mutable_agreement()->set_table(table);
  message.mutable_agreement()->set_outcome(outcome);
  message.mutable_agreement()->set_until_day(until.number);
  return message;
}

/// The package of an agenda with these numbers, issue by issue; each must be one of its levels.
[[nodiscard]] inline agenda::Outcome package(const agenda::Agenda& agenda,
                                             const std::vector<double>& numbers) {
  std::vector<std::uint32_t> levels;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto& values = agenda.issues()[i].values;
    std::uint32_t level = 0;
    while (level < values.size() && values[level] != numbers[i]) ++level;
    MONAZITE_CHECK(level < values.size(), "a test asked for a level that is not there");
    levels.push_back(level);
  }
  return agenda.outcome(levels.data());
}

}  // namespace monazite::fixtures

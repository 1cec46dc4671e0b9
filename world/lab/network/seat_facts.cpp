#include <optional>

#include <agents/parties/draw_purposes.hpp>
#include <protocol/base/draws.hpp>
#include <world/engine/history.hpp>
#include <world/engine/seating.hpp>
#include <world/lab/network/seat_facts.hpp>

namespace monazite::lab {

v1::Carriage to_message(const parties::Manner& manner) {
  v1::Carriage carriage;
  carriage.set_act_noise_musd(manner.act_noise_musd);
  carriage.set_judgement_months(static_cast<std::uint32_t>(manner.judgement_months));
  carriage.set_consultation_noise_musd(manner.consultation_noise_musd);
  carriage.set_consultation_damping(manner.consultation_damping);
  carriage.set_firmness_lowest(manner.firmness_lowest);
  carriage.set_firmness_highest(manner.firmness_highest);
  carriage.set_tactic(manner.tactic);
  carriage.set_offer_gap_days(static_cast<std::uint32_t>(manner.offer_gap_days));
  carriage.set_leak_credibility(manner.leak_credibility);
  return carriage;
}

parties::Manner to_manner(const v1::Carriage& carriage) {
  parties::Manner manner;
  manner.act_noise_musd = carriage.act_noise_musd();
  manner.judgement_months = static_cast<int>(carriage.judgement_months());
  manner.consultation_noise_musd = carriage.consultation_noise_musd();
  manner.consultation_damping = carriage.consultation_damping();
  manner.firmness_lowest = carriage.firmness_lowest();
  manner.firmness_highest = carriage.firmness_highest();
  manner.tactic = carriage.tactic();
  manner.offer_gap_days = static_cast<int>(carriage.offer_gap_days());
  manner.leak_credibility = carriage.leak_credibility();
  return manner;
}

parties::PartySetup to_setup(const v1::Seated& seated) {
  parties::PartySetup setup;
  setup.kind = seated.firm() ? parties::PartyKind::kFirm : parties::PartyKind::kGovernment;
  setup.other_government = seated.other_government();
  setup.irel = seated.irel();
  setup.partner = seated.partner();
  setup.manner = to_manner(seated.carriage());
  return setup;
}

net::SeatFacts seat_facts(const scenarios::Scenario& scenario, std::uint64_t seed,
                          std::uint32_t table, base::SeatId seat) {
  const parties::PartySetup setup = engine::builtin_setup(scenario, seat);
  net::SeatFacts facts;
  facts.name = scenario.seats[seat - base::kFirstSeat].name;
  v1::Seated& seated = facts.seated;
  seated.set_table(table);
  seated.set_seat(seat);
  seated.set_scenario(scenario.name);
  const base::Roster roster = engine::make_roster(scenario);
  for (const std::string& name : roster.names()) seated.add_names(name);
  seated.set_first_day(scenario.first_day.number);
  seated.set_last_day(scenario.last_day.number);
  seated.set_firm(setup.kind == parties::PartyKind::kFirm);
  seated.set_other_government(setup.other_government);
  seated.set_irel(setup.irel);
  seated.set_partner(setup.partner);
  *seated.mutable_carriage() = to_message(setup.manner);
  facts.draw = [draws = base::Draws(seed), seat](
                   base::Purpose purpose, base::Day day,
                   std::uint32_t ordinal) -> std::optional<base::Draws::Words> {
    if (!parties::is_party_draw(purpose)) return std::nullopt;
    return draws.words(purpose, day, seat, ordinal);
  };
  return facts;
}

}  // namespace monazite::lab

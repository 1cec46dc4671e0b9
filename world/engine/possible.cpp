#include <cmath>

#include <world/engine/possible.hpp>

namespace monazite::engine {
std::function<bool(agenda::Outcome)> possible_packages(const Stage& stage, v1::Table table) {
  if (table != v1::TABLE_CONSULTATION) return [](agenda::Outcome) { return true; };
  const auto& p = stage.scenario.parameters;
  const double own_output_t = p.ore.mined_reo_t_per_year * p.ore.crack_recovery *
                              p.ore.availability_mean * p.ore.ndpr_share *
                              p.ore.separation_recovery;
  const double bound_t = p.ore.committable_share * own_output_t * p.refinery.japan_share;
  // Asked of thousands of packages: the two issues are looked up once.
  const agenda::Agenda& agenda = stage.scenario.agendas[0];
  const treaty::MouTerms& status_quo = stage.arrangements.mou_status_quo();
  const auto volume = agenda.find(treaty::issue_name(treaty::MouIssue::kVolume));
  const auto mix = agenda.find(treaty::issue_name(treaty::MouIssue::kMix));
  return [&agenda, &status_quo, bound_t, volume, mix](agenda::Outcome outcome) {
    const double volume_t = volume ? agenda.value(outcome, *volume) : status_quo.volume_t_per_year;
    const double ndpr_share = mix ? agenda.value(outcome, *mix) : status_quo.ndpr_share;
    return volume_t * ndpr_share <= bound_t;
  };
}

base::Day term_ends(const Session& session, agenda::Outcome outcome, base::Day day) {
  const auto issue = session.agenda->find("term_years");
  if (!issue) return base::add_months(day, 3);  // a quarter's allocation
  return base::add_months(
             day, static_cast<int>(std::lround(12 * session.agenda->value(outcome, *issue)))) -
         1;
}

}  // namespace monazite::engine

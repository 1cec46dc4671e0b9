#include <world/app/report.hpp>
#include <world/lab/wording.hpp>

namespace monazite::app {
namespace {

using nlohmann::json;

json optional_number(const std::optional<double>& value) {
  return value ? json(*value) : json(nullptr);
}

json optional_day(const std::optional<base::Day>& day) {
  return day ? json(base::to_string(*day)) : json(nullptr);
}

json terms(const agenda::Agenda& agenda, agenda::Outcome outcome) {
  json out = json::object();
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    out[agenda.issues()[i].name] = agenda.value(outcome, i);
  }
  return out;
}

json deal(const lab::Deal& deal, const Report& report) {
  const std::size_t which = deal.table == v1::TABLE_CONSULTATION      ? 0
                            : deal.table == v1::TABLE_SUPPLY_CONTRACT ? 1
                                                                      : 2;
  const agenda::Agenda& agenda = report.scenario.agendas[which];
  json parties = json::array();
  for (const base::SeatId seat : deal.parties) parties.push_back(report.chronicle.name(seat));
  return {
      {"table", lab::table_words(deal.table)},
      {"signed_on", base::to_string(deal.signed_on)},
      {"parties", parties},
      {"meetings", deal.meetings},
      {"terms", terms(agenda, deal.outcome)},
      {"status_quo", terms(agenda, agenda.status_quo())},
      {"in_force_before", terms(agenda, deal.before.value_or(agenda.status_quo()))},
      {"gains_musd", {deal.first_gain_musd, deal.second_gain_musd}},
      {"gains_on_what_came_true_musd",
       {optional_number(deal.first_gain_true_musd), optional_number(deal.second_gain_true_musd)}},
      {"distance_to_frontier_musd", optional_number(deal.distance_to_frontier_musd)},
      {"distance_to_nash_musd", optional_number(deal.distance_to_nash_musd)},
      {"distance_to_frontier_on_what_came_true_musd",
       optional_number(deal.distance_to_frontier_true_musd)},
      {"distance_to_nash_on_what_came_true_musd",
       optional_number(deal.distance_to_nash_true_musd)}};
}

json party(const lab::PartyMeasures& p) {
  return {{"party", p.name},
          {"title", p.title},
          {"gain_musd", p.gain_musd},
          {"gain_on_what_came_true_musd", optional_number(p.gain_true_musd)},
          {"worst_cover_days", optional_number(p.worst_cover_days)},
          {"worst_month", optional_day(p.worst_month)},
          {"unmet_ndpr_t", optional_number(p.unmet_ndpr_t)},
          {"missing_magnets_t", optional_number(p.missing_magnets_t)},
          {"delivered_reo_t", optional_number(p.delivered_reo_t)},
          {"delivered_ndpr_t", optional_number(p.delivered_ndpr_t)},
          {"received_reo_t", optional_number(p.received_reo_t)},
          {"received_ndpr_t", optional_number(p.received_ndpr_t)},
          {"received_indian_ndpr_t", optional_number(p.received_indian_ndpr_t)},
          {"cash_musd", p.cash_musd}};
}

json obstacle(const lab::Obstacle& obstacle, const Report& report) {
  return {{"party", report.chronicle.name(obstacle.seat)},
          {"office", lab::office_words(obstacle.office)},
          {"meetings", obstacle.meetings}};
}

}  // namespace

json report_json(const Report& report) {
  const lab::Measures& m = report.measures;
  json story = json::array();
  for (const lab::StoryLine& line : report.story) {
    json entry = {{"day", base::to_string(line.day)}, {"text", line.text}};
    if (!line.why.empty()) entry["why"] = line.why;
    if (!line.source.empty()) entry["source"] = line.source;
    story.push_back(std::move(entry));
  }
  json deals = json::array();
  for (const lab::Deal& d : m.deals) deals.push_back(deal(d, report));
  json parties = json::array();
  for (const lab::PartyMeasures& p : m.parties) parties.push_back(party(p));
  json obstacles = json::array();
  for (const lab::Obstacle& o : m.obstacles) obstacles.push_back(obstacle(o, report));
  json months = json::array();
  for (const lab::Chronicle::Month& month : report.chronicle.months)
    months.push_back(base::to_string(month.day));
  json series = json::object();
  for (const char* name :
       {"landed_reo_t", "price_ndpr_outside_usd_per_kg", "price_ndpr_china_usd_per_kg",
        "india_ndpr_stock_t", "india_magnet_cover_weeks", "japan_cover_days"}) {
    series[name] = report.chronicle.series(name);
  }
  json out = {{"scenario", report.scenario.name},
              {"title", report.scenario.title},
              {"seed", m.seed},
              {"first_day", base::to_string(base::Day{report.chronicle.header.first_day()})},
              {"last_day", base::to_string(base::Day{report.chronicle.header.last_day()})},
              {"messages", report.chronicle.messages},
              {"offers", report.chronicle.offers},
              {"story", story},
              {"flow", lab::to_string(m.flow)},
              {"flow_ratio", m.flow_ratio},
              {"flow_ratio_late", m.flow_ratio_late},
              {"requests", m.requests},
              {"directions", m.directions},
              {"notifications", m.notifications},
              {"consultations", m.consultations},
              {"meetings", m.meetings},
              {"meetings_with_overlap", m.meetings_with_overlap},
              {"obstacles", obstacles},
              {"refusals_at_home", m.refusals_at_home},
              {"first_agreement", optional_day(m.first_agreement)},
              {"deals", deals},
              {"parties", parties},
              {"price_mean_usd_per_kg", m.price_mean_usd_per_kg},
              {"price_peak_usd_per_kg", m.price_peak_usd_per_kg},
              {"unmet_ndpr_t", m.unmet_ndpr_t},
              {"months", months},
              {"series", series},
              {"recording", report.recording_path},
              {"results", report.results_path}};
  if (!report.machine.empty()) out["machine"] = report.machine;
  return out;
}

}  // namespace monazite::app

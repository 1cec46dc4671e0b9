#pragma once

#include <sstream>
#include <string>

#include <viz/model/clause_view.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/talks_view.hpp>
#include <viz/model/view_cache.hpp>

namespace monazite::test_support {

inline void write(std::ostream& out, const viz::AnalysisRow& row) {
  out << "  analysis " << row.day.number << ' ' << row.ordinal << ' ' << row.meeting << ' '
      << row.first_reservation_musd << ' ' << row.second_reservation_musd << ' ' << row.sample_size
      << ' ' << row.first_win_set << ' ' << row.second_win_set << ' ' << row.overlap << ' '
      << row.first_obstacle << ' ' << row.distance_to_nash << ' '
      << (row.nash ? row.nash->outcome : 0) << ' ' << (row.deal ? row.deal->outcome : 0) << '\n';
}

/// Everything that an index holds, so that two can be compared.
inline std::string text_of(const viz::Replay& replay) {
  std::ostringstream out;
  out.precision(17);
  out << replay.header().SerializeAsString() << '\n' << replay.filled_until().number << '\n';
  for (const viz::MessageRow& m : replay.messages()) {
    out << m.id << ' ' << m.day.number << ' ' << m.from << ' ' << m.to << ' ' << m.conversation
        << ' ' << m.in_reply_to << ' ' << m.kind << '\n';
  }
  for (const std::string& name : replay.series_names()) {
    out << name;
    for (const double value : replay.series(name)) out << ' ' << value;
    out << '\n';
  }
  for (const base::Day day : replay.months()) out << day.number << ' ';
  for (const viz::Negotiation& n : replay.negotiations()) {
    out << "talks " << n.conversation << ' ' << n.table << ' ' << n.opened.number << ' '
        << n.opening << ' ' << n.status_quo << ' ' << n.deadline_rounds << ' '
        << (n.closed ? n.closed->number : -1) << ' ' << n.how << ' ' << n.agreed.value_or(0) << ' '
        << n.agenda->name() << '\n';
    for (const viz::Move& m : n.moves) {
      out << "  " << static_cast<int>(m.kind) << ' ' << m.day.number << ' ' << m.who << ' '
          << m.outcome << ' ' << m.message << '\n';
    }
    for (const viz::AnalysisRow& row : n.analyses) write(out, row);
    if (n.in_hindsight) write(out, *n.in_hindsight);
  }
  for (const viz::ClauseLane& lane : replay.clauses()) {
    out << "clause " << lane.clause;
    for (const viz::ClauseChange& c : lane.changes) {
      out << ' ' << c.since.number << ' ' << c.status << ' ' << c.measure << ' ' << c.because_of;
    }
    for (const double measure : lane.measures) out << ' ' << measure;
    out << '\n';
  }
  for (const viz::Event& e : replay.events()) {
    out << e.day.number << ' ' << static_cast<int>(e.kind) << ' ' << e.who << ' ' << e.message
        << ' ' << e.label << '|' << e.text << '|' << e.why << '|' << e.source << '\n';
  }
  for (const base::SeatId seat : replay.seats()) {
    for (base::Day day = replay.first_day(); day <= replay.filled_until(); day = day + 7) {
      const viz::Intention* last = replay.intention(seat, day);
      if (last != nullptr) out << seat << ' ' << last->day.number << ' ' << last->text << '\n';
    }
  }
  return out.str();
}

inline void write(std::ostream& out, const std::optional<viz::TalksPoint>& point) {
  if (point) out << ' ' << point->outcome << ':' << point->first << ',' << point->second;
}

/// What all views say of a day: derived afresh, or as they are kept for the panels.
enum class Views { kFresh, kKept };
inline std::string views_of(viz::RecordingFile& file, base::Day day, Views which = Views::kFresh) {
  const viz::Replay& replay = file.replay();
  const bool kept = which == Views::kKept;
  viz::ViewCache& views = file.views();
  std::ostringstream out;
  for (const viz::PartyCard& card : kept ? views.parties(day) : viz::parties_view(replay, day)) {
    out << card.title << '|' << card.intention << '|' << card.bar << '|' << card.warning_reason;
    if (card.headline) out << '|' << card.headline->label << ' ' << card.headline->value;
    for (const double value : card.spark) out << ' ' << value;
    out << '\n';
  }
  for (const viz::Flow& flow : kept ? views.flows(day) : viz::flows_view(replay, day)) {
    out << flow.title << '|' << (flow.amount ? flow.amount->month : -1) << '|'
        << (flow.reo ? flow.reo->mean : -1) << '|' << static_cast<int>(flow.state) << '|'
        << flow.why << '|' << flow.note << '\n';
  }
  for (const viz::ClauseRow& row : kept ? views.clauses(day) : viz::clause_view(replay, day)) {
    out << row.title << '|' << row.measure << '|' << row.status_words << '|' << row.since.number
        << '\n';
    out << viz::clause_history(replay, row.clause, day).size() << '\n';
  }
  for (const viz::Chart& chart : kept ? views.charts() : viz::charts(replay)) {
    for (const viz::ChartLine& line : chart.lines) {
      out << line.label << ' ' << viz::value_of(replay, line, day).value_or(-1);
      for (const double value : kept ? views.values(line) : viz::values_of(replay, line)) {
        out << ' ' << value;
      }
      out << '\n';
    }
  }
  for (const viz::Negotiation& talks : replay.negotiations()) {
    if (talks.opened > day || talks.table == v1::TABLE_ALLOCATION) continue;
    const viz::TalksView view =
        kept ? views.talks(file, talks, day)
             : viz::talks_view(replay, talks, day, viz::talks_bodies(file, talks, day));
    out << view.state_words << ' ' << view.round << ' ' << view.cloud.size() << ' '
        << view.frontier.size() << ' ' << view.win_sets.size();
    for (const viz::TalksMove& move : view.moves) write(out, move.point);
    write(out, view.nash);
    for (const viz::IssueRow& row : view.issues) {
      out << '\n' << row.name << ' ' << row.agreed;
      for (const viz::IssuePosition& p : row.positions) out << ' ' << p.words << ' ' << p.change;
    }
    out << '\n';
  }
  for (const viz::Lane& lane : kept ? views.lanes() : viz::lanes(replay)) {
    out << lane.title << lane.bands.size() << '\n';
  }
  for (const viz::Band& band : kept ? views.crises() : viz::crises(replay)) {
    out << band.first.number << '-' << band.last.number << ' ' << band.label << '\n';
  }
  for (const std::uint32_t count :
       kept ? views.density(replay.first_day(), day, 40)
            : viz::message_density(replay, replay.first_day(), day, 40)) {
    out << count << ' ';
  }
  return out.str();
}

}  // namespace monazite::test_support

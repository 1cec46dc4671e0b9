#include <algorithm>
#include <cmath>

#include <agents/parties/worth.hpp>
#include <viz/model/seat/debrief_parts.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game::detail {
namespace {

struct Sides {
  std::size_t me, them;
};
Sides sides_of(int my_side) {
  return {static_cast<std::size_t>(my_side), static_cast<std::size_t>(1 - my_side)};
}

/// Both utilities of what is worth so much, in M, to the first and to the second party.
UtilityPoint point(const TableRecord& record, int my_side, agenda::Outcome outcome, double first,
                   double second) {
  const double a = record.scale[0].utility(first);
  const double b = record.scale[1].utility(second);
  return my_side == 0 ? UtilityPoint{outcome, a, b} : UtilityPoint{outcome, b, a};
}

std::optional<ConcessionStep> largest_step(const std::vector<ConcessionPoint>& curve) {
  std::optional<ConcessionStep> largest;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const double given = curve[i - 1].utility - curve[i].utility;
    if (given > 0.005 && (!largest || given > largest->utility)) {
      largest = ConcessionStep{curve[i].meeting, given};
    }
  }
  return largest;
}

}  // namespace

void tell_points(const TableRecord& record, int my_side, Debrief& debrief) {
  const v1::NegotiationAnalysis& last = record.analyses.back().analysis;
  const double first_nothing = last.first_reservation_musd();
  const double second_nothing = last.second_reservation_musd();
  const auto gained = [&](const v1::Point& p) {
    return point(record, my_side, p.outcome(), static_cast<double>(p.first()) + first_nothing,
                 static_cast<double>(p.second()) + second_nothing);
  };
  const UtilityPoint nothing =
      point(record, my_side, record.status_quo, first_nothing, second_nothing);
  debrief.my_reservation = nothing.mine;
  debrief.their_reservation = nothing.theirs;
  const int count = std::min(last.first_musd_size(), last.second_musd_size());
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    debrief.outcomes.push_back(
        point(record, my_side, at < record.sample.size() ? record.sample[at] : 0,
              static_cast<double>(last.first_musd(i)), static_cast<double>(last.second_musd(i))));
  }
  for (const std::uint32_t at : last.frontier()) {
    if (at < debrief.outcomes.size()) debrief.frontier.push_back(debrief.outcomes[at]);
  }
  const v1::Solutions& solutions = last.solutions();
  if (solutions.has_nash()) debrief.nash = gained(solutions.nash());
  if (solutions.has_kalai_smorodinsky()) {
    debrief.kalai_smorodinsky = gained(solutions.kalai_smorodinsky());
  }
  if (solutions.has_egalitarian()) debrief.egalitarian = gained(solutions.egalitarian());
  if (solutions.has_welfare()) debrief.welfare = gained(solutions.welfare());

  debrief.agreed = record.agreed.has_value();
  debrief.how = record.how;
  debrief.ended = debrief.agreed ? record.agreed_on : record.closed.value_or(record.opened);
  debrief.deal = nothing;
  if (debrief.agreed && last.has_deal()) {
    debrief.deal = gained(last.deal());
    const bool first = my_side == 0;
    const auto mine = [first](const v1::Point& p) {
      return static_cast<double>(first ? p.first() : p.second());
    };
    const auto theirs = [first](const v1::Point& p) {
      return static_cast<double>(first ? p.second() : p.first());
    };
    debrief.my_gain_musd = mine(last.deal());
    debrief.their_gain_musd = theirs(last.deal());
    if (record.in_hindsight && record.in_hindsight->has_deal()) {
      debrief.my_gain_true_musd = mine(record.in_hindsight->deal());
      debrief.their_gain_true_musd = theirs(record.in_hindsight->deal());
    }
  }
  if (debrief.nash) {
    debrief.left_to_nash = debrief.nash->mine - debrief.deal.mine;
    debrief.left_to_nash_theirs = debrief.nash->theirs - debrief.deal.theirs;
  }
  for (const UtilityPoint& one : debrief.outcomes) {
    const double mine = one.mine - debrief.deal.mine, theirs = one.theirs - debrief.deal.theirs;
    // Values went through single precision, so that equal ones may differ a little.
    constexpr double kSame = 1e-6;
    if (mine >= -kSame && theirs >= -kSame && (mine > kSame || theirs > kSame)) {
      ++debrief.better_for_both;
    }
  }
}

std::vector<ConcessionPoint> curve_of(const TableRecord& record, int side) {
  std::vector<ConcessionPoint> curve;
  std::uint32_t number = 0;
  for (const RecordedOffer& offer : record.offers) {
    ++number;
    const auto& utility = offer.utility[static_cast<std::size_t>(side)];
    if (offer.side != side || !utility) continue;
    const std::uint32_t meeting = offer.meeting > 0 ? offer.meeting : number;
    if (!curve.empty() && curve.back().meeting == meeting) curve.pop_back();
    curve.push_back({meeting, offer.day, *utility});
  }
  return curve;
}

void tell_course(const TableRecord& record, int my_side, Debrief& debrief) {
  const auto [me, them] = sides_of(my_side);
  std::uint32_t number = 0;
  for (const RecordedOffer& offer : record.offers) {
    ++number;
    debrief.offers.push_back({offer.day, offer.meeting > 0 ? offer.meeting : number,
                              offer.side == my_side, offer.outcome, offer.utility[me],
                              offer.utility[them], offer.statement, offer.note});
  }
  debrief.meeting = record.meetings > 0 ? record.meetings : number;
  debrief.my_curve = curve_of(record, my_side);
  debrief.their_curve = curve_of(record, 1 - my_side);
  debrief.my_largest_step = largest_step(debrief.my_curve);
  debrief.their_largest_step = largest_step(debrief.their_curve);
  for (const TableRecord::Analysed& dated : record.analyses) {
    const v1::NegotiationAnalysis& told = dated.analysis;
    WinSets sets;
    sets.meeting = told.meeting();
    sets.day = dated.day;
    sets.sample = told.sample_size();
    sets.mine = my_side == 0 ? told.first_win_set() : told.second_win_set();
    sets.theirs = my_side == 0 ? told.second_win_set() : told.first_win_set();
    sets.both = told.overlap();
    sets.my_obstacle = my_side == 0 ? told.first_obstacle() : told.second_obstacle();
    sets.their_obstacle = my_side == 0 ? told.second_obstacle() : told.first_obstacle();
    debrief.win_sets.push_back(sets);
  }
}

void tell_clauses(const Game& game, const TableRecord& record, int my_side, Debrief& debrief) {
  if (!record.agreed && !debrief.nash) return;
  const agenda::Agenda& agenda = *record.agenda;
  const agenda::Outcome deal = record.agreed.value_or(record.status_quo);
  const std::size_t issues = agenda.issues().size();
  // The deal; then with each issue as it stood; then with each issue as at the Nash point.
  std::vector<agenda::Outcome> asked{deal};
  for (std::size_t i = 0; i < issues; ++i) {
    asked.push_back(agenda.with_level(deal, i, agenda.level(record.status_quo, i)));
  }
  const agenda::Outcome nash = debrief.nash ? debrief.nash->outcome : deal;
  for (std::size_t i = 0; i < issues; ++i) {
    asked.push_back(agenda.with_level(deal, i, agenda.level(nash, i)));
  }
  const auto [me, them] = sides_of(my_side);
  std::array<std::vector<v1::Worth>, 2> worth;
  for (const std::size_t side : {me, them}) {
    if (record.last_question[side] == 0) continue;
    worth[side] = game.values_when_asked(record.parties[side], record.last_question[side], asked);
  }
  const auto difference = [&](std::size_t side, std::size_t to,
                              std::size_t from) -> std::optional<double> {
    if (worth[side].size() != asked.size()) return std::nullopt;
    return record.scale[side].step(parties::total(worth[side][to]) -
                                   parties::total(worth[side][from]));
  };
  for (std::size_t i = 0; i < issues; ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    SignedClause clause;
    clause.issue = i;
    clause.name = lab::issue_words(issue.name);
    clause.agreed = lab::level_words(issue, agenda.level(deal, i));
    if (record.agreed) {
      clause.to_me = difference(me, 0, 1 + i);
      clause.to_them = difference(them, 0, 1 + i);
    }
    if (debrief.nash) {
      clause.nash = lab::level_words(issue, agenda.level(nash, i));
      clause.differs = agenda.level(nash, i) != agenda.level(deal, i);
      clause.nash_to_me = difference(me, 1 + issues + i, 0);
      clause.nash_to_them = difference(them, 1 + issues + i, 0);
    }
    debrief.clauses.push_back(std::move(clause));
  }
}

void tell_machine(const std::vector<TableRecord>& machine, const TableRecord& mine,
                  Debrief& debrief) {
  // The same encounter while both histories are the same; else the next of the same sort.
  const TableRecord* found = nullptr;
  for (const TableRecord& record : machine) {
    if (record.table != mine.table ||
        record.parties[0] + record.parties[1] != mine.parties[0] + mine.parties[1]) {
      continue;
    }
    if (found == nullptr || found->opened < mine.opened) found = &record;
  }
  if (found == nullptr || found->analyses.empty()) return;
  const int side = found->side(debrief.me);
  Debrief points;
  tell_points(*found, side, points);
  debrief.machine.played = true;
  debrief.machine.ended = found->closed.has_value();
  debrief.machine.agreed = points.agreed;
  debrief.machine.day = points.ended;
  debrief.machine.meeting =
      found->meetings > 0 ? found->meetings : static_cast<std::uint32_t>(found->offers.size());
  debrief.machine.mine = points.deal.mine;
  debrief.machine.theirs = points.deal.theirs;
  debrief.machine.curve = curve_of(*found, side);
}

}  // namespace monazite::viz::game::detail

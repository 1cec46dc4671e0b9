#include <algorithm>
#include <cmath>

#include <viz/model/seat/brief_view.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

/// Asks for all levels of all issues, the others as in `reference`.
base::Result<std::vector<Goal>> goals_of(Game& game, agenda::Outcome reference, bool& estimated) {
  const TableView& table = *game.table();
  const agenda::Agenda& agenda = *table.agenda;
  std::vector<agenda::Outcome> packages;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    for (std::uint32_t level = 0; level < agenda.issues()[i].levels(); ++level) {
      packages.push_back(agenda.with_level(reference, i, level));
    }
  }
  const auto values = game.appraise(packages);
  if (!values) return tl::unexpected<base::Error>(values.error());
  estimated = !std::all_of(packages.begin(), packages.end(),
                           [&](agenda::Outcome one) { return game.knows_value(one); });
  std::vector<Goal> goals;
  double sum = 0;
  auto first = values->begin();
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    const auto last = first + static_cast<std::ptrdiff_t>(issue.levels());
    const auto [low, high] = std::minmax_element(first, last);
    Goal goal;
    goal.issue = i;
    goal.spread = table.utility_step(*high - *low);
    goal.best = static_cast<std::uint32_t>(high - first);
    goal.words = lab::capital(lab::issue_words(issue.name));
    if (goal.spread <= 0) {
      goal.words += " of no matter";
    } else if (goal.best + 1 == issue.levels()) {
      goal.words += issue.levels() == 2 ? ": " + lab::level_words(issue, goal.best) : " high";
    } else if (goal.best == 0) {
      goal.words += issue.levels() == 2 ? ": " + lab::level_words(issue, goal.best) : " low";
    } else {
      goal.words += " near " + lab::level_words(issue, goal.best);
    }
    sum += goal.spread;
    goals.push_back(std::move(goal));
    first = last;
  }
  for (Goal& goal : goals) goal.weight = sum > 0 ? goal.spread / sum : 0;
  std::stable_sort(goals.begin(), goals.end(),
                   [](const Goal& a, const Goal& b) { return a.weight > b.weight; });
  return goals;
}

void tell_reservation(const TableView& table, BriefView& view) {
  view.reservation = table.reservation();
  view.reservation_musd = table.state.reservation();
  view.reservation_worth = table.brief.reservation_worth();
  view.reservation_at_first = view.reservation;
  view.first_day = table.opened;
  if (!table.meetings.empty()) {
    view.reservation_at_first = table.utility(table.meetings.front().reservation_musd);
    view.first_day = table.meetings.front().day;
  }
  const double moved = view.reservation - view.reservation_at_first;
  if (table.meetings.size() < 2) {
    view.reservation_words = "what you have without a deal";
  } else if (std::abs(moved) < 0.005) {
    view.reservation_words = "as on " + base::to_long_string(view.first_day);
  } else {
    view.reservation_words = "was " + two(view.reservation_at_first) + " on " +
                             base::to_long_string(view.first_day) +
                             (moved < 0 ? ", fell by " : ", rose by ") + two(std::abs(moved));
  }
}

void tell_standing(const TableView& table, BriefView& view) {
  view.table_words = "nothing is on the table";
  const auto standing = table.state.standing();
  const auto value = standing ? table.value(*standing) : std::nullopt;
  if (!value) return;
  view.on_the_table = table.utility(*value);
  const double over = *view.on_the_table - view.reservation;
  view.table_words =
      (over < 0 ? "below your reservation value by " : "above your reservation value by ") +
      two(std::abs(over));
}

}  // namespace

base::Result<BriefView> brief_view(Game& game) {
  const TableView* const table = game.table();
  if (!game.question() || game.question()->kind != Question::Kind::kMove || table == nullptr) {
    return base::fail(base::ErrorCode::kNotAllowed, "there is a brief for a table only");
  }
  BriefView view;
  auto goals =
      goals_of(game, table->state.standing().value_or(table->status_quo), view.goals_estimated);
  if (!goals) return tl::unexpected<base::Error>(goals.error());
  view.goals = *std::move(goals);
  tell_reservation(*table, view);
  tell_standing(*table, view);
  view.urgency = table->state.urgency();
  for (const v1::OfficeView& office : table->brief.offices()) {
    view.offices.push_back({office.office(), lab::capital(lab::office_words(office.office())),
                            office.weight(), office.can_veto()});
  }
  std::stable_sort(view.offices.begin(), view.offices.end(),
                   [](const OfficeLine& a, const OfficeLine& b) { return a.weight > b.weight; });
  view.facts = facts_of(game.knowledge(), game.scenario());
  return view;
}

}  // namespace monazite::viz::game

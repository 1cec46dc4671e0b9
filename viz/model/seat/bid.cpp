#include <algorithm>
#include <cmath>

#include <protocol/base/check.hpp>
#include <viz/model/seat/bid.hpp>

namespace monazite::viz::game {
namespace {

/// The package, and itself with each issue as it stands if nothing is agreed.
void add_with_clauses(const TableView& table, agenda::Outcome outcome,
                      std::vector<agenda::Outcome>& packages) {
  packages.push_back(outcome);
  const agenda::Agenda& agenda = *table.agenda;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    packages.push_back(agenda.with_level(outcome, i, agenda.level(table.status_quo, i)));
  }
}

bool all_known(Game& game, const std::vector<agenda::Outcome>& packages) {
  return std::all_of(packages.begin(), packages.end(),
                     [&](agenda::Outcome package) { return game.knows_value(package); });
}

/// Share of the packages most like this one that home would clear.
double similar_clear(const TableView& table, agenda::Outcome outcome) {
  constexpr std::size_t kSimilar = 15;
  const agenda::Agenda& agenda = *table.agenda;
  std::vector<std::pair<double, bool>> near;
  for (std::size_t p = 0; p < table.state.values().size(); ++p) {
    double distance = 0;
    for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
      const double steps = std::max(1.0, static_cast<double>(agenda.issues()[i].levels()) - 1);
      distance += std::abs(static_cast<double>(agenda.level(outcome, i)) -
                           static_cast<double>(agenda.level(table.state.outcome(p), i))) /
                  steps;
    }
    near.emplace_back(distance, table.state.open()[p] != 0);
  }
  const std::size_t count = std::min(kSimilar, near.size());
  if (count == 0) return 0;
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
  const auto clear = std::count_if(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count),
                                   [](const std::pair<double, bool>& one) { return one.second; });
  return static_cast<double>(clear) / static_cast<double>(count);
}

}  // namespace

BidComposer::BidComposer(Game& game, BidStart start) : game_(game) {
  MONAZITE_CHECK(game.table() != nullptr, "bids are put together at a table");
  begin(start);
}

void BidComposer::begin(BidStart start) {
  const TableView& table = *game_.table();
  outcome_ = table.status_quo;
  if (start == BidStart::kMyLast) {
    if (const SeenOffer* mine = table.last(true)) {
      outcome_ = mine->outcome;
    } else if (const auto best = table.state.best()) {
      outcome_ = table.state.outcome(*best);
    }
  } else if (start == BidStart::kTheirs) {
    if (const SeenOffer* theirs = table.last(false)) outcome_ = theirs->outcome;
  }
}

void BidComposer::set_level(std::size_t issue, std::uint32_t level) {
  const agenda::Agenda& agenda = *game_.table()->agenda;
  MONAZITE_CHECK(issue < agenda.issues().size() && level < agenda.issues()[issue].levels(),
                 "a level must exist");
  outcome_ = agenda.with_level(outcome_, issue, level);
}

std::uint32_t BidComposer::level(std::size_t issue) const {
  return game_.table()->agenda->level(outcome_, issue);
}

std::vector<agenda::Outcome> BidComposer::compared() const {
  std::vector<agenda::Outcome> packages;
  add_with_clauses(*game_.table(), outcome_, packages);
  return packages;
}

base::Result<Bid> BidComposer::bid() {
  const TableView& table = *game_.table();
  const agenda::Agenda& agenda = *table.agenda;
  std::vector<agenda::Outcome> packages = compared();
  const std::size_t own = packages.size();
  if (const SeenOffer* mine = table.last(true)) packages.push_back(mine->outcome);
  if (!all_known(game_, packages)) {
    for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
      for (std::uint32_t level = 0; level < agenda.issues()[i].levels(); ++level) {
        add_with_clauses(table, agenda.with_level(outcome_, i, level), packages);
      }
    }
  }
  const auto values = game_.appraise(packages);
  if (!values) return tl::unexpected<base::Error>(values.error());
  Bid bid;
  bid.outcome = outcome_;
  bid.value_musd = (*values)[0];
  bid.estimated = !game_.knows_value(outcome_);
  bid.utility = table.utility(bid.value_musd);
  bid.above_reservation = bid.utility - table.reservation();
  for (std::size_t i = 1; i < own; ++i) {
    bid.clause_worth.push_back(table.utility_step(bid.value_musd - (*values)[i]));
  }
  if (table.last(true) != nullptr) {
    bid.from_my_last = table.utility_step(bid.value_musd - (*values)[own]);
  }
  if (const auto standing = table.state.standing()) {
    if (const auto value = table.value(*standing)) {
      bid.from_theirs = table.utility_step(bid.value_musd - *value);
    }
  }
  bid.barred = table.state.barred(outcome_);
  if (bid.barred) {
    bid.home = Bid::Home::kRefuses;
  } else if (const auto package = table.state.find(outcome_)) {
    bid.home = table.state.open()[*package] != 0 ? Bid::Home::kClears : Bid::Home::kRefuses;
  } else if (table.brief.offices().empty()) {  // a company clears what is no loss to it
    bid.home = bid.above_reservation >= 0 ? Bid::Home::kClears : Bid::Home::kRefuses;
  } else {
    bid.similar_clear = similar_clear(table, outcome_);
  }
  return bid;
}

}  // namespace monazite::viz::game

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/seat/game.hpp>

namespace monazite::viz::game {

/// What one issue is worth to the seat, the others as they are in the package on the table.
struct Goal {
  std::size_t issue = 0;
  double weight = 0;       ///< spread over the sum of all spreads, 0 to 1
  double spread = 0;       ///< own utility of the best level less that of the worst
  std::uint32_t best = 0;  ///< level
  std::string words;       ///< "Volume high", "Premium low", "Term near 5 years"
};

/// An office at home, for the seat's own eyes.
struct OfficeLine {
  v1::Office office = v1::OFFICE_NONE;
  std::string name;
  double weight = 0;  ///< share in the side's value, 0 to 1
  bool can_veto = false;
};

/// A thing the seat knows of the world, with its unit and the day it refers to.
struct Fact {
  v1::Quantity quantity = v1::QUANTITY_UNSPECIFIED;
  base::Day as_of{};
  double value = 0;
  std::string text;  ///< "Makers' stocks last 33 days (30 November 2025)"
};

/// The seat's brief, for its own eyes: utilities on the scale of TableView::utility.
struct BriefView {
  std::vector<Goal> goals;       ///< by falling weight
  bool goals_estimated = false;  ///< from the brief's packages: the mandate has not told them all
  double reservation = 0;        ///< value of no deal
  double reservation_musd = 0;
  v1::Worth reservation_worth;      ///< by term, M
  double reservation_at_first = 0;  ///< at the first meeting of this encounter
  base::Day first_day{};
  std::string reservation_words;       ///< "was 0.48 on 29 November 2025, fell by 0.08"
  std::optional<double> on_the_table;  ///< own utility of their standing offer
  std::string table_words;             ///< "below your reservation value by 0.03"
  double urgency = 0;                  ///< share of patience used up, 0 to 1
  std::vector<OfficeLine> offices;     ///< by falling weight; companies have none
  std::vector<Fact> facts;             ///< at most six
};

/// Asks the mandate for the levels of each issue where that leaves no trace. Fails when the
/// question is no move.
[[nodiscard]] base::Result<BriefView> brief_view(Game& game);

/// What the seat knows of the world that matters most to it, from its observations: at most `most`
/// sentences, the latest reading of each quantity.
[[nodiscard]] std::vector<Fact> facts_of(const Knowledge& knowledge,
                                         const scenarios::Scenario& scenario, std::size_t most = 6);

}  // namespace monazite::viz::game

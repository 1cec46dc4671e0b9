#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/seat/game.hpp>

namespace monazite::viz::game {

/// A package that is being put together and has not been sent. Utilities on the scale of
/// TableView::utility.
struct Bid {
  /// Whether the seat's home would clear it, as far as the seat knows.
  enum class Home : std::uint8_t { kClears, kRefuses, kUnknown };

  agenda::Outcome outcome = 0;
  double value_musd = 0;
  double utility = 0;
  double above_reservation = 0;        ///< less than 0: worse than no deal
  std::optional<double> from_my_last;  ///< difference of utility to the own last offer
  std::optional<double> from_theirs;   ///< to the offer of the other side that stands
  /// By issue: the utility that the package has over the same package with this issue as it stands
  /// if nothing is agreed.
  std::vector<double> clause_worth;
  Home home = Home::kUnknown;
  /// Where unknown: share of the most similar packages of the brief that home would clear, 0 to 1.
  std::optional<double> similar_clear;
  /// `value_musd` is an estimate from the brief: the mandate has not been asked
  /// (Game::ask_worth()).
  bool estimated = false;
  bool barred = false;  ///< refused at home before: it may not be offered
};

enum class BidStart : std::uint8_t {
  kMyLast,  ///< the best package that home clears, before the first own offer
  kTheirs,  ///< what stands if nothing is agreed, before the first offer of the other side
  kBlank    ///< what stands if nothing is agreed
};

/// The composer: one level for each issue, worth to oneself live. Lives no longer than its game,
/// and begins anew when the question changes.
class BidComposer {
 public:
  /// The game must have a move to make.
  explicit BidComposer(Game& game, BidStart start = BidStart::kMyLast);

  void begin(BidStart start);
  void set(agenda::Outcome outcome) { outcome_ = outcome; }
  void set_level(std::size_t issue, std::uint32_t level);
  [[nodiscard]] agenda::Outcome outcome() const { return outcome_; }
  [[nodiscard]] std::uint32_t level(std::size_t issue) const;

  /// What it is worth. Asks the mandate where needed and where that leaves no trace, then for all
  /// packages one step away as well, so that moving a slider seldom asks again.
  [[nodiscard]] base::Result<Bid> bid();
  /// The package and those that bid() compares it with, which Game::ask_worth() makes exact.
  [[nodiscard]] std::vector<agenda::Outcome> compared() const;

 private:
  Game& game_;
  agenda::Outcome outcome_ = 0;
};

}  // namespace monazite::viz::game

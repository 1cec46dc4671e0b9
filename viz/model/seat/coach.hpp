#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/seat/additive_fit.hpp>
#include <viz/model/seat/knowledge.hpp>

namespace monazite::viz::game {

/// An estimate: somewhere from low to high, most likely about mid.
struct Band {
  double low = 0, mid = 0, high = 0;
};

/// How much one issue matters to the other side, as a share: all issues sum to about 1.
struct IssueWeight {
  std::size_t issue = 0;
  Band share;
};

struct FrontierGuess {
  agenda::Outcome outcome = 0;
  double mine = 0;  ///< exact
  Band theirs;
};

struct Suggestion {
  enum class Kind : std::uint8_t { kOffer, kHold, kAccept, kNothing };
  Kind kind = Kind::kNothing;
  agenda::Outcome outcome = 0;
  double mine = 0;
  Band theirs;
  std::string text;
};

/// What a change from one package to another means to both.
struct Trade {
  double mine = 0;
  Band theirs;
  std::string headline;  ///< "Your concession: you -0.04, India about +0.06 (0.02 to 0.10)"
  std::string remark;    ///< one sentence
};

/// The coach: estimates what the other side wants and would take, from what the seat saw and
/// nothing else. It is a function of a TableView, so of Knowledge: it cannot reveal what is hidden.
///
/// Two opinions make a band. The belief that the seat's own staff has of the other side's values
/// (Brief.believed_other_musd; for packages beyond the brief an AdditiveFit of it) stands before
/// any offer; the frequency model moves it by the levels that the other side asked for (as
/// strategies::FrequencyModel does: half of the belief's range after six offers). The band holds
/// both and is widened by z * (0.08 + 0.2 / sqrt(1 + n)) with n their offers and z the width of
/// what is to be gained for them, so that few offers give a wide band [assumption]. Utilities of
/// the other side are on the believed scale: 0 the worst, 1 the best package of the brief to them.
///
/// Chance that they accept: 1 / (1 + exp(2 - (u - a) / s)), u the package's estimate, a what they
/// would ask for next: their last offer's estimate less their mean step, but not below the own last
/// offer, which they turned down, nor below the estimated reservation (the reservation alone when
/// no offer can follow); s = 0.12 z; never above 0.95 or below 0.02 [assumption; tried on some 700
/// offers of 24 games, of which the parties took 2 %]. At home they may still refuse.
class Coach {
 public:
  /// `other` names the other side in sentences: "India".
  Coach(const TableView& table, std::string other);

  [[nodiscard]] Band estimate(agenda::Outcome outcome) const;
  [[nodiscard]] const Band& reservation() const { return reservation_; }
  [[nodiscard]] Band chance(agenda::Outcome outcome) const;
  /// By falling weight.
  [[nodiscard]] const std::vector<IssueWeight>& weights() const { return weights_; }
  /// Packages of the brief that home clears and that nothing beats for both by estimate, by rising
  /// own utility.
  [[nodiscard]] const std::vector<FrontierGuess>& frontier() const { return frontier_; }
  /// The package worth at least the current aspiration that pleases them most by estimate. The
  /// aspiration falls evenly with the own clock from the best package to no deal, and is never more
  /// than the own last offer.
  [[nodiscard]] const Suggestion& suggestion() const { return suggestion_; }
  [[nodiscard]] double aspiration() const { return aspiration_; }

  /// From the own last offer to `to`, whose own utility is `mine_to` (Bid::utility). Nothing before
  /// the first own offer, or when its value is not known any more.
  [[nodiscard]] std::optional<Trade> trade(agenda::Outcome to, double mine_to) const;

 private:
  [[nodiscard]] double believed(agenda::Outcome outcome) const;  ///< utility of theirs
  [[nodiscard]] double moved_by(agenda::Outcome outcome) const;  ///< by their offers, utility
  [[nodiscard]] Band widened(double belief, double moved, double more) const;
  void guess_reservation();
  void guess_weights();
  void guess_frontier();
  void suggest();

  const TableView& table_;
  std::string other_;
  AdditiveFit fit_;
  double lowest_ = 0, highest_ = 1;         ///< believed, M
  std::uint32_t offers_ = 0;                ///< of theirs
  std::vector<std::vector<double>> asked_;  ///< [issue][level]: share of their offers
  double chance_level_ = 0;
  double zone_ = 1;
  Band reservation_;
  double next_ask_ = 1;
  std::vector<IssueWeight> weights_;
  std::vector<FrontierGuess> frontier_;
  double aspiration_ = 0;
  Suggestion suggestion_;
};

}  // namespace monazite::viz::game

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/what_if/future.hpp>

namespace monazite::viz {

/// One line of the table "what the change does".
struct DifferenceRow {
  /// How B stands to A for those whom the figure is about; for figures that please one and hurt
  /// the other, neutral.
  enum class Judgement { kNeutral, kBetter, kWorse };
  Figure figure = Figure::kAgreement;
  std::string label;       ///< "Lowest cover"
  std::string unit;        ///< "days"; empty for a day
  std::string a, b;        ///< as shown: "18", "29 Aug 25", "none"
  std::string difference;  ///< B less A with its sign: "+25", "-49 d"; empty when one is missing
  std::string words;       ///< "more than twice", "seven weeks earlier", "none in 9 of 10 seeds"
  int sign = 0;            ///< of B less A: -1, 0, 1
  Judgement judgement = Judgement::kNeutral;
  std::optional<double> a_value, b_value;
};

/// All figures, in the order of Figure.
[[nodiscard]] std::vector<DifferenceRow> differences(const Figures& a, const Figures& b);
/// The same of many seeds, those of A and of B in the same order: medians, where the difference is
/// the median of the seeds' differences. Seeds without a figure (no agreement) are left out of it.
[[nodiscard]] std::vector<DifferenceRow> differences(const std::vector<Figures>& a,
                                                     const std::vector<Figures>& b);
/// As CSV with a head: figure, unit, a, b, difference, words. Numbers in full, days as 2025-08-29.
[[nodiscard]] std::string differences_csv(const std::vector<DifferenceRow>& rows);

/// What happened on one day at one party's hand, on either side.
struct DivergentRow {
  base::Day day{};
  base::SeatId who = 0;
  std::string a, b;                            ///< "-" where the other side did nothing of the kind
  std::uint64_t a_message = 0, b_message = 0;  ///< ids; 0: none
};

/// Where two futures part.
struct Divergence {
  /// Nothing when they never do.
  std::optional<base::Day> first;
  /// From that day on, by day and party, at most `kRows`; bookkeeping only if nothing else differs.
  std::vector<DivergentRow> rows;
  /// Days on which deeds (not bookkeeping) differ, ascending.
  std::vector<base::Day> days;
  /// Deeds of A without their like in B and the other way round, month by month of the run.
  struct Month {
    base::Day end{};
    std::uint32_t deeds = 0;
  };
  std::vector<Month> months;

  static constexpr std::size_t kRows = 6;
};

/// Compares from `from` on (earlier days are the same by construction, or are of no interest).
[[nodiscard]] Divergence diverge(const Future& a, const Future& b, base::Day from);

}  // namespace monazite::viz

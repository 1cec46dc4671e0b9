#pragma once

namespace monazite::strategies {

/// What each of two parties gains over no deal from its own and from the other's proposal. The
/// gains from one's own proposal are not negative.
struct Gains {
  double mine_from_mine = 0;
  double mine_from_theirs = 0;
  double theirs_from_theirs = 0;
  double theirs_from_mine = 0;
};

/// Compares the two parties' risks (Zeuthen 1930; Rosenschein and Zlotkin 1994),
///
///   risk = 1 if one's own proposal gains one nothing, else
///          (gain from own proposal - gain from the other's) / gain from own proposal
///
/// where a proposal that leaves one below no deal counts as no deal. Negative: mine is smaller; 0:
/// they are equal; positive: mine is larger. Exact in the gains as given: where both risks are
/// ratios, "mine is smaller" says that the product of the gains from my proposal is smaller than
/// that from theirs (Harsanyi 1956), and products are compared with their rounding errors.
[[nodiscard]] int compare_risk(const Gains& gains);

/// Sign of a * b - c * d without rounding, unless a product underflows. Finite numbers.
[[nodiscard]] int compare_products(double a, double b, double c, double d);

}  // namespace monazite::strategies

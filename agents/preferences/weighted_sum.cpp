#include <algorithm>
#include <cmath>

#include <agents/preferences/weighted_sum.hpp>

namespace monazite::preferences {

base::Result<std::shared_ptr<const WeightedSum>> WeightedSum::make(std::vector<Term> terms) {
  const auto fail = [](const std::string& what) {
    return base::fail(base::ErrorCode::kBadInput, what);
  };
  if (terms.empty()) return fail("a weighted sum of utilities needs at least one");
  for (const Term& term : terms) {
    if (!term.second) return fail("a weighted sum of utilities has a term without one");
    if (!std::isfinite(term.first)) {
      return fail("each weight of a sum of utilities must be a finite number");
    }
  }
  return std::shared_ptr<const WeightedSum>(new WeightedSum(std::move(terms)));
}

double WeightedSum::value(const Agenda& agenda, Outcome outcome) const {
  double sum = 0;
  for (const auto& [weight, utility] : terms_) sum += weight * utility->value(agenda, outcome);
  return sum;
}

void WeightedSum::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  // In pieces that stay in the cache.
  constexpr std::size_t kPiece = 1024;
  std::vector<double> values(std::min(kPiece, out.size()));
  for (std::size_t done = 0; done < out.size(); done += kPiece) {
    const std::span<double> piece = out.subspan(done, std::min(kPiece, out.size() - done));
    std::fill(piece.begin(), piece.end(), 0.0);
    for (const auto& [weight, utility] : terms_) {
      utility->fill(agenda, first + done, std::span<double>(values.data(), piece.size()));
      for (std::size_t i = 0; i < piece.size(); ++i) piece[i] += weight * values[i];
    }
  }
}

}  // namespace monazite::preferences

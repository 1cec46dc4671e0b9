#include <cmath>
#include <numeric>

#include <agents/preferences/moves.hpp>

namespace monazite::preferences {
namespace {

int sign(double change, double tolerance) {
  if (std::abs(change) <= tolerance) return 0;
  return change > 0 ? 1 : -1;
}

}  // namespace

std::string_view name_of(Move move) {
  switch (move) {
    case Move::kFortunate:
      return "fortunate";
    case Move::kSelfish:
      return "selfish";
    case Move::kConcession:
      return "concession";
    case Move::kUnfortunate:
      return "unfortunate";
    case Move::kNice:
      return "nice";
    case Move::kSilent:
      break;
  }
  return "silent";
}

Move classify(double own_change, double other_change, double tolerance) {
  const int own = sign(own_change, tolerance);
  const int other = sign(other_change, tolerance);
  if (own > 0) return other > 0 ? Move::kFortunate : Move::kSelfish;
  if (own < 0) return other < 0 ? Move::kUnfortunate : Move::kConcession;
  if (other == 0) return Move::kSilent;
  return other > 0 ? Move::kNice : Move::kUnfortunate;
}

Move classify_as_negolog(double own_change, double other_change, double threshold) {
  if (std::abs(own_change) < threshold) {
    if (std::abs(other_change) < threshold) return Move::kSilent;
    if (other_change > 0) return Move::kNice;
  }
  return classify(own_change, other_change);
}

std::uint64_t MoveCounts::all() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

std::optional<double> MoveCounts::sensitivity() const {
  const std::uint64_t positive = of(Move::kFortunate) + of(Move::kNice) + of(Move::kConcession);
  const std::uint64_t negative = of(Move::kSelfish) + of(Move::kUnfortunate) + of(Move::kSilent);
  if (negative == 0) return std::nullopt;
  return static_cast<double>(positive) / static_cast<double>(negative);
}

}  // namespace monazite::preferences

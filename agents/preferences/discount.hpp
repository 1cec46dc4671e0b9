#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace monazite::preferences {

/// What waiting costs. An agreement worth u is worth discounted(u) when it is reached at relative
/// time t in [0, 1], in round r = 0, 1, 2, ...
struct Discount {
  enum class Kind {
    kNone,
    kPerTime,        ///< u * factor^t: Genius' meaning of a discount factor
    kPerRound,       ///< u * factor^r: NegMAS' meaning of the same file; Rubinstein (1982)
    kLinear,         ///< u - factor * t: a cost of waiting, in the unit of u
    kLinearPerRound  ///< u - factor * r: the same by rounds
  };
  Kind kind = Kind::kNone;
  double factor = 1;        ///< in (0, 1) for the first two, >= 0 for the others
  bool reservation = true;  ///< whether the reservation value loses as well

  [[nodiscard]] double discounted(double utility, double time, std::uint32_t round) const {
    switch (kind) {
      case Kind::kNone:
        return utility;
      case Kind::kPerTime:
        return utility * std::pow(factor, std::clamp(time, 0.0, 1.0));
      case Kind::kPerRound:
        return utility * std::pow(factor, static_cast<double>(round));
      case Kind::kLinear:
        return utility - factor * time;
      case Kind::kLinearPerRound:
        return utility - factor * static_cast<double>(round);
    }
    return utility;
  }
};

}  // namespace monazite::preferences

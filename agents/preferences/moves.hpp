#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace monazite::preferences {

/// What a party did with its latest offer, by what changed against its offer before: its own
/// utility, and (as an analyst knows it) the other party's. The six classes of Hindriks, Jonker and
/// Tykhonov, "Analysis of negotiation dynamics" (CIA 2007), which cover the plane:
///
///                 other < 0     other = 0     other > 0
///   own > 0       selfish       selfish       fortunate
///   own = 0       unfortunate   silent        nice
///   own < 0       unfortunate   concession    concession
enum class Move : std::uint8_t { kFortunate, kSelfish, kConcession, kUnfortunate, kNice, kSilent };

inline constexpr std::size_t kMoves = 6;

/// "fortunate", "selfish", ...
[[nodiscard]] std::string_view name_of(Move move);

/// Changes of at most `tolerance` in size count as none. 0 is the definition; rounding may ask for
/// 1e-9.
[[nodiscard]] Move classify(double own_change, double other_change, double tolerance = 0);

/// NegoLog's reading: below `threshold` both changes are silent and an own one alone is nice if the
/// other gains; otherwise signs decide, whatever the size.
[[nodiscard]] Move classify_as_negolog(double own_change, double other_change,
                                       double threshold = 0.03);

/// How often one party made each kind of move.
class MoveCounts {
 public:
  void add(Move move) { ++counts_[static_cast<std::size_t>(move)]; }
  [[nodiscard]] std::uint64_t of(Move move) const {
    return counts_[static_cast<std::size_t>(move)];
  }
  [[nodiscard]] std::uint64_t all() const;
  /// (fortunate + nice + concession) / (selfish + unfortunate + silent): above 1 the party moves
  /// with regard to the other (the paper's sensitivity to opponent preferences). Nothing when it
  /// made no move of the second kind.
  [[nodiscard]] std::optional<double> sensitivity() const;

 private:
  std::array<std::uint64_t, kMoves> counts_{};
};

}  // namespace monazite::preferences

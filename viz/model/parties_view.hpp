#pragma once

#include <optional>
#include <string>
#include <vector>

#include <viz/model/replay.hpp>

namespace monazite::viz {

/// A number with what it is: "Cover", 41.3, "days", of 60.
struct Measure {
  std::string label;
  double value = 0;
  std::string unit;
  std::optional<double> of;  ///< what it is to be compared with, in the same unit
  int decimals = 0;
};

/// A party as its card shows it on a day.
struct PartyCard {
  base::SeatId seat = 0;
  const scenarios::Seat* look =
      nullptr;  ///< for Palette::look; null in a negotiation over a domain
  std::string title;
  std::string japanese;   ///< name; may be empty
  std::string intention;  ///< what it did last, and why; may be empty
  std::optional<Measure> headline, second;
  double bar = 0;              ///< length, 0 to 1; of the headline
  std::optional<double> tick;  ///< where what it is compared with lies on the bar, 0 to 1
  /// The headline over the last 36 months at most, the latest last; as far as known on the day.
  std::vector<double> spark;
  bool warning = false;
  std::string warning_reason;  ///< one sentence
};

inline constexpr std::size_t kSparkMonths = 36;

/// One card for each seat, in the order of the scenario. A government's headline is its magnet or
/// makers' cover, the miner's the use of its mine, the trader's the load of its refinery, a maker's
/// its days of cover.
[[nodiscard]] std::vector<PartyCard> parties_view(const Replay& replay, base::Day day);

}  // namespace monazite::viz

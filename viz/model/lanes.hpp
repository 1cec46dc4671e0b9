#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/replay.hpp>
#include <viz/model/selection.hpp>

namespace monazite::viz {

/// What a band says, which gives its colour and hatching.
enum class BandKind : std::uint8_t {
  kQuiet,    ///< nothing in particular: no talks, open
  kTalks,    ///< bargaining
  kInForce,  ///< agreed, honoured, performed
  kLimited,  ///< eroded, half, slow
  kStopped,  ///< suspended, breached, stopped
  kExcused
};

/// A stretch of a lane, both days inclusive.
struct Band {
  base::Day first{}, last{};
  BandKind kind = BandKind::kQuiet;
  std::string label;     ///< "honoured", "5 meetings"
  Entity entity;         ///< what a click selects
  bool goes_on = false;  ///< its last day is only the last one that is known
  std::string ended;     ///< of talks that are over: "agreed", "walked away"
};

struct Lane {
  enum class Kind : std::uint8_t { kTalks, kClause, kPolicy };
  Kind kind = Kind::kPolicy;
  std::string title;
  Entity entity;            ///< what a click on the title selects; may be nothing
  std::vector<Band> bands;  ///< in order of day, without overlap
};

/// The lanes of the tables (consultation, supply contract), of China's licences, India's feed and
/// export measure, and of every clause, as far as the replay is filled. An open band ends with it.
/// With `until` they say what was known at the end of that day, and depend on nothing after it.
[[nodiscard]] std::vector<Lane> lanes(const Replay& replay,
                                      std::optional<base::Day> until = std::nullopt);

/// Periods in which less than 80 % of the agreed NdPr was shipped, or a maker missed more than 2 %
/// of a month's need: shaded behind everything. Only months that had ended by `until`.
[[nodiscard]] std::vector<Band> crises(const Replay& replay,
                                       std::optional<base::Day> until = std::nullopt);

/// Messages in each of `bins` equal parts of [first, last]; of those sent by `until` only.
[[nodiscard]] std::vector<std::uint32_t> message_density(
    const Replay& replay, base::Day first, base::Day last, std::size_t bins,
    std::optional<base::Day> until = std::nullopt);

}  // namespace monazite::viz

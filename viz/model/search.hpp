#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <viz/model/message_list.hpp>
#include <viz/model/replay.hpp>
#include <viz/model/selection.hpp>

namespace monazite::viz {

struct Hit {
  Entity entity;
  std::string label;   ///< "Suzuki"
  std::string detail;  ///< "party", "event, 29 Aug 2025"
  base::Day day{};     ///< where to go; 1970-01-01: nowhere in particular
  int rank = 0;        ///< the higher the better
};

/// Parties, events, negotiations, clauses, messages by number ("#1353"), by kind and, as far as
/// `book` has them, by what they say, and series that hold all words of the query; the best first,
/// the latest of messages. Only what had happened by `until` when it is given: no spoilers.
[[nodiscard]] std::vector<Hit> search(const Replay& replay, std::string_view query,
                                      std::size_t most = 20, const base::Day* until = nullptr,
                                      const SummaryBook* book = nullptr);

}  // namespace monazite::viz

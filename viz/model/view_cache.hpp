#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <viz/model/clause_view.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/talks_view.hpp>

namespace monazite::viz {

class RecordingFile;

/// What the panels derive from one replay, kept from frame to frame. Each function gives exactly
/// what the free function of its name gives for the replay as it is filled now, so that panels stay
/// functions of (recording, day): of what depends on the day only the last one asked for is kept,
/// and all is forgotten when the replay has grown. Owned by who owns the replay, which must outlive
/// it. What it gives is valid until it is asked for another day or the replay grows.
class ViewCache {
 public:
  explicit ViewCache(const Replay& replay) : replay_(replay) {}

  [[nodiscard]] const std::vector<Flow>& flows(base::Day day);
  [[nodiscard]] const std::vector<PartyCard>& parties(base::Day day);
  [[nodiscard]] const std::vector<ClauseRow>& clauses(base::Day day);
  [[nodiscard]] const std::vector<Chart>& charts();
  /// values_of(): valid as long as the replay does not grow.
  [[nodiscard]] const std::vector<double>& values(const ChartLine& line);
  /// `until`: the day after which nothing is known, while the future is hidden.
  [[nodiscard]] const std::vector<Lane>& lanes(std::optional<base::Day> until = std::nullopt);
  [[nodiscard]] const std::vector<Band>& crises(std::optional<base::Day> until = std::nullopt);
  /// message_density()
  [[nodiscard]] const std::vector<std::uint32_t>& density(
      base::Day first, base::Day last, std::size_t bins,
      std::optional<base::Day> until = std::nullopt);
  /// talks_view() with the bodies it needs; `file` holds the replay.
  [[nodiscard]] const TalksView& talks(RecordingFile& file, const Negotiation& negotiation,
                                       base::Day day);

  /// How often something had to be derived; for tests.
  [[nodiscard]] std::size_t derived() const { return derived_; }

 private:
  /// The value for the last key that was asked for.
  template <class Key, class Value>
  struct Slot {
    std::optional<Key> key;
    Value value{};
  };
  template <class Key, class Value, class Make>
  const Value& get(Slot<Key, Value>& slot, const Key& key, const Make& make);
  void forget_if_grown();

  struct Slots {
    Slot<base::Day, std::vector<Flow>> flows;
    Slot<base::Day, std::vector<PartyCard>> parties;
    Slot<base::Day, std::vector<ClauseRow>> clauses;
    Slot<bool, std::vector<Chart>> charts;
    std::map<FlowId, Slot<bool, std::vector<double>>> estimates;
    Slot<std::optional<base::Day>, std::vector<Lane>> lanes;
    Slot<std::optional<base::Day>, std::vector<Band>> crises;
    Slot<std::tuple<base::Day, base::Day, std::size_t, std::optional<base::Day>>,
         std::vector<std::uint32_t>>
        density;
    Slot<std::pair<std::uint64_t, base::Day>, TalksView> talks;
  };

  const Replay& replay_;
  std::uint64_t revision_ = 0;
  std::size_t derived_ = 0;
  Slots slots_;
};

}  // namespace monazite::viz

#pragma once

#include <vector>

#include <viz/model/replay.hpp>

namespace monazite::viz {

/// NdPr that Japan's makers and JOGMEC bought elsewhere than in India, split by where it came from.
/// The snapshots hold the sum; the split is an estimate: each maker's purchases, less recycled
/// magnets, in proportion to what China under its licences, and others, could deliver to it that
/// month by the scenario's own numbers. One value for each of Replay::months(), t a month; empty
/// without a scenario or without those series.
struct PurchasesElsewhere {
  std::vector<double> china, others;
};
[[nodiscard]] PurchasesElsewhere purchases_elsewhere(const Replay& replay);

}  // namespace monazite::viz

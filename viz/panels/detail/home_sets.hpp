#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// How many packages two homes would clear at a meeting, and how many both would.
struct HomeSets {
  std::uint32_t meeting = 0, sample = 0, first = 0, second = 0, both = 0;
};

/// The course of these over the meetings: a legend with the latest numbers, the two counts, and the
/// overlap, which is a hundred times smaller, in a strip of its own with its own scale.
void draw_home_sets(Ui& ui, Rect rect, const std::vector<HomeSets>& sets,
                    const std::array<Look, 2>& looks, const std::array<std::string, 2>& names);

}  // namespace monazite::viz

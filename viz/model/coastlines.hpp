#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/places.hpp>

namespace monazite::viz {

/// An outer ring of land; the last point is joined to the first.
using Ring = std::vector<GeoPoint>;

/// Land from India to Japan and Australia, of Natural Earth; no borders. Read once, when first
/// asked for.
[[nodiscard]] const std::vector<Ring>& coastlines();

/// Reads the form of coastlines.txt: lines that begin with # are notes, "ring" begins a ring, each
/// other line is a longitude and a latitude. Fails with the number of the line.
[[nodiscard]] base::Result<std::vector<Ring>> parse_coastlines(std::string_view text);

/// The file as it was embedded by the build.
[[nodiscard]] std::string_view coastlines_text();

}  // namespace monazite::viz

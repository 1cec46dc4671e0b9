#pragma once

#include <string_view>
#include <vector>

#include <viz/model/hue.hpp>

namespace monazite::viz {

/// A point of the globe, degrees: east and north are positive.
struct GeoPoint {
  double longitude = 0, latitude = 0;

  friend constexpr bool operator==(GeoPoint a, GeoPoint b) {
    return a.longitude == b.longitude && a.latitude == b.latitude;
  }
};

enum class PlaceId : int {
  kChatrapur,
  kAluva,
  kAtchutapuram,
  kVisakhapatnam,
  kBaotou,
  kGanzhou,
  kMtWeld,
  kKuantan,
  kYokohama,
  kCount,
  kNone = -1  ///< somewhere that is not on the map
};
enum class PlaceKind { kMine, kSeparation, kPort, kMakers };

/// A site of the trade.
struct Place {
  PlaceId id;
  std::string_view name;      ///< English; Strings has the Japanese one
  std::string_view japanese;  ///< may be empty
  std::string_view what;      ///< "mine and cracking"
  GeoPoint at;
  PlaceKind kind;
  Hue hue;
  bool in_inset;  ///< closer to another site than a label: shown in an inset
};

/// In the order of PlaceId.
[[nodiscard]] const std::vector<Place>& places();
[[nodiscard]] const Place& place(PlaceId id);

}  // namespace monazite::viz

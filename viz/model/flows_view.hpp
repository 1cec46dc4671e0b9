#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/hue.hpp>
#include <viz/model/places.hpp>
#include <viz/model/replay.hpp>

namespace monazite::viz {

/// Under this share of what is agreed a flow counts as limited: the memorandum's own threshold.
inline constexpr double kLimitedBelow = 0.8;

/// The flows, always all of them and in this order: Entity::kFlow's number is one of these.
enum class FlowId : std::uint8_t {
  kFeed,             ///< IREL's feed to Toyotsu's refinery
  kOwnOxide,         ///< what India finishes for itself
  kIndiaToJapan,     ///< the refinery's product
  kSoldElsewhere,    ///< the refinery's product for others than Japan
  kChinaToJapan,     ///< an estimate
  kMtWeldToKuantan,  ///< an estimate
  kOutsideToJapan,   ///< an estimate: Lynas and others
  kHeavyToJapan,     ///< Dy/Tb from China; only whether it may flow is recorded
  kIndianPlants,     ///< NdPr that India's magnet plants use
  kMagnetsReturned,  ///< by Japan to India under the memorandum
  kMagnetsImported,  ///< by India from elsewhere, nearly all from China
  kCount
};

enum class FlowState : std::uint8_t {
  kNone,  ///< does not exist yet: nothing flows and nothing is agreed
  kRunning,
  kLimited,  ///< held to less than agreed or wanted
  kHalted
};

/// An amount of one material. Unit: t a month.
struct FlowAmount {
  double month = 0;                  ///< of the month shown
  double mean = 0;                   ///< of the last 12 months, fewer at the start
  std::optional<double> contracted;  ///< agreed
  std::optional<double> cap;         ///< most that a measure lets pass
};

struct Flow {
  FlowId id{};
  std::string title;  ///< "India to Japan"
  std::string note;   ///< under the number: "contract 83", "Dy and Tb, no licence"
  PlaceId from = PlaceId::kNone, to = PlaceId::kNone;
  Hue hue = Hue::kNeutral;
  /// What the arrow's width shows: REO, NdPr or NdFeB; nothing where no amount is recorded.
  std::optional<FlowAmount> amount;
  std::string material;             ///< "NdPr", "NdFeB", "Dy/Tb": of `amount`
  std::optional<FlowAmount> reo;    ///< total rare earths of the same flow, where recorded
  std::optional<double> fulfilled;  ///< month over contracted, 0 and more
  FlowState state = FlowState::kNone;
  std::string why;        ///< of a limit or a halt, one sentence; else empty
  bool estimate = false;  ///< derived, see `how`; shown as "about"
  std::string how;        ///< how it is derived from what is recorded; empty where it is recorded
  /// Way over the map from `from` to `to`, with both ends; empty where there is none.
  std::vector<GeoPoint> route;
};

/// The flows of the month that ended last on or before `day`. Before the first month, and in a
/// recording without snapshots: none.
[[nodiscard]] std::vector<Flow> flows_view(const Replay& replay, base::Day day);

/// A flow's amount month by month, as Flow::amount; empty where none is recorded.
[[nodiscard]] std::vector<double> flow_series(const Replay& replay, FlowId id);

/// "Dy and Tb" and so on: the words for a flow.
[[nodiscard]] const char* flow_title(FlowId id);

}  // namespace monazite::viz

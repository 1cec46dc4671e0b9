#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <world/lab/chronicle.hpp>
#include <world/lab/party_measures.hpp>
#include <world/scenarios/scenario.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::lab {

/// How the flow to Japan fared from July 2025 to June 2027 (or from the month after the first
/// request of the scenario, for two years), on monthly arrivals against the mean of 2024. Stop:
/// some three months in a row under 10 %. Shrink: not a stop, and some six months in a row under 70
/// %. Go on: else. A label for counting runs; no party knows it.
enum class Flow { kStop, kShrink, kGoOn };
[[nodiscard]] const char* to_string(Flow flow);

/// A signed deal of one table, on beliefs at signing and, where it was worked out, on what came
/// true.
struct Deal {
  base::Day signed_on{};
  v1::Table table = v1::TABLE_UNSPECIFIED;
  std::uint64_t conversation = 0;
  std::uint64_t outcome = 0;
  base::Day until{};  ///< last day of its term
  /// The package of theirs that was in force when it was signed; nothing: the terms found at the
  /// start, the agenda's status quo.
  std::optional<std::uint64_t> before;
  std::vector<base::SeatId> parties;
  std::uint32_t meetings = 0;
  double first_gain_musd = 0;  ///< value less no deal, to parties[0]
  double second_gain_musd = 0;
  std::optional<double> distance_to_frontier_musd, distance_to_nash_musd;
  std::optional<double> first_gain_true_musd, second_gain_true_musd;
  std::optional<double> distance_to_frontier_true_musd, distance_to_nash_true_musd;
};

/// How often an office was the one at home whose consent would have widened the overlap of both
/// win-sets most.
struct Obstacle {
  base::SeatId seat = 0;
  v1::Office office = v1::OFFICE_NONE;
  std::uint32_t meetings = 0;
};

/// What researchers count in one run.
struct Measures {
  std::uint64_t seed = 0;
  std::uint32_t run = 0;
  Flow flow = Flow::kGoOn;
  double flow_ratio = 1;         ///< mean arrivals of the two years against 2024
  double flow_ratio_late = 1;    ///< mid-2029 to mid-2031 against 2024
  std::uint32_t requests = 0;    ///< of Commerce to hold back
  std::uint32_t directions = 0;  ///< of atomic energy that changed the feed
  std::uint32_t stop_directions = 0;
  std::uint32_t notifications = 0;
  std::uint32_t consultations = 0, meetings = 0, suspensions = 0, refusals_at_home = 0;
  std::uint32_t leaks = 0;
  std::uint32_t meetings_with_overlap = 0;  ///< at which some package was in both win-sets
  std::vector<Obstacle> obstacles;          ///< of all consultations, the most frequent first
  std::optional<base::Day> first_agreement;
  std::vector<Deal> deals;
  std::vector<PartyMeasures> parties;
  double price_mean_usd_per_kg = 0, price_peak_usd_per_kg = 0;  ///< NdPr outside China
  double unmet_ndpr_t = 0;
  double makers_worst_cover_days = 0;
  double india_magnet_weeks_least = 0;
  std::uint32_t signed_below_reservation = 0;
  std::uint32_t negative_stocks = 0;
  std::uint32_t clauses_in_limbo =
      0;  ///< under consultation or suspended at the end for over 36 months
  std::uint64_t digest = 0;
};

[[nodiscard]] Measures measure(const Chronicle& chronicle, const scenarios::Scenario& scenario);

}  // namespace monazite::lab

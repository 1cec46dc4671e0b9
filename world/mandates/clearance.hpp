#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <protocol/messages/encounter.pb.h>
#include <world/equations/parameters.hpp>
#include <world/mandates/reservation.hpp>

namespace monazite::mandates {

/// What an office can bear and still vote yes: in Japan files circulate longer and round off. M.
[[nodiscard]] double vote_tolerance(const equations::Clearance& rules, Side side);

/// What home makes of a package. All gains are against no deal. M.
struct HomeView {
  double side_gain = 0;
  std::vector<double> gains;  ///< by office
  std::vector<double> moods;  ///< standard normal, by office: what the vote has of chance
  double arbiter_mood = 0;    ///< standard normal
  bool near_summit = false;
  bool deliverable = true;  ///< India: whether mine and plants can give the tonnes
};

/// Votes, vetoes, overruling (Putnam 1988 in the form of docs/model.md, "Clearance"). A package
/// passes if the side does not lose by it (no chance in that: nobody signs below its reservation
/// value), yes votes have the majority of the weight, and no veto stands. An arbiter lifts one veto
/// if it gains more than the rules' overrule_musd; near a summit ministers lift one more if the
/// side gains as much. If votes fail without a veto, the office with the largest loss is named.
void clear_at_home(const SideModel& model, const HomeView& view, const equations::Clearance& rules,
                   double vote_noise_musd, v1::Clearance& clearance);

/// For one package and one home: the offices any one of which could let the package pass by saying
/// yes, as bits in the order of the offices. kClears: it passes as it is; 0: no single office
/// helps.
using Consent = std::uint32_t;
inline constexpr Consent kClears = 1U << 31;

inline constexpr std::size_t kMostOffices = 31;  ///< of a side
using OfficeGains = std::array<double, kMostOffices>;

/// As staff expect it, without chance. `gains` by office.
[[nodiscard]] Consent expected_consent(const SideModel& model, const equations::Clearance& rules,
                                       double side_gain, const OfficeGains& gains);

/// Win-sets of two homes on the same packages.
struct WinSets {
  std::uint32_t first = 0;  ///< packages that the first home clears
  std::uint32_t second = 0;
  std::uint32_t overlap = 0;
  /// Place among its side's offices of the one whose consent would widen the overlap most; -1:
  /// nobody.
  int first_obstacle = -1;
  int second_obstacle = -1;
};
/// The two lists must be equally long.
[[nodiscard]] WinSets compare_win_sets(const std::vector<Consent>& first,
                                       const std::vector<Consent>& second);

}  // namespace monazite::mandates

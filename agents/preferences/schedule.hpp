#pragma once

#include <memory>
#include <vector>

#include <agents/preferences/domain.hpp>

namespace monazite::preferences {

/// Preferences that change while the talks go on: from relative time `from` on, the utility and the
/// value of no deal are these. A stock that runs down, an order that is lost, a researcher's shock.
struct Change {
  double from = 0;                         ///< relative time in [0, 1]
  std::shared_ptr<const Utility> utility;  ///< none: as before
  double reservation = 0;                  ///< same unit as the utility
};

/// One party's preferences over the time of a negotiation: a profile to begin with, and changes.
/// Between changes preferences stand still, so tables and rankings of a stage are good until the
/// next one begins.
class Schedule {
 public:
  /// Fails with a sentence when a change is not later than the one before it, lies outside [0, 1],
  /// or has a reservation value that is not a number.
  [[nodiscard]] static base::Result<Schedule> make(Profile first, std::vector<Change> changes);

  /// Number of stages: one more than there are changes.
  [[nodiscard]] std::size_t stages() const { return stages_.size(); }
  /// What holds during a stage. The discount is the first profile's throughout.
  [[nodiscard]] const Profile& stage(std::size_t number) const { return stages_[number]; }
  /// The relative time at which a stage begins; 0 for the first.
  [[nodiscard]] double begins(std::size_t number) const { return begins_[number]; }
  /// The stage that holds at a relative time: the last one that has begun.
  [[nodiscard]] std::size_t stage_at(double time) const;

 private:
  Schedule() = default;

  std::vector<Profile> stages_;
  std::vector<double> begins_;
};

}  // namespace monazite::preferences

#include <algorithm>
#include <cmath>

#include <agents/preferences/schedule.hpp>

namespace monazite::preferences {

base::Result<Schedule> Schedule::make(Profile first, std::vector<Change> changes) {
  Schedule schedule;
  schedule.begins_.push_back(0);
  schedule.stages_.push_back(std::move(first));
  for (Change& change : changes) {
    const auto fail = [&](const std::string& what) {
      return base::fail(base::ErrorCode::kBadInput,
                        "profile \"" + schedule.stages_.front().name + "\": change " +
                            std::to_string(schedule.stages_.size()) + " " + what);
    };
    if (!(change.from >= 0 && change.from <= 1)) return fail("must begin at a time from 0 to 1");
    if (schedule.stages_.size() > 1 && change.from <= schedule.begins_.back()) {
      return fail("must begin later than the one before it");
    }
    if (std::isnan(change.reservation)) return fail("needs a number as reservation value");
    Profile next = schedule.stages_.back();
    if (change.utility) next.utility = std::move(change.utility);
    next.reservation = change.reservation;
    next.reserved_outcome.reset();
    schedule.begins_.push_back(change.from);
    schedule.stages_.push_back(std::move(next));
  }
  return schedule;
}

std::size_t Schedule::stage_at(double time) const {
  const auto after = std::upper_bound(begins_.begin() + 1, begins_.end(), time);
  return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

}  // namespace monazite::preferences

#pragma once

#include <deque>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/observation.pb.h>
#include <world/scenarios/scenario.hpp>

namespace monazite::engine {

/// One true number of the world at the end of a month. Never leaves the engine: seats get readings.
struct Fact {
  v1::Quantity quantity = v1::QUANTITY_UNSPECIFIED;
  base::SeatId subject = 0;
  double value = 0;
};

/// Turns the facts of a month into what each seat may know of them: who sees what, how late and how
/// exactly is the scenario's table of observations. An error multiplies the value by exp(sd * n)
/// and is drawn anew with each report; two seats' errors are independent. Whatever the table says,
/// a maker sees no other maker, and India and IREL see the makers only as a whole.
class Observer {
 public:
  Observer(const scenarios::Scenario& scenario, const base::Draws& draws);

  /// Adds the facts of a month; the same quantities in the same order every month.
  void record(base::Day end_of_month, std::vector<Fact> facts);

  /// Fills the observation of the last recorded month for one seat. `index`: position of the seat
  /// in the scenario's list.
  void observe(std::size_t index, std::uint32_t month, v1::Observation& observation) const;

 private:
  struct Month {
    base::Day day{};
    std::vector<Fact> facts;
  };
  std::vector<scenarios::Seat> seats_;
  scenarios::ObservationTable table_;
  std::size_t longest_delay_;
  std::uint32_t months_per_report_;
  base::Draws draws_;
  std::deque<Month> months_;  ///< newest last; as many as the longest delay needs
};

}  // namespace monazite::engine

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
/// exactly is a table in observer.cpp (docs/model.md, "Observations"). Delays are whole months; an
/// error multiplies the value by exp(sd * n) and is drawn anew every six months, like a report.
/// Two seats' errors are independent.
class Observer {
 public:
  Observer(const std::vector<scenarios::Seat>& seats, const base::Draws& draws);

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
  base::Draws draws_;
  std::deque<Month> months_;  ///< newest last; as many as the longest delay needs
};

}  // namespace monazite::engine

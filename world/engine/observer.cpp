#include <algorithm>
#include <cmath>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/engine/observer.hpp>

namespace monazite::engine {
namespace {

using scenarios::Sight;
using scenarios::Viewpoint;

constexpr base::Purpose kReportError{"engine.observer.report_error"};

Viewpoint viewpoint(const scenarios::Seat& seat) {
  switch (seat.kind) {
    case scenarios::SeatKind::kGovernment:
      return seat.name == "india" ? Viewpoint::kIndia : Viewpoint::kJapan;
    case scenarios::SeatKind::kMiner:
      return Viewpoint::kIrel;
    case scenarios::SeatKind::kTrader:
      return Viewpoint::kToyotsu;
    default:
      return Viewpoint::kMakers;
  }
}

/// A maker sees no other maker; India sees Japan's makers only as a whole.
bool of_no_concern(const Fact& fact, Viewpoint seen_by, base::SeatId self) {
  if (fact.subject == 0) {
    return seen_by == Viewpoint::kMakers &&
           (fact.quantity == v1::QUANTITY_MAKER_COVER ||
            fact.quantity == v1::QUANTITY_MAKER_UNMET || fact.quantity == v1::QUANTITY_MAKER_NEED ||
            fact.quantity == v1::QUANTITY_MAKER_STOCK);
  }
  if (seen_by == Viewpoint::kMakers) return fact.subject != self;
  return seen_by == Viewpoint::kIndia || seen_by == Viewpoint::kIrel;
}

}  // namespace

Observer::Observer(const scenarios::Scenario& scenario, const base::Draws& draws)
    : seats_(scenario.seats),
      table_(scenario.observations),
      longest_delay_(static_cast<std::size_t>(scenario.observations.longest_delay_months())),
      months_per_report_(static_cast<std::uint32_t>(scenario.observations.report_months)),
      draws_(draws) {}

void Observer::record(base::Day end_of_month, std::vector<Fact> facts) {
  MONAZITE_CHECK(months_.empty() || months_.back().facts.size() == facts.size(),
                 "each month must bring the same facts");
  months_.push_back({end_of_month, std::move(facts)});
  if (months_.size() > longest_delay_ + 1) months_.pop_front();
}

void Observer::observe(std::size_t index, std::uint32_t month, v1::Observation& observation) const {
  observation.set_month(month);
  const auto self = static_cast<base::SeatId>(base::kFirstSeat + index);
  const Viewpoint seen_by = viewpoint(seats_[index]);
  const std::vector<Fact>& newest = months_.back().facts;
  for (std::size_t i = 0; i < newest.size(); ++i) {
    if (of_no_concern(newest[i], seen_by, self)) continue;
    const Sight sight = table_.sight(newest[i].quantity, seen_by);
    if (!sight.sees()) continue;
    const std::size_t back =
        std::min(static_cast<std::size_t>(sight.delay_months), months_.size() - 1);
    const Month& then = months_[months_.size() - 1 - back];
    double value = then.facts[i].value;
    if (sight.error_log_sd > 0) {
      const auto report = static_cast<std::int32_t>(month / months_per_report_);
      const auto ordinal = static_cast<std::uint32_t>(newest[i].quantity) * 256 + newest[i].subject;
      value *= std::exp(sight.error_log_sd *
                        draws_.normal(kReportError, base::Day{report}, self, ordinal));
    }
    v1::Reading* reading = observation.add_readings();
    reading->set_quantity(newest[i].quantity);
    reading->set_subject(newest[i].subject);
    reading->set_value(value);
    reading->set_as_of_day(then.day.number);
    reading->set_noise_log_sd(sight.error_log_sd);
  }
}

}  // namespace monazite::engine

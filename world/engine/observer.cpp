#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/engine/observer.hpp>

namespace monazite::engine {
namespace {

constexpr base::Purpose kReportError{"engine.observer.report_error"};
constexpr int kLongestDelay = 6;
constexpr int kMonthsPerReport = 6;

/// How one kind of seat sees one quantity. delay < 0: not at all.
struct View {
  int delay_months = -1;
  double noise_log_sd = 0;
};

/// Who sees what. All delays and errors are assumptions, in the order india, irel, toyotsu, japan,
/// makers; a maker sees its own numbers and no other maker's.
struct Row {
  v1::Quantity quantity;
  std::array<View, 5> views;
};

constexpr View kNo{-1, 0};
constexpr View kExact{0, 0};

constexpr std::array<Row, 34> kTable = {{
    {v1::QUANTITY_PRICE_NDPR_CHINA, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_PRICE_NDPR_OUTSIDE, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_PRICE_HEAVY, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_PRICE_LIGHT, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_REGIME_LIGHT, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_REGIME_MAGNET, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_INDIA_NDPR_STOCK, {View{1, 0.05}, {1, 0}, {3, 0.25}, {3, 0.25}, {6, 0.35}}},
    {v1::QUANTITY_INDIA_PLANT_START, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_INDIA_PLANT_LOAD, {kExact, View{1, 0}, {1, 0}, {1, 0}, {3, 0}}},
    {v1::QUANTITY_INDIA_MAGNET_STOCK, {kExact, View{1, 0.2}, {1, 0.3}, {1, 0.3}, {2, 0.35}}},
    {v1::QUANTITY_INDIA_MAGNET_NEED, {kExact, View{1, 0.1}, {1, 0.1}, {1, 0.1}, {2, 0.1}}},
    {v1::QUANTITY_INDIA_MAGNET_SHORTAGE, {kExact, View{1, 0.2}, {1, 0.3}, {1, 0.3}, kNo}},
    {v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT, {kExact, kExact, View{3, 0.15}, {3, 0.25}, kNo}},
    {v1::QUANTITY_INDIA_HEAT, {kExact, kExact, kExact, kExact, View{1, 0}}},
    {v1::QUANTITY_INDIA_PUBLIC_COMMITMENT, {kExact, kExact, kExact, kExact, kNo}},
    {v1::QUANTITY_INDIA_STANDING_ASKS, {kExact, kExact, kNo, kNo, kNo}},
    {v1::QUANTITY_FEED_FACTOR, {kExact, kExact, kExact, View{1, 0}, {2, 0}}},
    {v1::QUANTITY_FEED_MIX, {kExact, kExact, kExact, View{1, 0}, {2, 0}}},
    {v1::QUANTITY_EXPORT_CAP, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_SHIPPED_REO, {View{1, 0}, {1, 0}, kExact, View{1, 0}, {2, 0}}},
    {v1::QUANTITY_SHIPPED_NDPR, {View{1, 0}, {1, 0}, kExact, View{1, 0}, {2, 0}}},
    {v1::QUANTITY_ARRIVED_REO, {View{2, 0}, {2, 0}, kExact, kExact, View{1, 0}}},
    {v1::QUANTITY_ARRIVED_NDPR, {View{2, 0}, {2, 0}, kExact, kExact, View{1, 0}}},
    {v1::QUANTITY_LATE_CARGO, {kNo, kNo, kExact, kExact, kExact}},
    {v1::QUANTITY_REFINERY_LOAD, {View{1, 0}, {1, 0}, kExact, View{2, 0.1}, kNo}},
    {v1::QUANTITY_REFINERY_STOCK, {kNo, View{1, 0.1}, kExact, View{2, 0.2}, kNo}},
    {v1::QUANTITY_MAKER_STOCK, {kNo, kNo, kExact, View{1, 0}, kExact}},
    {v1::QUANTITY_MAKER_COVER, {View{2, 0.25}, {2, 0.25}, kExact, View{1, 0}, kExact}},
    {v1::QUANTITY_MAKER_UNMET, {View{1, 0.3}, {1, 0.3}, kExact, View{1, 0}, kExact}},
    {v1::QUANTITY_MAKER_NEED, {View{3, 0.1}, {3, 0.1}, kExact, View{1, 0}, kExact}},
    {v1::QUANTITY_STATE_STOCK, {kNo, kNo, kNo, kExact, kNo}},
    {v1::QUANTITY_HEAVY_COVER, {View{3, 0.35}, kNo, {2, 0.2}, kExact, View{1, 0.1}}},
    {v1::QUANTITY_PRESS_PRESSURE, {kExact, kExact, kExact, kExact, kExact}},
    {v1::QUANTITY_LINKAGE_ACCOUNT, {kExact, kNo, kNo, kExact, kNo}},
}};

/// Quantities seen otherwise than by the table: how a promise was kept is known on both sides at
/// once, JOGMEC's true cover to Japan alone.
constexpr std::array<Row, 3> kRest = {{
    {v1::QUANTITY_STATE_COVER, {kNo, kNo, kNo, kExact, kNo}},
    {v1::QUANTITY_FULFILMENT, {kExact, kExact, kExact, View{1, 0}, {2, 0}}},
    {v1::QUANTITY_RETURN_FULFILMENT, {kExact, kNo, kNo, kExact, kNo}},
}};

std::size_t column(const scenarios::Seat& seat) {
  switch (seat.kind) {
    case scenarios::SeatKind::kGovernment:
      return seat.name == "india" ? 0 : 3;
    case scenarios::SeatKind::kMiner:
      return 1;
    case scenarios::SeatKind::kTrader:
      return 2;
    default:
      return 4;
  }
}

View view_of(v1::Quantity quantity, std::size_t column) {
  for (const Row& row : kTable) {
    if (row.quantity == quantity) return row.views[column];
  }
  for (const Row& row : kRest) {
    if (row.quantity == quantity) return row.views[column];
  }
  return kNo;
}

constexpr std::size_t kMakerColumn = 4;
constexpr std::size_t kIndiaColumn = 0;
constexpr std::size_t kIrelColumn = 1;

/// A maker sees no other maker; India sees Japan's makers only as a whole.
bool of_no_concern(const Fact& fact, std::size_t column, base::SeatId self) {
  if (fact.subject == 0) {
    return column == kMakerColumn &&
           (fact.quantity == v1::QUANTITY_MAKER_COVER ||
            fact.quantity == v1::QUANTITY_MAKER_UNMET || fact.quantity == v1::QUANTITY_MAKER_NEED ||
            fact.quantity == v1::QUANTITY_MAKER_STOCK);
  }
  if (column == kMakerColumn) return fact.subject != self;
  return column == kIndiaColumn || column == kIrelColumn;
}

}  // namespace

Observer::Observer(const std::vector<scenarios::Seat>& seats, const base::Draws& draws)
    : seats_(seats), draws_(draws) {}

void Observer::record(base::Day end_of_month, std::vector<Fact> facts) {
  MONAZITE_CHECK(months_.empty() || months_.back().facts.size() == facts.size(),
                 "each month must bring the same facts");
  months_.push_back({end_of_month, std::move(facts)});
  if (months_.size() > kLongestDelay + 1) months_.pop_front();
}

void Observer::observe(std::size_t index, std::uint32_t month, v1::Observation& observation) const {
  observation.set_month(month);
  const auto self = static_cast<base::SeatId>(base::kFirstSeat + index);
  const std::size_t seen_by = column(seats_[index]);
  const std::vector<Fact>& newest = months_.back().facts;
  for (std::size_t i = 0; i < newest.size(); ++i) {
    if (of_no_concern(newest[i], seen_by, self)) continue;
    const View view = view_of(newest[i].quantity, seen_by);
    if (view.delay_months < 0) continue;
    const std::size_t back =
        std::min(static_cast<std::size_t>(view.delay_months), months_.size() - 1);
    const Month& then = months_[months_.size() - 1 - back];
    double value = then.facts[i].value;
    if (view.noise_log_sd > 0) {
      const auto report = static_cast<std::int32_t>(month / kMonthsPerReport);
      const auto ordinal = static_cast<std::uint32_t>(newest[i].quantity) * 256 + newest[i].subject;
      value *= std::exp(view.noise_log_sd *
                        draws_.normal(kReportError, base::Day{report}, self, ordinal));
    }
    v1::Reading* reading = observation.add_readings();
    reading->set_quantity(newest[i].quantity);
    reading->set_subject(newest[i].subject);
    reading->set_value(value);
    reading->set_as_of_day(then.day.number);
    reading->set_noise_log_sd(view.noise_log_sd);
  }
}

}  // namespace monazite::engine

#include <cmath>
#include <map>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/observer.hpp>

using namespace monazite;
using engine::Fact;
using engine::Observer;

namespace {

constexpr std::size_t kIndia = 0, kJapan = 1, kIrel = 2, kToyotsu = 3, kFirstMaker = 4;

/// Twelve months in which the stock of India counts up by 100 t and every maker holds 50 t.
Observer observer_after(int months, std::uint64_t seed = 1,
                        const scenarios::Scenario& scenario = test_support::june_2025()) {
  Observer observer(scenario, base::Draws(seed));
  for (int i = 0; i < months; ++i) {
    std::vector<Fact> facts = {{v1::QUANTITY_PRICE_NDPR_OUTSIDE, 0, 60.0 + i},
                               {v1::QUANTITY_INDIA_NDPR_STOCK, 0, 100.0 * (i + 1)},
                               {v1::QUANTITY_INDIA_STANDING_ASKS, 0, 2.0},
                               {v1::QUANTITY_STATE_STOCK, 0, 900.0}};
    for (std::size_t maker = 0; maker < 4; ++maker) {
      facts.push_back({v1::QUANTITY_MAKER_STOCK,
                       static_cast<base::SeatId>(base::kFirstSeat + kFirstMaker + maker), 50.0});
    }
    observer.record(base::end_of_month(base::add_months(scenario.first_day, i)), facts);
  }
  return observer;
}

std::map<std::pair<int, unsigned>, v1::Reading> readings(const Observer& observer, std::size_t seat,
                                                         std::uint32_t month) {
  v1::Observation observation;
  observer.observe(seat, month, observation);
  std::map<std::pair<int, unsigned>, v1::Reading> out;
  for (const v1::Reading& reading : observation.readings()) {
    out[{reading.quantity(), reading.subject()}] = reading;
  }
  return out;
}

}  // namespace

TEST_CASE("prices are public, exact and fresh") {
  const Observer observer = observer_after(8);
  for (std::size_t seat = 0; seat < 8; ++seat) {
    const auto seen = readings(observer, seat, 7);
    const v1::Reading& price = seen.at({v1::QUANTITY_PRICE_NDPR_OUTSIDE, 0});
    CHECK(price.value() == 67.0);
    CHECK(price.noise_log_sd() == 0);
  }
}

TEST_CASE("IREL knows India's stock of last month, Japan an estimate that is three months old") {
  const Observer observer = observer_after(8);
  const v1::Reading irel = readings(observer, kIrel, 7).at({v1::QUANTITY_INDIA_NDPR_STOCK, 0});
  CHECK(irel.value() == 700.0);
  const v1::Reading japan = readings(observer, kJapan, 7).at({v1::QUANTITY_INDIA_NDPR_STOCK, 0});
  CHECK(japan.noise_log_sd() == 0.25);
  CHECK(japan.value() != 500.0);
  CHECK(std::abs(std::log(japan.value() / 500.0)) < 1.5);
  CHECK(japan.as_of_day() < irel.as_of_day());
}

TEST_CASE("a report's error stays for six months and is another seat's own") {
  std::map<std::uint32_t, double> error;
  for (int months = 1; months <= 12; ++months) {
    const Observer observer = observer_after(months);
    const auto seen = readings(observer, kToyotsu, static_cast<std::uint32_t>(months - 1));
    const int as_of = std::max(1, months - 3);
    error[static_cast<std::uint32_t>(months - 1)] =
        seen.at({v1::QUANTITY_INDIA_NDPR_STOCK, 0}).value() / (100.0 * as_of);
  }
  for (std::uint32_t month = 1; month < 6; ++month) CHECK(error[month] == Approx(error[0]));
  CHECK(error[6] != Approx(error[5]));
  const Observer observer = observer_after(8);
  CHECK(readings(observer, kToyotsu, 7).at({v1::QUANTITY_INDIA_NDPR_STOCK, 0}).value() !=
        readings(observer, kJapan, 7).at({v1::QUANTITY_INDIA_NDPR_STOCK, 0}).value());
}

TEST_CASE("a scenario says how late, how exactly and by whom a quantity is seen") {
  const scenarios::Scenario scenario = test_support::scenario(
      "june-2025",
      {"observation.india_ndpr_stock.delay_months.japan=7",
       "observation.india_ndpr_stock.error_log_sd.japan=0",
       "observation.india_ndpr_stock.error_log_sd.irel=0.3",
       "observation.price_ndpr_outside.delay_months.makers=never", "observations.report_months=1"});
  const Observer observer = observer_after(9, 1, scenario);
  CHECK(readings(observer, kJapan, 8).at({v1::QUANTITY_INDIA_NDPR_STOCK, 0}).value() == 200.0);
  CHECK(readings(observer, kFirstMaker, 8).count({v1::QUANTITY_PRICE_NDPR_OUTSIDE, 0}) == 0);
  const auto error = [&](int months) {
    const auto seen = readings(observer_after(months, 1, scenario), kIrel,
                               static_cast<std::uint32_t>(months - 1));
    return seen.at({v1::QUANTITY_INDIA_NDPR_STOCK, 0}).value() / (100.0 * (months - 1));
  };
  CHECK(error(5) != Approx(error(4)));  // a report a month
}

TEST_CASE("what is private stays private") {
  const Observer observer = observer_after(8);
  CHECK(readings(observer, kIndia, 7).count({v1::QUANTITY_INDIA_STANDING_ASKS, 0}) == 1);
  CHECK(readings(observer, kJapan, 7).count({v1::QUANTITY_INDIA_STANDING_ASKS, 0}) == 0);
  CHECK(readings(observer, kJapan, 7).count({v1::QUANTITY_STATE_STOCK, 0}) == 1);
  for (const std::size_t seat : {kIndia, kIrel, kToyotsu, kFirstMaker}) {
    CHECK(readings(observer, seat, 7).count({v1::QUANTITY_STATE_STOCK, 0}) == 0);
  }
  // A maker sees its own stock and no other maker's; India sees none of the four.
  for (unsigned maker = 0; maker < 4; ++maker) {
    const unsigned subject = base::kFirstSeat + static_cast<unsigned>(kFirstMaker) + maker;
    for (unsigned reader = 0; reader < 4; ++reader) {
      CHECK(
          readings(observer, kFirstMaker + reader, 7).count({v1::QUANTITY_MAKER_STOCK, subject}) ==
          (reader == maker ? 1U : 0U));
    }
    CHECK(readings(observer, kIndia, 7).count({v1::QUANTITY_MAKER_STOCK, subject}) == 0);
    CHECK(readings(observer, kToyotsu, 7).count({v1::QUANTITY_MAKER_STOCK, subject}) == 1);
  }
}

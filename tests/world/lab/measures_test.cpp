#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/measures.hpp>

using namespace monazite;

namespace {

/// A chronicle with nothing but arrivals: 80 t a month in 2024, then `later` from January 2025.
lab::Chronicle arrivals(const std::vector<double>& later) {
  lab::Chronicle chronicle;
  const base::Day first = *base::parse_day("2024-01-01");
  chronicle.header.set_first_day(first.number);
  for (int i = 0; i < 48; ++i) {
    lab::Chronicle::Month month;
    month.day = base::end_of_month(base::add_months(first, i));
    if (i == 0) month.snapshot.add_names("landed_reo_t");
    const auto at = static_cast<std::size_t>(i - 12);
    month.snapshot.add_values(i < 12 ? 80 : later[std::min(at, later.size() - 1)]);
    chronicle.months.push_back(month);
  }
  return chronicle;
}

lab::Flow flow(std::vector<double> later) {
  return lab::measure(arrivals(later), test_support::short_crisis()).flow;
}

std::vector<double> months(int normal, int low, double level) {
  std::vector<double> out(static_cast<std::size_t>(normal), 80.0);
  out.insert(out.end(), static_cast<std::size_t>(low), level);
  out.insert(out.end(), 30, 80.0);
  return out;
}

}  // namespace

TEST_CASE("an office counts as an obstacle at each meeting at which its consent was most wanted") {
  lab::Chronicle chronicle = arrivals({80});
  v1::Envelope opening;
  opening.set_conversation(5);
  opening.mutable_opening()->set_table(v1::TABLE_CONSULTATION);
  for (const base::SeatId seat : {4U, 3U}) opening.mutable_opening()->add_parties(seat);
  chronicle.envelopes.push_back(opening);
  const auto meeting = [&](v1::Office first, v1::Office second, std::uint32_t overlap) {
    v1::NegotiationAnalysis a;
    a.set_conversation(5);
    a.set_table(v1::TABLE_CONSULTATION);
    a.set_basis(v1::NegotiationAnalysis::BASIS_BELIEFS);
    a.set_overlap(overlap);
    a.set_first_obstacle(first);
    a.set_second_obstacle(second);
    chronicle.analyses.push_back({chronicle.months.front().day, a});
  };
  meeting(v1::OFFICE_FINANCE_MINISTRY, v1::OFFICE_ATOMIC_ENERGY, 0);
  meeting(v1::OFFICE_NONE, v1::OFFICE_ATOMIC_ENERGY, 3);
  // What came true is no meeting.
  meeting(v1::OFFICE_FINANCE_MINISTRY, v1::OFFICE_NONE, 9);
  chronicle.analyses.back().analysis.set_basis(v1::NegotiationAnalysis::BASIS_WHAT_CAME_TRUE);
  const lab::Measures m = lab::measure(chronicle, test_support::short_crisis());
  CHECK(m.meetings_with_overlap == 1);
  REQUIRE(m.obstacles.size() == 2);
  CHECK(m.obstacles[0].seat == 3);
  CHECK(m.obstacles[0].office == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(m.obstacles[0].meetings == 2);
  CHECK(m.obstacles[1].seat == 4);
  CHECK(m.obstacles[1].meetings == 1);
}

TEST_CASE("three months under a tenth are a stop, two are not") {
  CHECK(flow(months(10, 3, 7)) == lab::Flow::kStop);
  CHECK(flow(months(10, 2, 7)) == lab::Flow::kGoOn);
  CHECK(flow(months(10, 3, 9)) == lab::Flow::kGoOn);
}

TEST_CASE("six months under seventy per cent are a shrinking, and only within the two years") {
  CHECK(flow(months(10, 6, 50)) == lab::Flow::kShrink);
  CHECK(flow(months(10, 5, 50)) == lab::Flow::kGoOn);
  CHECK(flow(months(0, 6, 50)) == lab::Flow::kGoOn);
}

TEST_CASE(
    "a run's deals are above both reservation values and its parties have their own numbers") {
  const lab::Played played = test_support::play(6);
  const lab::Measures m = lab::measure(played.chronicle, test_support::short_crisis());
  CHECK(m.signed_below_reservation == 0);
  CHECK(m.negative_stocks == 0);
  CHECK(m.requests >= 1);
  CHECK(m.deals.size() > 4);
  REQUIRE(m.parties.size() == 8);
  double gains = 0, from_deals = 0;
  for (const lab::PartyMeasures& party : m.parties) gains += party.gain_musd;
  for (const lab::Deal& deal : m.deals) from_deals += deal.first_gain_musd + deal.second_gain_musd;
  CHECK(gains == Approx(from_deals));
}

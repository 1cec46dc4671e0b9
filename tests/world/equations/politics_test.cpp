#include <tests/support/catch.hpp>
#include <tests/support/default_parameters.hpp>
#include <world/equations/politics.hpp>

using namespace monazite;
using namespace monazite::equations;

namespace {

const Politics& politics() {
  static const Politics numbers = fixtures::default_parameters().politics;
  return numbers;
}

}  // namespace

TEST_CASE("Quiet times leave a heat near its base") {
  PoliticalClimate climate{0.9, 1, 1, 1};
  for (int month = 0; month < 200; ++month) {
    climate = next_climate(climate, 0, 300, 600, politics());
  }
  CHECK(climate.heat == Approx(politics().heat_base).margin(0.02));
  CHECK(climate.pressure < 1e-6);
  CHECK(climate.asks < 1e-6);
  CHECK(climate.commitment < 1e-3);
}

TEST_CASE("Missing magnets heat more than a short cover, and heat stays within one") {
  const PoliticalClimate quiet{0.05, 0, 0, 0};
  const double at_ease = next_climate(quiet, 0, 300, 600, politics()).heat;
  const double scarce = next_climate(quiet, 0, 300, 140, politics()).heat;
  const double missing = next_climate(quiet, 100, 300, 0, politics()).heat;
  CHECK(scarce > at_ease);
  CHECK(missing > scarce);
  PoliticalClimate climate = quiet;
  for (int month = 0; month < 50; ++month) climate = next_climate(climate, 300, 300, 0, politics());
  CHECK(climate.heat == 1);
}

TEST_CASE("A published request binds in public, a quiet one only stands") {
  const PoliticalClimate quiet{0.05, 0, 0, 0};
  const PoliticalClimate published = after_published_request(quiet, politics());
  const PoliticalClimate inside = after_quiet_request(quiet, politics());
  CHECK(published.asks == inside.asks);
  CHECK(published.commitment > 0);
  CHECK(published.heat > quiet.heat);
  CHECK(inside.commitment == 0);
  CHECK(inside.heat == quiet.heat);
}

TEST_CASE("Leaks and notifications press on both sides") {
  const PoliticalClimate quiet{0.05, 0, 0, 0};
  CHECK(after_leak(quiet, politics()).pressure > 0);
  CHECK(after_leak(quiet, politics()).heat > quiet.heat);
  CHECK(after_notification(quiet, politics()).pressure > after_leak(quiet, politics()).pressure);
}

TEST_CASE("A month of need in stock lasts 4.3 weeks") {
  CHECK(magnet_weeks(300, 300) == Approx(4.3));
}

#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("Heavy rare earths rest at their anchor while China is open") {
  TradeRun run(quiet_parameters());
  run.months(48);
  CHECK(run.state().price_heavy == Approx(260).epsilon(0.01));
  CHECK(run.state().heavy_cover_days == Approx(75).epsilon(0.01));
}

TEST_CASE("A stop for ever ends at a finite heavy price: it does not ratchet") {
  TradeRun run(quiet_parameters(), lasting(0, 2, 360));
  run.months(24);
  const double early = run.state().price_heavy;
  run.months(216);
  const double late = run.state().price_heavy;
  run.months(120);
  CHECK(late < early);
  CHECK(run.state().price_heavy == Approx(late).epsilon(0.005));
  CHECK(late > 260);
  CHECK(late < 3 * 260);
}

TEST_CASE("The quarter of 2025 about halves Japan's heavy cover") {
  economy::RegimePath path = path_of_2025();
  path.magnet.resize(42, 1);  // licences ease to slow ones and stay so
  TradeRun run(quiet_parameters(), path);
  run.months(18);
  CHECK(run.state().heavy_cover_days < 45);
  CHECK(run.state().heavy_cover_days > 15);
  CHECK(run.state().price_heavy > 1.3 * 260);
  run.months(24);
  CHECK(run.state().heavy_cover_days > 60);
}

TEST_CASE("A swap of Dy/Tb to India comes out of Japan's cover") {
  TradeRun with(quiet_parameters());
  TradeRun without(quiet_parameters());
  with.controls.heavy_swap_t = 5;
  CHECK(with.month().heavy_swapped_t == Approx(5));
  CHECK(without.month().heavy_swapped_t == 0);
  CHECK(with.state().heavy_cover_days < without.state().heavy_cover_days);
}

TEST_CASE("Light oxides come to rest near their anchor and their normal cover") {
  TradeRun run(quiet_parameters());
  run.months(480);
  const double price = run.state().price_light;
  // A little under it: India's and other new mines bring 1 % more NdPr, and La/Ce with it, than the
  // trend that use follows.
  CHECK(price < 1.2);
  CHECK(price == Approx(1.2).epsilon(0.04));
  CHECK(run.state().light_cover_months == Approx(6).epsilon(0.04));
  run.months(120);
  CHECK(run.state().price_light == Approx(price).epsilon(0.002));
}

TEST_CASE("La and Ce come along with NdPr: a boom in NdPr lowers the light price") {
  auto boom = quiet_parameters();
  boom.market.initial_price_usd_per_kg = 150;
  TradeRun with(boom);
  TradeRun without(quiet_parameters());
  with.months(18);
  without.months(18);
  CHECK(with.state().light_cover_months > 1.05 * without.state().light_cover_months);
  CHECK(with.state().price_light < 0.97 * without.state().price_light);
  with.months(600);  // and when the boom is over it comes back
  without.months(600);
  CHECK(with.state().price_light == Approx(without.state().price_light).epsilon(0.005));
}

TEST_CASE("The light price stays about its anchor with noise") {
  double sum = 0;
  int count = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    TradeRun run(june_parameters(), {}, seed);
    for (int month = 0; month < 96; ++month) {
      run.month();
      sum += std::log(run.state().price_light / 1.2);
      ++count;
    }
  }
  CHECK(sum / count == Approx(0).margin(0.04));  // see above: it rests a little under its anchor
}

#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>
#include <world/economy/regimes.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("China's regimes follow the imposed path as far as it is known") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    TradeRun run(june_parameters(), path_of_2025(), seed);
    for (int month = 0; month < 18; ++month) {
      const auto& account = run.month();
      CHECK(account.regime_light == 0);
      CHECK(account.regime_magnet == (month < 15 ? 0 : 2));
      CHECK(account.regime_magnet_changed == (month == 15));
    }
  }
}

TEST_CASE("Regimes move one step at a time when they are drawn") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    TradeRun run(june_parameters(), {}, seed);
    int light = 0;
    int magnet = 0;
    for (int month = 0; month < 96; ++month) {
      const auto& account = run.month();
      CHECK(std::abs(account.regime_light - light) <= 1);
      CHECK(std::abs(account.regime_magnet - magnet) <= 1);
      CHECK(account.regime_light_changed == (account.regime_light != light));
      light = account.regime_light;
      magnet = account.regime_magnet;
    }
  }
}

TEST_CASE("Drawn regimes spend their time as the chances say") {
  // Stationary distribution of the magnet chain 0.02 | 0.05, 0.05 | 0.25: weights 1, 0.4, 0.08.
  std::vector<int> spent(3);
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    TradeRun run(june_parameters(), lasting(0, 1, 1), seed);
    run.months(40);  // forget the start
    for (int month = 0; month < 160; ++month)
      ++spent[static_cast<std::size_t>(run.month().regime_magnet)];
  }
  const double all = 60.0 * 160;
  CHECK(spent[0] / all == Approx(1 / 1.48).margin(0.07));
  CHECK(spent[1] / all == Approx(0.4 / 1.48).margin(0.07));
  CHECK(spent[2] / all == Approx(0.08 / 1.48).margin(0.03));
}

TEST_CASE("Cuts grow from regime to regime") {
  const equations::Regime regime = june_parameters().regime;
  CHECK(economy::cut_light(regime, 0) == 0);
  CHECK(economy::cut_light(regime, 1) == regime.cut_slow);
  CHECK(economy::cut_light(regime, 2) == regime.cut_light_stopped);
  CHECK(economy::cut_magnet(regime, 2) == regime.cut_magnet_tight);
}

#include <tests/support/catch.hpp>
#include <world/economy/ledger.hpp>

using namespace monazite::economy;

namespace {

State small_state() {
  State state;
  state.india_ndpr_t = 10;
  state.state_stock_ndpr_t = 100;
  state.makers.resize(2);
  state.makers[1].ndpr_t = 50;
  state.cash_musd.assign(9, 0);
  return state;
}

}  // namespace

TEST_CASE("A flow entered with its two ends balances") {
  State state = small_state();
  Ledger ledger;
  ledger.open(state);
  state.state_stock_ndpr_t -= 7;
  state.makers[1].ndpr_t += 7;
  ledger.move(Material::kNdpr, Node::kStateStock, maker_node(1), 7);
  CHECK(ledger.error(state) < 1e-12);
}

TEST_CASE("A tonne that nobody gave is found") {
  State state = small_state();
  Ledger ledger;
  ledger.open(state);
  state.makers[0].ndpr_t += 1;
  CHECK(ledger.error(state) == Approx(1));
}

TEST_CASE("A magnet that went missing on the way is found") {
  State state = small_state();
  Ledger ledger;
  ledger.open(state);
  ledger.move(Material::kMagnet, Node::kElsewhere, Node::kIndiaMagnets, 5);
  state.india_magnets_t += 4;
  CHECK(ledger.error(state) > 0.1);
}

TEST_CASE("Money that was not entered, or does not sum to zero, is found") {
  State state = small_state();
  Ledger ledger;
  ledger.open(state);
  ledger.pay({3, 4, 2.5, 0});
  state.cash_musd[3] -= 2.5;
  state.cash_musd[4] += 2.5;
  CHECK(ledger.error(state) < 1e-12);
  state.cash_musd[4] += 1;
  CHECK(ledger.error(state) > 0.1);
}

TEST_CASE("A negative stock shows as the smallest") {
  State state = small_state();
  CHECK(Ledger::smallest_stock(state) == 0);
  state.makers[0].magnets_t = -0.5;
  CHECK(Ledger::smallest_stock(state) == Approx(-0.5));
}

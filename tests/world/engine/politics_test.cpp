#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/politics.hpp>

using namespace monazite;

TEST_CASE(
    "a request adds to what stands at atomic energy, its publication to heat and commitment") {
  const auto& parameters = test_support::june_2025().parameters;
  engine::Politics politics(parameters);
  politics.request();
  CHECK(politics.climate().asks == parameters.politics.request_asks);
  CHECK(politics.climate().commitment == 0);
  const double asks = politics.climate().asks;
  politics.request_published();
  CHECK(politics.climate().asks == asks);
  CHECK(politics.climate().commitment == parameters.politics.request_commitment);
  CHECK(politics.climate().pressure == parameters.politics.request_pressure);
  CHECK(politics.climate().heat > parameters.politics.heat_start);
}

TEST_CASE("missing magnets heat, and time cools to the base") {
  const auto& parameters = test_support::june_2025().parameters;
  engine::Politics politics(parameters);
  politics.end_month(0, 300, 300);
  const double hot = politics.climate().heat;
  CHECK(hot > parameters.politics.heat_start);
  for (int i = 0; i < 200; ++i) politics.end_month(1000, 300, 0);
  CHECK(politics.climate().heat < hot);
  CHECK(politics.climate().heat == Approx(parameters.politics.heat_base).margin(0.02));
}

TEST_CASE("the linkage account is filled by summits, drawn by deals, and never falls under zero") {
  const auto& parameters = test_support::june_2025().parameters;
  engine::Politics politics(parameters);
  const equations::LinkageHeads nothing{};
  CHECK(politics.linkage_bn_jpy() == nothing);
  politics.summit();
  const equations::LinkageHeads full = parameters.talks.linkage_bn_jpy_per_summit;
  CHECK(politics.linkage_bn_jpy() == full);
  politics.draw_linkage(full[0] + 1);
  CHECK(politics.linkage_bn_jpy()[0] == 0);
  CHECK(politics.linkage_bn_jpy()[1] == full[1] - 1);
  CHECK(politics.linkage_bn_jpy()[3] == full[3]);
  politics.draw_linkage(1000);
  CHECK(politics.linkage_bn_jpy() == nothing);
}

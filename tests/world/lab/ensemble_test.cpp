#include <tests/support/catch.hpp>
#include <world/lab/ensemble.hpp>

using namespace monazite;

TEST_CASE("quantiles interpolate between order statistics") {
  CHECK_FALSE(lab::quantile({}, 0.5).has_value());
  CHECK(*lab::quantile({3, 1, 2}, 0.5) == 2);
  CHECK(*lab::quantile({1, 2, 3, 4}, 0.5) == 2.5);
  CHECK(*lab::quantile({1, 2}, 0.25) == 1.25);
  CHECK(*lab::quantile({5}, 0.95) == 5);
}

TEST_CASE("shares sum to one") {
  std::vector<lab::Measures> runs(4);
  runs[0].flow = lab::Flow::kStop;
  runs[1].flow = lab::Flow::kShrink;
  const lab::FlowShares shares = lab::flow_shares(runs);
  CHECK(shares.stop == 0.25);
  CHECK(shares.shrink == 0.25);
  CHECK(shares.go_on == 0.5);
}

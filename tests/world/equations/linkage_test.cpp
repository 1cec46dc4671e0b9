#include <tests/support/catch.hpp>
#include <world/equations/linkage.hpp>

using namespace monazite;
using equations::LinkageHeads;

TEST_CASE("A deal draws on the heads one after the other and leaves what it does not need") {
  const LinkageHeads account{8, 6, 3, 3};
  CHECK(equations::drawn(account, 10) == LinkageHeads{8, 2, 0, 0});
  CHECK(equations::drawn(account, 100) == account);
  CHECK(equations::drawn(account, 0) == LinkageHeads{});
  CHECK(equations::drawn(account, -5) == LinkageHeads{});
}

TEST_CASE("Money counts by the heads it is bound under, and as ordinary money beyond the account") {
  const LinkageHeads account{8, 6, 3, 3};
  const LinkageHeads factors{1.1, 1.2, 1.3, 1.4};
  CHECK(equations::linkage_factor(account, factors, 8) == Approx(1.1));
  CHECK(equations::linkage_factor(account, factors, 10) == Approx((8 * 1.1 + 2 * 1.2) / 10));
  CHECK(equations::linkage_factor(account, factors, 40) ==
        Approx((8 * 1.1 + 6 * 1.2 + 3 * 1.3 + 3 * 1.4 + 20) / 40));
  CHECK(equations::linkage_factor(account, factors, 0) == 1);
  CHECK(equations::linkage_factor({}, factors, 10) == 1);
}

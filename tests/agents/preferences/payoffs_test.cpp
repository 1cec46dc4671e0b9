#include <agents/preferences/payoffs.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

TEST_CASE("payoffs are the tables' values and the profiles' reservation values") {
  const Domain domain = tests::as_negmas_reads("narrow_zone");
  const auto tables = tables_of(domain);
  const Payoffs payoffs = payoffs_of(tables);
  REQUIRE(payoffs.parties() == 2);
  CHECK(payoffs.size() == domain.agenda.size());
  CHECK(payoffs.reservations == std::vector<double>{0.62, 0.6});
  CHECK(payoffs.values[1][7] == tables[1]->values()[7]);
  for (std::size_t i = 0; i < payoffs.size(); ++i) {
    REQUIRE(payoffs.rational(i) == (payoffs.values[0][i] >= 0.62 && payoffs.values[1][i] >= 0.6));
  }
}

TEST_CASE("ranges are each party's lowest and highest value") {
  const std::vector<double> first{2, 6, 4};
  const std::vector<double> second{-1, -1, -3};
  const Ranges ranges = ranges_of({{first, second}, {0, 0}});
  CHECK(ranges.lowest == std::vector<double>{2, -3});
  CHECK(ranges.highest == std::vector<double>{6, -1});
}

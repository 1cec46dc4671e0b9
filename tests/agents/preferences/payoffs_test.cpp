#include <limits>

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

TEST_CASE("normalised payoffs run from 0 to 1, with what no deal is worth on the same scale") {
  const std::vector<double> first{2, 6, 4};
  const std::vector<double> second{-1, -1, -3};
  const double infinity = std::numeric_limits<double>::infinity();
  const Payoffs payoffs{{first, second}, {5, -infinity}};
  const UnitPayoffs unit(payoffs);
  CHECK(std::vector<double>(unit.payoffs().values[0].begin(), unit.payoffs().values[0].end()) ==
        std::vector<double>{0, 1, 0.5});
  CHECK(std::vector<double>(unit.payoffs().values[1].begin(), unit.payoffs().values[1].end()) ==
        std::vector<double>{1, 1, 0});
  CHECK(unit.payoffs().reservations == std::vector<double>{0.75, -infinity});
}

TEST_CASE("a party that does not care has 0 everywhere when normalised") {
  const std::vector<double> first{0, 1};
  const std::vector<double> second{7, 7};
  const UnitPayoffs unit({{first, second}, {0, 6}});
  CHECK(unit.payoffs().values[1][0] == 0);
  CHECK(unit.payoffs().values[1][1] == 0);
  CHECK(unit.payoffs().reservations[1] == -1);
}

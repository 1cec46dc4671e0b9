#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <agents/preferences/utility_table.hpp>
#include <protocol/base/draws.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

TEST_CASE("tables have the sums, the extremes and the first values that NegMAS computes") {
  for (const std::string& name : tests::reference_cases()) {
    INFO(name);
    const Domain domain = tests::as_negmas_reads(name);
    const nlohmann::json raw = tests::reference_json(name, "analysis.json").at("raw");
    const auto tables = tables_of(domain);
    for (std::size_t party = 0; party < tables.size(); ++party) {
      const UtilityTable& table = *tables[party];
      const auto& stats = raw.at("utility_stats").at(party);
      CHECK(std::accumulate(table.values().begin(), table.values().end(), 0.0) ==
            Approx(stats.at("sum").get<double>()).epsilon(1e-12));
      CHECK(table.lowest() == stats.at("min").get<double>());
      CHECK(table.highest() == stats.at("max").get<double>());
      const auto first = raw.at("first_utils").at(party).get<std::vector<double>>();
      for (std::size_t i = 0; i < first.size(); ++i) CHECK(table.values()[i] == first[i]);
    }
  }
}

TEST_CASE("a ranking ascends, ties in enumeration order") {
  const Domain domain = tests::as_negmas_reads("tied");
  const UtilityTable table(domain.agenda, domain.profiles[0]);
  const Ranking& ranking = table.ranking();
  REQUIRE(ranking.size() == table.size());
  bool tie = false;
  for (std::size_t rank = 0; rank < ranking.size(); ++rank) {
    REQUIRE(ranking.value(rank) == table.values()[ranking.at(rank)]);
    if (rank == 0) continue;
    REQUIRE(ranking.value(rank - 1) <= ranking.value(rank));
    if (ranking.value(rank - 1) == ranking.value(rank)) {
      tie = true;
      REQUIRE(ranking.at(rank - 1) < ranking.at(rank));
    }
  }
  CHECK(tie);
}

TEST_CASE("the rational ranking holds what is no worse than no deal") {
  const Domain domain = tests::as_negmas_reads("narrow_zone");
  const UtilityTable table(domain.agenda, domain.profiles[0]);
  const Ranking& all = table.ranking();
  const Ranking& rational = table.rational();
  CHECK(rational.size() == all.size() - all.first_at_least(table.reservation()));
  CHECK(rational.value(0) >= table.reservation());
  CHECK(rational.first_at_least(table.highest() + 1) == rational.size());
}

TEST_CASE("a sample stands for its outcomes and values all others all the same") {
  const Domain domain = tests::as_negmas_reads("tied");
  const UtilityTable whole(domain.agenda, domain.profiles[1]);
  const UtilityTable sample(domain.agenda, domain.profiles[1], {3, 5, 30});
  CHECK(sample.size() == 3);
  CHECK(sample.sampled());
  CHECK(sample.outcome(2) == 30);
  CHECK(sample.values()[2] == whole.values()[30]);
  CHECK(sample.value(7) == whole.value(7));
}

TEST_CASE("a ranking is the stable sort of any values") {
  constexpr base::Purpose kValues{"test.ranking"};
  const base::Draws draws(11);
  for (int kind = 0; kind < 6; ++kind) {
    INFO(kind);
    std::vector<double> values;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      const double u = draws.uniform(kValues, base::Day{kind}, 0, i);
      switch (kind) {
        case 0:  // spread evenly
          values.push_back(u);
          break;
        case 1:  // few values
          values.push_back(std::floor(5 * u));
          break;
        case 2:  // nearly all in one slice
          values.push_back(i == 7 ? 1e12 : u);
          break;
        case 3:  // a range that overflows
          values.push_back(i == 7 ? 1e308 : i == 9 ? -1e308 : u);
          break;
        case 4:  // a range that underflows
          values.push_back(u * 5e-324 * 8);
          break;
        default:  // all the same
          values.push_back(-0.25);
      }
    }
    const double lowest = kind == 0 ? 0.3 : -std::numeric_limits<double>::infinity();
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      if (values[i] >= lowest) expected.push_back(i);
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    const Ranking ranking(values, lowest);
    REQUIRE(ranking.size() == expected.size());
    for (std::size_t rank = 0; rank < expected.size(); ++rank) {
      REQUIRE(ranking.at(rank) == expected[rank]);
      REQUIRE(ranking.value(rank) == values[expected[rank]]);
    }
  }
}

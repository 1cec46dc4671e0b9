#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/normalise.hpp>
#include <agents/preferences/solutions.hpp>
#include <protocol/base/draws.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

using nlohmann::json;
using Utilities = std::vector<double>;

constexpr double kClose = 1e-9;
constexpr base::Purpose kValues{"test.analysis"};

double number(const json& value) {
  if (!value.is_string()) return value.get<double>();
  const double infinity = std::numeric_limits<double>::infinity();
  return value == "inf" ? infinity : -infinity;
}

Utilities at(const Payoffs& payoffs, std::uint32_t package) {
  Utilities out;
  for (const auto& values : payoffs.values) out.push_back(values[package]);
  return out;
}

bool close(const Utilities& a, const Utilities& b) {
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (std::abs(a[k] - b[k]) > kClose * std::max(1.0, std::abs(b[k]))) return false;
  }
  return a.size() == b.size();
}

/// The same points, as often: each of `expected` is taken by one of `found`, and none is left over.
void check_same_points(const Payoffs& payoffs, const std::vector<std::uint32_t>& found,
                       std::vector<Utilities> expected) {
  CHECK(found.size() == expected.size());
  for (const std::uint32_t package : found) {
    const Utilities mine = at(payoffs, package);
    const auto taken = std::find_if(expected.begin(), expected.end(),
                                    [&](const Utilities& other) { return close(mine, other); });
    INFO("package " << package);
    REQUIRE(taken != expected.end());
    expected.erase(taken);
  }
}

std::vector<Utilities> utilities_of(const json& points) {
  std::vector<Utilities> out;
  for (const json& point : points) out.push_back(point.at("utils").get<Utilities>());
  return out;
}

/// A block of analysis.json. NegMAS' utilities are discounted ones without a reservation value
/// where the file has a discount: it says which reservation value it took.
void check_negmas(Payoffs payoffs, const json& expected, bool by_index) {
  for (std::size_t k = 0; k < payoffs.parties(); ++k) {
    const double reservation = number(expected.at("reserved_values").at(k));
    // It is that of the profile, unless NegMAS lost it.
    if (std::isfinite(reservation)) CHECK(payoffs.reservations[k] == Approx(reservation));
    payoffs.reservations[k] = reservation;
  }
  const Analysis analysis = analyse(payoffs, Definitions::kNegmas);
  for (std::size_t k = 0; k < payoffs.parties(); ++k) {
    CHECK(std::abs(analysis.ranges.lowest[k] -
                   expected.at("utility_ranges").at(k).at(0).get<double>()) < kClose);
    CHECK(std::abs(analysis.ranges.highest[k] -
                   expected.at("utility_ranges").at(k).at(1).get<double>()) <
          kClose * std::max(1.0, analysis.ranges.highest[k]));
  }
  CHECK(analysis.frontier.size() == expected.at("n_pareto").get<std::size_t>());
  check_same_points(payoffs, analysis.frontier, utilities_of(expected.at("pareto")));
  if (by_index) {
    for (std::size_t i = 0; i < analysis.frontier.size(); ++i) {
      CHECK(analysis.frontier[i] ==
            expected.at("pareto").at(i).at("outcome_index").get<std::uint32_t>());
    }
  }
  const std::vector<std::pair<std::string, std::string>> names{
      {"nash", "nash"},
      {"kalai", "kalai"},
      {"ks", "kalai_smorodinsky"},
      {"max_welfare", "max_welfare"},
      {"modified_kalai", "modified_kalai"},
      {"modified_ks", "modified_kalai_smorodinsky"},
      {"max_relative_welfare", "max_relative_welfare"}};
  for (const auto& [theirs, ours] : names) {
    INFO(theirs);
    const SolutionPoint* point = analysis.find(ours);
    REQUIRE(point != nullptr);
    check_same_points(payoffs, point->packages, utilities_of(expected.at(theirs)));
    if (by_index) {
      std::vector<std::uint32_t> indices;
      for (const json& entry : expected.at(theirs)) indices.push_back(entry.at("outcome_index"));
      std::sort(indices.begin(), indices.end());
      CHECK(point->packages == indices);
    }
  }
  const double opposition = number(expected.at("opposition_level"));
  if (std::isinf(opposition)) {
    CHECK(std::isinf(analysis.opposition));
  } else {
    CHECK(std::abs(analysis.opposition - opposition) < kClose);
  }
  CHECK(std::abs(analysis.rational_fraction - expected.at("rational_fraction").get<double>()) <
        kClose);
}

/// genius.json gives utilities alone, and one point where several reach the maximum.
void check_genius(Payoffs payoffs, const json& expected, bool by_count) {
  payoffs.reservations = expected.at("reservation").get<std::vector<double>>();
  const Analysis analysis = analyse(payoffs, Definitions::kGenius);
  const auto frontier = expected.at("pareto").get<std::vector<Utilities>>();
  if (by_count) {
    check_same_points(payoffs, analysis.frontier, frontier);
  } else {
    // Bids a rounding error apart: another order of summation makes one beat the other.
    for (const std::uint32_t package : analysis.frontier) {
      CHECK(std::any_of(frontier.begin(), frontier.end(),
                        [&](const Utilities& u) { return close(at(payoffs, package), u); }));
    }
    for (const Utilities& u : frontier) {
      CHECK(std::any_of(analysis.frontier.begin(), analysis.frontier.end(),
                        [&](std::uint32_t package) { return close(at(payoffs, package), u); }));
    }
  }
  for (const std::string name : {"nash", "kalai_smorodinsky"}) {
    INFO(name);
    const auto& packages = analysis.find(name)->packages;
    const auto theirs = expected.at(name).get<Utilities>();
    CHECK(std::any_of(packages.begin(), packages.end(),
                      [&](std::uint32_t package) { return close(at(payoffs, package), theirs); }));
  }
  CHECK(std::abs(analysis.opposition - expected.at("min_distance_to_1_1").get<double>()) < kClose);
}

void check_case(const Domain& negmas, const json& analysis, bool by_index) {
  const auto tables = tables_of(negmas);
  const Payoffs payoffs = payoffs_of(tables);
  {
    INFO("raw");
    check_negmas(payoffs, analysis.at("raw"), by_index);
  }
  if (analysis.contains("normalized_independent_0_1")) {
    INFO("normalised");
    const Domain unit = unit_domain(negmas, tables);
    const auto unit_tables = tables_of(unit);
    check_negmas(payoffs_of(unit_tables), analysis.at("normalized_independent_0_1"), false);
  }
}

/// Payoffs shifted and stretched so that of the first `count` packages each party's worst is worth
/// 0 and its best 1.
struct Stretched {
  std::vector<std::vector<double>> values;
  Payoffs payoffs;
  Stretched(const Payoffs& raw, std::ptrdiff_t count) {
    for (std::size_t k = 0; k < raw.parties(); ++k) {
      const auto [low, high] =
          std::minmax_element(raw.values[k].begin(), raw.values[k].begin() + count);
      const double lowest = *low;
      const double range = *high - lowest;
      std::vector<double> mine;
      for (const double value : raw.values[k]) mine.push_back((value - lowest) / range);
      values.push_back(std::move(mine));
      payoffs.reservations.push_back((raw.reservations[k] - lowest) / range);
    }
    payoffs.values.assign(values.begin(), values.end());
  }
};

struct Sample {
  std::vector<std::vector<double>> values;
  explicit Sample(std::uint32_t parties, std::uint32_t size = 200, int grid = 0) {
    const base::Draws draws(parties);
    values.resize(parties);
    for (std::uint32_t k = 0; k < parties; ++k) {
      for (std::uint32_t i = 0; i < size; ++i) {
        const double u = draws.uniform(kValues, base::Day{0}, k, i);
        values[k].push_back(grid > 0 ? std::floor(grid * u) / grid : u);
      }
    }
  }
  [[nodiscard]] Payoffs payoffs(double reservation) const {
    return {{values.begin(), values.end()}, std::vector<double>(values.size(), reservation)};
  }
};

}  // namespace

TEST_CASE("the reference domains have NegMAS' frontiers, points and oppositions") {
  for (const std::string& name : tests::reference_cases()) {
    INFO(name);
    json expected = tests::reference_json(name, "analysis.json");
    if (name == "offtake_price") expected.erase("normalized_independent_0_1");  // see below
    check_case(tests::as_negmas_reads(name), expected, true);
  }
}

// With one issue of 21 levels NegMAS takes the range of the first ten packages for that of all, so
// that its "normalised" utilities run from -1.15 to 3.04. We normalise to [0, 1]; the test shows
// that this is the whole difference.
TEST_CASE("NegMAS' figures for one long issue, normalised, are those of its first ten levels") {
  const Domain domain = tests::as_negmas_reads("offtake_price");
  const auto tables = tables_of(domain);
  const Stretched stretched(payoffs_of(tables), 10);
  check_negmas(
      stretched.payoffs,
      tests::reference_json("offtake_price", "analysis.json").at("normalized_independent_0_1"),
      true);
}

TEST_CASE("the reference domains have Genius' frontiers, points and oppositions") {
  for (const std::string& name : tests::reference_cases()) {
    INFO(name);
    const Domain domain = tests::as_genius_reads(name);
    const auto tables = tables_of(domain);
    check_genius(payoffs_of(tables), tests::reference_json(name, "genius.json"), true);
  }
}

TEST_CASE("further reference domains, where MONAZITE_REFERENCE names their folder") {
  const char* folder = std::getenv("MONAZITE_REFERENCE");
  if (folder == nullptr) return;
  std::size_t checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!std::filesystem::exists(entry.path() / "analysis.json")) continue;
    INFO(entry.path().string());
    const json analysis = json::parse(std::ifstream(entry.path() / "analysis.json"));
    const auto negmas = tests::read_reference(entry.path().string(), Semantics::kNegmas);
    if (!negmas) continue;  // no linear additive utilities
    check_case(*negmas, analysis, false);
    ++checked;
    if (!std::filesystem::exists(entry.path() / "genius.json")) continue;
    const auto genius = tests::read_reference(entry.path().string(), Semantics::kGenius);
    REQUIRE(genius.has_value());
    const auto tables = tables_of(*genius);
    check_genius(payoffs_of(tables), json::parse(std::ifstream(entry.path() / "genius.json")),
                 false);
  }
  CHECK(checked > 0);
}

TEST_CASE("our own definitions are those of the trade model for two parties") {
  for (const int grid : {0, 8}) {
    const Sample sample(2, 500, grid);
    const Analysis analysis = analyse(sample.payoffs(0.4), Definitions::kMonazite);
    const Solutions solutions = solve(Cloud<double>{sample.values[0], sample.values[1], 0.4, 0.4});
    CHECK(analysis.frontier == solutions.frontier);
    CHECK(analysis.find("nash")->packages == solutions.nash);
    CHECK(analysis.find("kalai")->packages == solutions.egalitarian);
    CHECK(analysis.find("kalai_smorodinsky")->packages == solutions.kalai_smorodinsky);
    CHECK(analysis.find("max_welfare")->packages == solutions.welfare);
  }
}

TEST_CASE("every definition has all four points on its frontier, for two to four parties") {
  for (const std::uint32_t parties : {2U, 3U, 4U}) {
    const Sample sample(parties);
    for (const Definitions definitions : {Definitions::kMonazite, Definitions::kNegmas,
                                          Definitions::kGenius, Definitions::kNegolog}) {
      INFO(parties << " parties, " << name_of(definitions));
      const Analysis analysis = analyse(sample.payoffs(0.2), definitions);
      for (const std::string_view name : {"nash", "kalai", "kalai_smorodinsky", "max_welfare"}) {
        const SolutionPoint* point = analysis.find(name);
        REQUIRE(point != nullptr);
        CHECK_FALSE(point->packages.empty());
        for (const std::uint32_t package : point->packages) {
          CHECK(std::count(analysis.frontier.begin(), analysis.frontier.end(), package) == 1);
        }
      }
      CHECK(analysis.find("no such point") == nullptr);
    }
  }
}

TEST_CASE("NegMAS lists equal points once and by falling sums, the others all of them") {
  const Sample sample(2, 400, 6);
  const Payoffs payoffs = sample.payoffs(0);
  const Analysis once = analyse(payoffs, Definitions::kNegmas);
  const Analysis all = analyse(payoffs, Definitions::kGenius);
  CHECK(once.frontier.size() < all.frontier.size());
  for (std::size_t i = 1; i < once.frontier.size(); ++i) {
    const Utilities before = at(payoffs, once.frontier[i - 1]);
    const Utilities mine = at(payoffs, once.frontier[i]);
    CHECK(before != mine);
    CHECK(before[0] + before[1] >= mine[0] + mine[1]);
  }
}

TEST_CASE("definitions disagree about what no deal is worth") {
  const std::vector<double> first{0.5, 1.0};
  const std::vector<double> second{1.0, 0.6};
  const double none = -std::numeric_limits<double>::infinity();
  const Payoffs payoffs{{first, second}, {0.1, none}};
  CHECK(analyse(payoffs, Definitions::kMonazite).disagreement == Utilities{0.1, 0.6});
  CHECK(analyse(payoffs, Definitions::kNegmas).disagreement == Utilities{0.5, 0.6});
  CHECK(analyse(payoffs, Definitions::kGenius).disagreement == Utilities{0.1, 0.0});
  CHECK(analyse(payoffs, Definitions::kNegolog).disagreement == Utilities{0.0, 0.0});
}

TEST_CASE("without a zone of agreement there are no points but Genius' and NegoLog's") {
  const std::vector<double> first{0.5, 1.0};
  const std::vector<double> second{1.0, 0.6};
  const Payoffs payoffs{{first, second}, {0.9, 0.9}};
  for (const Definitions definitions : {Definitions::kMonazite, Definitions::kNegmas}) {
    const Analysis analysis = analyse(payoffs, definitions);
    CHECK(analysis.frontier.empty());
    CHECK(analysis.find("nash")->packages.empty());
    CHECK(std::isinf(analysis.opposition));
    CHECK(analysis.rational_fraction == 0);
  }
  CHECK(analyse(payoffs, Definitions::kGenius).frontier.size() == 2);
  CHECK(analyse(payoffs, Definitions::kNegolog).find("kalai")->packages ==
        std::vector<std::uint32_t>{1});
}

TEST_CASE("in NegMAS a party that can gain nothing makes the whole frontier a solution") {
  const std::vector<double> first{1, 0.2, 0.6};
  const std::vector<double> second{0.1, 1, 0.6};
  const std::vector<double> third{0.5, 0.5, 0.5};
  const Analysis analysis = analyse({{first, second, third}, {0, 0, 0.5}}, Definitions::kNegmas);
  CHECK(analysis.frontier.size() == 3);
  CHECK(analysis.find("kalai_smorodinsky")->packages == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("opposition looks at all rational packages where a best value is not positive") {
  // Undivided by 0 and divided by a negative number, being worth less is being nearer to 1.
  const std::vector<double> first{-1, -2};
  const std::vector<double> second{-1, -3};
  const double none = -std::numeric_limits<double>::infinity();
  const Analysis analysis = analyse({{first, second}, {none, none}}, Definitions::kNegmas);
  CHECK(analysis.opposition == 0);
}

TEST_CASE("distances are Euclidean and infinite to nowhere") {
  const std::vector<double> first{0, 3};
  const std::vector<double> second{0, 4};
  const Payoffs payoffs{{first, second}, {0, 0}};
  const std::vector<std::uint32_t> both{0, 1};
  CHECK(distance(payoffs, both, std::vector<double>{3, 3}) == 1);
  CHECK(distance(payoffs, {both.data(), 1}, std::vector<double>{3, 4}) == 5);
  CHECK(std::isinf(distance(payoffs, {}, std::vector<double>{3, 4})));
}

TEST_CASE("definitions are found by their names") {
  for (const Definitions definitions : {Definitions::kMonazite, Definitions::kNegmas,
                                        Definitions::kGenius, Definitions::kNegolog}) {
    CHECK(definitions_named(name_of(definitions)) == definitions);
  }
  CHECK_FALSE(definitions_named("Genius").has_value());
  CHECK(definitions_of(Semantics::kGenius) == Definitions::kGenius);
  CHECK(definitions_of(Semantics::kNegmas) == Definitions::kNegmas);
}

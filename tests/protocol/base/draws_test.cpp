#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite::base;

namespace {

constexpr Purpose kKnown{"tests.draws.known"};
constexpr Purpose kOther{"tests.draws.other"};
constexpr int kCount = 20'000;
/// Samples of kCount draws that are what they should be go beyond these in one case in a thousand
/// (Kolmogorov-Smirnov, two-sided) and in one in 15,000 (four standard errors). Seeds are fixed, so
/// a test that passes once always passes; nobody has looked for a seed that passes.
const double kLargestDistance = 1.95 / std::sqrt(kCount);
constexpr double kStandardErrors = 4;

Purpose numbered(std::uint32_t number) {
  Purpose purpose{""};
  purpose.number = number;
  return purpose;
}

/// Largest distance between the sample's distribution and the one given.
template <class Distribution>
double distance(std::vector<double> sample, const Distribution& cumulative) {
  std::sort(sample.begin(), sample.end());
  double largest = 0;
  const auto n = static_cast<double>(sample.size());
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double p = cumulative(sample[i]);
    largest =
        std::max({largest, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  return largest;
}

double mean_power(const std::vector<double>& sample, int power) {
  double sum = 0;
  for (const double x : sample) sum += std::pow(x, power);
  return sum / static_cast<double>(sample.size());
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const double ma = mean_power(a, 1);
  const double mb = mean_power(b, 1);
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
  }
  return ab / std::sqrt(aa * bb);
}

}  // namespace

TEST_CASE("the bits are those of Philox 4x32-10 as published with Random123") {
  // kat_vectors of Random123: counter and key all zero, all one, and digits of pi. Our counter is
  // (ordinal, day, purpose, party), our key the seed of run 0.
  const auto zero = Draws(0).words(numbered(0), Day{0}, 0, 0);
  CHECK(zero.first == 0xe169c58d'6627e8d5ULL);
  CHECK(zero.second == 0x9b00dbd8'bc57ac4cULL);
  const std::uint32_t all = 0xffffffffU;
  const auto ones = Draws(~std::uint64_t{0}).words(numbered(all), Day{-1}, all, all);
  CHECK(ones.first == 0x41c83b0e'408f276dULL);
  CHECK(ones.second == 0x6d5451fd'a20bc7c6ULL);
  const auto pi = Draws(0x299f31d0'a4093822ULL)
                      .words(numbered(0x13198a2eU), Day{static_cast<std::int32_t>(0x85a308d3U)},
                             0x03707344U, 0x243f6a88U);
  CHECK(pi.first == 0x94fdcceb'd16cfe09ULL);
  CHECK(pi.second == 0x24126ea1'5001e420ULL);
}

TEST_CASE("known draws keep their values, so that no history changes unnoticed") {
  CHECK(kKnown.number == 1172247322U);
  const Draws draws(2025, 7);
  const Day day{20252};
  const auto words = draws.words(kKnown, day, 3, 1);
  CHECK(words.first == 0xe5bb8754adf3d8b2ULL);
  CHECK(words.second == 0x3ce439de1f445042ULL);
  CHECK(draws.uniform(kKnown, day, 3, 1) == 0x1.cb770ea95be7bp-1);
  CHECK(draws.below(1000, kKnown, day, 3, 1) == 730);
  // By way of the C library's sine and logarithm, so not to the last bit.
  CHECK(draws.normal(kKnown, day, 3, 1) == Approx(-1.0184737678462581).epsilon(1e-14));
  CHECK(Draws(2025).normal(kKnown, day, 3, 1) == Approx(0.12129125013830136).epsilon(1e-13));
}

TEST_CASE("a draw depends on each thing it is asked for and on nothing else") {
  const Draws draws(1, 2);
  const double x = draws.uniform(kKnown, Day{3}, 4, 5);
  CHECK(draws.uniform(kKnown, Day{3}, 4, 5) == x);
  CHECK(Draws(1, 2).uniform(kKnown, Day{3}, 4, 5) == x);
  CHECK(draws.uniform(kOther, Day{3}, 4, 5) != x);
  CHECK(draws.uniform(kKnown, Day{4}, 4, 5) != x);
  CHECK(draws.uniform(kKnown, Day{3}, 3, 5) != x);
  CHECK(draws.uniform(kKnown, Day{3}, 4, 4) != x);
  CHECK(Draws(2, 2).uniform(kKnown, Day{3}, 4, 5) != x);
  CHECK(Draws(std::uint64_t{1} << 32U | 1U, 2).uniform(kKnown, Day{3}, 4, 5) != x);
  CHECK(Draws(1, 3).uniform(kKnown, Day{3}, 4, 5) != x);
  // Neighbours in one are not neighbours in another.
  CHECK(draws.uniform(kKnown, Day{4}, 3, 5) != x);
  CHECK(draws.uniform(kKnown, Day{3}, 5, 4) != x);
}

TEST_CASE("uniform draws lie strictly between 0 and 1 and are uniform") {
  const Draws draws(123);
  std::vector<double> sample;
  for (int i = 0; i < kCount; ++i) sample.push_back(draws.uniform(kKnown, Day{i}));
  CHECK(*std::min_element(sample.begin(), sample.end()) > 0);
  CHECK(*std::max_element(sample.begin(), sample.end()) < 1);
  CHECK(distance(sample, [](double x) { return x; }) < kLargestDistance);
  CHECK(std::abs(mean_power(sample, 1) - 0.5) < kStandardErrors / std::sqrt(12.0 * kCount));
}

TEST_CASE("normal draws have the moments and the distribution of the standard normal") {
  const Draws draws(321);
  std::vector<double> sample;
  for (std::uint32_t i = 0; i < kCount; ++i) sample.push_back(draws.normal(kKnown, Day{0}, 1, i));
  // Variances of the powers of a standard normal: 1, 2, 15 and 96.
  const double root = std::sqrt(kCount);
  CHECK(std::abs(mean_power(sample, 1)) < kStandardErrors * 1 / root);
  CHECK(std::abs(mean_power(sample, 2) - 1) < kStandardErrors * std::sqrt(2) / root);
  CHECK(std::abs(mean_power(sample, 3)) < kStandardErrors * std::sqrt(15) / root);
  CHECK(std::abs(mean_power(sample, 4) - 3) < kStandardErrors * std::sqrt(96) / root);
  CHECK(distance(sample, [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }) <
        kLargestDistance);
}

TEST_CASE("draws that differ in one respect only are uncorrelated") {
  const Draws draws(77);
  const Draws next_run(77, 1);
  const Draws next_seed(78);
  std::map<std::string, std::vector<double>> other;
  std::vector<double> sample;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    const Day day{static_cast<std::int32_t>(i / 100)};
    const std::uint32_t party = i % 10;
    const std::uint32_t ordinal = i / 10 % 10;
    sample.push_back(draws.uniform(kKnown, day, party, ordinal));
    other["ordinal"].push_back(draws.uniform(kKnown, day, party, ordinal + 10));
    other["party"].push_back(draws.uniform(kKnown, day, party + 10, ordinal));
    other["day"].push_back(draws.uniform(kKnown, day + 1000, party, ordinal));
    other["purpose"].push_back(draws.uniform(kOther, day, party, ordinal));
    other["run"].push_back(next_run.uniform(kKnown, day, party, ordinal));
    other["seed"].push_back(next_seed.uniform(kKnown, day, party, ordinal));
  }
  for (const auto& [respect, values] : other) {
    CAPTURE(respect);
    CHECK(std::abs(correlation(sample, values)) < kStandardErrors / std::sqrt(kCount));
  }
  // The next draw of the same series, ordinal by ordinal.
  std::vector<double> series;
  for (std::uint32_t i = 0; i <= kCount; ++i) {
    series.push_back(draws.uniform(kKnown, Day{0}, 0, i));
  }
  const std::vector<double> first(series.begin(), series.end() - 1);
  const std::vector<double> second(series.begin() + 1, series.end());
  CHECK(std::abs(correlation(first, second)) < kStandardErrors / std::sqrt(kCount));
}

TEST_CASE("a choice below a count meets every value equally often") {
  constexpr std::uint64_t kValues = 7;
  const Draws draws(9);
  std::vector<int> met(kValues, 0);
  for (int i = 0; i < kCount; ++i) ++met.at(draws.below(kValues, kKnown, Day{i}));
  double chi_squared = 0;
  const double expected = static_cast<double>(kCount) / kValues;
  for (const int count : met) chi_squared += (count - expected) * (count - expected) / expected;
  CHECK(chi_squared < 22.5);  // one case in a thousand with 6 degrees of freedom
  CHECK(draws.below(1, kKnown, Day{0}) == 0);
  CHECK(monazite::testing::end_of([&] {
          static_cast<void>(draws.below(0, kKnown, Day{0}));
        }).aborted);
}

namespace {

/// A purpose of a random draw, as declared somewhere in the sources.
struct Declared {
  std::string name;
  std::string file;
  std::string folder;  ///< in its layer: agents/strategies/bidding/x.cpp is of "strategies"
};

std::vector<Declared> declared_purposes() {
  const std::regex declaration(R"re(\bPurpose\s*(?:k\w+)?\s*[{(]\s*"([^"]+)"\s*[})])re");
  std::vector<Declared> found;
  for (const char* layer : {"protocol", "agents", "world"}) {
    const std::filesystem::path top = std::filesystem::path(MONAZITE_SOURCE_DIR) / layer;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".hpp" && extension != ".cpp") continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (line.find("///") != std::string::npos) continue;
        std::smatch match;
        if (!std::regex_search(line, match, declaration)) continue;
        found.push_back({match[1], entry.path().filename().string(),
                         entry.path().lexically_relative(top).begin()->string()});
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no two purposes of draws share their number, and each is declared once") {
  std::map<std::uint32_t, Declared> by_number;
  const std::vector<Declared> all = declared_purposes();
  for (const Declared& purpose : all) {
    const auto [there, is_new] = by_number.emplace(Purpose{purpose.name}.number, purpose);
    CAPTURE(purpose.name, purpose.file, there->second.name, there->second.file);
    CHECK(is_new);
  }
  CHECK(all.size() >= 10);
}

TEST_CASE("the name of a purpose begins with the folder that draws") {
  for (const Declared& purpose : declared_purposes()) {
    CAPTURE(purpose.file);
    CHECK(purpose.name.substr(0, purpose.name.find('.')) == purpose.folder);
  }
}

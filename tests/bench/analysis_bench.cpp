// What it costs to value a domain, to rank its packages and to analyse it, beside a bare loop over
// the same tables and a library's sort. Processor time, the best of several repetitions, so that
// other work on the machine counts little.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>
#include <protocol/base/draws.hpp>

namespace {

using namespace monazite;
using preferences::Additive;
using preferences::Domain;
using preferences::UtilityTable;

constexpr base::Purpose kValue{"bench.analysis"};
constexpr std::uint32_t kLevels = 10;

template <class Work>
double best_of(int repetitions, Work work) {
  double best = 1e300;
  for (int i = 0; i < repetitions; ++i) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// Issues of ten levels each, weights and values drawn evenly: 10^issues packages.
Domain drawn_domain(std::uint32_t issues, std::uint32_t parties) {
  std::vector<agenda::Issue> list;
  for (std::uint32_t i = 0; i < issues; ++i) {
    agenda::Issue issue;
    issue.name = "issue " + std::to_string(i);
    for (std::uint32_t level = 0; level < kLevels; ++level) {
      issue.labels.push_back(std::to_string(level));
      issue.values.push_back(level);
    }
    list.push_back(std::move(issue));
  }
  auto agenda = agenda::Agenda::make("bench", std::move(list));
  MONAZITE_CHECK(agenda.has_value(), "the agenda is sound");
  Domain domain{"bench", std::move(*agenda), {}};
  const base::Draws draws(3);
  for (std::uint32_t party = 0; party < parties; ++party) {
    Additive::Parts parts;
    double sum = 0;
    for (std::uint32_t i = 0; i < issues; ++i) {
      parts.weights.push_back(draws.uniform(kValue, base::Day{0}, party, i));
      sum += parts.weights.back();
      std::vector<double> values;
      for (std::uint32_t level = 0; level < kLevels; ++level) {
        values.push_back(draws.uniform(kValue, base::Day{1}, party, i * kLevels + level));
      }
      parts.values.push_back(std::move(values));
    }
    for (double& weight : parts.weights) weight /= sum;
    preferences::Profile profile;
    profile.name = "party " + std::to_string(party);
    profile.utility = *Additive::make(domain.agenda, std::move(parts));
    profile.reservation = 0.3;
    domain.profiles.push_back(std::move(profile));
  }
  return domain;
}

/// The sum of a table's rows by nested carry, as one would write it without any library.
void bare_loop(const Additive& utility, std::vector<double>& out) {
  const auto& parts = utility.parts();
  out.assign(1, parts.bias);
  std::vector<double> next;
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    next.resize(out.size() * parts.values[i].size());
    std::size_t at = 0;
    for (const double before : out) {
      for (const double value : parts.values[i]) next[at++] = before + parts.weights[i] * value;
    }
    out.swap(next);
  }
}

void library_sort(const std::vector<double>& values, std::vector<std::uint32_t>& order) {
  order.resize(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
}

/// Peak memory of this program so far, MB; 0 where the system does not tell.
double peak_mb() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

void values_and_ranking(std::uint32_t issues, int repetitions) {
  const Domain domain = drawn_domain(issues, 2);
  const auto& utility = static_cast<const Additive&>(*domain.profiles[0].utility);
  const auto size = static_cast<double>(domain.agenda.size());
  std::vector<double> values(domain.agenda.size());
  const double filled = best_of(repetitions, [&] { utility.fill(domain.agenda, 0, values); });
  std::vector<double> bare;
  const double looped = best_of(repetitions, [&] { bare_loop(utility, bare); });
  MONAZITE_CHECK(bare == values, "the bare loop finds the same values");
  std::vector<std::uint32_t> order;
  const double sorted = best_of(std::min(repetitions, 3), [&] { library_sort(values, order); });
  std::size_t ranked_size = 0;
  const double ranked = best_of(repetitions, [&] {
    const preferences::Ranking ranking(values, -1);
    ranked_size = ranking.size();
    MONAZITE_CHECK_EQ(ranking.at(ranked_size / 2), order[ranked_size / 2], "both sort alike");
  });
  const double set_up = best_of(repetitions, [&] {
    const auto tables = preferences::tables_of(domain);
    for (const auto& table : tables) ranked_size += table->ranking().size();
  });
  std::printf("%10.0f  %10.1f  %10.1f  %7.2f  %10.2f  %10.2f  %7.2f  %12.2f\n", size,
              size / filled / 1e6, size / looped / 1e6, looped / filled, 1e3 * ranked, 1e3 * sorted,
              sorted / ranked, 1e3 * set_up);
}

void analysis_of(std::uint32_t issues, std::uint32_t parties, preferences::Definitions definitions,
                 int repetitions) {
  const Domain domain = drawn_domain(issues, parties);
  std::size_t on_frontier = 0;
  const double taken = best_of(repetitions, [&] {
    const auto tables = preferences::tables_of(domain);
    on_frontier =
        preferences::analyse(preferences::payoffs_of(tables), definitions).frontier.size();
  });
  std::vector<double> bare;
  std::vector<std::uint32_t> order;
  const double floor = best_of(std::min(repetitions, 3), [&] {
    for (const auto& profile : domain.profiles) {
      bare_loop(static_cast<const Additive&>(*profile.utility), bare);
    }
    library_sort(bare, order);
  });
  std::printf("%10llu  %7u  %-9s  %11zu  %10.2f  %16.2f  %7.2f\n",
              static_cast<unsigned long long>(domain.agenda.size()), parties,
              std::string(preferences::name_of(definitions)).c_str(), on_frontier, 1e3 * taken,
              1e3 * floor, floor / taken);
}

}  // namespace

int main() {
  using preferences::Definitions;
  {
    const Domain domain = drawn_domain(6, 2);
    const auto tables = preferences::tables_of(domain);
    for (const auto& table : tables) static_cast<void>(table->ranking());
    static_cast<void>(preferences::analyse(preferences::payoffs_of(tables), Definitions::kNegmas));
    std::printf("10^6 packages, two parties, valued, ranked and analysed: %.1f MB at most\n\n",
                peak_mb());
  }
  std::printf("utilities (million a second) and ranking (ms) of one party; set-up: tables and\n");
  std::printf("rankings of both parties (ms)\n");
  std::printf("%10s  %10s  %10s  %7s  %10s  %10s  %7s  %12s\n", "packages", "utilities",
              "bare loop", "ratio", "ranking", "library", "ratio", "set-up");
  values_and_ranking(4, 100);
  values_and_ranking(6, 7);
  values_and_ranking(7, 3);
  std::printf("\nvalues, frontier, all points and opposition (ms), beside bare loops over all\n");
  std::printf("parties and one sort\n");
  std::printf("%10s  %7s  %-9s  %11s  %10s  %16s  %7s\n", "packages", "parties", "points of",
              "on frontier", "analysis", "loops and sort", "ratio");
  for (const Definitions definitions : {Definitions::kMonazite, Definitions::kNegmas,
                                        Definitions::kGenius, Definitions::kNegolog}) {
    analysis_of(6, 2, definitions, 5);
  }
  analysis_of(7, 2, Definitions::kNegmas, 3);
  analysis_of(6, 3, Definitions::kNegmas, 3);
  analysis_of(6, 4, Definitions::kNegmas, 3);
  return 0;
}

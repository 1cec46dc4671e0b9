// What strategies cost in alternating offers with nothing around them: no messages, no record.
// Offers a second by strategy and size of the domain; set-up (tables, sorting) is not in it. Best
// of several repetitions.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <agents/strategies/strategies.hpp>

namespace {

using namespace monazite;
using strategies::Answer;
using strategies::Negotiator;
using strategies::OwnPreferences;
using strategies::Turn;

constexpr std::uint32_t kRounds = 100'000;

/// `issues` issues of ten levels, opposed in half of them.
preferences::Domain domain(std::size_t issues) {
  std::vector<agenda::Issue> list(issues);
  preferences::Additive::Parts parts[2];
  const base::Draws draws(1);
  constexpr base::Purpose kValue{"bench.strategies"};
  for (std::size_t i = 0; i < issues; ++i) {
    list[i].name = "issue " + std::to_string(i);
    std::vector<double> up, down;
    for (int k = 0; k < 10; ++k) {
      const double noise = draws.uniform(kValue, base::Day{k}, 0, static_cast<std::uint32_t>(i));
      list[i].labels.push_back(std::to_string(k));
      list[i].values.push_back(k);
      up.push_back((k + noise) / 10.0);
      down.push_back((10 - k - noise) / 10.0);
    }
    const double weight = 1.0 / static_cast<double>(issues);
    for (int party = 0; party < 2; ++party) {
      parts[party].weights.push_back(weight);
      parts[party].values.push_back(party == 1 && i % 2 == 0 ? down : up);
    }
  }
  preferences::Domain made{"bench", agenda::Agenda::make("bench", list).value(), {}};
  for (int party = 0; party < 2; ++party) {
    preferences::Profile profile;
    profile.name = party == 0 ? "first" : "second";
    profile.utility = preferences::Additive::make(made.agenda, parts[party]).value();
    made.profiles.push_back(profile);
  }
  return made;
}

/// Offers made; says nothing of what came of them.
std::uint64_t play(Negotiator& a, Negotiator& b, const OwnPreferences& own_a,
                   const OwnPreferences& own_b) {
  Negotiator* const seats[2] = {&a, &b};
  const OwnPreferences* const own[2] = {&own_a, &own_b};
  for (std::uint32_t who = 0; who < 2; ++who) {
    seats[who]->begin({own[who], who, 2, kRounds, base::Draws(1)});
  }
  std::uint64_t offers = 0;
  agenda::Outcome standing = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const Turn turn{round, kRounds, (round + 1.0) / (kRounds + 1.0)};
    for (std::uint32_t who = 0; who < 2; ++who) {
      if (offers > 0 && seats[who]->respond(turn, standing) != Answer::kReject) return offers;
      const auto offer = seats[who]->propose(turn);
      if (!offer) return offers;
      standing = *offer;
      ++offers;
      seats[1 - who]->hear(turn, who, standing);
    }
  }
  return offers;
}

}  // namespace

int main() {
  strategies::Strategies known;
  strategies::register_strategies(known, preferences::Semantics::kNegmas);
  // Against a party that never gives way, so that a negotiation lasts as long as it can.
  std::vector<std::pair<std::string, std::string>> pairs = {
      {"tough", "tough"}, {"boulware", "boulware"}, {"micro", "micro"}};
  for (const std::string& name : known.strategies.names()) {
    if (name != "tough") pairs.emplace_back(name, "tough");
  }
  std::printf("%-34s %12s %16s %14s\n", "strategies", "outcomes", "offers", "offers/s");
  for (const std::size_t issues : {2U, 4U, 6U}) {
    const preferences::Domain made = domain(issues);
    const auto tables = preferences::tables_of(made);
    for (const auto& table : tables) (void)table->rational();
    for (const auto& [first, second] : pairs) {
      double best = 0;
      std::uint64_t offers = 0;
      for (int repetition = 0; repetition < 3; ++repetition) {
        const auto a = known.strategies.make(first);
        const auto b = known.strategies.make(second);
        const OwnPreferences own_a(*tables[0]);
        const OwnPreferences own_b(*tables[1]);
        const auto start = std::chrono::steady_clock::now();
        offers = play(**a, **b, own_a, own_b);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        best = std::max(best, static_cast<double>(offers) / taken.count());
      }
      std::printf("%-34s %12llu %16llu %14.0f\n", (first + " - " + second).c_str(),
                  static_cast<unsigned long long>(made.agenda.size()),
                  static_cast<unsigned long long>(offers), best);
    }
  }
  return 0;
}

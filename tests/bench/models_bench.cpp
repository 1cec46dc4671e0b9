// What opponent models cost: offers learned a second, and estimates of all packages a second, on
// 10^4 packages (four issues of ten levels). Best of several repetitions.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <agents/strategies/strategies.hpp>

namespace {

using namespace monazite;

constexpr std::uint32_t kOffers = 2000;
constexpr int kRepetitions = 5;

preferences::Domain domain() {
  std::vector<agenda::Issue> issues(4);
  preferences::Additive::Parts parts;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    issues[i].name = "issue " + std::to_string(i);
    parts.weights.push_back(0.25);
    parts.values.emplace_back();
    for (int level = 0; level < 10; ++level) {
      issues[i].labels.push_back(std::to_string(level));
      issues[i].values.push_back(level);
      parts.values.back().push_back(level / 9.0);
    }
  }
  preferences::Domain made{"bench", agenda::Agenda::make("bench", issues).value(), {}};
  preferences::Profile profile;
  profile.name = "own";
  profile.utility = preferences::Additive::make(made.agenda, parts).value();
  made.profiles.push_back(profile);
  return made;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main() {
  const preferences::Domain made = domain();
  const preferences::UtilityTable table(made.agenda, made.profiles.front());
  const strategies::OwnPreferences own(table);
  strategies::Place place;
  place.own = &own;
  place.rounds = kOffers;
  // A conceding side: the ranking of the packages from the worst for oneself upwards, in leaps.
  std::vector<agenda::Outcome> offers;
  for (std::uint32_t k = 0; k < kOffers; ++k) {
    offers.push_back(table.outcome(table.ranking().at(k * 4 + k % 3)));
  }
  strategies::Strategies known;
  strategies::register_models(known);
  std::printf("%-22s %16s %18s\n", "model", "offers/s", "estimates/s");
  double sum = 0;
  for (const std::string& name : known.models.names()) {
    double learning = 1e9;
    double estimating = 1e9;
    for (int repetition = 0; repetition < kRepetitions; ++repetition) {
      const auto model = std::move(*known.models.make(name));
      model->begin(place);
      auto start = std::chrono::steady_clock::now();
      for (std::uint32_t k = 0; k < kOffers; ++k) {
        model->observe({k, kOffers, (k + 1.0) / (kOffers + 1.0)}, offers[k]);
      }
      learning = std::min(learning, seconds_since(start));
      std::vector<double> estimates(made.agenda.size());
      start = std::chrono::steady_clock::now();
      for (int pass = 0; pass < 20; ++pass) model->fill(0, estimates);
      estimating = std::min(estimating, seconds_since(start) / 20);
      sum += estimates[17];
    }
    std::printf("%-22s %16.0f %18.0f\n", name.c_str(), kOffers / learning,
                static_cast<double>(made.agenda.size()) / estimating);
  }
  std::printf("(%g)\n", sum);  // keeps the work from being left out
  return 0;
}

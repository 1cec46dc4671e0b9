/// What Genius 10.4 itself computed, offer by offer:
/// tests/fixtures/negotiation/*/genius_models.json, and, where the environment variable
/// MONAZITE_REFERENCE names a folder of more such cases, those.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include <nlohmann/json.hpp>

#include <agents/preferences/utility_table.hpp>
#include <agents/strategies/models/hardheaded.hpp>
#include <agents/strategies/models/scalable_bayesian.hpp>
#include <agents/strategies/models/smith.hpp>
#include <protocol/base/check.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;

namespace {

using Make = std::function<std::unique_ptr<strategies::OpponentModel>()>;

struct Named {
  std::string name;  ///< of Genius' class
  Make make;
};

std::vector<Named> models() {
  return {{"HardHeadedFrequencyModel",
           [] {
             return std::make_unique<strategies::HardHeadedModel>(
                 strategies::HardHeadedModel::Form::kGenius);
           }},
          {"SmithFrequencyModel", [] { return std::make_unique<strategies::SmithModel>(); }},
          {"ScalableBayesianModel",
           [] { return std::make_unique<strategies::ScalableBayesianModel>(); }}};
}

std::string text(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The agenda of a case's scenario.json with a utility that is the same everywhere: the models
/// under test look at the offers alone.
preferences::Domain plain_domain(const nlohmann::json& scenario) {
  std::vector<agenda::Issue> issues;
  preferences::Additive::Parts parts;
  for (const auto& entry : scenario.at("issues")) {
    agenda::Issue issue;
    issue.name = entry.at("name");
    for (const auto& value : entry.at("values")) {
      issue.values.push_back(static_cast<double>(issue.values.size()));
      issue.labels.push_back(text(value));
    }
    parts.weights.push_back(0);
    parts.values.emplace_back(issue.values.size(), 0.0);
    issues.push_back(std::move(issue));
  }
  auto agenda = agenda::Agenda::make("case", std::move(issues));
  MONAZITE_CHECK(agenda.has_value(), "a reference case has a sound agenda");
  preferences::Domain domain{"case", std::move(*agenda), {}};
  auto utility = preferences::Additive::make(domain.agenda, std::move(parts));
  MONAZITE_CHECK(utility.has_value(), "a utility of zeros is sound");
  domain.profiles.push_back({"own", std::move(*utility), 0, {}, {}});
  return domain;
}

agenda::Outcome outcome_of(const agenda::Agenda& agenda, const nlohmann::json& bid) {
  std::vector<std::uint32_t> levels;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const auto& labels = agenda.issues()[i].labels;
    const auto found = std::find(labels.begin(), labels.end(), text(bid.at(i)));
    MONAZITE_CHECK(found != labels.end(), "a bid has labels of its issue");
    levels.push_back(static_cast<std::uint32_t>(found - labels.begin()));
  }
  return agenda.outcome(levels.data());
}

struct Comparison {
  std::size_t numbers = 0;
  double largest = 0;  ///< absolute difference
};

Comparison compare(const Named& named, const nlohmann::json& scenario, const nlohmann::json& file) {
  const preferences::Domain domain = plain_domain(scenario);
  const preferences::UtilityTable table(domain.agenda, domain.profiles.front());
  const strategies::OwnPreferences own(table);
  strategies::Place place;
  place.own = &own;
  place.rounds = static_cast<std::uint32_t>(file.at("bids").size());
  const auto model = named.make();
  model->begin(place);
  Comparison comparison;
  const auto differ = [&](double ours, double theirs) {
    comparison.numbers += 1;
    const double difference = std::abs(ours - theirs);
    // Also keeps what is not a number.
    if (!(difference <= comparison.largest)) comparison.largest = difference;
  };
  const auto& expected = file.at("models").at(named.name).at("after_each_bid");
  MONAZITE_CHECK_EQ(expected.size(), file.at("bids").size(), "there is an estimate for each bid");
  std::uint32_t round = 0;
  for (const auto& bid : file.at("bids")) {
    const strategies::Turn turn{round, place.rounds, (round + 1.0) / (place.rounds + 1.0)};
    model->observe(turn, outcome_of(domain.agenda, bid));
    const auto& after = expected.at(round);
    const std::vector<double> weights = model->weights();
    for (std::size_t i = 0; i < weights.size(); ++i) differ(weights[i], after.at("weights").at(i));
    for (std::size_t p = 0; p < file.at("probe_bids").size(); ++p) {
      differ(model->estimate(outcome_of(domain.agenda, file.at("probe_bids").at(p))),
             after.at("estimates").at(p));
    }
    ++round;
  }
  return comparison;
}

nlohmann::json read(const std::filesystem::path& path) {
  std::ifstream in(path);
  MONAZITE_CHECK(in.good(), "a reference case has its files");
  return nlohmann::json::parse(in);
}

}  // namespace

TEST_CASE("opponent models give what Genius gives, weights and estimates after each offer") {
  std::size_t cases = 0;
  for (const std::string& name : tests::reference_cases()) {
    if (!tests::has_reference(name, "genius_models.json")) continue;
    ++cases;
    for (const Named& named : models()) {
      INFO(name << " " << named.name);
      const Comparison comparison = compare(named, tests::reference_json(name, "scenario.json"),
                                            tests::reference_json(name, "genius_models.json"));
      CHECK(comparison.numbers > 800);
      CHECK(comparison.largest < 1e-12);
    }
  }
  CHECK(cases == 6);
}

TEST_CASE("opponent models give what Genius gives on the cases of MONAZITE_REFERENCE") {
  const char* folder = std::getenv("MONAZITE_REFERENCE");
  if (folder == nullptr) {
    WARN("skipped: MONAZITE_REFERENCE names no folder of reference cases");
    return;
  }
  std::size_t cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!std::filesystem::exists(entry.path() / "genius_models.json")) continue;
    ++cases;
    for (const Named& named : models()) {
      INFO(entry.path().string() << " " << named.name);
      const Comparison comparison = compare(named, read(entry.path() / "scenario.json"),
                                            read(entry.path() / "genius_models.json"));
      CHECK(comparison.largest < 1e-9);
    }
  }
  CHECK(cases > 0);
}

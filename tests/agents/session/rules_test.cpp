#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include <agents/preferences/solutions.hpp>
#include <agents/session/rules.hpp>
#include <agents/strategies/encounter/register_encounter.hpp>
#include <agents/strategies/encounter/text_voters.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/agents/strategies/encounter/pie.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::Ending;
using preferences::Domain;
using session::Negotiated;
using session::NegotiationOptions;
using session::RuleEntry;

namespace {

const strategies::Registry<strategies::Negotiator>& known() {
  static const auto all = [] {
    auto strategies = std::make_unique<strategies::Strategies>();
    strategies::register_strategies(*strategies, preferences::Semantics::kNegmas);
    strategies::register_encounter_strategies(strategies->strategies);
    return strategies;
  }();
  return all->strategies;
}

const RuleEntry& rule(std::string_view name) {
  const auto found = session::find_rule(name);
  REQUIRE(found.has_value());
  return **found;
}

/// One negotiation between strategies by description, in their order.
Negotiated hold(const RuleEntry& entry, const tests::Tables& tables,
                const std::vector<std::string>& names, const NegotiationOptions& options = {}) {
  std::vector<std::unique_ptr<strategies::Negotiator>> negotiators;
  std::vector<session::Participant> participants;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto made = known().make(names[i]);
    REQUIRE(made.has_value());
    negotiators.push_back(std::move(*made));
    participants.push_back({tables.all[i], negotiators.back().get()});
  }
  return entry.play(participants, options);
}

preferences::Discount per_round(double factor) {
  return {preferences::Discount::Kind::kPerRound, factor, true};
}

/// Domains of the fixtures under both readings.
template <class Do>
void for_each_domain(Do what) {
  for (const std::string& name : tests::reference_cases()) {
    for (const bool genius : {false, true}) {
      CAPTURE(name, genius);
      const Domain domain = genius ? tests::as_genius_reads(name) : tests::as_negmas_reads(name);
      const tests::Tables tables(domain);
      what(name, tables);
    }
  }
}

}  // namespace

TEST_CASE("rules are found by name, and a wrong name is answered with the nearest") {
  std::set<std::string> names;
  for (const RuleEntry& entry : session::rules()) {
    CHECK(names.insert(entry.name).second);
    CHECK_FALSE(entry.summary.empty());
    CHECK_FALSE(entry.source.empty());
    CHECK(*session::find_rule(entry.name) == &entry);
  }
  CHECK(session::rules().front().name == "stacked_alternating_offers");
  const auto wrong = session::find_rule("nash_demands");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message.find("nash_demand") != std::string::npos);
}

TEST_CASE("two Zeuthen strategies agree on a package with the largest Nash product, exactly") {
  int agreements = 0;
  int conflicts = 0;
  for_each_domain([&](const std::string&, const tests::Tables& tables) {
    const preferences::Cloud<double> cloud{tables.all[0]->values(), tables.all[1]->values(),
                                           tables.all[0]->reservation(),
                                           tables.all[1]->reservation()};
    const preferences::Solutions solutions = preferences::solve(cloud);
    NegotiationOptions options;
    options.rounds =
        static_cast<std::uint32_t>(std::max<std::size_t>(1, solutions.frontier.size()));
    for (const char* name : {"informed_zeuthen", "informed_zeuthen:coin=1"}) {
      for (const char* rules : {"monotonic_concession", "judged_concession"}) {
        const Negotiated out = hold(rule(rules), tables, {name, name}, options);
        REQUIRE_FALSE(out.course.forfeit.has_value());
        if (solutions.frontier.empty()) {
          REQUIRE(out.course.ending == Ending::kWalkAway);
          ++conflicts;
          continue;
        }
        REQUIRE(out.course.ending == Ending::kAgreement);
        const auto product = [&](std::size_t i) {
          return cloud.first_gain(i) * cloud.second_gain(i);
        };
        // A package worth the same to both may stand for the maximiser.
        REQUIRE(product(*out.course.agreement) == product(solutions.nash.front()));
        REQUIRE(cloud.in_zone(*out.course.agreement));
        ++agreements;
      }
    }
  });
  CHECK(agreements >= 40);
  CHECK(conflicts >= 4);
}

TEST_CASE("Zeuthen strategies find the largest product on frontiers drawn at random") {
  constexpr base::Purpose kValue{"tests.rules.zeuthen"};
  const base::Draws draws(1994);
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<double> first, second;
    // Few values in one half of the trials, so that ties and zero gains come up.
    for (std::uint32_t i = 0; i < 30; ++i) {
      const auto draw = [&](std::uint32_t p) {
        return trial % 2 == 0 ? draws.uniform(kValue, base::Day{trial}, p, i)
                              : static_cast<double>(draws.below(6, kValue, base::Day{trial}, p, i));
      };
      first.push_back(draw(0));
      second.push_back(draw(1));
    }
    const Domain domain = tests::packages(first, second);
    const tests::Tables tables(domain);
    const preferences::Cloud<double> cloud{tables.all[0]->values(), tables.all[1]->values()};
    const preferences::Solutions solutions = preferences::solve(cloud);
    for (const char* name : {"informed_zeuthen", "informed_zeuthen:coin=1"}) {
      NegotiationOptions options;
      options.rounds = 30;
      options.seed = static_cast<std::uint64_t>(trial);
      const Negotiated out = hold(rule("judged_concession"), tables, {name, name}, options);
      CAPTURE(trial, name);
      REQUIRE(out.course.ending == Ending::kAgreement);
      const std::size_t agreed = *out.course.agreement;
      const std::size_t best = solutions.nash.front();
      REQUIRE(cloud.first_gain(agreed) * cloud.second_gain(agreed) ==
              cloud.first_gain(best) * cloud.second_gain(best));
    }
  }
}

TEST_CASE("subgame perfect strategies split a pie as Rubinstein does, at once") {
  constexpr int kSlices = 2000;
  for (const auto& [d1, d2] : {std::pair{0.9, 0.8}, {0.8, 0.95}, {0.6, 0.6}}) {
    CAPTURE(d1, d2);
    const Domain domain = tests::pie(kSlices, per_round(d1), per_round(d2));
    const tests::Tables tables(domain);
    NegotiationOptions options;
    options.rounds = 200;
    const std::vector<std::string> both = {"subgame_perfect", "subgame_perfect"};
    const Negotiated out = hold(rule("alternating_offers"), tables, both, options);
    REQUIRE(out.course.ending == Ending::kAgreement);
    CHECK(out.course.offers_made == 1);
    CHECK(out.course.round == 0);
    const double accuracy = 1.0 / kSlices / (1 - d1 * d2) + std::pow(d1 * d2, 99);
    CHECK(std::fabs(out.utilities[0] - (1 - d2) / (1 - d1 * d2)) <= accuracy);
    CHECK(out.utilities[0] + out.utilities[1] == Approx(1));
    // In stacked rounds the first party can refuse and offer within one round, which costs it
    // nothing: Rubinstein's game with d1 = 1.
    const Negotiated stacked = hold(rule("stacked_alternating_offers"), tables, both, options);
    REQUIRE(stacked.course.ending == Ending::kAgreement);
    CHECK(stacked.course.offers_made == 1);
    CHECK(stacked.course.round == 0);
    CHECK(stacked.utilities[0] == 1);
  }
}

TEST_CASE("every strategy plays under every rule without a forfeit, and the same way again") {
  const Domain domain = tests::as_negmas_reads("allocation");
  const tests::Tables tables(domain);
  std::set<Ending> endings;
  for (const RuleEntry& entry : session::rules()) {
    for (const auto& strategy : known().entries()) {
      const std::string& name = strategy.signature.name;
      for (const std::string& other : {std::string("linear"), name}) {
        NegotiationOptions options;
        options.rounds = 20;
        const Negotiated out = hold(entry, tables, {name, other}, options);
        CAPTURE(entry.name, name, other);
        const bool foreign = name == "subgame_perfect" && entry.name != "alternating_offers" &&
                             entry.name != "stacked_alternating_offers";
        // What is a concession to the other only those know who were told.
        const bool blind = entry.name == "judged_concession";
        if (!blind) {
          REQUIRE(out.course.forfeit.has_value() == foreign);
        }
        REQUIRE(out.course.ending != Ending::kOpen);
        REQUIRE(out.course.agreement.has_value() == (out.course.ending == Ending::kAgreement));
        REQUIRE(out.course.round <= 20);
        REQUIRE(out.utilities.size() == 2);
        if (out.course.agreement) {
          for (std::size_t p = 0; p < 2; ++p) {
            REQUIRE(out.utilities[p] == tables.all[p]->value(*out.course.agreement));
          }
        }
        endings.insert(out.course.ending);
        // Again, recorded.
        std::uint64_t messages = 0;
        options.listener = [&](const v1::Envelope& message) {
          REQUIRE(message.id() == ++messages);
        };
        const Negotiated again = hold(entry, tables, {name, other}, options);
        REQUIRE(again.utilities == out.utilities);
        REQUIRE(again.course.round == out.course.round);
        REQUIRE(again.course.agreement == out.course.agreement);
        REQUIRE(messages > 0);
      }
    }
  }
  CHECK(endings.size() == 4);
}

TEST_CASE("hill climbers never give up what they have, and end no worse than they began") {
  for_each_domain([&](const std::string&, const tests::Tables& tables) {
    NegotiationOptions options;
    options.rounds = 300;
    const Negotiated out =
        hold(rule("single_text"), tables, {"hill_climber", "hill_climber"}, options);
    const auto& texts = out.course.offers;
    REQUIRE(texts.size() == 302);
    const agenda::Outcome last = texts.back().outcome;
    for (const auto* table : tables.all) {
      REQUIRE(table->value(last) >= table->value(texts.front().outcome));
    }
    const bool rational = tables.all[0]->value(last) >= tables.all[0]->reservation() &&
                          tables.all[1]->value(last) >= tables.all[1]->reservation();
    REQUIRE((out.course.ending == Ending::kAgreement) == rational);
  });
}

namespace {

/// A contract of yes-or-no clauses that depend on one another: u = sum over i <= j of h_ij x_i x_j
/// with h drawn from [-1, 1] (the test bed of Klein et al. 2003).
class Rugged final : public preferences::Utility {
 public:
  Rugged(std::size_t clauses, std::uint64_t seed, std::uint32_t party) {
    constexpr base::Purpose kInfluence{"tests.rules.rugged"};
    const base::Draws draws(seed);
    for (std::uint32_t k = 0; k < clauses * clauses; ++k) {
      influence_.push_back(2 * draws.uniform(kInfluence, base::Day{0}, party, k) - 1);
    }
  }
  double value(const agenda::Agenda& agenda, agenda::Outcome outcome) const override {
    const std::size_t n = agenda.issues().size();
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i; j < n; ++j) {
        sum += influence_[i * n + j] * agenda.level(outcome, i) * agenda.level(outcome, j);
      }
    }
    return sum;
  }

 private:
  std::vector<double> influence_;
};

Domain rugged(std::size_t clauses, std::uint64_t seed) {
  std::vector<agenda::Issue> issues;
  for (std::size_t i = 0; i < clauses; ++i) {
    issues.push_back({"clause " + std::to_string(i), "", {"no", "yes"}, {0, 1}, 0});
  }
  Domain domain{"rugged", agenda::Agenda::make("rugged", issues).value(), {}};
  for (std::uint32_t p = 0; p < 2; ++p) {
    preferences::Profile profile;
    profile.utility = std::make_shared<Rugged>(clauses, seed, p);
    profile.reservation = -1e9;  // any contract binds, as in the paper
    domain.profiles.push_back(std::move(profile));
  }
  return domain;
}

}  // namespace

TEST_CASE("annealers find better contracts than hill climbers where clauses hang together") {
  double gain = 0;
  double squares = 0;
  constexpr int kTrials = 60;
  for (int trial = 0; trial < kTrials; ++trial) {
    const Domain domain = rugged(12, static_cast<std::uint64_t>(trial));
    const tests::Tables tables(domain);
    NegotiationOptions options;
    options.rounds = 600;
    options.seed = static_cast<std::uint64_t>(trial);
    options.keep_offers = false;
    const auto welfare = [&](const char* name) {
      const Negotiated out = hold(rule("single_text"), tables, {name, name}, options);
      REQUIRE(out.course.ending == Ending::kAgreement);
      return out.utilities[0] + out.utilities[1];
    };
    const double more = welfare("annealer") - welfare("hill_climber");
    gain += more / kTrials;
    squares += more * more / kTrials;
  }
  const double error = std::sqrt((squares - gain * gain) / kTrials);
  CAPTURE(gain, error);
  CHECK(gain > 3 * error);
}

TEST_CASE("three parties play every rule that is not for two") {
  const Domain domain = tests::split_domain(3);
  const tests::Tables tables(domain);
  for (const RuleEntry& entry : session::rules()) {
    if (entry.most_parties < 3) continue;
    CAPTURE(entry.name);
    const Negotiated out = hold(entry, tables, {"conceder", "conceder", "conceder"});
    CHECK(out.utilities.size() == 3);
    if (entry.name != "judged_concession") CHECK_FALSE(out.course.forfeit.has_value());
    if (entry.name == "multiple_offers" || entry.name == "stacked_alternating_offers") {
      CHECK(out.course.ending == Ending::kAgreement);
    }
  }
}

TEST_CASE("halves of a pie are compatible demands, and more is not") {
  const Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  const RuleEntry& nash = rule("nash_demand");
  Negotiated out = hold(nash, tables, {"fixed_share:share=0.5", "fixed_share:share=0.5"});
  CHECK(out.course.agreement == agenda::Outcome{5});
  out = hold(nash, tables, {"fixed_share:share=0.51", "fixed_share:share=0.5"});
  CHECK(out.course.ending == Ending::kConflict);
  CHECK(out.utilities == std::vector<double>{0, 0});
  // A strategy demands what it would open with if there were one round: half, for linear.
  out = hold(nash, tables, {"fixed_share:share=0.5", "linear"});
  CHECK(out.course.agreement == agenda::Outcome{5});
}

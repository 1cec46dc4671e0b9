#include <agents/session/rules.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>
#include <world/lab/negotiation_report.hpp>

using namespace monazite;

namespace {

/// A negotiation over a reference case, as NegMAS reads it.
struct Held {
  Held(const std::string& name, std::vector<std::string> names, std::uint32_t deadline)
      : Held(tests::as_negmas_reads(name), std::move(names), deadline) {}
  Held(preferences::Domain domain, std::vector<std::string> names, std::uint32_t deadline,
       const std::string& rule_name = "stacked_alternating_offers")
      : loaded{std::move(domain), preferences::Semantics::kNegmas, {}, {}},
        tables(preferences::tables_of(loaded.domain)),
        analysis(preferences::analyse(preferences::payoffs_of(tables),
                                      preferences::Definitions::kNegmas)),
        strategies(std::move(names)) {
    strategies::Strategies known;
    strategies::register_strategies(known, preferences::Semantics::kNegmas);
    std::vector<std::unique_ptr<strategies::Negotiator>> negotiators;
    std::vector<session::Participant> participants;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      negotiators.push_back(known.strategies.make(strategies[i]).value());
      participants.push_back({tables[i].get(), negotiators.back().get()});
    }
    session::NegotiationOptions options;
    options.rounds = deadline;
    negotiated = (*session::find_rule(rule_name))->play(participants, options);
    rounds = deadline;
    rule = rule_name;
  }
  [[nodiscard]] lab::NegotiationReport report() const {
    return {loaded, tables, negotiated, analysis, strategies, rule, rounds, 1};
  }

  preferences::LoadedDomain loaded;
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables;
  preferences::Analysis analysis;
  std::vector<std::string> strategies;
  session::Negotiated negotiated;
  std::uint32_t rounds = 0;
  std::string rule;
};

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "the JSON of a negotiation has the offers, the ending and the utilities of a recorded trace") {
  const Held held("tied", {"boulware", "linear"}, 20);
  const nlohmann::json told = lab::negotiation_json(held.report());
  bool found = false;
  for (const auto& trace : tests::reference_json("tied", "traces_sao_n20.json")) {
    if (trace.at("first") != "boulware" || trace.at("second") != "linear") continue;
    found = true;
    REQUIRE(told.at("offers").size() == trace.at("offers").size());
    for (std::size_t i = 0; i < told.at("offers").size(); ++i) {
      CHECK(told.at("offers").at(i) == trace.at("offers").at(i));
    }
    CHECK(told.at("agreement") == trace.at("agreement_index"));
    CHECK(told.at("utilities") == trace.at("agreement_utils"));
    CHECK(told.at("ended") == "agreement");
    CHECK(told.at("round") == trace.at("final_step"));
  }
  CHECK(found);
}

TEST_CASE("the text of a negotiation shows who met whom, the first and last offers and the terms") {
  const Held held("tied", {"boulware", "conceder"}, 100);
  const std::string text = lab::negotiation_text(held.report());
  CHECK(says(text, "60 outcomes, 100 rounds, seed 1."));
  CHECK(says(text, "boulware"));
  CHECK(says(text, "Agreement in round"));
  CHECK(says(text, "moves"));
  CHECK(says(text, "from the Nash point"));
}

TEST_CASE("a long negotiation leaves its middle out") {
  const Held held("no_zone", {"tough", "tough"}, 50);
  const std::string text = lab::negotiation_text(held.report());
  CHECK(says(text, "... 88 more"));
  CHECK(says(text, "No agreement by the deadline of 50 rounds."));
  CHECK_FALSE(says(text, "The agreement lies"));
}

TEST_CASE("the picture of a negotiation has both paths, the frontier and the agreement") {
  const Held held("tied", {"boulware", "linear"}, 20);
  const std::string svg = lab::negotiation_svg(held.report());
  CHECK(says(svg, "offers of tied_india"));
  CHECK(says(svg, "offers of tied_japan"));
  CHECK(says(svg, "Pareto frontier"));
  CHECK(says(svg, "agreement"));
}

TEST_CASE("a space too large to be valued one by one is negotiated on a sample, and that is said") {
  std::vector<agenda::Issue> issues(8);
  preferences::Additive::Parts up, down;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    issues[i].name = "issue " + std::to_string(i);
    std::vector<double> values;
    for (int k = 0; k < 10; ++k) {
      issues[i].labels.push_back(std::to_string(k));
      issues[i].values.push_back(k);
      values.push_back(k / 9.0);
    }
    up.weights.push_back(0.125);
    up.values.push_back(values);
    down.weights.push_back(0.125);
    down.values.emplace_back(values.rbegin(), values.rend());
  }
  preferences::Domain domain{"vast", agenda::Agenda::make("vast", issues).value(), {}};
  for (const auto& parts : {up, down}) {
    preferences::Profile profile;
    profile.name = "party " + std::to_string(domain.profiles.size());
    profile.utility = preferences::Additive::make(domain.agenda, parts).value();
    domain.profiles.push_back(profile);
  }
  const Held held(std::move(domain), {"boulware", "conceder"}, 20);
  REQUIRE(held.loaded.domain.agenda.size() == 100'000'000);
  CHECK(held.negotiated.course.agreement.has_value());
  CHECK(says(lab::negotiation_text(held.report()), "Too many to be valued one by one"));
  CHECK(lab::negotiation_json(held.report()).at("sampled") == true);
}

TEST_CASE("a negotiation under any rule can be told, and a mediator's texts are its own") {
  for (const session::RuleEntry& rule : session::rules()) {
    INFO(rule.name);
    const Held held(tests::as_negmas_reads("tied"), {"linear", "conceder"}, 20, rule.name);
    const std::string text = lab::negotiation_text(held.report());
    CHECK(says(text, "tied_india"));
    CHECK(says(text, "mediator") == (rule.name == "single_text"));
    const nlohmann::json told = lab::negotiation_json(held.report());
    CHECK(told.at("rule") == rule.name);
    CHECK(told.at("offers").size() == held.negotiated.course.offers.size());
    CHECK(says(lab::negotiation_svg(held.report()), "</svg>"));
  }
}

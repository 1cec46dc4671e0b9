#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>
#include <world/lab/negotiation_report.hpp>

using namespace monazite;

namespace {

/// A negotiation over a reference case, as NegMAS reads it.
struct Held {
  Held(const std::string& name, std::vector<std::string> names, std::uint32_t deadline)
      : loaded{tests::as_negmas_reads(name), preferences::Semantics::kNegmas, {}, {}},
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
    negotiated = session::negotiate(participants, options);
    rounds = deadline;
  }
  [[nodiscard]] lab::NegotiationReport report() const {
    return {loaded, tables, negotiated, analysis, strategies, "stacked_alternating_offers",
            rounds, 1};
  }

  preferences::LoadedDomain loaded;
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables;
  preferences::Analysis analysis;
  std::vector<std::string> strategies;
  session::Negotiated negotiated;
  std::uint32_t rounds = 0;
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

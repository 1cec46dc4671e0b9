#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <agents/preferences/utility_table.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/bare_session.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;
using tests::BareGame;

namespace {

/// What of a trace differs from what our strategies of the same names do; empty: nothing.
std::string difference(const Strategies& known, const preferences::UtilityTable& first,
                       const preferences::UtilityTable& second, const nlohmann::json& trace) {
  const auto seat0 = known.strategies.make(trace.at("first").get<std::string>());
  const auto seat1 = known.strategies.make(trace.at("second").get<std::string>());
  if (!seat0 || !seat1) return "a strategy is not known";
  const OwnPreferences own0(first);
  const OwnPreferences own1(second);
  const BareGame game = tests::play_bare({seat0->get(), seat1->get()}, {&own0, &own1},
                                         trace.at("n_steps").get<std::uint32_t>());
  const auto& offers = trace.at("offers");
  for (std::size_t i = 0; i < std::min(offers.size(), game.offers.size()); ++i) {
    const BareGame::Offer theirs{offers[i][0], offers[i][1], offers[i][2]};
    if (!(theirs == game.offers[i])) {
      return "offer " + std::to_string(i) + " is " + std::to_string(game.offers[i].outcome) +
             ", theirs " + std::to_string(theirs.outcome);
    }
  }
  if (offers.size() != game.offers.size()) {
    return std::to_string(game.offers.size()) + " offers, theirs " + std::to_string(offers.size());
  }
  const bool agreed = !trace.at("agreement_index").is_null();
  if (agreed != game.agreement.has_value()) return "one of the two ends without an agreement";
  if (agreed && *game.agreement != trace.at("agreement_index").get<agenda::Outcome>()) {
    return "another agreement";
  }
  if (trace.at("timedout").get<bool>() != (game.end == BareGame::End::kDeadline)) {
    return "only one of the two ends at the deadline";
  }
  if (trace.at("broken").get<bool>() != (game.end == BareGame::End::kWalkAway)) {
    return "only one of the two is broken off";
  }
  // NegMAS counts the rounds begun.
  const std::uint32_t begun = game.round + (game.end == BareGame::End::kDeadline ? 0 : 1);
  if (trace.at("final_step").get<std::uint32_t>() != begun) return "ends in another round";
  return "";
}

/// Plays all negotiations of a file that are free of random choices, and counts them. The others
/// hold choices that NegMAS made by the hash seed of its process.
std::size_t repeat(const Strategies& known, const preferences::Domain& domain,
                   const nlohmann::json& traces) {
  const auto tables = preferences::tables_of(domain);
  std::size_t repeated = 0;
  for (const nlohmann::json& trace : traces) {
    if (!trace.at("strict").get<bool>()) continue;
    INFO(domain.name << " in " << trace.at("n_steps") << " rounds: " << trace.at("first")
                     << " against " << trace.at("second"));
    CHECK(difference(known, *tables[0], *tables[1], trace) == "");
    ++repeated;
  }
  return repeated;
}

const std::vector<std::string> kTraceFiles = {"traces_sao_n20.json", "traces_sao_n100.json"};

}  // namespace

TEST_CASE("NegMAS' negotiations are repeated offer by offer") {
  Strategies known;
  register_strategies(known, preferences::Semantics::kNegmas);
  std::size_t repeated = 0;
  for (const std::string& name : tests::reference_cases()) {
    if (name == "discounted") continue;  // their discount is not ours: docs/strategies.md
    const preferences::Domain domain = tests::as_negmas_reads(name);
    for (const std::string& file : kTraceFiles) {
      if (!tests::has_reference(name, file)) continue;
      repeated += repeat(known, domain, tests::reference_json(name, file));
    }
  }
  CHECK(repeated == 349);
}

TEST_CASE("NegMAS' negotiations on domains of competitions are repeated, where there are any") {
  // MONAZITE_REFERENCE names a folder of cases in the form of tests/fixtures/negotiation.
  const char* const folder = std::getenv("MONAZITE_REFERENCE");
  if (folder == nullptr) {
    SUCCEED("MONAZITE_REFERENCE is not set");
    return;
  }
  Strategies known;
  register_strategies(known, preferences::Semantics::kNegmas);
  std::size_t repeated = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path() / "scenario.json");
    if (!in) continue;
    const nlohmann::json scenario = nlohmann::json::parse(in);
    const auto& utilities = scenario.at("ufuns");
    if (!utilities.at(0).contains("weights") || utilities.at(0).contains("discount")) continue;
    const preferences::Domain domain =
        tests::as_negmas_reads(entry.path().filename().string(), scenario);
    for (const std::string& file : kTraceFiles) {
      std::ifstream traces(entry.path() / file);
      if (traces) repeated += repeat(known, domain, nlohmann::json::parse(traces));
    }
  }
  CHECK(repeated > 0);
  std::cerr << repeated << " negotiations repeated\n";
}

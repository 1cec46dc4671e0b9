#include <agents/session/negotiation.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::Ending;

namespace {

/// Holds the negotiation of a trace again, by messages, and compares everything that it says.
void hold_again(const nlohmann::json& trace, const strategies::Strategies& known,
                const std::vector<std::unique_ptr<preferences::UtilityTable>>& tables) {
  const auto first = known.strategies.make(trace.at("first").get<std::string>());
  const auto second = known.strategies.make(trace.at("second").get<std::string>());
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  const std::vector<session::Participant> participants{{tables[0].get(), first->get(), nullptr},
                                                       {tables[1].get(), second->get(), nullptr}};
  session::NegotiationOptions options;
  options.rounds = trace.at("n_steps");
  const session::Negotiated held = session::negotiate(participants, options);
  const auto& offers = trace.at("offers");
  REQUIRE(held.course.offers.size() == offers.size());
  for (std::size_t i = 0; i < offers.size(); ++i) {
    REQUIRE(held.course.offers[i].round == offers[i][0].get<std::uint32_t>());
    REQUIRE(held.course.offers[i].who == offers[i][1].get<std::uint32_t>());
    REQUIRE(held.course.offers[i].outcome == offers[i][2].get<agenda::Outcome>());
  }
  CHECK((held.course.ending == Ending::kDeadline) == trace.at("timedout").get<bool>());
  CHECK((held.course.ending == Ending::kWalkAway) == trace.at("broken").get<bool>());
  if (trace.at("agreement_index").is_null()) {
    CHECK_FALSE(held.course.agreement.has_value());
  } else {
    CHECK(held.course.agreement == trace.at("agreement_index").get<agenda::Outcome>());
    CHECK(held.course.round + 1 == trace.at("final_step").get<std::uint32_t>());
    CHECK(held.utilities == trace.at("agreement_utils").get<std::vector<double>>());
  }
}

}  // namespace

TEST_CASE("negotiations by messages are those that NegMAS holds, offer by offer") {
  strategies::Strategies known;
  strategies::register_strategies(known, preferences::Semantics::kNegmas);
  int held = 0;
  for (const std::string& name : tests::reference_cases()) {
    if (name == "discounted") continue;  // NegMAS discounts there in a way that we do not follow
    const preferences::Domain domain = tests::as_negmas_reads(name);
    const auto tables = preferences::tables_of(domain);
    for (const char* file : {"traces_sao_n20.json", "traces_sao_n100.json"}) {
      if (!tests::has_reference(name, file)) continue;
      for (const auto& trace : tests::reference_json(name, file)) {
        if (!trace.at("strict").get<bool>()) continue;
        INFO(name << " " << file << ": " << trace.at("first") << " and " << trace.at("second"));
        hold_again(trace, known, tables);
        ++held;
      }
    }
  }
  CHECK(held > 300);
}

#include <agents/parties/random_party.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

TEST_CASE("a random party conforms, but for looking at its values") {
  PartySetup setup;
  setup.other_government = 4;
  setup.irel = 5;
  setup.partner = 6;
  check_party_conformance(
      3, setup,
      [](const Chair& chair, const PartySetup& s) {
        return std::make_unique<RandomParty>(chair, s);
      },
      Judgement::kNone);
}

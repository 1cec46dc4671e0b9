#include <agents/parties/builtin.hpp>
#include <agents/parties/firm_party.hpp>
#include <agents/parties/government_party.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::parties;

TEST_CASE("the kind of a setup decides who sits in the chair") {
  const Chair chair{3, "seat", base::Draws(1)};
  PartySetup setup;
  CHECK(dynamic_cast<GovernmentParty*>(make_builtin_party(chair, setup).get()) != nullptr);
  setup.kind = PartyKind::kFirm;
  CHECK(dynamic_cast<FirmParty*>(make_builtin_party(chair, setup).get()) != nullptr);
}

TEST_CASE("a tactic's name from outside is checked before a party is made") {
  CHECK(check_tactic("").has_value());
  CHECK(check_tactic("boulware:exponent=2").has_value());
  const auto checked = check_tactic("bowlware");
  REQUIRE_FALSE(checked.has_value());
  CHECK(checked.error().code == base::ErrorCode::kBadInput);
  CHECK(checked.error().message.find("boulware") != std::string::npos);
}

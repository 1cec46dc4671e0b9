#include <set>

#include <agents/parties/government_party.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kIndia = 3;
constexpr base::SeatId kJapan = 4;

PartySetup setup_of(const std::string& tactic) {
  PartySetup setup;
  setup.other_government = kJapan;
  setup.irel = 5;
  setup.manner.tactic = tactic;
  return setup;
}

/// Two governments share 100 M in steps of one, each knowing what the other wants; their clocks run
/// together over 20 rounds. What the first one gets, or -1 without a deal.
int share_of_the_first(const std::string& first_tactic, const std::string& second_tactic,
                       std::uint64_t seed) {
  GovernmentParty first({kIndia, "india", base::Draws(seed)}, setup_of(first_tactic));
  GovernmentParty second({kJapan, "japan", base::Draws(seed)}, setup_of(second_tactic));
  TestDesk desks[] = {TestDesk(kIndia), TestDesk(kJapan)};
  TableFixture tables[] = {TableFixture(kIndia, kJapan, {101}, 20),
                           TableFixture(kJapan, kIndia, {101}, 20)};
  for (std::size_t i = 0; i <= 100; ++i) {
    tables[0].value[i] = tables[1].believed_other[i] = static_cast<float>(i);
    tables[1].value[i] = tables[0].believed_other[i] = static_cast<float>(100 - i);
  }
  Party* parties[] = {&first, &second};
  for (int side : {0, 1}) tell(*parties[side], desks[side], tables[side].opening());
  encounter::AlternatingOffers referee(101, kIndia, kJapan, 20);
  while (referee.ending() == encounter::Ending::kOpen) {
    const int side = referee.to_move() == kIndia ? 0 : 1;
    tables[side].urgency = referee.rounds() / 20.0;
    const auto sent = tell(*parties[side], desks[side], tables[side].brief());
    REQUIRE(sent.size() == 1);
    const v1::Envelope& move = sent.front().envelope;
    if (move.has_acceptance()) {
      REQUIRE(referee.accept(move.from(), move.acceptance().outcome()) == std::nullopt);
    } else if (move.has_offer()) {
      REQUIRE(referee.offer(move.from(), move.offer().outcome()) == std::nullopt);
      tell(*parties[1 - side], desks[1 - side], tables[1 - side].offer(move.offer().outcome()));
    } else {
      REQUIRE(referee.walk_away(move.from()) == std::nullopt);
    }
  }
  return referee.agreement() ? static_cast<int>(*referee.agreement()) : -1;
}

}  // namespace

TEST_CASE("a government conforms, whatever its tactic") {
  for (const char* tactic : {"", "boulware", "conceder", "hardliner"}) {
    check_party_conformance(kIndia, setup_of(tactic),
                            [](const Chair& chair, const PartySetup& setup) {
                              return std::make_unique<GovernmentParty>(chair, setup);
                            });
  }
}

TEST_CASE("two governments of equal firmness meet near the middle") {
  for (const char* tactic : {"boulware", "linear", "conceder"}) {
    INFO(tactic);
    const int share = share_of_the_first(tactic, tactic, 1);
    CHECK(share >= 40);
    CHECK(share <= 60);
  }
}

TEST_CASE("the firmer government gets more") {
  CHECK(share_of_the_first("boulware", "conceder", 1) > 70);
  CHECK(share_of_the_first("conceder", "boulware", 1) < 30);
  CHECK(share_of_the_first("time_dependent:exponent=2", "linear", 1) >
        share_of_the_first("linear", "linear", 1));
}

TEST_CASE("drawn firmness makes seeds differ") {
  std::set<int> shares;
  for (std::uint64_t seed = 0; seed < 20; ++seed) shares.insert(share_of_the_first("", "", seed));
  CHECK(shares.size() > 5);
  CHECK(shares.count(-1) == 0);
}

TEST_CASE("a government's offer leaves the same day, with a word at the opening") {
  GovernmentParty india({kIndia, "india", base::Draws(1)}, setup_of("linear"));
  TestDesk desk(kIndia);
  TableFixture table(kIndia, kJapan, {3});
  tell(india, desk, table.opening());
  const auto sent = tell(india, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().delay_days == 0);
  CHECK_FALSE(sent.front().envelope.offer().statement().empty());
}

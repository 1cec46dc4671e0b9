#include <agents/parties/draw_purposes.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/engine/seating.hpp>
#include <world/lab/network/seat_facts.hpp>

using namespace monazite;

namespace {

constexpr base::SeatId kJapan = 4;

}  // namespace

TEST_CASE("a seat is told how it is set up, and a party made of that is the host's own") {
  const scenarios::Scenario& scenario = test_support::short_crisis();
  const net::SeatFacts facts = lab::seat_facts(scenario, 9, 3, kJapan);
  CHECK(facts.name == "japan");
  CHECK(facts.seated.table() == 3);
  CHECK(facts.seated.names(static_cast<int>(kJapan)) == "japan");
  const parties::PartySetup mine = engine::builtin_setup(scenario, kJapan);
  const parties::PartySetup told = lab::to_setup(facts.seated);
  CHECK(told.kind == mine.kind);
  CHECK(told.other_government == mine.other_government);
  CHECK(told.irel == mine.irel);
  CHECK(told.partner == mine.partner);
  CHECK(told.manner.act_noise_musd == mine.manner.act_noise_musd);
  CHECK(told.manner.judgement_months == mine.manner.judgement_months);
  CHECK(told.manner.consultation_noise_musd == mine.manner.consultation_noise_musd);
  CHECK(told.manner.consultation_damping == mine.manner.consultation_damping);
  CHECK(told.manner.firmness_lowest == mine.manner.firmness_lowest);
  CHECK(told.manner.firmness_highest == mine.manner.firmness_highest);
  CHECK(told.manner.tactic == mine.manner.tactic);
  CHECK(told.manner.offer_gap_days == mine.manner.offer_gap_days);
  CHECK(told.manner.leak_credibility == mine.manner.leak_credibility);
}

TEST_CASE("the host draws for a seat what its party would draw, and nothing else") {
  const net::SeatFacts facts = lab::seat_facts(test_support::short_crisis(), 9, 1, kJapan);
  const base::Day day{20'252};
  const auto words = facts.draw(parties::kChoiceDraw, day, 5);
  REQUIRE(words.has_value());
  const auto same = base::Draws(9).words(parties::kChoiceDraw, day, kJapan, 5);
  CHECK(words->first == same.first);
  CHECK(words->second == same.second);
  CHECK_FALSE(facts.draw(base::Purpose("world.noise"), day, 5).has_value());
}

TEST_CASE("nothing that a seat is told before the first day depends on the seed") {
  const scenarios::Scenario& scenario = test_support::short_crisis();
  CHECK(lab::seat_facts(scenario, 9, 1, kJapan).seated.SerializeAsString() ==
        lab::seat_facts(scenario, 10, 1, kJapan).seated.SerializeAsString());
}

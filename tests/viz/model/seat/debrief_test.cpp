#include <cmath>

#include <tests/viz/model/seat/game_fixture.hpp>
#include <viz/model/seat/debrief.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

namespace {

const viz::game::Debrief& looked_back() {
  static const viz::game::Debrief kept = [] {
    auto told = viz::game::debrief(japan_and_the_coach());
    REQUIRE(told.has_value());
    return *std::move(told);
  }();
  return kept;
}

}  // namespace

TEST_CASE("there is nothing to look back on before the end") {
  const auto game = game_as("japan");
  const auto told = viz::game::debrief(*game);
  REQUIRE_FALSE(told.has_value());
  CHECK(told.error().code == base::ErrorCode::kNotAllowed);
}

TEST_CASE("the debrief reveals both utilities of what was signed") {
  const viz::game::Debrief& told = looked_back();
  CHECK(told.agreed);
  CHECK(told.my_title == "Japan");
  CHECK(told.their_title == "India");
  CHECK(told.deal.mine >= told.my_reservation);
  CHECK(told.deal.theirs >= told.their_reservation);
  REQUIRE(told.nash.has_value());
  CHECK(std::abs(told.left_to_nash - (told.nash->mine - told.deal.mine)) < 1e-9);
  CHECK(told.outcomes.size() == 1000);
  CHECK_FALSE(told.frontier.empty());
  for (const viz::game::UtilityPoint& edge : told.frontier) {
    for (const viz::game::UtilityPoint& one : told.outcomes) {
      CHECK_FALSE((one.mine > edge.mine + 1e-6 && one.theirs > edge.theirs + 1e-6));
    }
  }
  CHECK(told.my_gain_musd > 0);
  CHECK_FALSE(told.headline.empty());
  CHECK(told.sentences.size() >= 5);
}

TEST_CASE("offers are placed by what both mandates said of them") {
  const viz::game::Debrief& told = looked_back();
  CHECK(told.offers.size() > 20);
  std::size_t known = 0;
  for (const viz::game::DebriefOffer& offer : told.offers) {
    known += offer.to_me && offer.to_them ? 1 : 0;
  }
  CHECK(known == told.offers.size());
  REQUIRE(told.my_curve.size() > 3);
  CHECK(told.my_curve.front().utility > told.my_curve.back().utility);
  CHECK(told.their_curve.front().utility > told.their_curve.back().utility);
  REQUIRE(told.my_largest_step.has_value());
  CHECK(told.my_largest_step->utility > 0);
  for (const viz::game::WinSets& sets : told.win_sets) {
    CHECK(sets.both <= std::min(sets.mine, sets.theirs));
    CHECK(std::max(sets.mine, sets.theirs) <= sets.sample);
  }
}

TEST_CASE("each clause is worth what both mandates say") {
  const viz::game::Debrief& told = looked_back();
  REQUIRE(told.clauses.size() == told.agenda->issues().size());
  std::size_t differing = 0;
  for (const viz::game::SignedClause& clause : told.clauses) {
    REQUIRE(clause.to_me.has_value());
    REQUIRE(clause.to_them.has_value());
    REQUIRE(clause.nash_to_me.has_value());
    if (!clause.differs) {
      CHECK(*clause.nash_to_me == 0);
      CHECK(*clause.nash_to_them == 0);
    }
    differing += clause.differs ? 1 : 0;
  }
  CHECK(differing > 0);
}

TEST_CASE("the machine in the seat is played and can be watched") {
  const viz::game::Debrief& told = looked_back();
  CHECK(told.machine.played);
  CHECK_FALSE(told.machine.curve.empty());
  const auto file = viz::game::machine_file(told);
  REQUIRE(file.has_value());
  (*file)->read_all();
  CHECK((*file)->replay().filled_until() == three_years().last_day);
  CHECK(told.recording != told.machine_recording);
}

TEST_CASE("who walks away is told what there was to gain") {
  const auto game = game_as("irel");
  REQUIRE(game->answer(decision(Kind::kWalkAway)).has_value());
  const auto told = viz::game::debrief(*game);
  REQUIRE(told.has_value());
  CHECK_FALSE(told->agreed);
  CHECK(told->deal.mine == told->my_reservation);
  CHECK(told->sentences.front().find("walked away") != std::string::npos);
  REQUIRE(told->nash.has_value());
  CHECK(told->left_to_nash >= 0);
  // What was missed, clause by clause against the terms as they were.
  REQUIRE(told->clauses.size() == told->agenda->issues().size());
  std::size_t missed = 0;
  for (const viz::game::SignedClause& clause : told->clauses) {
    CHECK_FALSE(clause.to_me.has_value());
    missed += clause.differs && clause.nash_to_me.has_value() && clause.nash_to_them.has_value();
  }
  CHECK(missed > 0);
  CHECK(viz::game::debrief_csv(*told).find("\nin force,") != std::string::npos);
  CHECK(told->machine.agreed);
}

TEST_CASE("a debrief is written as one table") {
  const std::string csv = viz::game::debrief_csv(looked_back());
  CHECK(csv.find("section,name,meeting,day,mine,theirs,text\n") == 0);
  CHECK(csv.find("\nresult,agreement,") != std::string::npos);
  CHECK(csv.find("\nnash") == std::string::npos);
  CHECK(csv.find("\npoint,nash,") != std::string::npos);
  CHECK(csv.find("\nclause,volume,") != std::string::npos);
  std::size_t offers = 0;
  for (std::size_t at = csv.find("\noffer,"); at != std::string::npos;
       at = csv.find("\noffer,", at + 1)) {
    ++offers;
  }
  CHECK(offers == looked_back().offers.size());
}

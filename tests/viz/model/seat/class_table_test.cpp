#include <fstream>

#include <tests/viz/model/seat/game_fixture.hpp>
#include <viz/model/seat/class_table.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

TEST_CASE("a teacher opens a folder of games and sees how each ended") {
  const std::string folder = empty_folder("class");
  REQUIRE(japan_and_the_coach().save(folder + "/table-1.mcap").has_value());
  const auto walker = game_as("japan");
  REQUIRE(walker->answer(decision(Kind::kWalkAway)).has_value());
  REQUIRE(walker->save(folder + "/table-2.mcap").has_value());
  std::ofstream(folder + "/table-3.mcap") << "no recording";
  std::ofstream(folder + "/notes.txt") << "not looked at";

  const auto table = viz::game::class_table_of_folder(folder, "india");
  REQUIRE(table.has_value());
  REQUIRE(table->rows.size() == 3);
  const viz::game::ClassRow& first = table->rows[0];
  CHECK(first.name == "table-1");
  CHECK(first.seat == "japan");  // by the sidecar
  CHECK(first.agreed);
  CHECK(first.mine > first.my_reservation);
  CHECK(first.place == 1);
  CHECK(first.first_issue.has_value());
  CHECK_FALSE(first.terms.empty());
  const viz::game::ClassRow& second = table->rows[1];
  CHECK(second.error.empty());
  CHECK_FALSE(second.agreed);
  CHECK(second.mine == second.my_reservation);
  CHECK(second.joint_gain == 0);
  CHECK_FALSE(table->rows[2].error.empty());
  CHECK(table->agreements == 1);
  REQUIRE(table->best_joint.has_value());
  CHECK(*table->best_joint == 0);
  const std::string csv = viz::game::class_csv(*table);
  CHECK(csv.find("\ntable-1,japan,yes,") != std::string::npos);
  CHECK(csv.find("\ntable-2,japan,no,") != std::string::npos);
}

TEST_CASE("a folder that is not there is told") {
  CHECK_FALSE(viz::game::class_table_of_folder("/nowhere/at/all", "japan").has_value());
}

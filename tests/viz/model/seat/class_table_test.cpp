#include <fstream>

#include <protocol/recording/sidecar.hpp>
#include <tests/viz/model/seat/game_fixture.hpp>
#include <viz/model/seat/class_table.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

TEST_CASE("a teacher opens a folder of games and sees how each ended") {
  const std::string folder = fresh_folder("class");
  REQUIRE(japan_and_the_coach().save(folder + "/table-1.mcap").has_value());
  const auto walker = game_as("japan");
  REQUIRE(walker->answer(decision(Kind::kWalkAway)).has_value());
  REQUIRE(walker->save(folder + "/table-2.mcap").has_value());
  // As a host notes it.
  REQUIRE(recording::write_sidecar(folder + "/table-2.mcap", {{"seat.japan", "remote Group 3"}}));
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
  CHECK(second.seat == "japan");
  CHECK(second.players == "Group 3");
  CHECK(second.mine == second.my_reservation);
  CHECK(second.joint_gain == 0);
  CHECK_FALSE(table->rows[2].error.empty());
  CHECK(table->agreements == 1);
  REQUIRE(table->best_joint.has_value());
  CHECK(*table->best_joint == 0);
  const std::string csv = viz::game::class_csv(*table);
  CHECK(csv.find("\ntable-1,,japan,yes,") != std::string::npos);
  CHECK(csv.find("\ntable-2,Group 3,japan,no,") != std::string::npos);
}

TEST_CASE("recordings of a class are found in all folders below, and called after them") {
  const std::string folder = fresh_folder("class-deep");
  for (const char* table : {"/a/table-01", "/a/table-02", "/both"}) {
    std::filesystem::create_directories(folder + table);
  }
  for (const char* file : {"/a/table-01/june-2025.mcap", "/a/table-02/june-2025.mcap",
                           "/both/one.mcap", "/both/two.mcap", "/last.mcap"}) {
    std::ofstream(folder + file) << "no recording";
  }
  const auto paths = viz::game::class_paths(folder);
  REQUIRE(paths.has_value());
  const std::vector<std::string> wanted = {"a/table-01", "a/table-02", "both/one", "both/two",
                                           "last"};
  CHECK(viz::game::class_names(folder, *paths) == wanted);
  auto room = viz::game::ClassRoom::open(folder, "japan");
  REQUIRE(room.has_value());
  CHECK(room->recordings() == 5);
  std::size_t read = 0;
  while (room->read_on()) CHECK(room->table().rows.size() == ++read);
  CHECK(read == 5);
  CHECK(room->complete());
  CHECK_FALSE(room->plane().has_value());  // none of them could be read
}

TEST_CASE("results of both sides of a table lie in one plane") {
  const std::string folder = fresh_folder("class-sides");
  std::filesystem::create_directories(folder + "/1");
  std::filesystem::create_directories(folder + "/2");
  REQUIRE(japan_and_the_coach().save(folder + "/1/game.mcap").has_value());
  const auto india = game_as("india", {}, 3);
  while (india->question()) REQUIRE(india->answer(decision(Kind::kStaffOn)).has_value());
  REQUIRE(india->save(folder + "/2/game.mcap").has_value());
  auto room = viz::game::ClassRoom::open(folder, "japan");
  REQUIRE(room.has_value());
  while (room->read_on()) {
  }
  const auto& rows = room->table().rows;
  REQUIRE(rows.size() == 2);
  INFO(rows[0].error << " " << rows[1].error);
  REQUIRE(room->plane().has_value());
  CHECK(room->plane()->x == "india");
  CHECK(room->plane()->y == "japan");
  CHECK(rows[1].seat == "india");
  CHECK(rows[1].other == "japan");
  CHECK_FALSE(rows[0].frontier.empty());
  CHECK(rows[0].nash.has_value());
  const auto of_japan = room->in_plane(rows[0], 0.25, 0.75);
  const auto of_india = room->in_plane(rows[1], 0.25, 0.75);
  REQUIRE(of_japan.has_value());
  REQUIRE(of_india.has_value());
  CHECK(of_japan->y == 0.25);
  CHECK(of_india->x == 0.25);
  CHECK(of_india->y == 0.75);
}

TEST_CASE("a folder that is not there is told") {
  CHECK_FALSE(viz::game::class_table_of_folder("/nowhere/at/all", "japan").has_value());
}

#include <filesystem>

#include <sqlite3.h>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;

namespace {

/// The first column of the first row, as text.
std::string ask(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_stmt* statement = nullptr;
  std::string answer = "(error)";
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
    answer = sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr
                 ? reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))
                 : "(none)";
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return answer;
}

}  // namespace

TEST_CASE("a run's results can be asked for in SQL") {
  const std::string path = test_support::fresh_folder("results") + "/results.sqlite";
  const scenarios::Scenario& scenario = test_support::short_crisis();
  const lab::Played played = test_support::play(6);
  const lab::Measures measures = lab::measure(played.chronicle, scenario);
  auto db = lab::ResultsDb::create(path, scenario, {"a=1"}, "test");
  REQUIRE(db.has_value());
  REQUIRE(db->add(measures, &played.chronicle).has_value());
  REQUIRE(db->finish().has_value());
  CHECK(ask(path, "SELECT count(*) FROM runs") == "1");
  CHECK(ask(path, "SELECT flow FROM runs WHERE seed = 6") == lab::to_string(measures.flow));
  CHECK(ask(path, "SELECT count(*) FROM parties") == "8");
  CHECK(ask(path, "SELECT count(*) FROM deals") == std::to_string(measures.deals.size()));
  CHECK(ask(path, "SELECT count(DISTINCT month) FROM months") == "36");
  CHECK(ask(path, "SELECT count(*) FROM meetings") == std::to_string(measures.meetings));
  CHECK(ask(path, "SELECT count(*) FROM meetings WHERE overlap > 0") ==
        std::to_string(measures.meetings_with_overlap));
  REQUIRE(!measures.obstacles.empty());
  CHECK(ask(path, "SELECT office FROM obstacles ORDER BY meetings DESC, rowid") ==
        lab::office_words(measures.obstacles.front().office));
  CHECK(ask(path, "SELECT settings FROM experiment") == "a=1");
  CHECK(ask(path, "SELECT min(value) >= 0 FROM months WHERE name = 'landed_reo_t'") == "1");
}

TEST_CASE("results of a hosted table say who sat where") {
  const std::string path = test_support::fresh_folder("results") + "/results.sqlite";
  const scenarios::Scenario& scenario = test_support::short_crisis();
  lab::Measures measures;
  measures.seed = 7;
  auto db = lab::ResultsDb::create(path, scenario, {}, "test");
  REQUIRE(db.has_value());
  REQUIRE(db->add_seats(measures, 3, {{"japan", "Group 3"}, {"irel", "somebody"}}).has_value());
  REQUIRE(db->finish().has_value());
  CHECK(ask(path, "SELECT count(*) FROM seats WHERE seed = 7 AND table_number = 3") ==
        std::to_string(scenario.seats.size()));
  CHECK(ask(path, "SELECT player FROM seats WHERE party = 'japan'") == "Group 3");
  CHECK(ask(path, "SELECT count(*) FROM seats WHERE player IS NULL") ==
        std::to_string(scenario.seats.size() - 2));
}

TEST_CASE("results that were not finished leave no file, nor those of the experiment before") {
  const std::string folder = test_support::fresh_folder("results_unfinished");
  const std::string path = folder + "/results.sqlite";
  const scenarios::Scenario& scenario = test_support::short_crisis();
  {
    auto before = lab::ResultsDb::create(path, scenario, {}, "test");
    REQUIRE(before.has_value());
    REQUIRE(before->finish().has_value());
  }
  REQUIRE(std::filesystem::exists(path));
  {
    auto db = lab::ResultsDb::create(path, scenario, {}, "test");
    REQUIRE(db.has_value());
    REQUIRE(db->add_seats({}, 1, {}).has_value());
    CHECK_FALSE(std::filesystem::exists(path));
  }
  CHECK(std::filesystem::is_empty(folder));
}

TEST_CASE("a results file that cannot be given its name is told and taken away") {
  const std::string folder = test_support::fresh_folder("results_in_the_way");
  const std::string path = folder + "/results.sqlite";
  {
    auto db = lab::ResultsDb::create(path, test_support::short_crisis(), {}, "test");
    REQUIRE(db.has_value());
    std::filesystem::create_directories(path + "/in the way");
    const auto done = db->finish();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().message.find("cannot write " + path) == 0);
  }
  CHECK_FALSE(std::filesystem::exists(path + ".unfinished"));
}

TEST_CASE("a results file that cannot be written is told with its path") {
  auto db = lab::ResultsDb::create("/no/such/folder/results.sqlite", test_support::short_crisis(),
                                   {}, "test");
  REQUIRE_FALSE(db.has_value());
  CHECK(db.error().message.find("/no/such/folder/results.sqlite") != std::string::npos);
}

TEST_CASE("terms are written by name, all of them or those that changed") {
  const agenda::Agenda& agenda = test_support::short_crisis().agendas[0];
  CHECK(lab::terms_text(agenda, agenda.status_quo(), true).empty());
  const std::size_t term = *agenda.find("term_years");
  const std::uint32_t level = agenda.level(agenda.status_quo(), term) == 0 ? 1 : 0;
  const agenda::Outcome changed = agenda.with_level(agenda.status_quo(), term, level);
  CHECK(lab::terms_text(agenda, changed, true).rfind("term_years=", 0) == 0);
  const std::string all = lab::terms_text(agenda, changed, false);
  CHECK(std::count(all.begin(), all.end(), ';') == static_cast<long>(agenda.issues().size()) - 1);
}

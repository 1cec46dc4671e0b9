#include <filesystem>
#include <fstream>
#include <iterator>

#include <sqlite3.h>

#include <tests/agents/session/split_domain.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/simple_strategies.hpp>
#include <world/lab/tournament_db.hpp>

using namespace monazite;
using test_support::fixed_demand;

namespace {

/// The first column of the first row.
double ask(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  const double value = sqlite3_column_double(statement, 0);
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return value;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a tournament can be asked for in SQL") {
  const recording::testing::ScratchFolder folder;
  const std::string path = folder.path("tournament.sqlite");
  std::vector<preferences::Domain> domains;
  domains.push_back(tests::split_domain());
  domains[0].profiles[1].reservation = -std::numeric_limits<double>::infinity();
  const std::vector<lab::Contestant> contestants{fixed_demand(0.5), fixed_demand(0.9)};
  const lab::TournamentOptions options;
  const lab::Tournament played = lab::play_tournament(domains, contestants, options);
  REQUIRE(lab::write_tournament(path, domains, contestants, options, played, "test").has_value());
  CHECK(ask(path, "SELECT count(*) FROM bouts") == 8);
  CHECK(ask(path, "SELECT count(*) FROM places WHERE utility IS NULL") == 6);
  CHECK(ask(path, "SELECT count(*) FROM bouts WHERE ended = 'agreement' AND agreement = 5") == 2);
  CHECK(ask(path,
            "SELECT avg(score) FROM places JOIN strategies USING(strategy) WHERE name = 'demands "
            "0.5'") == Approx(0.25));
  CHECK(ask(path, "SELECT score FROM standings WHERE place = 1") == 0.25);
  CHECK(ask(path, "SELECT budget IS NULL FROM tournament") == 1);
  const std::string first = bytes_of(path);
  REQUIRE(lab::write_tournament(path, domains, contestants, options, played, "test").has_value());
  CHECK(bytes_of(path) == first);
}

TEST_CASE("a tournament's file that cannot be written is told with its path") {
  const auto written =
      lab::write_tournament("/nowhere/at/all.sqlite", {}, {}, {}, lab::Tournament{}, "test");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().message.find("/nowhere/at/all.sqlite") != std::string::npos);
}

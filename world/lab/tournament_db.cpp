#include <cmath>
#include <optional>

#include <world/lab/detail/sqlite_file.hpp>
#include <world/lab/tournament_db.hpp>

namespace monazite::lab {
namespace {

using detail::Insert;

constexpr const char* kTournamentSchema = R"(
CREATE TABLE tournament(rounds INTEGER, seed INTEGER, repetitions INTEGER, self_play INTEGER,
  budget INTEGER, digest TEXT, program_version TEXT);
CREATE TABLE domains(domain INTEGER PRIMARY KEY, name TEXT, outcomes INTEGER, first_profile TEXT,
  second_profile TEXT);
CREATE TABLE strategies(strategy INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE bouts(bout INTEGER PRIMARY KEY, domain INTEGER, first_mover INTEGER,
  repetition INTEGER, ended TEXT, round INTEGER, offers INTEGER, agreement INTEGER,
  to_frontier REAL, to_nash REAL);
CREATE TABLE places(bout INTEGER, party INTEGER, strategy INTEGER, utility REAL, score REAL,
  forfeit TEXT, PRIMARY KEY(bout, party));
CREATE TABLE standings(place INTEGER PRIMARY KEY, strategy INTEGER, bouts INTEGER, score REAL,
  score_error REAL, partner_score REAL, agreements REAL, rounds REAL, to_frontier REAL,
  to_nash REAL, forfeits INTEGER);
)";

std::optional<double> finite(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

bool add_experiment(sqlite3* db, const TournamentOptions& options, const Tournament& tournament,
                    const std::string& program_version) {
  Insert insert(db, "INSERT INTO tournament VALUES(?,?,?,?,?,?,?)");
  insert.whole(options.rounds).whole(options.seed).whole(options.repetitions);
  insert.whole(options.self_play ? 1 : 0);
  if (options.budget == strategies::OwnPreferences::kNoLimit) {
    insert.null();
  } else {
    insert.whole(options.budget);
  }
  return insert.add(detail::digest_text(tournament.digest)).add(program_version).row();
}

bool add_domains(sqlite3* db, const std::vector<preferences::Domain>& domains) {
  Insert insert(db, "INSERT INTO domains VALUES(?,?,?,?,?)");
  bool ok = true;
  for (std::size_t i = 0; i < domains.size(); ++i) {
    const preferences::Domain& domain = domains[i];
    insert.whole(i).add(domain.name).whole(domain.agenda.size());
    ok = insert.add(domain.profiles[0].name).add(domain.profiles[1].name).row() && ok;
  }
  return ok;
}

bool add_strategies(sqlite3* db, const std::vector<Contestant>& contestants) {
  Insert insert(db, "INSERT INTO strategies VALUES(?,?)");
  bool ok = true;
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    ok = insert.whole(i).add(contestants[i].name).row() && ok;
  }
  return ok;
}

bool add_bouts(sqlite3* db, const std::vector<Bout>& bouts) {
  Insert bout_row(db, "INSERT INTO bouts VALUES(?,?,?,?,?,?,?,?,?,?)");
  Insert place_row(db, "INSERT INTO places VALUES(?,?,?,?,?,?)");
  bool ok = true;
  for (std::size_t i = 0; i < bouts.size(); ++i) {
    const Bout& bout = bouts[i];
    bout_row.whole(i).whole(bout.domain).whole(bout.first_mover).whole(bout.repetition);
    bout_row.add(std::string(to_string(bout.ending))).whole(bout.round).whole(bout.offers);
    if (bout.agreement) {
      bout_row.whole(*bout.agreement);
    } else {
      bout_row.null();
    }
    ok = bout_row.add(bout.to_frontier).add(bout.to_nash).row() && ok;
    for (std::uint32_t party = 0; party < 2; ++party) {
      place_row.whole(i).whole(party).whole(bout.strategy[party]);
      place_row.add(finite(bout.utility[party])).add(bout.score[party]);
      if (bout.forfeit == party) {
        place_row.add(bout.why);
      } else {
        place_row.null();
      }
      ok = place_row.row() && ok;
    }
  }
  return ok;
}

bool add_standings(sqlite3* db, const std::vector<Standing>& standings) {
  Insert insert(db, "INSERT INTO standings VALUES(?,?,?,?,?,?,?,?,?,?,?)");
  bool ok = true;
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const Standing& s = standings[i];
    insert.whole(i + 1).whole(s.strategy).whole(s.bouts).add(s.score).add(s.score_error);
    insert.add(s.partner_score).add(s.agreements).add(s.rounds);
    ok = insert.add(s.to_frontier).add(s.to_nash).whole(s.forfeits).row() && ok;
  }
  return ok;
}

}  // namespace

const char* to_string(encounter::Ending ending) {
  switch (ending) {
    case encounter::Ending::kAgreement:
      return "agreement";
    case encounter::Ending::kDeadline:
      return "deadline";
    case encounter::Ending::kWalkAway:
      return "walk_away";
    case encounter::Ending::kConflict:
      return "conflict";
    case encounter::Ending::kOpen:
      break;
  }
  return "open";
}

base::Result<void> write_tournament(const std::string& path,
                                    const std::vector<preferences::Domain>& domains,
                                    const std::vector<Contestant>& contestants,
                                    const TournamentOptions& options, const Tournament& tournament,
                                    const std::string& program_version) {
  auto file = detail::SqliteFile::create(path, kTournamentSchema);
  if (!file) return tl::unexpected<base::Error>(file.error());
  sqlite3* db = file->db();
  if (!add_experiment(db, options, tournament, program_version) || !add_domains(db, domains) ||
      !add_strategies(db, contestants) || !add_bouts(db, tournament.bouts) ||
      !add_standings(db, tournament.standings)) {
    return file->failure();
  }
  return file->finish();
}

}  // namespace monazite::lab

#include <algorithm>
#include <cstdio>
#include <utility>

#include <world/lab/detail/sqlite_file.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

using detail::digest_text;
using detail::Insert;

constexpr const char* kRunsSchema = R"(
CREATE TABLE experiment(scenario TEXT, scenario_text TEXT, settings TEXT, program_version TEXT);
CREATE TABLE runs(seed INTEGER, run INTEGER, flow TEXT, flow_ratio REAL, flow_ratio_late REAL,
  requests INTEGER, directions INTEGER, stop_directions INTEGER, notifications INTEGER,
  consultations INTEGER, meetings INTEGER, suspensions INTEGER, refusals_at_home INTEGER,
  leaks INTEGER, first_agreement TEXT, price_mean_usd_per_kg REAL, price_peak_usd_per_kg REAL,
  unmet_ndpr_t REAL, makers_worst_cover_days REAL, india_magnet_weeks_least REAL,
  signed_below_reservation INTEGER, negative_stocks INTEGER, clauses_in_limbo INTEGER, digest TEXT,
  PRIMARY KEY(seed, run));
CREATE TABLE parties(seed INTEGER, run INTEGER, party TEXT, gain_musd REAL, gain_true_musd REAL,
  worst_cover_days REAL, worst_month TEXT, unmet_ndpr_t REAL, cash_musd REAL,
  delivered_reo_t REAL, delivered_ndpr_t REAL, received_reo_t REAL, received_ndpr_t REAL,
  received_indian_ndpr_t REAL, missing_magnets_t REAL);
CREATE TABLE deals(seed INTEGER, run INTEGER, signed_on TEXT, negotiation TEXT, first_party TEXT,
  second_party TEXT, outcome INTEGER, terms TEXT, meetings INTEGER, first_gain_musd REAL,
  second_gain_musd REAL, distance_to_frontier_musd REAL, distance_to_nash_musd REAL,
  first_gain_true_musd REAL, second_gain_true_musd REAL);
CREATE TABLE seats(seed INTEGER, run INTEGER, table_number INTEGER, party TEXT, player TEXT);
CREATE TABLE obstacles(seed INTEGER, run INTEGER, party TEXT, office TEXT, meetings INTEGER);
CREATE TABLE meetings(seed INTEGER, run INTEGER, day TEXT, conversation INTEGER, meeting INTEGER,
  first_party TEXT, second_party TEXT, sample_size INTEGER, first_win_set INTEGER,
  second_win_set INTEGER, overlap INTEGER, first_obstacle TEXT, second_obstacle TEXT,
  agreed INTEGER);
CREATE TABLE months(seed INTEGER, run INTEGER, month TEXT, name TEXT, value REAL);
CREATE TABLE clauses(seed INTEGER, run INTEGER, day TEXT, clause TEXT, before TEXT, after TEXT,
  measure REAL);
)";

/// A number as a person writes it: no trailing zeros.
std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

std::size_t agenda_of(v1::Table table) {
  return table == v1::TABLE_CONSULTATION ? 0 : table == v1::TABLE_SUPPLY_CONTRACT ? 1 : 2;
}

constexpr const char* kTableNames[] = {"consultation", "supply_contract", "allocation"};

bool add_run(sqlite3* db, const Measures& m) {
  Insert insert(db, "INSERT INTO runs VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  insert.whole(m.seed)
      .whole(m.run)
      .add(std::string(to_string(m.flow)))
      .add(m.flow_ratio)
      .add(m.flow_ratio_late);
  insert.whole(m.requests).whole(m.directions).whole(m.stop_directions).whole(m.notifications);
  insert.whole(m.consultations).whole(m.meetings).whole(m.suspensions).whole(m.refusals_at_home);
  insert.whole(m.leaks)
      .add(m.first_agreement)
      .add(m.price_mean_usd_per_kg)
      .add(m.price_peak_usd_per_kg);
  insert.add(m.unmet_ndpr_t).add(m.makers_worst_cover_days).add(m.india_magnet_weeks_least);
  insert.whole(m.signed_below_reservation).whole(m.negative_stocks).whole(m.clauses_in_limbo);
  return insert.add(digest_text(m.digest)).row();
}

bool add_parties(sqlite3* db, const Measures& m) {
  Insert insert(db, "INSERT INTO parties VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  bool ok = true;
  for (const PartyMeasures& party : m.parties) {
    insert.whole(m.seed)
        .whole(m.run)
        .add(party.name)
        .add(party.gain_musd)
        .add(party.gain_true_musd);
    insert.add(party.worst_cover_days).add(party.worst_month).add(party.unmet_ndpr_t);
    insert.add(party.cash_musd).add(party.delivered_reo_t).add(party.delivered_ndpr_t);
    insert.add(party.received_reo_t).add(party.received_ndpr_t).add(party.received_indian_ndpr_t);
    ok = insert.add(party.missing_magnets_t).row() && ok;
  }
  return ok;
}

bool add_deals(sqlite3* db, const Measures& m, const scenarios::Scenario& scenario) {
  Insert insert(db, "INSERT INTO deals VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  bool ok = true;
  const auto name = [&](base::SeatId seat) { return scenario.seats[seat - base::kFirstSeat].name; };
  for (const Deal& deal : m.deals) {
    const std::size_t which = agenda_of(deal.table);
    insert.whole(m.seed)
        .whole(m.run)
        .add(base::to_string(deal.signed_on))
        .add(std::string(kTableNames[which]));
    insert.add(name(deal.parties[0])).add(name(deal.parties[1])).whole(deal.outcome);
    insert.add(terms_text(scenario.agendas[which], deal.outcome, false)).whole(deal.meetings);
    insert.add(deal.first_gain_musd).add(deal.second_gain_musd).add(deal.distance_to_frontier_musd);
    insert.add(deal.distance_to_nash_musd).add(deal.first_gain_true_musd);
    ok = insert.add(deal.second_gain_true_musd).row() && ok;
  }
  return ok;
}

bool add_obstacles(sqlite3* db, const Measures& m, const scenarios::Scenario& scenario) {
  Insert insert(db, "INSERT INTO obstacles VALUES(?,?,?,?,?)");
  bool ok = true;
  for (const Obstacle& obstacle : m.obstacles) {
    insert.whole(m.seed).whole(m.run).add(scenario.seats[obstacle.seat - base::kFirstSeat].name);
    ok = insert.add(office_words(obstacle.office)).whole(obstacle.meetings).row() && ok;
  }
  return ok;
}

bool add_meetings(sqlite3* db, const Chronicle& chronicle) {
  Insert insert(db, "INSERT INTO meetings VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  bool ok = true;
  for (const Meeting& meeting : meetings_of(chronicle)) {
    const v1::NegotiationAnalysis& a = *meeting.analysis;
    insert.whole(chronicle.header.seed()).whole(chronicle.header.run());
    insert.add(base::to_string(meeting.day)).whole(a.conversation()).whole(a.meeting());
    insert.add(chronicle.name(meeting.first)).add(chronicle.name(meeting.second));
    insert.whole(a.sample_size()).whole(a.first_win_set()).whole(a.second_win_set());
    insert.whole(a.overlap());
    insert.add(office_words(a.first_obstacle())).add(office_words(a.second_obstacle()));
    ok = insert.whole(a.agreed() ? 1 : 0).row() && ok;
  }
  return ok;
}

bool add_months(sqlite3* db, const Chronicle& chronicle) {
  if (chronicle.months.empty()) return true;
  Insert insert(db, "INSERT INTO months VALUES(?,?,?,?,?)");
  bool ok = true;
  const auto& names = chronicle.months.front().snapshot.names();
  for (const Chronicle::Month& month : chronicle.months) {
    const std::string day = base::to_string(month.day);
    for (int i = 0; i < month.snapshot.values_size(); ++i) {
      insert.whole(chronicle.header.seed())
          .whole(chronicle.header.run())
          .add(day)
          .add(names.Get(i));
      ok = insert.add(month.snapshot.values(i)).row() && ok;
    }
  }
  return ok;
}

bool add_clauses(sqlite3* db, const Chronicle& chronicle) {
  Insert insert(db, "INSERT INTO clauses VALUES(?,?,?,?,?,?,?)");
  bool ok = true;
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (!e.has_clause_status()) continue;
    const v1::ClauseStatus& change = e.clause_status();
    insert.whole(chronicle.header.seed()).whole(chronicle.header.run());
    insert.add(base::to_string(base::Day{e.day()}))
        .add(v1::ClauseStatus::Clause_Name(change.clause()));
    insert.add(v1::ClauseStatus::Status_Name(change.before()));
    insert.add(v1::ClauseStatus::Status_Name(change.status()));
    ok = insert.add(change.measure()).row() && ok;
  }
  return ok;
}

}  // namespace

ResultsDb::ResultsDb(std::unique_ptr<detail::SqliteFile> file, const scenarios::Scenario& scenario)
    : file_(std::move(file)), scenario_(&scenario) {}
ResultsDb::ResultsDb(ResultsDb&&) noexcept = default;
ResultsDb& ResultsDb::operator=(ResultsDb&&) noexcept = default;
ResultsDb::~ResultsDb() = default;

base::Result<ResultsDb> ResultsDb::create(const std::string& path,
                                          const scenarios::Scenario& scenario,
                                          const std::vector<std::string>& settings,
                                          const std::string& program_version) {
  auto file = detail::SqliteFile::create(path, kRunsSchema);
  if (!file) return tl::unexpected<base::Error>(file.error());
  std::string all;
  for (const std::string& setting : settings) all += (all.empty() ? "" : "\n") + setting;
  Insert insert(file->db(), "INSERT INTO experiment VALUES(?,?,?,?)");
  if (!insert.add(scenario.name).add(scenario.text).add(all).add(program_version).row()) {
    return file->failure();
  }
  return ResultsDb(std::make_unique<detail::SqliteFile>(std::move(*file)), scenario);
}

base::Result<void> ResultsDb::add(const Measures& measures, const Chronicle* chronicle) {
  sqlite3* db = file_->db();
  bool ok = add_run(db, measures) && add_parties(db, measures) &&
            add_deals(db, measures, *scenario_) && add_obstacles(db, measures, *scenario_);
  if (chronicle != nullptr) {
    ok = ok && add_meetings(db, *chronicle) && add_months(db, *chronicle) &&
         add_clauses(db, *chronicle);
  }
  if (!ok) return file_->failure();
  return {};
}

base::Result<void> ResultsDb::add_seats(const Measures& measures, std::uint32_t table,
                                        const std::vector<SeatTaken>& taken) {
  Insert insert(file_->db(), "INSERT INTO seats VALUES(?,?,?,?,?)");
  bool ok = true;
  for (const auto& seat : scenario_->seats) {
    const auto found = std::find_if(taken.begin(), taken.end(), [&seat](const SeatTaken& one) {
      return one.party == seat.name;
    });
    insert.whole(measures.seed).whole(measures.run).whole(table).add(seat.name);
    ok = (found == taken.end() ? insert.null() : insert.add(found->player)).row() && ok;
  }
  if (!ok) return file_->failure();
  return {};
}

base::Result<void> ResultsDb::finish() {
  return file_->finish();
}

std::string terms_text(const agenda::Agenda& agenda, agenda::Outcome outcome,
                       bool differences_only) {
  std::string text;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    const std::uint32_t level = agenda.level(outcome, i);
    if (differences_only && level == issue.status_quo) continue;
    if (!text.empty()) text += "; ";
    text += issue.name + "=" + number_text(issue.values[level]);
  }
  return text;
}

}  // namespace monazite::lab

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <world/lab/chronicle.hpp>
#include <world/lab/measures.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

namespace detail {
class SqliteFile;
}

/// A seat that a person or a program from elsewhere sat on.
struct SeatTaken {
  std::string party;   ///< name of the seat in the scenario
  std::string player;  ///< as it called itself; "somebody" if it did not
};

/// Results of an experiment in one SQLite file, one row per thing, for pandas and R:
///
///   experiment  scenario, scenario_text, settings, program_version
///   runs        one row a run: seed, run, flow, flow_ratio, requests, ..., digest
///   parties     one row a run and party: gains, worst cover, unmet need, cash
///   deals       one row a signed deal: day, table, terms as text, gains, distances
///   obstacles   one row an office that stood in the way at home: at how many meetings
///   seats       one row a seat of a hosted table: the table's number, party, player (null: the
///               built-in party)
///   meetings, months, clauses   only of runs added with a chronicle: win-sets of a meeting; a
///   value
///               of a month; a change of a clause's status
///
/// Dates are text, YYYY-MM-DD; money is in million USD; other units stand in the column's name.
/// Rows do not hold times or places of the machine, so equal experiments give equal tables. An
/// existing file is taken away at once, and the new one has its name when finish() returns: without
/// that, as on a full disk, no file is left. Errors name the path and the remedy.
class ResultsDb {
 public:
  [[nodiscard]] static base::Result<ResultsDb> create(const std::string& path,
                                                      const scenarios::Scenario& scenario,
                                                      const std::vector<std::string>& settings,
                                                      const std::string& program_version);
  ResultsDb(ResultsDb&&) noexcept;
  ResultsDb& operator=(ResultsDb&&) noexcept;
  ~ResultsDb();

  /// Adds a run; with its months and clauses if `chronicle` is given.
  [[nodiscard]] base::Result<void> add(const Measures& measures, const Chronicle* chronicle);
  /// Adds who sat where at a hosted table, whose run is added too.
  [[nodiscard]] base::Result<void> add_seats(const Measures& measures, std::uint32_t table,
                                             const std::vector<SeatTaken>& taken);
  /// Makes all rows last. Call once.
  [[nodiscard]] base::Result<void> finish();

 private:
  ResultsDb(std::unique_ptr<detail::SqliteFile> file, const scenarios::Scenario& scenario);

  std::unique_ptr<detail::SqliteFile> file_;
  const scenarios::Scenario* scenario_;
};

/// The terms of a package in words, "volume 1500 t REO/year; floor 70 USD/kg": the issues of the
/// agenda whose level differs from the status quo, or all of them.
[[nodiscard]] std::string terms_text(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                     bool differences_only);

}  // namespace monazite::lab

#pragma once

#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/reading.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

struct WrittenFile {
  std::string path;
  std::size_t rows = 0;  ///< without the head
};

/// Writes a recording as CSV files into a folder that exists (RFC 4180, UTF-8, a head with units in
/// the names, dates YYYY-MM-DD):
///
///   messages.csv  one row a message: id, day, from, to, conversation, in_reply_to, kind, outcome,
///                 terms of a package in words, text of a report or statement
///   prices.csv, flows.csv, stocks.csv, state.csv
///                 one row a month, one column a quantity of the snapshots, by subject
///   clauses.csv   one row a change of a clause's status
///   meetings.csv  one row a meeting of a consultation: win-sets of both homes on the sample, their
///                 overlap, and the office of each home that is most in the way (empty: none)
///
/// Existing files of these names are replaced. Errors name the path and the remedy.
[[nodiscard]] base::Result<std::vector<WrittenFile>> export_csv(recording::Recording& recording,
                                                                const scenarios::Scenario& scenario,
                                                                const std::string& folder);

}  // namespace monazite::lab

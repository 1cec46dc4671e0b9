#pragma once

#include <string>
#include <vector>

#include <viz/model/replay.hpp>

namespace monazite::viz {

/// How a status is to be marked: a shape and a tone, never a judgement of guilt.
enum class StatusMark { kKept, kWeakened, kStopped, kPending, kExcused };

struct ClauseRow {
  v1::ClauseStatus::Clause clause = v1::ClauseStatus::CLAUSE_UNSPECIFIED;
  int number = 0;       ///< as in v1::ClauseStatus::Clause
  std::string title;    ///< with the number in force on the day: "Volume 1,000 t REO/year"
  std::string measure;  ///< "51 %", "+10 %", "level 1", "3 meetings"; "-" where there is none
  double value = 0;     ///< the measure as recorded
  std::string what;     ///< what the measure is: "shipped over committed, six months"
  v1::ClauseStatus::Status status = v1::ClauseStatus::STATUS_UNSPECIFIED;
  std::string status_words;
  StatusMark mark = StatusMark::kKept;
  base::Day since{};
  std::uint64_t because_of = 0;  ///< id of a message; 0: the month's account
  bool contract = false;         ///< between companies, not of the memorandum
};

struct ClauseHistoryRow {
  base::Day since{};
  std::string status_words, measure;
  StatusMark mark = StatusMark::kKept;
  std::uint64_t because_of = 0;
};

/// The clauses that had been entered by a day, in order of their numbers.
[[nodiscard]] std::vector<ClauseRow> clause_view(const Replay& replay, base::Day day);
/// A clause's statuses up to a day, the latest first.
[[nodiscard]] std::vector<ClauseHistoryRow> clause_history(const Replay& replay,
                                                           v1::ClauseStatus::Clause clause,
                                                           base::Day day);
[[nodiscard]] StatusMark mark_of(v1::ClauseStatus::Status status);
/// "51 %", "+10 %", "level 1"
[[nodiscard]] std::string measure_words(v1::ClauseStatus::Clause clause, double measure);

}  // namespace monazite::viz

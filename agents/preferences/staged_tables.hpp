#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <agents/preferences/schedule.hpp>
#include <agents/preferences/utility_table.hpp>

namespace monazite::preferences {

/// The tables of preferences that change while talks go on: one for each stage of a schedule, all
/// of one agenda, evaluated once. Safe to read from several threads.
class StagedTables {
 public:
  /// `agenda` must outlive it.
  StagedTables(const Agenda& agenda, Schedule schedule);
  StagedTables(const StagedTables&) = delete;
  StagedTables& operator=(const StagedTables&) = delete;

  [[nodiscard]] std::size_t stages() const { return tables_.size(); }
  [[nodiscard]] std::size_t stage_at(double time) const { return schedule_.stage_at(time); }
  [[nodiscard]] const UtilityTable& table(std::size_t stage) const { return *tables_[stage]; }
  /// What holds at a relative time.
  [[nodiscard]] const UtilityTable& at(double time) const { return table(stage_at(time)); }

 private:
  Schedule schedule_;  // the tables point to its profiles
  std::vector<std::unique_ptr<UtilityTable>> tables_;
};

}  // namespace monazite::preferences

#include <utility>

#include <agents/preferences/staged_tables.hpp>

namespace monazite::preferences {

StagedTables::StagedTables(const Agenda& agenda, Schedule schedule)
    : schedule_(std::move(schedule)) {
  for (std::size_t i = 0; i < schedule_.stages(); ++i) {
    tables_.push_back(std::make_unique<UtilityTable>(agenda, schedule_.stage(i)));
  }
}

}  // namespace monazite::preferences

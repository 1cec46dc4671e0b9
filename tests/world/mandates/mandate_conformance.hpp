#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <tests/world/mandates/mandate_messages.hpp>
#include <world/mandates/mandate.hpp>

namespace monazite::fixtures {

/// A mandate under test. `make` gives a new one each time, always the same.
struct MandateCase {
  std::string name;
  std::function<std::unique_ptr<mandates::Mandate>()> make;
  base::SeatId self = 0;
  base::SeatId other = 0;  ///< across the table
  v1::Table table = v1::TABLE_UNSPECIFIED;
  const agenda::Agenda* agenda = nullptr;
  base::Day first_day{};
  std::vector<base::SeatId> subjects;  ///< seats that readings may be about
};

/// What every mandate must hold to, whatever legal messages it is sent: values are finite, arrays
/// have the length of what was asked, no package is cleared below the reservation value, asking
/// twice gives the same answer, and the same messages give the same mandate. Runs `histories` of
/// random observations, directions, notifications, cargoes and offers, each from a seed of its own.
/// Call from inside a TEST_CASE.
void check_conformance(const MandateCase& what, int histories);

}  // namespace monazite::fixtures

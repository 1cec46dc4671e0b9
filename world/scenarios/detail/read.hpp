#pragma once

#include <string>
#include <vector>

#include <world/scenarios/detail/reader.hpp>
#include <world/scenarios/scenario.hpp>

/// The parts of a scenario, each read by its own function from the top table into `scenario`. They
/// are called in this order: later ones rely on what earlier ones read.
namespace monazite::scenarios::detail {

void read_calendar(Reader& top, Scenario& scenario);
void read_sources(Reader& top, Scenario& scenario);
void read_seats(Reader& top, Scenario& scenario);
void read_parameters(Reader& top, Scenario& scenario);
void read_makers(Reader& top, Scenario& scenario);
void read_offices(Reader& top, Scenario& scenario);
void read_observations(Reader& top, Scenario& scenario);
void read_agendas(Reader& top, Scenario& scenario);
void read_conduct(Reader& top, Scenario& scenario);
void read_regime_path(Reader& top, Scenario& scenario);
void read_events(Reader& top, Scenario& scenario);
void read_later_facts(Reader& top, Scenario& scenario);

/// A number with its provenance: { value, range, unit, confidence, source, meaning, basis }.
/// `count` numbers to `values`; a list when `list`. Adds to scenario.numbers.
struct NumberPlace {
  std::string key;   ///< as in Provenance
  std::string unit;  ///< that the file must state
  double* values = nullptr;
  std::size_t count = 1;
  bool list = false;
};
void read_number(Reader& parent, std::string_view name, const NumberPlace& place,
                 Scenario& scenario);

/// The value of `confidence` with its check, and of `source` as "MCS26, MYB22" with the check that
/// each key is known and that only an assumption or general knowledge goes without.
struct Grounds {
  std::string source;
  std::string confidence;
};
[[nodiscard]] Grounds read_grounds(Reader& reader, const Scenario& scenario);

/// Day of the month that a date stands for, with the fault when it lies outside the calendar.
/// `full_until` of the calendar counts (see read_calendar).
[[nodiscard]] bool inside_calendar(base::Day day, const Reader& reader, std::string_view key,
                                   const Scenario& scenario);

}  // namespace monazite::scenarios::detail

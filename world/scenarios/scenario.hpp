#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <world/economy/state.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/office.hpp>
#include <world/scenarios/observation_table.hpp>

namespace monazite::scenarios {

enum class SeatKind { kGovernment, kMiner, kTrader, kMagnetMaker, kCarMaker };

struct Seat {
  std::string name;   ///< in files and on screen: india, japan, irel, toyotsu, ...
  std::string title;  ///< in stories: "India", "IREL", "Toyota Tsusho"
  SeatKind kind = SeatKind::kGovernment;
  /// How it concedes when a built-in party plays it: a tactic of strategies::Registry
  /// ("boulware:exponent=2"); empty: the kind's own. Checked when the scenario was read.
  std::string tactic;
  /// Played from elsewhere: what it does when its player is silent or away. False: the built-in
  /// party decides; true: it says nothing.
  bool silent_when_absent = false;
};

/// Something the scenario brings from outside, on its day. Reported facts carry their source.
struct Event {
  enum class Kind {
    kAct,     ///< a decision of a seat that is a reported fact (`seat`, `office`, `act`)
    kPress,   ///< a press report (`text`, `credibility`)
    kSummit,  ///< leaders of the two governments meet
    kPlants,  ///< announced date of India's plants (`until`)
    kOutput   ///< mine output times `factor` for that month
  };
  Kind kind = Kind::kPress;
  base::Day day{};
  std::string seat;
  v1::Office office = v1::OFFICE_NONE;
  v1::Act act = v1::ACT_NONE;
  std::string text;
  double credibility = 1;
  base::Day until{};
  double factor = 1;
  std::string source;      ///< keys into `sources`, as in "R25, BS25"; empty for an assumption
  std::string confidence;  ///< stored, stored-weak, derived, general, assumption
  std::string name;        ///< key in the file: [event.NAME]
};

/// Something that happened after `known_until`: listed for reference; no party hears of it.
struct LaterFact {
  base::Day day{};
  std::string text, source, confidence;
};

/// What numbers and events rest on. `date` is of publication, as exactly as known ("2025-06-13",
/// "2025").
struct Source {
  std::string key, title, publisher, date, url;
};

/// Where a number of the scenario comes from.
struct Provenance {
  std::string key;  ///< "ore.mined_reo_t_per_year"
  double value = 0;
  double low = 0, high = 0;
  std::string unit, meaning, confidence;
  std::string source;  ///< keys, as in "MCS26, MYB22"; may be empty for an assumption
  std::string basis;   ///< of mass, where it matters: "REO contained", "customs weight ..."
};

struct Scenario {
  std::string name, title, summary;
  /// The whole scenario as one TOML document, with what it extends and the settings laid into it.
  /// It goes into recordings; load_text() of it gives this scenario again.
  std::string text;
  base::Day first_day{}, last_day{};  ///< of a month the first, of a month the last
  /// The scenario's own last day when a setting cut the run short, else last_day. Events after
  /// last_day are left out of `events`, and the regime path is cut.
  base::Day planned_last_day{};
  /// Facts later than this are marked, and no party hears of them.
  std::optional<base::Day> known_until;
  /// From this day on offices and firms decide on acts of their own; before it they did what is
  /// known, which is nothing out of the ordinary. The first day when the scenario does not say.
  base::Day decisions_from{};
  std::vector<Seat> seats;
  equations::Parameters parameters;
  std::vector<economy::MakerSetup> makers;
  std::vector<mandates::OfficeSetup> offices;
  ObservationTable observations;  ///< who sees what, how late and how exactly
  std::vector<agenda::Agenda>
      agendas;  ///< consultation, supply contract, allocation, in this order
  v1::Conduct consultation_conduct = v1::CONDUCT_PROTOCOL;
  v1::Conduct supply_conduct = v1::CONDUCT_PROTOCOL;
  v1::Conduct allocation_conduct = v1::CONDUCT_PROTOCOL;
  economy::RegimePath regime_path;
  std::vector<Event> events;           ///< in order of day
  std::vector<LaterFact> later_facts;  ///< in order of day
  std::vector<Source> sources;         ///< in order of key
  std::vector<Provenance> numbers;     ///< every number, list entries one by one as "key[0]"
};

}  // namespace monazite::scenarios

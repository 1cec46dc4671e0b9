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

namespace monazite::scenarios {

enum class SeatKind { kGovernment, kMiner, kTrader, kMagnetMaker, kCarMaker };

struct Seat {
  std::string name;   ///< in files and on screen: india, japan, irel, toyotsu, ...
  std::string title;  ///< in stories: "India", "IREL", "Toyota Tsusho"
  SeatKind kind = SeatKind::kGovernment;
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
  std::string source;      ///< key into `sources`
  std::string confidence;  ///< stored, stored-weak, derived, general, assumption
};

struct Source {
  std::string key, title, publisher, date, url;
};

/// Where a number of the scenario comes from.
struct Provenance {
  std::string key;         ///< "ore.mined_reo_t_per_year"
  double value = 0;
  double low = 0, high = 0;
  std::string unit, meaning, source, confidence, basis;
};

struct Scenario {
  std::string name, title, summary;
  std::string text;  ///< the TOML as read, after what it extends
  base::Day first_day{}, last_day{};
  /// Facts later than this are marked and used by nobody in the scenario.
  std::optional<base::Day> known_until;
  std::vector<Seat> seats;
  equations::Parameters parameters;
  std::vector<economy::MakerSetup> makers;
  std::vector<mandates::OfficeSetup> offices;
  std::vector<agenda::Agenda> agendas;  ///< consultation, supply contract, allocation, in this order
  v1::Conduct consultation_conduct = v1::CONDUCT_PROTOCOL;
  v1::Conduct supply_conduct = v1::CONDUCT_PROTOCOL;
  v1::Conduct allocation_conduct = v1::CONDUCT_PROTOCOL;
  economy::RegimePath regime_path;
  std::vector<Event> events;  ///< in order of day
  std::vector<Source> sources;
  std::vector<Provenance> numbers;
};

}  // namespace monazite::scenarios

// Calendar, sources, seats, conduct of the tables.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <agents/parties/builtin.hpp>
#include <world/scenarios/detail/names.hpp>
#include <world/scenarios/detail/read.hpp>

namespace monazite::scenarios::detail {
namespace {

const std::map<std::string, SeatKind>& seat_kinds() {
  static const std::map<std::string, SeatKind> kKinds = {{"government", SeatKind::kGovernment},
                                                         {"miner", SeatKind::kMiner},
                                                         {"trader", SeatKind::kTrader},
                                                         {"magnet_maker", SeatKind::kMagnetMaker},
                                                         {"car_maker", SeatKind::kCarMaker}};
  return kKinds;
}

bool is_snake_case(const std::string& name) {
  if (name.empty() || std::islower(static_cast<unsigned char>(name.front())) == 0) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

/// "boulware:exponent=2"; empty and a fault when there is no such tactic.
std::string read_tactic(Reader& seat) {
  std::string tactic = seat.optional_text("tactic").value_or("");
  const auto known = parties::check_tactic(tactic);
  if (known) return tactic;
  seat.faults().add(seat.where("tactic"), "\"" + tactic + "\"",
                    "a tactic: " + known.error().message);
  return {};
}

/// `when_absent`: "staff" (also when it is not said) or "nothing".
bool read_silent_when_absent(Reader& seat) {
  const std::string text = seat.optional_text("when_absent").value_or("staff");
  if (text != "staff" && text != "nothing") {
    seat.faults().add(seat.where("when_absent"), "\"" + text + "\"",
                      "what a seat does whose player is away: \"staff\" or \"nothing\"");
  }
  return text == "nothing";
}

void read_seat(Reader& seats, const std::string& name, const toml::source_region& named,
               Scenario& scenario) {
  if (!seats.has(name)) {
    seats.faults().add(named, "seat \"" + name + "\" without a table",
                       "a table [seat." + name + "]");
    return;
  }
  auto reader = seats.optional_table(name);
  if (!reader) return;
  Seat seat;
  seat.name = name;
  seat.title = reader->text("title").value_or("");
  const auto kind = reader->one_of("kind", names_of(seat_kinds()), "a kind of seat");
  if (kind) seat.kind = seat_kinds().at(*kind);
  seat.tactic = read_tactic(*reader);
  seat.silent_when_absent = read_silent_when_absent(*reader);
  if (!is_snake_case(name) || name == "registrar" || name == "public" || name == "recorder") {
    seats.faults().add(
        named, "seat name \"" + name + "\"",
        "lower-case letters, digits and underscores; not registrar, public or recorder");
  }
  reader->finish();
  scenario.seats.push_back(std::move(seat));
}

/// The engine and the mandates rely on these four.
void check_cast(const Reader& top, const Scenario& scenario) {
  const std::vector<std::pair<std::string, SeatKind>> cast = {{"india", SeatKind::kGovernment},
                                                              {"japan", SeatKind::kGovernment},
                                                              {"irel", SeatKind::kMiner},
                                                              {"toyotsu", SeatKind::kTrader}};
  for (const auto& [name, kind] : cast) {
    const auto found = std::find_if(scenario.seats.begin(), scenario.seats.end(),
                                    [&name = name](const Seat& seat) { return seat.name == name; });
    const std::string expected = "seat \"" + name + "\" of kind " + name_of(seat_kinds(), kind);
    if (found == scenario.seats.end()) {
      top.faults().add(top.where("seats"), "no seat \"" + name + "\"", expected);
    } else if (found->kind != kind) {
      top.faults().add(top.where("seat"), "seat \"" + name + "\" of another kind", expected);
    }
  }
}

bool is_whole(const Reader& calendar, base::Day first, base::Day last) {
  FaultList& faults = calendar.faults();
  const std::size_t faults_before = faults.size();
  if (first.number < 0) {  // a recording counts time from 1970 on
    faults.add(calendar.where("first_day"), "first_day " + base::to_string(first),
               "1970-01-01 or later");
  }
  if (first != base::start_of_month(first)) {
    faults.add(calendar.where("first_day"), "first_day " + base::to_string(first),
               "the first day of a month");
  }
  if (!base::is_end_of_month(last)) {
    faults.add(calendar.where("last_day"), "last_day " + base::to_string(last),
               "the last day of a month");
  }
  if (last <= first) {
    faults.add(calendar.where("last_day"), "last_day " + base::to_string(last),
               "a day after first_day " + base::to_string(first));
  }
  constexpr int kMostMonths = 600;
  if (base::months_between(first, last) >= kMostMonths) {
    faults.add(calendar.where("last_day"), "a calendar of more than 50 years", "at most 50 years");
  }
  return faults.size() == faults_before;
}

}  // namespace

void read_calendar(Reader& top, Scenario& scenario) {
  auto reader = top.table("calendar");
  if (!reader) return;
  const auto first = reader->day("first_day");
  const auto last = reader->day("last_day");
  scenario.known_until = reader->optional_day("known_until");
  const auto decisions_from = reader->optional_day("decisions_from");
  const auto full = reader->optional_day("full_until");
  reader->finish();
  if (!first || !last || !is_whole(*reader, *first, *last)) return;
  scenario.first_day = *first;
  scenario.last_day = *last;
  scenario.planned_last_day = full && *full > *last ? *full : *last;
  scenario.decisions_from = decisions_from.value_or(*first);
  (void)inside_calendar(scenario.decisions_from, *reader, "decisions_from", scenario);
  if (scenario.known_until) {
    (void)inside_calendar(*scenario.known_until, *reader, "known_until", scenario);
  }
}

bool inside_calendar(base::Day day, const Reader& reader, std::string_view key,
                     const Scenario& scenario) {
  if (scenario.first_day == scenario.last_day) return true;  // the calendar itself is at fault
  if (day >= scenario.first_day && day <= scenario.planned_last_day) return true;
  reader.faults().add(reader.where(key), std::string(key) + " " + base::to_string(day),
                      "a day of the calendar, " + base::to_string(scenario.first_day) + " to " +
                          base::to_string(scenario.planned_last_day));
  return false;
}

void read_sources(Reader& top, Scenario& scenario) {
  auto sources = top.table("source");
  if (!sources) return;
  for (const std::string& key : sources->table_names()) {
    auto reader = sources->optional_table(key);
    if (!reader) continue;
    Source source;
    source.key = key;
    source.title = reader->text("title").value_or("");
    source.publisher = reader->text("publisher").value_or("");
    source.date = reader->text("date").value_or("");
    source.url = reader->optional_text("url").value_or("");
    reader->finish();
    scenario.sources.push_back(std::move(source));
  }
}

void read_seats(Reader& top, Scenario& scenario) {
  const auto order = top.texts("seats");
  auto seats = top.table("seat");
  if (!seats) return;
  std::set<std::string> seen;
  for (const std::string& name : order) {
    if (!seen.insert(name).second) {
      top.faults().add(top.where("seats"), "seat \"" + name + "\" twice",
                       "each seat once in seats");
      continue;
    }
    read_seat(*seats, name, top.where("seats"), scenario);
  }
  for (const std::string& name : seats->table_names()) {
    if (seen.count(name) > 0) continue;
    top.faults().add(seats->where(name), "[seat." + name + "] that is not among seats",
                     "its name in seats", nearest_name(name, order));
  }
  check_cast(top, scenario);
}

void read_conduct(Reader& top, Scenario& scenario) {
  auto reader = top.table("conduct");
  if (!reader) return;
  const auto read = [&](std::string_view table, v1::Conduct& conduct) {
    const auto name = reader->one_of(table, names_of(conduct_names()), "a conduct");
    if (name) conduct = conduct_names().at(*name);
  };
  read("consultation", scenario.consultation_conduct);
  read("supply", scenario.supply_conduct);
  read("allocation", scenario.allocation_conduct);
  reader->finish();
}

}  // namespace monazite::scenarios::detail

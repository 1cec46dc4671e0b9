// What a scenario brings from outside: China's regimes, events; and facts that came too late for
// it.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <world/scenarios/detail/names.hpp>
#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {
namespace {

using Kind = Event::Kind;

const std::map<std::string, Kind>& event_kinds() {
  static const std::map<std::string, Kind> kKinds = {{"act", Kind::kAct},
                                                     {"output", Kind::kOutput},
                                                     {"plants", Kind::kPlants},
                                                     {"press", Kind::kPress},
                                                     {"summit", Kind::kSummit}};
  return kKinds;
}

/// A fact later than known_until may not enter; what is assumed may.
void check_known(base::Day day, const Grounds& grounds, const Reader& reader, std::string_view key,
                 const Scenario& scenario) {
  if (!scenario.known_until || grounds.confidence == "assumption") return;
  const base::Day limit = *scenario.known_until;
  if (day <= limit) return;
  reader.faults().add(reader.where(key), "a fact of " + base::to_string(day),
                      "nothing after known_until " + base::to_string(limit) +
                          " but assumptions (list it as a [[later_fact]])");
}

/// Offices that hold the lever of an act; empty: any office.
std::vector<v1::Office> holders(v1::Act act) {
  switch (act) {
    case v1::ACT_REQUEST_HOLD_BACK:
    case v1::ACT_NOTIFY_HALF:
    case v1::ACT_NOTIFY_STOP:
    case v1::ACT_NOTIFY_LIFT:
      return {v1::OFFICE_COMMERCE};
    case v1::ACT_DIRECT_FEED_FULL:
    case v1::ACT_DIRECT_FEED_HALF:
    case v1::ACT_DIRECT_FEED_LIGHT:
    case v1::ACT_DIRECT_FEED_STOP:
      return {v1::OFFICE_ATOMIC_ENERGY};
    case v1::ACT_RELEASE_STOCK:
      return {v1::OFFICE_JOGMEC};
    default:
      return {};
  }
}

void read_seat_of_act(Reader& reader, const Scenario& scenario, Event& event) {
  std::vector<std::string> governments;
  for (const Seat& seat : scenario.seats) {
    if (seat.kind == SeatKind::kGovernment) governments.push_back(seat.name);
  }
  event.seat = reader.one_of("seat", governments, "a government among the seats").value_or("");
}

void read_act(Reader& reader, const Scenario& scenario, Event& event) {
  read_seat_of_act(reader, scenario, event);
  std::vector<std::string> offices;
  for (const mandates::OfficeSetup& office : scenario.offices) {
    offices.push_back(name_of(office_names(), office.office));
  }
  const auto office = reader.one_of("office", offices, "an office of the scenario");
  const auto act = reader.one_of("act", names_of(act_names()), "an act");
  if (office) event.office = office_names().at(*office);
  if (act) event.act = act_names().at(*act);
  if (!office || !act || event.seat.empty()) return;
  if (is_indian(event.office) != (event.seat == "india")) {
    reader.faults().add(reader.where("office"), "office \"" + *office + "\"",
                        "an office of " + event.seat);
  }
  const auto allowed = holders(event.act);
  if (!allowed.empty() &&
      std::find(allowed.begin(), allowed.end(), event.office) == allowed.end()) {
    reader.faults().add(reader.where("office"),
                        "act \"" + *act + "\" by office \"" + *office + "\"",
                        "the office that can: " + name_of(office_names(), allowed.front()));
  }
}

/// The first day and, for `every = "year"`, the same day of later years.
std::vector<base::Day> read_days(Reader& reader, const Scenario& scenario) {
  std::vector<base::Day> days;
  const auto first = reader.day("day");
  const auto every =
      reader.has("every") ? reader.one_of("every", {"year"}, "a rhythm") : std::nullopt;
  if (!first) return days;
  if (!every) {
    if (inside_calendar(*first, reader, "day", scenario)) days.push_back(*first);
    return days;
  }
  constexpr int kMonths = 12;
  for (int years = 0;; ++years) {
    const base::Day day = base::add_months(*first, kMonths * years);
    if (day > scenario.planned_last_day) break;
    if (day >= scenario.first_day) days.push_back(day);
  }
  return days;
}

void read_particulars(Reader& reader, const Scenario& scenario, Event& event) {
  constexpr double kLargestFactor = 2;
  switch (event.kind) {
    case Kind::kAct:
      read_act(reader, scenario, event);
      break;
    case Kind::kPress:
      event.text = reader.text("text").value_or("");
      event.credibility = reader.number("credibility", 0, 1).value_or(1);
      break;
    case Kind::kSummit:
      break;
    case Kind::kPlants:
      event.until = reader.day("until").value_or(base::Day{});
      break;
    case Kind::kOutput:
      event.factor = reader.number("factor", 0, kLargestFactor).value_or(1);
      break;
  }
  if (event.kind != Kind::kPress) event.text = reader.optional_text("text").value_or("");
}

void read_event(Reader& reader, const std::string& name, Scenario& scenario) {
  const bool enabled = reader.optional_flag("enabled").value_or(true);
  const auto kind = reader.one_of("kind", names_of(event_kinds()), "a kind of event");
  Event event;
  event.name = name;
  if (kind) {
    event.kind = event_kinds().at(*kind);
    read_particulars(reader, scenario, event);
  }
  const Grounds grounds = read_grounds(reader, scenario);
  event.source = grounds.source;
  event.confidence = grounds.confidence;
  reader.know("every");
  const auto days = read_days(reader, scenario);
  if (kind) reader.finish();  // without a kind nobody can tell which other keys belong
  if (!enabled) return;
  for (const base::Day day : days) {
    check_known(day, grounds, reader, "day", scenario);
    if (day > scenario.last_day) continue;
    event.day = day;
    scenario.events.push_back(event);
  }
}

/// One stretch { from, until, regime, ... } of a regime path, appended month by month.
void read_stretch(const toml::table& table, const Reader& parent, const Scenario& scenario,
                  base::Day& next, std::vector<int>& months) {
  Reader reader(table, parent.name(), parent.where(), parent.faults());
  const auto from = reader.day("from");
  const auto until = reader.day("until");
  constexpr double kTightest = 2;
  const auto regime = reader.number("regime", 0, kTightest);
  const Grounds grounds = read_grounds(reader, scenario);
  (void)reader.optional_text("meaning");
  reader.finish();
  if (!from || !until || !regime) return;
  if (*regime != static_cast<double>(static_cast<int>(*regime))) {
    reader.faults().add(reader.where("regime"), "regime " + short_number(*regime), "0, 1 or 2");
    return;
  }
  if (*from != next) {
    reader.faults().add(reader.where("from"), "from " + base::to_string(*from),
                        base::to_string(next) + ", where the path stands");
    return;
  }
  if (*until <= *from || !base::is_end_of_month(*until) ||
      !inside_calendar(*until, reader, "until", scenario)) {
    reader.faults().add(reader.where("until"), "until " + base::to_string(*until),
                        "the last day of a month of the calendar after " + base::to_string(*from));
    return;
  }
  if (scenario.known_until && *until > base::end_of_month(*scenario.known_until)) {
    check_known(*until, grounds, reader, "until", scenario);
  }
  next = *until + 1;
  for (base::Day day = *from; day <= std::min(*until, scenario.last_day);
       day = base::add_months(day, 1)) {
    months.push_back(static_cast<int>(*regime));
  }
}

void read_path(Reader& paths, std::string_view name, const Scenario& scenario,
               std::vector<int>& months) {
  const toml::node* node = paths.optional(name);
  if (node == nullptr || scenario.first_day == scenario.last_day) return;
  const toml::array* list = node->as_array();
  base::Day next = scenario.first_day;
  if (list == nullptr) {
    paths.faults().add(node->source(), describe(*node),
                       "a list of { from, until, regime, confidence }");
    return;
  }
  for (const toml::node& entry : *list) {
    if (const toml::table* table = entry.as_table()) {
      read_stretch(*table, paths, scenario, next, months);
    } else {
      paths.faults().add(entry.source(), describe(entry), "{ from, until, regime, confidence }");
    }
  }
}

}  // namespace

void read_regime_path(Reader& top, Scenario& scenario) {
  auto paths = top.optional_table("regime_path");
  if (!paths) return;
  read_path(*paths, "light", scenario, scenario.regime_path.light);
  read_path(*paths, "magnet", scenario, scenario.regime_path.magnet);
  paths->finish();
}

void read_events(Reader& top, Scenario& scenario) {
  auto events = top.optional_table("event");
  if (!events) return;
  for (const std::string& name : events->table_names()) {
    if (auto reader = events->optional_table(name)) read_event(*reader, name, scenario);
  }
  std::stable_sort(scenario.events.begin(), scenario.events.end(),
                   [](const Event& a, const Event& b) {
                     return std::tie(a.day.number, a.name) < std::tie(b.day.number, b.name);
                   });
}

void read_later_facts(Reader& top, Scenario& scenario) {
  const toml::node* node = top.optional("later_fact");
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    top.faults().add(node->source(), describe(*node), "tables [[later_fact]]");
    return;
  }
  for (const toml::node& entry : *list) {
    const toml::table* table = entry.as_table();
    if (table == nullptr) {
      top.faults().add(entry.source(), describe(entry), "a table [[later_fact]]");
      continue;
    }
    Reader reader(*table, "later_fact", node->source(), top.faults());
    LaterFact fact;
    const auto day = reader.day("day");
    fact.text = reader.text("text").value_or("");
    const Grounds grounds = read_grounds(reader, scenario);
    fact.source = grounds.source;
    fact.confidence = grounds.confidence;
    const bool marked = reader.optional_flag("after_known_until").value_or(false);
    reader.finish();
    if (!day) continue;
    fact.day = *day;
    if (!marked || (scenario.known_until && *day <= *scenario.known_until)) {
      reader.faults().add(reader.where("day"), "a later fact of " + base::to_string(*day),
                          "a day after known_until and after_known_until = true");
    }
    scenario.later_facts.push_back(std::move(fact));
  }
  std::stable_sort(scenario.later_facts.begin(), scenario.later_facts.end(),
                   [](const LaterFact& a, const LaterFact& b) { return a.day < b.day; });
}

}  // namespace monazite::scenarios::detail

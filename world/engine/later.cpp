#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <world/engine/later.hpp>
#include <world/scenarios/load.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace monazite::engine {
namespace {

constexpr char kAt = '@';

std::string table_of(std::string_view setting) {
  return std::string(setting.substr(0, setting.find_first_of(".=")));
}

/// Tables of a scenario whose keys can change on the way.
const std::set<std::string>& tables_that_can_change() {
  static const std::set<std::string> kTables = [] {
    std::set<std::string> tables{"switches", "conduct", "event"};
    for (const auto& binding : scenarios::number_bindings()) tables.insert(binding.group);
    return tables;
  }();
  return kTables;
}

bool same_numbers(const equations::Parameters& a, const equations::Parameters& b) {
  for (const auto& binding : scenarios::number_bindings()) {
    const double* const first = scenarios::numbers_of(a, binding);
    if (!std::equal(first, first + binding.count, scenarios::numbers_of(b, binding))) return false;
  }
  const auto& switches = scenarios::switch_bindings();
  return std::all_of(switches.begin(), switches.end(), [&](const auto& binding) {
    return a.switches.*binding.member == b.switches.*binding.member;
  });
}

bool same_event(const scenarios::Event& a, const scenarios::Event& b) {
  return a.kind == b.kind && a.day == b.day && a.seat == b.seat && a.office == b.office &&
         a.act == b.act && a.text == b.text && a.credibility == b.credibility &&
         a.until == b.until && a.factor == b.factor && a.source == b.source && a.name == b.name;
}

/// The day behind the last '@', and the setting before it.
std::optional<std::pair<std::string, base::Day>> split(const std::string& setting) {
  const std::size_t at = setting.rfind(kAt);
  if (at == std::string::npos) return std::nullopt;
  const auto day = base::parse_day(std::string_view(setting).substr(at + 1));
  if (!day) return std::nullopt;
  return std::pair{setting.substr(0, at), *day};
}

}  // namespace

base::Result<Later> make_later(const scenarios::Scenario& scenario, base::Day day,
                               std::vector<std::string> settings,
                               const std::vector<std::string>& earlier) {
  for (const std::string& setting : settings) {
    if (tables_that_can_change().count(table_of(setting)) > 0) continue;
    return base::fail(base::ErrorCode::kBadInput,
                      "\"" + setting + "\" cannot change on the way, only numbers of the model, " +
                          "switches, conducts and events can; set it for the whole run instead");
  }
  std::vector<std::string> all = earlier;
  all.insert(all.end(), settings.begin(), settings.end());
  auto loaded = scenarios::load_text(scenario.text, "scenario", all);
  if (!loaded) {
    return base::fail(base::ErrorCode::kBadInput, scenarios::to_string(loaded.error().front()));
  }
  return Later{day, std::move(settings),
               std::make_shared<const scenarios::Scenario>(*std::move(loaded))};
}

std::string with_day(const std::string& setting, base::Day day) {
  return setting + kAt + base::to_string(day);
}

bool is_later(const std::string& setting) {
  return split(setting).has_value();
}

base::Result<std::vector<Later>> later_settings(const scenarios::Scenario& scenario,
                                                const std::vector<std::string>& header_settings) {
  std::map<base::Day, std::vector<std::string>> by_day;
  for (const std::string& setting : header_settings) {
    if (const auto parts = split(setting)) by_day[parts->second].push_back(parts->first);
  }
  std::vector<Later> laters;
  std::vector<std::string> earlier;
  for (const auto& [day, settings] : by_day) {
    auto later = make_later(scenario, day, settings, earlier);
    if (!later) return tl::unexpected<base::Error>(later.error());
    laters.push_back(*std::move(later));
    earlier.insert(earlier.end(), settings.begin(), settings.end());
  }
  return laters;
}

LaterEffect apply(const Later& later, scenarios::Scenario& scenario) {
  const scenarios::Scenario& from = *later.scenario;
  LaterEffect effect;
  effect.numbers = !same_numbers(scenario.parameters, from.parameters);
  scenario.parameters = from.parameters;
  scenario.consultation_conduct = from.consultation_conduct;
  scenario.supply_conduct = from.supply_conduct;
  scenario.allocation_conduct = from.allocation_conduct;
  const auto past = std::stable_partition(scenario.events.begin(), scenario.events.end(),
                                          [&](const auto& e) { return e.day < later.day; });
  std::vector<scenarios::Event> events(scenario.events.begin(), past);
  std::copy_if(from.events.begin(), from.events.end(), std::back_inserter(events),
               [&](const auto& e) { return e.day >= later.day; });
  effect.events = events.size() != scenario.events.size() ||
                  !std::equal(events.begin(), events.end(), scenario.events.begin(), same_event);
  scenario.events = std::move(events);
  return effect;
}

}  // namespace monazite::engine

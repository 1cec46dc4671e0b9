#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <viz/model/what_if/future.hpp>
#include <viz/model/what_if/options.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using ScenarioEvent = scenarios::Event;

std::string event_words(const ScenarioEvent& event) {
  switch (event.kind) {
    case ScenarioEvent::Kind::kAct:
      return lab::office_words(event.office) + " " + lab::act_words(event.act);
    case ScenarioEvent::Kind::kPress:
      return "the press: " + event.text;
    case ScenarioEvent::Kind::kSummit:
      return "leaders meet";
    case ScenarioEvent::Kind::kPlants:
      return "magnet plants are announced for " + base::to_month_string(event.until);
    default:
      return "the mine gives " + lab::number_words(100 * event.factor, 0) + " % of its output";
  }
}

Change setting_change(const ScenarioEvent& event, base::Day day, std::vector<std::string> settings,
                      const std::string& words) {
  Change change;
  change.kind = Change::Kind::kSetting;
  change.day = std::min(event.day, day);
  for (std::string& setting : settings) {
    change.settings.push_back("event." + event.name + "." + setting);
  }
  change.what = event_words(event) + ": " + words;
  return change;
}

void add(Decision& decision, std::string words, Change change) {
  Option option;
  option.words = std::move(words);
  option.change = std::move(change);
  decision.options.push_back(std::move(option));
}

std::string months_words(int months) {
  const int n = std::abs(months);
  return std::to_string(n) + (n == 1 ? " month " : " months ") + (months > 0 ? "later" : "earlier");
}

}  // namespace

Decision describe_event(const scenarios::Scenario& scenario, std::size_t at, base::SeatId seat) {
  const ScenarioEvent& event = scenario.events[at];
  Decision decision;
  decision.kind = Decision::Kind::kEvent;
  decision.day = event.day;
  decision.seat = seat;
  decision.office = event.office;
  decision.event = event.name;
  decision.who = "Scenario";
  decision.what = event_words(event);
  std::vector<const ScenarioEvent*> same_name;
  for (const ScenarioEvent& other : scenario.events) {
    if (other.name == event.name) same_name.push_back(&other);
  }
  const bool yearly = same_name.size() > 1;
  Option as_is;
  as_is.words = "as it was, on " + base::to_long_string(event.day);
  as_is.recorded = true;
  decision.options.push_back(std::move(as_is));
  const std::string never = yearly ? "no more from here on" : "does not happen";
  add(decision, never, setting_change(event, event.day, {"enabled=false"}, never));
  for (const int months : {-3, 3, 6, 12}) {
    const base::Day moved = base::add_months(event.day, months);
    if (moved < scenario.first_day || moved > scenario.last_day) continue;
    // A yearly event is moved as a whole; a moved date is an assumption, whatever the old one was.
    const base::Day day = base::add_months(same_name.front()->day, months);
    const std::string words = months_words(months) + (yearly ? ", each year from here on" : "");
    add(decision, words,
        setting_change(event, moved, {"day=" + base::to_string(day), "confidence=assumption"},
                       words));
  }
  if (event.kind == ScenarioEvent::Kind::kPlants) {
    for (const int months : {-6, 6, 12, 24}) {
      const base::Day until = base::add_months(event.until, months);
      const std::string words = "announced for " + base::to_month_string(until);
      add(decision, words,
          setting_change(event, event.day, {"until=" + base::to_string(until)}, words));
    }
  }
  if (event.kind == ScenarioEvent::Kind::kOutput) {
    for (const double factor : {0.0, 0.5, 1.0, 1.5}) {
      if (factor == event.factor) continue;
      const std::string words = "output times " + lab::number_words(factor, 2);
      add(decision, words,
          setting_change(event, event.day, {"factor=" + lab::number_words(factor, 2)}, words));
    }
  }
  return decision;
}

}  // namespace monazite::viz

#include <algorithm>
#include <cctype>
#include <set>

#include <world/scenarios/describe.hpp>
#include <world/scenarios/detail/names.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios {
namespace {

using detail::joined;
using detail::left;
using detail::right;
using detail::short_number;
using detail::with_separators;
using detail::wrapped;

std::string heading(const std::string& title) {
  return "\n" + title + "\n" + std::string(detail::length(title), '-') + "\n";
}

std::string ground(const std::string& confidence, const std::string& source) {
  return "[" + confidence + (source.empty() ? "" : ": " + source) + "]";
}

const char* kind_name(SeatKind kind) {
  switch (kind) {
    case SeatKind::kGovernment:
      return "government";
    case SeatKind::kMiner:
      return "miner";
    case SeatKind::kTrader:
      return "trader and refiner";
    case SeatKind::kMagnetMaker:
      return "magnet maker";
    case SeatKind::kCarMaker:
      return "car maker";
  }
  return "";
}

std::vector<std::string> keys_in(const std::string& source) {
  std::vector<std::string> keys;
  std::size_t start = 0;
  while (start < source.size()) {
    const std::size_t end = std::min(source.find(", ", start), source.size());
    keys.push_back(source.substr(start, end - start));
    start = end + 2;
  }
  return keys;
}

/// Dates of sources are as exact as known: "2026", "2026-02", "2026-02-14"; others do not count.
bool printed_after(const std::string& date, const std::string& day) {
  if (date.empty() || std::isdigit(static_cast<unsigned char>(date.front())) == 0) return false;
  return date > day.substr(0, date.size());
}

std::string calendar_text(const Scenario& scenario) {
  std::string text =
      base::to_long_string(scenario.first_day) + " to " + base::to_long_string(scenario.last_day) +
      " (" + std::to_string(base::months_between(scenario.first_day, scenario.last_day) + 1) +
      " months)";
  if (scenario.planned_last_day != scenario.last_day) {
    text += ", cut short: it would end on " + base::to_long_string(scenario.planned_last_day);
  }
  if (scenario.decisions_from != scenario.first_day) {
    text += "; offices and firms decide from " + base::to_long_string(scenario.decisions_from);
  }
  if (scenario.known_until) {
    text += "; nothing that became known after " + base::to_long_string(*scenario.known_until) +
            " enters as an event";
  }
  return wrapped(text + ".", 0);
}

std::string footing_text(const Scenario& scenario) {
  const Footing sum = footing(scenario);
  std::vector<std::string> parts;
  for (const char* confidence : {"stored", "stored-weak", "derived", "general", "assumption"}) {
    const auto found = sum.by_confidence.find(confidence);
    if (found == sum.by_confidence.end()) continue;
    parts.push_back(std::to_string(found->second) + " " + confidence);
  }
  std::string text = std::to_string(sum.numbers) + " numbers: " + joined(parts, ", ") + ".";
  if (scenario.known_until) {
    text +=
        " " + std::to_string(sum.later_sources) +
        " of them rest on a source printed after the scenario's last known day: they describe the "
        "world, and no party is told them as news.";
  }
  return wrapped(text, 0);
}

std::string seats_text(const Scenario& scenario) {
  std::string text = heading("Seats");
  for (const Seat& seat : scenario.seats) {
    text += "  " + left(seat.name, 12) + left(seat.title, 24) + kind_name(seat.kind) +
            (seat.tactic.empty() ? "" : ", tactic " + seat.tactic) + "\n";
  }
  text += "\n  " + left("maker", 12) + right("need", 8) + right("cover", 10) + right("loss", 14) +
          right("qualification", 16) + "\n";
  for (const economy::MakerSetup& maker : scenario.makers) {
    text += "  " + left(maker.name, 12) + right(short_number(maker.need_share * 100) + " %", 8) +
            right(short_number(maker.target_cover_days) + " d", 10) +
            right(with_separators(maker.loss_usd_per_kg_ndpr) + " USD/kg", 14) +
            right(short_number(maker.qualification_months) + " months", 16) + "\n";
  }
  return text;
}

constexpr std::size_t kOfficeWidth = 26;
constexpr std::size_t kEmphasisWidth = 6;

std::string office_head(const char* side, const std::vector<const char*>& columns) {
  std::string text =
      "  " + left(side, kOfficeWidth) + right("weight", kEmphasisWidth) + "  " + left("", 8);
  for (const char* column : columns) text += right(column, kEmphasisWidth);
  return text + "\n";
}

std::string office_line(const mandates::OfficeSetup& office, const std::vector<double>& emphases) {
  std::string text =
      "    " + left(detail::name_of(detail::office_names(), office.office), kOfficeWidth - 2) +
      right(short_number(office.weight), kEmphasisWidth) + "  " +
      left(office.arbiter ? "arbiter" : (office.can_veto ? "veto" : ""), 8);
  for (const double emphasis : emphases) text += right(short_number(emphasis), kEmphasisWidth);
  return text + "\n";
}

std::string offices_text(const Scenario& scenario) {
  std::string text = heading("Offices at home");
  text += wrapped(
      "Emphases before they are normalised: magnets, technology, finance, audience, relationship; "
      "India also "
      "revenue, shortage, months of slip it expects of the plants, discount a year; Japan also "
      "security, "
      "price. An arbiter can veto and may overrule one veto of its side.",
      2);
  text +=
      office_head("India", {"mag", "tech", "fin", "aud", "rel", "rev", "short", "slip", "disc"});
  for (const mandates::OfficeSetup& o : scenario.offices) {
    if (o.side != mandates::Side::kIndia) continue;
    text += office_line(o, {o.magnets, o.technology, o.finance, o.audience, o.relationship,
                            o.revenue, o.shortage, o.slip_belief_months, o.discount_per_year});
  }
  text += office_head("Japan", {"mag", "tech", "fin", "aud", "rel", "sec", "price"});
  for (const mandates::OfficeSetup& o : scenario.offices) {
    if (o.side != mandates::Side::kJapan) continue;
    text += office_line(
        o, {o.magnets, o.technology, o.finance, o.audience, o.relationship, o.security, o.price});
  }
  return text;
}

std::string issue_text(const agenda::Issue& issue) {
  bool named = false;
  for (std::size_t i = 0; i < issue.values.size(); ++i) {
    named = named || issue.labels[i] != detail::level_label(issue.values[i], issue.unit);
  }
  std::vector<std::string> levels;
  for (std::size_t i = 0; i < issue.values.size(); ++i) {
    std::string level = named ? issue.labels[i] : with_separators(issue.values[i]);
    if (i == issue.status_quo) level.insert(0, "[").append("]");
    levels.push_back(std::move(level));
  }
  const std::string unit = issue.unit.empty() || named ? "" : " (" + issue.unit + ")";
  return "    " + issue.name + unit + "\n" + wrapped(joined(levels, named ? " | " : "  "), 6);
}

std::string agendas_text(const Scenario& scenario) {
  std::string text = heading("Agendas");
  const v1::Conduct conducts[] = {scenario.consultation_conduct, scenario.supply_conduct,
                                  scenario.allocation_conduct};
  for (std::size_t i = 0; i < scenario.agendas.size(); ++i) {
    const agenda::Agenda& agenda = scenario.agendas[i];
    text += "  " + agenda.name() + ": conduct " +
            detail::name_of(detail::conduct_names(), conducts[i]) + ", " +
            std::to_string(agenda.issues().size()) + " issues, " +
            with_separators(static_cast<double>(agenda.size())) + " packages; [status quo]\n";
    for (const agenda::Issue& issue : agenda.issues()) text += issue_text(issue);
  }
  return text;
}

/// "exact", "2 mo", "3 mo 0.25", "-".
std::string sight_text(const Sight& sight) {
  if (!sight.sees()) return "-";
  std::string text;
  if (sight.delay_months > 0) text = std::to_string(sight.delay_months) + " mo";
  if (sight.error_log_sd > 0) {
    text += (text.empty() ? "" : " ") + short_number(sight.error_log_sd);
  }
  return text.empty() ? "exact" : text;
}

std::string observations_text(const Scenario& scenario) {
  constexpr std::size_t kSightWidth = 11;
  const Viewpoint order[] = {Viewpoint::kIndia, Viewpoint::kIrel, Viewpoint::kToyotsu,
                             Viewpoint::kJapan, Viewpoint::kMakers};
  std::string text = heading("Who sees what");
  text += wrapped(
      "How late in months, and the spread of the error (standard deviation of its logarithm, drawn "
      "anew every " +
          short_number(scenario.observations.report_months) + " months); - is never.",
      2);
  text += "  " + left("", 30);
  for (const Viewpoint who : order) {
    text += left(detail::name_of(detail::viewpoint_names(), who), kSightWidth);
  }
  text = text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
  for (const auto& [name, quantity] : detail::quantity_names()) {
    std::string line = "  " + left(name, 30);
    for (const Viewpoint who : order) {
      line += left(sight_text(scenario.observations.sight(quantity, who)), kSightWidth);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string path_text(const char* what, const std::vector<int>& path, const Scenario& scenario) {
  static const char* const kRegimes[] = {"open", "slow", "stopped"};
  std::vector<std::string> stretches;
  for (std::size_t i = 0; i < path.size();) {
    std::size_t end = i;
    while (end + 1 < path.size() && path[end + 1] == path[i]) ++end;
    const auto month = [&scenario](std::size_t index) {
      return base::to_month_string(base::add_months(scenario.first_day, static_cast<int>(index)));
    };
    stretches.push_back(std::string(kRegimes[path[i]]) + " " + month(i) + " - " + month(end));
    i = end + 1;
  }
  const int months = base::months_between(scenario.first_day, scenario.last_day) + 1;
  if (static_cast<int>(path.size()) < months) stretches.emplace_back("then drawn");
  return wrapped(std::string(what) + ": " + joined(stretches, ", "), 2);
}

std::string event_text(const Event& event) {
  std::string what;
  switch (event.kind) {
    case Event::Kind::kAct:
      what = event.seat + ", " + detail::name_of(detail::office_names(), event.office) + ": " +
             detail::name_of(detail::act_names(), event.act);
      break;
    case Event::Kind::kPress:
      what = "press, credibility " + short_number(event.credibility);
      break;
    case Event::Kind::kSummit:
      what = "summit of the two governments";
      break;
    case Event::Kind::kPlants:
      what = "India's plants announced for " + base::to_string(event.until);
      break;
    case Event::Kind::kOutput:
      what = "mine output of the month times " + short_number(event.factor);
      break;
  }
  what += " " + ground(event.confidence, event.source);
  if (!event.text.empty()) what = event.text + " - " + what;
  return detail::entry(base::to_string(event.day) + "  " + event.name, 26, what, 2);
}

std::string events_text(const Scenario& scenario) {
  std::string text = heading("China's regimes, imposed");
  text += path_text("NdPr for Japan", scenario.regime_path.light, scenario);
  text += path_text("magnets and heavy", scenario.regime_path.magnet, scenario);
  text += heading("Events");
  if (scenario.events.empty()) text += "  none\n";
  for (const Event& event : scenario.events) text += event_text(event);
  if (scenario.later_facts.empty()) return text;
  text += heading("Later facts, of which nobody in it hears");
  for (const LaterFact& fact : scenario.later_facts) {
    text += detail::entry(base::to_string(fact.day), 12,
                          fact.text + " " + ground(fact.confidence, fact.source), 2);
  }
  return text;
}

/// Numbers that have a table of their own above the list.
bool is_tabulated(const Provenance& number) {
  return number.key.compare(0, 7, "office.") == 0 || number.key.compare(0, 12, "observation.") == 0;
}

std::string number_text(const Provenance& number, const std::string& name, bool with_meaning) {
  std::string text = "  " + left(name, 36) + right(with_separators(number.value), 9) + "  " +
                     left(with_separators(number.low) + " to " + with_separators(number.high), 18) +
                     left(number.unit, 19) + number.confidence + "\n";
  if (!with_meaning) return text;
  std::string meaning = number.meaning;
  if (!number.basis.empty()) meaning += "; basis: " + number.basis;
  if (!number.source.empty()) meaning += " [" + number.source + "]";
  return text + wrapped(meaning, 6);
}

std::string numbers_text(const Scenario& scenario) {
  std::string text = heading("Numbers: value, range, unit, confidence; meaning [source]");
  std::string group;
  std::string last_meaning;
  for (const Provenance& number : scenario.numbers) {
    if (is_tabulated(number)) continue;
    const std::size_t dot = number.key.rfind('.');
    const std::string own_group = number.key.substr(0, dot);
    if (own_group != group) text += "  " + own_group + "\n";
    group = own_group;
    const bool continues = number.key.back() == ']' && number.meaning == last_meaning;
    text += "  " + number_text(number, number.key.substr(dot + 1), !continues);
    last_meaning = number.meaning;
  }
  return text;
}

std::string sources_text(const Scenario& scenario) {
  std::set<std::string> used;
  const auto use = [&used](const std::string& source) {
    for (std::string& key : keys_in(source)) used.insert(std::move(key));
  };
  for (const Provenance& number : scenario.numbers) use(number.source);
  for (const Event& event : scenario.events) use(event.source);
  for (const LaterFact& fact : scenario.later_facts) use(fact.source);
  std::string text = heading("Sources");
  for (const Source& source : scenario.sources) {
    if (used.count(source.key) == 0) continue;
    text += detail::entry(source.key, 8,
                          source.title + ". " + source.publisher + ", " + source.date, 2);
    if (!source.url.empty()) text += std::string(10, ' ') + source.url + "\n";
  }
  return text;
}

}  // namespace

Footing footing(const Scenario& scenario) {
  Footing sum;
  std::map<std::string, std::string> dates;
  for (const Source& source : scenario.sources) dates[source.key] = source.date;
  const std::string known = scenario.known_until ? base::to_string(*scenario.known_until) : "";
  for (const Provenance& number : scenario.numbers) {
    ++sum.numbers;
    ++sum.by_confidence[number.confidence];
    if (known.empty()) continue;
    const auto keys = keys_in(number.source);
    const bool later = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      return printed_after(dates[key], known);
    });
    if (later) ++sum.later_sources;
  }
  return sum;
}

std::string describe(const Scenario& scenario) {
  std::string text = wrapped(scenario.name + ": " + scenario.title, 0);
  text += wrapped(scenario.summary, 0) + "\n";
  text += calendar_text(scenario);
  text += footing_text(scenario);
  text += seats_text(scenario);
  text += offices_text(scenario);
  text += agendas_text(scenario);
  text += observations_text(scenario);
  text += events_text(scenario);
  text += numbers_text(scenario);
  text += sources_text(scenario);
  return text;
}

std::string list(const std::vector<Listed>& scenarios) {
  std::size_t widest = 0;
  for (const Listed& listed : scenarios) widest = std::max(widest, detail::length(listed.name));
  std::string text;
  for (const Listed& listed : scenarios)
    text += left(listed.name, widest + 2) + listed.title + "\n";
  return text;
}

}  // namespace monazite::scenarios

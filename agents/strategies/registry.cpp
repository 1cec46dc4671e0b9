#include <algorithm>
#include <cmath>
#include <locale>
#include <numeric>
#include <optional>
#include <sstream>

#include <agents/strategies/registry.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  out += text;
  out += '"';
  return out;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string nearest = nearest_name(name, candidates);
  if (!nearest.empty()) return "did you mean " + quoted(nearest) + "?";
  if (candidates.empty()) return "there are none";
  std::string all;
  for (const std::string& candidate : candidates) all += (all.empty() ? "" : ", ") + candidate;
  return "there are: " + all;
}

/// The whole text as a finite number, in the notation of C whatever the machine's locale.
std::optional<double> parse_number(std::string_view text) {
  std::istringstream in{std::string(text)};
  in.imbue(std::locale::classic());
  double value = 0;
  in >> std::noskipws >> value;
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::string number(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << value;
  return out.str();
}

/// Reads one KEY=VALUE into `values`; `given` remembers which keys were there.
base::Result<void> read_setting(const TacticEntry& entry, std::string_view setting,
                                std::vector<double>& values, std::vector<bool>& given) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string_view::npos) {
    return base::fail(base::ErrorCode::kBadInput, "tactic " + quoted(entry.name) + ": found " +
                                                      quoted(setting) + ", expected KEY=VALUE");
  }
  const std::string_view key = setting.substr(0, equals);
  const std::string_view text = setting.substr(equals + 1);
  std::vector<std::string> names;
  for (const Parameter& parameter : entry.parameters) names.push_back(parameter.name);
  const auto found = std::find(names.begin(), names.end(), key);
  if (found == names.end()) {
    return base::fail(base::ErrorCode::kBadInput, "tactic " + quoted(entry.name) +
                                                      " has no parameter " + quoted(key) + "; " +
                                                      did_you_mean(key, names));
  }
  const auto position = static_cast<std::size_t>(found - names.begin());
  const Parameter& parameter = entry.parameters[position];
  if (given[position]) {
    return base::fail(base::ErrorCode::kBadInput,
                      "tactic " + quoted(entry.name) + ": " + parameter.name + " is given twice");
  }
  const std::optional<double> value = parse_number(text);
  if (!value || *value < parameter.lowest || *value > parameter.highest) {
    return base::fail(base::ErrorCode::kBadInput,
                      "tactic " + quoted(entry.name) + ": " + parameter.name + " is " +
                          quoted(text) + ", expected a number from " + number(parameter.lowest) +
                          " to " + number(parameter.highest));
  }
  values[position] = *value;
  given[position] = true;
  return {};
}

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  std::string best;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t edits = edit_distance(name, candidate);
    if (2 * edits > std::max(name.size(), candidate.size())) continue;
    if (best.empty() || edits < best_distance) {
      best = candidate;
      best_distance = edits;
    }
  }
  return best;
}

void Registry::add(TacticEntry entry) {
  for (const TacticEntry& other : entries_) {
    MONAZITE_CHECK(other.name != entry.name, "a tactic's name is given once");
  }
  MONAZITE_CHECK(entry.make != nullptr, "a tactic can be made");
  entries_.push_back(std::move(entry));
}

base::Result<std::unique_ptr<Tactic>> Registry::make(std::string_view description) const {
  const std::size_t colon = description.find(':');
  const std::string_view name = description.substr(0, colon);
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const TacticEntry& e) { return e.name == name; });
  if (entry == entries_.end()) {
    std::vector<std::string> names;
    for (const TacticEntry& e : entries_) names.push_back(e.name);
    return base::fail(base::ErrorCode::kBadInput,
                      "no tactic is called " + quoted(name) + "; " + did_you_mean(name, names));
  }
  std::vector<double> values;
  for (const Parameter& parameter : entry->parameters) values.push_back(parameter.usual);
  std::vector<bool> given(values.size(), false);
  if (colon != std::string_view::npos) {
    std::string_view rest = description.substr(colon + 1);
    while (true) {
      const std::size_t comma = rest.find(',');
      const auto read = read_setting(*entry, rest.substr(0, comma), values, given);
      if (!read) return tl::unexpected<base::Error>(read.error());
      if (comma == std::string_view::npos) break;
      rest = rest.substr(comma + 1);
    }
  }
  return entry->make(values);
}

void register_tactics(Registry& registry) {
  const auto time_dependent = [](std::span<const double> values) {
    return std::unique_ptr<Tactic>(std::make_unique<TimeDependent>(values[0]));
  };
  const auto exponent = [](double usual) {
    return std::vector<Parameter>{
        {"exponent", usual, 0.01, 100, "e of 1 - t^e; above 1 holds firm"}};
  };
  const auto hardliner = [](std::span<const double>) {
    return std::unique_ptr<Tactic>(std::make_unique<Hardliner>());
  };
  registry.add({"boulware", "holds firm and concedes late", exponent(4), time_dependent});
  registry.add({"linear", "concedes at an even pace", {}, [](std::span<const double>) {
                  return std::unique_ptr<Tactic>(std::make_unique<TimeDependent>(1.0));
                }});
  registry.add({"conceder", "concedes early", exponent(0.25), time_dependent});
  registry.add({"time_dependent", "1 - t^e with any exponent", exponent(1), time_dependent});
  registry.add({"hardliner", "never concedes", {}, hardliner});
  registry.add({"tough", "another name for hardliner", {}, hardliner});
}

}  // namespace monazite::strategies

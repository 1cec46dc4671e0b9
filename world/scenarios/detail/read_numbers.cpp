// Numbers with provenance: parameters of the model and of the makers; switches.
#include <algorithm>
#include <cmath>

#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/detail/text.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace monazite::scenarios::detail {
namespace {

constexpr double kAnything = 1e12;

struct Range {
  double low = 0;
  double high = 0;
};

std::optional<Range> read_pair(Reader& reader, const toml::node& node) {
  const toml::array* pair = node.as_array();
  if (pair == nullptr || pair->size() != 2) {
    reader.faults().add(node.source(), describe(node), "a range [low, high]");
    return std::nullopt;
  }
  const auto low = reader.finite(*pair->get(0), -kAnything, kAnything);
  const auto high = reader.finite(*pair->get(1), -kAnything, kAnything);
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    reader.faults().add(node.source(),
                        "range [" + short_number(*low) + ", " + short_number(*high) + "]",
                        "low before high");
    return std::nullopt;
  }
  return Range{*low, *high};
}

/// One range for each number; a list of numbers has a list of ranges.
std::vector<Range> read_ranges(Reader& reader, const NumberPlace& place) {
  std::vector<Range> ranges;
  const toml::node* node =
      reader.required("range", place.list ? "a list of ranges [low, high]" : "[low, high]");
  if (node == nullptr) return ranges;
  if (!place.list) {
    if (const auto range = read_pair(reader, *node)) ranges.push_back(*range);
    return ranges;
  }
  const toml::array* list = node->as_array();
  if (list == nullptr || list->size() != place.count) {
    reader.faults().add(node->source(), describe(*node),
                        "a list of " + std::to_string(place.count) + " ranges [low, high]");
    return ranges;
  }
  for (const toml::node& entry : *list) {
    if (const auto range = read_pair(reader, entry)) ranges.push_back(*range);
  }
  return ranges;
}

bool read_values(Reader& reader, const NumberPlace& place, const std::vector<Range>& ranges) {
  const toml::node* node = reader.required("value", place.list ? "a list of numbers" : "a number");
  if (node == nullptr || ranges.size() != place.count) return false;
  if (!place.list) {
    const auto value = reader.finite(*node, ranges[0].low, ranges[0].high);
    if (value) *place.values = *value;
    return value.has_value();
  }
  const toml::array* list = node->as_array();
  if (list == nullptr || list->size() != place.count) {
    const std::string size = list != nullptr ? " of " + std::to_string(list->size()) : "";
    reader.faults().add(node->source(), describe(*node) + size,
                        "a list of " + std::to_string(place.count) + " numbers");
    return false;
  }
  bool whole = true;
  for (std::size_t i = 0; i < place.count; ++i) {
    const auto value = reader.finite(*list->get(i), ranges[i].low, ranges[i].high);
    if (value) place.values[i] = *value;
    whole = whole && value.has_value();
  }
  return whole;
}

std::vector<std::string> read_source_keys(Reader& reader) {
  std::vector<std::string> keys;
  const toml::node* node = reader.optional("source");
  if (node == nullptr) return keys;
  if (node->is_string()) return {*reader.as_text(*node)};
  return reader.texts("source");
}

}  // namespace

Grounds read_grounds(Reader& reader, const Scenario& scenario) {
  static const std::vector<std::string> kConfidences = {"stored", "stored-weak", "derived",
                                                        "general", "assumption"};
  Grounds grounds;
  grounds.confidence = reader.one_of("confidence", kConfidences, "a confidence").value_or("");
  const auto& sources = scenario.sources;
  for (const std::string& key : read_source_keys(reader)) {
    if (std::none_of(sources.begin(), sources.end(),
                     [&](const Source& s) { return s.key == key; })) {
      std::vector<std::string> known;
      for (const Source& source : sources) known.push_back(source.key);
      reader.faults().add(reader.where("source"), "unknown source \"" + key + "\"",
                          "a source of the scenario ([source.KEY])", nearest_name(key, known));
    }
    grounds.source += (grounds.source.empty() ? "" : ", ") + key;
  }
  const bool needs_source = grounds.confidence != "assumption" && grounds.confidence != "general";
  if (needs_source && !grounds.confidence.empty() && grounds.source.empty() &&
      !reader.has("source")) {
    reader.faults().add(reader.where(),
                        "confidence \"" + grounds.confidence + "\" without a source",
                        "source = \"KEY\", or confidence \"assumption\"");
  }
  return grounds;
}

void read_number(Reader& parent, std::string_view name, const NumberPlace& place,
                 Scenario& scenario) {
  const toml::node* node =
      parent.required(name, "a number with its range, unit, confidence and meaning");
  if (node == nullptr) return;
  if (!node->is_table()) {
    parent.faults().add(node->source(), describe(*node) + " for " + std::string(name),
                        "{ value = ..., range = [low, high], unit = \"" + place.unit +
                            "\", confidence = ..., meaning = ... }");
    return;
  }
  Reader reader = *parent.optional_table(name);
  const auto ranges = read_ranges(reader, place);
  const bool whole = read_values(reader, place, ranges);
  Provenance provenance;
  provenance.unit = reader.text("unit").value_or(place.unit);
  if (provenance.unit != place.unit) {
    reader.faults().add(reader.where("unit"), "unit \"" + provenance.unit + "\"",
                        "\"" + place.unit + "\"");
  }
  const Grounds grounds = read_grounds(reader, scenario);
  provenance.source = grounds.source;
  provenance.confidence = grounds.confidence;
  provenance.meaning = reader.text("meaning").value_or("");
  provenance.basis = reader.optional_text("basis").value_or("");
  reader.finish();
  if (!whole) return;
  for (std::size_t i = 0; i < place.count; ++i) {
    provenance.key = place.list ? place.key + "[" + std::to_string(i) + "]" : place.key;
    provenance.value = place.values[i];
    provenance.low = ranges[i].low;
    provenance.high = ranges[i].high;
    scenario.numbers.push_back(provenance);
  }
}

void read_parameters(Reader& top, Scenario& scenario) {
  std::map<std::string, std::optional<Reader>> groups;
  for (const NumberBinding& binding : number_bindings()) {
    if (groups.count(binding.group) == 0) groups[binding.group] = top.table(binding.group);
    auto& group = groups[binding.group];
    if (!group) continue;
    NumberPlace place;
    place.key = binding.group + "." + binding.name;
    place.unit = binding.unit;
    place.values = numbers_of(scenario.parameters, binding);
    place.count = binding.count;
    place.list = binding.list;
    read_number(*group, binding.name, place, scenario);
  }
  for (auto& [name, group] : groups) {
    if (group) group->finish();
  }
  auto switches = top.optional_table("switches");
  if (!switches) return;
  for (const SwitchBinding& binding : switch_bindings()) {
    const auto on = switches->optional_flag(binding.name);
    if (on) scenario.parameters.switches.*binding.member = *on;
  }
  switches->finish();
}

void read_makers(Reader& top, Scenario& scenario) {
  auto makers = top.table("maker");
  if (!makers) return;
  double shares = 0;
  for (std::size_t i = 0; i < scenario.seats.size(); ++i) {
    const Seat& seat = scenario.seats[i];
    if (seat.kind != SeatKind::kMagnetMaker && seat.kind != SeatKind::kCarMaker) continue;
    auto reader = makers->table(seat.name);
    if (!reader) continue;
    economy::MakerSetup maker;
    maker.seat = base::kFirstSeat + static_cast<base::SeatId>(i);
    maker.name = seat.name;
    maker.car_maker = seat.kind == SeatKind::kCarMaker;
    const std::string key = "maker." + seat.name + ".";
    const auto read = [&, &number_reader = *reader](const char* name, const char* unit,
                                                    double& value) {
      read_number(number_reader, name, NumberPlace{key + name, unit, &value, 1, false}, scenario);
    };
    read("need_share", "share", maker.need_share);
    read("target_cover_days", "days", maker.target_cover_days);
    read("loss_usd_per_kg_ndpr", "USD/kg", maker.loss_usd_per_kg_ndpr);
    read("qualification_months", "months", maker.qualification_months);
    reader->finish();
    shares += maker.need_share;
    scenario.makers.push_back(std::move(maker));
  }
  makers->finish();
  std::vector<std::string> names;
  for (const economy::MakerSetup& maker : scenario.makers) names.push_back(maker.name);
  if (names.empty()) {
    top.faults().add(top.where("seats"), "no maker among the seats",
                     "at least one magnet_maker or car_maker");
  } else if (std::abs(shares - 1) > 1e-9) {
    makers->faults().add(makers->newest(names, "need_share"),
                         "need_share of all makers summing to " + short_number(shares), "1");
  }
}

}  // namespace monazite::scenarios::detail

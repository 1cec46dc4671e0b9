#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>
#include <utility>

#include <world/scenarios/detail/reader.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {

void FaultList::add(const toml::source_region& where, std::string found, std::string expected,
                    std::string nearest) {
  Fault fault;
  fault.file = where.path ? *where.path : file_;
  fault.line = std::max(1, static_cast<int>(where.begin.line));
  fault.column = std::max(1, static_cast<int>(where.begin.column));
  fault.found = std::move(found);
  fault.expected = std::move(expected);
  fault.nearest = std::move(nearest);
  faults_.push_back(std::move(fault));
}

std::vector<Fault> FaultList::take() {
  std::stable_sort(faults_.begin(), faults_.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  return std::exchange(faults_, {});
}

std::string describe(const toml::node& node) {
  constexpr std::size_t kLongestShown = 60;
  if (const auto* text = node.as_string()) {
    const std::string& value = text->get();
    return value.size() <= kLongestShown ? "text \"" + value + "\"" : "a long text";
  }
  if (const auto number = node.value<double>(); number && node.is_number()) {
    return "number " + short_number(*number);
  }
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (node.is_array()) return "a list";
  if (node.is_table()) return "a table";
  if (const auto* date = node.as_date()) {
    char text[32];
    std::snprintf(text, sizeof text, "date %04d-%02d-%02d", date->get().year, date->get().month,
                  date->get().day);
    return text;
  }
  return "a time";
}

Reader::Reader(const toml::table& table, std::string name, const toml::source_region& where,
               FaultList& faults)
    : table_(&table), name_(std::move(name)), faults_(&faults) {
  where_ = table.source().begin.line > 0 ? table.source() : where;
}

const toml::source_region& Reader::where(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node != nullptr && node->source().begin.line > 0 ? node->source() : where_;
}

const toml::node* Reader::optional(std::string_view key) {
  know(key);
  return table_->get(key);
}

const toml::node* Reader::required(std::string_view key, std::string_view expected) {
  const toml::node* node = optional(key);
  if (node == nullptr) {
    const std::string place = name_.empty() ? "" : " in [" + name_ + "]";
    faults_->add(where_, "no " + std::string(key) + place, std::string(expected));
  }
  return node;
}

std::optional<std::string> Reader::as_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  faults_->add(node.source(), describe(node), "text in quotes");
  return std::nullopt;
}

std::optional<base::Day> Reader::as_day(const toml::node& node) {
  constexpr int kFirstYear = 1950;
  constexpr int kLastYear = 2150;
  if (const auto* date = node.as_date()) {
    const toml::date value = date->get();
    if (value.year >= kFirstYear && value.year <= kLastYear) {
      return base::to_day(base::Date{value.year, value.month, value.day});
    }
  }
  faults_->add(node.source(), describe(node), "a date from 1950 to 2150, as in 2025-06-13");
  return std::nullopt;
}

std::optional<double> Reader::finite(const toml::node& node, double low, double high) {
  const std::string range = "a number from " + short_number(low) + " to " + short_number(high);
  if (!node.is_number()) {
    faults_->add(node.source(), describe(node), range);
    return std::nullopt;
  }
  const double value = *node.value<double>();
  if (std::isfinite(value) && value >= low && value <= high) return value;
  faults_->add(node.source(), describe(node), range);
  return std::nullopt;
}

std::optional<std::string> Reader::text(std::string_view key) {
  const toml::node* node = required(key, "text in quotes");
  return node != nullptr ? as_text(*node) : std::nullopt;
}

std::optional<std::string> Reader::optional_text(std::string_view key) {
  const toml::node* node = optional(key);
  return node != nullptr ? as_text(*node) : std::nullopt;
}

std::optional<bool> Reader::optional_flag(std::string_view key) {
  const toml::node* node = optional(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* flag = node->as_boolean()) return flag->get();
  faults_->add(node->source(), describe(*node), "true or false");
  return std::nullopt;
}

std::optional<base::Day> Reader::day(std::string_view key) {
  const toml::node* node = required(key, "a date, as in 2025-06-13");
  return node != nullptr ? as_day(*node) : std::nullopt;
}

std::optional<base::Day> Reader::optional_day(std::string_view key) {
  const toml::node* node = optional(key);
  return node != nullptr ? as_day(*node) : std::nullopt;
}

std::optional<double> Reader::number(std::string_view key, double low, double high) {
  const toml::node* node = required(key, "a number");
  return node != nullptr ? finite(*node, low, high) : std::nullopt;
}

std::optional<double> Reader::optional_number(std::string_view key, double low, double high) {
  const toml::node* node = optional(key);
  return node != nullptr ? finite(*node, low, high) : std::nullopt;
}

std::vector<std::string> Reader::texts(std::string_view key) {
  std::vector<std::string> result;
  const toml::node* node = required(key, "a list of texts");
  if (node == nullptr) return result;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    faults_->add(node->source(), describe(*node), "a list of texts");
    return result;
  }
  for (const toml::node& entry : *list) {
    if (auto value = as_text(entry)) result.push_back(*std::move(value));
  }
  return result;
}

std::optional<std::string> Reader::one_of(std::string_view key,
                                          const std::vector<std::string>& names,
                                          std::string_view what) {
  auto value = text(key);
  if (!value || std::find(names.begin(), names.end(), *value) != names.end()) return value;
  std::string expected(what);
  constexpr std::size_t kMostListed = 8;
  if (names.size() <= kMostListed) {
    expected += " (";
    for (std::size_t i = 0; i < names.size(); ++i) expected += (i > 0 ? ", " : "") + names[i];
    expected += ")";
  }
  faults_->add(where(key), "\"" + *value + "\"", std::move(expected), nearest_name(*value, names));
  return std::nullopt;
}

std::optional<Reader> Reader::table(std::string_view key) {
  if (required(key, "a table") == nullptr) return std::nullopt;
  return optional_table(key);
}

std::optional<Reader> Reader::optional_table(std::string_view key) {
  const toml::node* node = optional(key);
  if (node == nullptr) return std::nullopt;
  const std::string name = name_.empty() ? std::string(key) : name_ + "." + std::string(key);
  if (const toml::table* found = node->as_table()) return Reader(*found, name, where_, *faults_);
  faults_->add(node->source(), describe(*node), "a table [" + name + "]");
  return std::nullopt;
}

std::vector<std::string> Reader::table_names() {
  std::vector<std::string> names;
  for (auto&& [key, node] : *table_) {
    know(key.str());
    if (node.is_table()) {
      names.emplace_back(key.str());
    } else {
      faults_->add(node.source(), describe(node),
                   "a table [" + name_ + "." + std::string(key.str()) + "]");
    }
  }
  return names;
}

void Reader::finish() {
  const std::vector<std::string> names(known_.begin(), known_.end());
  for (auto&& [key, node] : *table_) {
    if (known_.find(key.str()) != known_.end()) continue;
    const std::string name(key.str());
    const toml::source_region& place = key.source().begin.line > 0 ? key.source() : node.source();
    faults_->add(place, "unknown key \"" + name + "\"",
                 name_.empty() ? "a key of a scenario" : "a key of [" + name_ + "]",
                 nearest_name(name, names));
  }
}

toml::source_region Reader::newest(const std::vector<std::string>& tables,
                                   std::string_view key) const {
  toml::source_region first = where_;
  bool any = false;
  for (const std::string& name : tables) {
    const toml::node* node = (*table_)[name][key].node();
    if (node != nullptr && node->is_table()) node = node->as_table()->get("value");
    if (node == nullptr || !node->source().path) continue;
    if (!any) first = node->source();
    any = true;
    if (*node->source().path != *first.path) return node->source();
  }
  return first;
}

}  // namespace monazite::scenarios::detail

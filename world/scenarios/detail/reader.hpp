#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/toml.hpp>
#include <world/scenarios/fault.hpp>

namespace monazite::scenarios::detail {

/// Collects faults with the place of the node they are about.
class FaultList {
 public:
  /// `file` is the place of nodes that have none of their own; `faults` those found so far.
  explicit FaultList(std::string file, std::vector<Fault> faults = {})
      : file_(std::move(file)), faults_(std::move(faults)) {}

  void add(const toml::source_region& where, std::string found, std::string expected,
           std::string nearest = {});
  /// In the order of their places. Empties the list.
  [[nodiscard]] std::vector<Fault> take();
  [[nodiscard]] bool empty() const { return faults_.empty(); }
  [[nodiscard]] std::size_t size() const { return faults_.size(); }

 private:
  std::string file_;
  std::vector<Fault> faults_;
};

/// "number 5", `text "abc"`, "a table", ... for faults.
[[nodiscard]] std::string describe(const toml::node& node);

/// Reads one table of a scenario key by key. Each read names the key as known; finish() reports the
/// keys that nobody asked for. A missing or wrong value is reported and read as nothing.
class Reader {
 public:
  /// `name` is how the table is called in faults ("ore", "office.commerce"; empty for the top).
  /// `where` is its place if the table itself has none (it was only named in longer keys).
  Reader(const toml::table& table, std::string name, const toml::source_region& where,
         FaultList& faults);

  [[nodiscard]] const toml::source_region& where() const { return where_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] FaultList& faults() const { return *faults_; }

  /// The place of a key's value; of the table when the key is not there.
  [[nodiscard]] const toml::source_region& where(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }

  /// Nothing and no fault when the key is not there.
  const toml::node* optional(std::string_view key);
  /// A fault when the key is not there; `expected` says what it should hold.
  const toml::node* required(std::string_view key, std::string_view expected);

  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> optional_text(std::string_view key);
  std::optional<bool> optional_flag(std::string_view key);
  std::optional<base::Day> day(std::string_view key);
  std::optional<base::Day> optional_day(std::string_view key);
  /// A finite number from `low` to `high`.
  std::optional<double> number(std::string_view key, double low, double high);
  std::optional<double> optional_number(std::string_view key, double low, double high);
  std::vector<std::string> texts(std::string_view key);
  /// The value's text, which must be one of `names`.
  std::optional<std::string> one_of(std::string_view key, const std::vector<std::string>& names,
                                    std::string_view what);
  /// A table below this one; nothing and a fault when it is something else or not there.
  std::optional<Reader> table(std::string_view key);
  std::optional<Reader> optional_table(std::string_view key);
  /// The names of all keys that are tables, marked as known; other values are faults.
  std::vector<std::string> table_names();

  /// Marks a key as known without reading it.
  void know(std::string_view key) { known_.emplace(key); }
  /// Reports unknown keys. Once per table, at its end.
  void finish();
  /// Of the same key in several tables below this one: the place of the first that stands in
  /// another file than the first of all, as what an extending file or a setting changed does; else
  /// of the first.
  [[nodiscard]] toml::source_region newest(const std::vector<std::string>& tables,
                                           std::string_view key) const;

  std::optional<double> finite(const toml::node& node, double low, double high);
  std::optional<std::string> as_text(const toml::node& node);
  std::optional<base::Day> as_day(const toml::node& node);

 private:
  const toml::table* table_;
  std::string name_;
  toml::source_region where_;
  FaultList* faults_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace monazite::scenarios::detail

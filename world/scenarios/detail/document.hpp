#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/toml.hpp>
#include <world/scenarios/fault.hpp>

namespace monazite::scenarios::detail {

/// Name under which faults of settings are shown.
inline constexpr std::string_view kSettingFile = "--set";

/// A scenario file as text. `file` is its name in faults; `stem` the scenario's name unless it says
/// another.
struct Text {
  std::string file;
  std::string stem;
  std::string content;
};

/// Finds what a scenario extends, by the name it gives. `from` is the file that asks.
using Lookup = std::function<std::optional<Text>(std::string_view name, const Text& from)>;

/// Parses `text`, lays it over what it extends (and that over what it extends in turn), and lays
/// the settings ("key=value", keys dotted) over that. Tables merge key by key; anything else
/// replaces what was there. A plain value that replaces a number with provenance replaces its
/// `value` only; a number whose value changes loses its source and is an assumption unless the
/// change says where it comes from. Nodes keep the place where they were written. Nothing when a
/// file is not there or no TOML; a setting that cannot be read is a fault but does not keep the
/// rest from being read.
[[nodiscard]] std::optional<toml::table> resolve(const Text& text, const Lookup& lookup,
                                                 const std::vector<std::string>& settings,
                                                 std::vector<Fault>& faults);

/// The document as TOML text; parsing it gives the same document, numbers to the last bit.
[[nodiscard]] std::string print(const toml::table& document);

}  // namespace monazite::scenarios::detail

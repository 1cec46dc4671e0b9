#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include <world/scenarios/fault.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::scenarios {

/// A scenario, or everything that is wrong with it (at least one fault), in the order of files and
/// lines. A file that is not TOML at all gives one fault: nothing behind it can be trusted.
using Loaded = tl::expected<Scenario, std::vector<Fault>>;

/// Settings lie over the scenario: "key=value" with dotted keys as in the files. A number's key
/// sets its value; its range still holds, and it counts as an assumption from then on:
///   ore.mined_reo_t_per_year=2000   switches.audience=false   conduct.consultation=nash
///   calendar.last_day=2027-12-31    event.request.enabled=false   office.commerce.weight=0.3
/// Faults of settings name the file "--set"; the line is the number of the setting, from 1.
using Settings = std::vector<std::string>;

/// A scenario that is compiled into the program, by name ("june-2025").
[[nodiscard]] Loaded load_builtin(std::string_view name, const Settings& settings = {});
/// A file. `extends` in it names a built-in scenario or a file beside it ("base.toml").
[[nodiscard]] Loaded load_file(const std::string& path, const Settings& settings = {});
/// Text, for example from a recording. `file` names it in faults; `extends` may name built-ins
/// only.
[[nodiscard]] Loaded load_text(std::string_view text, const std::string& file = "scenario",
                               const Settings& settings = {});
/// A file when the name ends in ".toml" or has a slash in it, else a built-in one.
[[nodiscard]] Loaded load(const std::string& name_or_path, const Settings& settings = {});

struct Listed {
  std::string name, title, summary;
};
/// The built-in scenarios that can be run, in alphabetical order of names (fragments that others
/// extend are left out).
[[nodiscard]] std::vector<Listed> list_builtin();

}  // namespace monazite::scenarios

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <world/app/commands.hpp>
#include <world/app/terminal.hpp>
#include <world/scenarios/load.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::recording {
class Recording;
}

/// What the commands share.
namespace monazite::app {

/// The scenario, or nothing after one message per fault on stderr and exit code 2.
[[nodiscard]] std::optional<scenarios::Scenario> load_scenario(
    const std::string& name_or_path, const std::vector<std::string>& settings, int& exit_code);

/// A folder that exists from now on, or why it cannot.
[[nodiscard]] base::Result<std::string> make_folder(const std::string& path);

/// Checks a recording to its last byte. One message on stderr if anything of it is damaged: what,
/// where, and what can be done. The exit code.
[[nodiscard]] int tell_damage(recording::Recording& recording);

}  // namespace monazite::app

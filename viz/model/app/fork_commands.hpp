#pragma once

#include <vector>

#include <viz/model/app/commands.hpp>

namespace monazite::viz {

/// The part of the table of commands about other histories than the one that is looked at: what if,
/// a seat at the table, a class.
void add_fork_commands(std::vector<NamedCommand>& all);

}  // namespace monazite::viz

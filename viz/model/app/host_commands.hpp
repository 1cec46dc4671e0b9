#pragma once

#include <vector>

#include <viz/model/app/commands.hpp>

namespace monazite::viz {

/// Commands about hosts: joining one, and what is looked on at.
void add_host_commands(std::vector<NamedCommand>& all);

}  // namespace monazite::viz

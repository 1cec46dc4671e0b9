#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

namespace monazite::app {

/// Every command adds itself to the command line and, when chosen, runs and leaves its exit code in
/// `exit_code`.
void add_run(CLI::App& app, int& exit_code);
void add_ensemble(CLI::App& app, int& exit_code);
void add_host(CLI::App& app, int& exit_code);
void add_join(CLI::App& app, int& exit_code);
void add_estimate(CLI::App& app, int& exit_code);
void add_negotiate(CLI::App& app, int& exit_code);
void add_strategies(CLI::App& app, int& exit_code);
void add_tournament(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_frontier(CLI::App& app, int& exit_code);
void add_scenarios(CLI::App& app, int& exit_code);
void add_describe(CLI::App& app, int& exit_code);
void add_convert(CLI::App& app, int& exit_code);

}  // namespace monazite::app

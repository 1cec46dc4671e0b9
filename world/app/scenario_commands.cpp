#include <memory>

#include <CLI/CLI.hpp>

#include <world/app/commands_detail.hpp>
#include <world/scenarios/describe.hpp>

namespace monazite::app {

void add_scenarios(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("scenarios", "List the scenarios that come with the program");
  command->callback([&exit_code] {
    exit_code = print(scenarios::list(scenarios::list_builtin())) ? kSuccess : kFailure;
  });
}

void add_describe(CLI::App& app, int& exit_code) {
  auto name = std::make_shared<std::string>("june-2025");
  auto settings = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand(
      "describe", "Show all of a scenario: dates, seats, agendas, numbers and their sources");
  command->add_option("scenario", *name, "Name of a scenario, or a .toml file")
      ->capture_default_str();
  command->add_option("--set", *settings,
                      "Change a number or a switch: key=value; may be given often");
  command->callback([name, settings, &exit_code] {
    exit_code = kSuccess;
    if (const auto scenario = load_scenario(*name, *settings, exit_code)) {
      exit_code = print(scenarios::describe(*scenario)) ? kSuccess : kFailure;
    }
  });
}

}  // namespace monazite::app

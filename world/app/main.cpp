#include <csignal>

#include <CLI/CLI.hpp>

#include <world/app/commands.hpp>
#include <world/app/terminal.hpp>

int main(int argc, char** argv) {
  // A reader that closes its end (head) and a file at its limit are errors to tell, not deaths.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app{"A laboratory for bilateral negotiation over a real trade", "monazite"};
  app.set_version_flag("--version", "monazite " MONAZITE_VERSION);
  app.require_subcommand(1);
  int exit_code = monazite::app::kSuccess;
  monazite::app::add_run(app, exit_code);
  monazite::app::add_ensemble(app, exit_code);
  monazite::app::add_host(app, exit_code);
  monazite::app::add_join(app, exit_code);
  monazite::app::add_estimate(app, exit_code);
  monazite::app::add_scenarios(app, exit_code);
  monazite::app::add_describe(app, exit_code);
  monazite::app::add_replay(app, exit_code);
  monazite::app::add_export(app, exit_code);
  monazite::app::add_negotiate(app, exit_code);
  monazite::app::add_tournament(app, exit_code);
  monazite::app::add_strategies(app, exit_code);
  monazite::app::add_frontier(app, exit_code);
  monazite::app::add_convert(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? monazite::app::kSuccess : monazite::app::kBadInput;
  }
  return exit_code;
}

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include <protocol/base/seed_text.hpp>
#include <world/app/commands_detail.hpp>
#include <world/app/report.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/play.hpp>
#include <world/lab/results_db.hpp>

namespace monazite::app {
namespace {

struct RunOptions {
  std::string scenario = "june-2025";
  /// Near the median of a hundred seeds of june-2025 in flow, first agreement and meetings.
  std::uint64_t seed = 4;
  std::vector<std::string> settings;
  std::string out;
  bool json = false;
  bool quiet = false;
};

/// Writes results.sqlite; the failure if there is one.
base::Result<void> write_results(const std::string& path, const scenarios::Scenario& scenario,
                                 const RunOptions& options, const lab::Measures& measures,
                                 const lab::Chronicle& chronicle) {
  auto db = lab::ResultsDb::create(path, scenario, options.settings, MONAZITE_VERSION);
  if (!db) return tl::unexpected<base::Error>(db.error());
  if (auto added = db->add(measures, &chronicle); !added) return added;
  return db->finish();
}

/// Words that play the same run again.
std::string command_of(const RunOptions& options) {
  std::vector<std::string> words = {"monazite", "run", options.scenario, "--seed",
                                    std::to_string(options.seed)};
  for (const std::string& setting : options.settings) {
    words.emplace_back("--set");
    words.push_back(setting);
  }
  return lab::command_words(words);
}

int run(const RunOptions& options) {
  int exit_code = kSuccess;
  const auto scenario = load_scenario(options.scenario, options.settings, exit_code);
  if (!scenario) return exit_code;
  const std::string folder = options.out.empty()
                                 ? "runs/" + scenario->name + "-" + std::to_string(options.seed)
                                 : options.out;
  if (const auto made = make_folder(folder); !made) return tell_error(made.error());
  const std::string recording_path = folder + "/" + scenario->name + ".mcap";
  const std::string results_path = folder + "/results.sqlite";

  // Notes and results of an earlier run under this name must not stand beside a recording that
  // breaks off.
  std::error_code ignored;
  std::filesystem::remove(recording::sidecar_path(recording_path), ignored);
  std::filesystem::remove(results_path, ignored);
  lab::MachineFacts machine{"monazite " MONAZITE_VERSION, command_of(options),
                            std::chrono::system_clock::now(), 0};
  const auto clock_start = std::chrono::steady_clock::now();

  const StopOnSignal stop;
  base::Result<lab::Played> played = [&] {
    ProgressLine progress("Playing " + scenario->name + ", month", options.quiet || options.json);
    engine::HistoryOptions history;
    history.seed = options.seed;
    history.program_version = MONAZITE_VERSION;
    history.settings = options.settings;
    history.stop = &stop.flag();
    history.progress = [&progress](std::uint32_t done, std::uint32_t all) {
      progress.show(done, all);
    };
    return lab::play(*scenario, history, recording_path);
  }();
  if (!played) return tell_error(played.error());
  machine.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - clock_start).count();
  const auto noted =
      recording::write_sidecar(recording_path, lab::machine_notes(machine, *scenario));

  lab::Measures measures = lab::measure(played->chronicle, *scenario);
  measures.digest = played->digest;
  const auto results = write_results(results_path, *scenario, options, measures, played->chronicle);
  Report report{*scenario,
                played->chronicle,
                measures,
                lab::tell(played->chronicle, *scenario),
                recording_path,
                results ? results_path : std::string(),
                {}};
  const bool printed = options.json    ? print(report_json(report).dump(2) + "\n")
                       : options.quiet ? true
                                       : print(report_text(report));
  if (!printed) exit_code = kFailure;
  if (played->not_recorded) exit_code = tell_error(*played->not_recorded);
  if (!results) exit_code = tell_error(results.error());
  if (!noted) exit_code = tell_error(noted.error());
  if (!played->finished) {
    tell_error({base::ErrorCode::kIo, "stopped before the last day; " + recording_path +
                                          " holds what was played until then"});
    exit_code = kInterrupted;
  }
  return exit_code;
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand(
      "run", "Play a crisis from the first day to the last and tell how it went");
  command->add_option("scenario", options->scenario, "Name of a scenario, or a .toml file")
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Another seed is another history")
      ->capture_default_str()
      ->check(base::seed_fault);
  command->add_option("--set", options->settings,
                      "Change a number or a switch: key=value; may be given often");
  command->add_option("--out", options->out,
                      "Folder for the recording and results (default: runs/SCENARIO-SEED)");
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace monazite::app

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <protocol/base/seed_text.hpp>
#include <world/app/commands_detail.hpp>
#include <world/lab/ensemble.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::app {
namespace {

using lab::number_words;

struct EnsembleCommandOptions {
  std::string scenario = "june-2025";
  std::uint64_t first_seed = 1;
  std::uint32_t runs = 100;
  unsigned jobs = 0;
  std::vector<std::string> settings;
  std::string out;
  bool json = false;
  bool quiet = false;
};

/// One measure over the runs: how it is called, what it is.
struct Row {
  const char* key;
  const char* words;
  std::vector<double> values;
  int decimals;
};

std::vector<Row> rows(const lab::Ensemble& ensemble, base::Day first_day) {
  std::vector<Row> rows = {
      {"flow_ratio", "flow July 2025 to June 2027 over 2024", {}, 2},
      {"flow_ratio_late", "flow mid-2029 to mid-2031 over 2024", {}, 2},
      {"requests", "requests to hold NdPr back", {}, 0},
      {"directions", "changes of direction by atomic energy", {}, 0},
      {"notifications", "export notifications", {}, 0},
      {"meetings", "meetings of a consultation", {}, 0},
      {"refusals_at_home", "tentative deals refused at home", {}, 0},
      {"first_agreement_month", "month of the first new terms", {}, 0},
      {"price_mean_usd_per_kg", "mean price outside China, USD/kg", {}, 0},
      {"price_peak_usd_per_kg", "highest price, USD/kg", {}, 0},
      {"unmet_ndpr_t", "NdPr missing at Japan's makers, t", {}, 0},
      {"makers_worst_cover_days", "least cover of the makers, days", {}, 0},
      {"india_magnet_weeks_least", "least magnet cover in India, weeks", {}, 1}};
  for (const lab::Measures& m : ensemble.runs) {
    std::size_t i = 0;
    const auto put = [&](double value) { rows[i++].values.push_back(value); };
    put(m.flow_ratio);
    put(m.flow_ratio_late);
    put(m.requests);
    put(m.directions);
    put(m.notifications);
    put(m.meetings);
    put(m.refusals_at_home);
    if (m.first_agreement) {
      put(base::months_between(first_day, *m.first_agreement));
    } else {
      ++i;
    }
    put(m.price_mean_usd_per_kg);
    put(m.price_peak_usd_per_kg);
    put(m.unmet_ndpr_t);
    put(m.makers_worst_cover_days);
    put(m.india_magnet_weeks_least);
  }
  return rows;
}

std::string text(const lab::Ensemble& ensemble, const scenarios::Scenario& scenario) {
  const lab::FlowShares shares = lab::flow_shares(ensemble.runs);
  std::string out = scenario.title + ", " + std::to_string(ensemble.runs.size()) + " seeds\n\n";
  out += "Exports to Japan, July 2025 to June 2027: stop " + number_words(100 * shares.stop, 0) +
         " %, shrink " + number_words(100 * shares.shrink, 0) + " %, go on " +
         number_words(100 * shares.go_on, 0) + " %\n";
  std::size_t deals = 0, below = 0, negative = 0, limbo = 0;
  for (const lab::Measures& m : ensemble.runs) {
    deals += m.first_agreement ? 1 : 0;
    below += m.signed_below_reservation;
    negative += m.negative_stocks;
    limbo += m.clauses_in_limbo;
  }
  out += "New terms under the memorandum: in " + std::to_string(deals) + " runs\n";
  out += "Signed below a reservation value: " + std::to_string(below) +
         "; negative stocks: " + std::to_string(negative) +
         "; clauses in limbo: " + std::to_string(limbo) + "\n\n";
  const auto cell = [](const std::string& s) {
    return std::string(s.size() < 10 ? 10 - s.size() : 0, ' ') + s;
  };
  out += std::string(42, ' ') + cell("5 %") + cell("25 %") + cell("median") + cell("75 %") +
         cell("95 %") + "\n";
  for (const Row& row : rows(ensemble, scenario.first_day)) {
    out +=
        row.words + std::string(42 - std::min<std::size_t>(42, std::string(row.words).size()), ' ');
    for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95}) {
      const auto value = lab::quantile(row.values, q);
      out += cell(value ? number_words(*value, row.decimals) : "-");
    }
    out += "\n";
  }
  return out;
}

nlohmann::json to_json(const lab::Ensemble& ensemble, const scenarios::Scenario& scenario) {
  const lab::FlowShares shares = lab::flow_shares(ensemble.runs);
  nlohmann::json measures = nlohmann::json::object();
  for (const Row& row : rows(ensemble, scenario.first_day)) {
    nlohmann::json quantiles = nlohmann::json::object();
    for (const auto& [name, q] :
         {std::pair{"5", 0.05}, {"25", 0.25}, {"50", 0.5}, {"75", 0.75}, {"95", 0.95}}) {
      const auto value = lab::quantile(row.values, q);
      quantiles[name] = value ? nlohmann::json(*value) : nlohmann::json(nullptr);
    }
    measures[row.key] = quantiles;
  }
  return {{"scenario", scenario.name}, {"runs", ensemble.runs.size()}, {"stop", shares.stop},
          {"shrink", shares.shrink},   {"go_on", shares.go_on},        {"digest", ensemble.digest},
          {"measures", measures}};
}

lab::Ensemble play(const scenarios::Scenario& scenario, const EnsembleCommandOptions& options) {
  const StopOnSignal stop;
  ProgressLine progress("Playing " + scenario.name + ", run", options.quiet || options.json);
  lab::EnsembleOptions ensemble_options;
  ensemble_options.first_seed = options.first_seed;
  ensemble_options.runs = options.runs;
  ensemble_options.workers = options.jobs;
  ensemble_options.stop = &stop.flag();
  ensemble_options.progress = [&progress](std::uint32_t done, std::uint32_t all) {
    progress.show(done, all);
  };
  return lab::run_ensemble(scenario, ensemble_options);
}

int run(const EnsembleCommandOptions& options) {
  int exit_code = kSuccess;
  const auto scenario = load_scenario(options.scenario, options.settings, exit_code);
  if (!scenario) return exit_code;
  // A folder that cannot be written is told before the hours of playing, not after.
  std::optional<lab::ResultsDb> results;
  const std::string results_path = options.out.empty() ? "" : options.out + "/results.sqlite";
  if (!options.out.empty()) {
    if (const auto made = make_folder(options.out); !made) return tell_error(made.error());
    auto db = lab::ResultsDb::create(results_path, *scenario, options.settings, MONAZITE_VERSION);
    if (!db) return tell_error(db.error());
    results = std::move(*db);
  }
  const lab::Ensemble ensemble = play(*scenario, options);
  if (results) {
    for (const lab::Measures& measures : ensemble.runs) {
      if (const auto added = results->add(measures, nullptr); !added)
        return tell_error(added.error());
    }
    if (const auto done = results->finish(); !done) return tell_error(done.error());
  }
  std::string out =
      options.json ? to_json(ensemble, *scenario).dump(2) + "\n" : text(ensemble, *scenario);
  if (!options.json && results) out += "\nResults    " + results_path + "\n";
  if (!options.quiet && !print(out)) return kFailure;
  if (ensemble.runs.size() == options.runs) return kSuccess;
  tell_error({base::ErrorCode::kIo, "stopped after " + std::to_string(ensemble.runs.size()) +
                                        " of " + std::to_string(options.runs) +
                                        " runs; only these are counted"});
  return kInterrupted;
}

}  // namespace

void add_ensemble(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EnsembleCommandOptions>();
  CLI::App* command =
      app.add_subcommand("ensemble", "Play a scenario with many seeds and count how it went");
  command->add_option("scenario", options->scenario, "Name of a scenario, or a .toml file")
      ->capture_default_str();
  command->add_option("--runs", options->runs, "How many seeds")
      ->capture_default_str()
      ->check(CLI::Range(1U, 1000000U));
  command->add_option("--first-seed", options->first_seed, "The first of them")
      ->capture_default_str()
      ->check(base::seed_fault);
  command->add_option("--jobs", options->jobs, "Threads (0: all); changes nothing in the results")
      ->capture_default_str()
      ->check(CLI::Range(0U, 1024U));
  command->add_option("--set", options->settings,
                      "Change a number or a switch: key=value; may be given often");
  command->add_option("--out", options->out,
                      "Folder for results.sqlite, one row a run (default: none)");
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace monazite::app

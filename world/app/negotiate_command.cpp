#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include <agents/preferences/analysis.hpp>
#include <protocol/base/seed_text.hpp>
#include <world/app/commands_detail.hpp>
#include <world/app/domain_choice.hpp>
#include <world/app/held_negotiation.hpp>
#include <world/lab/negotiation_report.hpp>

namespace monazite::app {
namespace {

struct NegotiateOptions {
  std::vector<std::string> paths;
  std::string first = "boulware";
  std::string second = "boulware";
  std::vector<std::string> others;  ///< of the third party and all after it
  std::string rule = "stacked_alternating_offers";
  std::string semantics;
  std::uint32_t rounds = 100;
  std::uint64_t seed = 1;
  std::uint64_t budget = 0;  ///< 0: none
  std::string record;
  std::string svg;
  bool json = false;
  bool quiet = false;
};

base::Result<lab::DomainRun> run_of(const NegotiateOptions& options) {
  auto loaded = preferences::load_domain(options.paths, semantics_named(options.semantics));
  if (!loaded) return tl::unexpected<base::Error>(loaded.error());
  const std::size_t parties = loaded->domain.profiles.size();
  if (parties < 2) {
    return base::fail(base::ErrorCode::kBadInput, options.paths.front() +
                                                      ": a negotiation needs two profiles, found " +
                                                      std::to_string(parties));
  }
  lab::DomainRun run{std::move(*loaded), options.rule, {options.first, options.second}, {}};
  for (std::size_t i = 2; i < parties; ++i) {
    run.strategies.push_back(i - 2 < options.others.size() ? options.others[i - 2]
                                                           : options.second);
  }
  if (options.others.size() > parties - 2) {
    return base::fail(base::ErrorCode::kBadInput,
                      "--other is given " + std::to_string(options.others.size()) +
                          " times, but the domain has " + std::to_string(parties) + " parties");
  }
  run.options.rounds = options.rounds;
  run.options.seed = options.seed;
  run.options.keep_offers = !options.quiet || !options.svg.empty();  // else nobody looks at them
  if (options.budget > 0) run.options.budget = options.budget;
  return run;
}

int negotiate(const NegotiateOptions& options) {
  const auto run = run_of(options);
  if (!run) return tell_error(run.error());
  if (!options.svg.empty() && run->loaded.domain.profiles.size() != 2) {
    return tell_error({base::ErrorCode::kBadInput, "--svg draws two parties, the domain has more"});
  }
  if (!options.quiet && !options.json) tell_warnings(run->loaded.warnings);
  const auto tables = preferences::tables_of(run->loaded.domain);
  const auto negotiated = hold(*run, tables, options.record);
  if (!negotiated) return tell_error(negotiated.error());
  const auto analysis = preferences::analyse(preferences::payoffs_of(tables),
                                             preferences::definitions_of(run->loaded.semantics));
  const lab::NegotiationReport report{run->loaded,     tables,    *negotiated,    analysis,
                                      run->strategies, run->rule, options.rounds, options.seed};
  if (!options.svg.empty()) {
    if (const auto written = write_file(options.svg, lab::negotiation_svg(report)); !written) {
      return tell_error(written.error());
    }
  }
  std::string out =
      options.json ? lab::negotiation_json(report).dump() + "\n" : lab::negotiation_text(report);
  if (!options.json) {
    if (!options.record.empty()) out += "\nRecording  " + options.record + "\n";
    if (!options.svg.empty()) out += "\nPicture    " + options.svg + "\n";
  }
  return options.quiet || print(out) ? kSuccess : kFailure;
}

}  // namespace

void add_negotiate(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<NegotiateOptions>();
  CLI::App* command = app.add_subcommand(
      "negotiate", "Let strategies negotiate over a domain, offer by offer (docs/strategies.md)");
  command
      ->add_option("paths", options->paths,
                   "A folder with a domain and its profiles, or the files themselves")
      ->required();
  command->add_option("--first", options->first, "Strategy of the first party, which begins")
      ->capture_default_str();
  command->add_option("--second", options->second, "Strategy of the second party")
      ->capture_default_str();
  command->add_option("--other", options->others,
                      "Strategy of a third party and of each after it (default: the second's)");
  command->add_option("--rounds", options->rounds, "Deadline: rounds in which each has one turn")
      ->capture_default_str()
      ->check(CLI::Range(1U, 100'000'000U));
  command->add_option("--seed", options->seed, "Of all random draws")
      ->capture_default_str()
      ->check(base::seed_fault);
  command->add_option("--rule", options->rule, "Rule of encounter (docs/encounters.md)")
      ->capture_default_str();
  add_semantics_option(*command, options->semantics);
  command
      ->add_option("--budget", options->budget,
                   "Evaluations of its own preferences that a strategy may make (0: no limit)")
      ->capture_default_str();
  command->add_option("--record", options->record, "Recording to write (.mcap)");
  command->add_option("--svg", options->svg, "Picture to write: the offers among the outcomes");
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_code] { exit_code = negotiate(*options); });
}

}  // namespace monazite::app

#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include <agents/preferences/files/load.hpp>
#include <world/app/commands.hpp>
#include <world/app/domain_choice.hpp>
#include <world/app/terminal.hpp>
#include <world/lab/frontier_report.hpp>

namespace monazite::app {
namespace {

struct FrontierOptions {
  std::vector<std::string> paths;
  std::string semantics;
  std::string definitions;
  std::string normalise = "none";
  std::string csv;
  std::string svg;
  bool conflict = false;
  bool json = false;
};

int frontier(const FrontierOptions& options) {
  auto loaded = preferences::load_domain(options.paths, semantics_named(options.semantics));
  if (!loaded) return tell_error(loaded.error());
  tell_warnings(loaded->warnings);
  if (loaded->domain.profiles.size() < 2) {
    return tell_error({base::ErrorCode::kBadInput,
                       options.paths.front() + " holds the profile of one party; a frontier needs "
                                               "two or more: name a folder or all their files"});
  }
  lab::AnalysedDomain::Options analysis;
  analysis.definitions = preferences::definitions_named(options.definitions)
                             .value_or(preferences::definitions_of(loaded->semantics));
  analysis.unit = options.normalise == "unit";
  analysis.conflict = options.conflict;
  const lab::AnalysedDomain analysed(std::move(loaded->domain), analysis);
  if (!options.csv.empty()) {
    if (auto written = write_file(options.csv, lab::frontier_csv(analysed)); !written) {
      return tell_error(written.error());
    }
  }
  if (!options.svg.empty()) {
    if (auto written = write_file(options.svg, lab::frontier_svg(analysed)); !written) {
      return tell_error(written.error());
    }
  }
  constexpr std::size_t kFrontierLines = 30;
  const char* read_as = name_of(loaded->semantics);
  const std::string text = options.json ? lab::frontier_json(analysed, read_as, loaded->warnings)
                                        : lab::frontier_text(analysed, read_as, kFrontierLines);
  return print(text) ? kSuccess : kFailure;
}

}  // namespace

void add_frontier(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<FrontierOptions>();
  CLI::App* command = app.add_subcommand(
      "frontier", "Analyse a domain: Pareto frontier, Nash point, opposition and more");
  command
      ->add_option("path", options->paths,
                   "A folder (its profiles in alphabetical order), or the files of the parties")
      ->required();
  add_semantics_option(*command, options->semantics);
  command
      ->add_option("--definitions", options->definitions,
                   "Whose frontier and points (default: those of the semantics)")
      ->check(CLI::IsMember({"genius", "negmas", "negolog", "monazite"}));
  command
      ->add_option("--normalise", options->normalise,
                   "unit: each party's worst outcome is worth 0, its best 1")
      ->check(CLI::IsMember({"none", "unit"}))
      ->capture_default_str();
  command->add_option("--csv", options->csv, "Write the frontier as a table to this file");
  command->add_option("--svg", options->svg, "Draw outcomes, frontier and points into this file");
  command->add_flag("--conflict", options->conflict,
                    "Also count the pairs of outcomes that the first two parties order oppositely");
  command->add_flag("--json", options->json, "One JSON object in place of the table");
  command->callback([options, &exit_code] { exit_code = frontier(*options); });
}

}  // namespace monazite::app

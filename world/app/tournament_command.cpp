#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <agents/preferences/files/load.hpp>
#include <protocol/base/seed_text.hpp>
#include <world/app/commands_detail.hpp>
#include <world/app/domain_choice.hpp>
#include <world/app/strategy_choice.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/tournament.hpp>
#include <world/lab/tournament_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::app {
namespace {

using lab::number_words;
using lab::TextTable;
using nlohmann::json;

struct TournamentCommandOptions {
  std::vector<std::string> paths;
  std::string strategies = "boulware,linear,conceder,naive_tft,micro,tough";
  std::string semantics;
  lab::TournamentOptions tournament;
  std::uint64_t budget = 0;  ///< 0: none
  bool no_self_play = false;
  std::string out;
  bool json = false;
  bool quiet = false;
};

/// A number, or a dash where there is none.
std::string cell(const std::optional<double>& value, int decimals) {
  return value ? number_words(*value, decimals) : "-";
}

std::string to_text(const lab::Tournament& tournament,
                    const std::vector<lab::Contestant>& contestants, std::size_t domains,
                    const lab::TournamentOptions& options) {
  std::string out = std::to_string(contestants.size()) + " strategies on " +
                    std::to_string(domains) + (domains == 1 ? " domain, " : " domains, ") +
                    number_words(static_cast<double>(tournament.bouts.size()), 0) +
                    " negotiations of " + std::to_string(options.rounds) + " rounds, seed " +
                    std::to_string(options.seed) + "\n\n";
  TextTable table({">", "strategy", ">score", ">+-", ">partner's", ">agreements %", ">in round",
                   ">to frontier", ">to Nash", ">forfeits"});
  std::size_t place = 0;
  for (const lab::Standing& s : tournament.standings) {
    table.add({std::to_string(++place), contestants[s.strategy].name, number_words(s.score, 3),
               number_words(s.score_error, 3), number_words(s.partner_score, 3),
               number_words(100 * s.agreements, 0),
               s.agreements > 0 ? number_words(s.rounds + 1, 1) : "-", cell(s.to_frontier, 3),
               cell(s.to_nash, 3), std::to_string(s.forfeits)});
  }
  out += table.text();
  out += "\nMean score of the strategy in the row when it met the one in the column:\n\n";
  std::vector<std::string> headings{""};
  for (const lab::Standing& s : tournament.standings) {
    headings.push_back(">" + contestants[s.strategy].name);
  }
  TextTable payoffs(headings);
  for (const lab::Standing& row : tournament.standings) {
    std::vector<std::string> cells{contestants[row.strategy].name};
    for (const lab::Standing& column : tournament.standings) {
      cells.push_back(number_words(tournament.mean_score[row.strategy][column.strategy], 3));
    }
    payoffs.add(cells);
  }
  out += payoffs.text();
  out +=
      "\nScores run from 0, the profile's worst outcome, to 1, its best; no deal scores the"
      " reservation value.\nDistances are of agreements, in scores. +- is a standard error.\n";
  return out;
}

json to_json(const lab::Tournament& tournament, const std::vector<lab::Contestant>& contestants,
             const std::vector<preferences::Domain>& domains,
             const lab::TournamentOptions& options) {
  const auto or_null = [](const std::optional<double>& value) {
    return value ? json(*value) : json(nullptr);
  };
  json names = json::array(), domain_names = json::array(), standings = json::array();
  for (const lab::Contestant& c : contestants) names.push_back(c.name);
  for (const preferences::Domain& domain : domains) domain_names.push_back(domain.name);
  for (const lab::Standing& s : tournament.standings) {
    standings.push_back({{"strategy", contestants[s.strategy].name},
                         {"places", s.bouts},
                         {"score", s.score},
                         {"score_error", s.score_error},
                         {"partner_score", s.partner_score},
                         {"agreements", s.agreements},
                         {"round", s.rounds},
                         {"to_frontier", or_null(s.to_frontier)},
                         {"to_nash", or_null(s.to_nash)},
                         {"forfeits", s.forfeits}});
  }
  return {{"strategies", names},
          {"domains", domain_names},
          {"rounds", options.rounds},
          {"seed", options.seed},
          {"negotiations", tournament.bouts.size()},
          {"standings", standings},
          {"mean_score", tournament.mean_score},
          {"digest", tournament.digest}};
}

int run(const TournamentCommandOptions& options) {
  const auto semantics = semantics_named(options.semantics);
  std::vector<preferences::Domain> domains;
  for (const std::string& path : domain_folders(options.paths)) {
    auto loaded = preferences::load_domain({path}, semantics);
    if (!loaded) return tell_error(loaded.error());
    if (loaded->domain.profiles.size() != 2) {
      return tell_error({base::ErrorCode::kBadInput,
                         path + ": a tournament needs domains of two parties, this one has " +
                             std::to_string(loaded->domain.profiles.size())});
    }
    if (!options.quiet) tell_warnings(loaded->warnings);
    domains.push_back(std::move(loaded->domain));
  }
  strategies::Strategies known;
  register_all(known, semantics.value_or(preferences::Semantics::kGenius));
  std::vector<lab::Contestant> contestants;
  for (const std::string& description : split_descriptions(options.strategies)) {
    auto made = contestant(known, description);
    if (!made) return tell_error(made.error());
    contestants.push_back(std::move(*made));
  }
  lab::TournamentOptions tournament_options = options.tournament;
  tournament_options.self_play = !options.no_self_play;
  if (options.budget > 0) tournament_options.budget = options.budget;
  lab::Tournament tournament;
  const StopOnSignal stop;
  {
    ProgressLine progress("Negotiation", options.quiet || options.json);
    tournament_options.stop = &stop.flag();
    tournament_options.progress = [&progress](std::uint32_t done, std::uint32_t all) {
      progress.show(done, all);
    };
    tournament = lab::play_tournament(domains, contestants, tournament_options);
  }
  if (!options.out.empty()) {
    const auto written = lab::write_tournament(options.out, domains, contestants,
                                               tournament_options, tournament, MONAZITE_VERSION);
    if (!written) return tell_error(written.error());
  }
  std::string out =
      options.json ? to_json(tournament, contestants, domains, tournament_options).dump(2) + "\n"
                   : to_text(tournament, contestants, domains.size(), tournament_options);
  if (!options.json && !options.out.empty()) out += "\nResults    " + options.out + "\n";
  if (!options.quiet && !print(out)) return kFailure;
  return stop.flag().load() ? kInterrupted : kSuccess;
}

}  // namespace

void add_tournament(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<TournamentCommandOptions>();
  CLI::App* command = app.add_subcommand(
      "tournament", "Let strategies negotiate with each other over domains and rank them");
  command
      ->add_option("paths", options->paths,
                   "Folders, each a domain with two profiles, or a folder of such folders")
      ->required();
  command
      ->add_option("--strategies", options->strategies,
                   "Their descriptions with commas between, as boulware,micro,linear:exponent=2")
      ->capture_default_str();
  command->add_option("--rounds", options->tournament.rounds, "Deadline of each negotiation")
      ->capture_default_str()
      ->check(CLI::Range(1U, 100'000'000U));
  command->add_option("--seed", options->tournament.seed, "Of all random draws")
      ->check(base::seed_fault)
      ->capture_default_str();
  command
      ->add_option("--repetitions", options->tournament.repetitions,
                   "How often each pair meets; more than once pays with strategies that draw lots")
      ->capture_default_str()
      ->check(CLI::Range(1U, 1'000'000U));
  command
      ->add_option("--jobs", options->tournament.workers,
                   "Threads (0: all); changes nothing in the results")
      ->capture_default_str()
      ->check(CLI::Range(0U, 1024U));
  command
      ->add_option("--budget", options->budget,
                   "Evaluations of its own preferences that a strategy may make (0: no limit)")
      ->capture_default_str();
  command->add_flag("--no-self-play", options->no_self_play, "Leave out a strategy against itself");
  add_semantics_option(*command, options->semantics);
  command->add_option("--out", options->out, "Results file to write (.sqlite)");
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace monazite::app

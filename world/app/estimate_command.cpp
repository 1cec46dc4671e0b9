#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>
#include <optional>

#include <CLI/CLI.hpp>

#include <agents/preferences/files/load.hpp>
#include <agents/strategies/models/bid_list.hpp>
#include <agents/strategies/models/simple_models.hpp>
#include <agents/strategies/strategies.hpp>
#include <world/app/commands.hpp>
#include <world/app/terminal.hpp>
#include <world/lab/estimate_report.hpp>

namespace monazite::app {
namespace {

struct EstimateOptions {
  std::vector<std::string> paths;
  std::string semantics;
  std::size_t party = 0;
  std::optional<std::size_t> own;
  std::string model;
  std::string bids;
  std::string probe;
  std::uint64_t outcomes = 1000;
  std::uint32_t rounds = 0;  ///< 0: as many as offers
  bool json = false;
};

base::Error bad(std::string message) {
  return {base::ErrorCode::kBadInput, std::move(message)};
}

/// Whose offers they are and who listens.
base::Result<std::size_t> listener(const EstimateOptions& options, std::size_t parties) {
  const auto there = [&] {
    return "parties 0 to " + std::to_string(parties - 1) +
           (parties == 2 ? ", in the order of their files" : "");
  };
  if (options.party >= parties) {
    return tl::unexpected<base::Error>(bad("--party " + std::to_string(options.party) +
                                           " is not there; the domain has " + there()));
  }
  const std::size_t own = options.own.value_or(options.party == 0 && parties > 1 ? 1 : 0);
  if (own >= parties) {
    return tl::unexpected<base::Error>(
        bad("--own " + std::to_string(own) + " is not there; the domain has " + there()));
  }
  return own;
}

base::Result<std::vector<agenda::Outcome>> probes(const EstimateOptions& options,
                                                  const agenda::Agenda& agenda) {
  if (!options.probe.empty()) return strategies::read_bid_file(options.probe, agenda);
  std::vector<agenda::Outcome> first(
      static_cast<std::size_t>(std::min(options.outcomes, agenda.size())));
  std::iota(first.begin(), first.end(), agenda::Outcome{0});
  return first;
}

int run(const EstimateOptions& options) {
  std::optional<preferences::Semantics> semantics;
  if (options.semantics == "genius") semantics = preferences::Semantics::kGenius;
  if (options.semantics == "negmas") semantics = preferences::Semantics::kNegmas;
  const auto loaded = preferences::load_domain(options.paths, semantics);
  if (!loaded) return tell_error(loaded.error());
  for (const std::string& warning : loaded->warnings) {
    std::fputs(("monazite: warning: " + warning + "\n").c_str(), stderr);
  }
  const preferences::Domain& domain = loaded->domain;
  const auto own = listener(options, domain.profiles.size());
  if (!own) return tell_error(own.error());
  const auto bids = strategies::read_bid_file(options.bids, domain.agenda);
  if (!bids) return tell_error(bids.error());
  const auto probed = probes(options, domain.agenda);
  if (!probed) return tell_error(probed.error());
  const std::uint32_t rounds =
      options.rounds == 0 ? static_cast<std::uint32_t>(bids->size()) : options.rounds;
  if (bids->size() > rounds) {
    return tell_error(bad(options.bids + " holds " + std::to_string(bids->size()) +
                          " offers, more than --rounds " + std::to_string(rounds)));
  }

  const auto tables = preferences::tables_of(domain);
  const std::shared_ptr<const preferences::UtilityTable> truth(std::shared_ptr<const void>(),
                                                               tables[options.party].get());
  strategies::Strategies known;
  strategies::register_models(known);
  // Only here is the truth known.
  known.models.add({"perfect", "knows the truth", {}, {}, "Genius PerfectModel"},
                   [&truth](const strategies::Settings&) {
                     return std::unique_ptr<strategies::OpponentModel>(
                         std::make_unique<strategies::PerfectModel>(truth));
                   });
  const auto model = known.models.make(options.model);
  if (!model) return tell_error(model.error());

  const strategies::OwnPreferences listening(*tables[*own]);
  const strategies::Estimation estimation =
      strategies::estimate_from(**model, listening, *truth, *bids, *probed, rounds);
  const lab::EstimateReport report{
      domain,
      *truth,
      estimation,
      *probed,
      options.party,
      options.model,
      loaded->semantics == preferences::Semantics::kGenius ? "genius" : "negmas",
      loaded->warnings};
  return print(options.json ? lab::estimate_json(report) : lab::estimate_text(report)) ? kSuccess
                                                                                       : kFailure;
}

}  // namespace

void add_estimate(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EstimateOptions>();
  CLI::App* command = app.add_subcommand(
      "estimate", "Have an opponent model learn what a party wants from its offers");
  command
      ->add_option("path", options->paths,
                   "A folder (its profiles in alphabetical order), or the files of the parties")
      ->required();
  command->add_option("--party", options->party, "Whose offers they are: 0, 1, ...")->required();
  command
      ->add_option("--model", options->model,
                   "Its name, as in hardheaded or bayesian:sigma=0.3 (docs/opponent_models.md)")
      ->required();
  command
      ->add_option("--bids", options->bids,
                   "Its offers: one a line, values in the order of the issues, tabs between them")
      ->required();
  command->add_option("--own", options->own,
                      "Who models it, for models that look at own utility (default: the other)");
  command->add_option("--probe", options->probe,
                      "Outcomes to estimate after each offer, written like the offers");
  command
      ->add_option("--outcomes", options->outcomes,
                   "Without --probe: estimate the first so many outcomes")
      ->capture_default_str();
  command->add_option("--rounds", options->rounds, "Deadline, for models that look at the time")
      ->check(CLI::PositiveNumber)
      ->default_str("as many as offers");
  command
      ->add_option("--semantics", options->semantics,
                   "Whose reading of the files: genius or negmas (default: as the format has it)")
      ->check(CLI::IsMember({"genius", "negmas"}));
  command->add_flag("--json", options->json, "One JSON object in place of the table");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace monazite::app

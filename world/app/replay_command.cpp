#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <protocol/recording/reading.hpp>
#include <world/app/commands_detail.hpp>
#include <world/app/held_negotiation.hpp>
#include <world/app/report.hpp>
#include <world/lab/domain_recording.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/negotiation_report.hpp>
#include <world/lab/verify.hpp>

namespace monazite::app {
namespace {

struct ReplayOptions {
  std::string file;
  std::string verify;
  bool json = false;
};

int verify(recording::Recording& recording, const ReplayOptions& options) {
  const auto how = options.verify == "decide" ? lab::Verify::kDecide : lab::Verify::kReplay;
  std::vector<std::string> others;
  std::string names;
  if (const auto notes = recording::read_sidecar(options.file)) {
    for (const auto& [seat, player] : lab::players_in(*notes)) {
      others.push_back(seat);
      names += (names.empty() ? "" : ", ") + seat;
    }
  }
  const auto verification = lab::verify(recording, how, others);
  if (!verification) return tell_error(verification.error());
  if (verification->months == 0 && !verification->first_different_month) {
    return tell_error({base::ErrorCode::kMismatch,
                       "the recording holds no whole month, so there is nothing to compare"});
  }
  if (verification->matches) {
    std::string what = how == lab::Verify::kDecide ? "decided again" : "fed back";
    if (how == lab::Verify::kDecide && !others.empty()) {
      what += " (those of " + names + ", who sat elsewhere, fed back)";
    }
    if (!print(std::to_string(verification->months) + " months played again with all decisions " +
               what + ": every state hash is the same.\n")) {
      return kFailure;
    }
    return tell_damage(recording);
  }
  const std::string month = std::to_string(verification->first_different_month.value_or(0));
  recording.check();
  const recording::Damage damage = recording.damage();
  if (damage.loses_records()) {
    return tell_error(
        {base::ErrorCode::kDamaged, "the recording cannot be played again from month " + month +
                                        " on, since parts of it are lost: " + damage.sentence()});
  }
  char hashes[64];
  std::snprintf(hashes, sizeof hashes, "%016llx recorded, %016llx computed",
                static_cast<unsigned long long>(verification->recorded_hash),
                static_cast<unsigned long long>(verification->computed_hash));
  return tell_error(
      {base::ErrorCode::kMismatch, "the recording differs from month " + month + " on (" + hashes +
                                       "); was it made by another version of the program?"});
}

/// Holds a recorded negotiation again and compares it offer by offer.
int verify_negotiation(const lab::RecordedNegotiation& recorded, recording::Recording& recording) {
  const auto tables = preferences::tables_of(recorded.run.loaded.domain);
  const auto held = hold(recorded.run, tables, {});
  if (!held) return tell_error(held.error());
  const session::Course& before = recorded.negotiated.course;
  const session::Course& now = held->course;
  std::size_t same = 0;
  const std::size_t both = std::min(before.offers.size(), now.offers.size());
  while (same < both && before.offers[same].who == now.offers[same].who &&
         before.offers[same].outcome == now.offers[same].outcome) {
    ++same;
  }
  const bool matches = same == before.offers.size() && same == now.offers.size() &&
                       before.agreement == now.agreement && before.ending == now.ending;
  if (matches) {
    return print(std::to_string(same) +
                 " offers made again by the same strategies: every one and the ending are the "
                 "same.\n")
               ? tell_damage(recording)
               : kFailure;
  }
  recording.check();
  const recording::Damage damage = recording.damage();
  if (damage.loses_records()) {
    return tell_error(
        {base::ErrorCode::kDamaged, "the negotiation cannot be held again from offer " +
                                        std::to_string(same + 1) +
                                        " on, since parts of it are lost: " + damage.sentence()});
  }
  return tell_error(
      {base::ErrorCode::kMismatch, "the recording differs from offer " + std::to_string(same + 1) +
                                       " on; was it made by another version of the program?"});
}

/// The recording of a negotiation over a domain.
int replay_negotiation(recording::Recording& recording, const ReplayOptions& options) {
  const auto recorded = lab::read_negotiation(recording);
  if (!recorded) return tell_error(recorded.error());
  if (!options.verify.empty()) return verify_negotiation(*recorded, recording);
  const lab::DomainRun& run = recorded->run;
  const auto tables = preferences::tables_of(run.loaded.domain);
  const auto analysis = preferences::analyse(preferences::payoffs_of(tables),
                                             preferences::definitions_of(run.loaded.semantics));
  const lab::NegotiationReport report{run.loaded,         tables,          recorded->negotiated,
                                      analysis,           run.strategies,  run.rule,
                                      run.options.rounds, run.options.seed};
  if (!print(options.json ? lab::negotiation_json(report).dump() + "\n"
                          : lab::negotiation_text(report))) {
    return kFailure;
  }
  return tell_damage(recording);
}

int replay(const ReplayOptions& options) {
  auto recording = recording::Recording::open(options.file);
  if (!recording) return tell_error(recording.error());
  if (lab::is_domain_recording(*recording)) return replay_negotiation(*recording, options);
  if (!options.verify.empty()) return verify(*recording, options);

  auto scenario =
      scenarios::load_text(recording->header().scenario_text(), "scenario in " + options.file);
  if (!scenario) {
    std::fputs(scenarios::to_string(scenario.error()).c_str(), stderr);
    static_cast<void>(tell_damage(*recording));
    return kFailure;
  }
  const lab::Chronicle chronicle = lab::read_chronicle(*recording);
  const lab::Measures measures = lab::measure(chronicle, *scenario);
  Report report{*scenario,    chronicle, measures, lab::tell(chronicle, *scenario),
                options.file, {},        {}};
  if (auto machine = recording::read_sidecar(options.file)) {
    report.machine = std::move(*machine);
  } else if (machine.error().code == base::ErrorCode::kDamaged) {
    (void)tell_error(machine.error());  // the recording is complete without it
  }
  if (!print(options.json ? report_json(report).dump(2) + "\n" : report_text(report)))
    return kFailure;
  return tell_damage(*recording);
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ReplayOptions>();
  CLI::App* command = app.add_subcommand("replay", "Tell a recording again, or verify it");
  command->add_option("file", options->file, "A recording (.mcap)")->required();
  command
      ->add_option(
          "--verify", options->verify,
          "Play it again and compare every state hash: feed back the recorded decisions (replay), "
          "or let the built-in parties decide again (decide)")
      ->expected(0, 1)
      ->default_str("replay")
      ->check(CLI::IsMember({"replay", "decide"}));
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->callback([options, command, &exit_code] {
    if (command->count("--verify") > 0 && options->verify.empty()) options->verify = "replay";
    exit_code = replay(*options);
  });
}

}  // namespace monazite::app

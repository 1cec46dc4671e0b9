#include <algorithm>
#include <chrono>
#include <fstream>
#include <utility>

#include <agents/parties/builtin.hpp>
#include <agents/parties/worth.hpp>
#include <protocol/recording/recorder.hpp>
#include <protocol/recording/sidecar.hpp>
#include <viz/model/seat/asking_party.hpp>
#include <viz/model/seat/refusal_words.hpp>
#include <viz/model/seat/seat_game.hpp>
#include <world/engine/history.hpp>
#include <world/engine/seating.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/recorder_witness.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz::game {
namespace {

using Kind = Decision::Kind;

/// Whom the seat meets at its tables: by whom an opponent's tactic is taken up.
std::string opponent_of(const std::string& seat) {
  if (seat == "india") return "japan";
  if (seat == "japan") return "india";
  if (seat == "toyotsu") return "irel";
  return "toyotsu";
}

/// Puts the person on a seat, over the built-in party that is there.
engine::Wrapping seat_person(const scenarios::Scenario& scenario, base::SeatId seat,
                             const parties::PersonWants& wants, parties::PersonLog& log) {
  return [&scenario, seat, wants, &log](
             const parties::Chair& chair, const scenarios::Seat&,
             std::unique_ptr<parties::Party> staff) -> std::unique_ptr<parties::Party> {
    if (chair.seat != seat) return staff;
    return std::make_unique<parties::PersonParty>(chair, engine::builtin_setup(scenario, seat),
                                                  std::move(staff), wants, log);
  };
}

void then_staff(std::vector<Decision>& decisions) {
  Decision rest;
  rest.kind = Kind::kStaffOn;
  decisions.push_back(rest);
}

}  // namespace

/// What a run left behind.
struct SeatGame::Ran {
  parties::PersonLog log;
  std::uint64_t digest = 0;
};

base::Result<std::unique_ptr<SeatGame>> SeatGame::start(const scenarios::Scenario& scenario,
                                                        std::uint64_t seed, const std::string& seat,
                                                        const SeatOptions& options) {
  std::unique_ptr<SeatGame> game(new SeatGame());
  if (const auto tactic = parties::check_tactic(options.opponent_tactic); !tactic) {
    return tl::unexpected<base::Error>(tactic.error());
  }
  if (!options.opponent_tactic.empty()) {
    game->settings_ = {"seat." + opponent_of(seat) + ".tactic=" + options.opponent_tactic};
  }
  auto loaded = scenarios::load_text(scenario.text, "scenario", game->settings_);
  if (!loaded) {
    return base::fail(base::ErrorCode::kBadInput, scenarios::to_string(loaded.error().front()));
  }
  game->scenario_ = std::make_unique<const scenarios::Scenario>(*std::move(loaded));
  const auto found = engine::make_roster(*game->scenario_).find(seat);
  if (!found || *found < base::kFirstSeat) {
    return base::fail(base::ErrorCode::kNotFound,
                      "there is no seat \"" + seat + "\" in scenario " + scenario.name);
  }
  game->seat_ = *found;
  game->seed_ = seed;
  game->options_ = options;
  if (const auto played = game->play(); !played) {
    return tl::unexpected<base::Error>(played.error());
  }
  return game;
}

void SeatGame::run(const std::vector<Decision>& decisions, const std::vector<agenda::Outcome>& ask,
                   Ran& ran, std::string* recording) const {
  ran.log.decisions = decisions;
  ran.log.ask = ask;
  engine::HistoryOptions options;
  options.seed = seed_;
  options.program_version = options_.program_version;
  options.settings = settings_;
  options.private_scale = options_.private_scale;
  options.stop = &ran.log.stop;
  options.wrapping = seat_person(*scenario_, seat_, wants_of(options_, is_trader()), ran.log);
  engine::History history(*scenario_, options);
  std::optional<lab::RecorderWitness> recorder;
  if (recording != nullptr) {
    recording->clear();
    recorder.emplace(recording::Recorder::to_memory(*recording));
    history.add_witness(*recorder);
  }
  history.run();
  ran.digest = history.digest();
  if (recorder) (void)recorder->finish();  // memory does not refuse
}

base::Result<void> SeatGame::play() {
  Ran ran;
  run(decisions_, {}, ran, nullptr);
  if (ran.log.refused) {
    // What came after it was decided in the belief that it stood, and falls with it.
    decisions_.resize(ran.log.refused->decision);
    const v1::Refusal::Reason reason = ran.log.refused->reason;
    if (auto again = play(); !again) return again;
    return base::fail(base::ErrorCode::kNotAllowed, refusal_words(reason));
  }
  decisions_.resize(std::min(decisions_.size(), ran.log.used));
  knowledge_ = {seat_, std::move(ran.log.heard), std::move(ran.log.question)};
  digest_ = ran.digest;
  appraised_.clear();
  recording_.clear();
  ++question_number_;
  describe();
  return {};
}

bool SeatGame::is_trader() const {
  return scenario_->seats[seat_ - base::kFirstSeat].kind == scenarios::SeatKind::kTrader;
}

base::Result<void> SeatGame::answer(Decision decision) {
  if (auto why = misfit(decision)) {
    return base::fail(base::ErrorCode::kNotAllowed, std::move(*why));
  }
  decisions_.push_back(std::move(decision));
  return play();
}

bool SeatGame::undo() {
  if (decisions_.empty()) return false;
  decisions_.pop_back();
  return play().has_value();
}

bool SeatGame::knows_value(agenda::Outcome outcome) const {
  return table_ && (table_->value(outcome).has_value() || appraised_.count(outcome) > 0);
}

base::Result<std::vector<double>> SeatGame::appraise(const std::vector<agenda::Outcome>& outcomes) {
  if (const auto fits = check_packages(outcomes); !fits) {
    return tl::unexpected<base::Error>(fits.error());
  }
  std::vector<agenda::Outcome> unknown;
  for (const agenda::Outcome outcome : outcomes) {
    if (!knows_value(outcome)) unknown.push_back(outcome);
  }
  std::sort(unknown.begin(), unknown.end());
  unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
  if (!unknown.empty()) {
    Ran ran;
    run(decisions_, unknown, ran, nullptr);
    ++scratch_runs_;
    if (!ran.log.appraisal ||
        ran.log.appraisal->outcomes_size() != static_cast<int>(unknown.size())) {
      return base::fail(base::ErrorCode::kNotAllowed, "The mandate gave no answer");
    }
    for (std::size_t i = 0; i < unknown.size(); ++i) {
      appraised_[unknown[i]] = parties::total(ran.log.appraisal->outcomes(static_cast<int>(i)));
    }
  }
  std::vector<double> values;
  values.reserve(outcomes.size());
  for (const agenda::Outcome outcome : outcomes) {
    const auto told = table_->value(outcome);
    values.push_back(told ? *told : appraised_.at(outcome));
  }
  return values;
}

const std::string& SeatGame::recording() {
  if (recording_.empty()) {
    Ran ran;
    run(decisions_, {}, ran, &recording_);
  }
  return recording_;
}

base::Result<std::unique_ptr<RecordingFile>> SeatGame::file() {
  return RecordingFile::from_bytes(
      recording(), scenario_->name + ", seed " + std::to_string(seed_) + ", played as " +
                       scenario_->seats[seat_ - base::kFirstSeat].name);
}

base::Result<void> SeatGame::save(const std::string& path) {
  const auto started = std::chrono::system_clock::now();
  const auto clock = std::chrono::steady_clock::now();
  const std::string& bytes = recording();
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) {
    return base::fail(base::ErrorCode::kIo,
                      "the recording cannot be written to " + path +
                          "; choose a folder that exists and can be written to");
  }
  lab::MachineFacts facts;
  facts.program = "monazite " + options_.program_version;
  facts.command = "monazite view " + lab::command_words({path});
  facts.started = started;
  facts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - clock).count();
  recording::Sidecar notes = lab::machine_notes(facts, *scenario_);
  notes["seat." + scenario_->seats[seat_ - base::kFirstSeat].name] = "person";
  return recording::write_sidecar(path, notes);
}

std::string SeatGame::played_out(std::vector<Decision> decisions) const {
  then_staff(decisions);
  Ran ran;
  std::string recording;
  run(decisions, {}, ran, &recording);
  return recording;
}

std::string SeatGame::machine_in_my_seat() const {
  return played_out({});
}

std::vector<v1::Worth> SeatGame::ask_mandate(const std::vector<Decision>& decisions,
                                             base::SeatId seat, std::uint64_t brief,
                                             const std::vector<agenda::Outcome>& outcomes) const {
  Ran ran;
  ran.log.decisions = decisions;
  then_staff(ran.log.decisions);
  std::vector<v1::Worth> answer;
  const engine::Wrapping person =
      seat_person(*scenario_, seat_, wants_of(options_, is_trader()), ran.log);
  engine::HistoryOptions options;
  options.seed = seed_;
  options.private_scale = options_.private_scale;
  options.stop = &ran.log.stop;
  options.wrapping = [&](const parties::Chair& chair, const scenarios::Seat& who,
                         std::unique_ptr<parties::Party> party) {
    party = person(chair, who, std::move(party));
    if (chair.seat != seat) return party;
    return std::unique_ptr<parties::Party>(
        std::make_unique<AskingParty>(std::move(party), brief, outcomes, answer, ran.log.stop));
  };
  engine::History history(*scenario_, options);
  history.run();
  return answer;
}

}  // namespace monazite::viz::game

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/seat/game.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz::game {

/// A game of one person at one seat. It is no more than (scenario, seed, seat, decisions): to go on
/// is to play the history again with one decision more, which takes some tens of milliseconds, and
/// to take a move back is to play it with one less. Everybody else, and the staff, are the built-in
/// parties; the person's moves are messages like theirs.
///
/// What the person may see is knowledge(), and what the own mandate says of a package (value()).
/// recording(), file() and the debrief hold both sides' private values: for after the end.
///
///   auto game = SeatGame::start(scenario, 42, "japan", {});
///   while (game->question()) game->answer(...);
///
/// Not thread-safe.
class SeatGame final : public Game {
 public:
  /// Plays to the first question. `seat` is a name of the scenario ("japan"). One sentence when
  /// there is no such seat or the tactic is none.
  [[nodiscard]] static base::Result<std::unique_ptr<SeatGame>> start(
      const scenarios::Scenario& scenario, std::uint64_t seed, const std::string& seat,
      const SeatOptions& options);

  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::optional<std::uint64_t> run_seed() const override { return seed_; }
  [[nodiscard]] bool finished() const override { return !question_; }
  [[nodiscard]] bool can_undo() const override { return true; }
  [[nodiscard]] bool asks_freely() const override { return true; }
  [[nodiscard]] bool looks_back_early() const override { return true; }

  /// Plays anew with one decision more; what the rules refuse is taken back.
  [[nodiscard]] base::Result<void> answer(Decision decision) override;
  bool undo() override;

  /// Told by the brief, or asked of the mandate in a scratch run that leaves no trace in the
  /// history. At most 10,000 new ones at a time.
  [[nodiscard]] base::Result<std::vector<double>> appraise(
      const std::vector<agenda::Outcome>& outcomes) override;
  /// Whether appraise() has the answer at hand.
  [[nodiscard]] bool knows_value(agenda::Outcome outcome) const override;
  [[nodiscard]] std::uint32_t scratch_runs() const { return scratch_runs_; }  ///< so far

  /// The history so far as a recording, finished or not; the day of the question is in it without
  /// an answer. Played anew and recorded when first asked for.
  [[nodiscard]] const std::string& recording();
  [[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> file();
  /// Writes the recording and its sidecar, which says that a person played the seat. kIo when the
  /// machine refuses.
  [[nodiscard]] base::Result<void> save(const std::string& path) override;
  /// Hash over the months so far: equal for equal histories.
  [[nodiscard]] std::uint64_t digest() const { return digest_; }

  /// The same game with the decisions given, not necessarily its own; the staff plays on from there
  /// to the end. The recording of it.
  [[nodiscard]] std::string played_out(std::vector<Decision> decisions) const;
  [[nodiscard]] std::string whole_recording() const override { return played_out(decisions_); }
  [[nodiscard]] std::string machine_in_my_seat() const override;
  /// What packages are worth to a seat, by its own mandate, when it was asked by the message
  /// `brief` of played_out(decisions). Reveals what belongs to that seat: for the debrief alone.
  /// Empty when that message never came.
  [[nodiscard]] std::vector<v1::Worth> ask_mandate(
      const std::vector<Decision>& decisions, base::SeatId seat, std::uint64_t brief,
      const std::vector<agenda::Outcome>& outcomes) const;
  [[nodiscard]] std::vector<v1::Worth> values_when_asked(
      base::SeatId seat, std::uint64_t brief,
      const std::vector<agenda::Outcome>& outcomes) const override {
    return ask_mandate(decisions_, seat, brief, outcomes);
  }

 private:
  SeatGame() = default;
  struct Ran;
  void run(const std::vector<Decision>& decisions, const std::vector<agenda::Outcome>& ask,
           Ran& ran, std::string* recording) const;
  [[nodiscard]] base::Result<void> play();
  [[nodiscard]] bool is_trader() const;

  std::uint64_t seed_ = 1;
  std::vector<std::string> settings_;
  std::uint64_t digest_ = 0;
  std::map<agenda::Outcome, double> appraised_;
  std::uint32_t scratch_runs_ = 0;
  std::string recording_;
};

}  // namespace monazite::viz::game

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <agents/parties/person_party.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/seat/knowledge.hpp>
#include <world/engine/history.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz::game {

using Decision = parties::PersonDecision;

/// What the person is asked for. Times and rounds of a move; the options of an invitation or of
/// acts.
struct Question {
  enum class Kind : std::uint8_t { kMove, kInvitation, kActs };
  Kind kind = Kind::kMove;
  base::Day day{};

  // --- a move
  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;
  base::SeatId other = 0;         ///< also who invites
  std::uint32_t meeting = 0;      ///< 1, 2, ...; 0 where there are no meetings
  std::uint32_t meetings = 0;     ///< after so many without a result talks are put off; 0: none
  std::uint32_t moves_left = 0;   ///< of both sides at this meeting, this one among them
  std::uint32_t rounds_made = 0;  ///< offers of both sides
  std::uint32_t rounds_left = 0;  ///< 0: the standing offer is the last
  /// Day by which it ends without a deal: as the rules have it where there are no meetings; else
  /// an estimate from the mean gap between meetings.
  base::Day deadline{};
  bool deadline_is_estimate = false;
  std::optional<agenda::Outcome> standing;  ///< what can be accepted

  // --- an invitation, or acts
  std::vector<v1::ActOption> options;
};

/// What a game begins with.
struct SeatOptions {
  bool acts_by_me = false;  ///< else the staff acts between tables, as the built-in party does
  bool invitations_by_me = true;
  bool tables_by_me = true;
  /// At Toyotsu's seat, the tables with the makers too: four of them each quarter.
  bool allocations_by_trader = false;
  /// How the other side concedes: a tactic ("boulware:exponent=2"); empty: as the scenario has it.
  std::string opponent_tactic;
  std::string program_version;
  /// For experiments: see engine::HistoryOptions::private_scale.
  std::map<std::string, double> private_scale;
};

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
class SeatGame {
 public:
  /// Plays to the first question. `seat` is a name of the scenario ("japan"). One sentence when
  /// there is no such seat or the tactic is none.
  [[nodiscard]] static base::Result<std::unique_ptr<SeatGame>> start(
      const scenarios::Scenario& scenario, std::uint64_t seed, const std::string& seat,
      const SeatOptions& options);

  [[nodiscard]] const scenarios::Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] base::SeatId seat() const { return seat_; }
  [[nodiscard]] const SeatOptions& options() const { return options_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return decisions_; }

  /// What waits for the person; nothing when the history is at its end.
  [[nodiscard]] const std::optional<Question>& question() const { return question_; }
  [[nodiscard]] bool finished() const { return !question_; }
  [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
  /// The table of the question, else the last one that was open for the seat; may be nothing.
  [[nodiscard]] const TableView* table() const { return table_ ? &*table_ : nullptr; }

  /// Decides, and plays to the next question. A decision that does not fit the question, or that
  /// the rules refuse, is told in one sentence and taken back: the question stays.
  [[nodiscard]] base::Result<void> answer(Decision decision);
  /// Takes the last decision back. False when there is none.
  bool undo();
  /// The staff decides all that follows.
  [[nodiscard]] base::Result<void> hand_over();

  /// What packages are worth to the seat as of the question, M, in the order asked for: told by the
  /// brief, or asked of the mandate in a scratch run that leaves no trace in the history. Only at a
  /// move; packages must lie on its agenda. At most 10,000 new ones at a time.
  [[nodiscard]] base::Result<std::vector<double>> appraise(
      const std::vector<agenda::Outcome>& outcomes);
  /// Whether appraise() has the answer at hand.
  [[nodiscard]] bool knows_value(agenda::Outcome outcome) const;
  [[nodiscard]] std::uint32_t scratch_runs() const { return scratch_runs_; }  ///< so far

  /// The history so far as a recording, finished or not; the day of the question is in it without
  /// an answer. Played anew and recorded when first asked for.
  [[nodiscard]] const std::string& recording();
  [[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> file();
  /// Writes the recording and its sidecar, which says that a person played the seat. kIo when the
  /// machine refuses.
  [[nodiscard]] base::Result<void> save(const std::string& path);
  /// Hash over the months so far: equal for equal histories.
  [[nodiscard]] std::uint64_t digest() const { return digest_; }

  /// The same game with the decisions given, not necessarily its own; the staff plays on from there
  /// to the end. The recording of it.
  [[nodiscard]] std::string played_out(std::vector<Decision> decisions) const;
  /// The same scenario and seed with the built-in party in the seat.
  [[nodiscard]] std::string machine_in_my_seat() const;
  /// What packages are worth to a seat, by its own mandate, when it was asked by the message
  /// `brief` of played_out(decisions). Reveals what belongs to that seat: for the debrief alone.
  /// Empty when that message never came.
  [[nodiscard]] std::vector<v1::Worth> ask_mandate(
      const std::vector<Decision>& decisions, base::SeatId seat, std::uint64_t brief,
      const std::vector<agenda::Outcome>& outcomes) const;

 private:
  SeatGame() = default;
  struct Ran;
  void run(const std::vector<Decision>& decisions, const std::vector<agenda::Outcome>& ask,
           Ran& ran, std::string* recording) const;
  [[nodiscard]] base::Result<void> play();
  void describe();
  void describe_move(Question& question) const;
  [[nodiscard]] std::optional<std::string> misfit(const Decision& decision) const;

  std::unique_ptr<const scenarios::Scenario> scenario_;
  std::uint64_t seed_ = 1;
  base::SeatId seat_ = 0;
  SeatOptions options_;
  std::vector<std::string> settings_;
  std::vector<Decision> decisions_;
  Knowledge knowledge_;
  std::optional<Question> question_;
  std::optional<TableView> table_;
  std::uint64_t digest_ = 0;
  std::map<agenda::Outcome, double> appraised_;
  std::uint32_t scratch_runs_ = 0;
  std::string recording_;
};

}  // namespace monazite::viz::game

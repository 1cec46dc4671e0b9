#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <agents/parties/person_party.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/seat/knowledge.hpp>
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
  /// On a host it is as the host has it.
  std::string opponent_tactic;
  std::string program_version;
  /// For experiments: see engine::HistoryOptions::private_scale.
  std::map<std::string, double> private_scale;
};

/// Which questions go to the person.
[[nodiscard]] parties::PersonWants wants_of(const SeatOptions& options, bool trader);

/// How a game on a host is, beside its question.
struct HostState {
  enum class Stage : std::uint8_t {
    kConnecting,
    kPlaying,  ///< connected; the question waits, or the others are waited for
    kLost,     ///< the connection is; it is tried again
    kOver,     ///< the history is
    kFailed    ///< the host wants no more of this seat; see `sentence`
  };
  Stage stage = Stage::kConnecting;
  std::string host;         ///< "127.0.0.1:7410"
  std::uint32_t table = 0;  ///< 0: not known yet
  base::Day today{};        ///< last day heard of; the first while nothing was
  /// Who is to move at the last table that is open to the seat; nothing when nobody is, or the
  /// person is.
  std::optional<base::SeatId> thinking;
  /// Until the host no longer waits for the decision, seconds; nothing without a limit.
  std::optional<double> seconds_left;
  bool asks_worth = false;  ///< an appraisal is on its way
  std::string sentence;     ///< why it was lost, or failed: the host's words or the machine's
};

/// A game of one person at one seat, wherever it is played: in this process (SeatGame) or on a host
/// (NetGame). Everybody else, and the staff, are other parties; the person's moves are messages
/// like theirs. What the person may see is knowledge(), and what the own mandate says of a package.
/// Not thread-safe.
class Game {
 public:
  virtual ~Game() = default;
  Game(const Game&) = delete;
  Game& operator=(const Game&) = delete;

  [[nodiscard]] const scenarios::Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] base::SeatId seat() const { return seat_; }
  [[nodiscard]] const SeatOptions& options() const { return options_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return decisions_; }

  /// What waits for the person; nothing when the history is at its end, or (on a host) while the
  /// others are waited for.
  [[nodiscard]] const std::optional<Question>& question() const { return question_; }
  [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
  /// The table of the question, else the last one that was open for the seat; may be nothing.
  [[nodiscard]] const TableView* table() const { return table_ ? &*table_ : nullptr; }
  /// The history is at its end.
  [[nodiscard]] virtual bool finished() const = 0;
  /// Seed of the run; nothing where it is not told.
  [[nodiscard]] virtual std::optional<std::uint64_t> run_seed() const = 0;

  /// Decides, and plays to the next question. A decision that does not fit the question, or that
  /// the rules refuse, is told in one sentence: the question stays.
  [[nodiscard]] virtual base::Result<void> answer(Decision decision) = 0;
  /// The staff decides all that follows.
  [[nodiscard]] base::Result<void> hand_over();
  /// Whether decisions can be taken back at all.
  [[nodiscard]] virtual bool can_undo() const = 0;
  /// Takes the last decision back. False when there is none, or it cannot be.
  virtual bool undo() = 0;

  /// What packages are worth to the seat as of the question, M, in the order asked for. Only at a
  /// move; packages must lie on its agenda. Where asking the mandate leaves a trace in the history
  /// (see asks_freely()), those that it has not told of are estimated from the brief.
  [[nodiscard]] virtual base::Result<std::vector<double>> appraise(
      const std::vector<agenda::Outcome>& outcomes) = 0;
  /// Whether the mandate has told what the package is worth.
  [[nodiscard]] virtual bool knows_value(agenda::Outcome outcome) const = 0;
  /// Whether the mandate can be asked without anybody noticing.
  [[nodiscard]] virtual bool asks_freely() const = 0;
  /// Asks the mandate by a message; the values are known some time later. kNotAllowed with a
  /// sentence when that is not possible now.
  [[nodiscard]] virtual base::Result<void> ask_worth(const std::vector<agenda::Outcome>& outcomes);

  // --- looking back, which reveals both sides' private values
  /// Whether one can look back on talks that have ended while the history goes on.
  [[nodiscard]] virtual bool looks_back_early() const = 0;
  /// Whether the recording is kept from the person for good.
  [[nodiscard]] virtual bool kept_hidden() const { return false; }
  /// The recording of this game; of one that is not finished, with the staff playing on to the end.
  /// Empty when it is not to be had.
  [[nodiscard]] virtual std::string whole_recording() const = 0;
  /// Writes the recording so far, and its sidecar, which says that a person played the seat. kIo
  /// when the machine refuses, kNotFound when a host keeps it.
  [[nodiscard]] virtual base::Result<void> save(const std::string& path) = 0;
  /// The same scenario and seed with the built-in party in the seat.
  [[nodiscard]] virtual std::string machine_in_my_seat() const = 0;
  /// What packages are worth to a seat, by its own mandate, when it was asked by the message
  /// `brief` of whole_recording(). Empty when that message never came.
  [[nodiscard]] virtual std::vector<v1::Worth> values_when_asked(
      base::SeatId seat, std::uint64_t brief,
      const std::vector<agenda::Outcome>& outcomes) const = 0;

  // --- a host; nothing of it for a game in this process
  [[nodiscard]] virtual std::optional<HostState> host() const { return std::nullopt; }
  /// Takes up what came from the host. True when something to be seen changed.
  virtual bool poll() { return false; }
  /// Grows with each new question, so that one can tell whether it is still the same.
  [[nodiscard]] std::uint64_t question_number() const { return question_number_; }
  /// Something that happened to the person's last decision, as one sentence; given once.
  [[nodiscard]] std::string take_sentence() { return std::exchange(sentence_, {}); }

 protected:
  Game() = default;
  /// Works out question() and table() from knowledge().
  void describe();
  /// Why a decision does not fit the question.
  [[nodiscard]] std::optional<std::string> misfit(const Decision& decision) const;
  /// Whether all packages lie on the agenda of the question.
  [[nodiscard]] base::Result<void> check_packages(
      const std::vector<agenda::Outcome>& outcomes) const;

  std::unique_ptr<const scenarios::Scenario> scenario_;
  base::SeatId seat_ = 0;
  SeatOptions options_;
  std::vector<Decision> decisions_;
  Knowledge knowledge_;
  std::optional<Question> question_;
  std::optional<TableView> table_;
  std::uint64_t question_number_ = 0;
  std::string sentence_;

 private:
  void describe_move(Question& question) const;
};

}  // namespace monazite::viz::game

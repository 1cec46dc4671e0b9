#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/seat/game.hpp>
#include <viz/model/seat/table_record.hpp>

namespace monazite::viz::game {

/// A point in the plane of both utilities.
struct UtilityPoint {
  agenda::Outcome outcome = 0;
  double mine = 0, theirs = 0;
};

struct DebriefOffer {
  base::Day day{};
  std::uint32_t meeting = 0;  ///< 1, 2, ...; at tables without meetings the number of the offer
  bool mine = false;
  agenda::Outcome outcome = 0;
  std::optional<double> to_me, to_them;  ///< utilities as the two mandates told them
  std::string statement, note;
};

/// Own utility of one's own offers, the last of each meeting.
struct ConcessionPoint {
  std::uint32_t meeting = 0;
  base::Day day{};
  double utility = 0;
};

/// How far one side came towards the other from one point of its curve to the next.
struct ConcessionStep {
  std::uint32_t meeting = 0;  ///< at which it had given
  double utility = 0;         ///< > 0
};

/// Win-sets (Putnam 1988) at a meeting: packages of the sample that each home would clear.
struct WinSets {
  std::uint32_t meeting = 0;
  base::Day day{};
  std::uint32_t sample = 0, mine = 0, theirs = 0, both = 0;
  /// Whose consent would widen the overlap most; OFFICE_NONE when nobody is in the way.
  v1::Office my_obstacle = v1::OFFICE_NONE, their_obstacle = v1::OFFICE_NONE;
};

/// One clause of what was signed, or without a deal of the terms as they were.
struct SignedClause {
  std::size_t issue = 0;
  std::string name, agreed,
      nash;              ///< "volume", "1,500 t REO/year"; `nash` empty without that point
  bool differs = false;  ///< at the Nash point
  /// Utility of the deal over the deal with this issue as it stood without one, asked of both
  /// mandates on the last day that they were asked for a move. They need not sum to the whole.
  /// Nothing without a deal.
  std::optional<double> to_me, to_them;
  /// What the level of the Nash point instead would have changed.
  std::optional<double> nash_to_me, nash_to_them;
};

/// How the built-in party fared in the same seat of the same history.
struct MachineResult {
  bool played = false;  ///< false: in its history these talks never began
  bool ended = false;   ///< false: they still went on at the end of the run
  bool agreed = false;
  base::Day day{};  ///< of the end
  std::uint32_t meeting = 0;
  double mine = 0, theirs = 0;  ///< no deal: reservation values
  std::vector<ConcessionPoint> curve;
};

/// What a negotiation looked like from above, after its end: both sides' values are revealed.
/// Utilities are on the scale that each seat was told (TableRecord), on the beliefs of the last
/// day.
struct Debrief {
  base::SeatId me = 0, them = 0;
  std::string my_title, their_title;
  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;
  std::shared_ptr<const agenda::Agenda> agenda;
  bool agreed = false;
  v1::Closing::How how = v1::Closing::HOW_UNSPECIFIED;
  base::Day ended{};
  std::uint32_t meeting = 0;  ///< at which it ended; at tables without meetings offers in all

  UtilityPoint deal;  ///< without one, the point of both reservation values
  double my_reservation = 0, their_reservation = 0;
  std::vector<UtilityPoint> outcomes;  ///< the sample
  std::vector<UtilityPoint> frontier;  ///< by rising utility of the first party
  std::optional<UtilityPoint> nash, kalai_smorodinsky, egalitarian, welfare;
  double left_to_nash = 0;            ///< own utility there less that of the deal
  double left_to_nash_theirs = 0;     ///< theirs
  std::uint32_t better_for_both = 0;  ///< outcomes no worse for either and better for one

  /// Gains over no deal in M: expected at the end, and on what came true where that was worked out.
  double my_gain_musd = 0, their_gain_musd = 0;
  std::optional<double> my_gain_true_musd, their_gain_true_musd;

  std::vector<DebriefOffer> offers;
  std::vector<ConcessionPoint> my_curve, their_curve;
  std::optional<ConcessionStep> my_largest_step, their_largest_step;
  std::vector<WinSets> win_sets;
  std::vector<SignedClause> clauses;  ///< empty with neither a deal nor a Nash point
  MachineResult machine;

  std::string headline;
  std::vector<std::string> sentences;  ///< what it means, with the numbers in them

  std::string recording;          ///< the person's game, played to the end of the scenario
  std::string machine_recording;  ///< "watch the machine play my seat"
};

/// Looks back on a negotiation of the game that has ended: by its number, or (0) the last one that
/// has. Plays the game to the end of the scenario (the staff decides what the person has not), and
/// once more with the machine in the seat: a second or less. kNotAllowed while none has ended.
[[nodiscard]] base::Result<Debrief> debrief(const Game& game, std::uint64_t conversation = 0);

/// The machine's history, to be watched.
[[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> machine_file(const Debrief& debrief);

/// The debrief as one CSV table for teachers: section,name,meeting,day,mine,theirs,text.
[[nodiscard]] std::string debrief_csv(const Debrief& debrief);

}  // namespace monazite::viz::game

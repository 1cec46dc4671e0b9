#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/recording_file.hpp>
#include <viz/model/replay.hpp>

namespace monazite::viz {

/// The bodies that a view of talks needs beside the index: read when somebody looks.
struct TalksBodies {
  std::shared_ptr<const v1::Envelope> opening;
  /// Of the last meeting on or before the day; nothing before the first.
  std::shared_ptr<const v1::NegotiationAnalysis> analysis;
};
[[nodiscard]] TalksBodies talks_bodies(RecordingFile& file, const Negotiation& talks,
                                       base::Day day);

/// A point of the plane of both parties' utilities. u = (value - lowest) / (highest - lowest), with
/// lowest and highest over the packages of the sample, as the parties' briefs define it: 0 is a
/// party's worst package of the sample and 1 its best.
struct TalksPoint {
  agenda::Outcome outcome = 0;
  double first = 0, second = 0;  ///< 0 to 1; a little outside for packages beyond the sample
  double first_musd = 0,
         second_musd = 0;  ///< above the reservation values (of a domain: utilities)
};

/// One move as the trace shows it.
struct TalksMove {
  const Move* move = nullptr;
  int side = 0;                     ///< 0 first party, 1 second, ...
  std::uint32_t number = 0;         ///< of the offer, from 1; 0 for other moves
  std::optional<TalksPoint> point;  ///< nothing when its values are not known
};

/// A party's position on an issue.
struct IssuePosition {
  std::optional<std::uint32_t> level;  ///< of its latest offer; nothing before the first
  std::string words;                   ///< "800 t REO/year"; empty before the first
  int change = 0;                      ///< levels against its offer before
};
struct IssueRow {
  std::string name;  ///< for people
  std::string status_quo;
  std::vector<IssuePosition> positions;  ///< by side
  std::string agreed;                    ///< empty until signed
  bool apart = false;                    ///< the latest positions differ
};

/// Win-sets at a meeting: packages of the sample that each home would clear, and both.
struct WinSets {
  base::Day day{};
  std::uint32_t meeting = 0, sample = 0, first = 0, second = 0, overlap = 0;
};

enum class TalksState { kBargaining, kAgreed, kSuspended, kWalkedAway, kDeadline, kConflict };

struct TalksView {
  const Negotiation* talks = nullptr;
  TalksState state = TalksState::kBargaining;
  std::string state_words;  ///< "Japan to move", "suspended on 29 Jul 2028"
  std::uint32_t round = 0, rounds = 0;
  std::optional<base::SeatId> to_move;  ///< nothing once it has ended
  const Move* standing = nullptr;       ///< the offer on the table; null once it has ended
  std::vector<TalksMove> moves;         ///< up to the day
  std::vector<IssueRow> issues;
  const AnalysisRow* analysis = nullptr;  ///< of the last meeting on or before the day
  std::vector<WinSets> win_sets;          ///< over the meetings up to the day
  // The plane; empty without an analysis or its body.
  std::vector<TalksPoint> cloud;     ///< the sample
  std::vector<TalksPoint> frontier;  ///< ascending by the first party
  std::optional<TalksPoint> nash, kalai_smorodinsky, egalitarian, welfare;
  std::optional<TalksPoint> deal;  ///< what was agreed; nothing before
  std::optional<double> first_reservation,
      second_reservation;                            ///< as utilities; may lie outside 0..1
  double first_span_musd = 0, second_span_musd = 0;  ///< what 1 of utility is worth
  std::string first_obstacle, second_obstacle;       ///< offices in the way; empty: nobody
};

/// A negotiation at a day; what comes after is not in it. Without bodies the plane stays empty.
[[nodiscard]] TalksView talks_view(const Replay& replay, const Negotiation& talks, base::Day day,
                                   const TalksBodies& bodies = {});

/// "ended: one side walked away", for a closing.
[[nodiscard]] const char* ending_words(v1::Closing::How how);

}  // namespace monazite::viz

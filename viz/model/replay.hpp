#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz {

/// One message, without its body: what lists, filters and densities need.
struct MessageRow {
  std::uint64_t id = 0;
  std::uint64_t conversation = 0, in_reply_to = 0;
  base::Day day{};
  base::SeatId from = 0, to = 0;
  v1::Envelope::BodyCase kind = v1::Envelope::BODY_NOT_SET;
  bool refused = false;  ///< by the registrar: it was said, and did not happen
};

/// One move at a table.
struct Move {
  enum class Kind : std::uint8_t { kOffer, kAcceptance, kWalkAway };
  Kind kind = Kind::kOffer;
  base::Day day{};
  base::SeatId who = 0;
  agenda::Outcome outcome = 0;  ///< of an offer or acceptance
  std::uint64_t message = 0;    ///< id
};

/// A point in the plane of both parties' values, in M above their reservation values.
struct ValuePoint {
  agenda::Outcome outcome = 0;
  float first = 0, second = 0;
};

/// What an analysis says, less the values of every package (Bodies::analysis() has those).
struct AnalysisRow {
  base::Day day{};
  std::uint32_t ordinal = 0;  ///< among the analyses of the recording
  std::uint32_t meeting = 0;
  v1::NegotiationAnalysis::Basis basis = v1::NegotiationAnalysis::BASIS_BELIEFS;
  double first_reservation_musd = 0, second_reservation_musd = 0;
  std::optional<ValuePoint> nash, kalai_smorodinsky, egalitarian, welfare, deal;
  bool agreed = false;
  std::uint32_t sample_size = 0, first_win_set = 0, second_win_set = 0, overlap = 0;
  v1::Office first_obstacle = v1::OFFICE_NONE, second_obstacle = v1::OFFICE_NONE;
  double distance_to_frontier = 0, distance_to_nash = 0;
};

/// One encounter from its opening to its closing.
struct Negotiation {
  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;       ///< unspecified: a negotiation over a domain
  std::vector<base::SeatId> parties;             ///< in order of their first move
  std::shared_ptr<const agenda::Agenda> agenda;  ///< shared by all encounters with the same one
  agenda::Outcome status_quo = 0;
  std::uint32_t deadline_rounds = 0;
  base::Day opened{};
  std::uint64_t opening = 0;  ///< id of the first party's opening, which has the sample
  std::optional<base::Day> closed;
  v1::Closing::How how = v1::Closing::HOW_UNSPECIFIED;  ///< once closed
  std::optional<agenda::Outcome> agreed;                ///< the package signed
  std::optional<base::Day> agreed_on;
  std::vector<Move> moves;                  ///< in order
  std::vector<AnalysisRow> analyses;        ///< on beliefs, in order of day
  std::optional<AnalysisRow> in_hindsight;  ///< on what came true

  /// Position of a seat among the parties, or -1.
  [[nodiscard]] int side(base::SeatId seat) const;
};

/// A status that a clause had from `since` on.
struct ClauseChange {
  base::Day since{};
  v1::ClauseStatus::Status status = v1::ClauseStatus::STATUS_UNSPECIFIED;
  double measure = 0;
  std::uint64_t because_of = 0;  ///< id of a message; 0: the month's account
};
struct ClauseLane {
  v1::ClauseStatus::Clause clause = v1::ClauseStatus::CLAUSE_UNSPECIFIED;
  std::vector<ClauseChange> changes;  ///< in order of day
  std::vector<double> measures;  ///< at the end of each of Replay::months(); NaN before the first
  /// The change in force on a day, or nothing before the first.
  [[nodiscard]] const ClauseChange* at(base::Day day) const;
};

/// What kind of event it is; each has its shape and can be filtered.
enum class EventKind : std::uint8_t {
  kPolicy,
  kCrisis,
  kTalks,
  kAgreement,
  kBreach,
  kMarket,
  kPress
};
inline constexpr int kEventKinds = 7;

/// One dated line of the history.
struct Event {
  base::Day day{};
  EventKind kind = EventKind::kPolicy;
  base::SeatId who = 0;       ///< seat it is about; 0: none of ours (China, the weather, the press)
  std::uint64_t message = 0;  ///< id; 0: the month's account
  std::string label;          ///< a few words for the timeline
  std::string text;           ///< one sentence
  std::string why;            ///< what the party gave as its reason; may be empty
  std::string source;         ///< key of the source where it is a reported fact; else empty
};

/// What a party did last, and why, in its own words.
struct Intention {
  base::Day day{};
  std::string text;
  std::uint64_t message = 0;
};

/// The index of one history: everything but the bodies of messages, in columns, grown in the order
/// of days while a recording is read or a run is played. Days and months once in it never change.
/// Memory: 40 bytes a message and 8 for each number of a month, and what talks, events and
/// intentions take: together some 110 bytes a message.
class Replay {
 public:
  [[nodiscard]] const v1::RunHeader& header() const { return header_; }
  /// Nothing for a negotiation over a domain, and when the scenario inside cannot be read.
  [[nodiscard]] const scenarios::Scenario* scenario() const {
    return scenario_ ? &*scenario_ : nullptr;
  }
  [[nodiscard]] base::Day first_day() const { return base::Day{header_.first_day()}; }
  /// As planned by the header: the axis of time.
  [[nodiscard]] base::Day last_day() const { return base::Day{header_.last_day()}; }
  /// Another number whenever something came to this index.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }
  /// The day up to which this index has been filled; before first_day() when nothing is there yet.
  [[nodiscard]] base::Day filled_until() const { return filled_until_; }

  [[nodiscard]] const std::vector<MessageRow>& messages() const { return messages_; }
  /// The row of a message by its id, or nothing.
  [[nodiscard]] const MessageRow* message(std::uint64_t id) const;
  /// Number of messages before the end of `day`.
  [[nodiscard]] std::size_t messages_until(base::Day day) const;

  /// Last days of the months that are there, ascending.
  [[nodiscard]] const std::vector<base::Day>& months() const { return months_; }
  /// The values of one quantity of the snapshots (docs/recording.md), one a month; empty when there
  /// is none of that name.
  [[nodiscard]] const std::vector<double>& series(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& series_names() const { return names_; }
  /// Position of the last month that ended on or before `day`, or -1.
  [[nodiscard]] int month_at(base::Day day) const;
  /// The value of a series as known on a day: that of month_at(day), of the first month before it.
  [[nodiscard]] std::optional<double> value_at(std::string_view name, base::Day day) const;

  [[nodiscard]] const std::vector<Negotiation>& negotiations() const { return negotiations_; }
  [[nodiscard]] const Negotiation* negotiation(std::uint64_t conversation) const;
  /// The last one of a table that had opened by `day`, or nothing.
  [[nodiscard]] const Negotiation* latest(v1::Table table, base::Day day) const;

  /// In ascending order of clause number.
  [[nodiscard]] const std::vector<ClauseLane>& clauses() const { return clauses_; }
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  /// What a seat did last on or before a day, or nothing.
  [[nodiscard]] const Intention* intention(base::SeatId seat, base::Day day) const;

  /// The scenario's seats with their numbers; those of a domain have only names.
  [[nodiscard]] std::vector<base::SeatId> seats() const;
  [[nodiscard]] const std::string& seat_name(base::SeatId seat) const;
  [[nodiscard]] std::string seat_title(base::SeatId seat) const;
  [[nodiscard]] const scenarios::Seat* seat(base::SeatId seat) const;
  /// By name ("india"), or 0.
  [[nodiscard]] base::SeatId seat_by_name(std::string_view name) const;

 private:
  friend class ReplayBuilder;

  v1::RunHeader header_;
  std::optional<scenarios::Scenario> scenario_;
  base::Day filled_until_{-1};
  std::uint64_t revision_ = 0;
  std::vector<MessageRow> messages_;
  std::vector<base::Day> months_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::vector<double>> values_;  ///< by column
  std::vector<Negotiation> negotiations_;
  std::map<std::uint64_t, std::size_t> by_conversation_;
  std::vector<ClauseLane> clauses_;
  std::vector<Event> events_;
  std::map<base::SeatId, std::vector<Intention>> intentions_;
};

}  // namespace monazite::viz

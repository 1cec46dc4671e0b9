#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <agents/parties/table_state.hpp>
#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::viz::game {

/// All that the person at a seat may know: what the seat was sent and what it sent itself, in
/// order, as the engine handed it over (without the private reasons of others). Everything that the
/// seat's panels show is a function of this, and of what the seat's own mandate answers.
struct Knowledge {
  base::SeatId seat = 0;
  std::vector<v1::Envelope> heard;       ///< own messages among them, with id 0
  std::optional<v1::Envelope> question;  ///< the brief that waits for an answer; last of `heard`
};

/// One offer as the seat saw it.
struct SeenOffer {
  base::Day day{};
  std::uint32_t meeting = 0;  ///< 1, 2, ...; 0 where there are no meetings
  bool mine = false;
  agenda::Outcome outcome = 0;
  std::string statement;
  std::optional<double> value_musd;  ///< own value, as the mandate first told it
};

/// A meeting, or at tables without meetings the first brief of a month.
struct SeenMeeting {
  base::Day day{};
  double reservation_musd = 0;
  double urgency = 0;
};

/// A tentative deal that was refused at home.
struct SeenRefusal {
  base::Day day{};
  agenda::Outcome outcome = 0;
  bool at_mine = false;  ///< at the seat's own home; else at the other's
  v1::Office named = v1::OFFICE_NONE;
};

/// One encounter as the seat saw it.
struct TableView {
  TableView(const v1::Envelope& envelope, base::SeatId seat);

  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;
  base::SeatId other = 0;
  std::shared_ptr<const agenda::Agenda> agenda;
  agenda::Outcome status_quo = 0;  ///< stands if nothing is agreed
  std::uint32_t deadline_rounds = 0;
  base::Day opened{};
  std::optional<base::Day> closed;
  v1::Closing::How how = v1::Closing::HOW_UNSPECIFIED;
  std::optional<agenda::Outcome> agreed;

  parties::TableState state;  ///< values, beliefs, what stands
  v1::Brief brief;            ///< the last one, without its arrays of packages
  std::vector<SeenOffer> offers;
  std::vector<SeenMeeting> meetings;
  std::vector<SeenRefusal> refusals;
  std::map<agenda::Outcome, double> appraised;  ///< beyond the brief, M; until the next whole brief

  /// Utility of an own value: u = (value - lowest) / (highest - lowest), with the worst and the
  /// best package of the common sample when the encounter opened (Brief.lowest_musd, highest_musd).
  /// So it is 0 to 1 for the sample on that day, and can leave that range later and for other
  /// packages.
  [[nodiscard]] double utility(double value_musd) const;
  /// A difference of values on the same scale.
  [[nodiscard]] double utility_step(double difference_musd) const;
  /// Own value in M of a package that the mandate has told of, or nothing.
  [[nodiscard]] std::optional<double> value(agenda::Outcome outcome) const;
  [[nodiscard]] double reservation() const { return utility(state.reservation()); }
  /// The last and the last but one offer of a side, or nothing.
  [[nodiscard]] const SeenOffer* last(bool mine, std::size_t back = 0) const;
  [[nodiscard]] std::uint32_t offers_of(bool mine) const;
};

/// The encounter with that number, or nothing when it never opened for this seat.
[[nodiscard]] std::optional<TableView> table_of(const Knowledge& knowledge,
                                                std::uint64_t conversation);
/// Numbers of all encounters that opened for this seat, in order.
[[nodiscard]] std::vector<std::uint64_t> conversations_of(const Knowledge& knowledge);

}  // namespace monazite::viz::game

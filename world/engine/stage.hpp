#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <agents/parties/party.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/bus/post_office.hpp>
#include <world/economy/economy.hpp>
#include <world/engine/arrangements.hpp>
#include <world/engine/flow_orders.hpp>
#include <world/engine/politics.hpp>
#include <world/engine/witness.hpp>
#include <world/mandates/mandate.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::engine {

/// A seat is a mandate plus a negotiator. Only the negotiator is replaceable.
struct SeatHost {
  base::SeatId id = 0;
  scenarios::Seat seat;
  std::unique_ptr<mandates::Mandate> mandate;
  std::unique_ptr<parties::Party> party;
};

/// Everything that one history is made of, owned by History and handed by reference to its parts.
struct Stage {
  Stage(const scenarios::Scenario& scenario_in, const base::Roster& roster_in,
        const base::Draws& draws_in);

  const scenarios::Scenario& scenario;
  const base::Roster roster;
  const base::Draws draws;
  bus::PostOffice post;
  economy::Economy economy;
  Arrangements arrangements;
  FlowOrders flow;
  Politics politics;
  std::vector<SeatHost> seats;  ///< in the scenario's order: seat id = kFirstSeat + position
  std::map<std::string, double> private_scale;  ///< see HistoryOptions
  std::vector<Witness*> witnesses;
  base::Day today{};
  std::uint32_t month = 0;  ///< months settled so far

  [[nodiscard]] SeatHost& host(base::SeatId seat) { return seats[seat - base::kFirstSeat]; }
  [[nodiscard]] bool is_seat(base::SeatId seat) const {
    return seat >= base::kFirstSeat && seat - base::kFirstSeat < seats.size();
  }
  /// Seat by its name in the scenario; must exist.
  [[nodiscard]] base::SeatId seat(const char* name) const;
  /// Position of a maker's seat in Scenario::makers, or -1.
  [[nodiscard]] int maker_of(base::SeatId seat) const;

  /// A message from the registrar.
  [[nodiscard]] v1::Envelope& from_registrar(base::SeatId to, std::uint64_t conversation = 0,
                                             std::uint64_t in_reply_to = 0);
  /// The same for a large body (a brief, an observation, an opening), whose memory is used again.
  [[nodiscard]] v1::Envelope& from_registrar(v1::Envelope::BodyCase kind, base::SeatId to,
                                             std::uint64_t conversation = 0);
  void post_today(v1::Envelope& envelope, bus::Priority priority) {
    post.post(envelope, today, priority);
  }
  /// Tells a seat that its message is refused.
  void refuse(const v1::Envelope& message, v1::Refusal::Reason reason);
};

}  // namespace monazite::engine

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <world/mandates/clearance.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::engine {

/// Whether a message is a move in a negotiation: an offer, an acceptance or a walk-away.
[[nodiscard]] inline bool is_table_move(const v1::Envelope& envelope) {
  return envelope.has_offer() || envelope.has_acceptance() || envelope.has_walk_away();
}

/// What one party of a session was last told of its packages, kept for the analysis that sees both.
struct PartyView {
  std::vector<float> value_musd;       ///< of the sample, then of `ideas`
  std::vector<char> clearable;         ///< same order
  std::vector<agenda::Outcome> ideas;  ///< packages beyond the sample that it was told about
  /// What the packages of the sample need at home; empty for a party without offices.
  std::vector<mandates::Consent> consents;
  double reservation_musd = 0;
  std::uint32_t month = 0;  ///< months settled when it was told
  bool briefed = false;
};

/// One encounter as the registrar runs it.
struct Session {
  Session(std::uint64_t conversation_in, v1::Table table_in, v1::Conduct conduct_in,
          const agenda::Agenda& agenda_in, base::SeatId first, base::SeatId second,
          std::uint32_t deadline_rounds, base::Day opened_in)
      : conversation(conversation_in),
        table(table_in),
        conduct(conduct_in),
        agenda(&agenda_in),
        parties{first, second},
        rules(agenda_in.size(), first, second, deadline_rounds),
        opened(opened_in) {}

  std::uint64_t conversation;
  v1::Table table;
  v1::Conduct conduct;
  const agenda::Agenda* agenda;
  std::array<base::SeatId, 2> parties;
  encounter::AlternatingOffers rules;
  base::Day opened;

  agenda::Outcome in_force = 0;  ///< package that stands if nothing is agreed
  /// What was in force between governments and firms when it opened, for looking back.
  treaty::MouTerms memorandum_then;
  treaty::SupplyTerms contract_then;
  base::Day contract_until_then{};
  std::vector<agenda::Outcome> sample;
  std::array<PartyView, 2> views;
  std::optional<agenda::Outcome> last_offer;

  int maker = -1;                ///< position in Scenario::makers at an allocation table
  std::uint32_t meetings = 0;    ///< held so far (consultation)
  base::Day next_meeting{};      ///< consultation; or the day on which firms time out
  std::uint32_t moves_left = 0;  ///< at this meeting
  bool meeting_open = false;
  std::uint32_t illegal_moves = 0;  ///< in a row
  int clearances_awaited = 0;
  bool clearance_refused = false;
  bool closed = false;

  [[nodiscard]] std::size_t side(base::SeatId seat) const { return seat == parties[0] ? 0 : 1; }
  /// Whether the party has been told what the package is worth to it.
  [[nodiscard]] bool knows(base::SeatId seat, agenda::Outcome package) const {
    const std::vector<agenda::Outcome>& ideas = views[side(seat)].ideas;
    return std::find(sample.begin(), sample.end(), package) != sample.end() ||
           std::find(ideas.begin(), ideas.end(), package) != ideas.end();
  }
  [[nodiscard]] base::SeatId other(base::SeatId seat) const { return parties[1 - side(seat)]; }
};

/// What the parties are told when the session opens.
inline void write_opening(const Session& session, v1::Opening& opening) {
  opening.set_table(session.table);
  for (const base::SeatId party : session.parties) opening.add_parties(party);
  session.agenda->to_message(*opening.mutable_agenda());
  opening.set_deadline_rounds(session.rules.deadline_rounds());
  opening.set_status_quo(session.in_force);
  opening.mutable_sample()->Add(session.sample.begin(), session.sample.end());
  opening.set_conduct(session.conduct);
}

}  // namespace monazite::engine

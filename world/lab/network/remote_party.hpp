#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>

#include <agents/parties/party.hpp>
#include <protocol/messages/seat_event.pb.h>
#include <protocol/messages/session.pb.h>
#include <protocol/net/seat_line.hpp>

namespace monazite::lab {

/// How a seat in another process is treated.
struct RemoteRules {
  net::Patience patience;
  bool silent_when_absent = false;  ///< see scenarios::Seat; else the staff decides
  const std::atomic<bool>* stop = nullptr;
};

/// The negotiator of a seat that is played from elsewhere: passes every message on to the seat's
/// line, and where one asks for a decision, waits for the player's. Until somebody has sat down,
/// for questions that the player does not want, that it leaves to the staff, or that it is late or
/// away for, the built-in party inside decides; it hears everything and is told what the player
/// did, so that it can go on at any time.
///
/// What a player sends comes in under the seat's own number, in answer to the brief that asked,
/// and is otherwise judged by the world like everybody's. As long as nobody is late or away, the
/// history is the one that would be if the player's party sat here itself.
///
/// At most 64 appraisals are given for one question, and none any more once the seat's line holds
/// 64 MiB: who asks for more leaves the decision to the staff. After two moves against the rules in
/// a row at a table the staff makes the next one (a third would end the talks), or nobody does, as
/// the scenario says.
class RemoteParty final : public parties::Party {
 public:
  RemoteParty(base::SeatId seat, std::unique_ptr<parties::Party> staff, net::SeatLine& line,
              RemoteRules rules);

  void receive(const v1::Envelope& message, parties::Desk& desk) override;
  void adopt(const parties::Manner& manner) override;

 private:
  class NotingDesk;
  struct Matter {  ///< a conversation; 0 stands for acts and invitations
    v1::Table table = v1::TABLE_UNSPECIFIED;
    v1::Envelope brief;            ///< the last one that asked
    bool staff_knows = false;      ///< the staff was told of it, or asked: nothing is open
    bool staff_has_it = false;     ///< an appraisal that comes is the staff's
    std::uint32_t appraisals = 0;  ///< asked for by the player since the brief
    std::uint32_t refusals = 0;    ///< in a row, at a table
    bool refused = false;          ///< since the last brief
  };

  [[nodiscard]] bool wanted(const v1::Envelope& brief, const Matter& matter) const;
  [[nodiscard]] std::uint64_t deliver(const v1::Envelope& message, bool asks);
  void ask_player(const v1::Envelope& message, Matter& matter, parties::Desk& desk);
  void say_for_player(const v1::Envelope& message, const v1::Answer& answer, Matter& matter,
                      parties::Desk& desk, v1::Decided& decided);
  /// More values than a question, or the seat's line, has room for.
  [[nodiscard]] bool asks_too_much(const v1::Answer& answer, Matter& matter) const;
  void ask_staff(Matter& matter, const v1::Envelope& message, parties::Desk& desk,
                 v1::Decided& decided);
  void tell(v1::Decided& decided);
  /// That a question was not decided by the player it was put to.
  void note(v1::SeatEvent::Kind kind, const Matter& matter, parties::Desk& desk) const;

  base::SeatId seat_;
  std::unique_ptr<parties::Party> staff_;
  net::SeatLine& line_;
  RemoteRules rules_;
  std::map<std::uint64_t, Matter> matters_;
};

}  // namespace monazite::lab

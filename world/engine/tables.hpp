#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <world/engine/hindsight.hpp>
#include <world/engine/session.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// The registrar's desk for tables: opens encounters, asks for moves, refuses illegal ones, takes
/// tentative deals home for clearance, puts agreements into force and closes.
///
/// A consultation meets: every four to eight weeks, or when leaders meet, and at each meeting both
/// sides exchange offers. Firms exchange an offer every few days. Whatever the conduct, a deal
/// binds only when both homes have cleared it.
class Tables {
 public:
  explicit Tables(Stage& stage) : stage_(stage) {}

  /// Opens the table if it is not open and its conduct is not `none`. Returns the conversation or
  /// 0. `request_id`: the message that asked for it.
  std::uint64_t open_consultation(base::SeatId asker, std::uint64_t request_id);
  std::uint64_t open_supply();
  /// One table with each maker, for the quarter that begins.
  void open_allocations();

  [[nodiscard]] bool consultation_open() const { return find(v1::TABLE_CONSULTATION) != nullptr; }
  [[nodiscard]] bool supply_open() const { return find(v1::TABLE_SUPPLY_CONTRACT) != nullptr; }
  /// Talks were suspended and may not be asked for before their time.
  [[nodiscard]] bool consultation_suspended() const { return stage_.today < suspended_until_; }
  [[nodiscard]] std::uint32_t meetings_held() const;
  /// Id of the message that asked for the last consultation; 0: there was none.
  [[nodiscard]] std::uint64_t consultation_request() const { return consultation_request_; }

  /// An open session; null when no open one has this number.
  [[nodiscard]] const Session* session(std::uint64_t conversation) const;

  /// Sessions of the memorandum and the supply contract that ended in a signature, in order.
  [[nodiscard]] const std::vector<SignedSession>& signed_sessions() const { return signed_; }

  /// Meetings that fall on today, and time-outs.
  void on_day();
  /// A table message that was just delivered. False: it was illegal and must not reach its
  /// receiver.
  bool take(const v1::Envelope& envelope);
  /// Refuses a table message, and asks the party whose turn it is again.
  void refuse(const v1::Envelope& envelope, v1::Refusal::Reason reason);
  /// Follows up a table message after its receiver has it.
  void follow_up(const v1::Envelope& envelope);

 private:
  Session& add(v1::Table table, v1::Conduct conduct, const agenda::Agenda& agenda,
               base::SeatId first, base::SeatId second, std::uint32_t deadline_rounds,
               agenda::Outcome in_force);
  void announce(const Session& session);
  [[nodiscard]] Session* find(std::uint64_t conversation);
  [[nodiscard]] const Session* find(v1::Table table) const;
  [[nodiscard]] base::Day next_meeting_day(const Session& session) const;

  void brief(Session& session, base::SeatId seat, v1::Brief::Purpose purpose);
  void hold_meeting(Session& session);
  void ask_for_move(Session& session);
  /// Parties make moves here, and now: officials do at their meetings only.
  [[nodiscard]] bool takes_moves(const Session& session) const;
  void end_meeting(Session& session);
  void mediate(Session& session);
  void close(Session& session, v1::Closing::How how);
  void analyse(Session& session, std::optional<agenda::Outcome> deal, bool agreed);

  // A tentative deal (tables_deals.cpp).
  void ask_homes(Session& session, agenda::Outcome outcome);
  void homes_have_answered(Session& session);
  void put_into_force(Session& session, agenda::Outcome outcome, std::uint64_t agreement_id);

  Stage& stage_;
  std::vector<std::unique_ptr<Session>> sessions_;  ///< open ones, in order of conversation
  std::vector<SignedSession> signed_;
  std::uint64_t conversations_ = 0;
  base::Day suspended_until_{};
  std::uint64_t consultation_request_ = 0;
};

}  // namespace monazite::engine

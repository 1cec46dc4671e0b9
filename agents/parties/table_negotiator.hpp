#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include <agents/parties/party.hpp>
#include <agents/parties/setup.hpp>
#include <agents/parties/table_state.hpp>
#include <agents/strategies/aspiration.hpp>

namespace monazite::parties {

/// What a negotiator does at a table, the same for governments and firms, several tables at once.
///
/// Asked to move (PURPOSE_YOUR_MOVE), with V the own value of a package and V_nd that of no deal:
///
///   aspiration  V_asp = V_nd + (V_best - V_nd) * demand(urgency), V_best the best package that
///   home
///               would clear and that is not barred; demand() from the tactic
///               (strategies/aspiration.hpp)
///   accept      the offer of the other side if home would clear it and it is worth V_asp, or what
///   the
///               offer made instead would be worth (strategies/acceptance.hpp); anything from V_nd
///               up when no offer can follow
///   offer       else: the package with V >= V_asp that pleases the other side most by this seat's
///               estimate, ties in the order of the packages
///   walk away   only if no package that home would clear is worth V_nd
///
/// An offer that it is told of as its own was made for it by somebody else (a person who decides
/// only some of the moves): it counts as if it had made it.
///
/// An offer of the other side that the brief does not value is appraised by the own mandate first
/// (AppraisalRequest); the decision then names the brief all the same. Draws: purpose
/// "parties.table.firmness", once per seat.
class TableNegotiator {
 public:
  struct Style {
    int offer_delay_days = 0;  ///< before an offer goes out
    bool speaks = false;       ///< a short public statement with the opening bid and an acceptance
  };

  TableNegotiator(const Chair& chair, const Manner& manner, Style style);

  /// Concedes and speaks like this from the next move on. Its firmness stays the same draw.
  void adopt(const Manner& manner, Style style);

  /// Takes in a message; answers it if it asks for a move. Messages of other matters do nothing.
  void receive(const v1::Envelope& message, Desk& desk);

 private:
  struct Table {
    explicit Table(const v1::Opening& opening, base::SeatId own) : state(opening, own) {}
    TableState state;
    std::uint64_t awaiting_brief = 0;  ///< decision on it waits for an appraisal; 0: none
  };

  /// Where the seat stands before it moves. Values in M.
  struct Stance {
    double best = 0;  ///< own value of the best open package
    double aspiration = 0;
    std::optional<std::size_t> next;  ///< package to offer; nothing: no zone
  };

  [[nodiscard]] Stance stance(const TableState& state) const;
  void decide(Table& table, const v1::Envelope& message, std::uint64_t brief_id, Desk& desk);
  void make_offer(TableState& state, const Stance& stance, v1::Envelope& envelope,
                  Desk& desk) const;
  void accept(const TableState& state, const Stance& stance, double offered, v1::Envelope& envelope,
              Desk& desk) const;
  void take_appraisal(Table& table, const v1::Envelope& message, Desk& desk);

  Chair chair_;
  base::SeatId own_;
  Style style_;
  std::unique_ptr<strategies::Tactic> tactic_;
  std::map<std::uint64_t, Table> tables_;  ///< by conversation
};

}  // namespace monazite::parties

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/trade.pb.h>
#include <world/equations/parameters.hpp>
#include <world/treaty/terms.hpp>

/// The memorandum and the contracts as state machines of clauses. A status is a label of what
/// happened and never a cause: nobody acts because a label says so.
///
/// The memorandum is political. A commitment is
///   honoured            while its fulfilment over six months is at least honoured_from, 0.8,
///   eroded              below that,
///   under consultation  from the request for talks to their end,
///   suspended           while a measure that stops it is in force, for disuse_months,
///   lapsed              when its term ended without a successor, or after so long a suspension;
///                       it revives with the flow or with a new agreement.
/// Contracts are legal. A performance is
///   performed   when the month brought what was due,
///   excused     when it did not, for a cyclone or the sea,
///   breached    when it fell short beyond notice and diversion right,
///   remedied    when a breach was made up or paid within remedy_months.
/// Excused ends with its reason; a breach that was not remedied in that time ends as a claim and
/// the clause is performed again once a month is performed in full; so nothing stays in limbo.
namespace monazite::treaty {

using Clause = v1::ClauseStatus::Clause;
using Status = v1::ClauseStatus::Status;

/// A promise of the memorandum in one month, both in the clause's own measure.
struct Promise {
  double promised = 0;  ///< 0: the terms in force hold no such clause
  double done = 0;
  /// False while it is not due yet (magnets flow some months after the signature).
  bool due = true;
};

/// A contract's performance in one month, t.
struct Performance {
  bool in_force = false;
  double due_t = 0;       ///< what the month asks for
  double done_t = 0;      ///< what it brought; more than due makes up for earlier months
  double released_t = 0;  ///< what notice and diversion right allow to withhold
  double paid_for_t = 0;  ///< of earlier shortfalls, settled in money this month
  bool excused = false;   ///< a cyclone or the sea
};

/// Plain facts of a month; the engine fills them in.
struct MonthFacts {
  base::Day day{};  ///< last day of the month

  // the memorandum
  std::uint64_t agreement_id = 0;  ///< message that put the terms in force; 0: found at the start
  Promise volume;                  ///< t REO of the month
  Promise ndpr;                    ///< t NdPr of the month
  Promise price;                   ///< USD/kg agreed, USD/kg paid
  double premium_percent = 0;      ///< measure of the price clause
  Promise magnets;                 ///< t NdFeB of the month
  Promise technology;              ///< level due, level granted
  Promise finance;                 ///< bn JPY due so far, paid so far
  Promise heavy_swap;              ///< t Dy/Tb of the month
  bool domestic_priority = false;  ///< the terms allow India to divert
  double diverted_share = 0;       ///< of the volume, this month
  double divertible_share = 0;

  bool consultation_open = false;
  double meetings_held = 0;
  bool request_unanswered = false;    ///< asked for talks, not answered in 60 days or refused
  std::uint64_t consultation_id = 0;  ///< the request
  bool volume_stopped = false;        ///< by a notification, or by a direction to stop
  bool ndpr_stopped = false;          ///< by those, or by a direction "La/Ce only"
  std::uint64_t measure_id = 0;       ///< the notification or direction

  // contracts
  Performance supply;       ///< feed: fed of contracted, t REO
  Performance take_or_pay;  ///< Toyotsu's part: taken of what it must take or pay, t REO
  Performance allocation;   ///< delivered to makers of allocated, t NdPr
};

/// Whether the table of transitions knows the step. A clause enters from STATUS_UNSPECIFIED.
[[nodiscard]] bool may_follow(Status before, Status after);
[[nodiscard]] bool is_contract(Clause clause);

/// What a clause commits to, in one sentence, with the numbers of the terms.
[[nodiscard]] std::string clause_text(Clause clause, const MouTerms& mou, const SupplyTerms& terms);
/// "volume", "take-or-pay", ...
[[nodiscard]] const char* clause_name(Clause clause);
/// "under consultation", "breached", ...
[[nodiscard]] const char* status_name(Status status);

/// All clauses of one history. A clause is entered when it is first promised and kept to the end.
class ClauseBook {
 public:
  /// Takes a month's facts and returns the changes of status, in the order of the clauses' numbers.
  /// `rules`: what counts as kept.
  std::vector<v1::ClauseStatus> end_month(const MonthFacts& facts, const equations::Treaty& rules);
  /// Every clause entered so far as it stands, in the same order; `before` is its status before
  /// that.
  [[nodiscard]] std::vector<v1::ClauseStatus> current() const;

 private:
  static constexpr std::size_t kWindow = 6;

  struct Entry {
    Clause clause = v1::ClauseStatus::CLAUSE_UNSPECIFIED;
    Status status = v1::ClauseStatus::STATUS_UNSPECIFIED;
    Status before = v1::ClauseStatus::STATUS_UNSPECIFIED;
    double measure = 0;
    base::Day since{};
    std::uint64_t because_of = 0;
    // The last six months, the latest last.
    std::array<double, kWindow> promised{};
    std::array<double, kWindow> done{};
    /// Lapsed for lack of use while this agreement stands.
    std::optional<std::uint64_t> disused_under;
    // Contracts: what is owed of breached months, and for how long.
    double owed_t = 0;
    int months_owed = 0;
  };

  [[nodiscard]] bool is_known(Clause clause) const;
  /// Enters the clause if it is new.
  Entry& entry(Clause clause);
  void promise(const MonthFacts& facts, Clause clause, const Promise& promise, bool suspended);
  void domestic_priority(const MonthFacts& facts);
  void consultation(const MonthFacts& facts);
  void contract(const MonthFacts& facts, Clause clause, const Performance& performance);
  void set(const MonthFacts& facts, Entry& entry, Status status, std::uint64_t because_of);
  static double roll(Entry& entry, double promised, double done);

  equations::Treaty rules_{};  ///< of the month at hand
  std::vector<Entry> entries_;
  std::vector<v1::ClauseStatus> changes_;
};

}  // namespace monazite::treaty

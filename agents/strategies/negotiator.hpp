#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>

#include <agents/preferences/utility_table.hpp>
#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>

namespace monazite::strategies {

using agenda::Outcome;

/// When a decision is made. `time` is (round + 1) / (rounds + 1): never 0 and never 1 (Genius'
/// DiscreteTimeline and NegMAS' relative_time).
struct Turn {
  std::uint32_t round = 0;   ///< 0, 1, ..., rounds - 1
  std::uint32_t rounds = 1;  ///< the deadline
  double time = 0;
};

enum class Answer : std::uint8_t { kReject, kAccept, kWalkAway };

/// A strategy asked for more evaluations of its preferences than it was given.
class BudgetExceeded : public std::runtime_error {
 public:
  BudgetExceeded() : std::runtime_error("asked for more evaluations than it was given") {}
};

/// A party's own preferences as its negotiator sees them. Evaluations are counted, so that a
/// strategy that never ends its search forfeits, on any machine at the same point.
class OwnPreferences {
 public:
  static constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};

  explicit OwnPreferences(const preferences::UtilityTable& table, std::uint64_t budget = kNoLimit)
      : table_(&table), left_(budget) {}

  /// Throws BudgetExceeded when the budget is used up, and std::out_of_range for what is no package
  /// of the agenda.
  [[nodiscard]] double value(Outcome outcome) const {
    spend(1);
    if (!table_->agenda().contains(outcome)) {
      throw std::out_of_range("valued a package that is not on the agenda");
    }
    return table_->value(outcome);
  }
  void spend(std::uint64_t evaluations) const {
    if (left_ < evaluations) throw BudgetExceeded();
    if (left_ != kNoLimit) left_ -= evaluations;
  }
  [[nodiscard]] const agenda::Agenda& agenda() const { return table_->agenda(); }
  [[nodiscard]] double reservation() const { return table_->reservation(); }
  [[nodiscard]] double lowest() const { return table_->lowest(); }
  [[nodiscard]] double highest() const { return table_->highest(); }
  [[nodiscard]] Outcome best() const { return table_->best(); }
  /// Everything at once, for parts that search: count what you look at with spend().
  [[nodiscard]] const preferences::UtilityTable& table() const { return *table_; }
  /// For whoever holds the negotiation: other preferences from now on, on the same agenda. What is
  /// left of the budget stays.
  void replace(const preferences::UtilityTable& table) { table_ = &table; }

 private:
  const preferences::UtilityTable* table_;
  mutable std::uint64_t left_;
};

/// What a negotiator is given when it sits down. Everything in it outlives the negotiation.
struct Place {
  const OwnPreferences* own = nullptr;
  std::uint32_t position = 0;  ///< 0 moves first
  std::uint32_t parties = 2;
  std::uint32_t rounds = 1;  ///< the deadline
  base::Draws draws{0};  ///< use purpose names "strategies.<name>.<what>" and party = position + 1
};

/// One party's conduct in one negotiation with offers: it hears, answers and proposes. It knows its
/// own preferences and what was said to it, nothing else. One object plays one negotiation;
/// registry.hpp makes a new one each time. It may throw: the session records a forfeit.
///
/// In its turn a negotiator is asked to respond() to the standing offer, if there is one; when it
/// rejects, to propose(). The next turn's respond() is about an offer that hear() told before.
class Negotiator {
 public:
  virtual ~Negotiator() = default;
  /// Once, first.
  virtual void begin(const Place& place) = 0;
  /// Another party (by position) put `offer` on the table; told as soon as it is made.
  virtual void hear(const Turn& /*turn*/, std::uint32_t /*who*/, Outcome /*offer*/) {}
  [[nodiscard]] virtual Answer respond(const Turn& turn, Outcome offer) = 0;
  /// Nothing: it walks away.
  [[nodiscard]] virtual std::optional<Outcome> propose(const Turn& turn) = 0;
  /// The own preferences were replaced (same agenda): what was derived from the old ones is stale.
  virtual void preferences_changed(const Turn& /*turn*/, const Place& /*place*/) {}
};

}  // namespace monazite::strategies

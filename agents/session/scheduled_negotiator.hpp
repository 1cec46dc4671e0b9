#pragma once

#include <cstddef>

#include <agents/preferences/staged_tables.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::session {

/// A strategy whose preferences change while it negotiates. Before each call that tells it
/// something or asks it, the preferences of the time are put in place, and the strategy is told
/// when they are others than before (Negotiator::preferences_changed).
class ScheduledNegotiator final : public strategies::Negotiator {
 public:
  /// All of them outlive it. `own` is what the strategy sees as its own preferences, with the table
  /// of the first stage.
  ScheduledNegotiator(strategies::Negotiator& negotiator, strategies::OwnPreferences& own,
                      const preferences::StagedTables& tables)
      : negotiator_(negotiator), own_(own), tables_(tables) {}

  void begin(const strategies::Place& place) override;
  void hear(const strategies::Turn& turn, std::uint32_t who, agenda::Outcome offer) override;
  [[nodiscard]] strategies::Answer respond(const strategies::Turn& turn,
                                           agenda::Outcome offer) override;
  [[nodiscard]] std::optional<agenda::Outcome> propose(const strategies::Turn& turn) override;

 private:
  void advance(const strategies::Turn& turn);

  strategies::Negotiator& negotiator_;
  strategies::OwnPreferences& own_;
  const preferences::StagedTables& tables_;
  strategies::Place place_;
  std::size_t stage_ = 0;
};

}  // namespace monazite::session

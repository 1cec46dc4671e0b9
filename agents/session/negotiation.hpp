#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <agents/preferences/staged_tables.hpp>
#include <agents/preferences/utility_table.hpp>
#include <agents/session/session.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::session {

/// How a negotiation over a domain is to be held.
struct NegotiationOptions {
  std::uint32_t rounds = 100;  ///< at least 1
  std::uint64_t seed = 1;      ///< of all random draws of the strategies
  std::uint32_t run = 0;       ///< number of the negotiation in an experiment with this seed
  bool keep_offers = true;
  /// Evaluations of its own preferences that each strategy may make; more is a forfeit.
  std::uint64_t budget = strategies::OwnPreferences::kNoLimit;
  std::function<void(const v1::Envelope&)> listener;  ///< see SessionOptions
};

/// A negotiation and what each party made of it.
struct Negotiated {
  Course course;
  /// Worth of the agreement when it was reached, or of no deal at the end, discounted: one per
  /// party, in the unit of its profile. Minus infinity where no deal has no value.
  std::vector<double> utilities;
};

/// Who sits at a table: a strategy with the preferences it is given. The negotiator must be new.
struct Participant {
  const preferences::UtilityTable* table = nullptr;
  strategies::Negotiator* negotiator = nullptr;
  /// Preferences that change over relative time; null: they stand still. `table` must be that of
  /// the first stage. What an ending is worth is told by the stage that holds then.
  const preferences::StagedTables* over_time = nullptr;
};

/// Holds one negotiation by stacked alternating offers between `participants`, in the order in
/// which they move. Their tables must be of one agenda.
[[nodiscard]] Negotiated negotiate(std::span<const Participant> participants,
                                   const NegotiationOptions& options);

/// What `course` is worth to a party with that profile, discounted; see Negotiated.
[[nodiscard]] double worth(const Course& course, const preferences::UtilityTable& table,
                           std::uint32_t rounds);

/// Tells participants that want to know (strategies::Informed) everybody's preferences.
/// `tables`, those of the participants in their order, must outlive the negotiation.
void inform(std::span<const Participant> participants,
            std::span<const preferences::UtilityTable* const> tables, v1::Rule rule);

}  // namespace monazite::session

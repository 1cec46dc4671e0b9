#pragma once

#include <cstdint>
#include <span>

#include <agents/preferences/utility_table.hpp>
#include <agents/session/round_speaker.hpp>
#include <agents/session/session.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/encounter/monotonic_concession.hpp>
#include <protocol/encounter/nash_demand.hpp>

namespace monazite::session {

/// Plays one negotiation between `speakers` under a rule of encounter other than stacked
/// alternating offers. What play() says of messages and forfeits holds here too: a speaker that
/// throws, says nothing, or makes a move that the rules refuse forfeits, and the encounter ends as
/// if it had walked away. The round of an agreement is that in which the package was accepted.

/// Two parties; a round is one offer, and the last one can still be accepted
/// (encounter::AlternatingOffers). The round of an agreement is that of the accepted offer.
[[nodiscard]] Course play_alternating_offers(const agenda::Agenda& agenda,
                                             std::span<Speaker* const> speakers,
                                             const SessionOptions& options);

/// `quota`: votes that carry an offer, from 2 to the number of parties. Offers of a round are shown
/// when all are made.
[[nodiscard]] Course play_multiple_offers(const agenda::Agenda& agenda,
                                          std::span<RoundSpeaker* const> speakers,
                                          const SessionOptions& options, std::uint32_t quota);

/// `draws` for the coin; `judge` may be empty.
[[nodiscard]] Course play_monotonic_concession(const agenda::Agenda& agenda,
                                               std::span<RoundSpeaker* const> speakers,
                                               const SessionOptions& options,
                                               const base::Draws& draws,
                                               encounter::MonotonicConcession::Judge judge);

/// The registrar mediates: it draws the first text and mutates the standing one. Its texts are the
/// offers of the course, with the number of parties as the position of who made them. An agreement
/// counts as reached in the last round.
[[nodiscard]] Course play_single_text(const agenda::Agenda& agenda,
                                      std::span<RoundSpeaker* const> speakers,
                                      const SessionOptions& options, const base::Draws& draws);

/// One round, whatever `options` say; where a discount counts by time, that round is at 1/2 as in
/// any negotiation of one round.
[[nodiscard]] Course play_nash_demand(const agenda::Agenda& agenda,
                                      std::span<RoundSpeaker* const> speakers,
                                      const SessionOptions& options,
                                      encounter::NashDemand::Evaluator evaluator);

/// Finds for Nash's demand game, among packages worth at least its demand to every party, the one
/// closest to what was demanded: with the smallest sum of what it gives beyond, the first of
/// several in enumeration order. (Nash's parties get exactly their demands; a finite set has no
/// such point as a rule.) The tables, of the parties in their order and on the same packages, must
/// outlive it.
[[nodiscard]] encounter::NashDemand::Evaluator closest_to_demands(
    std::vector<const preferences::UtilityTable*> tables);

/// A concession is what makes no other party worse off and one of them better off: the published
/// demand for two parties; for more it is Endriss' (2006) Pareto concession. The tables, by
/// position, must outlive it.
[[nodiscard]] encounter::MonotonicConcession::Judge pareto_concession(
    std::vector<const preferences::UtilityTable*> tables);

}  // namespace monazite::session

#include <limits>
#include <utility>

#include <agents/session/registrar.hpp>
#include <agents/session/round_sessions.hpp>
#include <agents/session/seats.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/encounter/multiple_offers.hpp>
#include <protocol/encounter/single_text.hpp>

namespace monazite::session {
namespace {

using agenda::Outcome;
using encounter::Ending;
using encounter::Verdict;
using preferences::UtilityTable;
using strategies::Turn;

std::vector<Speaker*> as_speakers(std::span<RoundSpeaker* const> speakers) {
  return {speakers.begin(), speakers.end()};
}

std::vector<Outcome> accepted_in(const v1::Envelope& said) {
  return {said.ballot().accepted().begin(), said.ballot().accepted().end()};
}

/// Ends what is open because somebody forfeited.
template <class Rules>
void stop(Rules& rules) {
  if (rules.ending() == Ending::kOpen) rules.abandon();
}

}  // namespace

Course play_alternating_offers(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
                               const SessionOptions& options) {
  Registrar registrar(agenda, speakers, options);
  encounter::AlternatingOffers rules(agenda.size(), seat_of(0), seat_of(1), options.rounds);
  registrar.open(v1::RULE_UNSPECIFIED);
  v1::Envelope said;
  while (rules.ending() == Ending::kOpen && !registrar.forfeited()) {
    const std::uint32_t who = position_of(rules.to_move());
    const Turn now = registrar.turn(rules.rounds());
    if (!registrar.guard(who, [&] { speakers[who]->move(now, registrar.recorded(), said); })) break;
    const std::uint32_t before = rules.rounds();
    const Verdict refused = said.has_offer() ? rules.offer(seat_of(who), said.offer().outcome())
                            : said.has_acceptance()
                                ? rules.accept(seat_of(who), said.acceptance().outcome())
                            : said.has_walk_away() ? rules.walk_away(seat_of(who))
                                                   : Verdict(v1::Refusal::REASON_MALFORMED);
    if (refused) {
      registrar.forfeit(who, *refused);
      break;
    }
    if (rules.rounds() > before) registrar.note_offer(now, who, said.offer().outcome());
    // An offer after the last one is a no to it, and nothing to answer.
    if (rules.ending() != Ending::kDeadline) registrar.pass_on(who, said, now);
  }
  const bool open = rules.ending() == Ending::kOpen;
  const std::uint32_t round = rules.agreement() ? rules.rounds() - 1 : rules.rounds();
  return registrar.close(open ? Ending::kWalkAway : rules.ending(), rules.agreement(), round);
}

Course play_multiple_offers(const agenda::Agenda& agenda, std::span<RoundSpeaker* const> speakers,
                            const SessionOptions& options, std::uint32_t quota) {
  const std::vector<Speaker*> all = as_speakers(speakers);
  Registrar registrar(agenda, all, options);
  encounter::MultipleOffers rules(agenda.size(), registrar.seats(), options.rounds, quota);
  registrar.open(v1::RULE_MULTIPLE_OFFERS, quota);
  while (rules.ending() == Ending::kOpen && !registrar.forfeited()) {
    const Turn now = registrar.turn(rules.round());
    const bool offers = rules.phase() == encounter::MultipleOffers::Phase::kOffers;
    registrar.all_move(speakers, offers ? Ask::kOffer : Ask::kBallot, now,
                       [&](std::uint32_t who, const v1::Envelope& said) -> Verdict {
                         const base::SeatId seat = seat_of(who);
                         if (said.has_walk_away()) return rules.walk_away(seat);
                         if (said.has_ballot()) return rules.vote(seat, accepted_in(said));
                         if (!said.has_offer()) return v1::Refusal::REASON_MALFORMED;
                         const Verdict refused = rules.offer(seat, said.offer().outcome());
                         if (!refused) registrar.note_offer(now, who, said.offer().outcome());
                         return refused;
                       });
  }
  stop(rules);
  return registrar.close(rules.ending(), rules.agreement(), rules.round());
}

Course play_monotonic_concession(const agenda::Agenda& agenda,
                                 std::span<RoundSpeaker* const> speakers,
                                 const SessionOptions& options, const base::Draws& draws,
                                 encounter::MonotonicConcession::Judge judge) {
  const std::vector<Speaker*> all = as_speakers(speakers);
  Registrar registrar(agenda, all, options);
  encounter::MonotonicConcession rules(agenda.size(), registrar.seats(), options.rounds, draws,
                                       std::move(judge));
  registrar.open(v1::RULE_MONOTONIC_CONCESSION);
  while (rules.ending() == Ending::kOpen && !registrar.forfeited()) {
    const Turn now = registrar.turn(rules.round());
    const bool proposals = rules.phase() == encounter::MonotonicConcession::Phase::kProposals;
    registrar.all_move(speakers, proposals ? Ask::kOffer : Ask::kBallot, now,
                       [&](std::uint32_t who, const v1::Envelope& said) -> Verdict {
                         const base::SeatId seat = seat_of(who);
                         if (said.has_walk_away()) return rules.walk_away(seat);
                         if (said.has_ballot()) return rules.vote(seat, accepted_in(said));
                         if (!said.has_offer()) return v1::Refusal::REASON_MALFORMED;
                         const Verdict refused = rules.propose(seat, said.offer().outcome());
                         if (!refused) registrar.note_offer(now, who, said.offer().outcome());
                         return refused;
                       });
  }
  stop(rules);
  return registrar.close(rules.ending(), rules.agreement(), rules.round());
}

Course play_single_text(const agenda::Agenda& agenda, std::span<RoundSpeaker* const> speakers,
                        const SessionOptions& options, const base::Draws& draws) {
  using Phase = encounter::SingleText::Phase;
  const std::vector<Speaker*> all = as_speakers(speakers);
  const auto mediator = static_cast<std::uint32_t>(speakers.size());
  Registrar registrar(agenda, all, options);
  encounter::SingleText rules(agenda.size(), registrar.seats(), base::kRegistrar,
                              encounter::drawn_text(agenda, draws), options.rounds);
  registrar.open(v1::RULE_SINGLE_TEXT);
  const auto put = [&](Outcome text, const Turn& now) {
    v1::Envelope envelope;
    envelope.mutable_offer()->set_outcome(text);
    registrar.note_offer(now, mediator, text);
    registrar.announce(envelope, now);
  };
  put(rules.standing_text(), registrar.turn(0));
  while (rules.ending() == Ending::kOpen && !registrar.forfeited()) {
    const Turn now = registrar.turn(rules.round());
    if (rules.phase() == Phase::kText) {
      const Outcome text =
          encounter::mutated_text(agenda, rules.standing_text(), draws, rules.round());
      const Verdict refused = rules.propose(base::kRegistrar, text);
      MONAZITE_CHECK(!refused, "a mediator knows the rules");
    }
    put(*rules.text(), now);
    registrar.all_move(speakers, Ask::kBallot, now,
                       [&](std::uint32_t who, const v1::Envelope& said) -> Verdict {
                         const base::SeatId seat = seat_of(who);
                         if (said.has_walk_away()) return rules.walk_away(seat);
                         if (!said.has_ballot()) return v1::Refusal::REASON_MALFORMED;
                         const std::vector<Outcome> accepted = accepted_in(said);
                         if (accepted.size() > 1) return v1::Refusal::REASON_MALFORMED;
                         if (!accepted.empty() && accepted.front() != *rules.text()) {
                           return v1::Refusal::REASON_NOTHING_TO_ACCEPT;
                         }
                         return rules.vote(seat, !accepted.empty());
                       });
  }
  stop(rules);
  const std::uint32_t round = rules.agreement() ? options.rounds - 1 : rules.round();
  return registrar.close(rules.ending(), rules.agreement(), round);
}

Course play_nash_demand(const agenda::Agenda& agenda, std::span<RoundSpeaker* const> speakers,
                        const SessionOptions& options, encounter::NashDemand::Evaluator evaluator) {
  const std::vector<Speaker*> all = as_speakers(speakers);
  SessionOptions once = options;
  once.rounds = 1;
  Registrar registrar(agenda, all, once);
  encounter::NashDemand rules(registrar.seats(), std::move(evaluator));
  registrar.open(v1::RULE_NASH_DEMAND);
  if (!registrar.forfeited()) {
    registrar.all_move(speakers, Ask::kDemand, registrar.turn(0),
                       [&](std::uint32_t who, const v1::Envelope& said) -> Verdict {
                         if (said.has_walk_away()) return rules.walk_away(seat_of(who));
                         if (!said.has_demand()) return v1::Refusal::REASON_MALFORMED;
                         return rules.demand(seat_of(who), said.demand().utility());
                       });
  }
  stop(rules);
  return registrar.close(rules.ending(), rules.agreement(), 0);
}

encounter::NashDemand::Evaluator closest_to_demands(std::vector<const UtilityTable*> tables) {
  return [tables = std::move(tables)](std::span<const double> demands) -> std::optional<Outcome> {
    std::optional<std::size_t> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < tables.front()->size(); ++i) {
      double beyond = 0;
      bool enough = true;
      for (std::size_t p = 0; p < tables.size() && enough; ++p) {
        const double more = tables[p]->values()[i] - demands[p];
        enough = more >= 0;
        beyond += more;
      }
      if (!enough || beyond >= least) continue;
      least = beyond;
      best = i;
    }
    if (!best) return std::nullopt;
    return tables.front()->outcome(*best);
  };
}

encounter::MonotonicConcession::Judge pareto_concession(std::vector<const UtilityTable*> tables) {
  return [tables = std::move(tables)](base::SeatId seat, Outcome before, Outcome after) {
    bool better = false;
    for (std::uint32_t p = 0; p < tables.size(); ++p) {
      if (p == position_of(seat)) continue;
      const double change = tables[p]->value(after) - tables[p]->value(before);
      if (change < 0) return false;
      better |= change > 0;
    }
    return better;
  };
}

}  // namespace monazite::session

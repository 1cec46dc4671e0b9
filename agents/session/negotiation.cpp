#include <agents/session/negotiation.hpp>
#include <agents/session/negotiator_speaker.hpp>
#include <agents/strategies/encounter/informed.hpp>
#include <protocol/base/check.hpp>

namespace monazite::session {

using preferences::UtilityTable;
using strategies::OwnPreferences;

double worth(const Course& course, const UtilityTable& table, std::uint32_t rounds) {
  const preferences::Profile& profile = table.profile();
  if (course.agreement) {
    const double time = static_cast<double>(course.round + 1) / static_cast<double>(rounds + 1);
    return profile.discount.discounted(table.value(*course.agreement), time, course.round);
  }
  if (!profile.discount.reservation) return profile.reservation;
  // An infinite loss stays one: it has no discount.
  if (profile.reservation == -std::numeric_limits<double>::infinity()) return profile.reservation;
  return profile.discount.discounted(profile.reservation, 1, course.round);
}

void inform(std::span<const Participant> participants, std::span<const UtilityTable* const> tables,
            v1::Rule rule) {
  for (const Participant& participant : participants) {
    if (auto* const informed = dynamic_cast<strategies::Informed*>(participant.negotiator)) {
      informed->inform({tables, rule});
    }
  }
}

Negotiated negotiate(std::span<const Participant> participants, const NegotiationOptions& options) {
  MONAZITE_CHECK_GE(participants.size(), std::size_t{2}, "a negotiation needs two parties");
  const agenda::Agenda& agenda = participants.front().table->agenda();
  std::vector<OwnPreferences> own;
  own.reserve(participants.size());
  std::vector<std::unique_ptr<NegotiatorSpeaker>> seated;
  std::vector<Speaker*> speakers;
  std::vector<const UtilityTable*> tables;
  for (std::uint32_t i = 0; i < participants.size(); ++i) {
    const Participant& participant = participants[i];
    MONAZITE_CHECK_EQ(&participant.table->agenda(), &agenda, "all parties have the same agenda");
    tables.push_back(participant.table);
    own.emplace_back(*participant.table, options.budget);
    strategies::Place place;
    place.own = &own.back();
    place.position = i;
    place.parties = static_cast<std::uint32_t>(participants.size());
    place.rounds = options.rounds;
    place.draws = base::Draws(options.seed, options.run);
    seated.push_back(std::make_unique<NegotiatorSpeaker>(*participant.negotiator, place));
    speakers.push_back(seated.back().get());
  }
  inform(participants, tables, v1::RULE_STACKED_ALTERNATING_OFFERS);
  Negotiated out;
  out.course = play(agenda, speakers, {options.rounds, options.keep_offers, options.listener});
  for (const Participant& participant : participants) {
    out.utilities.push_back(worth(out.course, *participant.table, options.rounds));
  }
  return out;
}

}  // namespace monazite::session

#include <limits>

#include <agents/session/company.hpp>
#include <agents/session/negotiation.hpp>
#include <agents/session/negotiator_speaker.hpp>
#include <agents/strategies/encounter/informed.hpp>

namespace monazite::session {

using preferences::UtilityTable;

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
  const Company<NegotiatorSpeaker> company(participants, options, options.rounds,
                                           v1::RULE_STACKED_ALTERNATING_OFFERS);
  return company.value(play(company.agenda(), company.speakers(),
                            {options.rounds, options.keep_offers, options.listener}),
                       options.rounds);
}

}  // namespace monazite::session

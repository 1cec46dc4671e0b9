#include <memory>
#include <utility>

#include <agents/session/company.hpp>
#include <agents/session/negotiator_round_speaker.hpp>
#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/round_sessions.hpp>
#include <agents/session/rules.hpp>
#include <agents/strategies/registry.hpp>
#include <protocol/base/check.hpp>
#include <protocol/encounter/multiple_offers.hpp>

namespace monazite::session {
namespace {

using RoundCompany = Company<NegotiatorRoundSpeaker>;

SessionOptions session_options(const NegotiationOptions& options) {
  return {options.rounds, options.keep_offers, options.listener};
}

Negotiated alternating(std::span<const Participant> participants,
                       const NegotiationOptions& options) {
  MONAZITE_CHECK_EQ(participants.size(), std::size_t{2}, "alternating offers are for two parties");
  const Company<NegotiatorSpeaker> company(participants, options, options.rounds,
                                           v1::RULE_UNSPECIFIED);
  return company.value(
      play_alternating_offers(company.agenda(), company.speakers(), session_options(options)),
      options.rounds);
}

Negotiated multiple(std::span<const Participant> participants, const NegotiationOptions& options,
                    std::uint32_t quota) {
  const RoundCompany company(participants, options, options.rounds, v1::RULE_MULTIPLE_OFFERS);
  return company.value(
      play_multiple_offers(company.agenda(), company.speakers(), session_options(options), quota),
      options.rounds);
}

Negotiated concession(std::span<const Participant> participants, const NegotiationOptions& options,
                      bool judged) {
  const RoundCompany company(participants, options, options.rounds, v1::RULE_MONOTONIC_CONCESSION);
  return company.value(
      play_monotonic_concession(company.agenda(), company.speakers(), session_options(options),
                                base::Draws(options.seed, options.run),
                                judged ? pareto_concession(company.tables()) : nullptr),
      options.rounds);
}

Negotiated single_text(std::span<const Participant> participants,
                       const NegotiationOptions& options) {
  const RoundCompany company(participants, options, options.rounds, v1::RULE_SINGLE_TEXT);
  return company.value(
      play_single_text(company.agenda(), company.speakers(), session_options(options),
                       base::Draws(options.seed, options.run)),
      options.rounds);
}

Negotiated nash_demand(std::span<const Participant> participants,
                       const NegotiationOptions& options) {
  const RoundCompany company(participants, options, 1, v1::RULE_NASH_DEMAND);
  return company.value(
      play_nash_demand(company.agenda(), company.speakers(), session_options(options),
                       closest_to_demands(company.tables())),
      1);
}

std::vector<RuleEntry> make_rules() {
  constexpr std::uint32_t kAnyNumber = ~0U;
  using encounter::MultipleOffers;
  using Parties = std::span<const Participant>;
  using Options = NegotiationOptions;
  const auto count = [](Parties parties) { return static_cast<std::uint32_t>(parties.size()); };
  return {
      {"stacked_alternating_offers", "turn by turn: offer, accept or walk away",
       "Aydogan, Festen, Hindriks and Jonker 2017", kAnyNumber, negotiate},
      {"alternating_offers", "turn by turn for two, a round being one offer", "Rubinstein 1982", 2,
       alternating},
      {"multiple_offers", "all offer, all vote on all offers, and all votes are needed",
       "Aydogan, Festen, Hindriks and Jonker 2017", kAnyNumber,
       [count](Parties p, const Options& o) { return multiple(p, o, count(p)); }},
      {"majority_offers", "all offer, all vote on all offers, and more than half are needed",
       "Aydogan, Festen, Hindriks and Jonker 2017, with a quota", kAnyNumber,
       [count](Parties p, const Options& o) {
         return multiple(p, o, MultipleOffers::majority_of(count(p)));
       }},
      {"monotonic_concession", "all propose at once, and stick or concede",
       "Rosenschein and Zlotkin 1994; Endriss 2006", kAnyNumber,
       [](Parties p, const Options& o) { return concession(p, o, false); }},
      {"judged_concession", "the same, and what is no concession to the others is refused",
       "Rosenschein and Zlotkin 1994; Endriss 2006", kAnyNumber,
       [](Parties p, const Options& o) { return concession(p, o, true); }},
      {"single_text", "a mediator changes one text bit by bit, and all vote on each change",
       "Raiffa 1982; Klein, Faratin, Sayama and Bar-Yam 2003", kAnyNumber, single_text},
      {"nash_demand", "each names the utility that it demands, once", "Nash 1953", kAnyNumber,
       nash_demand},
  };
}

}  // namespace

const std::vector<RuleEntry>& rules() {
  static const std::vector<RuleEntry> kAll = make_rules();
  return kAll;
}

base::Result<const RuleEntry*> find_rule(std::string_view name) {
  std::vector<std::string> names;
  for (const RuleEntry& rule : rules()) {
    if (rule.name == name) return &rule;
    names.push_back(rule.name);
  }
  return tl::unexpected<base::Error>(strategies::unknown_name("rule of encounter", name, names));
}

}  // namespace monazite::session

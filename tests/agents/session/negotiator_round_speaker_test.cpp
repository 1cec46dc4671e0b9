#include <memory>

#include <agents/preferences/utility_table.hpp>
#include <agents/session/negotiator_round_speaker.hpp>
#include <agents/session/seats.hpp>
#include <agents/strategies/encounter/demander.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using session::Ask;
using session::NegotiatorRoundSpeaker;
using strategies::Answer;
using strategies::Turn;

namespace {

using Heard = std::vector<std::pair<std::uint32_t, agenda::Outcome>>;

/// A speaker in the first of three places, and what it is told.
struct Desk {
  Desk(strategies::Negotiator& negotiator, v1::Rule rule) {
    tables = preferences::tables_of(domain);
    own = std::make_unique<strategies::OwnPreferences>(*tables[0]);
    strategies::Place place;
    place.own = own.get();
    place.parties = 3;
    speaker = std::make_unique<NegotiatorRoundSpeaker>(negotiator, place);
    v1::Envelope opening;
    opening.mutable_opening()->set_rule(rule);
    speaker->receive(opening, {});
  }
  void hear_offer(base::SeatId from, agenda::Outcome outcome) {
    v1::Envelope envelope;
    envelope.set_from(from);
    envelope.mutable_offer()->set_outcome(outcome);
    speaker->receive(envelope, {});
  }
  void hear_vote(std::uint32_t who, std::optional<agenda::Outcome> yes) {
    v1::Envelope envelope;
    envelope.set_from(session::seat_of(who));
    envelope.mutable_ballot();
    if (yes) envelope.mutable_ballot()->add_accepted(*yes);
    speaker->receive(envelope, {});
  }
  v1::Envelope ask(Ask asked, bool with_reason = false) {
    v1::Envelope answer;
    speaker->answer_to(asked, {}, with_reason, answer);
    return answer;
  }
  preferences::Domain domain = tests::split_domain(3);
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables;
  std::unique_ptr<strategies::OwnPreferences> own;
  std::unique_ptr<NegotiatorRoundSpeaker> speaker;
};

std::vector<agenda::Outcome> accepted(const v1::Envelope& envelope) {
  return {envelope.ballot().accepted().begin(), envelope.ballot().accepted().end()};
}

}  // namespace

TEST_CASE("a strategy hears the others' offers and votes on each of them once") {
  std::vector<agenda::Outcome> asked;
  tests::Puppet puppet(
      [&](const Turn&, agenda::Outcome outcome) {
        asked.push_back(outcome);
        return outcome >= 4 ? Answer::kAccept : Answer::kReject;
      },
      [](const Turn&) { return agenda::Outcome{9}; });
  Desk desk(puppet, v1::RULE_MULTIPLE_OFFERS);
  CHECK(desk.ask(Ask::kOffer).offer().outcome() == 9);
  desk.hear_offer(session::seat_of(1), 3);
  desk.hear_offer(session::seat_of(2), 5);
  CHECK(puppet.heard == Heard{{1, 3}, {2, 5}});
  const v1::Envelope ballot = desk.ask(Ask::kBallot, true);
  CHECK(accepted(ballot) == std::vector<agenda::Outcome>{5});
  CHECK(ballot.ballot().reason().code() == v1::REASON_CODE_OFFER_GOOD_ENOUGH);
  CHECK(ballot.ballot().reason().a() == 5);
  CHECK(ballot.ballot().reason().b() == 9);
  CHECK(asked == std::vector<agenda::Outcome>{3, 5});
  // The table is cleared for the next round; equal offers are asked about once, its own not at all.
  asked.clear();
  (void)desk.ask(Ask::kOffer);
  desk.hear_offer(session::seat_of(1), 4);
  desk.hear_offer(session::seat_of(2), 4);
  CHECK(accepted(desk.ask(Ask::kBallot)) == std::vector<agenda::Outcome>{4});
  (void)desk.ask(Ask::kOffer);
  desk.hear_offer(session::seat_of(1), 9);
  CHECK(accepted(desk.ask(Ask::kBallot)).empty());
  CHECK(asked == std::vector<agenda::Outcome>{4});
}

TEST_CASE("under monotonic concession a package that was given up counts as sticking") {
  std::vector<agenda::Outcome> plan = {9, 8, 9, 7, 8};
  tests::Puppet puppet([](auto&&...) { return Answer::kReject; },
                       [&](const Turn&) {
                         const agenda::Outcome next = plan.front();
                         plan.erase(plan.begin());
                         return next;
                       });
  Desk desk(puppet, v1::RULE_MONOTONIC_CONCESSION);
  std::vector<agenda::Outcome> said;
  for (int i = 0; i < 5; ++i) said.push_back(desk.ask(Ask::kOffer).offer().outcome());
  CHECK(said == std::vector<agenda::Outcome>{9, 8, 8, 7, 7});
}

TEST_CASE("under a single text a strategy hears the standing text when it changes, and only then") {
  tests::Puppet puppet(
      [](const Turn&, agenda::Outcome text) {
        return text == 8 ? Answer::kReject : Answer::kAccept;
      },
      [](const Turn&) { return std::nullopt; });
  Desk desk(puppet, v1::RULE_SINGLE_TEXT);
  desk.hear_offer(base::kRegistrar, 2);
  CHECK(puppet.heard == Heard{{1, 2}});
  // All say yes.
  desk.hear_offer(base::kRegistrar, 5);
  CHECK(accepted(desk.ask(Ask::kBallot)) == std::vector<agenda::Outcome>{5});
  desk.hear_vote(1, 5);
  CHECK(puppet.heard.size() == 1);
  desk.hear_vote(2, 5);
  CHECK(puppet.heard == Heard{{1, 2}, {1, 5}});
  // Another party says no; then it does itself.
  desk.hear_offer(base::kRegistrar, 6);
  (void)desk.ask(Ask::kBallot);
  desk.hear_vote(1, std::nullopt);
  desk.hear_vote(2, 6);
  desk.hear_offer(base::kRegistrar, 8);
  CHECK(accepted(desk.ask(Ask::kBallot)).empty());
  desk.hear_vote(1, 8);
  desk.hear_vote(2, 8);
  CHECK(puppet.heard.size() == 2);
}

TEST_CASE("a demand is the value of what a strategy would offer, or what it names") {
  tests::Puppet puppet = tests::stubborn(7);
  Desk desk(puppet, v1::RULE_NASH_DEMAND);
  CHECK(desk.ask(Ask::kDemand).demand().utility() == 7);
  strategies::FixedShare share(0.55);
  Desk other(share, v1::RULE_NASH_DEMAND);
  const v1::Envelope demand = other.ask(Ask::kDemand, true);
  CHECK(demand.demand().utility() == Approx(5.5));
  CHECK(demand.demand().reason().code() == v1::REASON_CODE_OPENING_BID);
  tests::Puppet silent([](auto&&...) { return Answer::kReject; },
                       [](auto&&...) { return std::nullopt; });
  Desk third(silent, v1::RULE_NASH_DEMAND);
  CHECK(third.ask(Ask::kDemand).has_walk_away());
  CHECK(third.ask(Ask::kOffer, true).walk_away().reason().code() == v1::REASON_CODE_NOTHING_PAYS);
}

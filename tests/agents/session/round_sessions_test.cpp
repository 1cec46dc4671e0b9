#include <memory>

#include <agents/preferences/utility_table.hpp>
#include <agents/session/negotiator_round_speaker.hpp>
#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/round_sessions.hpp>
#include <agents/session/seats.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::Ending;
using session::Course;
using session::SessionOptions;
using strategies::Answer;
using strategies::Turn;

namespace {

/// Negotiators in their places.
template <class Seated, class Interface>
struct Seats {
  Seats(const preferences::Domain& domain, std::vector<strategies::Negotiator*> negotiators) {
    tables = preferences::tables_of(domain);
    for (std::uint32_t i = 0; i < negotiators.size(); ++i) {
      own.push_back(std::make_unique<strategies::OwnPreferences>(*tables[i]));
      strategies::Place place;
      place.own = own.back().get();
      place.position = i;
      place.parties = static_cast<std::uint32_t>(negotiators.size());
      seated.push_back(std::make_unique<Seated>(*negotiators[i], place));
      speakers.push_back(seated.back().get());
    }
  }
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables;
  std::vector<std::unique_ptr<strategies::OwnPreferences>> own;
  std::vector<std::unique_ptr<Seated>> seated;
  std::vector<Interface*> speakers;
};
using RoundSeats = Seats<session::NegotiatorRoundSpeaker, session::RoundSpeaker>;
using TurnSeats = Seats<session::NegotiatorSpeaker, session::Speaker>;

/// Offers `offer` always and says yes to packages from `from` to `to`.
tests::Puppet takes(agenda::Outcome offer, agenda::Outcome from, agenda::Outcome to) {
  return tests::Puppet(
      [=](const Turn&, agenda::Outcome outcome) {
        return outcome >= from && outcome <= to ? Answer::kAccept : Answer::kReject;
      },
      [=](const Turn&) { return offer; });
}

SessionOptions rounds(std::uint32_t count) {
  SessionOptions options;
  options.rounds = count;
  return options;
}

}  // namespace

TEST_CASE("alternating offers end with the acceptance of the last offer, in its round") {
  const preferences::Domain domain = tests::split_domain();
  tests::Puppet first = tests::stubborn(9);
  tests::Puppet second([](const Turn&, agenda::Outcome) { return Answer::kReject; },
                       [](const Turn& turn) { return agenda::Outcome{turn.round}; });
  TurnSeats seats(domain, {&first, &second});
  Course course = session::play_alternating_offers(domain.agenda, seats.speakers, rounds(4));
  CHECK(course.ending == Ending::kDeadline);
  CHECK(course.round == 4);
  CHECK(course.offers_made == 4);  // the fifth is a no, not an offer
  CHECK(course.offers[3].outcome == 3);

  tests::Puppet patient(
      [](const Turn&, agenda::Outcome outcome) {
        return outcome == 3 ? Answer::kAccept : Answer::kReject;
      },
      [](const Turn&) { return agenda::Outcome{9}; });
  TurnSeats again(domain, {&patient, &second});
  course = session::play_alternating_offers(domain.agenda, again.speakers, rounds(4));
  CHECK(course.agreement == agenda::Outcome{3});
  CHECK(course.round == 3);
}

TEST_CASE("multiple offers end with the offer that all would have") {
  const preferences::Domain domain = tests::split_domain(3);
  tests::Puppet a = takes(8, 4, 10);
  tests::Puppet b = takes(2, 0, 5);
  tests::Puppet c = takes(5, 0, 5);
  RoundSeats seats(domain, {&a, &b, &c});
  const Course course = session::play_multiple_offers(domain.agenda, seats.speakers, rounds(10), 3);
  CHECK(course.agreement == agenda::Outcome{5});
  CHECK(course.round == 0);
  CHECK(course.offers_made == 3);
}

TEST_CASE("with a quota the others can settle over the head of one") {
  const preferences::Domain domain = tests::split_domain(3);
  tests::Puppet a = takes(8, 8, 10);
  tests::Puppet b = takes(2, 0, 3);
  tests::Puppet c = takes(4, 0, 3);
  RoundSeats all(domain, {&a, &b, &c});
  CHECK(session::play_multiple_offers(domain.agenda, all.speakers, rounds(3), 3).ending ==
        Ending::kDeadline);
  RoundSeats two(domain, {&a, &b, &c});
  CHECK(session::play_multiple_offers(domain.agenda, two.speakers, rounds(3), 2).agreement ==
        agenda::Outcome{2});
}

TEST_CASE("concessions that both refuse to make are a conflict in the second round") {
  const preferences::Domain domain = tests::split_domain();
  tests::Puppet a = tests::stubborn(8);
  tests::Puppet b = tests::stubborn(2);
  RoundSeats seats(domain, {&a, &b});
  const Course course = session::play_monotonic_concession(domain.agenda, seats.speakers,
                                                           rounds(10), base::Draws(1), nullptr);
  CHECK(course.ending == Ending::kConflict);
  CHECK(course.round == 1);
  CHECK(course.offers_made == 4);
}

TEST_CASE("a judge has the one who asks for more forfeit") {
  const preferences::Domain domain = tests::split_domain();
  tests::Puppet greedy([](auto&&...) { return Answer::kReject; },
                       [](const Turn& turn) { return agenda::Outcome{5 + turn.round}; });
  tests::Puppet b = tests::stubborn(2);
  RoundSeats seats(domain, {&greedy, &b});
  std::vector<const preferences::UtilityTable*> tables;
  for (const auto& table : seats.tables) tables.push_back(table.get());
  const Course course =
      session::play_monotonic_concession(domain.agenda, seats.speakers, rounds(10), base::Draws(1),
                                         session::pareto_concession(tables));
  CHECK(course.ending == Ending::kWalkAway);
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->who == 0);
  CHECK(course.forfeit->why == "proposed a package that is no concession");
}

TEST_CASE("a mediator's texts move by votes, and the last one is put to the vote once more") {
  const preferences::Domain domain = tests::split_domain();
  // Both say yes to texts from 4 to 6, whatever stands.
  tests::Puppet a = takes(0, 4, 6);
  tests::Puppet b = takes(0, 4, 6);
  RoundSeats seats(domain, {&a, &b});
  const Course course =
      session::play_single_text(domain.agenda, seats.speakers, rounds(60), base::Draws(3));
  REQUIRE(course.ending == Ending::kAgreement);
  CHECK(*course.agreement >= 4);
  CHECK(*course.agreement <= 6);
  CHECK(course.round == 59);
  REQUIRE(course.offers.size() == 62);  // the first text, sixty changes, the last vote
  CHECK(course.offers.front().who == 2);
  CHECK(course.offers.back().outcome == course.agreement);
}

TEST_CASE("demands are met by the package that is closest to them") {
  const preferences::Domain domain = tests::split_domain();
  tests::Puppet a = tests::stubborn(4);
  tests::Puppet b = tests::stubborn(7);  // demands its 3
  RoundSeats seats(domain, {&a, &b});
  std::vector<const preferences::UtilityTable*> tables;
  for (const auto& table : seats.tables) tables.push_back(table.get());
  const Course course = session::play_nash_demand(domain.agenda, seats.speakers, rounds(100),
                                                  session::closest_to_demands(tables));
  CHECK(course.ending == Ending::kAgreement);
  CHECK(course.agreement == agenda::Outcome{4});  // all from 4 to 7 are as close
  CHECK(course.round == 0);
  const auto evaluate = session::closest_to_demands(tables);
  const std::vector<double> too_much = {4.5, 6};
  CHECK(evaluate(too_much) == std::nullopt);
  const std::vector<double> nothing = {-5, -5};
  CHECK(evaluate(nothing) == agenda::Outcome{0});
}

TEST_CASE("who breaks the rules under any of them forfeits") {
  const preferences::Domain domain = tests::split_domain();
  const auto plays = [&](auto play, strategies::Negotiator& bad) {
    tests::Puppet good = tests::stubborn(5);
    RoundSeats seats(domain, {&good, &bad});
    const Course course = play(seats.speakers);
    REQUIRE(course.forfeit.has_value());
    CHECK(course.forfeit->who == 1);
    CHECK(course.ending == Ending::kWalkAway);
    CHECK_FALSE(course.agreement.has_value());
    return course.forfeit->why;
  };
  tests::Puppet outside = tests::stubborn(99);
  tests::Puppet throws(
      [](auto&&...) -> Answer { throw std::runtime_error("lost"); },
      [](auto&&...) -> std::optional<agenda::Outcome> { throw std::runtime_error("lost"); });
  const auto multiple = [&](auto& speakers) {
    return session::play_multiple_offers(domain.agenda, speakers, rounds(3), 2);
  };
  const auto concession = [&](auto& speakers) {
    return session::play_monotonic_concession(domain.agenda, speakers, rounds(3), base::Draws(1),
                                              nullptr);
  };
  const auto text = [&](auto& speakers) {
    return session::play_single_text(domain.agenda, speakers, rounds(3), base::Draws(1));
  };
  CHECK(plays(multiple, outside) == "offered a package that is not on the agenda");
  CHECK(plays(concession, outside) == "offered a package that is not on the agenda");
  CHECK(plays(multiple, throws) == "lost");
  CHECK(plays(concession, throws) == "lost");
  CHECK(plays(text, throws) == "lost");
}

TEST_CASE("a Pareto concession leaves nobody else worse off and somebody better") {
  const preferences::Domain domain = tests::split_domain(3);
  const auto owned = preferences::tables_of(domain);
  const auto judge = session::pareto_concession({owned[0].get(), owned[1].get(), owned[2].get()});
  CHECK(judge(session::seat_of(0), 8, 7));        // both others gain a slice
  CHECK_FALSE(judge(session::seat_of(0), 8, 9));  // both lose one
  CHECK_FALSE(judge(session::seat_of(1), 3, 2));  // the first loses, the third gains
  CHECK_FALSE(judge(session::seat_of(1), 3, 4));
}

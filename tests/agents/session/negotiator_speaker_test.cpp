#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/seats.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::session;
using strategies::Answer;

namespace {

constexpr strategies::Turn kTurn{0, 10, 1.0 / 11};

struct Seated {
  explicit Seated(tests::Puppet& puppet) {
    place.own = &own;
    place.position = 1;
    speaker.emplace(puppet, place);
    v1::Envelope opening;
    opening.mutable_opening();
    speaker->receive(opening, kTurn);
  }
  v1::Envelope say() {
    v1::Envelope answer;
    speaker->move(kTurn, true, answer);
    return answer;
  }
  void hear(agenda::Outcome outcome) {
    v1::Envelope message;
    message.set_from(seat_of(0));
    message.mutable_offer()->set_outcome(outcome);
    speaker->receive(message, kTurn);
  }

  preferences::Domain domain = tests::split_domain();
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables = preferences::tables_of(domain);
  strategies::OwnPreferences own{*tables[1]};
  strategies::Place place;
  std::optional<NegotiatorSpeaker> speaker;
};

}  // namespace

TEST_CASE("reasons tell an opening bid from a concession and from holding firm") {
  std::vector<agenda::Outcome> plan{0, 2, 2, 1};
  std::size_t next = 0;
  tests::Puppet puppet([](auto&&...) { return Answer::kReject; },
                       [&](auto&&...) { return plan[next++]; });
  Seated seated(puppet);
  CHECK(seated.say().offer().reason().code() == v1::REASON_CODE_OPENING_BID);
  const v1::Envelope conceded = seated.say();
  CHECK(conceded.offer().reason().code() == v1::REASON_CODE_CONCEDED);
  CHECK(conceded.offer().reason().a() == 8);
  CHECK(conceded.offer().reason().b() == 10);
  CHECK(seated.say().offer().reason().code() == v1::REASON_CODE_HELD_FIRM);
  CHECK(seated.say().offer().reason().code() == v1::REASON_CODE_HELD_FIRM);
}

TEST_CASE("an answer is asked for only when another party's offer stands") {
  int asked = 0;
  tests::Puppet puppet(
      [&](auto&&...) {
        ++asked;
        return Answer::kAccept;
      },
      [](auto&&...) { return agenda::Outcome{3}; });
  Seated seated(puppet);
  CHECK(seated.say().offer().outcome() == 3);
  CHECK(asked == 0);
  seated.hear(4);
  const v1::Envelope answer = seated.say();
  CHECK(asked == 1);
  CHECK(answer.acceptance().outcome() == 4);
  CHECK(answer.acceptance().reason().code() == v1::REASON_CODE_OFFER_GOOD_ENOUGH);
  REQUIRE(puppet.heard.size() == 1);
  CHECK(puppet.heard[0] == std::pair<std::uint32_t, agenda::Outcome>{0, 4});
}

TEST_CASE("a negotiator may walk away when it answers or when it should propose") {
  tests::Puppet leaves([](auto&&...) { return Answer::kWalkAway; },
                       [](auto&&...) { return agenda::Outcome{3}; });
  Seated first(leaves);
  first.hear(4);
  CHECK(first.say().has_walk_away());
  tests::Puppet speechless([](auto&&...) { return Answer::kReject; },
                           [](auto&&...) { return std::optional<agenda::Outcome>(); });
  Seated second(speechless);
  CHECK(second.say().walk_away().reason().code() == v1::REASON_CODE_NOTHING_PAYS);
}

#include <string>
#include <utility>
#include <vector>

#include <tests/viz/model/seat/game_fixture.hpp>
#include <viz/model/phrases.hpp>
#include <viz/model/seat/what_became.hpp>

using namespace monazite;
using namespace monazite::test_support;
using viz::game::what_became;

namespace {

using Kind = viz::game::Decision::Kind;

constexpr std::uint64_t kTalks = 9;

/// What a seat hears, one message after the other.
struct Hearing {
  viz::game::Knowledge knowledge;

  base::SeatId seat(const char* name) const {
    const auto& seats = three_years().seats;
    for (std::size_t i = 0; i < seats.size(); ++i) {
      if (seats[i].name == name) return static_cast<base::SeatId>(base::kFirstSeat + i);
    }
    return 0;
  }
  v1::Envelope& hear(base::SeatId from) {
    v1::Envelope& message = knowledge.heard.emplace_back();
    message.set_from(from);
    message.set_conversation(kTalks);
    message.set_day(base::to_day({2026, 1, 20}).number);
    return message;
  }
};

Hearing japan() {
  Hearing hearing;
  hearing.knowledge.seat = hearing.seat("japan");
  return hearing;
}

}  // namespace

TEST_CASE("an acceptance that fails at home is told with the home and the office in the way") {
  Hearing hearing = japan();
  hearing.hear(hearing.seat("japan")).mutable_acceptance()->set_outcome(3);
  v1::Clearance& own = *hearing.hear(base::kRegistrar).mutable_clearance();
  own.set_side(hearing.seat("japan"));
  own.set_given(true);
  v1::Clearance& refused = *hearing.hear(base::kRegistrar).mutable_clearance();
  refused.set_side(hearing.seat("india"));
  refused.set_named(v1::OFFICE_ATOMIC_ENERGY);
  const auto told = what_became(hearing.knowledge, 0, three_years(), decision(Kind::kAccept, 3));
  REQUIRE(told.size() == 2);
  CHECK(told[0] == "You accepted their offer on 20 January 2026.");
  CHECK(told[1] ==
        "The home of India refused clearance, atomic energy is against it; the offer is off the "
        "table.");
  refused.set_side(hearing.seat("japan"));
  refused.set_named(v1::OFFICE_NONE);
  CHECK(what_became(hearing.knowledge, 0, three_years(), decision(Kind::kAccept, 3))[1].find(
            "Your own home refused clearance, the side as a whole") == 0);
}

TEST_CASE("an offer that comes back is told apart from one that moved, and old news are not told") {
  Hearing hearing = japan();
  hearing.hear(hearing.seat("india")).mutable_offer()->set_outcome(5);
  const std::size_t since = hearing.knowledge.heard.size();
  v1::Offer& offer = *hearing.hear(hearing.seat("india")).mutable_offer();
  const auto tell = [&] {
    return what_became(hearing.knowledge, since, three_years(), decision(Kind::kOffer));
  };
  offer.set_outcome(5);
  CHECK(tell() == std::vector<std::string>{"India stood by its offer on 20 January 2026."});
  offer.set_outcome(6);
  CHECK(tell() == std::vector<std::string>{"India answered with a new offer on 20 January 2026."});
}

TEST_CASE("how talks ended matters more than what was said before") {
  Hearing hearing = japan();
  for (std::uint64_t i = 1; i < 5; ++i) {
    hearing.hear(hearing.seat("india")).mutable_offer()->set_outcome(i);
  }
  hearing.hear(hearing.seat("india")).mutable_walk_away();
  hearing.hear(base::kRegistrar).mutable_closing()->set_how(v1::Closing::HOW_WALK_AWAY);
  const auto told = what_became(hearing.knowledge, 0, three_years(), decision(Kind::kOffer));
  REQUIRE(told.size() == 2);
  CHECK(told[0] == "India walked away from the table.");
  CHECK(told[1] == "The talks ended without a deal on 20 January 2026.");
}

TEST_CASE("a seat that is asked again is always told something, in either language") {
  const auto game = game_as("japan");
  int told = 0;
  for (int i = 0; i < 25 && game->question(); ++i) {
    const std::size_t since = game->knowledge().heard.size();
    const bool accept = game->question()->standing.has_value() && i % 5 == 4;
    if (!game->answer(decision(accept ? Kind::kAccept : Kind::kStaff)).has_value()) continue;
    if (!game->question()) break;
    const auto words =
        what_became(game->knowledge(), since, game->scenario(), game->decisions().back());
    REQUIRE_FALSE(words.empty());
    CHECK(words.size() <= 2);
    for (const std::string& sentence : words) {
      INFO(sentence);
      CHECK(viz::in_japanese(sentence) != sentence);
    }
    ++told;
  }
  CHECK(told > 10);
}

#pragma once

#include <memory>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/support/scratch.hpp>
#include <viz/model/seat/coach.hpp>
#include <viz/model/seat/seat_game.hpp>

namespace monazite::test_support {

/// june-2025 until the end of 2027: long enough for the first consultation.
inline const scenarios::Scenario& three_years() {
  static const scenarios::Scenario kept = scenario("june-2025", {"calendar.last_day=2027-12-31"});
  return kept;
}

inline std::unique_ptr<viz::game::SeatGame> game_as(const char* seat,
                                                    viz::game::SeatOptions options = {},
                                                    std::uint64_t seed = 42) {
  options.program_version = "test";
  auto game = viz::game::SeatGame::start(three_years(), seed, seat, options);
  REQUIRE(game.has_value());
  return *std::move(game);
}

inline viz::game::Decision decision(viz::game::Decision::Kind kind, std::uint64_t outcome = 0) {
  viz::game::Decision made;
  made.kind = kind;
  made.outcome = outcome;
  return made;
}

/// Whether an encounter of the seat has closed.
inline bool something_closed(const viz::game::SeatGame& game) {
  for (const v1::Envelope& message : game.knowledge().heard) {
    if (message.has_closing()) return true;
  }
  return false;
}

/// Does what the coach says until the first encounter of the seat has closed.
inline void follow_the_coach(viz::game::SeatGame& game) {
  using Kind = viz::game::Decision::Kind;
  while (game.question() && !something_closed(game)) {
    if (game.question()->kind == viz::game::Question::Kind::kInvitation) {
      REQUIRE(game.answer(decision(Kind::kAgree)).has_value());
      continue;
    }
    const viz::game::Coach coach(*game.table(), "them");
    const viz::game::Suggestion& suggestion = coach.suggestion();
    const bool accept = suggestion.kind == viz::game::Suggestion::Kind::kAccept;
    REQUIRE(suggestion.kind != viz::game::Suggestion::Kind::kNothing);
    viz::game::Decision made = decision(accept ? Kind::kAccept : Kind::kOffer, suggestion.outcome);
    made.note = "as the coach says";
    REQUIRE(game.answer(made).has_value());
  }
}

/// A game of Japan that follows the coach to an agreement; played once.
inline viz::game::SeatGame& japan_and_the_coach() {
  static const std::unique_ptr<viz::game::SeatGame> kept = [] {
    auto game = game_as("japan");
    follow_the_coach(*game);
    return game;
  }();
  return *kept;
}

}  // namespace monazite::test_support

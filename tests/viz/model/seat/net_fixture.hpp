#pragma once

#include <chrono>
#include <string>
#include <thread>

#include <tests/viz/model/seat/game_fixture.hpp>
#include <tests/world/lab/network/hosted.hpp>
#include <viz/model/seat/net_game.hpp>

namespace monazite::test_support {

inline viz::HostPlace place_of(Hosted& host, const std::string& token = "letmein-here") {
  viz::HostPlace place;
  place.address = {"127.0.0.1", host.game().port()};
  place.token = token;
  place.program = "test";
  return place;
}

inline viz::game::NetSeat net_seat(Hosted& host, const std::string& seat,
                                   const std::string& token = "letmein-here") {
  return {place_of(host, token), 0, seat, "somebody"};
}

/// Looks again and again until something is so; gives up after a minute.
template <class Look, class Done>
bool wait_until(Look&& look, Done&& done) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (std::chrono::steady_clock::now() < until) {
    look();
    if (done()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

/// Polls a game until something is so.
template <class Done>
bool poll_until(viz::game::Game& game, Done&& done) {
  return wait_until([&game] { game.poll(); }, done);
}

/// Until the person is asked, or nothing is left to be asked.
inline bool next_question(viz::game::Game& game) {
  return poll_until(game, [&game] { return game.question().has_value() || game.finished(); });
}

/// One decision as the coach makes it, for the question that waits.
inline viz::game::Decision coached(const viz::game::Game& game) {
  using Kind = viz::game::Decision::Kind;
  if (game.question()->kind == viz::game::Question::Kind::kInvitation) {
    return decision(Kind::kAgree);
  }
  const viz::game::Coach coach(*game.table(), "them");
  const viz::game::Suggestion& suggestion = coach.suggestion();
  const bool accept = suggestion.kind == viz::game::Suggestion::Kind::kAccept;
  viz::game::Decision made = decision(accept ? Kind::kAccept : Kind::kOffer, suggestion.outcome);
  made.note = "as the coach says";
  made.statement = "we stay friends";
  return made;
}

/// Whether talks of the seat have ended.
inline bool has_closing(const viz::game::Game& game) {
  for (const v1::Envelope& message : game.knowledge().heard) {
    if (message.has_closing()) return true;
  }
  return false;
}

}  // namespace monazite::test_support

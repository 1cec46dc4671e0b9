#include <tests/agents/bare_session.hpp>

namespace monazite::tests {

using strategies::Answer;
using strategies::Place;
using strategies::Turn;

BareGame play_bare(const std::vector<strategies::Negotiator*>& negotiators,
                   const std::vector<const strategies::OwnPreferences*>& own, std::uint32_t rounds,
                   std::uint64_t seed) {
  const auto parties = static_cast<std::uint32_t>(negotiators.size());
  for (std::uint32_t who = 0; who < parties; ++who) {
    negotiators[who]->begin(Place{own[who], who, parties, rounds, base::Draws(seed)});
  }
  BareGame game;
  std::optional<agenda::Outcome> standing;
  std::uint32_t accepted = 0;  // by how many since the standing offer was made
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const Turn turn{round, rounds, (round + 1.0) / (rounds + 1.0)};
    game.round = round;
    for (std::uint32_t who = 0; who < parties; ++who) {
      if (standing) {
        const Answer answer = negotiators[who]->respond(turn, *standing);
        if (answer == Answer::kWalkAway) {
          game.end = BareGame::End::kWalkAway;
          return game;
        }
        if (answer == Answer::kAccept) {
          game.yes.push_back({round, who, *standing});
          if (++accepted + 1 < parties) continue;
          game.end = BareGame::End::kAgreement;
          game.agreement = standing;
          return game;
        }
      }
      const auto offer = negotiators[who]->propose(turn);
      if (!offer) {
        game.end = BareGame::End::kWalkAway;
        return game;
      }
      game.offers.push_back({round, who, *offer});
      for (std::uint32_t other = 0; other < parties; ++other) {
        if (other != who) negotiators[other]->hear(turn, who, *offer);
      }
      standing = offer;
      accepted = 0;
    }
  }
  game.round = rounds;
  return game;
}

}  // namespace monazite::tests

#include <cmath>

#include <agents/strategies/encounter/text_voters.hpp>
#include <tests/agents/strategies/encounter/pie.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::Annealer;
using strategies::Answer;
using strategies::HillClimber;
using strategies::OwnPreferences;
using strategies::Place;
using strategies::Turn;

namespace {

struct Table {
  explicit Table(double reservation = 0) {
    domain.profiles[0].reservation = reservation;
    tables.emplace(domain);
    own.emplace(*tables->all[0]);
    place.own = &*own;
    place.rounds = 100;
  }
  preferences::Domain domain = tests::pie(10);
  std::optional<tests::Tables> tables;
  std::optional<OwnPreferences> own;
  Place place;
};

Turn in_round(std::uint32_t r) {
  return {r, 100, (r + 1) / 101.0};
}

}  // namespace

TEST_CASE("a hill climber says yes to what is no worse than the standing text") {
  const Table table;
  HillClimber voter;
  voter.begin(table.place);
  voter.hear(in_round(0), 1, 4);
  CHECK(voter.respond(in_round(0), 3) == Answer::kReject);
  CHECK(voter.respond(in_round(0), 5) == Answer::kAccept);
  voter.hear(in_round(1), 1, 5);
  CHECK(voter.respond(in_round(1), 4) == Answer::kReject);
}

TEST_CASE("nobody signs a standing text that is worse than no deal") {
  const Table table(0.45);
  HillClimber climber;
  climber.begin(table.place);
  Annealer annealer(0.1);
  annealer.begin(table.place);
  for (strategies::Negotiator* voter :
       std::initializer_list<strategies::Negotiator*>{&climber, &annealer}) {
    voter->hear(in_round(0), 1, 4);
    CHECK(voter->respond(in_round(99), 4) == Answer::kReject);
    voter->hear(in_round(0), 1, 5);
    CHECK(voter->respond(in_round(99), 5) == Answer::kAccept);
    CHECK(voter->propose(in_round(0)) == strategies::Outcome{10});
  }
}

TEST_CASE("an annealer takes losses as often as the temperature says, and fewer as it falls") {
  const Table table;
  const auto accepted = [&](std::uint32_t at, strategies::Outcome text) {
    int yes = 0;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
      Annealer voter(0.2);
      Place place = table.place;
      place.draws = base::Draws(seed);
      voter.begin(place);
      voter.hear(in_round(at), 1, 5);
      yes += voter.respond(in_round(at), text) == Answer::kAccept ? 1 : 0;
    }
    return yes / 4000.0;
  };
  // Five standard deviations of a share of 4000 are at most 0.04.
  CHECK(std::fabs(accepted(0, 4) - std::exp(-0.1 / 0.2)) < 0.04);
  CHECK(std::fabs(accepted(0, 2) - std::exp(-0.3 / 0.2)) < 0.04);
  CHECK(std::fabs(accepted(50, 4) - std::exp(-0.1 / 0.1)) < 0.04);
  CHECK(accepted(99, 4) < 0.001);
  CHECK(accepted(99, 6) == 1);
}

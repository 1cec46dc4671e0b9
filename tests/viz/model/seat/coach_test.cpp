#include <cmath>

#include <tests/viz/model/seat/game_fixture.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

namespace {

std::string heard_bytes(const viz::game::SeatGame& game) {
  std::string bytes;
  for (const v1::Envelope& message : game.knowledge().heard) message.AppendToString(&bytes);
  return bytes;
}

double width(const viz::game::Band& band) {
  return band.high - band.low;
}

}  // namespace

TEST_CASE("the coach knows no more than the seat: what is hidden makes no difference") {
  viz::game::SeatOptions options;
  options.private_scale["india"] = 1.5;
  const auto one = game_as("japan");
  const auto other = game_as("japan", options);
  // India has said nothing at the table so far, so Japan has heard the same of both Indias.
  REQUIRE(heard_bytes(*one) == heard_bytes(*other));
  const viz::game::Coach a(*one->table(), "India"), b(*other->table(), "India");
  CHECK(a.suggestion().text == b.suggestion().text);
  CHECK(a.reservation().low == b.reservation().low);
  CHECK(a.reservation().high == b.reservation().high);
  REQUIRE(a.frontier().size() == b.frontier().size());
  for (std::size_t i = 0; i < a.frontier().size(); ++i) {
    CHECK(a.frontier()[i].outcome == b.frontier()[i].outcome);
    CHECK(a.frontier()[i].theirs.mid == b.frontier()[i].theirs.mid);
    CHECK(a.chance(a.frontier()[i].outcome).mid == b.chance(b.frontier()[i].outcome).mid);
  }
  // And the two are different Indias, as the whole history shows.
  const auto end = [](const viz::game::SeatGame& game) { return game.played_out({}); };
  CHECK(end(*one) != end(*other));
}

TEST_CASE("estimates are bands in order, narrower with more offers") {
  const auto game = game_as("japan");
  const agenda::Outcome some = game->table()->state.outcome(10);
  const viz::game::Coach before(*game->table(), "India");
  const viz::game::Band first = before.estimate(some);
  CHECK(first.low < first.mid);
  CHECK(first.mid < first.high);
  const viz::game::Band chance = before.chance(some);
  CHECK(chance.low >= 0.02);
  CHECK(chance.low <= chance.mid);
  CHECK(chance.mid <= chance.high);
  CHECK(chance.high <= 0.95);
  const agenda::Outcome best = game->table()->state.outcome(*game->table()->state.best());
  for (int i = 0; i < 6; ++i) REQUIRE(game->answer(decision(Kind::kOffer, best)).has_value());
  const viz::game::Coach after(*game->table(), "India");
  CHECK(width(after.reservation()) < width(before.reservation()));
}

TEST_CASE("a suggestion is worth the aspiration, and home would clear it") {
  const auto game = game_as("japan");
  for (int i = 0; i < 10; ++i) {
    const viz::game::TableView& table = *game->table();
    const viz::game::Coach coach(table, "India");
    const viz::game::Suggestion& suggestion = coach.suggestion();
    REQUIRE(suggestion.kind != viz::game::Suggestion::Kind::kNothing);
    CHECK(suggestion.mine >= coach.aspiration() - 1e-9);
    CHECK(coach.aspiration() >= table.reservation());
    CHECK_FALSE(suggestion.text.empty());
    if (suggestion.kind == viz::game::Suggestion::Kind::kAccept) break;
    const auto package = table.state.find(suggestion.outcome);
    REQUIRE(package.has_value());
    CHECK(table.state.open()[*package] == 1);
    REQUIRE(game->answer(decision(Kind::kOffer, suggestion.outcome)).has_value());
  }
}

TEST_CASE("a concession is told with both sides' change") {
  const auto game = game_as("japan");
  const viz::game::TableView* table = game->table();
  CHECK_FALSE(viz::game::Coach(*table, "India").trade(table->status_quo, 0.5).has_value());
  const agenda::Outcome best = table->state.outcome(*table->state.best());
  REQUIRE(game->answer(decision(Kind::kOffer, best)).has_value());
  table = game->table();
  const agenda::Outcome theirs = table->last(false)->outcome;
  const double mine = table->utility(*table->value(theirs));
  const auto trade = viz::game::Coach(*table, "India").trade(theirs, mine);
  REQUIRE(trade.has_value());
  CHECK(std::abs(trade->mine - (mine - table->utility(*table->value(best)))) < 1e-9);
  CHECK(trade->theirs.mid > 0);
  CHECK(trade->headline.find("Your concession: you -") == 0);
  CHECK(trade->headline.find("India about +") != std::string::npos);
  const auto nothing =
      viz::game::Coach(*table, "India").trade(best, table->utility(*table->value(best)));
  REQUIRE(nothing.has_value());
  CHECK(std::abs(nothing->mine) < 1e-9);
  CHECK(width(nothing->theirs) < 1e-9);
}

TEST_CASE("an additive fit gives back what is additive") {
  auto agenda = agenda::Agenda::make(
      "two", {{"a", "", {"x", "y", "z"}, {0, 1, 2}, 0, {}}, {"b", "", {"u", "v"}, {0, 1}, 0, {}}});
  REQUIRE(agenda.has_value());
  std::vector<agenda::Outcome> packages;
  std::vector<double> values;
  for (int copy = 0; copy < 200; ++copy) {
    for (agenda::Outcome outcome = 0; outcome < agenda->size(); ++outcome) {
      packages.push_back(outcome);
      values.push_back(3 * agenda->value(outcome, 0) - 2 * agenda->value(outcome, 1));
    }
  }
  const viz::game::AdditiveFit fit(*agenda, packages, values);
  for (std::size_t i = 0; i < agenda->size(); ++i) {
    CHECK(std::abs(fit.value(*agenda, packages[i]) - values[i]) < 0.05);
  }
  CHECK(std::abs(fit.range(0) - 6) < 0.05);
  CHECK(std::abs(fit.range(1) - 2) < 0.05);
  CHECK(fit.error() < 0.05);
}

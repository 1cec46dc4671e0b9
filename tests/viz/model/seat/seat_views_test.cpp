#include <cmath>

#include <tests/viz/model/seat/game_fixture.hpp>
#include <viz/model/seat/bid.hpp>
#include <viz/model/seat/brief_view.hpp>
#include <viz/model/seat/news.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

TEST_CASE("a brief says what matters, what no deal is worth and what is known") {
  const auto game = game_as("japan");
  const auto view = viz::game::brief_view(*game);
  REQUIRE(view.has_value());
  REQUIRE(view->goals.size() == game->table()->agenda->issues().size());
  double sum = 0;
  for (std::size_t i = 0; i < view->goals.size(); ++i) {
    sum += view->goals[i].weight;
    if (i > 0) CHECK(view->goals[i - 1].weight >= view->goals[i].weight);
  }
  CHECK(std::abs(sum - 1) < 1e-9);
  CHECK(view->goals.front().words == "Volume high");
  CHECK(std::abs(view->reservation - game->table()->reservation()) < 1e-12);
  CHECK(view->reservation_words == "what you have without a deal");
  CHECK_FALSE(view->on_the_table.has_value());
  CHECK(view->facts.size() == 6);
  CHECK(view->facts[0].text == "Makers' stocks last 63 days (30 September 2025)");
  double offices = 0;
  for (const viz::game::OfficeLine& office : view->offices) offices += office.weight;
  CHECK(std::abs(offices - 1) < 1e-9);
  for (const viz::game::Fact& fact : view->facts) CHECK(fact.as_of <= game->question()->day);
}

TEST_CASE("the reservation value moves from meeting to meeting, and the brief tells it") {
  const auto game = game_as("japan");
  const agenda::Outcome best = game->table()->state.outcome(*game->table()->state.best());
  while (game->question()->meeting < 4) {
    REQUIRE(game->answer(decision(Kind::kOffer, best)).has_value());
  }
  const auto view = viz::game::brief_view(*game);
  REQUIRE(view.has_value());
  CHECK(view->reservation_words.find("29 November 2025") != std::string::npos);
  REQUIRE(view->on_the_table.has_value());
  CHECK(view->table_words.find("your reservation value by") != std::string::npos);
}

TEST_CASE("every sort of seat knows something of the world") {
  for (const char* seat : {"india", "irel", "toyotsu", "toyota"}) {
    INFO(seat);
    auto game = viz::game::SeatGame::start(three_years(), 42, seat, {});
    if (!game) continue;  // a maker of another name
    while ((*game)->question() && (*game)->question()->day < base::Day{19900}) {
      REQUIRE((*game)->answer(decision(Kind::kStaff)).has_value());
    }
    const auto facts = viz::game::facts_of((*game)->knowledge(), (*game)->scenario());
    CHECK(facts.size() >= 4);
    for (const viz::game::Fact& fact : facts) CHECK(fact.text.find("(") > 5);
  }
}

TEST_CASE("a bid is valued as it is put together, clause by clause") {
  const auto game = game_as("japan");
  viz::game::BidComposer composer(*game, viz::game::BidStart::kBlank);
  CHECK(composer.outcome() == game->table()->status_quo);
  auto bid = composer.bid();
  REQUIRE(bid.has_value());
  for (const double worth : bid->clause_worth) CHECK(worth == 0);
  CHECK_FALSE(bid->from_my_last.has_value());
  const double before = bid->utility;
  const std::uint32_t level = composer.level(0) + 1;
  composer.set_level(0, level);
  CHECK(composer.level(0) == level);
  bid = composer.bid();
  REQUIRE(bid.has_value());
  const std::uint32_t runs = game->scratch_runs();
  composer.set_level(1, 0);
  REQUIRE(composer.bid().has_value());
  CHECK(game->scratch_runs() == runs);  // one step away was asked for already
  CHECK(std::abs(bid->clause_worth[0] - (bid->utility - before)) < 1e-6);
  CHECK(std::abs(bid->above_reservation - (bid->utility - game->table()->reservation())) < 1e-12);
  composer.begin(viz::game::BidStart::kMyLast);
  bid = composer.bid();
  REQUIRE(bid.has_value());
  CHECK(bid->home == viz::game::Bid::Home::kClears);
  REQUIRE(game->answer(decision(Kind::kOffer, composer.outcome())).has_value());
  viz::game::BidComposer theirs(*game, viz::game::BidStart::kTheirs);
  CHECK(theirs.outcome() == game->table()->last(false)->outcome);
  bid = theirs.bid();
  REQUIRE(bid.has_value());
  REQUIRE(bid->from_my_last.has_value());
  CHECK(*bid->from_my_last < 0);
  REQUIRE(bid->from_theirs.has_value());
  CHECK(std::abs(*bid->from_theirs) < 1e-9);
}

TEST_CASE("for a package that no brief lists, similar ones tell what home might say") {
  const auto game = game_as("japan");
  agenda::Outcome free = game->table()->status_quo;
  while (game->table()->state.find(free)) ++free;
  viz::game::BidComposer composer(*game);
  composer.set(free);
  const auto bid = composer.bid();
  REQUIRE(bid.has_value());
  CHECK(bid->home == viz::game::Bid::Home::kUnknown);
  REQUIRE(bid->similar_clear.has_value());
  CHECK(*bid->similar_clear >= 0);
  CHECK(*bid->similar_clear <= 1);
}

TEST_CASE("the news of a seat are what it heard, and nothing that was kept from it") {
  const auto game = game_as("japan");
  const auto news = viz::game::news_of(game->knowledge(), game->scenario());
  REQUIRE(news.size() > 3);
  bool licences = false, asked = false;
  for (std::size_t i = 0; i < news.size(); ++i) {
    if (i > 0) CHECK(news[i - 1].day <= news[i].day);
    licences = licences || news[i].text.find("China") == 0;
    asked = asked || news[i].text.find("asks atomic energy and IREL") != std::string::npos;
  }
  CHECK(licences);
  CHECK_FALSE(asked);  // between offices in Delhi; Japan reads of it in the papers
}

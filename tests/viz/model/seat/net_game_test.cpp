#include <tests/viz/model/seat/net_fixture.hpp>
#include <viz/model/seat/bid.hpp>
#include <viz/model/seat/brief_view.hpp>
#include <viz/model/seat/debrief.hpp>

using namespace monazite;
using namespace monazite::test_support;
using viz::game::HostState;
using viz::game::NetGame;
using Kind = viz::game::Decision::Kind;
using Stage = HostState::Stage;

namespace {

/// Japan's game at a host, from the first question on.
class AtAHost {
 public:
  explicit AtAHost(lab::GameOptions options = open_seats({"japan"}, 42))
      : host(std::move(options), three_years()), game(net_seat(host, "japan"), {}) {
    host.begin();
  }

  /// Goes to the first move at a table, by agreeing to talk.
  void come_to_the_table() {
    while (next_question(game) && !game.finished() &&
           game.question()->kind != viz::game::Question::Kind::kMove) {
      REQUIRE(game.answer(coached(game)).has_value());
    }
    REQUIRE(game.question().has_value());
  }
  void follow_the_coach_to_the_end() {
    while (next_question(game) && !game.finished() && !has_closing(game)) {
      REQUIRE(game.answer(coached(game)).has_value());
    }
    leave_the_rest();
  }
  void leave_the_rest() {
    if (!game.finished()) REQUIRE(game.hand_over().has_value());
    REQUIRE(poll_until(game, [this] { return game.finished(); }));
    (void)host.results();
  }
  /// The recording of a game in this process with the same decisions.
  [[nodiscard]] std::string at_home() const {
    return game_as("japan")->played_out(game.decisions());
  }

  Hosted host;
  NetGame game;
};

}  // namespace

TEST_CASE("a person who leaves everything to the staff changes nothing in the history") {
  AtAHost table(open_seats({"japan"}, 42));
  REQUIRE(next_question(table.game));
  CHECK(table.game.seat() == base::kFirstSeat + 1);
  CHECK(table.game.scenario().seats.size() == three_years().seats.size());
  table.leave_the_rest();
  CHECK(table.game.decisions().size() == 1);
  const std::string bytes = table.host.recording();
  CHECK(bytes == game_as("japan")->machine_in_my_seat());
  CHECK(table.game.whole_recording() == bytes);
}

TEST_CASE("the same decisions leave the same recording at home and at a host") {
  AtAHost table;
  table.follow_the_coach_to_the_end();
  CHECK(table.game.decisions().size() > 4);
  CHECK(has_closing(table.game));
  CHECK(table.host.recording() == table.at_home());
}

TEST_CASE("what the seat knows at a question is the same at home and at a host") {
  AtAHost table;
  table.come_to_the_table();
  auto home = game_as("japan");
  for (const viz::game::Decision& made : table.game.decisions()) {
    REQUIRE(home->answer(made).has_value());
  }
  const viz::game::Knowledge& here = table.game.knowledge();
  REQUIRE(here.heard.size() == home->knowledge().heard.size());
  for (std::size_t i = 0; i < here.heard.size(); ++i) {
    INFO(i);
    CHECK(here.heard[i].SerializeAsString() == home->knowledge().heard[i].SerializeAsString());
  }
  CHECK(table.game.question()->deadline == home->question()->deadline);
  CHECK(table.game.question()->conversation == home->question()->conversation);
  CHECK_FALSE(table.game.can_undo());
  CHECK_FALSE(table.game.undo());
}

TEST_CASE("values beyond the brief are estimates until the mandate is asked") {
  AtAHost table;
  table.come_to_the_table();
  NetGame& game = table.game;
  viz::game::BidComposer composer(game, viz::game::BidStart::kBlank);
  const auto& issues = game.table()->agenda->issues();
  // Far from what the brief has.
  for (std::size_t i = 0; i < issues.size(); ++i) {
    composer.set_level(i, static_cast<std::uint32_t>((i * 7 + 1) % issues[i].levels()));
  }
  const auto guess = composer.bid();
  REQUIRE(guess.has_value());
  REQUIRE(guess->estimated);
  CHECK(viz::game::brief_view(game)->goals_estimated);
  const std::size_t heard = game.knowledge().heard.size();
  REQUIRE(game.ask_worth(composer.compared()).has_value());
  CHECK(game.host()->asks_worth);
  CHECK_FALSE(game.answer(decision(Kind::kWalkAway)).has_value());
  REQUIRE(poll_until(game, [&] { return game.knows_value(composer.outcome()); }));
  CHECK_FALSE(game.host()->asks_worth);
  CHECK(game.knowledge().heard.size() == heard + 2);
  REQUIRE(game.question().has_value());
  const auto exact = composer.bid();
  REQUIRE(exact.has_value());
  CHECK_FALSE(exact->estimated);
  auto home = game_as("japan");
  for (const viz::game::Decision& made : game.decisions()) {
    REQUIRE(home->answer(made).has_value());
  }
  CHECK(exact->value_musd == home->appraise({composer.outcome()})->front());
  CHECK(game.answer(decision(Kind::kOffer, composer.outcome())).has_value());
  CHECK_FALSE(game.question().has_value());
  table.leave_the_rest();
}

TEST_CASE("a connection that is cut comes back to the same question, and nothing is lost") {
  AtAHost table;
  table.come_to_the_table();
  NetGame& game = table.game;
  const std::size_t heard = game.knowledge().heard.size();
  game.cut();
  REQUIRE(poll_until(game, [&] { return game.host()->stage == Stage::kLost; }));
  CHECK_FALSE(game.host()->sentence.empty());
  CHECK(game.question().has_value());
  REQUIRE(poll_until(game, [&] { return game.host()->stage == Stage::kPlaying; }));
  CHECK(game.question().has_value());
  CHECK(game.knowledge().heard.size() == heard);
  REQUIRE(game.answer(coached(game)).has_value());
  // Once more with an answer under way.
  if (next_question(game) && game.question()) {
    game.cut();
    REQUIRE(game.answer(coached(game)).has_value());
  }
  table.follow_the_coach_to_the_end();
  CHECK(table.host.recording() == table.at_home());
}

TEST_CASE("a wrong token is told in the host's words, and so is a seat that is taken") {
  Hosted host(open_seats({"japan"}), three_years());
  NetGame stranger(net_seat(host, "japan", "guess"), {});
  REQUIRE(poll_until(stranger, [&] { return stranger.host()->stage == Stage::kFailed; }));
  CHECK(stranger.host()->sentence == "the host says: the token is not this host's");
  CHECK_FALSE(stranger.finished());
  NetGame first(net_seat(host, "japan"), {});
  REQUIRE(poll_until(first, [&] { return first.host()->stage == Stage::kPlaying; }));
  NetGame second(net_seat(host, "japan"), {});
  REQUIRE(poll_until(second, [&] { return second.host()->stage == Stage::kFailed; }));
  CHECK_THAT(second.host()->sentence, Catch::Matchers::ContainsSubstring("is taken"));
}

TEST_CASE("nobody hosts there: it is said, and tried again") {
  Hosted host(open_seats({"japan"}), three_years());
  viz::game::NetSeat seat = net_seat(host, "japan");
  seat.place.address.port = 1;
  NetGame game(seat, {});
  REQUIRE(poll_until(game, [&] { return !game.host()->sentence.empty(); }));
  CHECK(game.host()->stage == Stage::kConnecting);
  CHECK_THAT(game.host()->sentence,
             Catch::Matchers::ContainsSubstring("nobody hosts at 127.0.0.1:1"));
}

TEST_CASE("who thinks longer than the host waits is told that the staff decided") {
  lab::GameOptions options = open_seats({"japan"}, 42);
  options.patience.decide_within = std::chrono::milliseconds(700);
  AtAHost table(options);
  REQUIRE(next_question(table.game));
  REQUIRE(table.game.host()->seconds_left.has_value());
  CHECK(*table.game.host()->seconds_left <= 0.7);
  std::string told;
  REQUIRE(poll_until(table.game, [&] { return !(told = table.game.take_sentence()).empty(); }));
  CHECK(told == "Your time was over: the staff decided in your place");
  table.leave_the_rest();
  CHECK(table.game.finished());
}

TEST_CASE("at the end both sides' values are there, unless the host keeps them") {
  AtAHost table;
  table.come_to_the_table();
  CHECK_FALSE(viz::game::debrief(table.game).has_value());
  table.follow_the_coach_to_the_end();
  CHECK_FALSE(table.game.kept_hidden());
  const auto debrief = viz::game::debrief(table.game);
  REQUIRE(debrief.has_value());
  const auto home = game_as("japan");
  for (const viz::game::Decision& made : table.game.decisions()) {
    REQUIRE(home->answer(made).has_value());
  }
  const auto at_home = viz::game::debrief(*home);
  REQUIRE(at_home.has_value());
  CHECK(debrief->headline == at_home->headline);
  CHECK(debrief->sentences == at_home->sentences);
  REQUIRE(debrief->clauses.size() == at_home->clauses.size());
  for (std::size_t i = 0; i < debrief->clauses.size(); ++i) {
    CHECK(debrief->clauses[i].to_me == at_home->clauses[i].to_me);
    CHECK(debrief->clauses[i].to_them == at_home->clauses[i].to_them);
  }
  CHECK(debrief->machine_recording == at_home->machine_recording);

  lab::GameOptions secret = open_seats({"japan"}, 42);
  secret.reveals = false;
  AtAHost hidden(secret);
  hidden.follow_the_coach_to_the_end();
  CHECK(hidden.game.kept_hidden());
  const auto none = viz::game::debrief(hidden.game);
  REQUIRE_FALSE(none.has_value());
  CHECK_THAT(none.error().message, Catch::Matchers::ContainsSubstring("the host has not told"));
}

TEST_CASE("a question ends with the seat: nothing can be decided where nobody hears it") {
  AtAHost table;
  table.come_to_the_table();
  // Somebody shows the seat's own token, and has it from then on.
  const auto other = table.host.connect();
  v1::Claim claim = test_support::claim("japan", 1);
  for (const auto& seat : table.host.game().board().tables[0]->seats) {
    if (seat.name == "japan") claim.set_token(seat.line->seat_token());
  }
  REQUIRE(other->claim(claim).has_value());
  REQUIRE(poll_until(table.game, [&] { return table.game.host()->stage == Stage::kFailed; }));
  CHECK_FALSE(table.game.question().has_value());
  CHECK_FALSE(table.game.host()->seconds_left.has_value());
  CHECK_THAT(table.game.host()->sentence, Catch::Matchers::ContainsSubstring("claimed again"));
}

TEST_CASE("a program that starts again goes on with the turn in which the mandate was asked") {
  Hosted host(open_seats({"japan"}, 42), three_years());
  host.begin();
  auto first = std::make_unique<NetGame>(net_seat(host, "japan"), viz::game::SeatOptions{});
  while (next_question(*first) && first->question()->kind != viz::game::Question::Kind::kMove) {
    REQUIRE(first->answer(coached(*first)).has_value());
  }
  viz::game::BidComposer composer(*first, viz::game::BidStart::kBlank);
  const auto& issues = first->table()->agenda->issues();
  for (std::size_t i = 0; i < issues.size(); ++i) {
    composer.set_level(i, static_cast<std::uint32_t>((i * 7 + 1) % issues[i].levels()));
  }
  const agenda::Outcome mine = composer.outcome();
  const std::uint64_t conversation = first->question()->conversation;
  REQUIRE(first->ask_worth(composer.compared()).has_value());
  REQUIRE(poll_until(*first, [&] { return first->knows_value(mine); }));
  first.reset();  // without a decision

  NetGame again(net_seat(host, "japan"), {});
  REQUIRE(next_question(again));
  REQUIRE(again.question().has_value());
  CHECK(again.question()->kind == viz::game::Question::Kind::kMove);
  CHECK(again.question()->conversation == conversation);
  CHECK(again.take_sentence().empty());
  CHECK(again.knows_value(mine));
  REQUIRE(again.answer(decision(Kind::kOffer, mine)).has_value());
  REQUIRE(again.hand_over().has_value());
  REQUIRE(poll_until(again, [&] { return again.finished(); }));
  (void)host.results();
  auto recording = recording::Recording::from_bytes(host.recording(), "run");
  REQUIRE(recording.has_value());
  std::size_t offers = 0;
  recording->visit({}, [&](const recording::Record& record) {
    CHECK_FALSE(std::holds_alternative<const v1::SeatEvent*>(record.content));
    const auto* e = std::get_if<const v1::Envelope*>(&record.content);
    if (e != nullptr && (*e)->has_offer() && (*e)->offer().outcome() == mine) {
      ++offers;
    }
  });
  CHECK(offers >= 1);
}

TEST_CASE("a connection that is cut while the recording is shown leaves it whole") {
  AtAHost table;
  REQUIRE(next_question(table.game));
  REQUIRE(table.game.hand_over().has_value());
  bool cut = false;
  REQUIRE(poll_until(table.game, [&] {
    if (!cut && !table.game.whole_recording().empty() && !table.game.finished()) {
      table.game.cut();
      cut = true;
    }
    return table.game.finished();
  }));
  (void)table.host.results();
  CHECK(table.game.whole_recording() == table.host.recording());
}

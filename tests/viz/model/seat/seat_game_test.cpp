#include <map>
#include <variant>

#include <protocol/bus/visibility.hpp>
#include <protocol/recording/reading.hpp>
#include <protocol/recording/sidecar.hpp>
#include <tests/viz/model/seat/game_fixture.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;
using namespace monazite::test_support;
using Kind = viz::game::Decision::Kind;

namespace {

/// What the machine sent in the same history, by the message that asked for it.
std::map<std::uint64_t, std::vector<v1::Envelope>> answers_in(const std::string& bytes,
                                                              base::SeatId seat) {
  auto recording = recording::Recording::from_bytes(bytes, "machine");
  REQUIRE(recording.has_value());
  std::map<std::uint64_t, std::vector<v1::Envelope>> answers;
  recording->visit({}, [&](const recording::Record& record) {
    const auto* message = std::get_if<const v1::Envelope*>(&record.content);
    if (message == nullptr || (*message)->from() != seat) return;
    if (!(*message)->has_appraisal_request()) {
      answers[(*message)->in_reply_to()].push_back(**message);
    }
  });
  return answers;
}

viz::game::Decision copy_of(const std::vector<v1::Envelope>& answers) {
  const v1::Envelope& first = answers.front();
  if (first.has_offer()) return decision(Kind::kOffer, first.offer().outcome());
  if (first.has_acceptance()) return decision(Kind::kAccept);
  if (first.has_walk_away()) return decision(Kind::kWalkAway);
  if (first.has_consultation_reply()) {
    return decision(first.consultation_reply().accepted() ? Kind::kAgree : Kind::kDecline);
  }
  viz::game::Decision acts = decision(Kind::kActs);
  for (const v1::Envelope& one : answers) {
    if (one.has_consultation_request()) {
      acts.acts.push_back({one.consultation_request().office(), v1::ACT_ASK_CONSULTATION});
    } else if (one.has_stock_release()) {
      acts.acts.push_back({one.stock_release().office(), v1::ACT_RELEASE_STOCK});
    } else if (one.has_press_report()) {
      acts.acts.push_back({one.press_report().office(), v1::ACT_LEAK});
    }
  }
  return acts;
}

/// Answers as the machine did; how many questions that took.
std::size_t copy_the_machine(viz::game::SeatGame& game) {
  const auto answers = answers_in(game.machine_in_my_seat(), game.seat());
  while (game.question()) {
    const auto found = answers.find(game.knowledge().question->id());
    REQUIRE(found != answers.end());
    REQUIRE(game.answer(copy_of(found->second)).has_value());
  }
  return game.decisions().size();
}

std::uint64_t machine_digest(const char* seat) {
  const auto game = game_as(seat);
  REQUIRE(game->hand_over().has_value());
  return game->digest();
}

}  // namespace

TEST_CASE("Japan is asked for its first move at the first meeting") {
  const auto game = game_as("japan");
  REQUIRE(game->question().has_value());
  const viz::game::Question& question = *game->question();
  CHECK(question.kind == viz::game::Question::Kind::kMove);
  CHECK(question.table == v1::TABLE_CONSULTATION);
  CHECK(question.meeting == 1);
  CHECK(question.meetings == 24);
  CHECK(question.moves_left == 8);
  CHECK(question.rounds_left == 192);
  CHECK(question.deadline_is_estimate);
  CHECK(question.deadline > question.day + 23 * 28);
  CHECK_FALSE(question.standing.has_value());
  REQUIRE(game->table() != nullptr);
  CHECK(game->table()->reservation() > 0);
  CHECK(game->table()->reservation() < 1);
}

TEST_CASE("seats and tactics that do not exist are told") {
  const auto nobody = viz::game::SeatGame::start(three_years(), 1, "mongolia", {});
  REQUIRE_FALSE(nobody.has_value());
  CHECK(nobody.error().message.find("mongolia") != std::string::npos);
  viz::game::SeatOptions options;
  options.opponent_tactic = "boulwar";
  CHECK_FALSE(viz::game::SeatGame::start(three_years(), 1, "japan", options).has_value());
}

TEST_CASE("a move takes the game to the next question, and undo takes it back") {
  const auto game = game_as("japan");
  const std::uint64_t digest = game->digest();
  const std::size_t heard = game->knowledge().heard.size();
  const std::uint64_t asked = game->knowledge().question->id();
  const std::uint64_t best = game->table()->state.outcome(*game->table()->state.best());
  viz::game::Decision offer = decision(Kind::kOffer, best);
  offer.statement = "We stand by the memorandum.";
  offer.note = "Start high.";
  REQUIRE(game->answer(offer).has_value());
  REQUIRE(game->question().has_value());
  CHECK(game->question()->rounds_made == 2);
  CHECK(game->question()->standing.has_value());
  CHECK(game->table()->last(true)->statement == "We stand by the memorandum.");
  CHECK(game->table()->last(false)->value_musd.has_value());
  CHECK(game->knowledge().question->id() > asked);
  CHECK(game->undo());
  CHECK(game->decisions().empty());
  CHECK(game->digest() == digest);
  CHECK(game->knowledge().heard.size() == heard);
  CHECK(game->knowledge().question->id() == asked);
  CHECK_FALSE(game->undo());
}

TEST_CASE("an illegal move is told in a sentence and taken back") {
  const auto game = game_as("japan");
  const std::uint64_t asked = game->knowledge().question->id();
  const auto refused = game->answer(decision(Kind::kAccept));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == "There is no offer of theirs to accept");
  CHECK(game->decisions().empty());
  REQUIRE(game->question().has_value());
  CHECK(game->knowledge().question->id() == asked);
  CHECK_FALSE(game->answer(decision(Kind::kOffer, game->table()->agenda->size())).has_value());
  CHECK_FALSE(game->answer(decision(Kind::kAgree)).has_value());
  viz::game::Decision talkative = decision(Kind::kOffer, 0);
  talkative.statement.assign(2001, 'x');
  CHECK_FALSE(game->answer(talkative).has_value());
  CHECK(game->decisions().empty());
}

TEST_CASE("who walks away ends the talks") {
  const auto game = game_as("japan");
  const std::uint64_t conversation = game->question()->conversation;
  REQUIRE(game->answer(decision(Kind::kWalkAway)).has_value());
  const auto table = viz::game::table_of(game->knowledge(), conversation);
  REQUIRE(table.has_value());
  CHECK(table->closed.has_value());
  CHECK(table->how == v1::Closing::HOW_WALK_AWAY);
  CHECK_FALSE(table->agreed.has_value());
}

TEST_CASE("a game that copies the machine is the machine's history") {
  const auto japan = game_as("japan");
  CHECK(copy_the_machine(*japan) > 20);
  CHECK(japan->digest() == machine_digest("japan"));
  const auto india = game_as("india");
  CHECK(copy_the_machine(*india) > 20);
  CHECK(india->digest() == machine_digest("india"));
  CHECK(japan->digest() == india->digest());
}

TEST_CASE("acts can be decided by the person too, and copied") {
  viz::game::SeatOptions options;
  options.acts_by_me = true;
  const auto game = game_as("japan", options);
  REQUIRE(game->question().has_value());
  CHECK(game->question()->kind == viz::game::Question::Kind::kActs);
  CHECK_FALSE(game->question()->options.empty());
  viz::game::Decision foreign = decision(Kind::kActs);
  foreign.acts = {{v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP}};
  CHECK_FALSE(game->answer(foreign).has_value());
  CHECK(copy_the_machine(*game) > 40);
  CHECK(game->digest() == machine_digest("japan"));
}

TEST_CASE("firms play at their tables: IREL, Toyotsu and a maker") {
  for (const char* seat : {"irel", "toyotsu", "shin_etsu"}) {
    INFO(seat);
    const auto game = game_as(seat);
    REQUIRE(game->question().has_value());
    CHECK(game->question()->kind == viz::game::Question::Kind::kMove);
    CHECK(game->question()->meeting == 0);
    CHECK_FALSE(game->question()->deadline_is_estimate);
    CHECK(game->question()->table ==
          (std::string(seat) == "shin_etsu" ? v1::TABLE_ALLOCATION : v1::TABLE_SUPPLY_CONTRACT));
    for (int move = 0; move < 3; ++move) {
      const base::Day day = game->question()->day;
      const auto best = game->table()->state.best();
      REQUIRE(best.has_value());
      REQUIRE(
          game->answer(decision(Kind::kOffer, game->table()->state.outcome(*best))).has_value());
      REQUIRE(game->question().has_value());
      CHECK(game->question()->day >= day + 4);  // offers of firms take their days
    }
  }
}

TEST_CASE("an own package that no brief lists is appraised and sent") {
  const auto game = game_as("japan");
  const viz::game::TableView& table = *game->table();
  agenda::Outcome free = table.status_quo;
  while (table.state.find(free)) ++free;
  REQUIRE(game->answer(decision(Kind::kOffer, free)).has_value());
  REQUIRE(game->table()->last(true) != nullptr);
  CHECK(game->table()->last(true)->outcome == free);
  CHECK(game->table()->last(true)->value_musd.has_value());
}

TEST_CASE("asking what packages are worth leaves no trace") {
  const auto game = game_as("japan");
  const std::uint64_t digest = game->digest();
  const std::size_t heard = game->knowledge().heard.size();
  const agenda::Outcome listed = game->table()->state.outcome(5);
  agenda::Outcome free = game->table()->status_quo;
  while (game->table()->state.find(free)) ++free;
  const auto values = game->appraise({listed, free, free});
  REQUIRE(values.has_value());
  CHECK((*values)[0] == static_cast<double>(game->table()->state.values()[5]));
  CHECK((*values)[1] == (*values)[2]);
  CHECK(game->scratch_runs() == 1);
  REQUIRE(game->appraise({free}).has_value());
  CHECK(game->scratch_runs() == 1);
  CHECK_FALSE(game->appraise({game->table()->agenda->size()}).has_value());
  CHECK(game->digest() == digest);
  CHECK(game->knowledge().heard.size() == heard);
}

TEST_CASE("what the person knows holds nothing that is private to others") {
  const viz::game::SeatGame& game = japan_and_the_coach();
  std::size_t briefs = 0, offers_of_others = 0;
  for (const v1::Envelope& message : game.knowledge().heard) {
    const bool own = message.from() == game.seat();
    CHECK((own || message.to() == game.seat() || message.to() == base::kPublic));
    // What an own home voted on is the seat's to read.
    const bool of_home = message.has_clearance() && message.clearance().side() == game.seat();
    if (!own && !of_home) {
      CHECK(bus::reason_of(message) == nullptr);
      CHECK(message.clearance().votes_size() == 0);
    }
    briefs += message.has_brief() ? 1 : 0;
    offers_of_others += message.has_offer() && !own ? 1 : 0;
    if (message.has_brief() || message.has_appraisal() || message.has_observation()) {
      CHECK(message.to() == game.seat());
    }
  }
  CHECK(briefs > 10);
  CHECK(offers_of_others > 10);
}

TEST_CASE("the same game twice gives the same bytes, which verify") {
  viz::game::SeatGame& first = japan_and_the_coach();
  const auto second = game_as("japan");
  for (const viz::game::Decision& made : first.decisions())
    REQUIRE(second->answer(made).has_value());
  CHECK(second->digest() == first.digest());
  CHECK(second->recording() == first.recording());

  const std::string path = fresh_folder("save") + "/mine.mcap";
  REQUIRE(second->save(path).has_value());
  auto recording = recording::Recording::open(path);
  REQUIRE(recording.has_value());
  const auto verified = lab::verify(*recording, lab::Verify::kReplay);
  REQUIRE(verified.has_value());
  CHECK(verified->matches);
  CHECK(verified->months > 20);
  const auto notes = recording::read_sidecar(path);
  REQUIRE(notes.has_value());
  CHECK(notes->at("seat.japan") == "person");
  CHECK(notes->at("seat.india").find("built-in") == 0);
  CHECK_FALSE(second->save("/nowhere/at/all.mcap").has_value());
}

TEST_CASE("a person's moves are recorded like anybody's, with the note as the private reason") {
  viz::game::SeatGame& game = japan_and_the_coach();
  auto recording = recording::Recording::from_bytes(game.recording(), "game");
  REQUIRE(recording.has_value());
  std::size_t noted = 0;
  recording->visit({}, [&](const recording::Record& record) {
    const auto* message = std::get_if<const v1::Envelope*>(&record.content);
    if (message == nullptr || (*message)->from() != game.seat()) return;
    const v1::Reason* reason = bus::reason_of(**message);
    noted += reason != nullptr && reason->note() == "as the coach says" ? 1 : 0;
  });
  CHECK(noted == game.decisions().size());
}

TEST_CASE("a tactic for the other side is part of the recorded scenario") {
  viz::game::SeatOptions options;
  options.opponent_tactic = "conceder:exponent=0.2";
  const auto game = game_as("japan", options);
  auto recording = recording::Recording::from_bytes(game->recording(), "game");
  REQUIRE(recording.has_value());
  REQUIRE(recording->header().settings_size() == 1);
  CHECK(recording->header().settings(0) == "seat.india.tactic=conceder:exponent=0.2");
  CHECK(recording->header().scenario_text().find("conceder") != std::string::npos);
}

TEST_CASE("the staff takes over when it is told to") {
  const auto game = game_as("japan");
  REQUIRE(game->answer(decision(Kind::kStaff)).has_value());
  REQUIRE(game->question().has_value());
  CHECK(game->table()->last(true) != nullptr);
  const std::uint64_t conversation = game->question()->conversation;
  REQUIRE(game->answer(decision(Kind::kStaffHere)).has_value());
  if (game->question()) {
    CHECK((game->question()->kind != viz::game::Question::Kind::kMove ||
           game->question()->conversation != conversation));
    REQUIRE(game->hand_over().has_value());
  }
  CHECK(game->finished());
  CHECK(game->digest() == machine_digest("japan"));
  CHECK_FALSE(game->answer(decision(Kind::kStaff)).has_value());
}

TEST_CASE("the history so far opens as a recording") {
  const auto game = game_as("japan");
  const auto file = game->file();
  REQUIRE(file.has_value());
  (*file)->read_all();
  CHECK((*file)->replay().latest(v1::TABLE_CONSULTATION, game->question()->day) != nullptr);
  CHECK((*file)->replay().filled_until() <= game->question()->day);
}

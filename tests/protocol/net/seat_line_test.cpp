#include <thread>

#include <protocol/net/seat_line.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using net::SeatLine;
using How = SeatLine::Turn::How;
using std::chrono::milliseconds;

namespace {

const net::Patience kShort{milliseconds(80), milliseconds(40)};
const net::Patience kLong{milliseconds(20'000), milliseconds(20'000)};

net::SeatFacts facts() {
  net::SeatFacts facts;
  facts.name = "japan";
  return facts;
}

v1::Frame delivery() {
  v1::Frame frame;
  frame.mutable_delivery()->mutable_envelope()->mutable_statement()->set_text("so");
  return frame;
}

v1::Frame question() {
  v1::Frame frame = delivery();
  frame.mutable_delivery()->set_asks(true);
  return frame;
}

v1::Answer answer(std::uint64_t turn) {
  v1::Answer answer;
  answer.set_turn(turn);
  return answer;
}

std::uint64_t tell(SeatLine& line, v1::Frame frame) {
  return line.tell(frame);
}

std::uint64_t ask(SeatLine& line) {
  v1::Frame frame = question();
  return line.tell_question(frame);
}

SeatLine::Attached sit(SeatLine& line, std::uint64_t connection = 1, std::uint64_t have = 0) {
  v1::Claim claim;
  claim.set_player("one");
  claim.set_have(have);
  return line.attach(connection, claim, [] {});
}

}  // namespace

TEST_CASE("frames are numbered from 1 and kept for who comes late") {
  SeatLine line(facts());
  CHECK(tell(line, delivery()) == 1);
  CHECK(tell(line, delivery()) == 2);
  const SeatLine::Attached late = sit(line);
  CHECK(late.known == 2);
  CHECK(late.next == 0);
  CHECK(line.frame(0) != nullptr);
  CHECK(line.frame(1) != nullptr);
  CHECK(line.frame(2) == nullptr);
}

TEST_CASE("a player who comes back goes on where it was") {
  SeatLine line(facts());
  for (int i = 0; i < 5; ++i) tell(line, delivery());
  CHECK(sit(line, 1, 3).next == 3);
  CHECK(sit(line, 2, 99).next == 5);
}

TEST_CASE("a question that is open when its player comes back is not among what is known") {
  SeatLine line(facts());
  tell(line, delivery());
  const std::uint64_t turn = ask(line);
  CHECK(turn == 2);
  const SeatLine::Attached back = sit(line, 1, 2);
  CHECK(back.known == 1);
  CHECK(back.next == 1);  // it is sent again
}

TEST_CASE("an answer reaches who waits for it") {
  SeatLine line(facts());
  sit(line);
  const std::uint64_t turn = ask(line);
  std::thread player([&line, turn] {
    v1::Answer said = answer(turn);
    said.set_leave_to_staff(true);
    CHECK(line.answer(said) == SeatLine::Took::kTaken);
  });
  const SeatLine::Turn result = line.wait_for_answer(turn, kLong, nullptr);
  player.join();
  CHECK(result.how == How::kAnswered);
  CHECK(result.answer.leave_to_staff());
}

TEST_CASE("an answer is taken once, in its turn, and to a question") {
  SeatLine line(facts());
  sit(line);
  tell(line, delivery());
  const std::uint64_t turn = ask(line);
  CHECK(line.answer(answer(0)) == SeatLine::Took::kNotAsked);
  CHECK(line.answer(answer(7)) == SeatLine::Took::kNotAsked);
  CHECK(line.answer(answer(turn)) == SeatLine::Took::kTaken);
  CHECK(line.answer(answer(turn)) == SeatLine::Took::kLate);
  CHECK(line.wait_for_answer(turn, kLong, nullptr).how == How::kAnswered);
  CHECK(line.answer(answer(turn)) == SeatLine::Took::kLate);
}

TEST_CASE("a player who says nothing is late, and then too late") {
  SeatLine line(facts());
  sit(line);
  const std::uint64_t turn = ask(line);
  CHECK(line.wait_for_answer(turn, {kShort.decide_within, kLong.return_within}, nullptr).how ==
        How::kLate);
  CHECK(line.answer(answer(turn)) == SeatLine::Took::kLate);
}

TEST_CASE("a player who is gone is waited for, though not for the whole time of a decision") {
  SeatLine line(facts());
  sit(line);
  line.detach(1);
  CHECK(line.wait_for_answer(ask(line), {kLong.decide_within, kShort.return_within}, nullptr).how ==
        How::kAbsent);
}

TEST_CASE("a seat that nobody ever took is not waited for") {
  SeatLine line(facts());
  CHECK(line.wait_for_answer(ask(line), kLong, nullptr).how == How::kAbsent);
}

TEST_CASE("a history that is stopped waits for nobody") {
  SeatLine line(facts());
  sit(line);
  const std::atomic<bool> stop{true};
  CHECK(line.wait_for_answer(ask(line), kLong, &stop).how == How::kStopped);
}

TEST_CASE("who sits down again takes the seat from the connection before") {
  SeatLine line(facts());
  sit(line, 1);
  sit(line, 2);
  CHECK_FALSE(line.belongs_to(1));
  CHECK(line.belongs_to(2));
  line.detach(1);
  CHECK(line.taken());
  line.detach(2);
  CHECK_FALSE(line.taken());
  CHECK(line.ever_taken());
}

TEST_CASE("who names no wants is asked everything, and before that nobody is asked") {
  SeatLine line(facts());
  CHECK_FALSE(line.wants().has_value());
  sit(line);
  REQUIRE(line.wants().has_value());
  CHECK(line.wants()->acts());
  CHECK(line.wants()->consultation());
}

TEST_CASE("seat tokens are of one seat and one run") {
  const SeatLine one(facts());
  const SeatLine two(facts());
  CHECK(one.seat_token().size() >= 26);
  CHECK(one.seat_token() != two.seat_token());
}

TEST_CASE("in lockstep a day that nobody confirms is waited for once, until the player is back") {
  SeatLine line(facts());
  v1::Claim claim;
  (void)line.attach(1, claim, [] {});
  const base::Day first{20'000};
  CHECK(line.wait_for_day(first, {milliseconds(1), milliseconds(1)}, nullptr));
  // Whoever is waited for no longer costs nothing: otherwise this would take ten minutes a day.
  const net::Patience endless{std::chrono::minutes(10), std::chrono::minutes(10)};
  for (int i = 1; i <= 100; ++i) CHECK_FALSE(line.wait_for_day(first + i, endless, nullptr));
  line.day_done(first + 100);
  CHECK(line.wait_for_day(first + 101, {milliseconds(1), milliseconds(1)}, nullptr));
}

// What passes between a host and those who are in.
#include <string>

#include <tests/protocol/net/host_guest.hpp>

using namespace monazite;
using namespace monazite::tests;

namespace {

v1::Frame question() {
  v1::Frame frame;
  frame.mutable_delivery()->mutable_envelope()->mutable_brief();
  frame.mutable_delivery()->set_asks(true);
  return frame;
}

v1::Frame answer(std::uint64_t turn, std::uint32_t from = 0) {
  v1::Frame frame;
  frame.mutable_answer()->set_turn(turn);
  v1::Envelope& envelope = *frame.mutable_answer()->add_posts()->mutable_envelope();
  envelope.set_from(from);
  envelope.mutable_no_act();
  return frame;
}

}  // namespace

TEST_CASE("an answer in its turn is taken, and others are told why not") {
  Host host;
  Guest guest(host);
  guest.say(answer(1));
  Guest player(host);
  player.hello();
  player.say(answer(1));
  CHECK(player.sorry() == v1::Sorry::CODE_OUT_OF_ORDER);
  player.claim();
  v1::Frame asked = question();
  const std::uint64_t turn = host.japan().tell_question(asked);
  player.hear();
  player.say(answer(turn + 1));
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_ASKED);
  player.say(answer(turn, 3));
  CHECK(player.sorry() == v1::Sorry::CODE_WRONG_SEAT);
  v1::Frame far = answer(turn);
  far.mutable_answer()->mutable_posts(0)->set_delay_days(100'000);
  player.say(far);
  CHECK(player.sorry() == v1::Sorry::CODE_TOO_MUCH);
  v1::Frame rules = answer(turn);
  rules.mutable_answer()->mutable_posts(0)->mutable_envelope()->mutable_agreement();
  player.say(rules);
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_A_MOVE);
  player.say(answer(turn, 4));
  CHECK(player.sorry() == v1::Sorry::CODE_UNSPECIFIED);
  CHECK(host.japan().wait_for_answer(turn, {}, nullptr).how == net::SeatLine::Turn::How::kAnswered);
  player.say(answer(turn));
  CHECK(player.sorry() == v1::Sorry::CODE_LATE);
}

TEST_CASE("draws are a party's own") {
  Host host;
  Guest player(host);
  player.hello().claim();
  player.hear();
  v1::Frame draw;
  draw.mutable_draw_request()->set_purpose(1);
  player.say(draw);
  const auto heard = player.hear();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].draw().first() == 11);
  draw.mutable_draw_request()->set_purpose(2);
  player.say(draw);
  CHECK(player.sorry() == v1::Sorry::CODE_NOT_YOURS);
}

TEST_CASE("who looks on sees public messages, the seed and the file are the teacher's") {
  Host host;
  Guest early(host);
  early.hello().watch(kToken, false);
  CHECK(early.sorry() == v1::Sorry::CODE_OUT_OF_ORDER);
  v1::RunHeader header;
  header.set_seed(4711);
  header.set_scenario("test");
  header.set_scenario_text("private parameters");
  host.board.tables[0]->watch.begin(header);
  v1::Envelope news;
  news.mutable_statement()->set_text("all hear it");
  host.board.tables[0]->watch.tell(news);

  Guest guest(host);
  guest.hello().watch(kToken, false);
  const auto heard = guest.hear();
  REQUIRE(heard.size() == 3);
  CHECK(heard[1].watching().header().seed() == 0);
  CHECK(heard[1].watching().header().scenario_text().empty());
  CHECK(heard[1].watching().header().scenario() == "test");
  CHECK(heard[2].seen().envelope().statement().text() == "all hear it");

  Guest curious(host);
  curious.hello().watch(kToken, true);
  CHECK(curious.sorry() == v1::Sorry::CODE_TOKEN);
  Guest teacher(host);
  teacher.hello().watch("teacher", true);
  const auto all = teacher.hear();
  REQUIRE(all.size() == 2);
  CHECK(all[1].watching().header().seed() == 4711);
}

TEST_CASE("the end comes last, and a stopping host says so") {
  Host host;
  Guest player(host);
  player.hello().claim();
  v1::Frame told;
  told.mutable_delivery()->mutable_envelope()->mutable_statement();
  host.japan().tell(told);
  v1::End end;
  end.set_how(v1::End::HOW_FINISHED);
  host.japan().finish(end);
  const auto heard = player.hear();
  REQUIRE(heard.size() == 4);
  CHECK(heard[2].has_delivery());
  CHECK(heard[3].end().how() == v1::End::HOW_FINISHED);
  Guest guest(host);
  guest.hello();
  guest.hear();
  guest.session->stop();
  CHECK(guest.sorry() == v1::Sorry::CODE_STOPPING);
}

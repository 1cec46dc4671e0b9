#include <tests/support/catch.hpp>
#include <viz/model/time_control.hpp>

using namespace monazite;
using base::Day;
using viz::Loop;
using viz::Step;
using viz::TimeControl;

namespace {

TimeControl control(int first, int last, int at) {
  TimeControl time;
  time.set_range(Day{first}, Day{last}, Day{at});
  return time;
}

}  // namespace

TEST_CASE("the playhead stays within its range and within what there is") {
  TimeControl time = control(100, 200, 300);
  CHECK(time.day() == Day{200});
  time.seek(Day{0});
  CHECK(time.day() == Day{100});
  time.set_available(Day{150});
  time.seek(Day{180});
  CHECK(time.day() == Day{150});
  CHECK(time.last() == Day{200});
}

TEST_CASE("steps go by days, ends of months, events and offers") {
  TimeControl time = control(0, 1000, 40);  // 10 February 1970
  const std::vector<Day> events{{10}, {40}, {70}}, offers{{45}};
  time.step(Step::kDay, 1, events, offers);
  CHECK(time.day() == Day{41});
  time.step(Step::kDay, -1, events, offers);
  time.step(Step::kMonth, 1, events, offers);
  CHECK(base::to_string(time.day()) == "1970-02-28");
  time.step(Step::kMonth, 1, events, offers);
  CHECK(base::to_string(time.day()) == "1970-03-31");
  time.step(Step::kMonth, -1, events, offers);
  CHECK(base::to_string(time.day()) == "1970-02-28");
  time.step(Step::kEvent, 1, events, offers);
  CHECK(time.day() == Day{70});
  time.step(Step::kEvent, 1, events, offers);
  CHECK(time.day() == Day{70});
  time.step(Step::kEvent, -1, events, offers);
  CHECK(time.day() == Day{40});
  time.step(Step::kOffer, 1, events, offers);
  CHECK(time.day() == Day{45});
}

TEST_CASE("playing passes days by the speed and stops at the end") {
  TimeControl time = control(0, 100, 0);
  time.set_speed(10);
  CHECK_FALSE(time.advance(1));
  time.play_or_pause();
  CHECK(time.advance(1));
  CHECK(time.day() == Day{10});
  CHECK_FALSE(time.advance(0.01));
  CHECK(time.advance(100));
  CHECK(time.day() == Day{100});
  CHECK_FALSE(time.playing());
  time.play_or_pause();  // anew
  CHECK(time.day() == Day{0});
}

TEST_CASE("speeds stay within their limits") {
  TimeControl time = control(0, 100, 0);
  time.set_speed(1e9);
  CHECK(time.speed() == TimeControl::kFastest);
  time.set_speed(-3);
  CHECK(time.speed() == TimeControl::kSlowest);
}

TEST_CASE("a loop goes round its range") {
  TimeControl time = control(0, 100, 20);
  time.set_loop_range(Day{30}, Day{20});
  CHECK(time.loop() == Loop::kRange);
  time.set_speed(10);
  time.play_or_pause();
  time.advance(1.05);
  CHECK(time.day() == Day{30});
  time.advance(0.1);
  CHECK(time.day() == Day{20});
  time.set_loop(Loop::kAll);
  time.advance(8.2);
  CHECK(time.day() == Day{0});
  CHECK(time.playing());
}

TEST_CASE("following stays at the end while it grows, until somebody looks back") {
  TimeControl time = control(0, 100, 0);
  time.set_available(Day{40});
  time.follow();
  CHECK(time.day() == Day{40});
  time.set_available(Day{50});
  CHECK(time.day() == Day{50});
  time.seek(Day{10});
  CHECK_FALSE(time.following());
  time.set_available(Day{60});
  CHECK(time.day() == Day{10});
}

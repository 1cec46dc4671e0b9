#include <tests/viz/model/seat/net_fixture.hpp>
#include <viz/model/net/seat_wire.hpp>

using namespace monazite;
using namespace monazite::test_support;
using viz::SeatWire;

namespace {

/// What came over a wire, added up.
struct Heard {
  explicit Heard(SeatWire& wire_in) : wire(wire_in) {}
  void look() {
    SeatWire::News news = wire.take();
    stage = news.stage;
    if (news.seated) ++claims;
    for (SeatWire::Arrived& arrived : news.arrived) frames.push_back(std::move(arrived.frame));
  }
  SeatWire& wire;
  SeatWire::Stage stage = SeatWire::Stage::kConnecting;
  int claims = 0;
  std::vector<v1::Frame> frames;
};

}  // namespace

TEST_CASE(
    "frames of a seat come once and in order, also when the connection is cut again and again") {
  lab::GameOptions options = open_seats({"japan"});
  options.pace.lockstep = true;
  Hosted host(options);
  SeatWire wire(place_of(host), claim("japan"));
  host.begin();
  Heard heard(wire);
  std::size_t seen = 0, cuts = 0;
  const auto look = [&] {
    heard.look();
    for (; seen < heard.frames.size(); ++seen) {
      const v1::Frame& frame = heard.frames[seen];
      if (frame.has_delivery() && frame.delivery().asks()) {
        v1::Answer answer;
        answer.set_turn(frame.delivery().number());
        answer.set_leave_to_staff(true);
        wire.send(answer);
        if (cuts < 2) {
          wire.cut();
          ++cuts;
        }
      }
    }
  };
  REQUIRE(wait_until(look, [&] { return heard.stage == SeatWire::Stage::kOver; }));
  CHECK(heard.claims == 3);
  std::uint64_t last = 0;
  std::size_t late = 0;
  for (const v1::Frame& frame : heard.frames) {
    const std::uint64_t number = frame.has_delivery()     ? frame.delivery().number()
                                 : frame.has_decided()    ? frame.decided().number()
                                 : frame.has_day_begins() ? frame.day_begins().number()
                                 : frame.has_carriage()   ? last + 1
                                                          : 0;
    if (number == 0) continue;
    if (number != last + 1) ++late;
    last = number;
  }
  CHECK(late == 0);
  CHECK(last > 500);
  (void)host.results();
  CHECK(host.recording() == in_one_process(9));
}

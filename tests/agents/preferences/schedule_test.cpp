#include <cmath>

#include <agents/preferences/mapping.hpp>
#include <agents/preferences/schedule.hpp>
#include <protocol/agenda/issues.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

Profile profile(double value) {
  const agenda::Agenda agenda =
      agenda::Agenda::make("a", {agenda::discrete_issue("x", {"y"})}).value();
  Profile made;
  made.name = "ann";
  made.utility = Mapping::make(agenda, {}, value).value();
  made.reservation = 0.1;
  made.discount.kind = Discount::Kind::kPerTime;
  return made;
}

}  // namespace

TEST_CASE("a schedule says which preferences hold at a time") {
  const auto later = profile(0.9).utility;
  const Schedule schedule =
      Schedule::make(profile(0.5), {{0.25, nullptr, 0.2}, {0.5, later, 0.3}}).value();
  REQUIRE(schedule.stages() == 3);
  CHECK(schedule.stage_at(0) == 0);
  CHECK(schedule.stage_at(0.2499) == 0);
  CHECK(schedule.stage_at(0.25) == 1);
  CHECK(schedule.stage_at(0.5) == 2);
  CHECK(schedule.stage_at(1) == 2);
  CHECK(schedule.begins(2) == 0.5);
  CHECK(schedule.stage(1).utility == schedule.stage(0).utility);
  CHECK(schedule.stage(1).reservation == 0.2);
  CHECK(schedule.stage(2).utility == later);
  CHECK(schedule.stage(2).discount.kind == Discount::Kind::kPerTime);
}

TEST_CASE("changes out of order or out of time are refused") {
  CHECK(Schedule::make(profile(1), {{0.5, nullptr, 0}, {0.5, nullptr, 0}}).error().message ==
        "profile \"ann\": change 2 must begin later than the one before it");
  CHECK(Schedule::make(profile(1), {{1.5, nullptr, 0}}).error().message ==
        "profile \"ann\": change 1 must begin at a time from 0 to 1");
  CHECK_FALSE(Schedule::make(profile(1), {{0.5, nullptr, std::nan("")}}).has_value());
}

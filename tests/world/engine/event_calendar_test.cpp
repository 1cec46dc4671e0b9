#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/event_calendar.hpp>
#include <world/engine/history.hpp>

using namespace monazite;

namespace {

struct Delivered {
  base::Day day{};
  v1::Envelope envelope;
};

std::vector<Delivered> play_events(const scenarios::Scenario& scenario, base::Day last) {
  const base::Roster roster = engine::make_roster(scenario);
  engine::Stage stage(scenario, roster, base::Draws(1));
  engine::EventCalendar calendar;
  std::vector<Delivered> out;
  for (stage.today = scenario.first_day; stage.today <= last; stage.today = stage.today + 1) {
    calendar.post_due(stage);
    while (stage.post.deliver_next(stage.today, [&](const v1::Envelope& e) {
      out.push_back({stage.today, e});
    })) {
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the request comes some days before its report, in Commerce's name and with its source") {
  const auto events = play_events(test_support::june_2025(), *base::parse_day("2025-07-31"));
  std::vector<base::Day> requests, reports;
  for (const Delivered& d : events) {
    if (d.envelope.has_directive()) {
      requests.push_back(d.day);
      CHECK(d.envelope.directive().office() == v1::OFFICE_COMMERCE);
      CHECK(d.envelope.directive().act() == v1::ACT_REQUEST_HOLD_BACK);
      CHECK(d.envelope.directive().reason().code() == v1::REASON_CODE_SCRIPTED);
    }
    if (d.envelope.has_press_report()) {
      reports.push_back(d.day);
      CHECK_FALSE(d.envelope.press_report().source().empty());
    }
  }
  REQUIRE(requests.size() == 1);
  REQUIRE(reports.size() == 1);
  CHECK(base::to_string(reports[0]) == "2025-06-13");
  CHECK(requests[0] < reports[0]);
  CHECK(reports[0] - requests[0] <= 14);
}

TEST_CASE("a summit is announced ahead and again on its day") {
  const auto events = play_events(test_support::june_2025(), *base::parse_day("2026-12-31"));
  std::vector<int> notice;
  for (const Delivered& d : events) {
    if (!d.envelope.has_policy_announcement()) continue;
    if (d.envelope.policy_announcement().kind() != v1::PolicyAnnouncement::KIND_SUMMIT) continue;
    notice.push_back(d.envelope.policy_announcement().until_day() - d.day.number);
  }
  CHECK(notice == std::vector<int>{120, 0, 120, 0});
}

TEST_CASE("without the request nothing is scripted") {
  const auto scenario = test_support::scenario("no-request");
  for (const Delivered& d : play_events(scenario, *base::parse_day("2025-12-31"))) {
    CHECK_FALSE(d.envelope.has_directive());
    CHECK_FALSE(d.envelope.has_press_report());
  }
}

#include <algorithm>

#include <tests/support/catch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/fan.hpp>
#include <viz/model/what_if/sliders.hpp>
#include <viz/model/what_if/what_if.hpp>

using namespace monazite;
using viz::FanJob;

namespace {

FanJob::Options seeds(std::uint32_t count) {
  FanJob::Options options;
  options.seeds = count;
  options.in_line = true;
  return options;
}

}  // namespace

TEST_CASE("a fan has ordered quantiles, and both sides are the same before the fork") {
  const auto file = test_support::crisis_file();
  const auto parent = *viz::Parent::read(*file);
  const auto all = viz::sliders(parent->scenario());
  viz::Fork fork;
  fork.put(viz::slider_change(all[1], all[1].low, base::to_day({2025, 7, 1})));
  FanJob job(parent, fork, seeds(5));
  CHECK_FALSE(job.seconds_left().has_value());
  CHECK(job.progress() == 0);
  CHECK(job.fan().done == 0);
  while (job.step()) {
  }
  CHECK(job.finished());
  CHECK_FALSE(job.stopped());
  CHECK(job.progress() == 1);
  const viz::Fan fan = job.fan();
  REQUIRE(fan.months.size() == 36);
  CHECK(fan.done == 5);
  CHECK(fan.failure.empty());
  CHECK(fan.left_out.empty());
  for (const auto* side : {&fan.a, &fan.b}) {
    for (const auto& bands : *side) {
      for (std::size_t q = 1; q < bands.size(); ++q) {
        for (std::size_t m = 0; m < fan.months.size(); ++m) CHECK(bands[q - 1][m] <= bands[q][m]);
      }
    }
  }
  for (std::size_t m = 0; m < 18; ++m) CHECK(fan.a[0][2][m] == fan.b[0][2][m]);
  CHECK(fan.differences.size() == viz::kFigures);
}

TEST_CASE("a stopped fan keeps the seeds that are done") {
  const auto file = test_support::crisis_file();
  FanJob job(*viz::Parent::read(*file), {}, seeds(5));
  CHECK(job.step());
  CHECK(job.step());
  job.stop();
  CHECK_FALSE(job.step());
  CHECK(job.stopped());
  CHECK(job.fan().done == 2);
}

TEST_CASE("an unchanged B is A in every seed") {
  const auto file = test_support::crisis_file();
  FanJob job(*viz::Parent::read(*file), {}, seeds(3));
  while (job.step()) {
  }
  CHECK(job.fan().a == job.fan().b);
}

TEST_CASE("a decision is replaced in other seeds too, a move at a table is not") {
  const auto file = test_support::crisis_file();
  const auto what_if = *viz::WhatIf::make(*file, viz::WhatIf::Mode::kInLine);
  viz::Decisions& decisions = what_if->decisions();
  bool moved = false;
  bool released = false;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    for (const viz::Decision& d : decisions.describe(i)) {
      if (!moved && d.kind == viz::Decision::Kind::kMove && d.options.size() > 1) {
        what_if->put(d.options[1].change);
        moved = true;
      }
      if (!released && d.office == v1::OFFICE_JOGMEC && d.recorded() == 0 &&
          d.day >= base::to_day({2025, 6, 1}) && d.options.size() > 1) {
        what_if->put(d.options[1].change);
        released = true;
      }
    }
  }
  REQUIRE(moved);
  REQUIRE(released);
  what_if->start_fan(2);
  while (what_if->fan_job()->step()) {
  }
  what_if->poll();
  REQUIRE(what_if->fan() != nullptr);
  CHECK_FALSE(what_if->fan()->left_out.empty());
  CHECK(what_if->fan()->a != what_if->fan()->b);
  CHECK_FALSE(what_if->fan_is_old());
  what_if->reset();
  CHECK(what_if->fan_is_old());
}

TEST_CASE("a fan that cannot be played says why") {
  const auto file = test_support::crisis_file();
  viz::Fork fork;
  viz::Change bad;
  bad.day = base::to_day({2025, 7, 1});
  bad.settings = {"ore.nonsense=1"};
  fork.put(bad);
  FanJob job(*viz::Parent::read(*file), fork, seeds(3));
  while (job.step()) {
  }
  CHECK(job.finished());
  CHECK_FALSE(job.fan().failure.empty());
}

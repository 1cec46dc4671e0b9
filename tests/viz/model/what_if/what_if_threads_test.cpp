#include <tests/support/catch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/what_if.hpp>

using namespace monazite;
using viz::WhatIf;

TEST_CASE("a dragged slider never waits, and the last position is what is shown in the end") {
  const auto file = test_support::crisis_file();
  const auto what_if = *WhatIf::make(*file, WhatIf::Mode::kBackground);
  what_if->begin_drag();
  for (int value = 15; value <= 40; ++value) {
    what_if->set_slider(0, value);
    what_if->poll();
  }
  what_if->end_drag();
  what_if->wait();
  REQUIRE(what_if->b() != nullptr);
  CHECK_FALSE(what_if->busy());
  CHECK(what_if->title().find("40 months") != std::string::npos);

  const auto in_line = *WhatIf::make(*file, WhatIf::Mode::kInLine);
  in_line->set_slider(0, 40);
  CHECK(in_line->b()->replay().messages().size() == what_if->b()->replay().messages().size());
  CHECK(in_line->csv() == what_if->csv());
}

TEST_CASE("it can go away while it plays") {
  const auto file = test_support::crisis_file();
  auto what_if = *WhatIf::make(*file, WhatIf::Mode::kBackground);
  what_if->set_slider(0, 40);
  what_if->start_fan(50);
  what_if.reset();
  CHECK(file->complete());
}

TEST_CASE("a fan is the same for any number of workers") {
  const auto file = test_support::crisis_file();
  const auto parent = *viz::Parent::read(*file);
  const auto all = viz::sliders(parent->scenario());
  viz::Fork fork;
  fork.put(viz::slider_change(all[0], all[0].high, base::to_day({2025, 7, 1})));
  viz::FanJob::Options options;
  options.seeds = 4;
  options.in_line = true;
  viz::FanJob one(parent, fork, options);
  while (one.step()) {
  }
  options.in_line = false;
  options.workers = 3;
  viz::FanJob three(parent, fork, options);
  three.wait();
  REQUIRE(three.finished());
  CHECK(one.fan().a == three.fan().a);
  CHECK(one.fan().b == three.fan().b);
  CHECK(viz::differences_csv(one.fan().differences) ==
        viz::differences_csv(three.fan().differences));
}

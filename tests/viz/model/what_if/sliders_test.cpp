#include <set>

#include <tests/support/catch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/sliders.hpp>
#include <world/engine/later.hpp>

using namespace monazite;

TEST_CASE("each slider is a number of the scenario, inside its range, and can change on the way") {
  const auto& scenario = test_support::crisis();
  const auto all = viz::sliders(scenario);
  CHECK(all.size() == 12);
  std::set<std::string> keys;
  for (const viz::Slider& slider : all) {
    CHECK(keys.insert(slider.key).second);
    CHECK(slider.low <= slider.value);
    CHECK(slider.value <= slider.high);
    CHECK_FALSE(slider.meaning.empty());
    CHECK_FALSE(slider.confidence.empty());
    CHECK(viz::on_slider(slider, slider.value) == Approx(slider.value));
    for (const double end : {slider.low, slider.high}) {
      const viz::Change change = viz::slider_change(slider, end, base::to_day({2025, 7, 1}));
      const auto later = engine::make_later(scenario, change.day, change.settings);
      INFO(change.settings.front());
      CHECK(later.has_value());
      viz::Fork fork;
      fork.put(change);
      CHECK(viz::slider_value(slider, fork) == Approx(end));
    }
    CHECK(viz::slider_value(slider, {}) == slider.value);
  }
}

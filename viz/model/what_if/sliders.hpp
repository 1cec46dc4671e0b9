#pragma once

#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/what_if/change.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz {

/// A number of the scenario that is worth dragging.
struct Slider {
  std::string key;                          ///< "plants.slip_mean_months"
  std::string label;                        ///< "Delay of India's magnet plants"
  std::string unit;                         ///< "months"
  double low = 0, high = 0;                 ///< the range that the scenario allows
  double value = 0;                         ///< the scenario's
  int decimals = 0;                         ///< that are worth showing; also the step
  std::string meaning, source, confidence;  ///< as the scenario gives them
};

/// The catalogue, as far as the scenario has those numbers: some ten of them.
[[nodiscard]] std::vector<Slider> sliders(const scenarios::Scenario& scenario);

/// Rounds to the slider's step and keeps the range.
[[nodiscard]] double on_slider(const Slider& slider, double value);
/// The change that a slider at `value` means from `day` on.
[[nodiscard]] Change slider_change(const Slider& slider, double value, base::Day day);
/// Where the slider stands in a fork: its changed value, or the scenario's.
[[nodiscard]] double slider_value(const Slider& slider, const Fork& fork);

}  // namespace monazite::viz

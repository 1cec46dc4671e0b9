#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <viz/model/what_if/sliders.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

struct Listed {
  const char* key;
  const char* label;
  int decimals;
};

/// Numbers that matter (docs/model.md) and that act on the way, not only at the start.
constexpr std::array<Listed, 12> kListed = {{
    {"plants.slip_mean_months", "Delay of India's magnet plants", 0},
    {"ore.mined_reo_t_per_year", "Monazite that India mines", 0},
    {"regime.magnet_12", "Chance that China stops magnets", 3},
    {"regime.cut_magnet_tight", "How much of magnets China then cuts", 2},
    {"regime.light_01", "Chance that China slows NdPr", 3},
    {"japan.hoarding", "Hoarding of Japan's makers", 2},
    {"japan.other_supplier_flexibility", "Extra from Lynas and others", 2},
    {"politics.leak_probability", "Chance that a request leaks", 2},
    {"appraisal.audience_india", "What exporting costs India at home", 1},
    {"appraisal.relationship_japan", "What the friendship is worth to Japan", 1},
    {"appraisal.discount_japan", "Japan's discount rate", 3},
    {"talks.meetings_to_full_concession", "Patience at the table", 0},
}};

}  // namespace

std::vector<Slider> sliders(const scenarios::Scenario& scenario) {
  std::vector<Slider> found;
  for (const Listed& listed : kListed) {
    const auto number =
        std::find_if(scenario.numbers.begin(), scenario.numbers.end(),
                     [&](const scenarios::Provenance& p) { return p.key == listed.key; });
    if (number == scenario.numbers.end() || !(number->low < number->high)) continue;
    found.push_back({number->key, listed.label, number->unit, number->low, number->high,
                     number->value, listed.decimals, number->meaning, number->source,
                     number->confidence});
  }
  return found;
}

double on_slider(const Slider& slider, double value) {
  const double steps = std::pow(10.0, slider.decimals);
  return std::clamp(std::round(value * steps) / steps, slider.low, slider.high);
}

Change slider_change(const Slider& slider, double value, base::Day day) {
  const double rounded = on_slider(slider, value);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.*f", slider.decimals, rounded);
  Change change;
  change.kind = Change::Kind::kSetting;
  change.day = day;
  change.settings = {slider.key + "=" + text.data()};
  change.what = slider.label + " " + lab::number_words(rounded, slider.decimals) +
                (slider.unit.empty() ? "" : " " + slider.unit);
  return change;
}

double slider_value(const Slider& slider, const Fork& fork) {
  const Change* change = fork.setting(slider.key);
  if (change == nullptr) return slider.value;
  const std::string& setting = change->settings.front();
  return std::strtod(setting.c_str() + setting.find('=') + 1, nullptr);
}

}  // namespace monazite::viz

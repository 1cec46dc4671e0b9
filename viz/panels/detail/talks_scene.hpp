#pragma once

#include <array>
#include <optional>
#include <string>

#include <viz/model/app/app.hpp>
#include <viz/model/talks_view.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// What all panels about talks need: the negotiation shown on the day, and how its first two
/// parties look and are called.
struct TalksScene {
  TalksView view;
  std::array<Look, 2> looks;
  std::array<std::string, 2> names;
};

/// Nothing when no talks had been opened by the day.
[[nodiscard]] std::optional<TalksScene> scene_of(const Ui& ui, const App& app);

}  // namespace monazite::viz

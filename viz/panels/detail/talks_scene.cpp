#include <viz/model/view_cache.hpp>
#include <viz/panels/detail/talks_scene.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {

std::optional<TalksScene> scene_of(const Ui& ui, const App& app) {
  const Negotiation* talks = app.shown_negotiation();
  if (talks == nullptr || talks->opened > app.day() || talks->parties.size() < 2) return {};
  TalksScene scene;
  scene.view = app.file()->views().talks(*app.file(), *talks, app.day());
  for (std::size_t side = 0; side < 2; ++side) {
    scene.looks[side] = look_of(ui.palette, *app.replay(), talks->parties[side]);
    scene.names[side] = seat_words(ui.tr, *app.replay(), talks->parties[side]);
  }
  return scene;
}

}  // namespace monazite::viz

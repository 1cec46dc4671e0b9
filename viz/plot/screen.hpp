#pragma once

#include <viz/model/geometry.hpp>

namespace monazite::viz {

class Canvas;

/// The whole program is drawn in one window of Dear ImGui's that fills the screen and has no
/// decoration. Between these two (which a host's draw callback calls, first and last) the canvas
/// draws into it and the controls of Ui take input from it. `size`: of the screen, as the host gave
/// it.
void begin_screen(Canvas& canvas, Vec size);
void end_screen(Canvas& canvas);

/// A layer above everything that was drawn before in this frame: a menu, a dialogue, a palette of
/// commands. Drawing and input belong to it until end_layer, and what lies under `rect` gets no
/// mouse; nothing else gets any if it is `modal`. What is drawn counts as on top for the check of
/// texts. Layers may be nested.
void begin_layer(Canvas& canvas, const char* id, const Rect& rect, bool modal = false);
void end_layer(Canvas& canvas);

}  // namespace monazite::viz

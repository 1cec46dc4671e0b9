#include <algorithm>
#include <fstream>
#include <utility>

#include <viz/host/viewer.hpp>
#include <viz/panels/frame.hpp>
#include <viz/plot/screen.hpp>

namespace monazite::viz {
namespace {

/// Characters beyond Latin-1 that the panels use by themselves.
constexpr std::string_view kSigns =
    "…–—·−×←→↑↓▲▼◆★●○✕±≥≤²“”当事者訓令提案一つの決定を変える年月日月火水木金土()";

const Palette& palette_of(const App& app) {
  return app.settings.dark ? dark_palette() : light_palette();
}

/// Keys that a dialog with a text field still needs.
bool goes_past_fields(const KeyPress& key) {
  return key.key == "Escape" ||
         (key.ctrl && key.key != "Z" && key.key != "Left" && key.key != "Right" && key.key != "C" &&
          key.key != "V" && key.key != "X" && key.key != "A");
}

base::Result<void> write_text(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (file) return {};
  return base::fail(base::ErrorCode::kIo,
                    path + " cannot be written; is the folder yours, is the disk full?");
}

}  // namespace

Viewer::~Viewer() = default;

const HostCalls& Viewer::calls(Host& host) {
  HostCalls calls;
  calls.draw = [this, &host](Vec size, double seconds) { draw(host, size, seconds); };
  calls.key = [this](const KeyPress& key) {
    changed_ = true;
    if (moves_choice(key)) return;
    if (Ui::typing() && !goes_past_fields(key)) return;
    if (const NamedCommand* command = command_of(key, app_)) command->run(app_);
  };
  calls.file_dropped = [this](const std::string& path) {
    changed_ = true;
    if (const auto done = app_.open(path); !done) app_.notice(done.error().message, true);
  };
  calls.next_frame_in = [this] { return changed_ ? 0 : app_.next_tick_in(); };
  calls.look = [this] {
    if (app_.look_at_file()) changed_ = true;
    if (app_.look_at_hosts()) changed_ = true;
  };
  calls.next_look_in = [this] { return app_.next_look_in(); };
  calls.after_frame = [this, &host] { after_frame(host, calls_); };
  calls.may_close = [this] {
    changed_ = true;
    return app_.may_quit();
  };
  calls_ = std::move(calls);
  return calls_;
}

bool Viewer::moves_choice(const KeyPress& key) {
  View& view = app_.view;
  if (view.overlay != Overlay::kSearch && view.overlay != Overlay::kCommands) return false;
  if (key != KeyPress{"Down"} && key != KeyPress{"Up"}) return false;
  view.choice = std::clamp(view.choice + (key.key == "Down" ? 1 : -1), 0, View::kMostChoices - 1);
  return true;
}

void Viewer::draw(Host& host, Vec size, double seconds) {
  changed_ = app_.tick(seconds);
  const bool characters_came = wants_characters();
  if (scale_ != app_.settings.scale || characters_came) {  // the host was made for the first scale
    if (scale_ >= 0) host.set_scale(app_.settings.scale, characters());
    scale_ = app_.settings.scale;
  }
  if (canvas_ == nullptr) {
    canvas_ = std::make_unique<Canvas>(nullptr, host.fonts());
    ui_ = std::make_unique<Ui>(*canvas_, palette_of(app_), Strings(app_.settings.language));
  }
  app_.shown_scale = host.fonts().scale();
  *canvas_ = Canvas(nullptr, host.fonts());
  reader_.forget_much();
  canvas_->set_reader(app_.settings.language == Language::kJapanese ? &reader_ : nullptr);
  canvas_->note_missing(&missing_);
  begin_screen(*canvas_, size);
  canvas_->keep_texts(texts_);
  canvas_->set_texts_visible(texts_visible_);
  ui_->palette = palette_of(app_);
  ui_->tr = Strings(app_.settings.language);
  ui_->begin_frame();
  canvas_->fill({0, 0, size.x, size.y}, ui_->palette.window);

  Commands commands;
  if (panel_.empty()) {
    draw_frame(*ui_, app_, size, commands);
  } else {
    draw_one_panel(*ui_, app_, panel_, size, commands);
  }
  end_screen(*canvas_);
  changed_ = changed_ || !commands.empty() || lacks_characters();
  // All panels see in this frame what the mouse pointed at in the one before.
  const Entity hovered = std::exchange(app_.selection.hovered, {});
  const auto hovered_day = std::exchange(app_.selection.hovered_day, std::nullopt);
  const auto hovered_row = std::exchange(app_.view.class_hovered, std::nullopt);
  commands.apply(app_);
  changed_ = changed_ || app_.selection.hovered != hovered ||
             app_.selection.hovered_day != hovered_day || app_.view.class_hovered != hovered_row;
  if (app_.wants_to_quit) host.close();
}

/// The window, or a panel of it, as it is when nothing is pointed at.
Pixels Viewer::wanted_pixels(Host& host, const HostCalls& calls, const std::string& panel) {
  app_.selection.hovered = {};
  app_.selection.hovered_day.reset();
  app_.view.class_hovered.reset();
  ui_->set_mouse_away(true);
  const bool ringed = std::exchange(app_.view.panel_by_key, false);
  Pixels pixels = host.picture(calls);
  app_.view.panel_by_key = ringed;
  ui_->set_mouse_away(false);
  if (panel.empty()) return pixels;
  const auto place = ui_->items().find(panel_item(panel));
  if (place == ui_->items().end()) return pixels;
  return cut_out(pixels, place->second, host.fonts().scale());
}

void Viewer::after_frame(Host& host, const HostCalls& calls) {
  if (const auto saved = app_.save_changed_settings(); !saved) {
    app_.notice(saved.error().message, true);
    changed_ = true;
  }
  if (!app_.wanted_copy.empty()) host.copy(std::exchange(app_.wanted_copy, {}));
  const Strings tr(app_.settings.language);
  if (app_.wanted_file) {
    const App::WantedFile file = *std::exchange(app_.wanted_file, std::nullopt);
    const auto written = write_text(file.path, file.text);
    app_.notice(written ? tr("The values are in {0}", {file.path}) : written.error().message,
                !written);
    changed_ = true;
  }
  if (app_.wanted_picture.empty()) return;
  const std::string path = std::exchange(app_.wanted_picture, {});
  const std::string panel = std::exchange(app_.wanted_panel, {});
  const auto written = write_png(path, wanted_pixels(host, calls, panel));
  app_.notice(written ? tr("The picture is in {0}", {path}) : written.error().message, !written);
  changed_ = true;
}

const std::map<std::string, Rect, std::less<>>& Viewer::items() const {
  static const std::map<std::string, Rect, std::less<>> kNone;
  return ui_ ? ui_->items() : kNone;
}

bool Viewer::wants_characters() {
  const bool lacks = lacks_characters();
  if (lacks) asked_.insert(missing_.begin(), missing_.end());
  missing_.clear();
  return lacks;
}

bool Viewer::lacks_characters() const {
  constexpr std::size_t kMost = 4'000;  // nobody shows more, and each takes room
  return asked_.size() < kMost &&
         std::any_of(missing_.begin(), missing_.end(),
                     [this](const std::string& c) { return asked_.count(c) == 0; });
}

std::string Viewer::characters() const {
  std::string text(kSigns);
  text += Strings::all_japanese();
  if (const Replay* replay = app_.replay()) text += replay->header().scenario_text();
  for (const std::string& character : asked_) text += character;
  return text;
}

}  // namespace monazite::viz

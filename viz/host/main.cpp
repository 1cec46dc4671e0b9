#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include <viz/host/view_files.hpp>
#include <viz/host/view_options.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>

namespace {

using namespace monazite;
using namespace monazite::viz;

int tell(const base::Error& error) {
  std::cerr << "monazite view: " << error.message << '\n';
  return error.code == base::ErrorCode::kIo ? 1 : 2;
}

/// Looks on at a table of a host, or takes a seat there.
base::Result<void> go_to_host(App& app, const ViewOptions& options) {
  HostFields& fields = app.online().fields;
  fields.address = options.file;
  fields.token = options.token;
  fields.name = options.player;
  fields.tls = options.tls;
  fields.tls_authority = options.tls_authority;
  fields.everything = options.everything;
  if (!options.seat.empty()) return app.online().take_seat(app, options.table, options.seat);
  return app.online().watch(app, options.table);
}

/// For a picture: waits until there is something to be seen of a host, at most ten seconds.
void wait_for_host(App& app) {
  using Stage = game::HostState::Stage;
  for (int i = 0; i < 200; ++i) {
    (void)app.look_at_hosts();
    const auto* watch = app.online().watching();
    const auto seat = app.seat() != nullptr ? app.seat()->game().host() : std::nullopt;
    if (watch == nullptr && !seat) return;
    if (watch != nullptr &&
        (app.online().opened() || watch->state().stage == TableWatch::Stage::kFailed)) {
      return;
    }
    if (seat && (app.seat()->game().question() || seat->stage == Stage::kFailed)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

/// Puts the app where the command line wants it.
base::Result<void> prepare(App& app, const ViewOptions& options) {
  if (options.dark) app.settings.dark = *options.dark;
  if (options.language) app.settings.language = *options.language;
  if (options.scale > 0) app.settings.scale = static_cast<float>(options.scale);
  if (address_in(options.file)) {
    if (auto done = go_to_host(app, options); !done) return done;
  } else if (!options.seat.empty()) {
    return base::fail(base::ErrorCode::kBadInput,
                      "--seat needs the address of a host, HOST:PORT; to play at home say "
                      "--play-as " +
                          options.seat);
  } else if (!options.file.empty()) {
    if (auto done = app.open(options.file); !done) return done;
  } else if (options.demo) {
    if (auto done = app.open_demo(); !done) return done;
  }
  if (options.at) app.time.seek(*options.at);
  if (options.from && options.to && *options.from < *options.to) {
    app.show_days(options.from->number, options.to->number);
  }
  if (!options.play_as.empty()) {
    if (auto done = app.sit_down(options.play_as, options.seed, options.at); !done) return done;
  }
  if (!options.class_folder.empty()) {
    if (auto done = app.open_class(options.class_folder); !done) return done;
  }
  if (options.layout) app.set_layout(*options.layout);
  return {};
}

int run(const ViewOptions& options) {
  const std::string folder = config_folder();
  LoadedSettings loaded = load_settings(folder);
  App app(std::move(loaded.settings), folder);
  if (!loaded.note.empty()) app.notice(loaded.note, true);
  const bool window = options.screenshot.empty() && options.frames.empty() && options.csv.empty();
  if (const auto done = prepare(app, options); !done) {
    // In a window the sentence is shown there, beside what can still be opened.
    if (!window) return tell(done.error());
    app.notice(done.error().message, true);
  }
  Viewer viewer(app);
  viewer.show_only(options.panel);
  if (!window) {
    wait_for_host(app);
    const auto done = write_view_files(app, viewer, options);
    return done ? 0 : tell(done.error());
  }
  HostOptions host_options;
  host_options.width = options.width;
  host_options.height = options.height;
  host_options.scale = app.settings.scale;
  host_options.text = viewer.characters();
  auto host = open_window(host_options);
  if (!host) return tell(host.error());
  (*host)->run(viewer.calls(**host));
  // The window that said so may have closed at once.
  if (!app.saved_game.empty()) std::cout << "Your game is in " << app.saved_game << "\n";
  if (const auto saved = save_settings(app.settings, folder); !saved) return tell(saved.error());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = monazite::viz::read_view_options(argc, argv);
  if (!options) return tell(options.error());
  return options->has_value() ? run(options->value()) : 0;
}

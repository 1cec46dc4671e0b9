#include <viz/model/app/host_commands.hpp>
#include <viz/model/app/online.hpp>

namespace monazite::viz {
namespace {

bool watches(const App& app) {
  return app.online().watching() != nullptr;
}

void save(App& app) {
  const auto path = app.online().save();
  const Strings tr(app.settings.language);
  app.notice(path ? tr("The recording so far is in {0}", {*path}) : path.error().message, !path);
}

}  // namespace

void add_host_commands(std::vector<NamedCommand>& all) {
  all.push_back({"host.join",
                 "Join a host…",
                 "File",
                 {},
                 [](App& app) { app.view.overlay = Overlay::kHost; },
                 {}});
  all.push_back(
      {"host.save", "Save the recording that is watched", "File", {}, save, [](const App& app) {
         return app.online().opened();
       }});
  all.push_back({"host.show",
                 "Show the watched table",
                 "File",
                 {},
                 [](App& app) { app.online().show(app); },
                 [](const App& app) {
                   return watches(app) && !app.online().watching()->state().path.empty();
                 }});
  all.push_back({"host.stop",
                 "Stop watching the table",
                 "File",
                 {},
                 [](App& app) { app.online().stop_watching(); },
                 watches});
}

}  // namespace monazite::viz

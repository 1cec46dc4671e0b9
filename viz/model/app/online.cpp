#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <viz/model/app/app.hpp>
#include <viz/model/app/free_file.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/net_game.hpp>

namespace monazite::viz {
namespace {

/// Between two looks at what came from a host, seconds.
constexpr double kLookAtHostEvery = 0.1;

}  // namespace

Online::Online(std::string folder) : folder_(std::move(folder)) {}
Online::~Online() {
  stop_watching();
  std::error_code none;
  for (const std::string& path : left_) std::filesystem::remove(path, none);
}

base::Result<HostPlace> Online::place_of_table() const {
  // What is listed is one host's, whatever has been typed since.
  if (lobby_ == nullptr || !lobby_->state().heard) return place();
  HostPlace place = lobby_->place();
  place.token = fields.token;
  return place;
}

base::Result<HostPlace> Online::place() const {
  const auto address = net::parse_address(fields.address);
  if (!address) return tl::unexpected<base::Error>(address.error());
  HostPlace place;
  place.address = *address;
  place.token = fields.token;
  place.tls = fields.tls;
  place.tls_authority = fields.tls_authority;
  place.program = "monazite " MONAZITE_VERSION;
  return place;
}

void Online::list(App& app) {
  auto host = place();
  if (!host) {
    app.notice(host.error().message, true);
    return;
  }
  lobby_ = std::make_unique<LobbyList>(*std::move(host));
}

base::Result<void> Online::watch(App& app, std::uint32_t table) {
  auto host = place_of_table();
  if (!host) {
    app.notice(host.error().message, true);
    return tl::unexpected<base::Error>(host.error());
  }
  const std::string folder = folder_.empty() ? cache_folder() : folder_;
  if (folder.empty()) {
    return base::fail(base::ErrorCode::kIo,
                      "there is no folder for what is watched; set HOME or XDG_CACHE_HOME");
  }
  stop_watching();
  sweep_cache(folder);
  watch_ = std::make_unique<TableWatch>(*std::move(host), table, fields.everything, folder);
  app.view.overlay = Overlay::kNone;
  return {};
}

void Online::stop_watching() {
  // Who looks at what was told goes on doing so: the files are there until the viewer ends.
  if (watch_ != nullptr) {
    for (std::string& path : watch_->end()) left_.push_back(std::move(path));
  }
  watch_.reset();
  opened_path_.clear();
  offered_path_.clear();
  shown_ = false;
}

std::string Online::watched_words(const App& app, const Strings& tr) const {
  if (watch_ == nullptr || app.file() == nullptr || app.file()->name() != opened_path_) return {};
  return tr("table {0} at {1}", {std::to_string(std::max(1U, watch_->table())),
                                 net::to_string(watch_->place().address)});
}

base::Result<std::string> Online::save() const {
  if (watch_ == nullptr || watch_->state().path.empty()) {
    return base::fail(base::ErrorCode::kNotFound, "no table is looked on at");
  }
  const std::uint32_t table = std::max(1U, watch_->table());
  const std::string path = free_recording("watched-table-" + std::to_string(table));
  std::error_code fault;
  std::filesystem::copy_file(watch_->state().path, path, fault);
  if (!fault) return std::filesystem::absolute(path).string();
  return base::fail(base::ErrorCode::kIo, "the recording cannot be written to " + path + " (" +
                                              fault.message() +
                                              "); start the viewer in a folder of yours");
}

base::Result<void> Online::take_seat(App& app, std::uint32_t table, const std::string& seat) {
  auto host = place_of_table();
  if (!host) {
    app.notice(host.error().message, true);
    return tl::unexpected<base::Error>(host.error());
  }
  game::SeatOptions options;
  options.program_version = MONAZITE_VERSION;
  game::NetSeat order{*std::move(host), table, seat, fields.name};
  app.sit_at(SeatTable::sit_at(std::make_unique<game::NetGame>(std::move(order), options)));
  app.view.overlay = Overlay::kNone;
  return {};
}

void Online::show(App& app) {
  if (watch_ == nullptr || watch_->state().path.empty()) return;
  // Nothing can be opened until the first part has come; then it is opened as it is.
  auto file = RecordingFile::open(watch_->state().path);
  if (!file) return;
  opened_path_ = offered_path_ = watch_->state().path;
  shown_ = true;
  (*file)->set_live();
  app.open_file(std::move(*file));
  app.time.follow();
  app.set_layout(Layout::kOverview);
  if (!watch_->everything()) {  // messages are all there is
    app.view.book = BookTab::kMessages;
    app.view.maximised = "book";
  }
}

/// What a person hears of a table that is not on the screen.
void Online::tell_stage(App& app) const {
  const TableWatch::State& state = watch_->state();
  const std::string host = net::to_string(watch_->place().address);
  const Strings tr(app.settings.language);
  switch (state.stage) {
    case TableWatch::Stage::kWaits:
      return app.notice(
          tr("Table {0} at {1} waits for its players; it is shown as soon as it begins",
             {std::to_string(std::max(1U, watch_->table())), host}));
    case TableWatch::Stage::kConnecting:
    case TableWatch::Stage::kFailed:
      if (!state.sentence.empty()) app.notice(state.sentence, true);
      return;
    default:
      return;
  }
}

bool Online::follow(App& app) {
  if (watch_ == nullptr) return false;
  const TableWatch::Stage before = watch_->state().stage;
  bool changed = watch_->poll();
  const bool on_screen = app.file() != nullptr && app.file()->name() == opened_path_;
  if (shown_ && !on_screen && app.file() == nullptr) {  // it was closed
    stop_watching();
    return true;
  }
  shown_ = on_screen;
  const TableWatch::State& state = watch_->state();
  if (!state.path.empty() && state.path != opened_path_ && state.path != offered_path_) {
    const bool busy = app.view.layout == Layout::kSeat || app.view.layout == Layout::kClass;
    if (!busy && (app.file() == nullptr || on_screen)) {
      show(app);
      changed = changed || shown_;
    } else if (RecordingFile::open(state.path)) {
      // Nobody is torn away from a seat, or from another recording.
      offered_path_ = state.path;
      app.notice(std::string(
          Strings(app.settings.language)("The table has begun; File, Show the watched table")));
      changed = true;
    }
  }
  const bool start_screen = app.file() == nullptr && app.seat() == nullptr;
  if (changed && state.stage != before && !start_screen) tell_stage(app);
  return changed;
}

std::string Online::answered_by(const App& app) const {
  if (lobby_ != nullptr && lobby_->state().heard) return net::to_string(lobby_->place().address);
  if (opened()) return net::to_string(watch_->place().address);
  const auto seat = app.seat() != nullptr ? app.seat()->game().host() : std::nullopt;
  return seat && seat->stage == game::HostState::Stage::kPlaying ? seat->host : std::string();
}

bool Online::poll(App& app) {
  bool changed = follow(app);
  if (lobby_ != nullptr) {
    if (app.view.overlay != Overlay::kHost) {
      lobby_.reset();
    } else if (lobby_->poll()) {
      changed = true;
    }
  }
  if (app.seat() != nullptr && app.seat()->poll()) changed = true;
  if (const std::string host = changed ? answered_by(app) : std::string(); !host.empty()) {
    app.settings.joined(host);
  }
  return changed;
}

double Online::next_poll_in(const App& app) const {
  const bool at_a_host = app.seat() != nullptr && app.seat()->game().host().has_value();
  return lobby_ != nullptr || watch_ != nullptr || at_a_host ? kLookAtHostEvery : 3600;
}

}  // namespace monazite::viz

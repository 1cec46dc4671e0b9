#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <viz/model/app/app.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/net_game.hpp>

namespace monazite::viz {
namespace {

/// Between two looks at what came from a host, seconds.
constexpr double kLookEvery = 0.1;

/// "june-2025-table-1.mcap" in the current folder, with a number when there is one.
std::string free_file(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code none;
  std::string path = name + ".mcap";
  for (int i = 2; fs::exists(path, none); ++i) path = name + "-" + std::to_string(i) + ".mcap";
  return path;
}

}  // namespace

Online::Online(std::string folder) : folder_(std::move(folder)) {}
Online::~Online() {
  stop_watching();
  std::error_code none;
  for (const std::string& path : left_) std::filesystem::remove(path, none);
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
  auto host = place();
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
  const std::string path = free_file("watched-table-" + std::to_string(table));
  std::error_code fault;
  std::filesystem::copy_file(watch_->state().path, path, fault);
  if (!fault) return std::filesystem::absolute(path).string();
  return base::fail(base::ErrorCode::kIo, "the recording cannot be written to " + path + " (" +
                                              fault.message() +
                                              "); start the viewer in a folder of yours");
}

base::Result<void> Online::take_seat(App& app, std::uint32_t table, const std::string& seat) {
  auto host = place();
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

bool Online::follow(App& app) {
  if (watch_ == nullptr) return false;
  const TableWatch::Stage before = watch_->state().stage;
  bool changed = watch_->poll();
  const TableWatch::State& state = watch_->state();
  if (!state.path.empty() && state.path != opened_path_) {
    // Nothing can be opened until the first part has come; then it is opened as it is.
    if (auto file = RecordingFile::open(state.path)) {
      opened_path_ = state.path;
      (*file)->set_live();
      app.open_file(std::move(*file));
      app.time.follow();
      if (!watch_->everything()) {  // messages are all there is
        app.set_layout(Layout::kOverview);
        app.view.book = BookTab::kMessages;
        app.view.maximised = "book";
      }
      changed = true;
    }
  } else if (opened() && app.file() == nullptr) {
    stop_watching();  // it was closed
    return true;
  }
  if (changed && state.stage != before && opened()) {
    if (state.stage == TableWatch::Stage::kConnecting ||
        state.stage == TableWatch::Stage::kFailed) {
      app.notice(state.sentence, true);
    }
  }
  return changed;
}

bool Online::heard_of(const App& app) const {
  const auto seat = app.seat() != nullptr ? app.seat()->game().host() : std::nullopt;
  return opened() || (lobby_ != nullptr && lobby_->state().heard) ||
         (seat && seat->stage == game::HostState::Stage::kPlaying);
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
  if (changed && heard_of(app)) app.settings.joined(fields.address);
  return changed;
}

double Online::next_poll_in(const App& app) const {
  const bool at_a_host = app.seat() != nullptr && app.seat()->game().host().has_value();
  return lobby_ != nullptr || watch_ != nullptr || at_a_host ? kLookEvery : 3600;
}

}  // namespace monazite::viz

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <unistd.h>

#include <viz/model/net/table_watch.hpp>
#include <world/lab/network/watch_record.hpp>

namespace monazite::viz {
namespace {

/// While the table waits for its players.
constexpr std::chrono::milliseconds kLookAgain{500};

/// "watch-1234-1.mcap": of this process, and of this watch in it.
std::string free_name() {
  static std::atomic<std::uint32_t> made{0};
  return "watch-" + std::to_string(getpid()) + "-" + std::to_string(++made) + ".mcap";
}

}  // namespace

TableWatch::TableWatch(HostPlace place, std::uint32_t table, bool everything,
                       const std::string& folder)
    : place_(std::move(place)), table_(table), everything_(everything), folder_(folder) {
  thread_ = std::thread([this] { work(); });
}

void TableWatch::join() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

std::vector<std::string> TableWatch::end() {
  join();
  return std::exchange(files_, {});
}

TableWatch::~TableWatch() {
  join();
  std::error_code none;
  for (const std::string& file : files_) std::filesystem::remove(file, none);
}

void TableWatch::set(const State& state) {
  const std::lock_guard lock(mutex_);
  latest_ = state;
  news_ = true;
}

bool TableWatch::poll() {
  const std::lock_guard lock(mutex_);
  if (!news_) return false;
  news_ = false;
  shown_ = latest_;
  return true;
}

void TableWatch::work() {
  State state;
  while (!stop_) {
    const bool again = watch_once(state);
    if (stop_) return;
    set(state);
    if (!again) return;
    sleep_for(state.stage == Stage::kWaits ? kLookAgain : again_.next(), stop_);
  }
}

bool TableWatch::watch_once(State& state) {
  const auto client = net::Client::connect(client_options(place_));
  if (!client) {
    state.stage =
        client.error().code == base::ErrorCode::kBadInput ? Stage::kFailed : Stage::kConnecting;
    state.sentence = client.error().message;
    return state.stage != Stage::kFailed;
  }
  v1::Frame frame;
  frame.mutable_watch()->set_table(table_);
  frame.mutable_watch()->set_token(place_.token);
  frame.mutable_watch()->set_everything(everything_);
  std::optional<Refused> refused;
  const auto watching = ask(**client, frame, v1::Frame::kWatching, stop_, &refused);
  if (!watching) {
    state.sentence = watching.error().message;
    const bool waits = refused && refused->code == v1::Sorry::CODE_OUT_OF_ORDER;
    state.stage = waits ? Stage::kWaits : refused ? Stage::kFailed : Stage::kConnecting;
    return state.stage != Stage::kFailed;
  }
  again_.succeeded();
  state.stage = Stage::kWatching;
  state.sentence.clear();
  state.path = (std::filesystem::path(folder_) / free_name()).string();
  files_.push_back(state.path);
  set(state);
  const auto end = lab::record_watch(**client, watching->watching(), state.path, stop_,
                                     [this, &state](base::Day day) {
                                       if (day == state.day) return;
                                       state.day = day;
                                       set(state);
                                     });
  if (end) {
    state.stage = Stage::kOver;
    return false;
  }
  state.stage = Stage::kConnecting;
  state.sentence = end.error().message;
  return true;
}

}  // namespace monazite::viz

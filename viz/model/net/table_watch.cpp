#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <viz/model/net/table_watch.hpp>
#include <world/lab/network/watch_record.hpp>

namespace monazite::viz {
namespace {

/// While the table waits for its players.
constexpr std::chrono::milliseconds kLookAgain{500};
/// After so long a connection was a good one.
constexpr std::chrono::seconds kGoodWatch{5};

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

bool TableWatch::begin_file(const std::string& path) {
  // With the watch token it holds what is private to the seats: for this user alone.
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  close(file);
  files_.push_back(path);
  // The one before may still be looked at; those before that are not.
  constexpr std::size_t kKept = 2;
  std::error_code none;
  while (files_.size() > kKept) {
    std::filesystem::remove(files_.front(), none);
    files_.erase(files_.begin());
  }
  return true;
}

bool TableWatch::watch_once(State& state) {
  const auto client = net::Client::connect(client_options(place_, stop_));
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
    const bool for_good = refused && !waits && !may_come_back(refused->code);
    state.stage = waits ? Stage::kWaits : for_good ? Stage::kFailed : Stage::kConnecting;
    return state.stage != Stage::kFailed;
  }
  state.stage = Stage::kWatching;
  state.sentence.clear();
  state.path = (std::filesystem::path(folder_) / free_name()).string();
  if (!begin_file(state.path)) {
    state.stage = Stage::kFailed;
    state.sentence = "the recording cannot be written to " + state.path + " (" +
                     std::strerror(errno) + "); set XDG_CACHE_HOME to a folder of yours";
    state.path.clear();
    return false;
  }
  set(state);
  const auto began = std::chrono::steady_clock::now();
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
  // A host that lets go again and again is not asked more often for it.
  if (std::chrono::steady_clock::now() - began > kGoodWatch) again_.succeeded();
  state.stage = Stage::kConnecting;
  state.sentence = end.error().message;
  return true;
}

}  // namespace monazite::viz

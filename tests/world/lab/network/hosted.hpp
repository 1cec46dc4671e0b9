#pragma once

#include <atomic>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <agents/parties/builtin.hpp>
#include <protocol/net/client.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/network/player_line.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/network/hosted_game.hpp>
#include <world/lab/network/seat_facts.hpp>
#include <world/lab/network/seat_player.hpp>

namespace monazite::test_support {

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A host at this end of the PlayerLine that plays june-2025 to the end of 2026 on threads of its
/// own, and ends them when it goes.
class Hosted {
 public:
  explicit Hosted(lab::GameOptions options, const scenarios::Scenario& scenario = short_crisis())
      : tables_(options.tables) {
    options.token = "letmein-here";
    options.all_token = "teacher-here";
    options.program_version = "test";
    options.listen.port = 0;
    options.listen.address = PlayerLine::get().host();
    options.listen.insecure = true;
    static int hosts = 0;
    if (options.out.empty()) options.out = fresh_folder("hosted-" + std::to_string(++hosts));
    out = options.out;
    auto started = lab::HostedGame::start(scenario, std::move(options));
    if (!started) FAIL(started.error().message);
    game_ = *std::move(started);
  }
  ~Hosted() {
    stop = true;
    if (thread_.joinable()) thread_.join();
  }
  Hosted(const Hosted&) = delete;
  Hosted& operator=(const Hosted&) = delete;

  void begin() {
    thread_ = std::thread([this] { results_ = game_->play(stop); });
  }
  /// Waits for the end.
  const std::vector<lab::HostedTable>& results() {
    if (thread_.joinable()) thread_.join();
    return results_;
  }
  [[nodiscard]] std::string recording(std::uint32_t table = 1) const {
    return bytes_of(lab::recording_path(out, "june-2025", tables_, table));
  }
  [[nodiscard]] std::unique_ptr<net::Client> connect() const {
    net::ClientOptions options;
    const PlayerLine::There there;
    options.address = {PlayerLine::get().host(), game_->port()};
    options.program = "test";
    auto client = net::Client::connect(options);
    if (!client) throw std::runtime_error(client.error().message);
    return *std::move(client);
  }
  [[nodiscard]] lab::HostedGame& game() { return *game_; }

  std::atomic<bool> stop{false};
  std::string out;

 private:
  std::uint32_t tables_;
  std::unique_ptr<lab::HostedGame> game_;
  std::thread thread_;
  std::vector<lab::HostedTable> results_;
};

inline v1::Claim claim(const std::string& seat, std::uint32_t table = 0) {
  v1::Claim claim;
  claim.set_seat(seat);
  claim.set_table(table);
  claim.set_token("letmein-here");
  claim.set_player("the player of " + seat);
  return claim;
}

/// Takes a seat and reads all that it is told, and never answers. Until the end comes.
class SilentPlayer {
 public:
  SilentPlayer(const Hosted& host, const v1::Claim& claim) : client_(host.connect()) {
    const auto seated = client_->claim(claim);
    if (!seated) FAIL(seated.error().message);
    thread_ = std::thread([this] {
      while (!stop_) {
        const auto frame = client_->receive(std::chrono::milliseconds(100));
        if (!frame || (*frame && (*frame)->has_end())) break;
      }
      client_.reset();
    });
  }
  ~SilentPlayer() {
    stop_ = true;
    thread_.join();
  }
  SilentPlayer(const SilentPlayer&) = delete;
  SilentPlayer& operator=(const SilentPlayer&) = delete;

 private:
  std::atomic<bool> stop_{false};
  std::unique_ptr<net::Client> client_;
  std::thread thread_;
};

/// Plays a seat with the built-in party, in this thread.
inline base::Result<lab::SeatPlayed> play_built_in(const Hosted& host, const v1::Claim& claim) {
  const auto client = host.connect();
  const auto seated = client->claim(claim);
  if (!seated) return tl::unexpected<base::Error>(seated.error());
  const parties::Chair chair{seated->seat(), claim.seat(), lab::draws_of(*client)};
  const auto party = parties::make_builtin_party(chair, lab::to_setup(*seated));
  return lab::play_seat(*client, *seated, *party);
}

inline lab::GameOptions open_seats(const std::vector<std::string>& seats, std::uint64_t seed = 9) {
  lab::GameOptions options;
  options.seed = seed;
  for (const std::string& seat : seats) options.seats.push_back({seat, ""});
  return options;
}

/// The recording of the same crisis in one process.
inline std::string in_one_process(std::uint64_t seed) {
  const std::string path = fresh_folder("in-one-process") + "/run.mcap";
  play(seed, path);
  return bytes_of(path);
}

}  // namespace monazite::test_support

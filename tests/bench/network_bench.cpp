// What a host carries on one machine with its players: 25 tables of june-2025 with all eight seats
// elsewhere (200 players, each a thread with a socket of its own and the built-in party), and the
// same number of players who only answer. Two processors are shared by host and players.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include <agents/parties/builtin.hpp>
#include <protocol/net/client.hpp>
#include <world/lab/network/hosted_game.hpp>
#include <world/lab/network/seat_facts.hpp>
#include <world/lab/network/seat_player.hpp>
#include <world/scenarios/load.hpp>

using namespace monazite;
using Clock = std::chrono::steady_clock;

namespace {

constexpr const char* kToken = "bench";
constexpr std::uint32_t kTables = 25;
constexpr std::uint32_t kSeats = 8;
constexpr int kQuestions = 100;  ///< to each player who only answers
constexpr std::size_t kBriefBytes = 8'000;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Memory of this process now. Unit: MiB.
double resident_mib() {
  std::ifstream file("/proc/self/statm");
  double pages = 0;
  file >> pages >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

std::unique_ptr<net::Client> connect(std::uint16_t port) {
  net::ClientOptions options;
  options.address = {"127.0.0.1", port};
  auto client = net::Client::connect(options);
  if (!client) {
    std::printf("%s\n", client.error().message.c_str());
    std::exit(1);
  }
  return *std::move(client);
}

v1::Claim claim(const std::string& seat, std::uint32_t table) {
  v1::Claim claim;
  claim.set_seat(seat);
  claim.set_table(table);
  claim.set_token(kToken);
  return claim;
}

void whole_histories() {
  const auto scenario = scenarios::load_builtin("june-2025", {});
  if (!scenario) std::exit(1);
  lab::GameOptions options;
  options.seed = 1;
  options.tables = kTables;
  options.token = kToken;
  options.listen.port = 0;
  options.reveals = false;
  options.out = (std::filesystem::temp_directory_path() / "monazite-network-bench").string();
  std::filesystem::remove_all(options.out);
  for (const scenarios::Seat& seat : scenario->seats) options.seats.push_back({seat.name, ""});
  const auto game = lab::HostedGame::start(*scenario, options);
  if (!game) {
    std::printf("%s\n", game.error().message.c_str());
    std::exit(1);
  }
  const double before = resident_mib();
  const std::atomic<bool> never{false};
  std::atomic<std::uint64_t> decisions{0};
  std::vector<std::thread> players;
  const auto start = Clock::now();
  for (std::uint32_t table = 1; table <= kTables; ++table) {
    for (const scenarios::Seat& seat : scenario->seats) {
      players.emplace_back([&, table, name = seat.name] {
        const auto client = connect((*game)->port());
        const auto seated = client->claim(claim(name, table));
        if (!seated) std::exit(1);
        const parties::Chair chair{seated->seat(), name, lab::draws_of(*client)};
        const auto party = parties::make_builtin_party(chair, lab::to_setup(*seated));
        const auto played = lab::play_seat(*client, *seated, *party);
        if (played) decisions += played->decided;
      });
    }
  }
  (void)(*game)->play(never);
  for (std::thread& player : players) player.join();
  const double took = seconds_since(start);
  std::size_t lines = 0;
  for (const auto& table : (*game)->board().tables) {
    for (const net::HostTable::Seat& seat : table->seats) lines += seat.line->bytes();
  }
  std::printf("whole histories: %u tables, %u players, %.1f s\n", kTables, kTables * kSeats, took);
  std::printf("  decisions a second                     %10.0f\n",
              static_cast<double>(decisions) / took);
  std::printf("  kept of a seat for who comes back, MiB %10.2f\n",
              static_cast<double>(lines) / (1024 * 1024 * kTables * kSeats));
  std::printf("  memory of host and players a seat, MiB %10.2f\n",
              (resident_mib() - before) / (kTables * kSeats));
  std::filesystem::remove_all(options.out);
}

/// Asks one player after the other, as a history does; times from question to answer.
std::vector<double> ask(net::SeatLine& line) {
  std::vector<double> milliseconds;
  v1::Frame frame;
  v1::Delivery& delivery = *frame.mutable_delivery();
  delivery.set_asks(true);
  v1::Brief& brief = *delivery.mutable_envelope()->mutable_brief();
  brief.mutable_clearable()->assign(kBriefBytes, '\1');
  for (int i = 0; i < kQuestions; ++i) {
    const auto start = Clock::now();
    const std::uint64_t turn = line.tell_question(frame);
    (void)line.wait_for_answer(turn, {}, nullptr);
    milliseconds.push_back(seconds_since(start) * 1e3);
  }
  line.finish({});
  return milliseconds;
}

void round_trips(std::uint32_t seats) {
  net::Board board;
  board.token = kToken;
  auto table = std::make_unique<net::HostTable>();
  for (std::uint32_t i = 0; i < seats; ++i) {
    net::SeatFacts facts;
    facts.name = "seat" + std::to_string(i);
    table->seats.push_back({facts.name, std::make_unique<net::SeatLine>(facts)});
  }
  net::HostTable& at = *table;
  board.tables.push_back(std::move(table));
  net::Listen listen;
  listen.port = 0;
  const auto server = net::Server::start(board, listen, {});
  if (!server) std::exit(1);
  std::vector<std::thread> threads;
  std::atomic<std::uint32_t> seated{0};
  for (const net::HostTable::Seat& seat : at.seats) {
    threads.emplace_back([&, name = seat.name] {
      const auto client = connect((*server)->port());
      if (!client->claim(claim(name, 1))) std::exit(1);
      ++seated;
      for (;;) {
        const auto frame = client->receive();
        if (!frame || !*frame || (*frame)->has_end()) return;
        if (!(*frame)->has_delivery()) continue;
        v1::Frame answer;
        answer.mutable_answer()->set_turn((*frame)->delivery().number());
        if (!client->send(answer)) return;
      }
    });
  }
  while (seated < seats) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::vector<std::vector<double>> times(seats);
  const auto start = Clock::now();
  std::vector<std::thread> histories;
  for (std::uint32_t i = 0; i < seats; ++i) {
    histories.emplace_back([&, i] { times[i] = ask(*at.seats[i].line); });
  }
  for (std::thread& history : histories) history.join();
  const double took = seconds_since(start);
  for (std::thread& thread : threads) thread.join();
  std::vector<double> all;
  for (const auto& of_seat : times) all.insert(all.end(), of_seat.begin(), of_seat.end());
  std::sort(all.begin(), all.end());
  const auto quantile = [&all](double q) {
    return all[static_cast<std::size_t>(q * static_cast<double>(all.size() - 1))];
  };
  std::printf("%10u %14.0f %12.3f %12.3f %12.3f\n", seats, static_cast<double>(all.size()) / took,
              quantile(0.5), quantile(0.99), all.back());
}

}  // namespace

int main() {
  std::printf("questions of 8 kB, each seat asked again as soon as it has answered\n");
  std::printf("%10s %14s %12s %12s %12s\n", "seats", "answers/s", "median, ms", "99 %, ms",
              "longest, ms");
  for (const std::uint32_t seats : {1U, 10U, 50U, 200U}) round_trips(seats);
  whole_histories();
  return 0;
}

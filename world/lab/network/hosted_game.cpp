#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <thread>
#include <utility>

#include <protocol/bus/visibility.hpp>
#include <protocol/net/token.hpp>
#include <protocol/recording/sidecar.hpp>
#include <world/engine/history.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/network/hosted_game.hpp>
#include <world/lab/network/remote_party.hpp>
#include <world/lab/network/seat_facts.hpp>

namespace monazite::lab {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kMostTables = 256;
/// How often a wait looks whether it should end.
constexpr std::chrono::milliseconds kLook{20};
/// For players to read to the end when all is over.
constexpr std::chrono::seconds kGrace{10};

bool has_recordings(const std::string& folder) {
  std::error_code fault;
  for (std::filesystem::recursive_directory_iterator at(folder, fault), end; !fault && at != end;
       at.increment(fault)) {
    if (at->path().extension() == ".mcap") return true;
  }
  return false;
}

void sleep_until(Clock::time_point until, const std::atomic<bool>& stop) {
  while (!stop && Clock::now() < until) {
    std::this_thread::sleep_for(std::min<Clock::duration>(kLook, until - Clock::now()));
  }
}

/// Tells those who look on at a table what is public.
class WatchWitness final : public engine::Witness {
 public:
  explicit WatchWitness(net::WatchLine& watch) : watch_(watch) {}
  void on_header(const v1::RunHeader& header) override { watch_.begin(header); }
  void on_admitted(const v1::Envelope& envelope) override {
    if (!bus::may_receive(envelope, base::kPublic)) return;
    bus::strip_private(envelope, base::kPublic, stripped_);
    watch_.tell(stripped_);
  }

 private:
  net::WatchLine& watch_;
  v1::Envelope stripped_;
};

/// The days of one table, at its pace.
class DayClock {
 public:
  DayClock(net::HostTable& table, const GameOptions& options, const std::atomic<bool>& stop)
      : table_(table), options_(options), stop_(stop), next_(Clock::now()) {}

  void begin(base::Day day) {
    table_.today = day.number;
    const Pace& pace = options_.pace;
    if (!pace.lockstep && pace.seconds_per_day <= 0) return;
    table_.watch.tell_day(day.number);
    for (net::HostTable::Seat& seat : table_.seats) {
      if (seat.line == nullptr) continue;
      v1::Frame frame;
      frame.mutable_day_begins()->set_day(day.number);
      seat.line->tell(frame);
    }
    if (pace.lockstep) {
      for (net::HostTable::Seat& seat : table_.seats) {
        if (seat.line == nullptr) continue;
        if (seat.line->wait_for_day(day, options_.patience, &stop_) && options_.log) {
          options_.log(seat.name + " at table " + std::to_string(table_.number) +
                       " does not say that it is ready for the next day: it is not waited for");
        }
      }
    }
    sleep_until(next_, stop_);
    // A day that took long is not made up for.
    next_ =
        std::max(next_, Clock::now()) + std::chrono::duration_cast<Clock::duration>(
                                            std::chrono::duration<double>(pace.seconds_per_day));
  }

 private:
  net::HostTable& table_;
  const GameOptions& options_;
  const std::atomic<bool>& stop_;
  Clock::time_point next_;
};

}  // namespace

std::string recording_path(const std::string& out, const std::string& scenario,
                           std::uint32_t tables, std::uint32_t table) {
  std::string folder = out;
  if (tables > 1) {
    char name[32];
    std::snprintf(name, sizeof name, "/table-%02u", table);
    folder += name;
  }
  return folder + "/" + scenario + ".mcap";
}

HostedGame::HostedGame(const scenarios::Scenario& scenario, GameOptions options)
    : scenario_(scenario), options_(std::move(options)) {}
HostedGame::~HostedGame() = default;

base::Result<std::unique_ptr<HostedGame>> HostedGame::start(const scenarios::Scenario& scenario,
                                                            GameOptions options) {
  std::unique_ptr<HostedGame> game(new HostedGame(scenario, std::move(options)));
  if (const auto done = game->set_tables(); !done) return tl::unexpected<base::Error>(done.error());
  auto server = net::Server::start(game->board_, game->options_.listen, game->options_.log);
  if (!server) return tl::unexpected<base::Error>(server.error());
  game->server_ = *std::move(server);
  return game;
}

base::Result<void> HostedGame::set_tables() {
  board_.token = options_.token;
  board_.all_token = options_.all_token;
  board_.program = "monazite " + options_.program_version;
  board_.reveals = options_.reveals;
  board_.keeps_pace = options_.pace.lockstep || options_.pace.seconds_per_day > 0;
  board_.limits = options_.limits;
  if (options_.tables < 1 || options_.tables > kMostTables) {
    return base::fail(base::ErrorCode::kBadInput, std::to_string(options_.tables) +
                                                      " tables are not possible; 1 to " +
                                                      std::to_string(kMostTables) + " are");
  }
  if (has_recordings(options_.out)) {
    return base::fail(base::ErrorCode::kBadInput,
                      options_.out + " has recordings in it already; give another folder");
  }
  for (std::uint32_t table = 0; table < options_.tables; ++table) {
    // Below 2^63, so that the results file, whose integers are signed, shows the same number.
    seeds_.push_back(options_.seed ? *options_.seed + table : net::unguessable_number() >> 1);
  }
  const base::Roster roster = engine::make_roster(scenario_);
  for (const OpenSeat& open : options_.seats) {
    const auto seat = roster.find(open.name);
    if (seat && *seat >= base::kFirstSeat) continue;
    std::string names;
    for (const scenarios::Seat& known : scenario_.seats) {
      names += (names.empty() ? "" : ", ") + known.name;
    }
    return base::fail(base::ErrorCode::kBadInput, "scenario " + scenario_.name + " has no seat \"" +
                                                      open.name + "\"; its seats are " + names);
  }
  for (std::uint32_t number = 1; number <= options_.tables; ++number) {
    auto table = std::make_unique<net::HostTable>();
    table->number = number;
    table->scenario = scenario_.name;
    table->today = scenario_.first_day.number;
    for (std::size_t i = 0; i < scenario_.seats.size(); ++i) {
      net::HostTable::Seat seat;
      seat.name = scenario_.seats[i].name;
      const auto open = std::find_if(options_.seats.begin(), options_.seats.end(),
                                     [&](const OpenSeat& o) { return o.name == seat.name; });
      if (open != options_.seats.end()) {
        net::SeatFacts facts = seat_facts(scenario_, seeds_[number - 1], number,
                                          static_cast<base::SeatId>(base::kFirstSeat + i));
        facts.own_token = open->token;
        facts.seated.set_decide_within_ms(
            static_cast<std::uint32_t>(options_.patience.decide_within.count()));
        facts.seated.set_reveals(options_.reveals);
        facts.seated.set_lockstep(options_.pace.lockstep);
        seat.line = std::make_unique<net::SeatLine>(std::move(facts));
      }
      table->seats.push_back(std::move(seat));
    }
    board_.tables.push_back(std::move(table));
  }
  return {};
}

std::uint16_t HostedGame::port() const {
  return server_->port();
}

HostedGame::Progress HostedGame::progress() const {
  Progress progress;
  for (const auto& table : board_.tables) {
    const v1::Lobby::State state = table->state;
    progress.waiting += state == v1::Lobby::STATE_WAITING ? 1 : 0;
    progress.playing += state == v1::Lobby::STATE_PLAYING ? 1 : 0;
    progress.over += state == v1::Lobby::STATE_OVER ? 1 : 0;
  }
  return progress;
}

void HostedGame::wait_for_players(const net::HostTable& table,
                                  const std::atomic<bool>& stop) const {
  const auto until = options_.wait ? Clock::now() + *options_.wait : Clock::time_point::max();
  const auto complete = [&table] {
    return std::all_of(table.seats.begin(), table.seats.end(),
                       [](const net::HostTable::Seat& seat) {
                         return seat.line == nullptr || seat.line->ever_taken();
                       });
  };
  while (!stop && !complete() && Clock::now() < until) std::this_thread::sleep_for(kLook);
}

void HostedGame::write_notes(const net::HostTable& table, std::uint64_t seed,
                             const std::string& recording,
                             std::chrono::system_clock::time_point started, double seconds) const {
  recording::Sidecar notes =
      machine_notes({"monazite " + options_.program_version,
                     options_.command + " --seed " + std::to_string(seed), started, seconds},
                    scenario_);
  if (options_.tables > 1) notes["table"] = std::to_string(table.number);
  for (const net::HostTable::Seat& seat : table.seats) {
    if (seat.line == nullptr || !seat.line->ever_taken()) continue;
    const std::string player = seat.line->player();
    notes["seat." + seat.name] = "remote" + (player.empty() ? "" : " " + player);
  }
  // Who sat where is told at the end of the game too; a disk that refuses has been told already.
  (void)recording::write_sidecar(recording, notes);
}

HostedTable HostedGame::play_table(net::HostTable& table, const std::atomic<bool>& stop) {
  HostedTable result{table.number,
                     seeds_[table.number - 1],
                     recording_path(options_.out, scenario_.name, options_.tables, table.number),
                     Played{},
                     {}};
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(result.recording).parent_path(),
                                      ignored);
  std::filesystem::remove(recording::sidecar_path(result.recording), ignored);
  wait_for_players(table, stop);
  table.state = v1::Lobby::STATE_PLAYING;

  engine::HistoryOptions history;
  history.seed = result.seed;
  history.program_version = options_.program_version;
  history.settings = options_.settings;
  history.stop = &stop;
  DayClock clock(table, options_, stop);
  history.day_begins = [&clock](base::Day day) { clock.begin(day); };
  history.wrapping = [this, &table, &stop](
                         const parties::Chair& chair, const scenarios::Seat& seat,
                         std::unique_ptr<parties::Party> staff) -> std::unique_ptr<parties::Party> {
    const auto& line = table.seats[chair.seat - base::kFirstSeat].line;
    if (line == nullptr) return staff;
    return std::make_unique<RemoteParty>(
        chair.seat, std::move(staff), *line,
        RemoteRules{options_.patience, seat.silent_when_absent, &stop});
  };
  const auto started = std::chrono::system_clock::now();
  const auto began = Clock::now();
  table.watch.set_file(result.recording);
  WatchWitness watch(table.watch);
  result.played = lab::play(scenario_, history, result.recording, &watch);
  write_notes(table, result.seed, result.recording, started,
              std::chrono::duration<double>(Clock::now() - began).count());

  v1::End end;
  end.set_how(result.played && result.played->finished ? v1::End::HOW_FINISHED
                                                       : v1::End::HOW_STOPPED);
  end.set_day(table.today);
  if (result.played) end.set_digest(result.played->digest);
  for (net::HostTable::Seat& seat : table.seats) {
    if (seat.line == nullptr) continue;
    if (seat.line->ever_taken()) {
      const std::string player = seat.line->player();
      result.players.push_back({seat.name, player.empty() ? "somebody" : player});
    }
    seat.line->finish(end);
  }
  table.watch.finish(end);
  table.state = v1::Lobby::STATE_OVER;
  return result;
}

void HostedGame::wait_for_readers(const std::atomic<bool>& stop) const {
  const auto all_over = [this] {
    for (const auto& table : board_.tables) {
      for (const net::HostTable::Seat& seat : table->seats) {
        if (seat.line != nullptr && !seat.line->over(options_.patience)) return false;
      }
    }
    return true;
  };
  const auto until = Clock::now() + kGrace;
  while (!stop && !all_over() && Clock::now() < until) std::this_thread::sleep_for(kLook);
}

std::vector<HostedTable> HostedGame::play(const std::atomic<bool>& stop) {
  std::vector<std::optional<HostedTable>> results(board_.tables.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < board_.tables.size(); ++i) {
    threads.emplace_back(
        [this, i, &stop, &results] { results[i] = play_table(*board_.tables[i], stop); });
  }
  for (std::thread& thread : threads) thread.join();
  wait_for_readers(stop);
  server_->stop(stop ? std::chrono::seconds(1) : kGrace);
  std::vector<HostedTable> tables;
  tables.reserve(results.size());
  for (auto& result : results) tables.push_back(*std::move(result));
  return tables;
}

}  // namespace monazite::lab

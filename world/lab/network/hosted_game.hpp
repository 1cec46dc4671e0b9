#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/net/board.hpp>
#include <protocol/net/seat_line.hpp>
#include <protocol/net/server.hpp>
#include <world/lab/play.hpp>
#include <world/lab/results_db.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// How fast the model's days pass.
struct Pace {
  bool lockstep = false;       ///< a day begins when every player is ready for it
  double seconds_per_day = 0;  ///< at least so long; 0: as fast as it goes
};

/// A seat that others may take.
struct OpenSeat {
  std::string name;   ///< of the scenario
  std::string token;  ///< its own; empty: the host's
};

struct GameOptions {
  /// Of table 1; the next table has the next seed. Unset: each table has one that nobody can guess,
  /// so that who has seen one table's recording knows nothing of the others.
  std::optional<std::uint64_t> seed;
  std::uint32_t tables = 1;  ///< at most 256
  std::vector<OpenSeat> seats;
  std::string token;      ///< of the host; must not be empty
  std::string all_token;  ///< to look on at everything; empty: nobody may
  /// For open seats to be taken before a table begins without them; nothing: without end. A seat
  /// that nobody took is played by the built-in party until somebody takes it.
  std::optional<std::chrono::milliseconds> wait;
  net::Patience patience;
  Pace pace;
  bool reveals = true;  ///< players get the recording when their history is over
  std::string out;      ///< folder of the recordings; must exist. See recording_path()
  std::string program_version;
  std::vector<std::string> settings;  ///< that the scenario was loaded with, for the record
  /// For the notes beside the recordings, without the seed: "monazite host june-2025".
  std::string command;
  net::Listen listen;
  net::Limits limits;
  std::function<void(const std::string&)> log;  ///< see net::Server::start(); may be empty
};

/// One table's history, when it is over.
struct HostedTable {
  std::uint32_t number = 1;
  std::uint64_t seed = 1;
  std::string recording;  ///< path
  base::Result<Played> played;
  std::vector<SeatTaken> players;  ///< in the order of the scenario's seats
};

/// Histories of a scenario whose seats are played from elsewhere: one for each table, each on a
/// thread of its own, with one network thread for all of them. The recording of a table is, byte
/// for byte, that of `monazite run` with its seed, as long as the players decide as the built-in
/// parties would and nobody is late.
///
///   auto game = HostedGame::start(scenario, options);     // listens from here on
///   const auto tables = (*game)->play(stop);              // until the last table is over
class HostedGame {
 public:
  /// One sentence when a seat is not in the scenario, when the folder has recordings already (those
  /// of a class cannot be had again), and for what net::Server::start() refuses.
  /// `scenario` must outlive the game.
  [[nodiscard]] static base::Result<std::unique_ptr<HostedGame>> start(
      const scenarios::Scenario& scenario, GameOptions options);
  ~HostedGame();
  HostedGame(const HostedGame&) = delete;
  HostedGame& operator=(const HostedGame&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Plays all tables; returns when the last one is over, its files are whole and the players have
  /// read to the end (or have had some seconds for it). `stop` ends every history with its day.
  [[nodiscard]] std::vector<HostedTable> play(const std::atomic<bool>& stop);
  /// Tables that wait for players, play, and are over; from any thread.
  struct Progress {
    std::uint32_t waiting = 0, playing = 0, over = 0;
  };
  [[nodiscard]] Progress progress() const;
  /// Now, whatever they are here for; from any thread.
  [[nodiscard]] std::size_t connections() const { return server_->connections(); }
  [[nodiscard]] const net::Board& board() const { return board_; }

 private:
  HostedGame(const scenarios::Scenario& scenario, GameOptions options);
  [[nodiscard]] base::Result<void> set_tables();
  [[nodiscard]] HostedTable play_table(net::HostTable& table, const std::atomic<bool>& stop);
  void wait_for_players(const net::HostTable& table, const std::atomic<bool>& stop) const;
  /// Players who lost their connection on the last pages may come back for them.
  void wait_for_readers(const std::atomic<bool>& stop) const;
  void write_notes(const net::HostTable& table, std::uint64_t seed, const std::string& recording,
                   std::chrono::system_clock::time_point started, double seconds) const;

  const scenarios::Scenario& scenario_;
  GameOptions options_;
  std::vector<std::uint64_t> seeds_;  ///< by table
  net::Board board_;
  std::unique_ptr<net::Server> server_;  ///< last: it uses the board
};

/// Where the recording of a table is: OUT/SCENARIO.mcap of a single table, else
/// OUT/table-01/SCENARIO.mcap and so on.
[[nodiscard]] std::string recording_path(const std::string& out, const std::string& scenario,
                                         std::uint32_t tables, std::uint32_t table);

}  // namespace monazite::lab

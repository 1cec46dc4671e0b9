#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>
#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <protocol/base/seed_text.hpp>
#include <protocol/net/client.hpp>
#include <protocol/net/token.hpp>
#include <world/app/commands_detail.hpp>
#include <world/app/report.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/network/hosted_game.hpp>
#include <world/lab/results_db.hpp>

namespace monazite::app {
namespace {

struct HostOptions {
  std::string scenario = "june-2025";
  std::optional<std::uint64_t> seed;  // unset: one that nobody knows
  std::vector<std::string> settings;
  std::vector<std::string> seats;
  std::uint32_t tables = 1;
  std::string token, watch_token;
  std::string bind = "127.0.0.1";
  std::uint16_t port = 7410;
  std::string certificate, key;
  bool insecure = false;
  std::string pace = "fast";
  double wait_s = -1;
  double decide_within_s = 120;
  double return_within_s = 10;
  bool keep_hidden = false;
  std::uint32_t observers = 32;
  std::uint32_t connections = 512, handshakes = 64;
  std::uint32_t frame_kib = 64;
  double frames_per_second = 20'000;
  std::string out;
  bool quiet = false;
};

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

base::Result<lab::Pace> read_pace(const std::string& text) {
  if (text == "fast") return lab::Pace{};
  if (text == "lockstep") return lab::Pace{true, 0};
  char* end = nullptr;
  const double seconds = std::strtod(text.c_str(), &end);
  if (end == text.c_str() || *end != '\0' || !(seconds > 0) || seconds > 86'400) {
    return base::fail(base::ErrorCode::kBadInput,
                      "\"" + text + "\" is no pace: fast, lockstep, or seconds a day as in 0.5");
  }
  return lab::Pace{false, seconds};
}

/// "japan=remote", "japan=remote:TOKEN", "japan=built-in", "all=remote". What is said last counts.
base::Result<std::vector<lab::OpenSeat>> read_seats(const HostOptions& options,
                                                    const scenarios::Scenario& scenario) {
  std::vector<lab::OpenSeat> seats;
  for (const std::string& text : options.seats) {
    const auto equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const std::string what = equals == std::string::npos ? "" : text.substr(equals + 1);
    const auto forget = [&seats](const std::string& seat) {
      seats.erase(std::remove_if(seats.begin(), seats.end(),
                                 [&seat](const lab::OpenSeat& open) { return open.name == seat; }),
                  seats.end());
    };
    if (what == "built-in") {
      if (name == "all") seats.clear();
      forget(name);
      continue;
    }
    if (what != "remote" && what.compare(0, 7, "remote:") != 0) {
      return base::fail(base::ErrorCode::kBadInput,
                        "\"" + text +
                            "\" does not say who plays a seat; write --seat japan=remote, "
                            "or japan=remote:TOKEN for a token of its own");
    }
    const std::string token = what.size() > 7 ? what.substr(7) : "";
    if (name == "all") {
      seats.clear();
      for (const scenarios::Seat& seat : scenario.seats) seats.push_back({seat.name, token});
    } else {
      forget(name);
      seats.push_back({name, token});
    }
  }
  return seats;
}

base::Result<lab::GameOptions> game_options(const HostOptions& options,
                                            const scenarios::Scenario& scenario) {
  lab::GameOptions game;
  const auto pace = read_pace(options.pace);
  if (!pace) return tl::unexpected<base::Error>(pace.error());
  auto seats = read_seats(options, scenario);
  if (!seats) return tl::unexpected<base::Error>(seats.error());
  if (options.certificate.empty() != options.key.empty()) {
    return base::fail(base::ErrorCode::kBadInput, "--tls-cert and --tls-key belong together");
  }
  game.seed = options.seed;
  game.tables = options.tables;
  game.seats = *std::move(seats);
  game.token = options.token.empty() ? net::new_token() : options.token;
  game.all_token = options.watch_token;
  if (options.wait_s >= 0) game.wait = milliseconds(options.wait_s);
  game.patience.decide_within = milliseconds(options.decide_within_s);
  game.patience.return_within = milliseconds(options.return_within_s);
  game.pace = *pace;
  game.reveals = !options.keep_hidden;
  game.program_version = MONAZITE_VERSION;
  game.settings = options.settings;
  game.command = "monazite host " + scenario.name;
  game.listen.address = options.bind;
  game.listen.port = options.port;
  if (!options.certificate.empty())
    game.listen.tls = net::HostTls{options.certificate, options.key};
  game.listen.insecure = options.insecure;
  game.limits.connections = options.connections;
  game.limits.handshakes = options.handshakes;
  game.limits.watchers = options.observers;
  game.limits.frame_bytes = std::size_t{options.frame_kib} * 1024;
  game.limits.frames_per_second = options.frames_per_second;
  return game;
}

/// How to sit down, for whoever is told; the token only if the program made it up.
void tell_how_to_join(const HostOptions& options, const lab::GameOptions& game,
                      std::uint16_t port) {
  if (options.quiet) return;
  const bool everywhere = options.bind == "0.0.0.0" || options.bind == "::";
  const std::string where = net::to_string({everywhere ? "THIS_MACHINE" : options.bind, port});
  const std::string token = options.token.empty() ? game.token : "YOUR_TOKEN";
  const std::string tls = options.certificate.empty() ? "" : " --tls-ca " + options.certificate;
  std::string seats;
  for (const lab::OpenSeat& seat : game.seats) seats += (seats.empty() ? "" : "|") + seat.name;
  if (seats.empty()) {
    std::fputs("No seat is open to others (--seat japan=remote opens one): it plays at once.\n",
               stderr);
  } else {
    std::fprintf(stderr, "To play:    ./monazite join %s --seat %s --token %s%s\n", where.c_str(),
                 seats.c_str(), token.c_str(), tls.c_str());
  }
  std::fprintf(stderr, "To see it:  ./monazite view %s --token %s%s\n", where.c_str(),
               token.c_str(), tls.c_str());
  if (!seats.empty() && !game.wait) {
    std::fputs(
        "It begins when all open seats are taken (--wait SECONDS begins without them). "
        "Ctrl-C ends it.\n",
        stderr);
  }
}

lab::Measures measures_at_table(const lab::HostedTable& table,
                                const scenarios::Scenario& scenario) {
  lab::Measures measures = lab::measure(table.played->chronicle, scenario);
  measures.seed = table.seed;
  measures.digest = table.played->digest;
  return measures;
}

/// Writes every table that was played for a month into one results file.
base::Result<void> write_tables(const std::string& path, const HostOptions& options,
                                const scenarios::Scenario& scenario,
                                const std::vector<lab::HostedTable>& tables) {
  auto db = lab::ResultsDb::create(path, scenario, options.settings, MONAZITE_VERSION);
  if (!db) return tl::unexpected<base::Error>(db.error());
  for (const lab::HostedTable& table : tables) {
    if (!table.played || table.played->chronicle.months.empty()) continue;
    const lab::Measures measures = measures_at_table(table, scenario);
    if (auto added = db->add(measures, &table.played->chronicle); !added) return added;
    if (auto added = db->add_seats(measures, table.number, table.players); !added) return added;
  }
  return db->finish();
}

/// Writes the results and tells how each table went.
int tell_results(const HostOptions& options, const scenarios::Scenario& scenario,
                 const std::vector<lab::HostedTable>& tables, const std::string& folder) {
  int exit_code = kSuccess;
  const std::string path = folder + "/results.sqlite";
  const auto written = write_tables(path, options, scenario, tables);
  if (!written) exit_code = tell_error(written.error());
  std::string text;
  for (const lab::HostedTable& table : tables) {
    if (!table.played) {
      exit_code = tell_error(table.played.error());
      continue;
    }
    const lab::Played& played = *table.played;
    if (played.chronicle.months.empty()) {
      text +=
          "table " + std::to_string(table.number) + ": stopped before its first month was over\n";
      exit_code = kInterrupted;
      continue;
    }
    const lab::Measures measures = measures_at_table(table, scenario);
    if (tables.size() == 1) {
      text += report_text({scenario,
                           played.chronicle,
                           measures,
                           lab::tell(played.chronicle, scenario),
                           table.recording,
                           written ? path : std::string(),
                           {}});
    } else {
      text += "table " + std::to_string(table.number) + ", seed " + std::to_string(table.seed) +
              ": exports " + lab::to_string(measures.flow) + ", " +
              std::to_string(measures.meetings) + " meetings, " +
              std::to_string(measures.deals.size()) + " deals; " + table.recording + "\n";
    }
    for (const lab::SeatTaken& seat : table.players) {
      text += "  " + seat.party + " by " + seat.player + "\n";
    }
    if (played.not_recorded) exit_code = tell_error(*played.not_recorded);
    if (!played.finished) exit_code = kInterrupted;
  }
  if (!options.quiet && !print(text)) exit_code = kFailure;
  if (exit_code == kInterrupted) {
    tell_error({base::ErrorCode::kIo,
                "stopped before the last day; " + folder + " holds what was played until then"});
  }
  return exit_code;
}

/// The name itself, or with the first number that no folder has: games of a class stay.
std::string free_folder(const std::string& name) {
  std::string folder = name;
  std::error_code none;
  for (int i = 2; std::filesystem::exists(folder, none); ++i) {
    folder = name + "-" + std::to_string(i);
  }
  return folder;
}

int host(const HostOptions& options) {
  int exit_code = kSuccess;
  const auto scenario = load_scenario(options.scenario, options.settings, exit_code);
  if (!scenario) return exit_code;
  auto game_of = game_options(options, *scenario);
  if (!game_of) return tell_error(game_of.error());
  const std::string folder =
      options.out.empty() ? free_folder("runs/" + scenario->name + "-hosted") : options.out;
  if (const auto made = make_folder(folder); !made) return tell_error(made.error());
  game_of->out = folder;
  spdlog::logger log("host", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  log.set_pattern("%H:%M:%S %v");
  if (!options.quiet) {
    game_of->log = [&log](const std::string& line) { log.info(line); };
  }
  // What clients send may be anything; that a text is not UTF-8 is no news of the host's.
  google::protobuf::SetLogHandler(nullptr);
  const StopOnSignal stop;
  auto game = lab::HostedGame::start(*scenario, *game_of);
  if (!game) return tell_error(game.error());
  if (!print("hosting " + scenario->name + " on " + options.bind + ":" +
             std::to_string((*game)->port()) + "\n")) {
    return kFailure;
  }
  tell_how_to_join(options, *game_of, (*game)->port());
  const std::vector<lab::HostedTable> tables = (*game)->play(stop.flag());
  return tell_results(options, *scenario, tables, folder);
}

void add_limits(CLI::App& command, HostOptions& options) {
  const char* const group = "Limits";
  command.add_option("--connections", options.connections, "Most connections")
      ->capture_default_str()
      ->check(CLI::Range(1U, 100'000U))
      ->group(group);
  command.add_option("--handshakes", options.handshakes, "Most connections without a token yet")
      ->capture_default_str()
      ->check(CLI::Range(1U, 100'000U))
      ->group(group);
  command.add_option("--observers", options.observers, "Most who look on, on all tables")
      ->capture_default_str()
      ->group(group);
  command.add_option("--frame-kib", options.frame_kib, "Longest frame of a client, KiB")
      ->capture_default_str()
      ->check(CLI::Range(4U, 4096U))
      ->group(group);
  command.add_option("--frames-per-second", options.frames_per_second, "Most frames of a client")
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->group(group);
}

void add_network(CLI::App& command, HostOptions& options) {
  command.add_option("--bind", options.bind, "Address to listen on; beyond this machine needs TLS")
      ->capture_default_str();
  command.add_option("--port", options.port, "Port to listen on; 0: a free one")
      ->capture_default_str();
  command.add_option("--token", options.token,
                     "What players must show; without it one is made up and told on stderr");
  command.add_option("--watch-token", options.watch_token,
                     "Whoever shows it sees everything, private reasons too: for the teacher");
  command.add_option("--tls-cert", options.certificate, "Certificate (PEM, with its chain)");
  command.add_option("--tls-key", options.key, "Its key (PEM)");
  command.add_flag("--insecure", options.insecure,
                   "Listen beyond this machine without TLS all the same");
}

}  // namespace

void add_host(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<HostOptions>();
  CLI::App* command = app.add_subcommand(
      "host", "Play a crisis whose seats are played from elsewhere: by programs or people");
  command->add_option("scenario", options->scenario, "Name of a scenario, or a .toml file")
      ->capture_default_str();
  command
      ->add_option(
          "--seed", options->seed,
          "Seed of the first table; the next has the next one. Default: each table has one "
          "that nobody knows, told at the end")
      ->check(base::seed_fault);
  command->add_option("--seat", options->seats,
                      "Who plays a seat: japan=remote (or remote:TOKEN, built-in; all=remote); may "
                      "be given often");
  command->add_option("--tables", options->tables, "Independent runs, each with its own players")
      ->capture_default_str();
  command
      ->add_option("--wait", options->wait_s,
                   "Seconds to wait for open seats before beginning without; default: no end")
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--pace", options->pace,
                   "fast, lockstep (each day waits for all players), or seconds a day")
      ->capture_default_str();
  command
      ->add_option("--decide-within", options->decide_within_s,
                   "Seconds for a decision; 0: no end. Then the seat's staff decides")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1e6));
  command
      ->add_option("--return-within", options->return_within_s,
                   "Seconds to wait for a player whose connection is gone")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1e6));
  command->add_flag("--keep-hidden", options->keep_hidden,
                    "Do not send the recording, with all private values, to players at the end");
  command->add_option("--set", options->settings,
                      "Change a number or a switch: key=value; may be given often");
  command->add_option("--out", options->out,
                      "Folder for recordings and results (default: runs/SCENARIO-hosted)");
  command->add_flag("--quiet", options->quiet, "Print nothing but the address and errors");
  add_network(*command, *options);
  add_limits(*command, *options);
  command->callback([options, &exit_code] { exit_code = host(*options); });
}

}  // namespace monazite::app

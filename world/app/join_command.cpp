#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <agents/parties/builtin.hpp>
#include <agents/parties/random_party.hpp>
#include <protocol/net/client.hpp>
#include <world/app/commands_detail.hpp>
#include <world/lab/network/seat_facts.hpp>
#include <world/lab/network/seat_player.hpp>

namespace monazite::app {
namespace {

struct JoinOptions {
  std::string address;
  std::string seat;
  std::uint32_t table = 0;
  std::string token;
  std::string player;
  std::string strategy = "built-in";
  std::string save;
  bool list = false;
  bool tls = false;
  std::string authority;
  bool json = false;
  bool quiet = false;
};

const char* state_words(v1::Lobby::State state) {
  switch (state) {
    case v1::Lobby::STATE_WAITING:
      return "waits for players";
    case v1::Lobby::STATE_PLAYING:
      return "plays";
    case v1::Lobby::STATE_OVER:
      return "is over";
    default:
      return "?";
  }
}

std::string lobby_text(const v1::Lobby& lobby) {
  std::string text;
  for (const v1::Lobby::Table& table : lobby.tables()) {
    text += "table " + std::to_string(table.number()) + "  " + table.scenario() + "  " +
            state_words(table.state()) + ", " + base::to_string(base::Day{table.today()}) + "\n";
    for (const v1::Lobby::Seat& seat : table.seats()) {
      if (!seat.open()) continue;
      text += "  " + seat.name() + "  " +
              (seat.taken() ? "taken by " + (seat.player().empty() ? "somebody" : seat.player())
                            : "free") +
              "\n";
    }
  }
  return text;
}

nlohmann::json lobby_json(const v1::Lobby& lobby) {
  nlohmann::json tables = nlohmann::json::array();
  for (const v1::Lobby::Table& table : lobby.tables()) {
    nlohmann::json seats = nlohmann::json::array();
    for (const v1::Lobby::Seat& seat : table.seats()) {
      if (!seat.open()) continue;
      seats.push_back({{"name", seat.name()}, {"taken", seat.taken()}, {"player", seat.player()}});
    }
    tables.push_back({{"number", table.number()},
                      {"scenario", table.scenario()},
                      {"state", table.state() == v1::Lobby::STATE_WAITING   ? "waiting"
                                : table.state() == v1::Lobby::STATE_PLAYING ? "playing"
                                                                            : "over"},
                      {"today", base::to_string(base::Day{table.today()})},
                      {"seats", std::move(seats)}});
  }
  return {{"tables", std::move(tables)}};
}

/// The party that plays: the built-in one of the seat, with a tactic if one is named, or moves at
/// random.
base::Result<std::unique_ptr<parties::Party>> make_party(const std::string& strategy,
                                                         const v1::Seated& seated,
                                                         net::Client& client) {
  parties::PartySetup setup = lab::to_setup(seated);
  const parties::Chair chair{seated.seat(), seated.names(static_cast<int>(seated.seat())),
                             lab::draws_of(client)};
  if (strategy == "random") {
    return std::unique_ptr<parties::Party>(std::make_unique<parties::RandomParty>(chair, setup));
  }
  if (strategy != "built-in") setup.manner.tactic = strategy;
  return parties::make_builtin_party(chair, setup);
}

int tell(const JoinOptions& options, const v1::Seated& seated, const lab::SeatPlayed& played) {
  const std::string& name = seated.names(static_cast<int>(seated.seat()));
  const bool finished = played.end.how() == v1::End::HOW_FINISHED;
  if (!options.save.empty()) {
    if (played.recording.empty()) {
      return tell_error({base::ErrorCode::kNotFound, "the host keeps the recording to itself"});
    }
    std::ofstream file(options.save, std::ios::binary);
    file << played.recording << std::flush;
    if (!file) {
      return tell_error(
          {base::ErrorCode::kIo, "cannot write " + options.save + "; choose another with --save"});
    }
  }
  if (options.quiet) return finished ? kSuccess : kInterrupted;
  char digest[32];
  std::snprintf(digest, sizeof digest, "%016llx",
                static_cast<unsigned long long>(played.end.digest()));
  const std::string last_day = base::to_string(base::Day{played.end.day()});
  bool printed = true;
  if (options.json) {
    printed = print(nlohmann::json({{"seat", name},
                                    {"table", seated.table()},
                                    {"scenario", seated.scenario()},
                                    {"finished", finished},
                                    {"last_day", last_day},
                                    {"decisions", played.decided},
                                    {"late", played.late},
                                    {"digest", digest}})
                        .dump(2) +
                    "\n");
  } else {
    printed =
        print(name + " at table " + std::to_string(seated.table()) + ": " +
              std::to_string(played.decided) + " decisions, " + std::to_string(played.late) +
              " too late; " +
              (finished                ? "played to " + last_day
               : played.end.day() == 0 ? "stopped before the first day"
                                       : "stopped on " + last_day) +
              ".\n" + (options.save.empty() ? "" : "The recording is in " + options.save + ".\n"));
  }
  if (!printed) return kFailure;
  return finished ? kSuccess : kInterrupted;
}

int list(const JoinOptions& options, const net::ClientOptions& client_options) {
  const auto client = net::Client::connect(client_options);
  if (!client) return tell_error(client.error());
  const auto lobby = (*client)->list(options.token);
  if (!lobby) return tell_error(lobby.error());
  return print(options.json ? lobby_json(*lobby).dump(2) + "\n" : lobby_text(*lobby)) ? kSuccess
                                                                                      : kFailure;
}

/// One connection, from the claim to the end of the history.
base::Result<lab::SeatPlayed> play_once(const JoinOptions& options,
                                        const net::ClientOptions& client_options,
                                        const v1::Claim& claim, v1::Seated& seated) {
  const auto client = net::Client::connect(client_options);
  if (!client) return tl::unexpected<base::Error>(client.error());
  auto granted = (*client)->claim(claim);
  if (!granted) return tl::unexpected<base::Error>(granted.error());
  seated = *std::move(granted);
  if (!options.save.empty() && !seated.reveals()) {
    return base::fail(base::ErrorCode::kBadInput,
                      "this host keeps the recordings to itself; join without --save");
  }
  auto party = make_party(options.strategy, seated, **client);
  if (!party) return tl::unexpected<base::Error>(party.error());
  const base::Day first{seated.first_day()};
  const auto days = static_cast<std::uint32_t>(seated.last_day() - seated.first_day() + 1);
  ProgressLine progress("Playing " + options.seat + ", day", options.quiet || options.json);
  return lab::play_seat(**client, seated, **party, client_options.stop, [&](base::Day day) {
    progress.show(static_cast<std::uint32_t>(day.number - first.number), days);
  });
}

/// The same, coming back with the seat's own token when the connection is lost: the party hears
/// everything again, decides as it did, and goes on.
base::Result<lab::SeatPlayed> play(const JoinOptions& options,
                                   const net::ClientOptions& client_options, v1::Claim claim,
                                   v1::Seated& seated) {
  constexpr std::chrono::seconds kTryFor{30};
  constexpr std::chrono::milliseconds kPause{500};
  std::chrono::steady_clock::time_point lost_at;
  for (;;) {
    v1::Seated granted;
    auto played = play_once(options, client_options, claim, granted);
    const auto now = std::chrono::steady_clock::now();
    if (!granted.seat_token().empty()) {
      seated = std::move(granted);
      lost_at = now;
    }
    // A host that refuses is believed, and one that never gave a seat is not waited for.
    if (played || seated.seat_token().empty() || played.error().code != base::ErrorCode::kIo ||
        client_options.stop->load()) {
      return played;
    }
    if (now - lost_at > kTryFor) return played;
    if (!options.quiet) {
      std::fprintf(stderr, "%s; coming back\n", played.error().message.c_str());
    }
    claim.set_token(seated.seat_token());
    claim.set_table(seated.table());
    std::this_thread::sleep_for(kPause);
  }
}

int join(const JoinOptions& options) {
  if (options.strategy != "built-in" && options.strategy != "random") {
    if (const auto known = parties::check_tactic(options.strategy); !known) {
      return tell_error({base::ErrorCode::kBadInput,
                         "no such strategy: built-in, random, or " + known.error().message});
    }
  }
  const auto address = net::parse_address(options.address);
  if (!address) return tell_error(address.error());
  net::ClientOptions client_options;
  client_options.address = *address;
  client_options.program = "monazite " MONAZITE_VERSION;
  client_options.tls = options.tls || !options.authority.empty();
  client_options.tls_authority = options.authority;
  const StopOnSignal stop;
  client_options.stop = &stop.flag();
  if (options.list) return list(options, client_options);
  if (options.seat.empty()) {
    return tell_error({base::ErrorCode::kBadInput,
                       "which seat? --seat japan, say; --list shows those that are free"});
  }
  v1::Claim claim;
  claim.set_table(options.table);
  claim.set_seat(options.seat);
  claim.set_token(options.token);
  claim.set_player(options.player.empty() ? "monazite " + options.strategy : options.player);
  v1::Seated seated;
  const auto played = play(options, client_options, claim, seated);
  if (!played) return tell_error(played.error());
  return tell(options, seated, *played);
}

}  // namespace

void add_join(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<JoinOptions>();
  CLI::App* command =
      app.add_subcommand("join", "Play a seat of a crisis that is hosted elsewhere");
  command->add_option("address", options->address, "The host: HOST:PORT")->required();
  command->add_option("--seat", options->seat, "Which seat: japan, say");
  command->add_option("--table", options->table, "Which table; 0: the first where it is free")
      ->capture_default_str();
  command->add_option("--token", options->token, "The host's token, or the seat's");
  command->add_option("--name", options->player, "How the player is called in the lobby");
  command
      ->add_option("--strategy", options->strategy,
                   "built-in, random, or a tactic as boulware:exponent=2")
      ->capture_default_str();
  command->add_option("--save", options->save,
                      "Where to put the recording that the host reveals at the end");
  command->add_flag("--list", options->list, "Show the tables and their free seats, and end");
  command->add_flag("--tls", options->tls, "The host uses TLS");
  command->add_option("--tls-ca", options->authority,
                      "Certificate (PEM) that is believed instead of the system's; means --tls");
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_code] { exit_code = join(*options); });
}

}  // namespace monazite::app

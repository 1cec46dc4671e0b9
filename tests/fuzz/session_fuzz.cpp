// Any frames may come from a client, at any time: the session must neither crash, nor keep more
// than its limits, nor leave a seat or a count behind. The first bytes say who the two clients are;
// then each piece says for whom it is, how much time passes before it, and what comes: bytes as
// they are, or a frame around them.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <google/protobuf/stubs/logging.h>

#include <protocol/net/host_session.hpp>

namespace {

using namespace monazite;
using net::HostSession;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::unique_ptr<net::HostTable> table(std::uint32_t number) {
  auto table = std::make_unique<net::HostTable>();
  table->number = number;
  table->scenario = "fuzz";
  for (const char* name : {"india", "japan"}) {
    net::SeatFacts facts;
    facts.name = name;
    facts.seated.set_seat(name[0] == 'i' ? 3 : 4);
    if (number == 2) facts.own_token = "own";
    facts.draw = [](base::Purpose purpose, base::Day,
                    std::uint32_t) -> std::optional<base::Draws::Words> {
      if (purpose.number % 2 == 0) return std::nullopt;
      return base::Draws::Words{1, 2};
    };
    table->seats.push_back({name, std::make_unique<net::SeatLine>(std::move(facts))});
  }
  table->seats.push_back({"irel", nullptr});
  if (number == 1) {
    v1::RunHeader header;
    header.set_seed(0x5EED0DDBA11C0DE5ULL);
    table->watch.begin(header);
  }
  v1::Frame told;
  told.mutable_delivery()->mutable_envelope()->mutable_no_act();
  for (auto& seat : table->seats) {
    if (seat.line == nullptr) continue;
    seat.line->tell(told);
    seat.line->tell_question(told);
  }
  return table;
}

/// Steps into the session that a client may have taken before: hello, then a seat or a look.
void begin(HostSession& session, unsigned how, HostSession::Time now) {
  v1::Frame frame;
  if (how % 4 == 0) return;
  frame.mutable_hello()->set_protocol(1);
  session.on_bytes(net::to_bytes(frame), now);
  if (how % 4 == 2) {
    frame.mutable_claim()->set_seat(how % 8 < 4 ? "japan" : "india");
    frame.mutable_claim()->set_token("token");
    frame.mutable_claim()->set_have(how / 8);
    session.on_bytes(net::to_bytes(frame), now);
  } else if (how % 4 == 3) {
    frame.mutable_watch()->set_table(1);
    frame.mutable_watch()->set_token("token");
    session.on_bytes(net::to_bytes(frame), now);
  }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  google::protobuf::SetLogHandler(nullptr);  // texts that are not UTF-8 are told one by one
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  net::Board board;
  board.token = "token";
  board.all_token = "all";
  board.limits.unsent_bytes = 16 * 1024;
  board.limits.frames_per_second = 200;
  board.tables.push_back(table(1));
  board.tables.push_back(table(2));
  HostSession::Time now{};
  {
    std::unique_ptr<HostSession> clients[2];
    for (std::size_t i = 0; i < 2; ++i) {
      clients[i] = std::make_unique<HostSession>(
          board, i + 1, [] {}, now);
      begin(*clients[i], data[i], now);
    }
    std::string_view rest(reinterpret_cast<const char*>(data) + 2, size - 2);
    std::string out;
    while (rest.size() >= 3) {
      const auto what = static_cast<unsigned char>(rest[0]);
      now += std::chrono::milliseconds(static_cast<unsigned char>(rest[1]) * 50);
      const std::size_t length =
          std::min<std::size_t>(static_cast<unsigned char>(rest[2]), rest.size() - 3);
      const std::string_view piece = rest.substr(3, length);
      rest.remove_prefix(3 + length);
      auto& client = clients[what % 2];
      if (client == nullptr) continue;
      if ((what & 2U) != 0) {
        client->on_bytes(piece, now);
      } else {
        const std::string prefix{'\0', '\0', '\0', static_cast<char>(length)};
        client->on_bytes(prefix + std::string(piece), now);
      }
      client->on_tick(now);
      if ((what & 4U) != 0) {
        while (client->output(out, now)) {
          demand(out.size() < 1024 * 1024);
          demand(out.find("\xE5\x0D\x1C\xA1\xDB\x0D\xED\x5E") == std::string::npos);
          client->on_written(now);
        }
      }
      if ((what & 8U) != 0) client->stop();
      if (client->broken() || (what & 16U) != 0) client.reset();
    }
  }
  demand(board.sessions == 0 && board.handshakes == 0 && board.watchers == 0);
  for (const auto& table : board.tables) {
    demand(table->watchers == 0);
    for (const auto& seat : table->seats) demand(seat.line == nullptr || !seat.line->taken());
  }
  return 0;
}

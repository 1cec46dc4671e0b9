#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <protocol/net/host_session.hpp>
#include <tests/support/catch.hpp>

namespace monazite::tests {

using net::HostSession;
using Code = v1::Sorry::Code;

inline constexpr const char* kToken = "letmein";

/// A host of two tables with one open seat each (japan has a token of its own at the second).
struct Host {
  Host() {
    board.token = kToken;
    board.all_token = "teacher";
    board.program = "monazite test";
    for (std::uint32_t number = 1; number <= 2; ++number) {
      auto table = std::make_unique<net::HostTable>();
      table->number = number;
      table->scenario = "test";
      table->seats.push_back({"india", nullptr});
      net::SeatFacts facts;
      facts.name = "japan";
      facts.seated.set_seat(4);
      facts.seated.set_table(number);
      if (number == 2) facts.own_token = "own";
      facts.draw = [](base::Purpose purpose, base::Day,
                      std::uint32_t) -> std::optional<base::Draws::Words> {
        if (purpose.number != 1) return std::nullopt;
        return base::Draws::Words{11, 22};
      };
      table->seats.push_back({"japan", std::make_unique<net::SeatLine>(std::move(facts))});
      board.tables.push_back(std::move(table));
    }
  }
  net::SeatLine& japan(std::size_t table = 0) { return *board.tables[table]->seats[1].line; }
  net::Board board;
  HostSession::Time now{};
  std::uint64_t last_id = 0;
};

/// A client without a wire.
struct Guest {
  explicit Guest(Host& host_in)
      : host(host_in),
        session(std::make_unique<HostSession>(
            host.board, ++host.last_id, [] {}, host.now)) {}

  void say(const v1::Frame& frame) { session->on_bytes(net::to_bytes(frame), host.now); }
  /// All frames that wait for the guest.
  std::vector<v1::Frame> hear() {
    net::FrameReader reader(net::kLargestHostFrame);
    std::vector<v1::Frame> frames;
    std::string bytes;
    while (session->output(bytes, host.now)) {
      session->on_written(host.now);
      reader.feed(bytes);
      v1::Frame frame;
      while (reader.next(frame) == net::FrameReader::Next::kFrame) frames.push_back(frame);
    }
    return frames;
  }
  Guest& hello(std::uint32_t protocol = 1) {
    v1::Frame frame;
    frame.mutable_hello()->set_protocol(protocol);
    say(frame);
    return *this;
  }
  Guest& claim(const std::string& token = kToken, std::uint32_t table = 1,
               const std::string& seat = "japan") {
    v1::Frame frame;
    frame.mutable_claim()->set_token(token);
    frame.mutable_claim()->set_table(table);
    frame.mutable_claim()->set_seat(seat);
    frame.mutable_claim()->set_player("one");
    say(frame);
    return *this;
  }
  Guest& watch(const std::string& token, bool everything) {
    v1::Frame frame;
    frame.mutable_watch()->set_table(1);
    frame.mutable_watch()->set_token(token);
    frame.mutable_watch()->set_everything(everything);
    say(frame);
    return *this;
  }
  /// Code of the only Sorry among what is heard.
  Code sorry() {
    Code code = v1::Sorry::CODE_UNSPECIFIED;
    for (const v1::Frame& frame : hear()) {
      if (!frame.has_sorry()) continue;
      CHECK(code == v1::Sorry::CODE_UNSPECIFIED);
      CHECK_FALSE(frame.sorry().sentence().empty());
      code = frame.sorry().code();
    }
    return code;
  }

  Host& host;
  std::unique_ptr<HostSession> session;
};

}  // namespace monazite::tests

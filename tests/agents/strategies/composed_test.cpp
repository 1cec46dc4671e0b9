#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/composed.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

namespace {

/// Goes down by one package each time it is asked; notes what it is told.
struct Stepping final : Bidding {
  int asked = 0;
  std::vector<Outcome> heard, told_sent;
  std::size_t exchange_seen = 0;
  bool wants_exchange = true;

  void begin(const Place&) override { asked = 0; }
  void hear(const Bid& bid) override { heard.push_back(bid.outcome); }
  std::optional<Outcome> propose(const Turn&, const Exchange& exchange,
                                 const OpponentModel*) override {
    exchange_seen = exchange.received.size() + exchange.sent.size();
    ++asked;
    if (asked > 10) return std::nullopt;
    return static_cast<Outcome>(11 - asked);
  }
  void sent(const Bid& bid) override { told_sent.push_back(bid.outcome); }
  [[nodiscard]] bool reads_exchange() const override { return wants_exchange; }
};

struct Seated {
  explicit Seated(bool wants_exchange = true) {
    auto stepping = std::make_unique<Stepping>();
    stepping->wants_exchange = wants_exchange;
    bidding = stepping.get();
    negotiator =
        std::make_unique<Composed>(std::move(stepping), std::make_unique<NextAcceptance>());
    negotiator->begin(desk.place());
  }
  PartDesk desk{monazite::tests::tenths()};
  std::unique_ptr<Composed> negotiator;
  Stepping* bidding = nullptr;
};

}  // namespace

TEST_CASE("what acceptance compares with is what is offered then") {
  Seated seat;
  CHECK(seat.negotiator->propose(seat.desk.turn(0)) == Outcome{10});
  seat.negotiator->hear(seat.desk.turn(0), 1, 8);
  CHECK(seat.negotiator->respond(seat.desk.turn(1), 8) == Answer::kReject);  // 9 is next
  CHECK(seat.bidding->asked == 2);
  CHECK(seat.negotiator->propose(seat.desk.turn(1)) == Outcome{9});
  CHECK(seat.bidding->asked == 2);
  seat.negotiator->hear(seat.desk.turn(1), 1, 8);
  CHECK(seat.negotiator->respond(seat.desk.turn(2), 8) == Answer::kAccept);
  CHECK(seat.bidding->told_sent == std::vector<Outcome>{10, 9});
  CHECK(seat.bidding->heard == std::vector<Outcome>{8, 8});
}

TEST_CASE("the exchange is kept only for parts that read it") {
  for (const bool wanted : {true, false}) {
    Seated seat(wanted);
    (void)seat.negotiator->propose(seat.desk.turn(0));
    seat.negotiator->hear(seat.desk.turn(0), 1, 3);
    (void)seat.negotiator->propose(seat.desk.turn(1));
    CHECK(seat.bidding->exchange_seen == (wanted ? 2U : 0U));
  }
}

TEST_CASE("a negotiator without a next package walks away, and takes what it can get before") {
  Seated seat;
  for (std::uint32_t round = 0; round < 10; ++round) {
    (void)seat.negotiator->propose(seat.desk.turn(round));
  }
  seat.negotiator->hear(seat.desk.turn(9), 1, 0);
  CHECK(seat.negotiator->respond(seat.desk.turn(9), 0) == Answer::kAccept);
  CHECK_FALSE(seat.negotiator->propose(seat.desk.turn(9)).has_value());
}

TEST_CASE("new preferences are what the next answer goes by") {
  Seated seat;
  const PartDesk richer({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  seat.negotiator->hear(seat.desk.turn(0), 1, 9);
  seat.negotiator->preferences_changed(seat.desk.turn(1), richer.place());
  // 9 is now worth 9, the next package 10: still no.
  CHECK(seat.negotiator->respond(seat.desk.turn(1), 9) == Answer::kReject);
  seat.negotiator->hear(seat.desk.turn(1), 1, 10);
  CHECK(seat.negotiator->respond(seat.desk.turn(2), 10) == Answer::kAccept);
}

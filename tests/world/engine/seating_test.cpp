#include <memory>
#include <string>
#include <vector>

#include <agents/parties/builtin.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/seating.hpp>

using namespace monazite;

namespace {

/// A stage with nobody on it yet, for the same draws each time.
struct EmptyStage {
  EmptyStage()
      : stage(test_support::june_2025(), engine::make_roster(test_support::june_2025()),
              base::Draws(3)) {}
  engine::Stage stage;
};

struct Quiet final : parties::Party {
  void receive(const v1::Envelope&, parties::Desk&) override {}
};

}  // namespace

TEST_CASE("every seat of the scenario gets a mandate and a party, in its order") {
  EmptyStage empty;
  engine::seat_everybody(empty.stage, {});
  const auto& seats = test_support::june_2025().seats;
  REQUIRE(empty.stage.seats.size() == seats.size());
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const engine::SeatHost& host = empty.stage.seats[i];
    CHECK(host.id == base::kFirstSeat + i);
    CHECK(host.seat.name == seats[i].name);
    CHECK(empty.stage.roster.name(host.id) == seats[i].name);
    CHECK(host.mandate != nullptr);
    CHECK(host.party != nullptr);
  }
}

TEST_CASE("governments have offices behind them, companies none") {
  EmptyStage empty;
  engine::seat_everybody(empty.stage, {});
  for (const engine::SeatHost& host : empty.stage.seats) {
    const bool government = host.seat.kind == scenarios::SeatKind::kGovernment;
    INFO(host.seat.name);
    CHECK((host.mandate->office_at(0) != v1::OFFICE_NONE) == government);
  }
}

TEST_CASE("who is cast takes the seat, the others are the built-in ones, and all may be wrapped") {
  EmptyStage empty;
  std::vector<std::string> asked;
  std::vector<std::string> wrapped;
  const parties::Party* quiet = nullptr;
  engine::seat_everybody(
      empty.stage,
      [&](const parties::Chair&, const scenarios::Seat& seat) -> std::unique_ptr<parties::Party> {
        asked.push_back(seat.name);
        if (seat.name != "japan") return nullptr;
        auto party = std::make_unique<Quiet>();
        quiet = party.get();
        return party;
      },
      [&](const parties::Chair& chair, const scenarios::Seat& seat,
          std::unique_ptr<parties::Party> party) {
        CHECK(chair.name == seat.name);
        CHECK(party != nullptr);
        wrapped.push_back(seat.name);
        return party;
      });
  CHECK(asked.size() == empty.stage.seats.size());
  CHECK(wrapped == asked);
  CHECK(empty.stage.host(empty.stage.seat("japan")).party.get() == quiet);
  CHECK(empty.stage.host(empty.stage.seat("india")).party.get() != quiet);
}

TEST_CASE("a built-in negotiator knows who sits where, and firms choose with less noise") {
  const scenarios::Scenario& scenario = test_support::june_2025();
  const base::Roster roster = engine::make_roster(scenario);
  const auto setup = [&](const char* name) {
    return engine::builtin_setup(scenario, *roster.find(name));
  };
  CHECK(setup("india").kind == parties::PartyKind::kGovernment);
  CHECK(setup("india").other_government == *roster.find("japan"));
  CHECK(setup("japan").other_government == *roster.find("india"));
  CHECK(setup("irel").kind == parties::PartyKind::kFirm);
  CHECK(setup("irel").partner == *roster.find("toyotsu"));
  CHECK(setup("toyotsu").partner == *roster.find("irel"));
  const double noise = scenario.parameters.appraisal.act_noise_musd;
  CHECK(setup("india").manner.act_noise_musd == noise);
  CHECK(setup("irel").manner.act_noise_musd == noise * scenario.parameters.acts.firm_noise);
}

TEST_CASE("each seat has the tactic that the scenario gives it") {
  const auto scenario = test_support::scenario("june-2025", {"seat.japan.tactic=conceder"});
  const base::Roster roster = engine::make_roster(scenario);
  const auto& seats = scenario.seats;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const auto setup =
        engine::builtin_setup(scenario, static_cast<base::SeatId>(base::kFirstSeat + i));
    CHECK(setup.manner.tactic == seats[i].tactic);
  }
  const auto tactic = [&](const char* name) {
    return engine::builtin_setup(scenario, *roster.find(name)).manner.tactic;
  };
  CHECK(tactic("japan") != tactic("india"));
}

TEST_CASE("new numbers reach those who are seated already") {
  scenarios::Scenario scenario = test_support::june_2025();
  engine::Stage stage(scenario, engine::make_roster(scenario), base::Draws(3));
  /// Remembers the manner it was given last.
  struct Adopting final : parties::Party {
    explicit Adopting(double& noise) : noise_musd(noise) {}
    void receive(const v1::Envelope&, parties::Desk&) override {}
    void adopt(const parties::Manner& manner) override { noise_musd = manner.act_noise_musd; }
    double& noise_musd;
  };
  double noise_musd = 0;
  engine::seat_everybody(
      stage,
      [&](const parties::Chair&, const scenarios::Seat& seat) -> std::unique_ptr<parties::Party> {
        if (seat.name != "india") return nullptr;
        return std::make_unique<Adopting>(noise_musd);
      });
  scenario.parameters.appraisal.act_noise_musd = 3.25;
  engine::adopt_numbers(stage);
  CHECK(noise_musd == 3.25);
}

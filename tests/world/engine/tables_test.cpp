#include <algorithm>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/engine/registrar.hpp>

using namespace monazite;
using engine::tested::june_2025_with;
using engine::tested::of_kind;
using engine::tested::refusal;
using engine::tested::Registrar;

namespace {

using Told = std::vector<v1::Envelope>;

/// Opens the firms' table: the trader moves first.
std::uint64_t sit_down(Registrar& registrar) {
  const std::uint64_t table = registrar.tables.open_supply();
  registrar.deliver();
  return table;
}

const char* other_firm(const char* firm) {
  return firm[0] == 't' ? "irel" : "toyotsu";
}

Told offer(Registrar& registrar, std::uint64_t table, const char* from, agenda::Outcome outcome) {
  return registrar.move(table, from, other_firm(from), [&](v1::Envelope& envelope) {
    envelope.mutable_offer()->set_outcome(outcome);
  });
}

Told accept(Registrar& registrar, std::uint64_t table, const char* from, agenda::Outcome outcome) {
  return registrar.move(table, from, other_firm(from), [&](v1::Envelope& envelope) {
    envelope.mutable_acceptance()->set_outcome(outcome);
  });
}

/// Who is asked for a move, by the last message that does so; 0: nobody.
base::SeatId asked(const Told& told) {
  base::SeatId seat = 0;
  for (const v1::Envelope& envelope : of_kind(told, v1::Envelope::kBrief)) {
    if (envelope.brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE) seat = envelope.to();
  }
  return seat;
}

/// How the table closed, as both parties are told; unspecified: it did not, or they are told
/// different things.
v1::Closing::How closing(const Told& told) {
  const auto closings = of_kind(told, v1::Envelope::kClosing);
  if (closings.size() != 2 || closings[0].closing().how() != closings[1].closing().how()) {
    return v1::Closing::HOW_UNSPECIFIED;
  }
  return closings[0].closing().how();
}

}  // namespace

TEST_CASE("both parties of a table are told the same, and the first is asked for its move") {
  Registrar registrar(test_support::june_2025());
  const std::uint64_t table = registrar.tables.open_supply();
  CHECK(table == 1);
  CHECK(registrar.tables.open_supply() == 0);  // it is open
  const auto told = registrar.deliver();
  const auto openings = of_kind(told, v1::Envelope::kOpening);
  REQUIRE(openings.size() == 2);
  CHECK(openings[0].opening().SerializeAsString() == openings[1].opening().SerializeAsString());
  CHECK(openings[0].to() == registrar.stage.seat("toyotsu"));
  CHECK(openings[1].to() == registrar.stage.seat("irel"));
  const v1::Opening& opening = openings[0].opening();
  CHECK(std::count(opening.sample().begin(), opening.sample().end(), opening.status_quo()) == 1);
  CHECK(asked(told) == registrar.stage.seat("toyotsu"));
}

TEST_CASE("firms take turns until one accepts, and the contract binds once both homes clear it") {
  Registrar registrar(test_support::june_2025());
  const std::uint64_t table = sit_down(registrar);
  CHECK(asked(offer(registrar, table, "toyotsu", 5)) == registrar.stage.seat("irel"));
  CHECK(asked(offer(registrar, table, "irel", 9)) == registrar.stage.seat("toyotsu"));
  CHECK(registrar.stage.arrangements.supply().outcome != 9);
  const auto told = accept(registrar, table, "toyotsu", 9);
  CHECK(of_kind(told, v1::Envelope::kClearanceRequest).size() == 2);
  // Each home answers its own firm, and the other firm learns of it.
  CHECK(of_kind(told, v1::Envelope::kClearance).size() == 4);
  // What firms agree on is told to them alone.
  const auto agreements = of_kind(told, v1::Envelope::kAgreement);
  REQUIRE(agreements.size() == 2);
  for (const v1::Envelope& agreement : agreements) {
    CHECK(agreement.to() != base::kPublic);
    CHECK(agreement.agreement().outcome() == 9);
  }
  CHECK(of_kind(told, v1::Envelope::kContract).size() == 1);
  CHECK(closing(told) == v1::Closing::HOW_AGREEMENT);
  CHECK(registrar.stage.arrangements.supply().outcome == 9);
  REQUIRE(registrar.tables.signed_sessions().size() == 1);
  CHECK(registrar.tables.signed_sessions()[0].outcome == 9);
  CHECK_FALSE(registrar.tables.supply_open());
}

TEST_CASE("what a home refuses is barred, by a named office, and the talks go on") {
  Registrar registrar(test_support::june_2025());
  registrar.mandate("irel").refused = {5};
  registrar.mandate("irel").named = v1::OFFICE_ATOMIC_ENERGY;
  const agenda::Outcome before = registrar.stage.arrangements.supply().outcome;
  const std::uint64_t table = sit_down(registrar);
  offer(registrar, table, "toyotsu", 5);
  const auto told = accept(registrar, table, "irel", 5);
  CHECK(of_kind(told, v1::Envelope::kAgreement).empty());
  const base::SeatId irel = registrar.stage.seat("irel");
  bool other_side_told = false;
  for (const v1::Envelope& envelope : of_kind(told, v1::Envelope::kClearance)) {
    if (envelope.clearance().side() != irel || envelope.to() == irel) continue;
    other_side_told = true;
    CHECK_FALSE(envelope.clearance().given());
    CHECK(envelope.clearance().named() == v1::OFFICE_ATOMIC_ENERGY);
    CHECK(envelope.clearance().votes_size() == 0);  // who voted how stays at home
  }
  CHECK(other_side_told);
  CHECK(asked(told) == irel);
  CHECK(refusal(offer(registrar, table, "irel", 5)) == v1::Refusal::REASON_BARRED_PACKAGE);
  offer(registrar, table, "irel", 6);
  CHECK(closing(accept(registrar, table, "toyotsu", 6)) == v1::Closing::HOW_AGREEMENT);
  CHECK(registrar.stage.arrangements.supply().outcome == 6);
  CHECK(before != 6);
}

TEST_CASE("an illegal move is refused and asked for again, but not for ever") {
  Registrar registrar(test_support::june_2025());
  const std::uint64_t table = sit_down(registrar);
  CHECK(refusal(offer(registrar, table, "irel", 5)) == v1::Refusal::REASON_OUT_OF_TURN);
  auto told = accept(registrar, table, "toyotsu", 5);
  CHECK(refusal(told) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(asked(told) == registrar.stage.seat("toyotsu"));
  CHECK(asked(offer(registrar, table, "toyotsu", 5)) == registrar.stage.seat("irel"));
  // A legal move forgets the illegal ones before it.
  const std::uint64_t outside = registrar.stage.scenario.agendas[1].size();
  for (int i = 0; i < 2; ++i) {
    told = offer(registrar, table, "irel", outside);
    CHECK(refusal(told) == v1::Refusal::REASON_OUTSIDE_AGENDA);
    CHECK(asked(told) == registrar.stage.seat("irel"));
  }
  CHECK(closing(offer(registrar, table, "irel", outside)) == v1::Closing::HOW_WALK_AWAY);
  CHECK(refusal(offer(registrar, table, "irel", 5)) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(refusal(offer(registrar, 99, "irel", 5)) == v1::Refusal::REASON_UNKNOWN_CONVERSATION);
}

TEST_CASE("who has no seat at a table cannot break the talks of others") {
  Registrar registrar(test_support::june_2025());
  const std::uint64_t table = sit_down(registrar);
  for (int i = 0; i < 5; ++i) {
    const auto told = registrar.move(table, "japan", "irel",
                                     [](v1::Envelope& envelope) { envelope.mutable_walk_away(); });
    CHECK(refusal(told) == v1::Refusal::REASON_NOT_A_PARTY);
  }
  CHECK(registrar.tables.supply_open());
  CHECK(asked(offer(registrar, table, "toyotsu", 5)) == registrar.stage.seat("irel"));
}

TEST_CASE("a table ends when a party leaves, when the rounds are over, and when nobody answers") {
  const auto scenario = june_2025_with({"talks.supply_deadline_rounds=6"});
  {
    Registrar registrar(scenario);
    const std::uint64_t table = sit_down(registrar);
    const auto told = registrar.move(table, "toyotsu", "irel",
                                     [](v1::Envelope& envelope) { envelope.mutable_walk_away(); });
    CHECK(closing(told) == v1::Closing::HOW_WALK_AWAY);
  }
  {
    Registrar registrar(scenario);
    const std::uint64_t table = sit_down(registrar);
    for (const char* firm : {"toyotsu", "irel", "toyotsu", "irel", "toyotsu", "irel"}) {
      CHECK(closing(offer(registrar, table, firm, 5)) == v1::Closing::HOW_UNSPECIFIED);
    }
    // A seventh offer says no to the sixth.
    CHECK(closing(offer(registrar, table, "toyotsu", 5)) == v1::Closing::HOW_DEADLINE);
  }
  {
    Registrar registrar(scenario);
    sit_down(registrar);
    CHECK(closing(registrar.pass(200)) == v1::Closing::HOW_DEADLINE);
  }
}

TEST_CASE("officials exchange offers at their meetings only, so many at each") {
  const auto scenario = june_2025_with({"talks.exchanges_per_meeting=2"});
  Registrar registrar(scenario);
  const base::SeatId japan = registrar.stage.seat("japan");
  const base::SeatId india = registrar.stage.seat("india");
  const std::uint64_t table = registrar.tables.open_consultation(japan, 41);
  registrar.deliver();
  CHECK(registrar.tables.consultation_request() == 41);
  const auto propose = [&](const char* from, const char* to) {
    return registrar.move(table, from, to,
                          [](v1::Envelope& envelope) { envelope.mutable_offer()->set_outcome(3); });
  };
  CHECK(refusal(propose("japan", "india")) == v1::Refusal::REASON_OUT_OF_TURN);
  Told told;
  while (registrar.tables.meetings_held() == 0) told = registrar.pass(1);
  // Each side is told its values, and the one that asked for talks begins.
  CHECK(of_kind(told, v1::Envelope::kBrief).size() == 3);
  CHECK(asked(told) == japan);
  CHECK(asked(propose("japan", "india")) == india);
  CHECK(asked(propose("india", "japan")) == japan);
  CHECK(asked(propose("japan", "india")) == india);
  CHECK(asked(propose("india", "japan")) == 0);  // the meeting is over
  CHECK(refusal(propose("japan", "india")) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(registrar.tables.consultation_open());
}

TEST_CASE("meetings keep the scenario's distance, but leaders' dates draw them nearer") {
  const scenarios::Settings gaps = {"talks.meeting_gap_days_min=42",
                                    "talks.meeting_gap_days_max=42"};
  const auto first_meeting = [](const scenarios::Scenario& scenario, const char* opened) {
    Registrar registrar(scenario, opened);
    registrar.tables.open_consultation(registrar.stage.seat("japan"), 1);
    const base::Day start = registrar.stage.today;
    while (registrar.tables.meetings_held() == 0) registrar.pass(1);
    return registrar.stage.today - start;
  };
  const auto scenario = june_2025_with(gaps);
  const auto summit =
      std::find_if(scenario.events.begin(), scenario.events.end(),
                   [](const auto& event) { return event.kind == scenarios::Event::Kind::kSummit; });
  REQUIRE(summit != scenario.events.end());
  CHECK(first_meeting(scenario, base::to_string(summit->day - 10).c_str()) == 10);
  CHECK(first_meeting(scenario, base::to_string(summit->day - 43).c_str()) == 42);
}

TEST_CASE("talks without a result are suspended after their meetings, and may not begin at once") {
  const auto scenario =
      june_2025_with({"talks.suspension_after_meetings=10", "talks.suspension_months=3"});
  Registrar registrar(scenario);
  registrar.tables.open_consultation(registrar.stage.seat("india"), 1);
  Told told;
  std::uint32_t held = 0;
  while (registrar.tables.consultation_open()) {
    held = registrar.tables.meetings_held();
    told = registrar.pass(1);
  }
  CHECK(held == 10);
  CHECK(closing(told) == v1::Closing::HOW_SUSPENDED);
  const base::Day suspended = registrar.stage.today;
  CHECK(registrar.tables.consultation_suspended());
  while (registrar.tables.consultation_suspended()) registrar.pass(1);
  CHECK(registrar.stage.today == base::add_months(suspended, 3));
}

TEST_CASE("a memorandum signed is told to all, draws the account, and sends the firms back") {
  const auto scenario = june_2025_with({"talks.exchanges_per_meeting=3"});
  Registrar registrar(scenario);
  registrar.stage.politics.summit();
  const double account_before = registrar.stage.politics.linkage_bn_jpy()[0];
  const agenda::Agenda& agenda = scenario.agendas[0];
  const std::size_t finance = *agenda.find("finance_bn_jpy");
  const agenda::Outcome package = agenda.with_level(agenda.status_quo(), finance, 1);
  const std::uint64_t table = registrar.tables.open_consultation(registrar.stage.seat("japan"), 1);
  while (registrar.tables.meetings_held() == 0) registrar.pass(1);
  registrar.move(table, "japan", "india",
                 [&](v1::Envelope& envelope) { envelope.mutable_offer()->set_outcome(package); });
  const auto told = registrar.move(table, "india", "japan", [&](v1::Envelope& envelope) {
    envelope.mutable_acceptance()->set_outcome(package);
  });
  const auto agreements = of_kind(told, v1::Envelope::kAgreement);
  REQUIRE(agreements.size() == 1);
  CHECK(agreements[0].to() == base::kPublic);
  CHECK(registrar.stage.arrangements.mou().outcome == package);
  CHECK(registrar.stage.arrangements.mou().terms.finance_bn_jpy > 0);
  CHECK(registrar.stage.politics.linkage_bn_jpy()[0] < account_before);
  CHECK(registrar.tables.supply_open());
}

TEST_CASE("a table whose conduct is none is never opened") {
  const auto scenario = june_2025_with(
      {"conduct.consultation=none", "conduct.supply=none", "conduct.allocation=none"});
  Registrar registrar(scenario);
  CHECK(registrar.tables.open_consultation(registrar.stage.seat("japan"), 1) == 0);
  CHECK(registrar.tables.open_supply() == 0);
  registrar.tables.open_allocations();
  CHECK(registrar.deliver().empty());
}

TEST_CASE("each maker has a table of its own for the quarter") {
  Registrar registrar(test_support::june_2025());
  registrar.tables.open_allocations();
  const auto openings = of_kind(registrar.deliver(), v1::Envelope::kOpening);
  const auto& makers = registrar.stage.scenario.makers;
  REQUIRE(openings.size() == 2 * makers.size());
  for (std::size_t i = 0; i < makers.size(); ++i) {
    const engine::Session* const session = registrar.tables.session(i + 1);
    REQUIRE(session != nullptr);
    CHECK(session->parties[0] == makers[i].seat);
    CHECK(session->parties[1] == registrar.stage.seat("toyotsu"));
    CHECK(session->maker == static_cast<int>(i));
  }
}

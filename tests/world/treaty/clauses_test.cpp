#include <algorithm>
#include <map>
#include <optional>

#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/default_behaviour.hpp>
#include <world/treaty/clauses.hpp>

using namespace monazite;
using namespace monazite::treaty;
using CS = v1::ClauseStatus;

namespace {

constexpr base::Day kStart{19723};  // 2024-01-01

base::Day month_end(int month) {
  return base::end_of_month(base::add_months(kStart, month));
}

equations::Treaty rules() {
  equations::Treaty rules{};
  fixtures::set_treaty(rules);
  return rules;
}

/// A month in which everything promised is kept.
MonthFacts good_month(int month) {
  MonthFacts facts;
  facts.day = month_end(month);
  facts.volume = {83, 83};
  facts.ndpr = {21, 21};
  facts.supply.in_force = true;
  facts.supply.due_t = facts.supply.done_t = 95;
  return facts;
}

std::optional<v1::ClauseStatus> find(const std::vector<v1::ClauseStatus>& list, Clause clause) {
  const auto at = std::find_if(list.begin(), list.end(), [clause](const v1::ClauseStatus& status) {
    return status.clause() == clause;
  });
  if (at == list.end()) return std::nullopt;
  return *at;
}

Status status_of(const ClauseBook& book, Clause clause) {
  const auto found = find(book.current(), clause);
  return found ? found->status() : CS::STATUS_UNSPECIFIED;
}

}  // namespace

TEST_CASE("Clauses that nobody promised are not in the book") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_HONOURED);
  CHECK(status_of(book, CS::CLAUSE_CONSULTATION) == CS::STATUS_HONOURED);
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_PERFORMED);
  CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_UNSPECIFIED);
  CHECK(book.current().size() == 4);
}

TEST_CASE("Nothing changes in good months after the first") {
  ClauseBook book;
  CHECK(book.end_month(good_month(0), rules()).size() == 4);
  for (int month = 1; month < 24; ++month)
    CHECK(book.end_month(good_month(month), rules()).empty());
}

TEST_CASE("A commitment erodes when six months bring less than four fifths, and recovers") {
  ClauseBook book;
  for (int month = 0; month < 6; ++month) book.end_month(good_month(month), rules());
  std::vector<Status> seen;
  for (int month = 6; month < 24; ++month) {
    MonthFacts facts = good_month(month);
    if (month < 9) facts.volume.done = 0.5 * facts.volume.promised;
    book.end_month(facts, rules());
    seen.push_back(status_of(book, CS::CLAUSE_VOLUME));
  }
  // 0.917, 0.833, 0.75 of six months: the third bad month erodes, and the window forgets in time.
  CHECK(seen[0] == CS::STATUS_HONOURED);
  CHECK(seen[1] == CS::STATUS_HONOURED);
  CHECK(seen[2] == CS::STATUS_ERODED);
  CHECK(seen[5] == CS::STATUS_ERODED);
  CHECK(seen[6] == CS::STATUS_HONOURED);
  CHECK(status_of(book, CS::CLAUSE_NDPR) == CS::STATUS_HONOURED);
}

TEST_CASE("A promise that is not due yet cannot erode") {
  ClauseBook book;
  for (int month = 0; month < 5; ++month) {
    MonthFacts facts = good_month(month);
    facts.magnets = {50, 0, false};
    book.end_month(facts, rules());
    CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_HONOURED);
  }
  for (int month = 5; month < 12; ++month) {
    MonthFacts facts = good_month(month);
    facts.magnets = {50, 0, true};
    book.end_month(facts, rules());
  }
  CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_ERODED);
}

TEST_CASE("Talks put the memorandum under consultation and their end takes it out") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts talks = good_month(1);
  talks.consultation_open = true;
  talks.consultation_id = 77;
  talks.meetings_held = 2;
  const auto changes = book.end_month(talks, rules());
  const auto volume = find(changes, CS::CLAUSE_VOLUME);
  REQUIRE(volume.has_value());
  CHECK(volume->status() == CS::STATUS_UNDER_CONSULTATION);
  CHECK(volume->before() == CS::STATUS_HONOURED);
  CHECK(volume->because_of() == 77);
  CHECK(volume->since_day() == month_end(1).number);
  CHECK(find(changes, CS::CLAUSE_CONSULTATION)->measure() == 2);
  CHECK_FALSE(find(changes, CS::CLAUSE_SUPPLY_CONTRACT).has_value());
  book.end_month(good_month(2), rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_HONOURED);
  CHECK(status_of(book, CS::CLAUSE_CONSULTATION) == CS::STATUS_HONOURED);
}

TEST_CASE("A stop suspends while it is in force, even during talks, light only suspends the NdPr") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts stop = good_month(1);
  stop.volume = {83, 0};
  stop.volume_stopped = stop.ndpr_stopped = true;
  stop.consultation_open = true;
  stop.measure_id = 9;
  book.end_month(stop, rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_SUSPENDED);
  CHECK(find(book.current(), CS::CLAUSE_VOLUME)->because_of() == 9);
  MonthFacts light = good_month(2);
  light.ndpr = {21, 4};
  light.ndpr_stopped = true;
  book.end_month(light, rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_HONOURED);
  CHECK(status_of(book, CS::CLAUSE_NDPR) == CS::STATUS_SUSPENDED);
  book.end_month(good_month(3), rules());
  CHECK(status_of(book, CS::CLAUSE_NDPR) != CS::STATUS_SUSPENDED);
}

TEST_CASE("What a term carried lapses with it and starts afresh when renewed") {
  ClauseBook book;
  MonthFacts with = good_month(0);
  with.magnets = {50, 10};
  with.agreement_id = 3;
  for (int month = 0; month < 12; ++month) {
    with.day = month_end(month);
    book.end_month(with, rules());
  }
  CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_ERODED);
  book.end_month(good_month(12), rules());
  CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_LAPSED);
  with.day = month_end(13);
  with.agreement_id = 8;
  book.end_month(with, rules());
  CHECK(status_of(book, CS::CLAUSE_MAGNETS) == CS::STATUS_HONOURED);
  CHECK(find(book.current(), CS::CLAUSE_MAGNETS)->because_of() == 8);
}

TEST_CASE("Diverting more than the terms allow erodes the clause of domestic priority") {
  ClauseBook book;
  MonthFacts facts = good_month(0);
  facts.domestic_priority = true;
  facts.divertible_share = 0.25;
  facts.diverted_share = 0.2;
  book.end_month(facts, rules());
  CHECK(status_of(book, CS::CLAUSE_DOMESTIC_PRIORITY) == CS::STATUS_HONOURED);
  facts.diverted_share = 0.5;
  for (int month = 1; month < 4; ++month) {
    facts.day = month_end(month);
    book.end_month(facts, rules());
  }
  CHECK(status_of(book, CS::CLAUSE_DOMESTIC_PRIORITY) == CS::STATUS_ERODED);
  CHECK(find(book.current(), CS::CLAUSE_DOMESTIC_PRIORITY)->measure() == Approx(2));
}

TEST_CASE("A request that nobody takes up erodes the duty to consult") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts silence = good_month(1);
  silence.request_unanswered = true;
  book.end_month(silence, rules());
  CHECK(status_of(book, CS::CLAUSE_CONSULTATION) == CS::STATUS_ERODED);
  book.end_month(good_month(2), rules());
  CHECK(status_of(book, CS::CLAUSE_CONSULTATION) == CS::STATUS_HONOURED);
}

TEST_CASE("A cyclone excuses a short month, and only as long as it lasts") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts cyclone = good_month(1);
  cyclone.supply.done_t = 20;
  cyclone.supply.excused = true;
  book.end_month(cyclone, rules());
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_EXCUSED);
  book.end_month(good_month(2), rules());
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_PERFORMED);
}

TEST_CASE("What notice and diversion right release is no breach, what goes beyond is") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts lawful = good_month(1);
  lawful.supply.done_t = 70;
  lawful.supply.released_t = 25;
  book.end_month(lawful, rules());
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_PERFORMED);
  MonthFacts beyond = good_month(2);
  beyond.supply.done_t = 40;
  beyond.supply.released_t = 25;
  book.end_month(beyond, rules());
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_BREACHED);
}

TEST_CASE("A breach is remedied by making up or by paying") {
  for (const bool by_money : {false, true}) {
    ClauseBook book;
    book.end_month(good_month(0), rules());
    MonthFacts breach = good_month(1);
    breach.supply.done_t = 35;
    book.end_month(breach, rules());
    REQUIRE(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_BREACHED);
    MonthFacts partly = good_month(2);
    (by_money ? partly.supply.paid_for_t : partly.supply.done_t) += 30;
    book.end_month(partly, rules());
    CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_BREACHED);
    MonthFacts rest = partly;
    rest.day = month_end(3);
    book.end_month(rest, rules());
    CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_REMEDIED);
    book.end_month(good_month(4), rules());
    CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_PERFORMED);
  }
}

TEST_CASE("A breach that is never made up becomes a claim after six months") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts breach = good_month(1);
  breach.supply.done_t = 0;
  book.end_month(breach, rules());
  for (int month = 2; month < 8; ++month) {
    book.end_month(good_month(month), rules());
    CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_BREACHED);
  }
  book.end_month(good_month(8), rules());
  CHECK(status_of(book, CS::CLAUSE_SUPPLY_CONTRACT) == CS::STATUS_PERFORMED);
}

TEST_CASE("A political status never stands on a contract, nor a legal one on the memorandum") {
  for (int before = CS::Status_MIN; before <= CS::Status_MAX; ++before) {
    for (int after = CS::Status_MIN; after <= CS::Status_MAX; ++after) {
      if (!CS::Status_IsValid(before) || !CS::Status_IsValid(after)) continue;
      const bool political_before = before >= CS::STATUS_HONOURED && before < CS::STATUS_LAPSED;
      const bool legal_after = after >= CS::STATUS_PERFORMED;
      const bool legal_before = before >= CS::STATUS_PERFORMED;
      const bool political_after = after >= CS::STATUS_HONOURED && after < CS::STATUS_LAPSED;
      const bool mixed = (political_before && legal_after) || (legal_before && political_after);
      if (mixed || before == after) {
        CHECK_FALSE(may_follow(static_cast<Status>(before), static_cast<Status>(after)));
      }
    }
  }
}

namespace {

/// A month of anything at all.
MonthFacts random_month(const base::Draws& draws, int month) {
  constexpr base::Purpose kFacts{"test.clauses.facts"};
  const auto u = [&](std::uint32_t ordinal) {
    return draws.uniform(kFacts, month_end(month), 0, ordinal);
  };
  const auto promise = [&](std::uint32_t ordinal) {
    Promise p;
    p.promised = u(ordinal) < 0.2 ? 0 : 10 * u(ordinal);
    p.done = p.promised * (u(ordinal + 1) < 0.5 ? 1 : u(ordinal + 1));
    p.due = u(ordinal + 2) < 0.9;
    return p;
  };
  const auto performance = [&](std::uint32_t ordinal) {
    Performance p;
    p.in_force = u(ordinal) < 0.9;
    p.due_t = u(ordinal + 1) < 0.1 ? 0 : 100 * u(ordinal + 1);
    p.done_t = p.due_t * (u(ordinal + 2) < 0.5 ? 1 : 1.5 * u(ordinal + 2));
    p.released_t = u(ordinal + 3) < 0.2 ? 30 : 0;
    p.paid_for_t = u(ordinal + 4) < 0.2 ? 40 : 0;
    p.excused = u(ordinal + 5) < 0.2;
    return p;
  };
  MonthFacts f;
  f.day = month_end(month);
  f.volume = promise(0);
  f.ndpr = promise(10);
  f.price = promise(20);
  f.magnets = promise(30);
  f.technology = promise(40);
  f.finance = promise(50);
  f.heavy_swap = promise(60);
  f.domestic_priority = u(70) < 0.5;
  f.divertible_share = 0.5 * u(71);
  f.diverted_share = 0.5 * u(72);
  f.consultation_open = u(73) < 0.3;
  f.request_unanswered = u(74) < 0.1;
  f.volume_stopped = u(75) < 0.1;
  f.ndpr_stopped = u(76) < 0.1;
  f.supply = performance(80);
  f.take_or_pay = performance(90);
  f.allocation = performance(100);
  return f;
}

}  // namespace

TEST_CASE("Whatever happens, each change of status is in the table and follows the one before") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    ClauseBook book;
    std::map<Clause, Status> known;
    for (int month = 0; month < 96; ++month) {
      for (const v1::ClauseStatus& change :
           book.end_month(random_month(base::Draws(seed), month), rules())) {
        REQUIRE(change.before() == known[change.clause()]);
        REQUIRE(may_follow(change.before(), change.status()));
        const bool legal = change.status() >= CS::STATUS_PERFORMED;
        if (change.status() != CS::STATUS_LAPSED) REQUIRE(legal == is_contract(change.clause()));
        known[change.clause()] = change.status();
      }
      for (const v1::ClauseStatus& now : book.current()) {
        REQUIRE(now.status() == known[now.clause()]);
      }
    }
  }
}

TEST_CASE("Whatever happened, a year of kept promises leaves no clause in limbo") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    ClauseBook book;
    const int troubled = 6 + static_cast<int>(seed % 60);
    for (int month = 0; month < troubled; ++month) {
      book.end_month(random_month(base::Draws(seed), month), rules());
    }
    for (int month = troubled; month < troubled + 12; ++month)
      book.end_month(good_month(month), rules());
    for (const v1::ClauseStatus& now : book.current()) {
      const bool settled = now.status() == CS::STATUS_HONOURED ||
                           now.status() == CS::STATUS_PERFORMED ||
                           now.status() == CS::STATUS_LAPSED;
      INFO(clause_name(now.clause()) << " is " << status_name(now.status()));
      CHECK(settled);
    }
  }
}

TEST_CASE("Consultation and suspension end with their reason, at once") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    ClauseBook book;
    for (int month = 0; month < 60; ++month) {
      const MonthFacts facts = random_month(base::Draws(seed), month);
      book.end_month(facts, rules());
      for (const v1::ClauseStatus& now : book.current()) {
        if (now.status() == CS::STATUS_UNDER_CONSULTATION) REQUIRE(facts.consultation_open);
        if (now.status() == CS::STATUS_SUSPENDED) {
          REQUIRE((facts.volume_stopped || facts.ndpr_stopped));
        }
        if (now.status() == CS::STATUS_EXCUSED) {
          const Performance& p = now.clause() == CS::CLAUSE_SUPPLY_CONTRACT ? facts.supply
                                 : now.clause() == CS::CLAUSE_TAKE_OR_PAY   ? facts.take_or_pay
                                                                            : facts.allocation;
          REQUIRE(p.excused);
        }
      }
    }
  }
}

TEST_CASE("A clause that stays suspended lapses after two years and revives with the flow") {
  ClauseBook book;
  book.end_month(good_month(0), rules());
  MonthFacts stopped;
  int month = 1;
  for (; month <= 60; ++month) {
    stopped = good_month(month);
    stopped.volume.done = stopped.ndpr.done = 0;
    stopped.volume_stopped = stopped.ndpr_stopped = true;
    book.end_month(stopped, rules());
    const Status expected = month <= 24 ? CS::STATUS_SUSPENDED : CS::STATUS_LAPSED;
    INFO("month " << month);
    CHECK(status_of(book, CS::CLAUSE_VOLUME) == expected);
  }
  // A new agreement under the same stop is suspended afresh, not lapsed from the start.
  stopped = good_month(month++);
  stopped.volume_stopped = stopped.ndpr_stopped = true;
  stopped.agreement_id = 77;
  book.end_month(stopped, rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_SUSPENDED);
  book.end_month(good_month(month), rules());
  CHECK(status_of(book, CS::CLAUSE_VOLUME) == CS::STATUS_HONOURED);
}

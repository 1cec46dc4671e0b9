#include <algorithm>

#include <tests/support/catch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/decisions.hpp>

using namespace monazite;
using viz::Decision;
using viz::Decisions;

TEST_CASE("decisions stand in order of day, and each has the recorded option once") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  REQUIRE(decisions.size() > 50);
  std::size_t described = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (i > 0) CHECK(decisions.day(i - 1) <= decisions.day(i));
    for (const Decision& decision : decisions.describe(i)) {
      ++described;
      const auto recorded = std::count_if(decision.options.begin(), decision.options.end(),
                                          [](const viz::Option& o) { return o.recorded; });
      CHECK(recorded == 1);
      CHECK_FALSE(decision.who.empty());
      CHECK_FALSE(decision.what.empty());
      CHECK(decision.options.size() >= 2);
    }
  }
  CHECK(described > 200);
}

TEST_CASE("an office may do nothing, which is worth nothing, or what its brief lists") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  bool found = false;
  for (const Decision& decision : decisions.around(base::to_day({2025, 8, 31}), 2, 100)) {
    if (decision.kind != Decision::Kind::kAct || decision.office != v1::OFFICE_EXTERNAL_AFFAIRS)
      continue;
    found = true;
    CHECK(decision.who == "India, External Affairs");
    CHECK(decision.what == "asks for consultation under the memorandum");
    CHECK(decision.options.front().words == "does nothing");
    CHECK(decision.options.front().value_musd == 0.0);
    CHECK(decision.recorded() > 0);
    CHECK_FALSE(decision.options.front().change.answer.has_value());
  }
  CHECK(found);
}

TEST_CASE("an invitation can be accepted or refused") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  const auto all = decisions.around(base::to_day({2025, 8, 31}), 5, 200);
  const auto invited = std::find_if(all.begin(), all.end(), [](const Decision& d) {
    return d.kind == Decision::Kind::kInvitation;
  });
  REQUIRE(invited != all.end());
  CHECK(invited->who == "Japan");
  CHECK(invited->options.size() == 2);
  CHECK(invited->what == "agrees to consult");
  CHECK(invited->recorded() == 0);
}

TEST_CASE("a move can be an acceptance, an end of the talks or another package") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  std::size_t moves = 0;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    for (const Decision& decision : decisions.describe(i)) {
      if (decision.kind != Decision::Kind::kMove) continue;
      ++moves;
      CHECK(decision.options.size() >= 2);
      const viz::Negotiation* table = file->replay().negotiation(decision.conversation);
      REQUIRE(table != nullptr);
      if (decision.standing) {
        ++answered;
        CHECK(table->agenda->contains(*decision.standing));
      }
      const viz::Change other = decisions.offer_instead(decision, table->status_quo);
      CHECK(other.answer->offer().outcome() == table->status_quo);
      CHECK(other.brief == decision.brief);
      CHECK(decisions.worth(decision, table->status_quo).has_value());
    }
  }
  CHECK(moves > 20);
  CHECK(answered > 10);
}

TEST_CASE("an event of the scenario can be dropped, or moved inside the calendar") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  const auto all = decisions.around(base::to_day({2025, 6, 10}), 1, 100);
  const auto request =
      std::find_if(all.begin(), all.end(), [](const Decision& d) { return d.event == "request"; });
  REQUIRE(request != all.end());
  CHECK(request->kind == Decision::Kind::kEvent);
  CHECK(request->options[1].change.settings ==
        std::vector<std::string>{"event.request.enabled=false"});
  const auto earlier =
      std::find_if(request->options.begin(), request->options.end(),
                   [](const viz::Option& o) { return o.words == "3 months earlier"; });
  REQUIRE(earlier != request->options.end());
  CHECK(earlier->change.day == base::to_day({2025, 3, 10}));
}

TEST_CASE("the moment of a message is that of the brief that it answers") {
  const auto file = test_support::crisis_file();
  Decisions decisions(*file);
  for (const viz::MessageRow& row : file->replay().messages()) {
    if (row.kind != v1::Envelope::kConsultationReply) continue;
    const auto moment = decisions.of_message(row.id);
    REQUIRE(moment.has_value());
    CHECK(decisions.seat(*moment) == row.from);
    CHECK(decisions.at(decisions.day(*moment)) <= *moment);
  }
  CHECK_FALSE(decisions.of_message(0).has_value());
}

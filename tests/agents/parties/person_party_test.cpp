#include <agents/parties/builtin.hpp>
#include <agents/parties/person_party.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;
using Kind = PersonDecision::Kind;

namespace {

constexpr base::SeatId kSelf = 3;
constexpr base::SeatId kOther = 4;
const Chair kChair{kSelf, "self", base::Draws(1)};

PartySetup linear(PartyKind kind = PartyKind::kGovernment) {
  PartySetup setup;
  setup.kind = kind;
  setup.other_government = kOther;
  setup.irel = 5;
  setup.manner.tactic = "linear";
  setup.manner.act_noise_musd = 0;
  if (kind == PartyKind::kFirm) setup.manner.offer_gap_days = 4;
  return setup;
}

PersonParty person(PersonLog& log, const PartySetup& setup = linear(), PersonWants wants = {}) {
  return {kChair, setup, make_builtin_party(kChair, setup), wants, log};
}

TableFixture five_packages() {
  TableFixture table(kSelf, kOther, {5});
  for (std::size_t i = 0; i < 5; ++i) table.value[i] = static_cast<float>(i);
  return table;
}

PersonDecision decision(Kind kind, std::uint64_t outcome = 0) {
  PersonDecision made;
  made.kind = kind;
  made.outcome = outcome;
  return made;
}

v1::Envelope acts_brief(std::uint64_t id, v1::Brief::Purpose purpose = v1::Brief::PURPOSE_ACTS) {
  v1::Envelope brief;
  brief.set_id(id);
  brief.mutable_brief()->set_purpose(purpose);
  v1::ActOption& option = *brief.mutable_brief()->add_acts();
  option.set_office(v1::OFFICE_JOGMEC);
  option.set_act(v1::ACT_RELEASE_STOCK);
  option.set_amount(120);
  option.set_value_musd(3);
  option.set_on_the_desk(true);
  return brief;
}

}  // namespace

TEST_CASE("a person who wants to decide nothing is the built-in party") {
  static PersonLog log;
  PersonWants none;
  none.consultation = none.supply = none.allocation = none.invitations = false;
  for (const PartyKind kind : {PartyKind::kGovernment, PartyKind::kFirm}) {
    PartySetup setup;
    setup.kind = kind;
    check_party_conformance(kSelf, setup, [&](const Chair& chair, const PartySetup& s) {
      return std::make_unique<PersonParty>(chair, s, make_builtin_party(chair, s), none, log);
    });
  }
  CHECK_FALSE(log.stop.load());
}

TEST_CASE("decisions are played in order, and the first question without one ends the run") {
  PersonLog log;
  log.decisions = {decision(Kind::kOffer, 2), decision(Kind::kAccept)};
  log.decisions[0].statement = "Two.";
  log.decisions[0].note = "why two";
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  CHECK(tell(party, desk, table.opening()).empty());
  const v1::Envelope first = table.brief();
  auto sent = tell(party, desk, first);
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].delay_days == 0);
  CHECK(sent[0].envelope.to() == kOther);
  CHECK(sent[0].envelope.in_reply_to() == first.id());
  CHECK(sent[0].envelope.offer().outcome() == 2);
  CHECK(sent[0].envelope.offer().statement() == "Two.");
  CHECK(sent[0].envelope.offer().reason().note() == "why two");
  CHECK(sent[0].envelope.offer().reason().code() == v1::REASON_CODE_UNSPECIFIED);
  tell(party, desk, table.offer(1));
  sent = tell(party, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.acceptance().outcome() == 1);
  CHECK_FALSE(log.stop.load());
  const v1::Envelope last = table.brief();
  CHECK(tell(party, desk, last).empty());
  CHECK(log.stop.load());
  REQUIRE(log.question.has_value());
  CHECK(log.question->id() == last.id());
  CHECK(log.used == 2);
}

TEST_CASE("after its question the seat hears nothing any more") {
  PersonLog log;
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  tell(party, desk, table.brief());
  const std::size_t heard = log.heard.size();
  CHECK(heard == 2);
  CHECK(tell(party, desk, table.offer(3)).empty());
  CHECK(tell(party, desk, table.brief()).empty());
  CHECK(tell(party, desk, acts_brief(90)).empty());
  CHECK(log.heard.size() == heard);
}

TEST_CASE("the staff takes over where the person stopped, and knows what was offered") {
  PersonLog log;
  log.decisions = {decision(Kind::kOffer, 1), decision(Kind::kStaffHere)};
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  tell(party, desk, table.brief());
  auto sent = tell(party, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.offer().outcome() == 4);  // fresh: it asks for the best
  // Its own account of the table: package 1 was offered before, so this is no opening bid.
  CHECK(sent[0].envelope.offer().reason().code() == v1::REASON_CODE_BEST_FOR_BOTH);
  CHECK(tell(party, desk, table.brief()).size() == 1);
  CHECK_FALSE(log.question.has_value());
  std::size_t own = 0;
  for (const v1::Envelope& message : log.heard) own += message.from() == kSelf ? 1 : 0;
  CHECK(own == 3);
}

TEST_CASE("a refused decision is told, and ends the run") {
  PersonLog log;
  log.decisions = {decision(Kind::kOffer, 2), decision(Kind::kOffer, 3)};
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  tell(party, desk, table.brief());
  tell(party, desk, table.refusal(v1::Refusal::REASON_BARRED_PACKAGE));
  REQUIRE(log.refused.has_value());
  CHECK(log.refused->decision == 0);
  CHECK(log.refused->reason == v1::Refusal::REASON_BARRED_PACKAGE);
  CHECK(log.stop.load());
  CHECK(tell(party, desk, table.brief()).empty());
}

TEST_CASE("packages that no brief values are appraised first, by the mandate") {
  PersonLog log;
  log.decisions = {decision(Kind::kOffer, 4), decision(Kind::kAccept)};
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening(3));
  const v1::Envelope brief = table.brief();
  auto sent = tell(party, desk, brief);
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].envelope.has_appraisal_request());
  CHECK(sent[0].envelope.appraisal_request().outcomes(0) == 4);
  sent = tell(party, desk, table.appraisal(99, 7));
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.offer().outcome() == 4);
  CHECK(sent[0].envelope.in_reply_to() == brief.id());
  tell(party, desk, table.offer(3));  // not in the sample either
  sent = tell(party, desk, table.brief());
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].envelope.has_appraisal_request());
  sent = tell(party, desk, table.appraisal(100, 2));
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.acceptance().outcome() == 3);
}

TEST_CASE("instead of leaving a question, the mandate can be asked") {
  PersonLog log;
  log.ask = {0, 4};
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  const auto sent = tell(party, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.appraisal_request().outcomes_size() == 2);
  CHECK_FALSE(log.stop.load());
  CHECK(tell(party, desk, table.appraisal(50, 6)).empty());
  CHECK(log.appraisal.has_value());
  CHECK(log.stop.load());
}

TEST_CASE("offers of a firm take their days") {
  PersonLog log;
  log.decisions = {decision(Kind::kOffer, 2), decision(Kind::kWalkAway)};
  PersonParty party = person(log, linear(PartyKind::kFirm));
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  CHECK(tell(party, desk, table.brief()).at(0).delay_days == 4);
  const auto sent = tell(party, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.has_walk_away());
  CHECK(sent[0].delay_days == 0);
}

TEST_CASE("a person can act between tables") {
  PersonWants wants;
  wants.acts = true;
  PersonLog log;
  log.decisions = {decision(Kind::kActs), decision(Kind::kActs), decision(Kind::kStaff)};
  log.decisions[0].acts = {{v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK}};
  log.decisions[0].note = "enough for a month";
  PersonParty party = person(log, linear(), wants);
  TestDesk desk(kSelf);
  auto sent = tell(party, desk, acts_brief(20));
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].envelope.stock_release().ndpr_t() == 120);
  CHECK(sent[0].envelope.stock_release().reason().note() == "enough for a month");
  CHECK(sent[1].envelope.has_no_act());
  sent = tell(party, desk, acts_brief(21));
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.has_no_act());
  CHECK(tell(party, desk, acts_brief(22)).size() == 2);  // the staff releases too
  CHECK(tell(party, desk, acts_brief(23)).empty());
  CHECK(log.stop.load());
}

TEST_CASE("a person answers invitations to whoever asked") {
  PersonLog log;
  log.decisions = {decision(Kind::kDecline), decision(Kind::kAgree)};
  PersonParty party = person(log);
  TestDesk desk(kSelf);
  v1::Envelope request;
  request.set_id(30);
  request.set_from(kOther);
  request.set_to(kSelf);
  request.mutable_consultation_request()->set_office(v1::OFFICE_COMMERCE);
  tell(party, desk, request);
  auto sent = tell(party, desk, acts_brief(31, v1::Brief::PURPOSE_INVITATION));
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.to() == kOther);
  CHECK_FALSE(sent[0].envelope.consultation_reply().accepted());
  sent = tell(party, desk, acts_brief(32, v1::Brief::PURPOSE_INVITATION));
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.consultation_reply().accepted());
}

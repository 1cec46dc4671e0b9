#include <agents/parties/builtin.hpp>
#include <agents/parties/override_party.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kSelf = 3;
constexpr base::SeatId kOther = 4;
const Chair kChair{kSelf, "self", base::Draws(1)};

OverrideParty with(std::vector<Override> overrides) {
  PartySetup setup;
  setup.other_government = kOther;
  setup.irel = 5;
  setup.manner.tactic = "linear";
  setup.manner.act_noise_musd = 0;
  return {kChair, make_builtin_party(kChair, setup), std::move(overrides)};
}

TableFixture five_packages() {
  TableFixture table(kSelf, kOther, {5});
  for (std::size_t i = 0; i < 5; ++i) table.value[i] = static_cast<float>(i);
  return table;
}

v1::Envelope offer_of(std::uint64_t outcome) {
  v1::Envelope envelope;
  envelope.mutable_offer()->set_outcome(outcome);
  return envelope;
}

v1::Envelope acts_brief(std::uint64_t id) {
  v1::Envelope brief;
  brief.set_id(id);
  brief.mutable_brief()->set_purpose(v1::Brief::PURPOSE_ACTS);
  v1::ActOption& option = *brief.mutable_brief()->add_acts();
  option.set_office(v1::OFFICE_COMMERCE);
  option.set_act(v1::ACT_NOTIFY_STOP);
  option.set_value_musd(3);
  option.set_on_the_desk(true);
  return brief;
}

}  // namespace

TEST_CASE("without overrides it is the party inside") {
  PartySetup setup;
  check_party_conformance(kSelf, setup, [](const Chair& chair, const PartySetup& s) {
    return std::make_unique<OverrideParty>(chair, make_builtin_party(chair, s),
                                           std::vector<Override>{});
  });
  PartySetup firm;
  firm.kind = PartyKind::kFirm;
  firm.manner.offer_gap_days = 4;
  OverrideParty party(kChair, make_builtin_party(kChair, firm), {});
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  CHECK(tell(party, desk, table.brief()).at(0).delay_days == 4);
}

TEST_CASE("the answer to one message is replaced, those before and after are not") {
  TableFixture table = five_packages();
  const v1::Envelope opening = table.opening();
  const v1::Envelope briefs[] = {table.brief(), table.brief(), table.brief()};
  OverrideParty party = with({{briefs[1].id(), {}, {}, {offer_of(1)}}});
  TestDesk desk(kSelf);
  tell(party, desk, opening);
  std::vector<std::uint64_t> offers;
  for (const v1::Envelope& brief : briefs) {
    const auto sent = tell(party, desk, brief);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].envelope.from() == kSelf);
    CHECK(sent[0].envelope.to() == kOther);
    CHECK(sent[0].envelope.in_reply_to() == brief.id());
    CHECK(sent[0].envelope.conversation() == brief.conversation());
    offers.push_back(sent[0].envelope.offer().outcome());
  }
  CHECK(offers == std::vector<std::uint64_t>{4, 1, 4});
  CHECK(party.waiting() == 0);
}

TEST_CASE("a replacement for acts ends with NoAct all the same") {
  v1::Envelope leak;
  leak.set_to(base::kPublic);
  leak.mutable_press_report()->set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
  OverrideParty party = with({{20, {}, {}, {leak}}, {21, {}, {}, {}}});
  TestDesk desk(kSelf);
  auto sent = tell(party, desk, acts_brief(20));
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].envelope.has_press_report());
  CHECK(sent[0].envelope.to() == base::kPublic);
  CHECK(sent[1].envelope.has_no_act());
  sent = tell(party, desk, acts_brief(21));  // do nothing instead
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.has_no_act());
  sent = tell(party, desk, acts_brief(22));
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].envelope.has_policy_announcement());
}

TEST_CASE("a decision can be named by its day and purpose") {
  const base::Day day{20100};
  OverrideParty party = with({{0, day, v1::Brief::PURPOSE_ACTS, {}}});
  TestDesk desk(kSelf, day - 30);
  CHECK(tell(party, desk, acts_brief(1)).size() == 2);
  desk.set_today(day + 5);
  CHECK(tell(party, desk, acts_brief(2)).size() == 1);
  CHECK(tell(party, desk, acts_brief(3)).size() == 2);
}

TEST_CASE("a replaced decision that asked for an appraisal first is not made later") {
  TableFixture table = five_packages();
  const v1::Envelope opening = table.opening(3);
  const v1::Envelope offer = table.offer(4);
  const v1::Envelope brief = table.brief();
  OverrideParty party = with({{brief.id(), {}, {}, {offer_of(1)}}});
  TestDesk desk(kSelf);
  tell(party, desk, opening);
  tell(party, desk, offer);
  const auto sent = tell(party, desk, brief);
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].envelope.offer().outcome() == 1);
  CHECK(tell(party, desk, table.appraisal(99, 50)).empty());
}

TEST_CASE("of a brief for acts one office can be replaced while the others do as ever") {
  v1::Envelope brief = acts_brief(20);
  v1::ActOption& other = *brief.mutable_brief()->add_acts();
  other.set_office(v1::OFFICE_ATOMIC_ENERGY);
  other.set_act(v1::ACT_DIRECT_FEED_STOP);
  other.set_value_musd(5);
  other.set_on_the_desk(true);
  Override nothing;
  nothing.in_reply_to = 20;
  nothing.office = v1::OFFICE_COMMERCE;
  OverrideParty silent = with({nothing});
  TestDesk desk(kSelf);
  auto sent = tell(silent, desk, brief);
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].envelope.directive().office() == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(sent[1].envelope.has_no_act());

  Override both = nothing;
  both.office = v1::OFFICE_ATOMIC_ENERGY;
  v1::Envelope half;
  half.set_to(5);
  half.mutable_directive()->set_office(v1::OFFICE_ATOMIC_ENERGY);
  half.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_HALF);
  both.answers = {half};
  OverrideParty party = with({nothing, both});
  sent = tell(party, desk, brief);
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].envelope.directive().act() == v1::ACT_DIRECT_FEED_HALF);
  CHECK(sent[1].envelope.has_no_act());
  CHECK(party.waiting() == 0);
}

TEST_CASE("a replaced offer can take its days, as the party inside would") {
  TableFixture table = five_packages();
  const v1::Envelope opening = table.opening();
  const v1::Envelope brief = table.brief();
  Override later;
  later.in_reply_to = brief.id();
  later.answers = {offer_of(1)};
  later.delay_days = 4;
  OverrideParty party = with({later});
  TestDesk desk(kSelf);
  tell(party, desk, opening);
  const auto sent = tell(party, desk, brief);
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].delay_days == 4);
}

TEST_CASE("another manner reaches the party inside") {
  PartySetup setup;
  setup.kind = PartyKind::kFirm;
  setup.manner.offer_gap_days = 4;
  OverrideParty party(kChair, make_builtin_party(kChair, setup), {});
  TestDesk desk(kSelf);
  TableFixture table = five_packages();
  tell(party, desk, table.opening());
  CHECK(tell(party, desk, table.brief()).at(0).delay_days == 4);
  Manner quicker;
  quicker.offer_gap_days = 1;
  party.adopt(quicker);
  CHECK(tell(party, desk, table.brief()).at(0).delay_days == 1);
}

#include <agents/parties/firm_party.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kFirm = 5;
constexpr base::SeatId kPartner = 6;

PartySetup firm_setup() {
  PartySetup setup;
  setup.kind = PartyKind::kFirm;
  setup.partner = kPartner;
  setup.manner.offer_gap_days = 4;
  return setup;
}

}  // namespace

TEST_CASE("a firm conforms") {
  check_party_conformance(kFirm, firm_setup(), [](const Chair& chair, const PartySetup& setup) {
    return std::make_unique<FirmParty>(chair, setup);
  });
}

TEST_CASE("an offer of a firm goes out some days later, its acceptance at once") {
  FirmParty firm({kFirm, "firm", base::Draws(1)}, firm_setup());
  TestDesk desk(kFirm);
  TableFixture table(kFirm, kPartner, {3});
  table.value = {0, 10, 20};
  tell(firm, desk, table.opening());
  auto sent = tell(firm, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().envelope.offer().outcome() == 2);
  CHECK(sent.front().delay_days == 4);
  tell(firm, desk, table.offer(2));
  sent = tell(firm, desk, table.brief());
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().envelope.has_acceptance());
  CHECK(sent.front().delay_days == 0);
}

TEST_CASE("a firm concedes at an even pace unless told otherwise, whatever its seed") {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    FirmParty firm({kFirm, "firm", base::Draws(seed)}, firm_setup());
    TestDesk desk(kFirm);
    TableFixture table(kFirm, kPartner, {101});
    for (std::size_t i = 0; i <= 100; ++i) {
      table.value[i] = static_cast<float>(i);
      table.believed_other[i] = static_cast<float>(100 - i);
    }
    table.urgency = 0.3;
    tell(firm, desk, table.opening());
    CHECK(tell(firm, desk, table.brief()).at(0).envelope.offer().outcome() == 70);
  }
}

TEST_CASE("a firm asks its partner to reopen the contract") {
  PartySetup setup = firm_setup();
  setup.manner.act_noise_musd = 0;
  FirmParty firm({kFirm, "firm", base::Draws(1)}, setup);
  TestDesk desk(kFirm);
  v1::Envelope brief;
  brief.set_id(31);
  brief.mutable_brief()->set_purpose(v1::Brief::PURPOSE_ACTS);
  v1::ActOption& option = *brief.mutable_brief()->add_acts();
  option.set_act(v1::ACT_ASK_RENEGOTIATION);
  option.set_value_musd(3);
  option.set_on_the_desk(true);
  const auto sent = tell(firm, desk, brief);
  REQUIRE(sent.size() == 2);
  REQUIRE(sent[0].envelope.has_consultation_request());
  CHECK(sent[0].envelope.to() == kPartner);
  CHECK(sent[0].envelope.consultation_request().office() == v1::OFFICE_NONE);
  CHECK(sent[1].envelope.has_no_act());
}

TEST_CASE("a directive asks a firm for no decision") {
  FirmParty firm({kFirm, "irel", base::Draws(1)}, firm_setup());
  TestDesk desk(kFirm);
  v1::Envelope message;
  message.set_id(12);
  message.set_from(3);
  message.set_to(kFirm);
  message.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_STOP);
  CHECK(tell(firm, desk, message).empty());
}

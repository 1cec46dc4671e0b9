#include <agents/parties/builtin.hpp>
#include <agents/parties/replay_party.hpp>
#include <tests/agents/table_fixture.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kFirm = 3;
constexpr base::SeatId kOther = 4;

/// A conversation with a firm: what it was told, and on which day.
struct Script {
  std::vector<v1::Envelope> messages;
  std::vector<base::Day> days;
};

Script script() {
  Script s;
  const auto add = [&](const v1::Envelope& envelope, int day) {
    s.messages.push_back(envelope);
    s.days.push_back(base::Day{day});
  };
  TableFixture table(kFirm, kOther, {6});
  for (std::size_t i = 0; i < 6; ++i) table.value[i] = static_cast<float>(i);
  add(table.opening(5), 100);
  add(table.brief(), 100);
  add(table.offer(5), 107);  // outside the sample: to be appraised
  table.urgency = 0.2;
  add(table.brief(), 107);
  add(table.appraisal(1003, 2), 107);
  table.urgency = 0.8;
  add(table.offer(3), 115);
  add(table.brief(), 115);
  return s;
}

/// What was said, as a recorder would keep it: numbered and dated at delivery.
std::vector<v1::Envelope> play(Party& party, const Script& s) {
  std::vector<v1::Envelope> said;
  TestDesk desk(kFirm);
  for (std::size_t i = 0; i < s.messages.size(); ++i) {
    desk.set_today(s.days[i]);
    for (auto& sent : tell(party, desk, s.messages[i])) {
      // Ids of its own, so that they do not collide with the script's; the appraisal above answers
      // 1003.
      sent.envelope.set_id(1001 + static_cast<std::uint64_t>(i) - 1);
      sent.envelope.set_day(s.days[i].number + sent.delay_days);
      said.push_back(sent.envelope);
    }
  }
  return said;
}

}  // namespace

TEST_CASE("a replayed party says what was recorded, when it was said") {
  PartySetup setup;
  setup.kind = PartyKind::kFirm;
  setup.manner.offer_gap_days = 5;
  const auto firm = make_builtin_party({kFirm, "firm", base::Draws(1)}, setup);
  const Script s = script();
  const std::vector<v1::Envelope> recorded = play(*firm, s);
  REQUIRE(recorded.size() == 4);
  CHECK(recorded[0].has_offer());
  CHECK(recorded[0].day() == 105);
  CHECK(recorded[1].has_appraisal_request());
  CHECK(recorded[1].id() == 1003);
  CHECK(recorded[2].has_offer());
  CHECK(recorded[3].has_acceptance());

  ReplayParty replay(recorded);
  CHECK(replay.waiting() == 4);
  const std::vector<v1::Envelope> again = play(replay, s);
  REQUIRE(again.size() == recorded.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    INFO(i);
    CHECK(again[i].SerializeAsString() == recorded[i].SerializeAsString());
  }
  CHECK(replay.waiting() == 0);
}

TEST_CASE("a replayed party is silent about messages that were not in its recording") {
  v1::Envelope decision;
  decision.set_id(9);
  decision.set_in_reply_to(8);
  decision.mutable_no_act();
  v1::Envelope unasked;
  unasked.set_id(10);
  unasked.mutable_statement();
  ReplayParty replay({decision, unasked});
  TestDesk desk(kFirm);
  v1::Envelope brief;
  brief.set_id(7);
  brief.mutable_brief()->set_purpose(v1::Brief::PURPOSE_ACTS);
  CHECK(tell(replay, desk, brief).empty());
  brief.set_id(8);
  CHECK(tell(replay, desk, brief).size() == 1);
  CHECK(tell(replay, desk, brief).empty());
  CHECK(replay.waiting() == 0);
}

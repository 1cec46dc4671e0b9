#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/engine/registrar.hpp>

using namespace monazite;
using engine::tested::june_2025_with;
using engine::tested::of_kind;
using engine::tested::refusal;
using engine::tested::Registrar;

namespace {

void direct(v1::Envelope& envelope, v1::Office office, v1::Act act) {
  envelope.mutable_directive()->set_office(office);
  envelope.mutable_directive()->set_act(act);
}

void ask_for_talks(v1::Envelope& envelope) {
  envelope.mutable_consultation_request()->set_office(v1::OFFICE_METI_SUPPLY);
}

}  // namespace

TEST_CASE("a direction of atomic energy is in force after its delay, and is noticed downstream") {
  const auto scenario = june_2025_with({"levers.direction_delay_days=3"});
  Registrar registrar(scenario);
  const auto told = registrar.say("india", "irel", [](v1::Envelope& envelope) {
    direct(envelope, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP);
  });
  // The trader learns of it the same day, from its supplier; of reasons it learns nothing.
  const auto news = of_kind(told, v1::Envelope::kDirective);
  REQUIRE(news.size() == 1);
  CHECK(news[0].from() == registrar.stage.seat("irel"));
  CHECK(news[0].to() == registrar.stage.seat("toyotsu"));
  CHECK_FALSE(news[0].directive().has_reason());
  CHECK_FALSE(registrar.stage.flow.in_force().restricted());
  registrar.pass(2);
  CHECK_FALSE(registrar.stage.flow.in_force().restricted());
  registrar.pass(1);
  CHECK(registrar.stage.flow.in_force().feed_factor == 0);
}

TEST_CASE("Tokyo learns of a direction when cargoes fail to come, or at once if it is published") {
  const auto scenario = june_2025_with({"levers.direction_seen_days=9"});
  const base::SeatId japan = *engine::make_roster(scenario).find("japan");
  const auto days_until_seen = [&](bool published) {
    Registrar registrar(scenario);
    auto told = registrar.say("india", "irel", [&](v1::Envelope& envelope) {
      direct(envelope, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_HALF);
      envelope.mutable_directive()->set_published(published);
    });
    for (int day = 0; day < 30; ++day, told = registrar.pass(1)) {
      for (const v1::Envelope& news : of_kind(told, v1::Envelope::kDirective)) {
        if (news.to() == japan) return day;
      }
    }
    return -1;
  };
  CHECK(days_until_seen(false) == 9);
  CHECK(days_until_seen(true) == 0);
}

TEST_CASE("an office that does not hold a lever is refused, and nothing changes") {
  Registrar registrar(test_support::june_2025());
  const auto commerce = registrar.say("india", "irel", [](v1::Envelope& envelope) {
    direct(envelope, v1::OFFICE_COMMERCE, v1::ACT_DIRECT_FEED_STOP);
  });
  CHECK(refusal(commerce) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  const auto japan = registrar.say("japan", "irel", [](v1::Envelope& envelope) {
    direct(envelope, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP);
  });
  CHECK(refusal(japan) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  const auto notice = registrar.say("india", nullptr, [](v1::Envelope& envelope) {
    v1::PolicyAnnouncement& announcement = *envelope.mutable_policy_announcement();
    announcement.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
    announcement.set_office(v1::OFFICE_ATOMIC_ENERGY);
    announcement.set_act(v1::ACT_NOTIFY_STOP);
  });
  CHECK(refusal(notice) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  registrar.pass(60);
  CHECK_FALSE(registrar.stage.flow.in_force().restricted());
  CHECK(registrar.stage.politics.climate().asks == 0);
}

TEST_CASE("a notification is gazetted without its reason, and caps exports after its delay") {
  const auto scenario = june_2025_with({"levers.notification_delay_days=5"});
  Registrar registrar(scenario);
  const auto told = registrar.say("india", nullptr, [](v1::Envelope& envelope) {
    v1::PolicyAnnouncement& announcement = *envelope.mutable_policy_announcement();
    announcement.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
    announcement.set_office(v1::OFFICE_COMMERCE);
    announcement.set_act(v1::ACT_NOTIFY_HALF);
    announcement.mutable_reason()->set_code(v1::REASON_CODE_ACT_CHOSEN);
  });
  const auto gazette = of_kind(told, v1::Envelope::kPolicyAnnouncement);
  REQUIRE(gazette.size() == 1);
  CHECK(gazette[0].to() == base::kPublic);
  CHECK_FALSE(gazette[0].policy_announcement().has_reason());
  registrar.pass(4);
  CHECK(registrar.stage.flow.in_force().export_cap == 1);
  registrar.pass(1);
  CHECK(registrar.stage.flow.in_force().export_cap == 0.5);
}

TEST_CASE(
    "a request to hold back weighs on atomic energy, and leaks as often as the scenario says") {
  for (const bool leaks : {false, true}) {
    // 0 and 1 lie outside the scenario's range: here chance has no say.
    scenarios::Scenario scenario = test_support::june_2025();
    scenario.parameters.politics.leak_probability = leaks ? 1 : 0;
    scenario.parameters.levers.request_press_days = 4;
    Registrar registrar(scenario);
    auto told = registrar.say("india", "irel", [](v1::Envelope& envelope) {
      direct(envelope, v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK);
    });
    CHECK(registrar.stage.politics.climate().asks > 0);
    CHECK_FALSE(registrar.stage.flow.in_force().restricted());
    CHECK(of_kind(told, v1::Envelope::kPressReport).empty());
    CHECK(of_kind(registrar.pass(3), v1::Envelope::kPressReport).empty());
    told = of_kind(registrar.pass(1), v1::Envelope::kPressReport);
    REQUIRE(told.size() == (leaks ? 1 : 0));
    if (!leaks) continue;
    CHECK(told[0].to() == base::kPublic);
    CHECK(told[0].press_report().credibility() == scenario.parameters.levers.leak_credibility);
    CHECK(told[0].press_report().source().empty());
  }
}

TEST_CASE("nobody sells from the state's stock what is not there") {
  Registrar registrar(test_support::june_2025());
  const double stock_t = registrar.stage.economy.state().state_stock_ndpr_t;
  REQUIRE(stock_t > 1);
  const auto sell = [&](const char* from, v1::Office office, double tonnes) {
    return registrar.say(from, nullptr, [&](v1::Envelope& envelope) {
      envelope.mutable_stock_release()->set_office(office);
      envelope.mutable_stock_release()->set_ndpr_t(tonnes);
    });
  };
  CHECK(refusal(sell("japan", v1::OFFICE_JOGMEC, 2 * stock_t)) == v1::Refusal::REASON_MALFORMED);
  CHECK(refusal(sell("india", v1::OFFICE_JOGMEC, 1)) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(refusal(sell("japan", v1::OFFICE_METI_SUPPLY, 1)) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(refusal(sell("japan", v1::OFFICE_JOGMEC, 0)) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(registrar.acts.take_state_release() == 0);
  CHECK(of_kind(sell("japan", v1::OFFICE_JOGMEC, stock_t / 2), v1::Envelope::kRefusal).empty());
  CHECK(registrar.acts.take_state_release() == stock_t / 2);
  CHECK(registrar.acts.take_state_release() == 0);  // read once
}

TEST_CASE("talks that are asked for begin when the other side says yes, and only then") {
  for (const bool accepted : {true, false}) {
    Registrar registrar(test_support::june_2025());
    auto told = registrar.say("japan", "india", ask_for_talks);
    const auto invitation = of_kind(told, v1::Envelope::kBrief);
    REQUIRE(invitation.size() == 1);
    CHECK(invitation[0].to() == registrar.stage.seat("india"));
    CHECK(invitation[0].brief().purpose() == v1::Brief::PURPOSE_INVITATION);
    CHECK_FALSE(registrar.tables.consultation_open());
    // Who was not asked has nothing to answer.
    CHECK(refusal(registrar.say("japan", "india", [](v1::Envelope& envelope) {
            envelope.mutable_consultation_reply()->set_accepted(true);
          })) == v1::Refusal::REASON_OUT_OF_TURN);
    const auto reply = [&](v1::Envelope& envelope) {
      envelope.mutable_consultation_reply()->set_accepted(accepted);
    };
    registrar.say("india", "japan", reply);
    CHECK(registrar.tables.consultation_open() == accepted);
    // An invitation is answered once.
    CHECK(refusal(registrar.say("india", "japan", reply)) == v1::Refusal::REASON_OUT_OF_TURN);
  }
}

TEST_CASE("a seat asks for talks, and each of its offices leaks, once a day") {
  Registrar registrar(test_support::june_2025());
  const auto leak = [](v1::Office office) {
    return [office](v1::Envelope& envelope) {
      envelope.mutable_press_report()->set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
      envelope.mutable_press_report()->set_office(office);
    };
  };
  CHECK(refusal(registrar.say("japan", "india", ask_for_talks)) == v1::Refusal::REASON_UNSPECIFIED);
  CHECK(refusal(registrar.say("japan", "india", ask_for_talks)) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(refusal(registrar.say("india", nullptr, leak(v1::OFFICE_COMMERCE))) ==
        v1::Refusal::REASON_UNSPECIFIED);
  CHECK(refusal(registrar.say("india", nullptr, leak(v1::OFFICE_COMMERCE))) ==
        v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(refusal(registrar.say("india", nullptr, leak(v1::OFFICE_ATOMIC_ENERGY))) ==
        v1::Refusal::REASON_UNSPECIFIED);
  registrar.pass(1);
  CHECK(refusal(registrar.say("japan", "india", ask_for_talks)) == v1::Refusal::REASON_UNSPECIFIED);
}

TEST_CASE("firms that ask to renegotiate sit down once in the months between") {
  const auto scenario = june_2025_with({"levers.renegotiation_months=6"});
  Registrar registrar(scenario);
  const auto ask = [](v1::Envelope& envelope) { envelope.mutable_consultation_request(); };
  CHECK(of_kind(registrar.say("toyotsu", "irel", ask), v1::Envelope::kOpening).size() == 2);
  CHECK(registrar.tables.supply_open());
  registrar.pass(120);  // nobody says anything: it times out
  CHECK_FALSE(registrar.tables.supply_open());
  CHECK(of_kind(registrar.say("irel", "toyotsu", ask), v1::Envelope::kOpening).empty());
  registrar.pass(80);
  CHECK(of_kind(registrar.say("irel", "toyotsu", ask), v1::Envelope::kOpening).size() == 2);
}

TEST_CASE("an appraisal tells what was asked for, in its order, and what no deal is worth") {
  Registrar registrar(test_support::june_2025());
  const std::uint64_t table = registrar.tables.open_supply();
  registrar.deliver();
  const auto told = registrar.say("irel", "irel", [&](v1::Envelope& envelope) {
    envelope.set_conversation(table);
    envelope.mutable_appraisal_request()->add_outcomes(7);
    envelope.mutable_appraisal_request()->add_outcomes(3);
  });
  const auto answers = of_kind(told, v1::Envelope::kAppraisal);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].to() == registrar.stage.seat("irel"));
  const v1::Appraisal& appraisal = answers[0].appraisal();
  REQUIRE(appraisal.outcomes_size() == 2);
  CHECK(appraisal.outcomes(0).material() == 7);
  CHECK(appraisal.outcomes(1).material() == 3);
  CHECK(appraisal.has_reservation());
}

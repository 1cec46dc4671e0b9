#include <tests/support/catch.hpp>
#include <tests/world/mandates/talks.hpp>
#include <world/mandates/beliefs.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

const base::Day kDay = fixtures::kSeptember2025;

struct Ear {
  equations::Parameters parameters = fixtures::worked_parameters();
  Listener listener{parameters, fixtures::status_quo(), fixtures::kFirstDay};

  const Beliefs& hear(const v1::Envelope& message) {
    listener.absorb(message);
    return listener.beliefs();
  }
  const Beliefs& read(v1::Quantity quantity, double value, std::uint32_t subject = 0) {
    return hear(fixtures::observation(kDay, {{quantity, value, subject}}));
  }
};

TEST_CASE("Before the first observation a seat believes the scenario's start") {
  Ear ear;
  const Beliefs& b = ear.listener.beliefs();
  CHECK_THAT(b.outside_price_mean(), WithinAbs(58 * 1.04, 1e-9));
  CHECK(b.india_stock_ndpr_t == 30);
  CHECK_THAT(b.india_output_ndpr_t_per_year, WithinAbs(550, 1));
  CHECK(b.plants_announced == *base::parse_day("2028-01-01"));
  CHECK(b.state_cover_days == 60);
  CHECK(b.through() == 1);
  CHECK_FALSE(b.signed_deal);
}

TEST_CASE("Readings replace what was believed, a maker's own numbers are not all makers'") {
  Ear ear;
  CHECK(ear.read(v1::QUANTITY_INDIA_NDPR_STOCK, 472).india_stock_ndpr_t == 472);
  CHECK(ear.read(v1::QUANTITY_REGIME_MAGNET, 2).regime_magnet == 2);
  CHECK(ear.read(v1::QUANTITY_MAKER_COVER, 40).maker_cover_days == 40);
  CHECK(ear.read(v1::QUANTITY_MAKER_COVER, 5, 7).maker_cover_days == 40);
  CHECK(ear.read(v1::QUANTITY_INDIA_PLANT_START, 21000).plants_announced == base::Day{21000});
}

TEST_CASE("The outside price is remembered for six months") {
  Ear ear;
  for (int month = 0; month < 6; ++month) ear.read(v1::QUANTITY_PRICE_NDPR_OUTSIDE, 60);
  CHECK_THAT(ear.listener.beliefs().outside_price_mean(), WithinAbs(60, 1e-12));
  ear.read(v1::QUANTITY_PRICE_NDPR_OUTSIDE, 90);
  CHECK_THAT(ear.listener.beliefs().outside_price_mean(), WithinAbs(65, 1e-12));
  for (int month = 0; month < 5; ++month) ear.read(v1::QUANTITY_PRICE_NDPR_OUTSIDE, 90);
  CHECK_THAT(ear.listener.beliefs().outside_price_mean(), WithinAbs(90, 1e-12));
}

TEST_CASE("One observation is enough: nothing of the starting price is left in the mean") {
  Ear ear;
  CHECK(ear.read(v1::QUANTITY_PRICE_NDPR_OUTSIDE, 90).outside_price_mean() == 90);
}

TEST_CASE("Trust rises with promises kept and falls with one broken, unless it is switched off") {
  Ear ear;
  const double start = ear.listener.beliefs().japan_in_india.share();
  const double kept = ear.read(v1::QUANTITY_FULFILMENT, 1).japan_in_india.share();
  CHECK(kept > start);
  CHECK(ear.read(v1::QUANTITY_FULFILMENT, 0).japan_in_india.share() < kept);
  const double theirs = ear.listener.beliefs().india_in_japan.share();
  CHECK(ear.read(v1::QUANTITY_RETURN_FULFILMENT, 0).india_in_japan.share() < theirs);

  equations::Parameters off = fixtures::worked_parameters();
  off.switches.trust = false;
  Listener deaf(off, fixtures::status_quo(), fixtures::kFirstDay);
  deaf.absorb(fixtures::observation(kDay, {{v1::QUANTITY_FULFILMENT, 0, 0}}));
  CHECK(deaf.beliefs().japan_in_india.share() == start);
}

TEST_CASE("Who is told what requests stand counts those, who is not counts what the press says") {
  Ear ear;
  v1::Envelope news;
  news.mutable_press_report()->set_topic(v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK);
  news.mutable_press_report()->set_credibility(0.6);
  CHECK_THAT(ear.hear(news).asks, WithinAbs(0.6, 1e-12));
  // A month passes: what was read fades.
  CHECK_THAT(ear.hear(fixtures::observation(kDay, {})).asks, WithinAbs(0.6 * 0.85, 1e-12));

  ear.read(v1::QUANTITY_INDIA_STANDING_ASKS, 0.3);
  CHECK(ear.hear(news).asks == 0.3);
  v1::Envelope request;
  request.mutable_directive()->set_act(v1::ACT_REQUEST_HOLD_BACK);
  CHECK_THAT(ear.hear(request).asks, WithinAbs(1.3, 1e-12));
}

TEST_CASE("A direction and a notification are believed in force from the day they are heard of") {
  Ear ear;
  v1::Envelope order;
  order.set_day(kDay.number);
  order.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_HALF);
  CHECK(ear.hear(order).through() == 0.5);
  CHECK(ear.listener.beliefs().direction == v1::ACT_DIRECT_FEED_HALF);
  CHECK(ear.listener.beliefs().direction_since == kDay);
  v1::Envelope notice;
  notice.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
  notice.mutable_policy_announcement()->set_act(v1::ACT_NOTIFY_STOP);
  CHECK(ear.hear(notice).through() == 0);
  notice.mutable_policy_announcement()->set_act(v1::ACT_NOTIFY_LIFT);
  CHECK(ear.hear(notice).through() == 0.5);
  order.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_LIGHT);
  CHECK(ear.hear(order).through() == 1);
  CHECK(ear.listener.beliefs().feed_mix == 0);
}

TEST_CASE("Summits are known from their announcement, each once") {
  Ear ear;
  v1::Envelope news;
  news.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_SUMMIT);
  for (const int days : {100, 50, 100}) {
    news.mutable_policy_announcement()->set_until_day((kDay + days).number);
    ear.hear(news);
  }
  const Beliefs& b = ear.listener.beliefs();
  CHECK(b.summits.size() == 2);
  CHECK(b.summit_within(kDay, 50));
  CHECK_FALSE(b.summit_within(kDay, 49));
  CHECK_FALSE(b.summit_within(kDay + 101, 300));
}

TEST_CASE("A signed package is in force until its term ends, then the old arrangement returns") {
  Ear ear;
  ear.hear(fixtures::opening(5, kDay));
  CHECK(ear.listener.beliefs().talks_open);
  const agenda::Agenda agenda = fixtures::consultation_agenda();
  const agenda::Outcome package = agenda.with_level(agenda.status_quo(), 0, 5);
  v1::Envelope agreement;
  agreement.set_conversation(5);
  agreement.mutable_agreement()->set_table(v1::TABLE_CONSULTATION);
  agreement.mutable_agreement()->set_outcome(package);
  agreement.mutable_agreement()->set_until_day((kDay + 1000).number);
  ear.hear(agreement);
  CHECK(ear.listener.beliefs().signed_deal);
  CHECK(ear.listener.beliefs().terms.volume_t_per_year == 1500);
  ear.listener.expire(kDay + 1000);
  CHECK(ear.listener.beliefs().signed_deal);
  ear.listener.expire(kDay + 1001);
  CHECK_FALSE(ear.listener.beliefs().signed_deal);
  CHECK(ear.listener.beliefs().terms.volume_t_per_year == 1000);
}

TEST_CASE("Talks that end without a deal are remembered as failed, a deal is not") {
  for (const auto how : {v1::Closing::HOW_SUSPENDED, v1::Closing::HOW_AGREEMENT}) {
    Ear ear;
    ear.hear(fixtures::opening(5, kDay));
    v1::Envelope closing;
    closing.set_day(kDay.number + 9);
    closing.set_conversation(5);
    closing.mutable_closing()->set_how(how);
    ear.hear(closing);
    CHECK_FALSE(ear.listener.beliefs().talks_open);
    CHECK((ear.listener.beliefs().talks_failed == kDay + 9) == (how == v1::Closing::HOW_SUSPENDED));
  }
}

TEST_CASE("Messages of other tables change nothing") {
  Ear ear;
  const std::uint64_t version = ear.listener.version();
  v1::Envelope opening = fixtures::opening(5, kDay);
  opening.mutable_opening()->set_table(v1::TABLE_SUPPLY_CONTRACT);
  ear.hear(opening);
  v1::Envelope payment;
  payment.mutable_payment()->set_amount_musd(3);
  ear.hear(payment);
  CHECK(ear.listener.version() == version);
  CHECK_FALSE(ear.listener.beliefs().talks_open);
}

}  // namespace
}  // namespace monazite::mandates

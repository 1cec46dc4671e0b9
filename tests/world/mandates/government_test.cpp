#include <algorithm>
#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/talks.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;
using fixtures::government_at_table;
using fixtures::government_setup;
using fixtures::kSeptember2025;

v1::Brief meeting(const GovernmentMandate& mandate) {
  v1::Brief brief;
  brief.set_purpose(v1::Brief::PURPOSE_MEETING);
  mandate.brief_table(5, brief);
  return brief;
}

TEST_CASE("A brief covers the sample and then the staff's ideas") {
  for (const Side side : {Side::kIndia, Side::kJapan}) {
    const auto kept_mandate = government_at_table(government_setup(side));
    const GovernmentMandate& mandate = *kept_mandate;
    const v1::Brief brief = meeting(mandate);
    const int packages = 401 + brief.ideas_size();
    CHECK(brief.value_musd_size() == packages);
    CHECK(brief.believed_other_musd_size() == packages);
    CHECK(static_cast<int>(brief.clearable().size()) == packages);
    CHECK(brief.ideas_size() > 5);
    CHECK(brief.ideas_size() <= 120);
    CHECK(brief.offices_size() == (side == Side::kIndia ? 7 : 6));
    CHECK(brief.highest_musd() > brief.lowest_musd());
    const v1::Worth& parts = brief.reservation_worth();
    CHECK_THAT(parts.material() + parts.audience() + parts.relationship(),
               WithinAbs(brief.reservation_musd(), 1e-9));
  }
}

TEST_CASE("Values, worths and briefs of a mandate agree") {
  const auto kept_mandate = government_at_table(government_setup(Side::kIndia));
  const GovernmentMandate& mandate = *kept_mandate;
  const v1::Brief brief = meeting(mandate);
  const v1::Envelope opening = fixtures::opening(5, kSeptember2025);
  const std::vector<std::uint64_t> sample(opening.opening().sample().begin(),
                                          opening.opening().sample().end());
  std::vector<double> all, some;
  mandate.values(5, sample, all);
  mandate.values(5, {sample[7], sample[11]}, some);
  CHECK(some[0] == all[7]);
  CHECK(some[1] == all[11]);
  for (const std::size_t i : {0U, 7U, 11U}) {
    const v1::Worth worth = mandate.worth(5, sample[i]);
    CHECK_THAT(worth.material() + worth.audience() + worth.relationship(), WithinAbs(all[i], 1e-9));
    CHECK_THAT(brief.value_musd(static_cast<int>(i)),
               WithinAbs(all[i], 1e-4 * (1 + std::abs(all[i]))));
  }
  CHECK(mandate.worth(99, sample[0]).material() == 0);
}

TEST_CASE("Staff call clearable what clears at home when votes have no chance in them") {
  GovernmentSetup setup = government_setup(Side::kIndia);
  setup.parameters.appraisal.vote_noise_musd = 0;
  const auto kept_mandate = government_at_table(setup);
  const GovernmentMandate& mandate = *kept_mandate;
  const v1::Brief brief = meeting(mandate);
  const v1::Envelope opening = fixtures::opening(5, kSeptember2025);
  int clearable = 0, given = 0;
  const int count = opening.opening().sample_size() + brief.ideas_size();
  for (int i = 0; i < count; ++i) {
    const std::uint64_t outcome = i < 401 ? opening.opening().sample(i) : brief.ideas(i - 401);
    v1::Clearance clearance;
    mandate.clear(5, outcome, clearance);
    given += clearance.given() ? 1 : 0;
    if (clearance.given()) CHECK(brief.value_musd(i) >= brief.reservation_musd() - 1e-4);
    if (brief.clearable()[static_cast<std::size_t>(i)] == 0) continue;
    ++clearable;
    // Staff expect an office to go along with a small loss; votes need not.
    if (!clearance.given()) CHECK(clearance.reason().a() > -1);
  }
  CHECK(clearable > 10);
  // Staff do not count on the arbiter, who lifts vetoes at times.
  CHECK(given >= clearable);
}

TEST_CASE("A refused package is barred, and the office that refused is heard more") {
  const auto kept_mandate = government_at_table(government_setup(Side::kIndia));
  GovernmentMandate& mandate = *kept_mandate;
  const v1::Brief before = meeting(mandate);
  const auto first = before.clearable().find('\1');
  REQUIRE(first != std::string::npos);
  REQUIRE(first < 401);
  v1::Envelope refusal;
  refusal.set_conversation(5);
  refusal.mutable_clearance()->set_outcome(
      fixtures::opening(5, kSeptember2025).opening().sample(static_cast<int>(first)));
  refusal.mutable_clearance()->set_named(v1::OFFICE_COMMERCE);
  refusal.mutable_clearance()->set_side(fixtures::kIndia);
  mandate.absorb(refusal);
  mandate.prepare(kSeptember2025);
  const v1::Brief after = meeting(mandate);
  CHECK(after.clearable()[first] == 0);
  REQUIRE(after.barred_size() == 1);
  CHECK(after.barred(0) == refusal.clearance().outcome());
  CHECK_THAT(after.offices(1).weight(), WithinAbs(0.3 / 1.1, 1e-12));
  CHECK_THAT(after.offices(0).weight(), WithinAbs(0.25 / 1.1, 1e-12));
  // A new encounter begins with the old weights.
  mandate.absorb(fixtures::opening(6, kSeptember2025));
  mandate.prepare(kSeptember2025);
  v1::Brief fresh;
  mandate.brief_table(6, fresh);
  CHECK(fresh.barred_size() == 0);
  CHECK_THAT(fresh.offices(1).weight(), WithinAbs(0.2, 1e-12));
}

TEST_CASE("Additions are valued like packages of the sample") {
  const auto kept_mandate = government_at_table(government_setup(Side::kJapan));
  const GovernmentMandate& mandate = *kept_mandate;
  const v1::Brief brief = meeting(mandate);
  const v1::Envelope opening = fixtures::opening(5, kSeptember2025);
  v1::Brief more;
  mandate.brief_additions(5, {opening.opening().sample(3), opening.opening().sample(8)}, more);
  REQUIRE(more.value_musd_size() == 2);
  CHECK(more.value_musd(0) == brief.value_musd(3));
  CHECK(more.believed_other_musd(1) == brief.believed_other_musd(8));
  CHECK(more.clearable()[1] == brief.clearable()[8]);
  CHECK(more.ideas(1) == opening.opening().sample(8));
}

TEST_CASE("Patience runs by meetings, not by offers") {
  const auto kept_mandate = government_at_table(government_setup(Side::kJapan));
  GovernmentMandate& mandate = *kept_mandate;
  const double first = meeting(mandate).urgency();
  CHECK_THAT(first, WithinAbs(1.0 / 14, 1e-12));
  v1::Envelope offer;
  offer.set_conversation(5);
  offer.set_day(kSeptember2025.number);
  offer.mutable_offer()->set_outcome(1);
  mandate.absorb(offer);
  mandate.absorb(offer);
  CHECK(meeting(mandate).urgency() == first);
  mandate.prepare(kSeptember2025 + 40);
  CHECK_THAT(meeting(mandate).urgency(), WithinAbs(2.0 / 14, 1e-12));
}

TEST_CASE("The scale of utility stays what it was when the encounter opened") {
  const auto kept_mandate = government_at_table(government_setup(Side::kIndia));
  GovernmentMandate& mandate = *kept_mandate;
  const v1::Brief before = meeting(mandate);
  mandate.absorb(fixtures::worked_observation(kSeptember2025 + 29, 0.9));
  mandate.prepare(kSeptember2025 + 40);
  const v1::Brief after = meeting(mandate);
  CHECK(after.lowest_musd() == before.lowest_musd());
  CHECK(after.highest_musd() == before.highest_musd());
  CHECK(after.reservation_musd() < before.reservation_musd());
}

TEST_CASE("A private type shows in the own values and in nothing believed of the other") {
  GovernmentSetup plain = government_setup(Side::kJapan);
  GovernmentSetup hungry = plain;
  hungry.type.shortfall = 3;
  hungry.type.technology = 0.5;
  const v1::Brief a = meeting(*government_at_table(plain));
  const v1::Brief b = meeting(*government_at_table(hungry));
  CHECK(a.reservation_musd() != b.reservation_musd());
  CHECK(a.believed_other_reservation_musd() == b.believed_other_reservation_musd());
  for (int i = 0; i < 401; ++i) {
    if (a.believed_other_musd(i) != b.believed_other_musd(i)) FAIL("a belief moved");
  }
}

TEST_CASE("What is believed of the other is near what the other knows, and not the same") {
  const v1::Brief india = meeting(*government_at_table(government_setup(Side::kIndia)));
  const v1::Brief japan = meeting(*government_at_table(government_setup(Side::kJapan)));
  double distance = 0, spread = 0;
  for (int i = 0; i < 401; ++i) {
    distance += std::abs(india.believed_other_musd(i) - japan.value_musd(i));
    spread += std::abs(japan.value_musd(i) - japan.value_musd(0));
  }
  CHECK(distance > 0);
  CHECK(distance < 0.4 * spread);
}

TEST_CASE("Two encounters are believed with errors of their own") {
  const auto kept_mandate = government_at_table(government_setup(Side::kIndia));
  GovernmentMandate& mandate = *kept_mandate;
  const double first = meeting(mandate).believed_other_reservation_musd();
  mandate.absorb(fixtures::opening(5, kSeptember2025));
  mandate.prepare(kSeptember2025);
  CHECK(meeting(mandate).believed_other_reservation_musd() != first);
}

TEST_CASE("In hindsight a fresh mandate values a deal on one observation alone") {
  GovernmentSetup setup = government_setup(Side::kIndia);
  setup.hindsight = true;
  const agenda::Agenda agenda = fixtures::consultation_agenda();
  const agenda::Outcome deal = fixtures::worked_outcome(agenda);
  const auto gain = [&](double price, bool with_history) {
    GovernmentMandate mandate(setup);
    if (with_history) {
      // What it would have read on the way must not matter: it is fed one observation of all
      // numbers.
      mandate.prepare(fixtures::kFirstDay);
    }
    v1::Envelope realised = fixtures::worked_observation(kSeptember2025 - 1);
    realised.mutable_observation()->mutable_readings(0)->set_value(price);
    mandate.absorb(fixtures::opening(5, kSeptember2025));
    mandate.absorb(realised);
    mandate.prepare(kSeptember2025);
    const v1::Worth worth = mandate.worth(5, deal);
    return worth.material() + worth.audience() + worth.relationship() - mandate.reservation(5);
  };
  CHECK(gain(60, false) == gain(60, true));
  CHECK(gain(60, false) != gain(90, false));
}

TEST_CASE("Reservation prices are shown by the mandates themselves") {
  const auto kept_india = government_at_table(government_setup(Side::kIndia));
  const GovernmentMandate& india = *kept_india;
  const auto kept_japan = government_at_table(government_setup(Side::kJapan));
  const GovernmentMandate& japan = *kept_japan;
  CHECK(india.reservation_price_usd_per_kg() > 30);
  CHECK(india.reservation_price_usd_per_kg() < japan.reservation_price_usd_per_kg());
  const WinSets sets = compare_win_sets(india.consents(5), japan.consents(5));
  CHECK(sets.first > 0);
  CHECK(sets.second > 0);
}

TEST_CASE("The same seed gives the same brief, another seed other ideas") {
  GovernmentSetup setup = government_setup(Side::kIndia);
  const v1::Brief first = meeting(*government_at_table(setup));
  const v1::Brief again = meeting(*government_at_table(setup));
  CHECK(first.SerializeAsString() == again.SerializeAsString());
  setup.draws = base::Draws(8);
  const v1::Brief other = meeting(*government_at_table(setup));
  CHECK_FALSE(std::equal(first.ideas().begin(), first.ideas().end(), other.ideas().begin(),
                         other.ideas().end()));
}

}  // namespace
}  // namespace monazite::mandates

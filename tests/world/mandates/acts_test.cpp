#include <map>
#include <optional>
#include <set>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/talks.hpp>

namespace monazite::mandates {
namespace {

using fixtures::kSeptember2025;

/// A government with the worked state in view and no table open.
struct Capital {
  GovernmentSetup setup;
  std::optional<GovernmentMandate> mandate;

  explicit Capital(Side side) : setup(fixtures::government_setup(side)) {}

  v1::Brief brief(double heat = 0.395, base::Day day = kSeptember2025,
                  v1::Brief::Purpose purpose = v1::Brief::PURPOSE_ACTS) {
    if (!mandate) {
      mandate.emplace(setup);
      mandate->absorb(fixtures::worked_observation(kSeptember2025 - 1, heat));
    }
    mandate->prepare(day);
    v1::Brief brief;
    brief.set_purpose(purpose);
    mandate->brief_acts(brief);
    return brief;
  }
};

const v1::ActOption* find(const v1::Brief& brief, v1::Office office, v1::Act act) {
  for (const v1::ActOption& option : brief.acts()) {
    if (option.office() == office && option.act() == act) return &option;
  }
  return nullptr;
}

double value(const v1::Brief& brief, v1::Office office, v1::Act act) {
  const v1::ActOption* option = find(brief, office, act);
  REQUIRE(option != nullptr);
  return option->value_musd();
}

TEST_CASE("Levers belong to offices, and each office can do nothing at 0") {
  for (const Side side : {Side::kIndia, Side::kJapan}) {
    Capital capital(side);
    const v1::Brief brief = capital.brief();
    std::map<v1::Act, std::set<v1::Office>> owners;
    for (const v1::ActOption& option : brief.acts()) {
      owners[option.act()].insert(option.office());
      if (option.act() == v1::ACT_NONE) CHECK(option.value_musd() == 0);
    }
    const std::size_t offices = side == Side::kIndia ? 7 : 6;
    CHECK(owners[v1::ACT_NONE].size() == offices);
    CHECK(owners[v1::ACT_LEAK].size() == offices);
    if (side == Side::kIndia) {
      const std::set<v1::Office> commerce = {v1::OFFICE_COMMERCE};
      const std::set<v1::Office> atomic_energy = {v1::OFFICE_ATOMIC_ENERGY};
      CHECK(owners[v1::ACT_REQUEST_HOLD_BACK] == commerce);
      CHECK(owners[v1::ACT_NOTIFY_STOP] == commerce);
      CHECK(owners[v1::ACT_DIRECT_FEED_STOP] == atomic_energy);
      CHECK(owners[v1::ACT_DIRECT_FEED_LIGHT] == atomic_energy);
      CHECK(owners.count(v1::ACT_DIRECT_FEED_FULL) == 0);  // it is in force
      CHECK(owners.count(v1::ACT_NOTIFY_LIFT) == 0);       // there is nothing to lift
      CHECK(owners[v1::ACT_ASK_CONSULTATION].count(v1::OFFICE_EXTERNAL_AFFAIRS) == 1);
    } else {
      CHECK(owners[v1::ACT_RELEASE_STOCK] == std::set<v1::Office>{v1::OFFICE_JOGMEC});
      CHECK(owners[v1::ACT_ASK_CONSULTATION].count(v1::OFFICE_METI_SUPPLY) == 1);
    }
  }
}

TEST_CASE("Commerce would rather ask when the matter is hot than when it is cool") {
  Capital hot(Side::kIndia), cool(Side::kIndia);
  CHECK(value(hot.brief(0.8), v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK) >
        value(cool.brief(0.05), v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK));
}

TEST_CASE("A request that stands is not worth repeating") {
  Capital capital(Side::kIndia);
  const double first = value(capital.brief(), v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK);
  v1::Envelope request;
  request.mutable_directive()->set_act(v1::ACT_REQUEST_HOLD_BACK);
  capital.mandate->absorb(request);
  capital.mandate->absorb(request);
  CHECK(value(capital.brief(), v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK) < first - 1.5);
}

TEST_CASE("When the flow is stopped Commerce has nothing to ask for and may lift its restriction") {
  Capital capital(Side::kIndia);
  const double open = value(capital.brief(), v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK);
  v1::Envelope notice;
  notice.set_day(kSeptember2025.number);
  notice.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
  notice.mutable_policy_announcement()->set_act(v1::ACT_NOTIFY_STOP);
  capital.mandate->absorb(notice);
  const v1::Brief brief = capital.brief();
  CHECK(value(brief, v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK) < open);
  CHECK(find(brief, v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_LIFT) != nullptr);
  CHECK(find(brief, v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP) == nullptr);
}

TEST_CASE("A summit makes a notification dearer") {
  Capital quiet(Side::kIndia), summit(Side::kIndia);
  summit.brief();
  v1::Envelope news;
  news.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_SUMMIT);
  news.mutable_policy_announcement()->set_until_day((kSeptember2025 + 30).number);
  summit.mandate->absorb(news);
  CHECK(value(summit.brief(), v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP) <
        value(quiet.brief(), v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP) - 1);
}

TEST_CASE("JOGMEC sells when shelves are nearly empty, at most half a month's need") {
  Capital full(Side::kJapan);
  const v1::Brief quiet = full.brief();
  CHECK(value(quiet, v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK) < 0);
  full.mandate->absorb(fixtures::observation(kSeptember2025 - 1, {{v1::QUANTITY_MAKER_COVER, 15}}));
  const v1::Brief empty = full.brief();
  CHECK(value(empty, v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK) > 10);
  const double need = full.mandate->beliefs().maker_need_t_per_month;
  CHECK(find(empty, v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK)->amount() == 0.5 * need);
  full.mandate->absorb(fixtures::observation(kSeptember2025 - 1, {{v1::QUANTITY_STATE_COVER, 0}}));
  CHECK(find(full.brief(), v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK) == nullptr);
}

TEST_CASE("A leak costs more than it brings, most of all External Affairs") {
  Capital capital(Side::kIndia);
  const v1::Brief brief = capital.brief();
  CHECK(value(brief, v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_LEAK) <
        value(brief, v1::OFFICE_COMMERCE, v1::ACT_LEAK));
}

TEST_CASE("Nobody asks for talks that are open, nor soon after some that failed") {
  Capital capital(Side::kIndia);
  CHECK(find(capital.brief(), v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_ASK_CONSULTATION) != nullptr);
  capital.mandate->absorb(fixtures::opening(5, kSeptember2025));
  CHECK(find(capital.brief(), v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_ASK_CONSULTATION) == nullptr);
  v1::Envelope closing;
  closing.set_day(kSeptember2025.number);
  closing.set_conversation(5);
  closing.mutable_closing()->set_how(v1::Closing::HOW_SUSPENDED);
  capital.mandate->absorb(closing);
  const auto asks = [&](const char* day) {
    const v1::Brief brief = capital.brief(0.395, *base::parse_day(day));
    return find(brief, v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_ASK_CONSULTATION) != nullptr;
  };
  CHECK_FALSE(asks("2026-04-30"));
  CHECK(asks("2026-05-01"));
}

TEST_CASE("An invitation can be accepted or refused, and refusing costs friendship") {
  for (const Side side : {Side::kIndia, Side::kJapan}) {
    Capital capital(side);
    const v1::Brief brief = capital.brief(0.395, kSeptember2025, v1::Brief::PURPOSE_INVITATION);
    CHECK(brief.acts_size() == 2);
    const v1::Office office =
        side == Side::kIndia ? v1::OFFICE_EXTERNAL_AFFAIRS : v1::OFFICE_METI_SUPPLY;
    CHECK(value(brief, office, v1::ACT_REFUSE_CONSULTATION) < 0);
    CHECK(value(brief, office, v1::ACT_ACCEPT_CONSULTATION) >
          value(brief, office, v1::ACT_REFUSE_CONSULTATION));
  }
}

TEST_CASE("With acts switched off an office can ask for talks and nothing else") {
  Capital capital(Side::kIndia);
  capital.setup.parameters.switches.acts = false;
  const v1::Brief brief = capital.brief();
  for (const v1::ActOption& option : brief.acts()) {
    CHECK((option.act() == v1::ACT_NONE || option.act() == v1::ACT_ASK_CONSULTATION));
  }
}

TEST_CASE("An office takes the matter up about as often as the scenario's attention says") {
  Capital capital(Side::kIndia);
  int days = 0, taken = 0;
  for (int month = 0; month < 400; ++month) {
    const v1::Brief brief = capital.brief(0.395, kSeptember2025 + month);
    ++days;
    taken += find(brief, v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK)->on_the_desk() ? 1 : 0;
  }
  CHECK(taken > 0.27 * days);
  CHECK(taken < 0.43 * days);
}

}  // namespace
}  // namespace monazite::mandates

#include <array>
#include <cmath>

#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>

namespace monazite::fixtures {
namespace {

constexpr base::Purpose kEvent{"test.mandates.event"};
constexpr base::Purpose kPackage{"test.mandates.package"};

constexpr std::uint64_t kConversation = 7;
constexpr int kMonths = 14;

v1::Envelope envelope(base::SeatId from, base::SeatId to, base::Day day) {
  v1::Envelope message;
  message.set_from(from);
  message.set_to(to);
  message.set_day(day.number);
  return message;
}

/// One of the things that happen between two month ends.
v1::Envelope random_event(const base::Draws& draws, const MandateCase& what, base::Day day) {
  constexpr std::array<v1::Act, 5> kActs = {v1::ACT_DIRECT_FEED_FULL, v1::ACT_DIRECT_FEED_HALF,
                                            v1::ACT_DIRECT_FEED_LIGHT, v1::ACT_DIRECT_FEED_STOP,
                                            v1::ACT_REQUEST_HOLD_BACK};
  constexpr std::array<v1::Act, 3> kNotices = {v1::ACT_NOTIFY_HALF, v1::ACT_NOTIFY_STOP,
                                               v1::ACT_NOTIFY_LIFT};
  v1::Envelope message = envelope(base::kRegistrar, what.self, day);
  switch (draws.below(4, kEvent, day)) {
    case 0:
      message.mutable_directive()->set_act(kActs[draws.below(kActs.size(), kEvent, day, 1)]);
      message.mutable_directive()->set_office(v1::OFFICE_ATOMIC_ENERGY);
      break;
    case 1: {
      message.set_to(base::kPublic);
      v1::PolicyAnnouncement& notice = *message.mutable_policy_announcement();
      notice.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
      notice.set_act(kNotices[draws.below(kNotices.size(), kEvent, day, 1)]);
      break;
    }
    case 2: {
      v1::Shipment& cargo = *message.mutable_shipment();
      cargo.set_reo_t(80 * draws.uniform(kEvent, day, 1));
      cargo.set_ndpr_t(0.255 * cargo.reo_t());
      cargo.set_left_day(day.number);
      cargo.set_due_day(day.number + 20);
      break;
    }
    default:
      message.set_to(base::kPublic);
      message.mutable_press_report()->set_topic(v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK);
      message.mutable_press_report()->set_credibility(draws.uniform(kEvent, day, 1));
      break;
  }
  return message;
}

v1::Envelope random_offer(const base::Draws& draws, const MandateCase& what, base::Day day) {
  const bool own = draws.uniform(kPackage, day, 1) < 0.5;
  v1::Envelope message = envelope(own ? what.self : what.other, own ? what.other : what.self, day);
  message.set_conversation(kConversation);
  message.mutable_offer()->set_outcome(draws.below(what.agenda->size(), kPackage, day));
  return message;
}

bool is_finite(const v1::Worth& worth) {
  return std::isfinite(worth.material()) && std::isfinite(worth.audience()) &&
         std::isfinite(worth.relationship());
}

void check_acts(const mandates::Mandate& mandate) {
  v1::Brief brief;
  mandate.brief_acts(brief);
  bool nothing = false;
  for (const v1::ActOption& option : brief.acts()) {
    CHECK(std::isfinite(option.value_musd()));
    CHECK(std::isfinite(option.amount()));
    if (option.act() != v1::ACT_NONE) continue;
    nothing = true;
    CHECK(option.value_musd() == 0);
  }
  CHECK(nothing);
}

void check_packages(const mandates::Mandate& mandate, const std::vector<std::uint64_t>& packages,
                    const v1::Brief& brief) {
  const auto count = static_cast<int>(packages.size());
  REQUIRE(brief.value_musd_size() == count);
  REQUIRE(brief.believed_other_musd_size() == count);
  REQUIRE(brief.clearable().size() == packages.size());
  CHECK(std::isfinite(brief.reservation_musd()));
  CHECK(is_finite(brief.reservation_worth()));
  CHECK(std::isfinite(brief.believed_other_reservation_musd()));
  CHECK(brief.urgency() >= 0);
  CHECK(brief.urgency() <= 1);
  CHECK(brief.lowest_musd() <= brief.highest_musd());
  CHECK(brief.reservation_musd() == mandate.reservation(kConversation));
  std::vector<double> values;
  mandate.values(kConversation, packages, values);
  REQUIRE(values.size() == packages.size());
  int not_finite = 0;
  int not_the_same = 0;
  int cleared_at_a_loss = 0;
  int neither_yes_nor_no = 0;
  for (std::size_t i = 0; i < packages.size(); ++i) {
    const auto at = static_cast<int>(i);
    const char clearable = brief.clearable()[i];
    not_finite += !std::isfinite(values[i]) || !std::isfinite(brief.believed_other_musd(at));
    not_the_same += static_cast<float>(values[i]) != brief.value_musd(at);
    neither_yes_nor_no += clearable != '\0' && clearable != '\1';
    cleared_at_a_loss += clearable == '\1' && values[i] < brief.reservation_musd();
  }
  CHECK(not_finite == 0);
  CHECK(not_the_same == 0);
  CHECK(neither_yes_nor_no == 0);
  CHECK(cleared_at_a_loss == 0);
}

void check_package(const mandates::Mandate& mandate, std::uint64_t package) {
  const v1::Worth worth = mandate.worth(kConversation, package);
  CHECK(is_finite(worth));
  std::vector<double> value;
  mandate.values(kConversation, {package}, value);
  const double sum = worth.material() + worth.audience() + worth.relationship();
  CHECK(sum == Approx(value[0]).margin(1e-9));
  v1::Clearance clearance;
  mandate.clear(kConversation, package, clearance);
  CHECK(std::isfinite(clearance.reason().a()));
  for (const v1::Vote& vote : clearance.votes()) CHECK(std::isfinite(vote.gain_musd()));
  if (clearance.given()) CHECK(value[0] >= mandate.reservation(kConversation));
}

void check_table(const mandates::Mandate& mandate, const std::vector<std::uint64_t>& sample,
                 const base::Draws& draws, const MandateCase& what, base::Day day) {
  v1::Brief brief;
  mandate.brief_table(kConversation, brief);
  v1::Brief again;
  mandate.brief_table(kConversation, again);
  CHECK(brief.SerializeAsString() == again.SerializeAsString());
  std::vector<std::uint64_t> packages = sample;
  packages.insert(packages.end(), brief.ideas().begin(), brief.ideas().end());
  check_packages(mandate, packages, brief);

  std::vector<std::uint64_t> more;
  for (std::uint32_t i = 0; i < 5; ++i) {
    more.push_back(draws.below(what.agenda->size(), kPackage, day, 2, i));
  }
  v1::Brief additions;
  mandate.brief_additions(kConversation, more, additions);
  REQUIRE(additions.ideas_size() == 5);
  check_packages(mandate, more, additions);
  for (const std::uint64_t package : more) check_package(mandate, package);
}

/// All that a mandate has to say, as bytes.
std::string everything(const mandates::Mandate& mandate) {
  v1::Brief table;
  v1::Brief acts;
  mandate.brief_table(kConversation, table);
  mandate.brief_acts(acts);
  return table.SerializeAsString() + acts.SerializeAsString();
}

}  // namespace

void check_conformance(const MandateCase& what, int histories) {
  for (int seed = 1; seed <= histories; ++seed) {
    INFO(what.name << ", history " << seed);
    const base::Draws draws(static_cast<std::uint64_t>(seed));
    const auto mandate = what.make();
    const auto twin = what.make();
    const auto tell = [&](const v1::Envelope& message) {
      mandate->absorb(message);
      twin->absorb(message);
    };
    mandate->prepare(what.first_day);
    check_acts(*mandate);  // before it was told anything
    const v1::Envelope start = opening(kConversation, what.table, what.self, what.other, what.self,
                                       *what.agenda, what.first_day + 1, 60);
    tell(start);
    const std::vector<std::uint64_t> sample(start.opening().sample().begin(),
                                            start.opening().sample().end());
    for (int month = 0; month < kMonths; ++month) {
      const base::Day day = base::end_of_month(base::add_months(what.first_day, month));
      tell(random_event(draws, what, day - 12));
      tell(random_offer(draws, what, day - 10));
      tell(random_observation(static_cast<std::uint32_t>(seed), what.self, day,
                              static_cast<std::uint32_t>(month), what.subjects));
      mandate->prepare(day);
      twin->prepare(day);
      check_acts(*mandate);
      check_table(*mandate, sample, draws, what, day);
    }
    CHECK(everything(*mandate) == everything(*twin));
  }
}

}  // namespace monazite::fixtures

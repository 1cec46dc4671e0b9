#include <cmath>
#include <limits>
#include <map>

#include <agents/parties/acts.hpp>
#include <protocol/bus/visibility.hpp>
#include <tests/agents/test_desk.hpp>

using namespace monazite;
using namespace monazite::parties;
using namespace monazite::tests;

namespace {

constexpr base::SeatId kSelf = 3;
constexpr base::SeatId kOtherGovernment = 4;
constexpr base::SeatId kIrel = 5;
constexpr base::SeatId kPartner = 6;

PartySetup setup(double act_noise_musd = 0) {
  PartySetup out;
  out.other_government = kOtherGovernment;
  out.irel = kIrel;
  out.partner = kPartner;
  out.manner.act_noise_musd = act_noise_musd;
  out.manner.consultation_damping = 1;
  out.manner.consultation_noise_musd = 0;
  return out;
}

struct Option {
  v1::Office office;
  v1::Act act;
  double value_musd;
  bool on_the_desk = true;
  double amount = 0;
};

v1::Envelope brief(v1::Brief::Purpose purpose, const std::vector<Option>& options) {
  v1::Envelope envelope;
  envelope.set_id(17);
  envelope.set_to(kSelf);
  envelope.mutable_brief()->set_purpose(purpose);
  for (const Option& option : options) {
    v1::ActOption& act = *envelope.mutable_brief()->add_acts();
    act.set_office(option.office);
    act.set_act(option.act);
    act.set_value_musd(option.value_musd);
    act.set_on_the_desk(option.on_the_desk);
    act.set_amount(option.amount);
  }
  return envelope;
}

std::vector<v1::Envelope> answers(const PartySetup& with, const v1::Envelope& message,
                                  std::uint64_t seed = 1, base::SeatId asker = base::kRegistrar) {
  ActChooser chooser({kSelf, "self", base::Draws(seed)}, with);
  TestDesk desk(kSelf);
  if (asker != base::kRegistrar) {
    v1::Envelope request;
    request.set_from(asker);
    request.set_to(kSelf);
    request.mutable_consultation_request();
    chooser.receive(request, desk);
  }
  chooser.receive(message, desk);
  std::vector<v1::Envelope> out;
  for (const auto& sent : desk.take()) {
    CHECK(sent.delay_days == 0);
    CHECK(sent.envelope.in_reply_to() == message.id());
    out.push_back(sent.envelope);
  }
  return out;
}

v1::Envelope the_act(const Option& option) {
  const auto sent = answers(setup(), brief(v1::Brief::PURPOSE_ACTS, {option}));
  REQUIRE(sent.size() == 2);
  CHECK(sent[1].has_no_act());
  CHECK_FALSE(sent[1].no_act().has_reason());
  return sent[0];
}

}  // namespace

TEST_CASE("requests and directions go to IREL with their office and reason") {
  for (const v1::Act act :
       {v1::ACT_REQUEST_HOLD_BACK, v1::ACT_DIRECT_FEED_FULL, v1::ACT_DIRECT_FEED_HALF,
        v1::ACT_DIRECT_FEED_LIGHT, v1::ACT_DIRECT_FEED_STOP}) {
    const v1::Envelope sent = the_act({v1::OFFICE_ATOMIC_ENERGY, act, 4});
    CHECK(sent.to() == kIrel);
    REQUIRE(sent.has_directive());
    CHECK(sent.directive().act() == act);
    CHECK(sent.directive().office() == v1::OFFICE_ATOMIC_ENERGY);
    CHECK_FALSE(sent.directive().published());
    CHECK(sent.directive().reason().code() == v1::REASON_CODE_ACT_CHOSEN);
    CHECK(sent.directive().reason().a() == 4);
    CHECK(sent.directive().reason().b() == 1);
  }
}

TEST_CASE("notifications and releases go to the registrar") {
  for (const v1::Act act : {v1::ACT_NOTIFY_HALF, v1::ACT_NOTIFY_STOP, v1::ACT_NOTIFY_LIFT}) {
    const v1::Envelope sent = the_act({v1::OFFICE_COMMERCE, act, 4});
    CHECK(sent.to() == base::kRegistrar);
    CHECK(sent.policy_announcement().kind() == v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
    CHECK(sent.policy_announcement().act() == act);
    CHECK(sent.policy_announcement().office() == v1::OFFICE_COMMERCE);
  }
  const v1::Envelope sent = the_act({v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK, 4, true, 12.5});
  CHECK(sent.to() == base::kRegistrar);
  CHECK(sent.stock_release().ndpr_t() == 12.5);
  CHECK(sent.stock_release().office() == v1::OFFICE_JOGMEC);
}

TEST_CASE("a leak goes to everybody and says why, for the record") {
  const v1::Envelope sent = the_act({v1::OFFICE_COMMERCE, v1::ACT_LEAK, 4});
  CHECK(sent.to() == base::kPublic);
  CHECK(sent.press_report().topic() == v1::PressReport::TOPIC_LEAKED_POSITION);
  CHECK(sent.press_report().leaked_by() == kSelf);
  CHECK(sent.press_report().office() == v1::OFFICE_COMMERCE);
  CHECK(sent.press_report().credibility() == setup().manner.leak_credibility);
  CHECK(sent.press_report().reason().code() == v1::REASON_CODE_ACT_CHOSEN);
  CHECK(sent.press_report().reason().a() == 4);
  CHECK(sent.press_report().reason().b() == 1);
  CHECK(sent.press_report().reason().office() == v1::OFFICE_COMMERCE);
  CHECK(bus::carries_private(sent, kOtherGovernment));
  v1::Envelope read;
  bus::strip_private(sent, kOtherGovernment, read);
  CHECK_FALSE(read.press_report().has_reason());
  CHECK(read.press_report().office() == v1::OFFICE_COMMERCE);
}

TEST_CASE("talks are asked of the other government, a new contract of the partner") {
  const v1::Envelope talks = the_act({v1::OFFICE_METI_SUPPLY, v1::ACT_ASK_CONSULTATION, 4});
  CHECK(talks.to() == kOtherGovernment);
  CHECK(talks.consultation_request().office() == v1::OFFICE_METI_SUPPLY);
  const v1::Envelope contract = the_act({v1::OFFICE_NONE, v1::ACT_ASK_RENEGOTIATION, 4});
  CHECK(contract.to() == kPartner);
  CHECK(contract.has_consultation_request());
}

TEST_CASE("a side asks for talks once, even if two of its offices would") {
  const auto sent = answers(
      setup(),
      brief(v1::Brief::PURPOSE_ACTS, {{v1::OFFICE_METI_SUPPLY, v1::ACT_ASK_CONSULTATION, 4},
                                      {v1::OFFICE_FOREIGN_MINISTRY, v1::ACT_ASK_CONSULTATION, 4}}));
  REQUIRE(sent.size() == 2);
  CHECK(sent[0].consultation_request().office() == v1::OFFICE_METI_SUPPLY);
  CHECK(sent[1].has_no_act());
}

TEST_CASE("what is not on the desk or does not pay is left undone, and NoAct says why") {
  const auto sent = answers(
      setup(),
      brief(v1::Brief::PURPOSE_ACTS, {{v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP, 50, false},
                                      {v1::OFFICE_COMMERCE, v1::ACT_NONE, 0},
                                      {v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_HALF, -2},
                                      {v1::OFFICE_COMMERCE, v1::ACT_ACCEPT_CONSULTATION, 9},
                                      {v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP, -3}}));
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].has_no_act());
  CHECK(sent[0].no_act().reason().code() == v1::REASON_CODE_NOTHING_PAYS);
  CHECK(sent[0].no_act().reason().a() == -2);
  CHECK(sent[0].no_act().reason().b() == 1);
}

TEST_CASE("offices act in their order, one act each, and NoAct comes last") {
  const auto sent = answers(setup(), brief(v1::Brief::PURPOSE_ACTS,
                                           {{v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK, 2},
                                            {v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_HALF, 2},
                                            {v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_HALF, 1},
                                            {v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP, 3},
                                            {v1::OFFICE_COMMERCE, v1::ACT_ASK_CONSULTATION, 9}}));
  REQUIRE(sent.size() == 4);
  CHECK(sent[0].directive().act() == v1::ACT_DIRECT_FEED_HALF);
  CHECK(sent[1].policy_announcement().act() == v1::ACT_NOTIFY_STOP);
  CHECK(sent[2].has_stock_release());
  CHECK(sent[3].has_no_act());
}

TEST_CASE("acts are drawn as often as the logit of their values says") {
  const v1::Envelope message =
      brief(v1::Brief::PURPOSE_ACTS, {{v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_HALF, 1.5},
                                      {v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP, -1.5}});
  std::map<v1::Act, int> count;
  constexpr int kSeeds = 4000;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto sent = answers(setup(1.5), message, seed);
    ++count[sent[0].has_no_act() ? v1::ACT_NONE : sent[0].policy_announcement().act()];
  }
  const double sum = 1 + std::exp(1.0) + std::exp(-1.0);
  const auto near = [&](v1::Act act, double probability) {
    return std::abs(count[act] - kSeeds * probability) <
           4 * std::sqrt(kSeeds * probability * (1 - probability));
  };
  CHECK(near(v1::ACT_NONE, 1 / sum));
  CHECK(near(v1::ACT_NOTIFY_HALF, std::exp(1.0) / sum));
  CHECK(near(v1::ACT_NOTIFY_STOP, std::exp(-1.0) / sum));
}

TEST_CASE("asking for talks is damped and has a noise of its own") {
  PartySetup with = setup();
  with.manner.consultation_damping = 0.35;
  with.manner.consultation_noise_musd = 2;
  const v1::Envelope message =
      brief(v1::Brief::PURPOSE_ACTS, {{v1::OFFICE_METI_SUPPLY, v1::ACT_ASK_CONSULTATION, 3}});
  const double probability = 0.35 / (1 + std::exp(-1.5));
  int asked = 0;
  constexpr int kSeeds = 4000;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto sent = answers(with, message, seed);
    if (sent[0].has_consultation_request()) {
      ++asked;
      CHECK(sent[0].consultation_request().reason().b() == Approx(probability));
    } else {
      CHECK(sent[0].no_act().reason().b() == Approx(1 - probability));
    }
  }
  CHECK(std::abs(asked - kSeeds * probability) <
        4 * std::sqrt(kSeeds * probability * (1 - probability)));
}

TEST_CASE("another office's matter changes no draw of this one") {
  const Option mine{v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_HALF, 0.5};
  const Option other{v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP, 0.5};
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto acts = [&](const std::vector<Option>& options) {
      int count = 0;
      for (const auto& sent : answers(setup(1.5), brief(v1::Brief::PURPOSE_ACTS, options), seed)) {
        count += sent.has_policy_announcement() ? 1 : 0;
      }
      return count;
    };
    CHECK(acts({mine}) == acts({other, mine}));
  }
}

TEST_CASE("an invitation is answered to whoever asked, by the better option") {
  const std::vector<Option> good{{v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_ACCEPT_CONSULTATION, 2},
                                 {v1::OFFICE_EXTERNAL_AFFAIRS, v1::ACT_REFUSE_CONSULTATION, -1},
                                 {v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP, 99}};
  auto sent = answers(setup(), brief(v1::Brief::PURPOSE_INVITATION, good), 1, 9);
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].to() == 9);
  CHECK(sent[0].consultation_reply().accepted());
  CHECK(sent[0].consultation_reply().reason().a() == 2);
  CHECK(sent[0].consultation_reply().reason().office() == v1::OFFICE_EXTERNAL_AFFAIRS);
  sent = answers(setup(), brief(v1::Brief::PURPOSE_INVITATION,
                                {{v1::OFFICE_COMMERCE, v1::ACT_ACCEPT_CONSULTATION, -2, false},
                                 {v1::OFFICE_COMMERCE, v1::ACT_REFUSE_CONSULTATION, -1, false}}));
  CHECK(sent[0].to() == kOtherGovernment);
  CHECK_FALSE(sent[0].consultation_reply().accepted());
  sent = answers(setup(), brief(v1::Brief::PURPOSE_INVITATION, {}));
  CHECK(sent[0].consultation_reply().accepted());
}

namespace {

constexpr v1::Act kDirections[] = {v1::ACT_DIRECT_FEED_FULL, v1::ACT_DIRECT_FEED_HALF,
                                   v1::ACT_DIRECT_FEED_LIGHT, v1::ACT_DIRECT_FEED_STOP};

/// How often atomic energy changes its direction in 96 months in which all four are worth the same,
/// by how long its judgement lasts.
int changes(int judgement_months, std::uint64_t seed) {
  PartySetup with = setup(1.5);
  with.manner.judgement_months = judgement_months;
  ActChooser chooser({kSelf, "self", base::Draws(seed)}, with);
  TestDesk desk(kSelf);
  v1::Act in_force = v1::ACT_DIRECT_FEED_FULL;
  int count = 0;
  for (int month = 0; month < 96; ++month) {
    desk.set_today(base::add_months(*base::parse_day("2024-01-31"), month));
    std::vector<Option> options;
    for (const v1::Act act : kDirections) {
      if (act != in_force) options.push_back({v1::OFFICE_ATOMIC_ENERGY, act, -0.5});
    }
    chooser.receive(brief(v1::Brief::PURPOSE_ACTS, options), desk);
    for (const auto& sent : desk.take()) {
      if (!sent.envelope.has_directive()) continue;
      in_force = sent.envelope.directive().act();
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("a direction is kept while the judgement that gave it lasts and nothing else changes") {
  int fresh = 0, lasting = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    fresh += changes(1, seed);
    lasting += changes(12, seed);
    CHECK(changes(12, seed) <= 8);  // at most one for each of the eight judgements
    CHECK(changes(1200, seed) <= 1);
  }
  CHECK(lasting > 0);
  CHECK(fresh > 3 * lasting);
}

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <protocol/bus/visibility.hpp>
#include <protocol/recording/reading.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/support/scratch.hpp>
#include <tests/world/engine/hostile.hpp>
#include <world/engine/admission.hpp>
#include <world/engine/history.hpp>
#include <world/engine/seating.hpp>
#include <world/lab/chronicle.hpp>
#include <world/lab/measures.hpp>
#include <world/lab/play.hpp>
#include <world/lab/story.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;

namespace {

using Reason = v1::Refusal::Reason;

const scenarios::Scenario& short_crisis() {
  static const scenarios::Scenario kept =
      test_support::scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

constexpr base::SeatId kIndia = 3;
constexpr base::SeatId kJapan = 4;
constexpr base::SeatId kIrel = 5;
constexpr base::SeatId kToyotsu = 6;
constexpr base::SeatId kMaker = 7;

/// The first day, with the supply contract on the table.
struct Desks {
  Desks()
      : stage(short_crisis(), engine::make_roster(short_crisis()), base::Draws(1)), tables(stage) {
    stage.today = short_crisis().first_day;
    engine::seat_everybody(stage, {});
    supply = tables.open_supply();
  }
  engine::Stage stage;
  engine::Tables tables;
  std::uint64_t supply = 0;

  [[nodiscard]] std::optional<Reason> verdict(const v1::Envelope& envelope) const {
    return engine::inadmissible(stage, tables, envelope);
  }
};

v1::Envelope from(base::SeatId seat, base::SeatId to, std::uint64_t conversation = 0) {
  v1::Envelope envelope;
  envelope.set_from(seat);
  envelope.set_to(to);
  envelope.set_conversation(conversation);
  envelope.set_in_reply_to(1);
  return envelope;
}

v1::Envelope directive(base::SeatId seat, base::SeatId to, v1::Office office, v1::Act act) {
  v1::Envelope envelope = from(seat, to);
  envelope.mutable_directive()->set_office(office);
  envelope.mutable_directive()->set_act(act);
  return envelope;
}

v1::Envelope notification(v1::Act act) {
  v1::Envelope envelope = from(kIndia, base::kRegistrar);
  envelope.mutable_policy_announcement()->set_kind(
      v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
  envelope.mutable_policy_announcement()->set_office(v1::OFFICE_COMMERCE);
  envelope.mutable_policy_announcement()->set_act(act);
  return envelope;
}

v1::Envelope leak(base::SeatId seat, v1::Office office) {
  v1::Envelope envelope = from(seat, base::kPublic);
  v1::PressReport& report = *envelope.mutable_press_report();
  report.set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
  report.set_credibility(0.6);
  report.set_leaked_by(seat);
  report.set_office(office);
  return envelope;
}

v1::Envelope request(base::SeatId seat, base::SeatId to, v1::Office office) {
  v1::Envelope envelope = from(seat, to);
  envelope.mutable_consultation_request()->set_office(office);
  return envelope;
}

}  // namespace

TEST_CASE("kinds of message that are the registrar's come from no seat") {
  const Desks desks;
  for (const auto* body : test_support::Filler::bodies()) {
    const auto kind = static_cast<v1::Envelope::BodyCase>(body->number());
    if (bus::seat_may_send(kind)) continue;
    v1::Envelope envelope = from(kJapan, base::kRegistrar);
    (void)envelope.GetReflection()->MutableMessage(&envelope, body);
    INFO(body->name());
    CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  }
  CHECK(desks.verdict(from(kJapan, kIndia)) == v1::Refusal::REASON_MALFORMED);
}

TEST_CASE("a move goes from one party of the table to the other, and to nobody else") {
  const Desks desks;
  v1::Envelope offer = from(kToyotsu, kIrel, desks.supply);
  offer.mutable_offer()->set_outcome(0);
  CHECK_FALSE(desks.verdict(offer).has_value());
  for (const base::SeatId reader : {base::kRegistrar, base::kPublic, base::kRecorder, kJapan,
                                    kToyotsu, base::SeatId{4'000'000'000U}}) {
    offer.set_to(reader);
    CHECK(desks.verdict(offer) == v1::Refusal::REASON_MALFORMED);
  }
  offer.set_from(kJapan);
  offer.set_to(kIrel);
  CHECK(desks.verdict(offer) == v1::Refusal::REASON_NOT_A_PARTY);
}

TEST_CASE("nobody is addressed who is not there") {
  const Desks desks;
  v1::Envelope envelope = from(kJapan, desks.stage.roster.size());
  envelope.mutable_statement()->set_text("hello");
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  envelope.set_to(desks.stage.roster.size() - 1);
  CHECK_FALSE(desks.verdict(envelope).has_value());
}

TEST_CASE("a seat asks its own mandate about its own table only") {
  const Desks desks;
  v1::Envelope envelope = from(kIrel, base::kRegistrar, desks.supply);
  envelope.mutable_appraisal_request()->add_outcomes(3);
  CHECK_FALSE(desks.verdict(envelope).has_value());
  envelope.mutable_appraisal_request()->add_outcomes(~0ULL);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  envelope.mutable_appraisal_request()->clear_outcomes();
  envelope.set_to(kToyotsu);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  envelope.set_to(base::kRegistrar);
  envelope.set_from(kJapan);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_NOT_A_PARTY);
  envelope.set_conversation(desks.supply + 1);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_UNKNOWN_CONVERSATION);
  envelope = from(kIrel, base::kRegistrar, desks.supply);
  for (int i = 0; i < 10'001; ++i) envelope.mutable_appraisal_request()->add_outcomes(0);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
}

TEST_CASE("directions are India's, through the office whose lever it is, and go to IREL") {
  const Desks desks;
  const auto verdict = [&](base::SeatId seat, base::SeatId to, v1::Office office, v1::Act act) {
    return desks.verdict(directive(seat, to, office, act));
  };
  CHECK_FALSE(verdict(kIndia, kIrel, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP));
  CHECK(verdict(kIrel, kToyotsu, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(verdict(kIndia, base::kPublic, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_DIRECT_FEED_STOP) ==
        v1::Refusal::REASON_MALFORMED);
  // A notification must be published; it does not come as a quiet direction.
  CHECK(verdict(kIndia, kIrel, v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(verdict(kIndia, kIrel, v1::OFFICE_JOGMEC, v1::ACT_DIRECT_FEED_STOP) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
}

TEST_CASE("a notification says half, stop or lift, and is no reported fact") {
  const Desks desks;
  CHECK_FALSE(desks.verdict(notification(v1::ACT_NOTIFY_STOP)));
  for (const v1::Act act : {v1::ACT_NONE, v1::ACT_LEAK, v1::ACT_DIRECT_FEED_STOP}) {
    CHECK(desks.verdict(notification(act)) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  }
  v1::Envelope reported = notification(v1::ACT_NOTIFY_STOP);
  reported.mutable_policy_announcement()->set_source("gazette");
  CHECK(desks.verdict(reported) == v1::Refusal::REASON_MALFORMED);
}

TEST_CASE("a leak is a seat's own, through an office of its own, and no reported fact") {
  const Desks desks;
  CHECK_FALSE(desks.verdict(leak(kIndia, v1::OFFICE_COMMERCE)));
  CHECK_FALSE(desks.verdict(leak(kMaker, v1::OFFICE_NONE)));
  CHECK(desks.verdict(leak(kIndia, v1::OFFICE_JOGMEC)) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(desks.verdict(leak(kIndia, static_cast<v1::Office>(9'999))) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
  v1::Envelope envelope = leak(kIndia, v1::OFFICE_COMMERCE);
  envelope.mutable_press_report()->set_leaked_by(kJapan);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_NOT_YOUR_LEVER);
  envelope = leak(kIndia, v1::OFFICE_COMMERCE);
  envelope.mutable_press_report()->set_source("agency");
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  envelope = leak(kIndia, v1::OFFICE_COMMERCE);
  envelope.mutable_press_report()->set_topic(v1::PressReport::TOPIC_SCENARIO);
  CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  for (const double belief : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    envelope = leak(kIndia, v1::OFFICE_COMMERCE);
    envelope.mutable_press_report()->set_credibility(belief);
    CHECK(desks.verdict(envelope) == v1::Refusal::REASON_MALFORMED);
  }
}

TEST_CASE("governments ask each other for talks, and partners of the contract each other") {
  const Desks desks;
  CHECK_FALSE(desks.verdict(request(kIndia, kJapan, v1::OFFICE_COMMERCE)));
  CHECK_FALSE(desks.verdict(request(kToyotsu, kIrel, v1::OFFICE_NONE)));
  // Talks of the memorandum that one side holds with itself, or a firm holds with a state.
  for (const auto& [asker, asked] : std::vector<std::pair<base::SeatId, base::SeatId>>{
           {kIndia, kIndia}, {kIrel, kJapan}, {kIndia, kIrel}, {kMaker, kToyotsu}}) {
    CHECK(desks.verdict(request(asker, asked, v1::OFFICE_NONE)) ==
          v1::Refusal::REASON_NOT_YOUR_LEVER);
  }
  CHECK(desks.verdict(request(kIndia, base::kPublic, v1::OFFICE_COMMERCE)) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
  CHECK(desks.verdict(request(kIndia, kJapan, v1::OFFICE_METI_SUPPLY)) ==
        v1::Refusal::REASON_NOT_YOUR_LEVER);
}

TEST_CASE("reasons and statements are short, have finite numbers, and nobody writes the script") {
  const Desks desks;
  v1::Envelope offer = from(kToyotsu, kIrel, desks.supply);
  offer.mutable_offer()->set_statement(std::string(engine::kLongestText, 'x'));
  offer.mutable_offer()->mutable_reason()->set_note(std::string(engine::kLongestText, 'x'));
  CHECK_FALSE(desks.verdict(offer));
  v1::Envelope wrong = offer;
  wrong.mutable_offer()->mutable_statement()->push_back('x');
  CHECK(desks.verdict(wrong) == v1::Refusal::REASON_MALFORMED);
  wrong = offer;
  wrong.mutable_offer()->mutable_reason()->mutable_note()->push_back('x');
  CHECK(desks.verdict(wrong) == v1::Refusal::REASON_MALFORMED);
  wrong = offer;
  wrong.mutable_offer()->mutable_reason()->set_code(v1::REASON_CODE_SCRIPTED);
  CHECK(desks.verdict(wrong) == v1::Refusal::REASON_MALFORMED);
  wrong = offer;
  wrong.mutable_offer()->mutable_reason()->set_a(std::numeric_limits<double>::quiet_NaN());
  CHECK(desks.verdict(wrong) == v1::Refusal::REASON_MALFORMED);
}

TEST_CASE("what the world posts in the name of a seat is not asked how it comes to do so") {
  const Desks desks;
  v1::Envelope news = directive(kIrel, kToyotsu, v1::OFFICE_ATOMIC_ENERGY, v1::ACT_LEAK);
  news.clear_in_reply_to();
  CHECK_FALSE(desks.verdict(news));
}

namespace {

/// Looks for what no party can bring about.
class Invariants final : public engine::Witness {
 public:
  explicit Invariants(std::set<base::SeatId> hostile) : hostile_(std::move(hostile)) {}

  void on_envelope(const v1::Envelope& e) override {
    ++messages;
    if (e.has_opening() && e.from() == base::kRegistrar) {
      for (const std::uint32_t party : e.opening().parties()) {
        parties_[e.conversation()].insert(party);
      }
      agenda_[e.conversation()] = size_of(e.opening().agenda());
      if (e.opening().table() == v1::TABLE_CONSULTATION) {
        CHECK(parties_[e.conversation()] == std::set<base::SeatId>{kIndia, kJapan});
      }
    }
    if (e.has_refusal()) ++refused;
    if (e.has_walk_away()) left_.insert(e.conversation());
    if (e.from() == base::kRegistrar && e.has_closing() &&
        e.closing().how() == v1::Closing::HOW_WALK_AWAY) {
      bool own = left_.count(e.conversation()) > 0;
      for (const base::SeatId party : parties_[e.conversation()]) {
        own = own || hostile_.count(party) > 0;
      }
      INFO("conversation " << e.conversation());
      CHECK(own);  // a stranger does not close a table
    }
  }
  void on_admitted(const v1::Envelope& e) override {
    if (e.from() >= base::kFirstSeat && e.in_reply_to() != 0) {
      CHECK(bus::seat_may_send(e.body_case()));
    }
    if (e.has_offer()) CHECK(e.offer().outcome() < agenda_[e.conversation()]);
  }
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash&) override {
    ++months;
    bool finite = true;
    for (const double value : snapshot.values()) finite = finite && std::isfinite(value);
    CHECK(finite);
  }

  std::size_t messages = 0;
  std::size_t refused = 0;
  std::size_t months = 0;

 private:
  static std::uint64_t size_of(const v1::Agenda& agenda) {
    std::uint64_t size = 1;
    for (const v1::Issue& issue : agenda.issues()) {
      size *= static_cast<std::uint64_t>(issue.values_size());
    }
    return size;
  }

  std::set<base::SeatId> hostile_;
  std::map<std::uint64_t, std::set<base::SeatId>> parties_;
  std::map<std::uint64_t, std::uint64_t> agenda_;
  std::set<std::uint64_t> left_;
};

/// Plays the crisis with `seats` in hostile hands, and looks at what is left.
void survive(std::uint64_t seed, const std::set<base::SeatId>& seats,
             const std::vector<std::string>& settings = {}) {
  INFO("seed " << seed << ", " << seats.size() << " hostile seats");
  scenarios::Settings with{"calendar.last_day=2026-12-31"};
  with.insert(with.end(), settings.begin(), settings.end());
  const scenarios::Scenario scenario = test_support::scenario("june-2025", with);
  const auto path = test_support::scratch() / "hostile.mcap";
  engine::HistoryOptions options;
  options.seed = seed;
  options.program_version = "test";
  options.settings = with;
  options.wrapping = [&](const parties::Chair& chair, const scenarios::Seat&,
                         std::unique_ptr<parties::Party> party) -> std::unique_ptr<parties::Party> {
    if (seats.count(chair.seat) == 0) return party;
    return std::make_unique<test_support::HostileParty>(std::move(party), 100 * seed + chair.seat);
  };
  Invariants invariants(seats);
  const auto played = lab::play(scenario, options, path.string(), &invariants);
  REQUIRE(played.has_value());
  CHECK(played->finished);
  CHECK(invariants.months == 36);
  CHECK(invariants.refused > 10);
  CHECK(invariants.messages < 200'000);
  auto recording = recording::Recording::open(path.string());
  REQUIRE(recording.has_value());
  CHECK(recording->finished());
  const auto verified = lab::verify(*recording, lab::Verify::kReplay);
  REQUIRE(verified.has_value());
  CHECK(verified->matches);
  CHECK(verified->months == 36);
  // Nor those who tell what happened.
  const lab::Chronicle chronicle = lab::read_chronicle(*recording);
  CHECK_FALSE(lab::tell(chronicle, scenario).empty());
  CHECK(lab::measure(chronicle, scenario).meetings < 1'000);
  std::filesystem::remove(path);
}

/// Japan's party, which once a month would sell more than there is.
class Boaster final : public parties::Party {
 public:
  explicit Boaster(std::unique_ptr<parties::Party> party) : party_(std::move(party)) {}
  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (message.has_brief() && message.brief().purpose() == v1::Brief::PURPOSE_ACTS) {
      v1::Envelope& boast = desk.reply(message);
      boast.set_to(base::kPublic);
      boast.mutable_stock_release()->set_office(v1::OFFICE_JOGMEC);
      boast.mutable_stock_release()->set_ndpr_t(1e300);
      desk.send(boast, 0);
    }
    party_->receive(message, desk);
  }
  void adopt(const parties::Manner& manner) override { party_->adopt(manner); }

 private:
  std::unique_ptr<parties::Party> party_;
};

}  // namespace

TEST_CASE("nobody sells more from the state's stock than lies in it, nor says so") {
  const scenarios::Scenario scenario =
      test_support::scenario("june-2025", {"calendar.last_day=2026-12-31"});
  engine::HistoryOptions options;
  options.wrapping = [](const parties::Chair& chair, const scenarios::Seat&,
                        std::unique_ptr<parties::Party> party) -> std::unique_ptr<parties::Party> {
    if (chair.seat != kJapan) return party;
    return std::make_unique<Boaster>(std::move(party));
  };
  struct Listener final : engine::Witness {
    void on_envelope(const v1::Envelope& e) override { refused += e.has_refusal() ? 1 : 0; }
    void on_admitted(const v1::Envelope& e) override {
      if (e.has_stock_release()) most = std::max(most, e.stock_release().ndpr_t());
    }
    int refused = 0;
    double most = 0;
  } listener;
  engine::History history(scenario, options);
  history.add_witness(listener);
  CHECK(history.run());
  CHECK(listener.refused > 3);
  CHECK(listener.most < 10'000);
}

TEST_CASE("a seat that says anything to anybody harms neither the history nor its record") {
  for (base::SeatId seat = base::kFirstSeat; seat < 9; ++seat) survive(seat, {seat});
}

TEST_CASE("all seats may say anything to anybody, and the history still ends") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) survive(seed, {3, 4, 5, 6, 7, 8});
}

TEST_CASE("where the conduct computes what is agreed, moves change nothing") {
  survive(1, {3, 4, 5, 6}, {"conduct.consultation=nash", "conduct.supply=nash"});
}

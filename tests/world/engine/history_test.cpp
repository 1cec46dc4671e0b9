#include <map>
#include <memory>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>

#include <protocol/bus/visibility.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>

using namespace monazite;

namespace {

/// Two and a half years are enough for the request, its report and the first talks.
const scenarios::Scenario& short_crisis() {
  static const scenarios::Scenario kept =
      test_support::scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

/// All that one seat was sent, and all that it said, as bytes by day.
struct Correspondence {
  std::map<base::SeatId, std::vector<std::pair<int, std::string>>> received;
  std::map<base::SeatId, std::vector<std::pair<int, std::string>>> said;
};

/// Passes everything on to the built-in party and keeps what came.
class Listening final : public engine::Witness {
 public:
  explicit Listening(Correspondence& all) : all_(all) {}
  void on_envelope(const v1::Envelope& envelope) override {
    v1::Envelope seen;
    if (envelope.from() >= base::kFirstSeat) {
      // Ids count all messages, so they differ as soon as anybody says more; what is said does not.
      seen = envelope;
      forget_ids(seen);
      all_.said[envelope.from()].emplace_back(envelope.day(), seen.SerializeAsString());
    }
    if (envelope.has_clearance() && envelope.to() == envelope.clearance().side()) {
      // The registrar carries the answer, but it is the seat's home that speaks.
      seen = envelope;
      forget_ids(seen);
      seen.mutable_clearance()->clear_votes();
      seen.mutable_clearance()->clear_reason();
      all_.said[envelope.to()].emplace_back(envelope.day(), seen.SerializeAsString());
    }
    if (envelope.to() < base::kFirstSeat) return;
    bus::strip_private(envelope, envelope.to(), seen);
    forget_ids(seen);
    all_.received[envelope.to()].emplace_back(envelope.day(), seen.SerializeAsString());
  }

 private:
  static void forget_ids(v1::Envelope& envelope) {
    envelope.clear_id();
    envelope.clear_in_reply_to();
  }
  Correspondence& all_;
};

Correspondence play(const scenarios::Scenario& scenario, const engine::HistoryOptions& options) {
  Correspondence all;
  Listening listening(all);
  engine::History history(scenario, options);
  history.add_witness(listening);
  history.run();
  return all;
}

std::uint64_t digest(const scenarios::Scenario& scenario, std::uint64_t seed) {
  engine::HistoryOptions options;
  options.seed = seed;
  engine::History history(scenario, options);
  history.run();
  return history.digest();
}

}  // namespace

TEST_CASE("the same seed gives the same history, another seed another") {
  CHECK(digest(short_crisis(), 1) == digest(short_crisis(), 1));
  CHECK(digest(short_crisis(), 1) != digest(short_crisis(), 2));
}

TEST_CASE("a history does not depend on who watches it") {
  engine::HistoryOptions options;
  options.seed = 5;
  engine::History alone(short_crisis(), options);
  alone.run();
  Correspondence all;
  Listening listening(all);
  engine::History watched(short_crisis(), options);
  watched.add_witness(listening);
  watched.run();
  CHECK(alone.digest() == watched.digest());
  CHECK(alone.messages() == watched.messages());
}

TEST_CASE("a private value shows to nobody until its owner acts differently") {
  const base::Roster roster = engine::make_roster(short_crisis());
  for (const char* owner_name : {"japan", "india", "irel", "toyotsu", "proterial", "suzuki"}) {
    const base::SeatId owner = *roster.find(owner_name);
    engine::HistoryOptions options;
    options.seed = 3;
    const Correspondence one = play(short_crisis(), options);
    options.private_scale[owner_name] = 1.7;
    const Correspondence two = play(short_crisis(), options);

    // The first day on which the owner says something else.
    int differs_from = short_crisis().last_day.number + 1;
    const auto& said_one = one.said.at(owner);
    const auto& said_two = two.said.at(owner);
    for (std::size_t i = 0; i < std::max(said_one.size(), said_two.size()); ++i) {
      if (i < said_one.size() && i < said_two.size() && said_one[i] == said_two[i]) continue;
      if (i < said_one.size()) differs_from = std::min(differs_from, said_one[i].first);
      if (i < said_two.size()) differs_from = std::min(differs_from, said_two[i].first);
      break;
    }
    INFO("owner " << owner_name << ", says something else from day "
                  << base::to_string(base::Day{differs_from}));
    // The value matters: the brief that the owner itself gets is another one.
    CHECK(one.received.at(owner) != two.received.at(owner));
    for (const auto& [seat, messages] : one.received) {
      if (seat == owner) continue;
      const auto& others = two.received.at(seat);
      for (std::size_t i = 0; i < messages.size() && messages[i].first < differs_from; ++i) {
        REQUIRE(i < others.size());
        REQUIRE(messages[i] == others[i]);
      }
    }
  }
}

TEST_CASE("a history that is told to stop stops within a day") {
  std::atomic<bool> stop{false};
  engine::HistoryOptions options;
  options.stop = &stop;
  std::uint32_t months = 0;
  options.progress = [&](std::uint32_t done, std::uint32_t) {
    months = done;
    if (done == 3) stop.store(true);
  };
  engine::History history(short_crisis(), options);
  CHECK_FALSE(history.run());
  CHECK(months == 3);
}

namespace {

/// Says things that it may not say.
class Troublemaker final : public parties::Party {
 public:
  Troublemaker(std::size_t& refusals, base::SeatId irel) : refusals_(refusals), irel_(irel) {}
  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (message.has_refusal()) {
      ++refusals_;
      return;
    }
    if (!message.has_brief()) return;
    if (message.brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE) {
      v1::Envelope& offer = desk.reply(message);
      offer.mutable_offer()->set_outcome(~0ULL);
      desk.send(offer);
    } else if (message.brief().purpose() == v1::Brief::PURPOSE_ACTS) {
      // Japan gives IREL a direction.
      v1::Envelope& directive = desk.reply(message);
      directive.set_to(irel_);
      directive.mutable_directive()->set_office(v1::OFFICE_ATOMIC_ENERGY);
      directive.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_STOP);
      desk.send(directive);
    } else if (message.brief().purpose() == v1::Brief::PURPOSE_INVITATION) {
      v1::Envelope& reply = desk.reply(message);
      reply.mutable_consultation_reply()->set_accepted(true);
      desk.send(reply);
    }
  }

 private:
  std::size_t& refusals_;
  base::SeatId irel_;
};

/// The least of what was let through to Japan, by acts.
class FeedWatch final : public engine::Witness {
 public:
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash&) override {
    if (snapshot.names_size() > 0) {
      for (int i = 0; i < snapshot.names_size(); ++i) {
        if (snapshot.names(i) == "flow_feed_factor") column_ = i;
      }
    }
    months += 1;
    if (snapshot.values(column_) < least) least = snapshot.values(column_);
  }
  int months = 0;
  double least = 1;

 private:
  int column_ = 0;
};

}  // namespace

TEST_CASE("a party that breaks the rules is refused, and the history goes on to its end") {
  const scenarios::Scenario scenario = test_support::scenario(
      "no-request", {"calendar.last_day=2026-12-31", "switches.noise=false"});
  const base::Roster roster = engine::make_roster(scenario);
  std::size_t refusals = 0;
  engine::HistoryOptions options;
  options.casting = [&](const parties::Chair&,
                        const scenarios::Seat& seat) -> std::unique_ptr<parties::Party> {
    if (seat.kind != scenarios::SeatKind::kGovernment) return nullptr;
    return std::make_unique<Troublemaker>(refusals, *roster.find("irel"));
  };
  FeedWatch watch;
  engine::History history(scenario, options);
  history.add_witness(watch);
  CHECK(history.run());
  CHECK(watch.months == 36);
  CHECK(refusals > 0);
}

namespace {

/// What nobody's seat may send here: the registrar's kinds, and moves of rules of encounter that no
/// table of the model has.
bool is_foreign(v1::Envelope::BodyCase kind) {
  return !bus::seat_may_send(kind) || kind == v1::Envelope::kBallot ||
         kind == v1::Envelope::kDemand;
}

/// Pretends to be the registrar, or at another kind of table: sends the other government what it
/// may not send, and an envelope with nothing in it. Counts what comes back, and what it gets from
/// an impostor.
class Impostor final : public parties::Party {
 public:
  struct Account {
    std::size_t sent = 0;
    std::size_t refused = 0;
    std::size_t received = 0;
  };
  Impostor(Account& account, base::SeatId victim) : account_(account), victim_(victim) {}

  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (message.has_refusal()) ++account_.refused;
    if (message.from() == victim_ && is_foreign(message.body_case())) ++account_.received;
    if (!message.has_brief() || message.brief().purpose() != v1::Brief::PURPOSE_ACTS) return;
    const auto& bodies = *v1::Envelope::descriptor()->FindOneofByName("body");
    for (int i = 0; i < bodies.field_count(); ++i) {
      const auto kind = static_cast<v1::Envelope::BodyCase>(bodies.field(i)->number());
      if (!is_foreign(kind)) continue;
      v1::Envelope& forged = desk.reply(message);
      forged.set_from(base::kRegistrar);
      forged.set_to(victim_);
      forged.GetReflection()->MutableMessage(&forged, bodies.field(i));
      desk.send(forged);
      ++account_.sent;
    }
    desk.send(desk.reply(message));
  }

 private:
  Account& account_;
  base::SeatId victim_;
};

}  // namespace

TEST_CASE("a seat that speaks for the registrar is refused, and nobody hears it") {
  const scenarios::Scenario& scenario = short_crisis();
  const base::Roster roster = engine::make_roster(scenario);
  Impostor::Account account;
  engine::HistoryOptions options;
  options.casting = [&](const parties::Chair&,
                        const scenarios::Seat& seat) -> std::unique_ptr<parties::Party> {
    if (seat.kind != scenarios::SeatKind::kGovernment) return nullptr;
    return std::make_unique<Impostor>(account,
                                      *roster.find(seat.name == "india" ? "japan" : "india"));
  };
  engine::History history(scenario, options);
  CHECK(history.run());
  CHECK(account.sent > 0);
  CHECK(account.refused == account.sent);
  CHECK(account.received == 0);
}

#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/envelope.pb.h>
#include <tests/support/scenario.hpp>
#include <world/engine/acts.hpp>
#include <world/engine/history.hpp>
#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>
#include <world/mandates/mandate.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::engine::tested {

/// A mandate without an opinion: every package is worth its number, no deal 0; its home clears all
/// but the packages named in `refused`.
struct PlainMandate final : mandates::Mandate {
  std::vector<std::uint64_t> refused;
  v1::Office named = v1::OFFICE_NONE;  ///< who says so

  void absorb(const v1::Envelope&) override {}
  void prepare(base::Day) override {}
  void brief_acts(v1::Brief& brief) const override { brief.add_acts()->set_act(v1::ACT_NONE); }
  void brief_table(std::uint64_t, v1::Brief& brief) const override {
    brief.set_reservation_musd(0);
  }
  void brief_additions(std::uint64_t, const std::vector<std::uint64_t>& packages,
                       v1::Brief& brief) const override {
    brief.mutable_ideas()->Add(packages.begin(), packages.end());
  }
  void values(std::uint64_t, const std::vector<std::uint64_t>& outcomes,
              std::vector<double>& values_musd) const override {
    values_musd.assign(outcomes.begin(), outcomes.end());
  }
  [[nodiscard]] v1::Worth worth(std::uint64_t, std::uint64_t outcome) const override {
    v1::Worth worth;
    worth.set_material(static_cast<double>(outcome));
    return worth;
  }
  [[nodiscard]] double reservation(std::uint64_t) const override { return 0; }
  [[nodiscard]] v1::Worth reservation_worth(std::uint64_t) const override { return {}; }
  void clear(std::uint64_t, std::uint64_t outcome, v1::Clearance& clearance) const override {
    bool given = true;
    for (const std::uint64_t package : refused) given &= package != outcome;
    clearance.set_given(given);
    if (!given) clearance.set_named(named);
  }
};

/// The registrar's desks and nobody else: messages are posted by the test in the name of the seats,
/// whose mandates have no opinion. What is delivered is kept in `heard`.
class Registrar {
 public:
  explicit Registrar(const scenarios::Scenario& scenario, const char* day = "2025-06-02")
      : stage(scenario, make_roster(scenario), base::Draws(1)), tables(stage), acts(stage, tables) {
    for (std::size_t i = 0; i < scenario.seats.size(); ++i) {
      SeatHost host;
      host.id = static_cast<base::SeatId>(base::kFirstSeat + i);
      host.seat = scenario.seats[i];
      host.mandate = std::make_unique<PlainMandate>();
      stage.seats.push_back(std::move(host));
    }
    stage.today = *base::parse_day(day);
  }

  /// Posts a message from one seat to another, has it and all that follows today delivered, and
  /// returns what was delivered after it.
  std::vector<v1::Envelope> say(const char* from, const char* to,
                                const std::function<void(v1::Envelope&)>& fill) {
    v1::Envelope& envelope = stage.post.draft();
    envelope.set_from(stage.seat(from));
    envelope.set_to(to == nullptr ? base::kPublic : stage.seat(to));
    envelope.set_in_reply_to(1);
    fill(envelope);
    stage.post.post(envelope, stage.today, bus::Priority::kAct);
    std::vector<v1::Envelope> told = deliver();
    if (!told.empty()) told.erase(told.begin());
    return told;
  }

  /// A move at a table; the fields of its body as given.
  std::vector<v1::Envelope> move(std::uint64_t conversation, const char* from, const char* to,
                                 const std::function<void(v1::Envelope&)>& fill) {
    return say(from, to, [&](v1::Envelope& envelope) {
      envelope.set_conversation(conversation);
      fill(envelope);
    });
  }

  /// Delivers what is due today. Returns it, in order.
  std::vector<v1::Envelope> deliver() {
    std::vector<v1::Envelope> told;
    while (stage.post.deliver_next(stage.today, [&](const v1::Envelope& envelope) {
      told.push_back(envelope);
      const bool move = is_table_move(envelope);
      if (move ? !tables.take(envelope) : !acts.take(envelope)) return;
      tables.follow_up(envelope);
      acts.follow_up(envelope);
    })) {
    }
    return told;
  }

  /// The next days begin, one after the other, with what they bring; returns what is delivered.
  std::vector<v1::Envelope> pass(int days) {
    std::vector<v1::Envelope> told;
    for (int i = 0; i < days; ++i) {
      stage.today = stage.today + 1;
      stage.flow.begin_day(stage.today);
      tables.on_day();
      for (v1::Envelope& envelope : deliver()) told.push_back(std::move(envelope));
    }
    return told;
  }

  [[nodiscard]] PlainMandate& mandate(const char* seat) {
    return static_cast<PlainMandate&>(*stage.host(stage.seat(seat)).mandate);
  }

  Stage stage;
  Tables tables;
  Acts acts;
};

inline scenarios::Scenario june_2025_with(const scenarios::Settings& settings) {
  return test_support::scenario("june-2025", settings);
}

/// Those of the messages that have such a body.
inline std::vector<v1::Envelope> of_kind(const std::vector<v1::Envelope>& told,
                                         v1::Envelope::BodyCase kind) {
  std::vector<v1::Envelope> found;
  for (const v1::Envelope& envelope : told) {
    if (envelope.body_case() == kind) found.push_back(envelope);
  }
  return found;
}

/// Why the only refusal among the messages was given; unspecified if there is none, or several.
inline v1::Refusal::Reason refusal(const std::vector<v1::Envelope>& told) {
  const auto refusals = of_kind(told, v1::Envelope::kRefusal);
  return refusals.size() == 1 ? refusals[0].refusal().reason() : v1::Refusal::REASON_UNSPECIFIED;
}

}  // namespace monazite::engine::tested

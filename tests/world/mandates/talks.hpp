#pragma once

#include <memory>
#include <vector>

#include <protocol/messages/envelope.pb.h>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/government.hpp>

/// Messages as the registrar sends them, and governments that have heard the worked example's
/// state.
namespace monazite::fixtures {

inline constexpr base::SeatId kIndia = 3;
inline constexpr base::SeatId kJapan = 4;

struct Seen {
  v1::Quantity quantity;
  double value;
  std::uint32_t subject = 0;
};

[[nodiscard]] inline v1::Envelope observation(base::Day day, const std::vector<Seen>& readings) {
  v1::Envelope envelope;
  envelope.set_day(day.number);
  for (const Seen& seen : readings) {
    v1::Reading& reading = *envelope.mutable_observation()->add_readings();
    reading.set_quantity(seen.quantity);
    reading.set_value(seen.value);
    reading.set_subject(seen.subject);
    reading.set_as_of_day(day.number);
  }
  if (readings.empty()) envelope.mutable_observation()->set_month(1);
  return envelope;
}

/// What the worked beliefs say, as readings; `heat` can differ.
[[nodiscard]] inline v1::Envelope worked_observation(base::Day day, double heat = 0.395) {
  const mandates::Beliefs b = worked_beliefs(worked_parameters());
  return observation(day, {{v1::QUANTITY_PRICE_NDPR_OUTSIDE, b.outside_price_mean()},
                           {v1::QUANTITY_PRICE_HEAVY, b.price_heavy},
                           {v1::QUANTITY_PRICE_LIGHT, b.price_light},
                           {v1::QUANTITY_REGIME_LIGHT, 0},
                           {v1::QUANTITY_REGIME_MAGNET, 1},
                           {v1::QUANTITY_INDIA_NDPR_STOCK, b.india_stock_ndpr_t},
                           {v1::QUANTITY_INDIA_MAGNET_STOCK, b.magnets_t},
                           {v1::QUANTITY_INDIA_MAGNET_NEED, b.magnet_need_t_per_month},
                           {v1::QUANTITY_INDIA_HEAT, heat},
                           {v1::QUANTITY_INDIA_PUBLIC_COMMITMENT, b.commitment},
                           {v1::QUANTITY_INDIA_STANDING_ASKS, b.asks},
                           {v1::QUANTITY_FEED_FACTOR, 1},
                           {v1::QUANTITY_FEED_MIX, 0.255},
                           {v1::QUANTITY_EXPORT_CAP, 1},
                           {v1::QUANTITY_MAKER_COVER, b.maker_cover_days},
                           {v1::QUANTITY_MAKER_NEED, b.maker_need_t_per_month},
                           {v1::QUANTITY_MAKER_UNMET, 0},
                           {v1::QUANTITY_STATE_COVER, b.state_cover_days},
                           {v1::QUANTITY_HEAVY_COVER, b.heavy_cover_days},
                           {v1::QUANTITY_PRESS_PRESSURE, b.pressure}});
}

/// The opening of a consultation on the full agenda, with a sample of `count` packages and the
/// status quo.
[[nodiscard]] inline v1::Envelope opening(std::uint64_t conversation, base::Day day,
                                          std::size_t count = 400) {
  v1::Envelope envelope;
  envelope.set_day(day.number);
  envelope.set_conversation(conversation);
  v1::Opening& opening = *envelope.mutable_opening();
  opening.set_table(v1::TABLE_CONSULTATION);
  opening.add_parties(kIndia);
  opening.add_parties(kJapan);
  const agenda::Agenda agenda = consultation_agenda();
  agenda.to_message(*opening.mutable_agenda());
  opening.set_deadline_rounds(160);
  opening.set_status_quo(agenda.status_quo());
  opening.add_sample(agenda.status_quo());
  for (const agenda::Outcome outcome : spread_packages(agenda, count)) opening.add_sample(outcome);
  return envelope;
}

/// The worked package on the full agenda.
[[nodiscard]] inline agenda::Outcome worked_outcome(const agenda::Agenda& agenda) {
  agenda::Outcome outcome = agenda.status_quo();
  const auto set = [&](const char* name, std::uint32_t level) {
    outcome = agenda.with_level(outcome, *agenda.find(name), level);
  };
  set("share_after_plants", 2);
  set("magnets_t_per_year", 1);
  set("technology_level", 1);
  set("finance_bn_jpy", 1);
  set("domestic_priority_share", 1);
  set("term_years", 3);
  return outcome;
}

[[nodiscard]] inline mandates::GovernmentSetup government_setup(mandates::Side side) {
  mandates::GovernmentSetup setup;
  setup.side = side;
  const bool india = side == mandates::Side::kIndia;
  setup.self = india ? kIndia : kJapan;
  setup.other = india ? kJapan : kIndia;
  setup.parameters = worked_parameters();
  setup.offices = worked_offices();
  setup.status_quo = status_quo();
  setup.agenda = consultation_agenda();
  setup.draws = base::Draws(7);
  setup.first_day = kFirstDay;
  return setup;
}

/// A government that has seen the worked state and sits at an open consultation, number 5.
[[nodiscard]] inline std::unique_ptr<mandates::GovernmentMandate> government_at_table(
    mandates::GovernmentSetup setup, double heat = 0.395) {
  auto mandate = std::make_unique<mandates::GovernmentMandate>(std::move(setup));
  mandate->absorb(worked_observation(kSeptember2025 - 1, heat));
  mandate->absorb(opening(5, kSeptember2025));
  mandate->prepare(kSeptember2025);
  return mandate;
}

}  // namespace monazite::fixtures

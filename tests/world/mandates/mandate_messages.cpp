#include <array>
#include <cmath>

#include <protocol/base/draws.hpp>
#include <tests/world/mandates/mandate_messages.hpp>

namespace monazite::fixtures {
namespace {

constexpr base::Purpose kPresent{"test.mandates.present"};
constexpr base::Purpose kValue{"test.mandates.value"};
constexpr base::Purpose kSubject{"test.mandates.subject"};
constexpr base::Purpose kSample{"test.mandates.sample"};

struct Range {
  v1::Quantity quantity;
  double low, high;
  bool has_subject = false;
};

/// Legal ranges of observation.proto, with generous ends where it gives none.
constexpr std::array<Range, 38> kRanges = {{{v1::QUANTITY_PRICE_NDPR_CHINA, 5, 900},
                                            {v1::QUANTITY_PRICE_NDPR_OUTSIDE, 5, 1500},
                                            {v1::QUANTITY_PRICE_HEAVY, 20, 5000},
                                            {v1::QUANTITY_PRICE_LIGHT, 0.05, 40},
                                            {v1::QUANTITY_REGIME_LIGHT, 0, 2},
                                            {v1::QUANTITY_REGIME_MAGNET, 0, 2},
                                            {v1::QUANTITY_INDIA_NDPR_STOCK, 0, 6000},
                                            {v1::QUANTITY_INDIA_PLANT_START, 19000, 24000},
                                            {v1::QUANTITY_INDIA_PLANT_LOAD, 0, 1},
                                            {v1::QUANTITY_INDIA_MAGNET_STOCK, 0, 5000},
                                            {v1::QUANTITY_INDIA_MAGNET_NEED, 1, 2000},
                                            {v1::QUANTITY_INDIA_MAGNET_SHORTAGE, 0, 800},
                                            {v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT, 0, 2000},
                                            {v1::QUANTITY_INDIA_HEAT, 0, 1},
                                            {v1::QUANTITY_INDIA_PUBLIC_COMMITMENT, 0, 2},
                                            {v1::QUANTITY_INDIA_STANDING_ASKS, 0, 5},
                                            {v1::QUANTITY_FEED_FACTOR, 0, 1},
                                            {v1::QUANTITY_FEED_MIX, 0, 1},
                                            {v1::QUANTITY_EXPORT_CAP, 0, 1},
                                            {v1::QUANTITY_SHIPPED_REO, 0, 400},
                                            {v1::QUANTITY_SHIPPED_NDPR, 0, 100},
                                            {v1::QUANTITY_ARRIVED_REO, 0, 400},
                                            {v1::QUANTITY_ARRIVED_NDPR, 0, 100},
                                            {v1::QUANTITY_LATE_CARGO, 0, 6},
                                            {v1::QUANTITY_REFINERY_LOAD, 0, 1},
                                            {v1::QUANTITY_REFINERY_STOCK, 0, 3000},
                                            {v1::QUANTITY_MAKER_STOCK, 0, 4000, true},
                                            {v1::QUANTITY_MAKER_COVER, 0, 700, true},
                                            {v1::QUANTITY_MAKER_UNMET, 0, 300, true},
                                            {v1::QUANTITY_MAKER_NEED, 0.5, 800, true},
                                            {v1::QUANTITY_STATE_STOCK, 0, 2000},
                                            {v1::QUANTITY_STATE_COVER, 0, 400},
                                            {v1::QUANTITY_HEAVY_COVER, 0, 400},
                                            {v1::QUANTITY_PRESS_PRESSURE, 0, 4},
                                            {v1::QUANTITY_LINKAGE_FINANCE, 0, 100},
                                            {v1::QUANTITY_LINKAGE_DEFENCE, 0, 100},
                                            {v1::QUANTITY_FULFILMENT, 0, 1},
                                            {v1::QUANTITY_RETURN_FULFILMENT, 0, 1}}};

bool whole(v1::Quantity quantity) {
  return quantity == v1::QUANTITY_REGIME_LIGHT || quantity == v1::QUANTITY_REGIME_MAGNET ||
         quantity == v1::QUANTITY_INDIA_PLANT_START || quantity == v1::QUANTITY_LATE_CARGO;
}

v1::Envelope envelope(base::SeatId from, base::SeatId to, base::Day day) {
  v1::Envelope message;
  message.set_from(from);
  message.set_to(to);
  message.set_day(day.number);
  return message;
}

}  // namespace

v1::Envelope random_observation(std::uint32_t seed, base::SeatId to, base::Day day,
                                std::uint32_t month, const std::vector<base::SeatId>& subjects) {
  const base::Draws draws(seed);
  v1::Envelope message = envelope(base::kRegistrar, to, day);
  v1::Observation& observation = *message.mutable_observation();
  observation.set_month(month);
  for (const Range& range : kRanges) {
    const auto ordinal = static_cast<std::uint32_t>(range.quantity);
    if (draws.uniform(kPresent, day, 0, ordinal) < 0.5) continue;
    v1::Reading& reading = *observation.add_readings();
    reading.set_quantity(range.quantity);
    reading.set_as_of_day(day.number);
    double value = range.low + (range.high - range.low) * draws.uniform(kValue, day, 0, ordinal);
    if (whole(range.quantity)) value = std::floor(value + 0.5);
    reading.set_value(value);
    if (range.has_subject && !subjects.empty()) {
      const std::uint64_t at = draws.below(subjects.size() + 1, kSubject, day, 0, ordinal);
      reading.set_subject(at == 0 ? 0 : subjects[at - 1]);
    }
  }
  return message;
}

v1::Envelope opening(std::uint64_t conversation, v1::Table table, base::SeatId to,
                     base::SeatId first, base::SeatId second, const agenda::Agenda& agenda,
                     base::Day day, std::size_t sample_size, std::uint32_t deadline_rounds) {
  v1::Envelope message = envelope(base::kRegistrar, to, day);
  message.set_conversation(conversation);
  v1::Opening& body = *message.mutable_opening();
  body.set_table(table);
  body.add_parties(first);
  body.add_parties(second);
  agenda.to_message(*body.mutable_agenda());
  body.set_deadline_rounds(deadline_rounds);
  body.set_status_quo(agenda.status_quo());
  body.set_conduct(v1::CONDUCT_PROTOCOL);
  body.add_sample(agenda.status_quo());
  const base::Draws draws(conversation);
  const bool all = agenda.size() <= sample_size;
  const std::uint64_t count = all ? agenda.size() : sample_size - 1;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t package =
        all ? i : draws.below(agenda.size(), kSample, day, 0, static_cast<std::uint32_t>(i));
    if (package != agenda.status_quo()) body.add_sample(package);
  }
  return message;
}

}  // namespace monazite::fixtures

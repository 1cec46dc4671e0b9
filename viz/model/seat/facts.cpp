#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <viz/model/seat/brief_view.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

using Seats = scenarios::SeatKind;

/// What each sort of seat looks at first.
std::vector<v1::Quantity> what_matters(const scenarios::Seat& seat) {
  switch (seat.kind) {
    case Seats::kGovernment:
      if (seat.name == "india") {
        return {v1::QUANTITY_INDIA_MAGNET_SHORTAGE,
                v1::QUANTITY_INDIA_MAGNET_STOCK,
                v1::QUANTITY_INDIA_NDPR_STOCK,
                v1::QUANTITY_INDIA_PLANT_START,
                v1::QUANTITY_INDIA_HEAT,
                v1::QUANTITY_REGIME_MAGNET,
                v1::QUANTITY_SHIPPED_NDPR,
                v1::QUANTITY_PRICE_NDPR_OUTSIDE};
      }
      return {v1::QUANTITY_MAKER_COVER,        v1::QUANTITY_STATE_COVER,
              v1::QUANTITY_ARRIVED_NDPR,       v1::QUANTITY_REGIME_MAGNET,
              v1::QUANTITY_PRICE_NDPR_OUTSIDE, v1::QUANTITY_HEAVY_COVER,
              v1::QUANTITY_MAKER_UNMET,        v1::QUANTITY_FULFILMENT};
    case Seats::kMiner:
      return {v1::QUANTITY_INDIA_NDPR_STOCK, v1::QUANTITY_FEED_FACTOR,
              v1::QUANTITY_SHIPPED_REO,      v1::QUANTITY_PRICE_NDPR_OUTSIDE,
              v1::QUANTITY_PRICE_NDPR_CHINA, v1::QUANTITY_INDIA_STANDING_ASKS,
              v1::QUANTITY_INDIA_HEAT};
    case Seats::kTrader:
      return {v1::QUANTITY_REFINERY_STOCK, v1::QUANTITY_REFINERY_LOAD,
              v1::QUANTITY_FEED_FACTOR,    v1::QUANTITY_ARRIVED_NDPR,
              v1::QUANTITY_MAKER_COVER,    v1::QUANTITY_PRICE_NDPR_OUTSIDE,
              v1::QUANTITY_LATE_CARGO};
    default:
      return {v1::QUANTITY_MAKER_COVER,  v1::QUANTITY_MAKER_STOCK,
              v1::QUANTITY_MAKER_UNMET,  v1::QUANTITY_PRICE_NDPR_OUTSIDE,
              v1::QUANTITY_REGIME_LIGHT, v1::QUANTITY_REGIME_MAGNET,
              v1::QUANTITY_HEAVY_COVER,  v1::QUANTITY_ARRIVED_NDPR};
  }
}

std::string regime_words(double level) {
  return level < 0.5 ? "open" : level < 1.5 ? "slow" : "all but stopped";
}

/// A sentence without its day. `own`: it is about the seat's own stock.
std::string sentence(v1::Quantity quantity, double value, bool about, bool own) {
  const auto number = [&](int decimals) {
    return (about ? "about " : "") + lab::number_words(value, decimals);
  };
  const auto percent = [&] { return (about ? "about " : "") + lab::number_words(100 * value, 0); };
  switch (quantity) {
    case v1::QUANTITY_PRICE_NDPR_CHINA:
      return "NdPr costs " + number(0) + " USD/kg in China";
    case v1::QUANTITY_PRICE_NDPR_OUTSIDE:
      return "NdPr costs " + number(0) + " USD/kg outside China";
    case v1::QUANTITY_REGIME_LIGHT:
      return "China's licences for light rare earths: " + regime_words(value);
    case v1::QUANTITY_REGIME_MAGNET:
      return "China's licences for magnets: " + regime_words(value);
    case v1::QUANTITY_INDIA_NDPR_STOCK:
      return "India holds " + number(0) + " t of NdPr oxide";
    case v1::QUANTITY_INDIA_PLANT_START:
      return "India's magnet plants are to start in " +
             base::to_month_string(base::Day{static_cast<std::int32_t>(value)});
    case v1::QUANTITY_INDIA_MAGNET_STOCK:
      return "India holds " + number(0) + " t of magnets";
    case v1::QUANTITY_INDIA_MAGNET_SHORTAGE:
      return "India lacked " + number(0) + " t of magnets in the month";
    case v1::QUANTITY_INDIA_HEAT:
      return "Heat of the matter in India's politics: " + percent() + " %";
    case v1::QUANTITY_INDIA_STANDING_ASKS:
      return "Requests of Commerce that stand: " + lab::number_words(value, 0);
    case v1::QUANTITY_FEED_FACTOR:
      return "IREL lets " + percent() + " % of the agreed feed through";
    case v1::QUANTITY_SHIPPED_REO:
      return "Shipped to Japan in the month: " + number(0) + " t REO";
    case v1::QUANTITY_SHIPPED_NDPR:
      return "Shipped to Japan in the month: " + number(0) + " t NdPr";
    case v1::QUANTITY_ARRIVED_NDPR:
      return "Landed in Japan in the month: " + number(0) + " t NdPr";
    case v1::QUANTITY_LATE_CARGO:
      return "Cargoes late by more than a month: " + lab::number_words(value, 0);
    case v1::QUANTITY_REFINERY_LOAD:
      return "The refinery runs at " + percent() + " %";
    case v1::QUANTITY_REFINERY_STOCK:
      return "At the refinery lie " + number(0) + " t REO";
    case v1::QUANTITY_MAKER_STOCK:
      return "You hold " + number(0) + " t of NdPr";
    case v1::QUANTITY_MAKER_COVER:
      return (own ? "Your stock lasts " : "Makers' stocks last ") + number(0) + " days";
    case v1::QUANTITY_MAKER_UNMET:
      return (own ? "You lacked " : "Makers lacked ") + number(1) + " t of NdPr in the month";
    case v1::QUANTITY_STATE_COVER:
      return "JOGMEC's stock lasts " + number(0) + " days";
    case v1::QUANTITY_HEAVY_COVER:
      return "Dy/Tb in Japan last " + number(0) + " days";
    case v1::QUANTITY_FULFILMENT:
      return "India shipped " + percent() + " % of the NdPr promised";
    default:
      return {};
  }
}

}  // namespace

std::vector<Fact> facts_of(const Knowledge& knowledge, const scenarios::Scenario& scenario,
                           std::size_t most) {
  if (knowledge.seat < base::kFirstSeat) return {};  // no seat yet
  // The latest reading of each quantity about the seat itself, else about nobody in particular.
  std::map<v1::Quantity, v1::Reading> latest;
  for (const v1::Envelope& message : knowledge.heard) {
    if (!message.has_observation()) continue;
    for (const v1::Reading& reading : message.observation().readings()) {
      if (reading.subject() != 0 && reading.subject() != knowledge.seat) continue;
      const auto [at, fresh] = latest.try_emplace(reading.quantity(), reading);
      const bool better = reading.as_of_day() > at->second.as_of_day() ||
                          (reading.as_of_day() == at->second.as_of_day() && reading.subject() != 0);
      if (!fresh && better) at->second = reading;
    }
  }
  std::vector<Fact> facts;
  for (const v1::Quantity quantity :
       what_matters(scenario.seats[knowledge.seat - base::kFirstSeat])) {
    const auto found = latest.find(quantity);
    if (found == latest.end() || facts.size() >= most) continue;
    const v1::Reading& reading = found->second;
    const base::Day day{reading.as_of_day()};
    facts.push_back({quantity, day, reading.value(),
                     sentence(quantity, reading.value(), reading.noise_log_sd() > 0,
                              reading.subject() == knowledge.seat) +
                         " (" + base::to_long_string(day) + ")"});
  }
  return facts;
}

}  // namespace monazite::viz::game

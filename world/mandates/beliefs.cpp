#include <algorithm>
#include <cmath>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/check.hpp>
#include <world/mandates/beliefs.hpp>

namespace monazite::mandates {

double Beliefs::outside_price_mean() const {
  if (outside_prices_known == 0) return outside_prices[0];
  double sum = 0;
  for (int i = 0; i < outside_prices_known; ++i) sum += outside_prices[static_cast<std::size_t>(i)];
  return sum / outside_prices_known;
}

double Beliefs::through() const {
  return std::min(feed_factor, export_cap);
}

bool Beliefs::summit_within(base::Day today, int days) const {
  return std::any_of(summits.begin(), summits.end(),
                     [&](base::Day summit) { return today <= summit && summit <= today + days; });
}

Beliefs beliefs_at_start(const equations::Parameters& parameters,
                         const treaty::MouTerms& status_quo, base::Day first_day) {
  Beliefs b;
  b.outside_prices[0] =
      parameters.market.initial_price_usd_per_kg * (1 + parameters.market.outside_premium);
  b.price_heavy = parameters.market.heavy_anchor_usd_per_kg;
  b.price_light = parameters.market.light_anchor_usd_per_kg;
  const equations::Ore& ore = parameters.ore;
  b.india_stock_ndpr_t = ore.initial_indian_ndpr_stock_t;
  b.india_output_ndpr_t_per_year = ore.mined_reo_t_per_year * ore.crack_recovery *
                                   ore.availability_mean * ore.ndpr_share * ore.separation_recovery;
  b.plants_announced =
      base::add_months(first_day, static_cast<int>(std::lround(parameters.plants.planned_month)));
  b.magnet_need_t_per_month = parameters.plants.need_2025_t_per_year / 12;
  b.magnets_t = parameters.plants.cover_months * b.magnet_need_t_per_month;
  b.heat = parameters.politics.heat_start;
  b.maker_cover_days = parameters.japan.target_cover_days;
  b.maker_need_t_per_month = parameters.japan.need_t_per_year / 12;
  b.state_cover_days = parameters.japan.state_stock_days;
  b.heavy_cover_days = parameters.market.heavy_initial_cover_days_japan;
  b.japan_in_india = equations::prior_of_japan_in_india(parameters.trust);
  b.india_in_japan = equations::prior_of_india_in_japan(parameters.trust);
  b.terms = status_quo;
  b.direction_since = first_day;
  b.notification_since = first_day;
  return b;
}

Listener::Listener(const equations::Parameters& parameters, const treaty::MouTerms& status_quo,
                   base::Day first_day)
    : trust_(parameters.trust),
      politics_(parameters.politics),
      status_quo_(status_quo),
      trust_moves_(parameters.switches.trust),
      beliefs_(beliefs_at_start(parameters, status_quo, first_day)) {}

void Listener::expire(base::Day today) {
  if (!beliefs_.signed_deal || today <= beliefs_.until) return;
  beliefs_.terms = status_quo_;
  beliefs_.signed_deal = false;
  ++version_;
}

void Listener::adopt(const equations::Parameters& parameters) {
  trust_ = parameters.trust;
  politics_ = parameters.politics;
  trust_moves_ = parameters.switches.trust;
  ++version_;
}

void Listener::absorb(const v1::Envelope& message) {
  const base::Day day{message.day()};
  switch (message.body_case()) {
    case v1::Envelope::kObservation:
      observe(message.observation());
      break;
    case v1::Envelope::kPolicyAnnouncement:
      hear_policy(message.policy_announcement(), day);
      break;
    case v1::Envelope::kDirective:
      hear_directive(message.directive(), day);
      break;
    case v1::Envelope::kPressReport:
      // Where the seat is not told what stands, it counts what it reads; the next reading corrects.
      if (message.press_report().topic() != v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK) return;
      if (!asks_are_read_) beliefs_.asks += message.press_report().credibility();
      break;
    case v1::Envelope::kOpening:
      if (message.opening().table() != v1::TABLE_CONSULTATION) return;
      agendas_.clear();
      agendas_[message.conversation()] = message.opening().agenda();
      beliefs_.talks_open = true;
      break;
    case v1::Envelope::kAgreement:
      if (message.agreement().table() != v1::TABLE_CONSULTATION) return;
      sign(message.agreement(), message.conversation());
      break;
    case v1::Envelope::kClosing:
      if (agendas_.count(message.conversation()) == 0) return;
      beliefs_.talks_open = false;
      if (message.closing().how() != v1::Closing::HOW_AGREEMENT) beliefs_.talks_failed = day;
      break;
    default:
      return;
  }
  ++version_;
}

void Listener::observe(const v1::Observation& observation) {
  asks_are_read_ = false;
  for (const v1::Reading& reading : observation.readings()) read(reading);
  if (!asks_are_read_) beliefs_.asks *= politics_.asks_memory;
}

void Listener::read(const v1::Reading& reading) {
  const double value = reading.value();
  Beliefs& b = beliefs_;
  switch (reading.quantity()) {
    case v1::QUANTITY_PRICE_NDPR_OUTSIDE:
      keep_price(value);
      break;
    case v1::QUANTITY_PRICE_HEAVY:
      b.price_heavy = value;
      break;
    case v1::QUANTITY_PRICE_LIGHT:
      b.price_light = value;
      break;
    case v1::QUANTITY_REGIME_LIGHT:
      b.regime_light = static_cast<int>(std::lround(value));
      break;
    case v1::QUANTITY_REGIME_MAGNET:
      b.regime_magnet = static_cast<int>(std::lround(value));
      break;
    case v1::QUANTITY_INDIA_NDPR_STOCK:
      b.india_stock_ndpr_t = value;
      break;
    case v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT:
      b.india_output_ndpr_t_per_year = value;
      break;
    case v1::QUANTITY_INDIA_PLANT_START:
      b.plants_announced = base::Day{static_cast<std::int32_t>(std::lround(value))};
      break;
    case v1::QUANTITY_INDIA_PLANT_LOAD:
      b.plant_load = value;
      break;
    case v1::QUANTITY_INDIA_MAGNET_STOCK:
      b.magnets_t = value;
      break;
    case v1::QUANTITY_INDIA_MAGNET_NEED:
      b.magnet_need_t_per_month = value;
      break;
    case v1::QUANTITY_INDIA_MAGNET_SHORTAGE:
      b.magnet_shortage_t = value;
      break;
    case v1::QUANTITY_INDIA_HEAT:
      b.heat = value;
      break;
    case v1::QUANTITY_INDIA_PUBLIC_COMMITMENT:
      b.commitment = value;
      break;
    case v1::QUANTITY_INDIA_STANDING_ASKS:
      b.asks = value;
      asks_are_read_ = true;
      break;
    case v1::QUANTITY_FEED_FACTOR:
      b.feed_factor = value;
      break;
    case v1::QUANTITY_FEED_MIX:
      b.feed_mix = value;
      break;
    case v1::QUANTITY_EXPORT_CAP:
      b.export_cap = value;
      break;
    case v1::QUANTITY_MAKER_COVER:
      if (reading.subject() == 0) b.maker_cover_days = value;
      break;
    case v1::QUANTITY_MAKER_NEED:
      if (reading.subject() == 0) b.maker_need_t_per_month = value;
      break;
    case v1::QUANTITY_MAKER_UNMET:
      if (reading.subject() == 0) b.maker_unmet_t = value;
      break;
    case v1::QUANTITY_STATE_COVER:
      b.state_cover_days = value;
      break;
    case v1::QUANTITY_HEAVY_COVER:
      b.heavy_cover_days = value;
      break;
    case v1::QUANTITY_LATE_CARGO:
      b.late_cargoes = value;
      break;
    case v1::QUANTITY_PRESS_PRESSURE:
      b.pressure = value;
      break;
    case v1::QUANTITY_LINKAGE_FINANCE:
    case v1::QUANTITY_LINKAGE_INFRASTRUCTURE:
    case v1::QUANTITY_LINKAGE_TECHNOLOGY:
    case v1::QUANTITY_LINKAGE_DEFENCE:
      b.linkage_bn_jpy[static_cast<std::size_t>(reading.quantity() -
                                                v1::QUANTITY_LINKAGE_FINANCE)] = value;
      break;
    case v1::QUANTITY_FULFILMENT:
      if (!trust_moves_) break;
      b.japan_in_india = equations::next_trust(
          b.japan_in_india, equations::prior_of_japan_in_india(trust_), value, trust_);
      break;
    case v1::QUANTITY_RETURN_FULFILMENT:
      if (!trust_moves_) break;
      b.india_in_japan = equations::next_trust(
          b.india_in_japan, equations::prior_of_india_in_japan(trust_), value, trust_);
      break;
    default:
      break;
  }
}

void Listener::keep_price(double price_usd_per_kg) {
  auto& prices = beliefs_.outside_prices;
  if (beliefs_.outside_prices_known == static_cast<int>(prices.size())) {
    std::rotate(prices.begin(), prices.begin() + 1, prices.end());
    prices.back() = price_usd_per_kg;
  } else {
    prices[static_cast<std::size_t>(beliefs_.outside_prices_known++)] = price_usd_per_kg;
  }
}

void Listener::hear_policy(const v1::PolicyAnnouncement& announcement, base::Day day) {
  const base::Day until{announcement.until_day()};
  switch (announcement.kind()) {
    case v1::PolicyAnnouncement::KIND_SUMMIT: {
      auto& summits = beliefs_.summits;
      const auto place = std::lower_bound(summits.begin(), summits.end(), until);
      if (place == summits.end() || *place != until) summits.insert(place, until);
      break;
    }
    case v1::PolicyAnnouncement::KIND_PLANT_DATE:
      beliefs_.plants_announced = until;
      break;
    case v1::PolicyAnnouncement::KIND_REGIME_LIGHT:
      beliefs_.regime_light = static_cast<int>(announcement.level());
      break;
    case v1::PolicyAnnouncement::KIND_REGIME_MAGNET:
      beliefs_.regime_magnet = static_cast<int>(announcement.level());
      break;
    case v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION:
      beliefs_.notified_cap = announcement.act() == v1::ACT_NOTIFY_HALF   ? 0.5
                              : announcement.act() == v1::ACT_NOTIFY_STOP ? 0
                                                                          : 1;
      beliefs_.export_cap = beliefs_.notified_cap;  // as good as in force; readings tell when it is
      beliefs_.notification_since = day;
      break;
    default:
      break;
  }
}

void Listener::hear_directive(const v1::Directive& directive, base::Day day) {
  switch (directive.act()) {
    case v1::ACT_DIRECT_FEED_FULL:
    case v1::ACT_DIRECT_FEED_LIGHT:
      beliefs_.feed_factor = 1;
      break;
    case v1::ACT_DIRECT_FEED_HALF:
      beliefs_.feed_factor = 0.5;
      break;
    case v1::ACT_DIRECT_FEED_STOP:
      beliefs_.feed_factor = 0;
      break;
    case v1::ACT_REQUEST_HOLD_BACK:
      // Its sender knows that it stands.
      if (asks_are_read_) beliefs_.asks += politics_.request_asks;
      return;
    default:
      return;
  }
  beliefs_.feed_mix = directive.act() == v1::ACT_DIRECT_FEED_LIGHT ? 0 : beliefs_.terms.ndpr_share;
  beliefs_.direction = directive.act();
  beliefs_.direction_since = day;
}

void Listener::sign(const v1::Agreement& agreement, std::uint64_t conversation) {
  const auto found = agendas_.find(conversation);
  if (found == agendas_.end()) return;
  const auto agenda = agenda::Agenda::from_message(found->second);
  MONAZITE_CHECK(agenda.has_value(), "an opening carries a sound agenda");
  beliefs_.terms = treaty::read_mou(*agenda, agreement.outcome(), status_quo_);
  beliefs_.signed_deal = true;
  beliefs_.until = base::Day{agreement.until_day()};
}

}  // namespace monazite::mandates

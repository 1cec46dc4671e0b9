#include <algorithm>
#include <cmath>

#include <world/mandates/company_beliefs.hpp>

namespace monazite::mandates {
namespace {

constexpr std::size_t kMonthsOfMemory = 6;

void remember(std::deque<double>& values, double value) {
  values.push_back(value);
  if (values.size() > kMonthsOfMemory) values.pop_front();
}

double mean(const std::deque<double>& values, double otherwise) {
  if (values.empty()) return otherwise;
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// A share as readings give it: a noisy one may lie outside.
double share(double value) {
  return std::clamp(value, 0.0, 1.0);
}

}  // namespace

CompanyBeliefs::CompanyBeliefs(const equations::Parameters& parameters)
    : parameters_(parameters), trust_(equations::prior_of_japan_in_india(parameters.trust)) {}

bool CompanyBeliefs::absorb(const v1::Envelope& message) {
  if (message.has_observation()) return observe(message.observation());
  if (message.has_directive()) return direct(message.directive().act());
  if (message.has_policy_announcement()) {
    const auto& announcement = message.policy_announcement();
    if (announcement.kind() == v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION)
      return direct(announcement.act());
    if (announcement.kind() == v1::PolicyAnnouncement::KIND_REGIME_LIGHT) {
      readings_[{v1::QUANTITY_REGIME_LIGHT, 0}] = announcement.level();
      return true;
    }
    if (announcement.kind() == v1::PolicyAnnouncement::KIND_PLANT_DATE) {
      readings_[{v1::QUANTITY_INDIA_PLANT_START, 0}] = announcement.until_day();
      return true;
    }
    return false;
  }
  if (message.has_shipment()) {
    ship(message.shipment());
    return true;
  }
  return false;
}

bool CompanyBeliefs::observe(const v1::Observation& observation) {
  for (const v1::Reading& reading : observation.readings()) {
    if (!std::isfinite(reading.value())) continue;
    readings_[{reading.quantity(), reading.subject()}] = reading.value();
    switch (reading.quantity()) {
      case v1::QUANTITY_PRICE_NDPR_OUTSIDE:
        remember(prices_, std::max(0.0, reading.value()));
        break;
      case v1::QUANTITY_ARRIVED_NDPR:
        remember(landed_, std::max(0.0, reading.value()));
        break;
      case v1::QUANTITY_FEED_FACTOR:
        feed_factor_ = share(reading.value());
        break;
      case v1::QUANTITY_FULFILMENT:
        trust_ =
            equations::next_trust(trust_, equations::prior_of_japan_in_india(parameters_.trust),
                                  reading.value(), parameters_.trust);
        break;
      case v1::QUANTITY_EXPORT_CAP:
        export_cap_ = share(reading.value());
        break;
      default:
        break;
    }
  }
  return true;
}

bool CompanyBeliefs::direct(v1::Act act) {
  switch (act) {
    case v1::ACT_DIRECT_FEED_FULL:
      feed_factor_ = 1;
      light_only_ = false;
      return true;
    case v1::ACT_DIRECT_FEED_HALF:
      feed_factor_ = 0.5;
      light_only_ = false;
      return true;
    case v1::ACT_DIRECT_FEED_LIGHT:
      feed_factor_ = 1;
      light_only_ = true;
      return true;
    case v1::ACT_DIRECT_FEED_STOP:
      feed_factor_ = 0;
      light_only_ = false;
      return true;
    case v1::ACT_NOTIFY_HALF:
      export_cap_ = 0.5;
      return true;
    case v1::ACT_NOTIFY_STOP:
      export_cap_ = 0;
      return true;
    case v1::ACT_NOTIFY_LIFT:
      export_cap_ = 1;
      return true;
    default:
      return false;  // a request binds nobody
  }
}

void CompanyBeliefs::ship(const v1::Shipment& shipment) {
  const auto same = [&](const v1::Shipment& other) {
    return other.left_day() == shipment.left_day() && other.ndpr_t() == shipment.ndpr_t();
  };
  at_sea_.erase(std::remove_if(at_sea_.begin(), at_sea_.end(), same), at_sea_.end());
  if (!shipment.landed()) at_sea_.push_back(shipment);
}

double CompanyBeliefs::reading(v1::Quantity quantity, base::SeatId subject,
                               double otherwise) const {
  const auto found = readings_.find({quantity, subject});
  return found == readings_.end() ? otherwise : found->second;
}

double CompanyBeliefs::six_month_price() const {
  const auto& market = parameters_.market;
  return mean(prices_, (1 + market.outside_premium) * market.marginal_cost_usd_per_kg);
}

int CompanyBeliefs::regime_light() const {
  return static_cast<int>(
      std::lround(std::clamp(reading(v1::QUANTITY_REGIME_LIGHT, 0.0), 0.0, 2.0)));
}

bool CompanyBeliefs::plants_run() const {
  return reading(v1::QUANTITY_INDIA_PLANT_LOAD, 0.0) > 0;
}

double CompanyBeliefs::months_to_announced_start(base::Day today, base::Day first_day) const {
  const base::Day planned =
      base::add_months(first_day, static_cast<int>(std::lround(parameters_.plants.planned_month)));
  const double day = reading(v1::QUANTITY_INDIA_PLANT_START, planned.number);
  return (day - today.number) / (365.25 / 12);
}

double CompanyBeliefs::trust_in_feed() const {
  if (!parameters_.switches.trust)
    return equations::prior_of_japan_in_india(parameters_.trust).share();
  return trust_.share();
}

double CompanyBeliefs::overdue_ndpr_t(base::Day today) const {
  double sum = 0;
  for (const v1::Shipment& cargo : at_sea_) {
    if (cargo.due_day() < today.number) sum += std::max(0.0, cargo.ndpr_t());
  }
  return sum;
}

double CompanyBeliefs::landed_ndpr_t_per_month(double otherwise) const {
  return mean(landed_, otherwise);
}

}  // namespace monazite::mandates

#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/equations/parameters.hpp>
#include <world/equations/trust.hpp>

namespace monazite::mandates {

/// What a company knows of the world: the newest reading of each quantity, what directions and
/// notifications it heard of, and the cargoes it is waiting for. Fed with messages only.
class CompanyBeliefs {
 public:
  explicit CompanyBeliefs(const equations::Parameters& parameters);

  /// Takes later numbers; what is believed stays.
  void adopt(const equations::Parameters& parameters) { parameters_ = parameters; }

  /// True if something changed that an appraisal may depend on.
  bool absorb(const v1::Envelope& message);

  /// Newest reading, or `otherwise` while there is none. Unit: see v1::Quantity.
  [[nodiscard]] double reading(v1::Quantity quantity, base::SeatId subject, double otherwise) const;
  [[nodiscard]] double reading(v1::Quantity quantity, double otherwise) const {
    return reading(quantity, 0, otherwise);
  }

  /// Mean of the price outside China over the last six months; its long-run level while nothing was
  /// read. USD per kg of NdPr.
  [[nodiscard]] double six_month_price() const;
  /// 0 open, 1 slow, 2 stopped.
  [[nodiscard]] int regime_light() const;
  [[nodiscard]] bool plants_run() const;
  /// Months from `today` to the announced start of India's magnet plants; negative when it is past.
  [[nodiscard]] double months_to_announced_start(base::Day today, base::Day first_day) const;

  /// Share of the agreed feed that atomic energy lets IREL deliver, and whether it is La/Ce only.
  [[nodiscard]] double feed_factor() const { return feed_factor_; }
  [[nodiscard]] bool light_only() const { return light_only_; }
  /// Share of the agreed exports that a notification lets out.
  [[nodiscard]] double export_cap() const { return export_cap_; }
  /// The same over the life of a contract: a restriction of today is expected to hold for part of
  /// it.
  [[nodiscard]] double expected_export_share() const {
    const double lasts = parameters_.expectations.cap_expected_to_last;
    return (1 - lasts) + lasts * export_cap_;
  }
  /// Share of what was promised that this company expects to be fed, from the fulfilment it read
  /// (forgetting Beta posterior of the specification, section 2.9; its prior when trust is off).
  [[nodiscard]] double trust_in_feed() const;

  /// NdPr in cargoes that were due before `today` and have not landed, t.
  [[nodiscard]] double overdue_ndpr_t(base::Day today) const;
  /// NdPr landed in Japan, t a month, mean of up to six months; `otherwise` while nothing was read.
  [[nodiscard]] double landed_ndpr_t_per_month(double otherwise) const;

 private:
  bool observe(const v1::Observation& observation);
  bool direct(v1::Act act);
  void ship(const v1::Shipment& shipment);

  equations::Parameters parameters_;
  std::map<std::pair<int, base::SeatId>, double> readings_;
  std::deque<double> prices_;
  std::deque<double> landed_;
  std::vector<v1::Shipment> at_sea_;
  double feed_factor_ = 1;
  bool light_only_ = false;
  double export_cap_ = 1;
  equations::TrustCounts trust_;
};

}  // namespace monazite::mandates

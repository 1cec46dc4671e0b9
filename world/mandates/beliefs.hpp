#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/equations/parameters.hpp>
#include <world/equations/trust.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// What one government knows of the world: the last reading of each number with the delay and the
/// error it came with, and what was announced, agreed or printed. Everything a mandate computes is
/// computed from this. A plain value: the same beliefs give the same appraisal, whatever came
/// before.
struct Beliefs {
  // prices, USD per kg of oxide; the outside price over the last six months
  std::array<double, 6> outside_prices{};
  int outside_prices_known = 0;
  double price_heavy = 0;
  double price_light = 0;

  // China: 0 open, 1 slow, 2 stopped
  int regime_light = 0;
  int regime_magnet = 0;

  // India
  double india_stock_ndpr_t = 0;
  double india_output_ndpr_t_per_year = 0;  ///< what mine and plants can give
  base::Day plants_announced{};
  double plant_load = 0;  ///< above 0 once plants run
  double magnets_t = 0;
  double magnet_need_t_per_month = 0;
  double magnet_shortage_t = 0;  ///< of the last month
  double heat = 0;               ///< [h], 0 to 1
  double commitment = 0;         ///< [b], 0 to 2
  double asks = 0;               ///< standing requests of Commerce [k]

  // the flow
  double feed_factor = 1;   ///< share of the agreed feed let through [f]
  double export_cap = 1;    ///< share of the agreed volume that a notification lets out
  double notified_cap = 1;  ///< the same by the last notification, be it in force yet or not
  double feed_mix = 1;      ///< NdPr share of REO in the feed; 0: only La/Ce is delivered
  v1::Act direction = v1::ACT_DIRECT_FEED_FULL;  ///< last one of atomic energy, in force or not yet
  base::Day direction_since{};
  base::Day notification_since{};

  // Japan
  double maker_cover_days = 0;
  double maker_need_t_per_month = 0;
  double maker_unmet_t = 0;  ///< of the last month
  double state_cover_days = 0;
  double heavy_cover_days = 0;
  double late_cargoes = 0;
  double pressure = 0;                       ///< of the press [p]
  equations::LinkageHeads linkage_bn_jpy{};  ///< concessional money that a summit can bind, by head

  // promises kept
  equations::TrustCounts japan_in_india;  ///< [theta_J]
  equations::TrustCounts india_in_japan;  ///< [theta_I]

  // the memorandum
  treaty::MouTerms terms{};  ///< in force
  bool signed_deal = false;  ///< agreed in this history, or the arrangement found at the start
  base::Day until{};         ///< last day of the signed term
  bool talks_open = false;
  base::Day talks_failed{};        ///< last day that talks ended without a deal; day 0: never
  std::vector<base::Day> summits;  ///< announced, ascending

  /// Mean outside price of the months known, at most six; before the first, the starting price.
  /// USD/kg.
  [[nodiscard]] double outside_price_mean() const;
  /// Share of the agreed flow that gets through: the smaller of direction and notification.
  [[nodiscard]] double through() const;
  /// Whether leaders meet between `today` and `days` later.
  [[nodiscard]] bool summit_within(base::Day today, int days) const;
  [[nodiscard]] bool plants_run() const { return plant_load > 0; }
};

/// How a seat's beliefs are kept up to date, message by message.
class Listener {
 public:
  /// `status_quo`: the arrangement found at the start.
  Listener(const equations::Parameters& parameters, const treaty::MouTerms& status_quo,
           base::Day first_day);

  void absorb(const v1::Envelope& message);
  /// Takes later numbers for how trust and heat move; what is believed stays.
  void adopt(const equations::Parameters& parameters);
  /// Lets a term that has run out fall back to the arrangement found at the start.
  void expire(base::Day today);

  [[nodiscard]] const Beliefs& beliefs() const { return beliefs_; }
  /// Rises with every message that changed the beliefs.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  void observe(const v1::Observation& observation);
  void read(const v1::Reading& reading);
  void keep_price(double price_usd_per_kg);
  void hear_policy(const v1::PolicyAnnouncement& announcement, base::Day day);
  void hear_directive(const v1::Directive& directive, base::Day day);
  void sign(const v1::Agreement& agreement, std::uint64_t conversation);

  equations::Trust trust_;
  equations::Politics politics_;
  treaty::MouTerms status_quo_;
  bool trust_moves_;
  /// Agenda of the last consultation, to read what is agreed on.
  std::map<std::uint64_t, v1::Agenda> agendas_;
  Beliefs beliefs_;
  bool asks_are_read_ = false;  ///< the last observation gave standing asks
  std::uint64_t version_ = 1;
};

/// What is believed before the first observation: the scenario's starting values.
[[nodiscard]] Beliefs beliefs_at_start(const equations::Parameters& parameters,
                                       const treaty::MouTerms& status_quo, base::Day first_day);

}  // namespace monazite::mandates

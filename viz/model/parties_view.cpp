#include <algorithm>
#include <cmath>

#include <viz/model/parties_view.hpp>
#include <viz/model/strings.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// As the snapshots count them.
constexpr double kWeeksPerMonth = 4.3;
/// A load under this share is worth a warning.
constexpr double kIdle = 0.1;
/// A maker that misses more than this share of its need has a line standing still.
constexpr double kLineStops = 0.02;

class Cards {
 public:
  Cards(const Replay& replay, base::Day day)
      : replay_(replay), month_(replay.month_at(day)), day_(day) {}

  PartyCard card(base::SeatId seat) const {
    PartyCard card;
    card.seat = seat;
    card.look = replay_.seat(seat);
    card.title = replay_.seat_title(seat);
    card.japanese = std::string(Strings::party_in_japanese(replay_.seat_name(seat)));
    if (const Intention* last = replay_.intention(seat, day_)) card.intention = last->text;
    if (card.look == nullptr || month_ < 0 || replay_.scenario() == nullptr) return card;
    switch (card.look->kind) {
      case scenarios::SeatKind::kGovernment:
        if (card.look->name == "india") india(card);
        if (card.look->name == "japan") japan(card);
        break;
      case scenarios::SeatKind::kMiner:
        miner(card);
        break;
      case scenarios::SeatKind::kTrader:
        trader(card);
        break;
      case scenarios::SeatKind::kMagnetMaker:
      case scenarios::SeatKind::kCarMaker:
        maker(card);
        break;
    }
    return card;
  }

 private:
  double now(const std::string& name) const {
    const std::vector<double>& values = replay_.series(name);
    return values.empty() ? 0 : values[static_cast<std::size_t>(month_)];
  }
  const equations::Parameters& numbers() const { return replay_.scenario()->parameters; }

  std::vector<double> spark(const std::string& name, double factor = 1) const {
    const std::vector<double>& values = replay_.series(name);
    if (values.empty()) return {};
    const std::size_t end = static_cast<std::size_t>(month_) + 1;
    std::vector<double> part(
        values.begin() + static_cast<std::ptrdiff_t>(end > kSparkMonths ? end - kSparkMonths : 0),
        values.begin() + static_cast<std::ptrdiff_t>(end));
    for (double& value : part) value *= factor;
    return part;
  }

  /// The bar's full length is half as much again as what the headline is compared with.
  static void set_bar(PartyCard& card) {
    const Measure& m = *card.headline;
    const double full = m.of && *m.of > 0 ? 1.5 * *m.of : 1;
    card.bar = std::isfinite(m.value) ? std::clamp(m.value / full, 0.0, 1.0) : 0;
    if (m.of && *m.of > 0) card.tick = *m.of / full;
  }
  static void set_share(PartyCard& card, double share) {
    card.bar = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
  }
  static void warn(PartyCard& card, std::string reason) {
    card.warning = true;
    card.warning_reason = std::move(reason);
  }

  void india(PartyCard& card) const {
    const double cover = now("india_magnet_cover_weeks");
    card.headline = {"Magnet cover", cover, "weeks", numbers().plants.cover_months * kWeeksPerMonth,
                     1};
    card.second = {"NdPr stock", now("india_ndpr_stock_t"), "t", std::nullopt, 0};
    set_bar(card);
    card.spark = spark("india_magnet_cover_weeks");
    const double missing = now("india_magnet_shortage_t");
    if (missing > 0.5) {
      warn(card,
           "India's makers miss " + lab::number_words(missing, 0) + " t of magnets this month");
    } else if (cover < numbers().politics.scarcity_weeks) {
      warn(card, "Magnets last " + lab::number_words(cover, 1) + " weeks: scarcity is felt under " +
                     lab::number_words(numbers().politics.scarcity_weeks, 0));
    }
  }

  void japan(PartyCard& card) const {
    const double policy = numbers().japan.state_stock_days;
    card.headline = {"Makers' cover", now("japan_cover_days"), "days", policy, 0};
    card.second = {"State stock", now("state_cover_days"), "days", policy, 0};
    set_bar(card);
    card.spark = spark("japan_cover_days");
    const double missing = now("japan_unmet_ndpr_t");
    if (missing > kLineStops * now("japan_need_ndpr_t")) {
      warn(card, "Japan's makers miss " + lab::number_words(missing, 0) + " t of NdPr this month");
    }
  }

  void miner(PartyCard& card) const {
    const double size = now("ore_rate_reo_t_per_year");
    const double share = size > 0 ? 12 * now("mined_reo_t") / size : 0;
    card.headline = {"Plant use", 100 * share, "%", std::nullopt, 0};
    card.second = {"Feed to Toyotsu", now("feed_reo_t"), "t REO/month",
                   now("supply_reo_t_per_month"), 0};
    set_share(card, share);
    card.spark = spark("mined_reo_t", size > 0 ? 1200 / size : 0);
    if (now("cyclone") > 0) warn(card, "A cyclone stops mining on the coast");
  }

  void trader(PartyCard& card) const {
    const double load = now("refinery_load");
    card.headline = {"Refinery load", 100 * load, "%", std::nullopt, 0};
    card.second = {"Product stock", now("refinery_product_reo_t"), "t REO", std::nullopt, 0};
    set_share(card, load);
    card.spark = spark("refinery_load", 100);
    if (load < kIdle) {
      warn(card, "The refinery is nearly idle: " + lab::number_words(now("feed_reo_t"), 0) +
                     " t of feed came this month");
    }
  }

  void maker(PartyCard& card) const {
    const std::string prefix = "maker_" + card.look->name + "_";
    double target = numbers().japan.target_cover_days;
    for (const economy::MakerSetup& setup : replay_.scenario()->makers) {
      if (setup.name != card.look->name) continue;
      target =
          setup.target_cover_days + (setup.car_maker ? numbers().japan.car_maker_cover_days : 0);
    }
    const double cover = now(prefix + "cover_days");
    card.headline = {"Cover", cover, "days", target, 0};
    card.second = {"Need", now(prefix + "need_ndpr_t"), "t NdPr/month", std::nullopt, 0};
    set_bar(card);
    card.spark = spark(prefix + "cover_days");
    const double need = now(prefix + "need_ndpr_t");
    const double missing = now(prefix + "unmet_ndpr_t");
    if (missing > kLineStops * need) {
      warn(card, "Lines stand still: " + lab::number_words(100 * missing / need, 0) +
                     " % of the month's need is missing");
    } else if (cover < target / 2) {
      warn(card, "Stock lasts " + lab::number_words(cover, 0) + " days, less than half of the " +
                     lab::number_words(target, 0) + " it wants");
    }
  }

  const Replay& replay_;
  int month_;
  base::Day day_;
};

}  // namespace

std::vector<PartyCard> parties_view(const Replay& replay, base::Day day) {
  const Cards cards(replay, day);
  std::vector<PartyCard> all;
  for (const base::SeatId seat : replay.seats()) all.push_back(cards.card(seat));
  return all;
}

}  // namespace monazite::viz

#include <algorithm>
#include <cmath>
#include <string>

#include <viz/model/flow_estimates.hpp>

namespace monazite::viz {
namespace {

/// The columns of one maker.
struct MakerColumns {
  const std::vector<double>& purchase;
  const std::vector<double>& need;
  const std::vector<double>& stretch;
  double need_share;
};

double at(const std::vector<double>& values, std::size_t month) {
  return month < values.size() && std::isfinite(values[month]) ? values[month] : 0;
}

/// China's licences let through 1 - this.
double cut(const equations::Regime& regime, double state) {
  if (state < 0.5) return 0;
  return state < 1.5 ? regime.cut_slow : regime.cut_light_stopped;
}

/// NdPr that joint development elsewhere gives in a month, t.
double joint_source(const equations::Japan& japan, std::size_t month) {
  const double grown = (static_cast<double>(month) + 1 - japan.joint_source_delay_months) /
                       std::max(1e-9, japan.joint_source_ramp_months);
  return japan.joint_source_t_per_year / 12 * std::clamp(grown, 0.0, 1.0);
}

}  // namespace

PurchasesElsewhere purchases_elsewhere(const Replay& replay) {
  PurchasesElsewhere split;
  const scenarios::Scenario* scenario = replay.scenario();
  if (scenario == nullptr) return split;
  const equations::Parameters& p = scenario->parameters;
  std::vector<MakerColumns> makers;
  for (const economy::MakerSetup& maker : scenario->makers) {
    const std::string prefix = "maker_" + maker.name + "_";
    const MakerColumns columns{replay.series(prefix + "purchase_ndpr_t"),
                               replay.series(prefix + "need_ndpr_t"),
                               replay.series(prefix + "other_supplier"), maker.need_share};
    if (columns.purchase.empty() || columns.need.empty() || columns.stretch.empty()) return split;
    makers.push_back(columns);
  }
  const std::vector<double>& regime = replay.series("regime_light");
  const std::vector<double>& recycling = replay.series("recycling_share");
  const std::vector<double>& bought = replay.series("state_bought_t");
  const double indian_share =
      p.refinery.baseline_t_per_year * p.ore.ndpr_share / std::max(1e-9, p.japan.need_t_per_year);
  const std::size_t months = makers.empty() ? 0 : replay.months().size();
  for (std::size_t month = 0; month < months; ++month) {
    double china = 0;
    double others = 0;
    const double joint = joint_source(p.japan, month);
    for (const MakerColumns& maker : makers) {
      const double need = at(maker.need, month);
      const double from_china = p.market.quota_headroom * p.japan.china_share * need *
                                (1 - cut(p.regime, at(regime, month)));
      const double lynas =
          need * ((1 - p.japan.china_share) *
                      (1 + p.japan.other_supplier_flexibility * at(maker.stretch, month)) -
                  indian_share);
      const double from_others = std::max(0.0, lynas) + joint * maker.need_share;
      const double recycled = std::min(at(maker.purchase, month), at(recycling, month) * need);
      const double fresh = std::max(0.0, at(maker.purchase, month) - recycled);
      const double sum = from_china + from_others;
      if (sum <= 0) continue;
      china += fresh * from_china / sum;
      others += fresh * from_others / sum;
    }
    // What JOGMEC buys comes the same ways.
    const double state = at(bought, month);
    const double sum = china + others;
    split.china.push_back(sum > 0 ? china * (1 + state / sum) : china);
    split.others.push_back(sum > 0 ? others * (1 + state / sum) : others);
  }
  return split;
}

}  // namespace monazite::viz

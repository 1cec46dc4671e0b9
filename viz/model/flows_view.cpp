#include <algorithm>
#include <cmath>

#include <viz/model/flow_estimates.hpp>
#include <viz/model/flow_routes.hpp>
#include <viz/model/flows_view.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// Under this share of what is agreed a flow counts as halted.
constexpr double kHalted = 0.01;
constexpr const char* kSplit =
    "Japan's purchases elsewhere, less recycled magnets, split by what China under its licences "
    "and "
    "other suppliers could deliver that month";

std::string percent(double share) {
  return lab::number_words(100 * share, 0) + " %";
}

/// The names of a flow's series; empty: none.
struct Columns {
  const char* amount = "";
  const char* material = "";
  const char* reo = "";
  Hue hue = Hue::kNeutral;
};

Columns columns_of(FlowId id) {
  switch (id) {
    case FlowId::kFeed:
      return {"feed_ndpr_t", "NdPr", "feed_reo_t", Hue::kIndia};
    case FlowId::kOwnOxide:
      return {"finished_ndpr_t", "NdPr", "", Hue::kIndia};
    case FlowId::kIndiaToJapan:
      return {"shipped_ndpr_t", "NdPr", "shipped_reo_t", Hue::kIndia};
    case FlowId::kSoldElsewhere:
      return {"", "", "sold_elsewhere_reo_t", Hue::kIndia};
    case FlowId::kChinaToJapan:
      return {"", "NdPr", "", Hue::kChina};
    case FlowId::kMtWeldToKuantan:
    case FlowId::kOutsideToJapan:
      return {"", "NdPr", "", Hue::kAustralia};
    case FlowId::kHeavyToJapan:
      return {"", "Dy/Tb", "", Hue::kChina};
    case FlowId::kIndianPlants:
      return {"plant_ndpr_used_t", "NdPr", "", Hue::kIndia};
    case FlowId::kMagnetsReturned:
      return {"india_magnets_returned_t", "NdFeB", "", Hue::kJapan};
    case FlowId::kMagnetsImported:
      return {"india_magnets_imported_t", "NdFeB", "", Hue::kChina};
    case FlowId::kCount:
      break;
  }
  return {};
}

/// All flows of one month.
class Month {
 public:
  Month(const Replay& replay, std::size_t month)
      : replay_(replay), month_(month), elsewhere_(purchases_elsewhere(replay)) {}

  Flow flow(FlowId id) const {
    const Columns columns = columns_of(id);
    Flow flow;
    flow.id = id;
    flow.title = flow_title(id);
    flow.hue = columns.hue;
    flow.material = columns.material;
    const FlowRoute& way = flow_route(id);
    flow.from = way.from;
    flow.to = way.to;
    flow.route = way.points;
    flow.amount = amount(values(id));
    flow.reo = amount(replay_.series(columns.reo));
    flow.state = flow.amount && flow.amount->month > 1e-6 ? FlowState::kRunning : FlowState::kNone;
    fill(flow);
    const std::optional<FlowAmount>& measured =
        flow.amount && flow.amount->contracted ? flow.amount : flow.reo;
    if (measured && measured->contracted && *measured->contracted > 0) {
      flow.fulfilled = measured->month / *measured->contracted;
    }
    judge(flow);
    return flow;
  }

 private:
  double now(const char* name, double otherwise = 0) const {
    const std::vector<double>& all = replay_.series(name);
    return month_ < all.size() && std::isfinite(all[month_]) ? all[month_] : otherwise;
  }

  const std::vector<double>& values(FlowId id) const {
    if (id == FlowId::kChinaToJapan) return elsewhere_.china;
    if (id == FlowId::kOutsideToJapan || id == FlowId::kMtWeldToKuantan) return elsewhere_.others;
    return replay_.series(columns_of(id).amount);
  }

  std::optional<FlowAmount> amount(const std::vector<double>& all) const {
    if (month_ >= all.size()) return std::nullopt;
    FlowAmount amount;
    amount.month = std::isfinite(all[month_]) ? all[month_] : 0;
    const std::size_t first = month_ >= 11 ? month_ - 11 : 0;
    double sum = 0;
    for (std::size_t i = first; i <= month_; ++i) sum += std::isfinite(all[i]) ? all[i] : 0;
    amount.mean = sum / static_cast<double>(month_ - first + 1);
    return amount;
  }

  void fill(Flow& flow) const {
    switch (flow.id) {
      case FlowId::kFeed:
        if (flow.reo) flow.reo->contracted = now("supply_reo_t_per_month");
        if (flow.reo && now("flow_feed_factor", 1) < 1) {
          flow.reo->cap = now("flow_feed_factor") * now("supply_reo_t_per_month");
        }
        break;
      case FlowId::kIndiaToJapan:
        if (flow.amount) flow.amount->contracted = now("committed_ndpr_t");
        if (flow.reo) flow.reo->contracted = now("committed_reo_t");
        if (flow.reo && now("flow_export_cap", 1) < 1) {
          flow.reo->cap = now("flow_export_cap") * now("committed_reo_t");
        }
        break;
      case FlowId::kMagnetsReturned:
        if (flow.amount && now("mou_magnets_t_per_year") > 0) {
          flow.amount->contracted = now("mou_magnets_t_per_year") / 12;
        }
        break;
      case FlowId::kMtWeldToKuantan:
        flow.estimate = true;
        flow.how = std::string("The NdPr contained in what reaches Japan; ") + kSplit;
        break;
      case FlowId::kChinaToJapan:
      case FlowId::kOutsideToJapan:
        flow.estimate = true;
        flow.how = kSplit;
        break;
      default:
        break;
    }
  }

  /// State, reason and note.
  void judge(Flow& flow) const {
    switch (flow.id) {
      case FlowId::kFeed:
      case FlowId::kIndiaToJapan:
        indian(flow);
        break;
      case FlowId::kChinaToJapan:
        licences(flow, now("regime_light"), "light rare earths");
        break;
      case FlowId::kHeavyToJapan:
        flow.state = FlowState::kRunning;
        licences(flow, now("regime_magnet"), "magnets, Dy and Tb");
        break;
      case FlowId::kMagnetsImported:
        licences(flow, now("regime_magnet"), "magnets, Dy and Tb");
        break;
      case FlowId::kMagnetsReturned:
        promised(flow);
        break;
      case FlowId::kSoldElsewhere:
        if (flow.reo && flow.reo->month > 1e-6) flow.state = FlowState::kRunning;
        break;
      case FlowId::kIndianPlants:
        if (now("plant_ndpr_missing_t") > 0.5) {
          flow.state = FlowState::kLimited;
          flow.why = "The plants miss " + lab::number_words(now("plant_ndpr_missing_t"), 0) +
                     " t of NdPr this month";
        }
        break;
      default:
        break;
    }
    if (flow.state == FlowState::kHalted) {
      flow.note = "halted";
    } else if (flow.state == FlowState::kLimited && flow.id == FlowId::kHeavyToJapan) {
      flow.note = "slow licences";
    } else if (flow.amount && flow.amount->contracted && *flow.amount->contracted > 0) {
      flow.note = "contract " + lab::number_words(*flow.amount->contracted, 0);
    } else if (flow.reo && flow.reo->contracted && *flow.reo->contracted > 0) {
      flow.note = "contract " + lab::number_words(*flow.reo->contracted, 0) + " t REO";
    } else if (flow.estimate) {
      flow.note = "about";
    }
  }

  void indian(Flow& flow) const {
    const double share = flow.fulfilled.value_or(1);
    const double feed = now("flow_feed_factor", 1);
    const double cap = now("flow_export_cap", 1);
    if (share < kHalted) {
      flow.state = FlowState::kHalted;
    } else if (share < kLimitedBelow || feed < 1 || cap < 1 || now("flow_light_only") > 0) {
      flow.state = FlowState::kLimited;
    } else {
      flow.state = FlowState::kRunning;
      return;
    }
    if (now("flow_light_only") > 0) {
      flow.why = "IREL is directed to deliver lanthanum and cerium only";
    } else if (feed < 1) {
      flow.why = feed > 0 ? "IREL is directed to deliver " + percent(feed) + " of the feed"
                          : "IREL is directed to stop the feed";
    } else if (cap < 1) {
      flow.why = cap > 0 ? "A notification lets " + percent(cap) + " of the volume out"
                         : "A notification stops exports";
    } else if (now("cyclone") > 0) {
      flow.why = "A cyclone stopped mining";
    } else {
      flow.why = "Less came than is agreed: " + percent(share);
    }
  }

  void licences(Flow& flow, double regime, const char* what) const {
    if (regime < 0.5) return;
    const bool stopped = regime > 1.5;
    flow.state = stopped && (!flow.amount || flow.amount->month < 1e-6) ? FlowState::kHalted
                                                                        : FlowState::kLimited;
    flow.why =
        std::string("China ") + (stopped ? "all but stops" : "slows") + " licences for " + what;
  }

  void promised(Flow& flow) const {
    if (!flow.fulfilled) {
      flow.state =
          flow.amount && flow.amount->month > 1e-6 ? FlowState::kRunning : FlowState::kNone;
    } else if (*flow.fulfilled < kHalted) {
      flow.state = FlowState::kHalted;
      flow.why = "Nothing of the magnets promised came this month";
    } else if (*flow.fulfilled < kLimitedBelow) {
      flow.state = FlowState::kLimited;
      flow.why = percent(*flow.fulfilled) + " of the magnets promised came this month";
    }
  }

  const Replay& replay_;
  std::size_t month_;
  PurchasesElsewhere elsewhere_;
};

}  // namespace

const char* flow_title(FlowId id) {
  switch (id) {
    case FlowId::kFeed:
      return "IREL's feed to the refinery";
    case FlowId::kOwnOxide:
      return "India's own oxide";
    case FlowId::kIndiaToJapan:
      return "India to Japan";
    case FlowId::kSoldElsewhere:
      return "Refinery to others";
    case FlowId::kChinaToJapan:
      return "China to Japan";
    case FlowId::kMtWeldToKuantan:
      return "Australia to Malaysia";
    case FlowId::kOutsideToJapan:
      return "Malaysia and others to Japan";
    case FlowId::kHeavyToJapan:
      return "Dy and Tb, China to Japan";
    case FlowId::kIndianPlants:
      return "India's magnet plants";
    case FlowId::kMagnetsReturned:
      return "Magnets, Japan to India";
    case FlowId::kMagnetsImported:
      return "Magnets India imports";
    case FlowId::kCount:
      break;
  }
  return "";
}

std::vector<Flow> flows_view(const Replay& replay, base::Day day) {
  std::vector<Flow> flows;
  const int month = replay.month_at(day);
  if (month < 0 || replay.series_names().empty()) return flows;
  const Month shown(replay, static_cast<std::size_t>(month));
  for (int id = 0; id < static_cast<int>(FlowId::kCount); ++id) {
    flows.push_back(shown.flow(static_cast<FlowId>(id)));
  }
  return flows;
}

std::vector<double> flow_series(const Replay& replay, FlowId id) {
  if (id == FlowId::kChinaToJapan) return purchases_elsewhere(replay).china;
  if (id == FlowId::kOutsideToJapan || id == FlowId::kMtWeldToKuantan) {
    return purchases_elsewhere(replay).others;
  }
  return replay.series(columns_of(id).amount);
}

}  // namespace monazite::viz

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include <world/lab/measures.hpp>

namespace monazite::lab {
namespace {

/// Longer than the longest consultation (twenty meetings) and than a suspension can last.
constexpr int kLimboMonths = 36;

double mean(const std::vector<double>& values, std::size_t from, std::size_t to) {
  to = std::min(to, values.size());
  if (from >= to) return 0;
  return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(from),
                         values.begin() + static_cast<std::ptrdiff_t>(to), 0.0) /
         static_cast<double>(to - from);
}

/// Whether `length` months in a row lie under `bound`.
bool run_below(const std::vector<double>& values, std::size_t from, std::size_t to,
               std::size_t length, double bound) {
  std::size_t run = 0;
  for (std::size_t i = from; i < std::min(to, values.size()); ++i) {
    run = values[i] < bound ? run + 1 : 0;
    if (run >= length) return true;
  }
  return false;
}

std::size_t month_index(const Chronicle& chronicle, int year, int month) {
  const int index =
      base::months_between(base::Day{chronicle.header.first_day()}, base::to_day({year, month, 1}));
  return static_cast<std::size_t>(std::max(0, index));
}

void measure_flow(const Chronicle& chronicle, Measures& m) {
  const std::vector<double> landed = chronicle.series("landed_reo_t");
  const double before =
      mean(landed, month_index(chronicle, 2024, 1), month_index(chronicle, 2025, 1));
  if (before <= 0) return;
  const std::size_t from = month_index(chronicle, 2025, 7);
  const std::size_t to = month_index(chronicle, 2027, 7);
  if (run_below(landed, from, to, 3, 0.1 * before)) {
    m.flow = Flow::kStop;
  } else if (run_below(landed, from, to, 6, 0.7 * before)) {
    m.flow = Flow::kShrink;
  }
  m.flow_ratio = mean(landed, from, to) / before;
  m.flow_ratio_late =
      mean(landed, month_index(chronicle, 2029, 7), month_index(chronicle, 2031, 7)) / before;
}

void count_acts(const Chronicle& chronicle, Measures& m) {
  std::set<std::uint64_t> consultations;
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (e.has_directive() && chronicle.name(e.from()) == "india") {
      const v1::Act act = e.directive().act();
      m.requests += act == v1::ACT_REQUEST_HOLD_BACK ? 1 : 0;
      m.directions += act != v1::ACT_REQUEST_HOLD_BACK ? 1 : 0;
      m.stop_directions += act == v1::ACT_DIRECT_FEED_STOP ? 1 : 0;
    } else if (e.has_policy_announcement() && e.from() != base::kRegistrar) {
      ++m.notifications;
    } else if (e.has_press_report()) {
      m.leaks += e.press_report().source().empty() ? 1 : 0;
    } else if (e.has_opening() && e.opening().table() == v1::TABLE_CONSULTATION) {
      consultations.insert(e.conversation());
    } else if (e.has_closing()) {
      m.suspensions += e.closing().how() == v1::Closing::HOW_SUSPENDED ? 1 : 0;
    } else if (e.has_clearance() && e.to() == e.clearance().side() && !e.clearance().given()) {
      m.refusals_at_home += consultations.count(e.conversation()) > 0 ? 1 : 0;
    }
  }
  m.suspensions /= 2;  // each party gets a closing
  m.consultations = static_cast<std::uint32_t>(consultations.size());
}

/// What the same parties had signed at such a table, and had not run out, when `deal` was signed.
std::optional<std::uint64_t> in_force(const std::vector<Deal>& earlier, const Deal& deal) {
  const auto last = std::find_if(earlier.rbegin(), earlier.rend(), [&](const Deal& other) {
    return other.table == deal.table && other.parties == deal.parties;
  });
  if (last == earlier.rend() || last->until < deal.signed_on) return std::nullopt;
  return last->outcome;
}

void collect_deals(const Chronicle& chronicle, Measures& m) {
  std::map<std::uint64_t, std::size_t> deal_of;
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (!e.has_agreement() || (e.to() != e.agreement().parties(0) && e.to() != base::kPublic)) {
      continue;
    }
    Deal deal;
    deal.signed_on = base::Day{e.day()};
    deal.table = e.agreement().table();
    deal.conversation = e.conversation();
    deal.outcome = e.agreement().outcome();
    deal.until = base::Day{e.agreement().until_day()};
    deal.parties.assign(e.agreement().parties().begin(), e.agreement().parties().end());
    deal.before = in_force(m.deals, deal);
    if (deal.table == v1::TABLE_CONSULTATION && !m.first_agreement)
      m.first_agreement = deal.signed_on;
    deal_of[deal.conversation] = m.deals.size();
    m.deals.push_back(std::move(deal));
  }
  for (const Chronicle::Analysis& dated : chronicle.analyses) {
    const v1::NegotiationAnalysis& a = dated.analysis;
    if (a.table() == v1::TABLE_CONSULTATION &&
        a.basis() == v1::NegotiationAnalysis::BASIS_BELIEFS) {
      ++m.meetings;
    }
    const auto found = deal_of.find(a.conversation());
    if (found == deal_of.end() || !a.agreed()) continue;
    Deal& deal = m.deals[found->second];
    const bool solved = a.has_solutions() && a.solutions().has_nash();
    if (a.basis() == v1::NegotiationAnalysis::BASIS_BELIEFS) {
      deal.meetings = a.meeting();
      deal.first_gain_musd = a.deal().first();
      deal.second_gain_musd = a.deal().second();
      deal.distance_to_frontier_musd = a.distance_to_frontier();
      if (solved) deal.distance_to_nash_musd = a.distance_to_nash();
    } else {
      deal.first_gain_true_musd = a.deal().first();
      deal.second_gain_true_musd = a.deal().second();
      deal.distance_to_frontier_true_musd = a.distance_to_frontier();
      if (solved) deal.distance_to_nash_true_musd = a.distance_to_nash();
    }
  }
  // Rounding of the recorded floats is far under this.
  constexpr double kBelow = -1e-3;
  for (const Deal& deal : m.deals) {
    m.signed_below_reservation +=
        deal.first_gain_musd < kBelow || deal.second_gain_musd < kBelow ? 1 : 0;
  }
}

/// Who stood in the way at home, over all meetings of consultations.
void count_obstacles(const Chronicle& chronicle, Measures& m) {
  std::map<std::pair<base::SeatId, v1::Office>, std::uint32_t> counted;
  for (const Meeting& meeting : meetings_of(chronicle)) {
    const v1::NegotiationAnalysis& a = *meeting.analysis;
    m.meetings_with_overlap += a.overlap() > 0 ? 1 : 0;
    if (a.first_obstacle() != v1::OFFICE_NONE) ++counted[{meeting.first, a.first_obstacle()}];
    if (a.second_obstacle() != v1::OFFICE_NONE) ++counted[{meeting.second, a.second_obstacle()}];
  }
  for (const auto& [who, meetings] : counted) {
    m.obstacles.push_back({who.first, who.second, meetings});
  }
  std::stable_sort(m.obstacles.begin(), m.obstacles.end(),
                   [](const Obstacle& a, const Obstacle& b) { return a.meetings > b.meetings; });
}

void measure_stocks(const Chronicle& chronicle, Measures& m) {
  const std::vector<double> price = chronicle.series("price_ndpr_outside_usd_per_kg");
  if (!price.empty()) {
    m.price_mean_usd_per_kg = mean(price, 0, price.size());
    m.price_peak_usd_per_kg = *std::max_element(price.begin(), price.end());
  }
  const std::vector<double> unmet = chronicle.series("japan_unmet_ndpr_t");
  m.unmet_ndpr_t = std::accumulate(unmet.begin(), unmet.end(), 0.0);
  const std::vector<double> cover = chronicle.series("japan_cover_days");
  if (!cover.empty()) m.makers_worst_cover_days = *std::min_element(cover.begin(), cover.end());
  const std::vector<double> weeks = chronicle.series("india_magnet_cover_weeks");
  if (!weeks.empty()) m.india_magnet_weeks_least = *std::min_element(weeks.begin(), weeks.end());
  if (chronicle.months.empty()) return;
  const auto& names = chronicle.months.front().snapshot.names();
  for (int i = 0; i < names.size(); ++i) {
    const std::string& name = names.Get(i);
    if (name.size() < 2 || name.substr(name.size() - 2) != "_t") continue;
    for (const Chronicle::Month& month : chronicle.months) {
      if (month.snapshot.values(i) < -1e-9) {
        ++m.negative_stocks;
        break;
      }
    }
  }
}

void measure_clauses(const Chronicle& chronicle, Measures& m) {
  if (chronicle.months.empty()) return;
  const Chronicle::Month& last = chronicle.months.back();
  for (const v1::ClauseStatus& clause : last.snapshot.clauses()) {
    const bool open = clause.status() == v1::ClauseStatus::STATUS_UNDER_CONSULTATION ||
                      clause.status() == v1::ClauseStatus::STATUS_SUSPENDED;
    if (open && base::months_between(base::Day{clause.since_day()}, last.day) > kLimboMonths) {
      ++m.clauses_in_limbo;
    }
  }
}

}  // namespace

const char* to_string(Flow flow) {
  switch (flow) {
    case Flow::kStop:
      return "stop";
    case Flow::kShrink:
      return "shrink";
    default:
      return "go on";
  }
}

Measures measure(const Chronicle& chronicle, const scenarios::Scenario& scenario) {
  Measures m;
  m.seed = chronicle.header.seed();
  m.run = chronicle.header.run();
  measure_flow(chronicle, m);
  count_acts(chronicle, m);
  collect_deals(chronicle, m);
  count_obstacles(chronicle, m);
  measure_stocks(chronicle, m);
  m.parties = measure_parties(chronicle, scenario, m.deals);
  measure_clauses(chronicle, m);
  return m;
}

}  // namespace monazite::lab

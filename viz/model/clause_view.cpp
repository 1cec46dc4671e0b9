#include <algorithm>
#include <cmath>

#include <viz/model/clause_view.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using C = v1::ClauseStatus;

std::string clause_number(double value, int decimals = 0) {
  return lab::number_words(value, decimals);
}

std::string signed_percent(double value) {
  return (value > 0 ? "+" : "") + clause_number(value, 1) + " %";
}

/// What the clause commits to on a day, with its number where the snapshots hold it.
std::string title_of(const Replay& replay, C::Clause clause, base::Day day) {
  const auto term = [&](const char* name) { return replay.value_at(name, day).value_or(0); };
  switch (clause) {
    case C::CLAUSE_VOLUME:
      return "Volume " + clause_number(term("mou_volume_t_per_year")) + " t REO/year";
    case C::CLAUSE_NDPR:
      return "NdPr in it " + clause_number(100 * term("mou_ndpr_share"), 1) + " %";
    case C::CLAUSE_PRICE:
      return "Price, index " + signed_percent(term("mou_premium_percent"));
    case C::CLAUSE_MAGNETS:
      return "Magnets returned " + clause_number(term("mou_magnets_t_per_year")) + " t/year";
    case C::CLAUSE_TECHNOLOGY:
      return "Technology, level " + clause_number(term("mou_technology_level"));
    case C::CLAUSE_FINANCE:
      return "Finance " + clause_number(term("mou_finance_bn_jpy")) + " bn JPY";
    case C::CLAUSE_DOMESTIC_PRIORITY:
      return "Domestic priority " + clause_number(100 * term("mou_domestic_priority_share")) +
             " %, " + clause_number(term("mou_notice_days")) + " d";
    case C::CLAUSE_CONSULTATION:
      return "Consultation on request";
    case C::CLAUSE_HEAVY_SWAP:
      return "Dy/Tb swap " + clause_number(term("mou_heavy_swap_t_per_year")) + " t/year";
    case C::CLAUSE_SUPPLY_CONTRACT:
      return "Supply " + clause_number(term("supply_reo_t_per_month")) + " t REO/month";
    case C::CLAUSE_TAKE_OR_PAY:
      return "Take or pay";
    case C::CLAUSE_ALLOCATION:
      return "Allocation to makers";
    default:
      return lab::clause_words(clause);
  }
}

const char* measure_meaning(C::Clause clause) {
  switch (clause) {
    case C::CLAUSE_VOLUME:
      return "REO shipped over agreed, six months";
    case C::CLAUSE_NDPR:
      return "NdPr shipped over agreed, six months";
    case C::CLAUSE_PRICE:
      return "premium over the index";
    case C::CLAUSE_MAGNETS:
      return "magnets delivered over promised, six months";
    case C::CLAUSE_TECHNOLOGY:
      return "level granted";
    case C::CLAUSE_FINANCE:
      return "paid over promised";
    case C::CLAUSE_DOMESTIC_PRIORITY:
      return "share diverted over share allowed";
    case C::CLAUSE_CONSULTATION:
      return "meetings since the request";
    case C::CLAUSE_HEAVY_SWAP:
      return "Dy/Tb delivered over promised";
    case C::CLAUSE_SUPPLY_CONTRACT:
      return "fed over contracted, six months";
    case C::CLAUSE_TAKE_OR_PAY:
      return "taken over contracted";
    case C::CLAUSE_ALLOCATION:
      return "delivered over allocated, the quarter";
    default:
      return "";
  }
}

bool is_contract(C::Clause clause) {
  return clause == C::CLAUSE_SUPPLY_CONTRACT || clause == C::CLAUSE_TAKE_OR_PAY ||
         clause == C::CLAUSE_ALLOCATION;
}

}  // namespace

StatusMark mark_of(C::Status status) {
  switch (status) {
    case C::STATUS_HONOURED:
    case C::STATUS_PERFORMED:
    case C::STATUS_REMEDIED:
      return StatusMark::kKept;
    case C::STATUS_ERODED:
      return StatusMark::kWeakened;
    case C::STATUS_UNDER_CONSULTATION:
      return StatusMark::kPending;
    case C::STATUS_EXCUSED:
      return StatusMark::kExcused;
    default:
      return StatusMark::kStopped;
  }
}

std::string measure_words(C::Clause clause, double measure) {
  if (!std::isfinite(measure)) return "-";
  switch (clause) {
    case C::CLAUSE_PRICE:
      return signed_percent(measure);
    case C::CLAUSE_TECHNOLOGY:
      return "level " + clause_number(measure);
    case C::CLAUSE_CONSULTATION:
      return lab::count_words(measure, "meeting");
    default:
      return clause_number(100 * measure) + " %";
  }
}

std::vector<ClauseRow> clause_view(const Replay& replay, base::Day day) {
  std::vector<ClauseRow> rows;
  const int month = replay.month_at(day);
  for (const ClauseLane& lane : replay.clauses()) {
    const ClauseChange* change = lane.at(day);
    if (change == nullptr) continue;
    ClauseRow row;
    row.clause = lane.clause;
    row.number = static_cast<int>(lane.clause);
    row.title = title_of(replay, lane.clause, day);
    row.value = change->measure;
    const auto at = static_cast<std::size_t>(month);
    if (month >= 0 && at < lane.measures.size() && std::isfinite(lane.measures[at])) {
      row.value = lane.measures[at];
    }
    row.measure = measure_words(lane.clause, row.value);
    row.what = measure_meaning(lane.clause);
    row.status = change->status;
    row.status_words = lab::status_words(change->status);
    row.mark = mark_of(change->status);
    row.since = change->since;
    row.because_of = change->because_of;
    row.contract = is_contract(lane.clause);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ClauseHistoryRow> clause_history(const Replay& replay, C::Clause clause,
                                             base::Day day) {
  std::vector<ClauseHistoryRow> rows;
  for (const ClauseLane& lane : replay.clauses()) {
    if (lane.clause != clause) continue;
    for (const ClauseChange& change : lane.changes) {
      if (change.since > day) break;
      rows.push_back({change.since, lab::status_words(change.status),
                      measure_words(clause, change.measure), mark_of(change.status),
                      change.because_of});
    }
  }
  std::reverse(rows.begin(), rows.end());
  return rows;
}

}  // namespace monazite::viz

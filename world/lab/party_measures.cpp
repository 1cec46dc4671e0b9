#include <algorithm>
#include <numeric>

#include <world/lab/measures.hpp>
#include <world/lab/party_measures.hpp>

namespace monazite::lab {
namespace {

using scenarios::SeatKind;

constexpr double kDaysPerWeek = 7;

/// Sum over the months; nothing when the run does not know the name.
std::optional<double> total(const Chronicle& chronicle, const std::string& name) {
  if (chronicle.column(name.c_str()) < 0) return std::nullopt;
  const std::vector<double> values = chronicle.series(name.c_str());
  return std::accumulate(values.begin(), values.end(), 0.0);
}

void add_gains(const std::vector<Deal>& deals, PartyMeasures& party) {
  for (const Deal& deal : deals) {
    for (std::size_t side = 0; side < deal.parties.size(); ++side) {
      if (deal.parties[side] != party.seat) continue;
      party.gain_musd += side == 0 ? deal.first_gain_musd : deal.second_gain_musd;
      const auto& came_true = side == 0 ? deal.first_gain_true_musd : deal.second_gain_true_musd;
      if (came_true) party.gain_true_musd = party.gain_true_musd.value_or(0) + *came_true;
    }
  }
}

void add_volumes(const Chronicle& chronicle, SeatKind kind, PartyMeasures& party) {
  switch (kind) {
    case SeatKind::kMiner:
      party.delivered_reo_t = total(chronicle, "feed_reo_t");
      party.delivered_ndpr_t = total(chronicle, "feed_ndpr_t");
      return;
    case SeatKind::kTrader:
      party.received_reo_t = total(chronicle, "feed_reo_t");
      party.received_ndpr_t = total(chronicle, "feed_ndpr_t");
      party.delivered_reo_t = total(chronicle, "shipped_reo_t");
      party.delivered_ndpr_t = total(chronicle, "shipped_ndpr_t");
      return;
    case SeatKind::kMagnetMaker:
    case SeatKind::kCarMaker: {
      const std::string maker = "maker_" + party.name;
      const auto allocated = total(chronicle, maker + "_allocated_ndpr_t");
      const auto spot = total(chronicle, maker + "_spot_ndpr_t");
      const auto elsewhere = total(chronicle, maker + "_purchase_ndpr_t");
      if (!allocated || !spot || !elsewhere) return;
      party.received_indian_ndpr_t = *allocated + *spot;
      party.received_ndpr_t = *allocated + *spot + *elsewhere;
      return;
    }
    case SeatKind::kGovernment:
      if (party.name == "india") {
        party.delivered_reo_t = total(chronicle, "shipped_reo_t");
        party.delivered_ndpr_t = total(chronicle, "shipped_ndpr_t");
      } else {
        party.received_reo_t = total(chronicle, "landed_reo_t");
        party.received_ndpr_t = total(chronicle, "landed_ndpr_t");
      }
      return;
  }
}

/// Days of cover of the stock that the party looks to, month by month; empty if it has none.
std::vector<double> cover_days(const Chronicle& chronicle, const std::string& party) {
  if (party == "india") {
    std::vector<double> days = chronicle.series("india_magnet_cover_weeks");
    for (double& value : days) value *= kDaysPerWeek;
    return days;
  }
  if (party == "japan") return chronicle.series("state_cover_days");
  return chronicle.series(("maker_" + party + "_cover_days").c_str());
}

void add_shortage(const Chronicle& chronicle, base::Day decisions_from, PartyMeasures& party) {
  if (party.name == "india") {
    party.missing_magnets_t = total(chronicle, "india_magnet_shortage_t");
  } else if (party.name == "japan") {
    party.unmet_ndpr_t = total(chronicle, "japan_unmet_ndpr_t");
  } else {
    party.unmet_ndpr_t = total(chronicle, "maker_" + party.name + "_unmet_ndpr_t");
  }
  const std::vector<double> cover = cover_days(chronicle, party.name);
  if (cover.empty()) return;
  const auto& months = chronicle.months;
  auto first = static_cast<std::ptrdiff_t>(
      std::find_if(months.begin(), months.end(),
                   [&](const Chronicle::Month& month) { return month.day >= decisions_from; }) -
      months.begin());
  if (first == static_cast<std::ptrdiff_t>(cover.size())) first = 0;  // it ends before anybody acts
  const auto least = std::min_element(cover.begin() + first, cover.end());
  party.worst_cover_days = *least;
  party.worst_month = months[static_cast<std::size_t>(least - cover.begin())].day;
}

}  // namespace

std::vector<PartyMeasures> measure_parties(const Chronicle& chronicle,
                                           const scenarios::Scenario& scenario,
                                           const std::vector<Deal>& deals) {
  std::vector<PartyMeasures> parties;
  for (std::size_t i = 0; i < scenario.seats.size(); ++i) {
    const scenarios::Seat& seat = scenario.seats[i];
    PartyMeasures party;
    party.seat = static_cast<base::SeatId>(base::kFirstSeat + i);
    party.name = seat.name;
    party.title = seat.title;
    add_gains(deals, party);
    add_volumes(chronicle, seat.kind, party);
    add_shortage(chronicle, scenario.decisions_from, party);
    const std::vector<double> cash = chronicle.series(("cash_" + seat.name + "_musd").c_str());
    if (!cash.empty()) party.cash_musd = cash.back();
    parties.push_back(std::move(party));
  }
  return parties;
}

}  // namespace monazite::lab

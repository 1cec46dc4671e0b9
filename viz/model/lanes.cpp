#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include <viz/model/clause_view.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/lanes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr double kLinesStopAt = 0.02;

BandKind kind_of(StatusMark mark) {
  switch (mark) {
    case StatusMark::kKept:
      return BandKind::kInForce;
    case StatusMark::kWeakened:
      return BandKind::kLimited;
    case StatusMark::kPending:
      return BandKind::kTalks;
    case StatusMark::kExcused:
      return BandKind::kExcused;
    case StatusMark::kStopped:
      break;
  }
  return BandKind::kStopped;
}

/// The last day that a lane may know of: nothing beyond it has a trace in what it shows.
base::Day known_until(const Replay& replay, std::optional<base::Day> until) {
  return until ? std::min(*until, replay.filled_until()) : replay.filled_until();
}

Lane clause_lane(const ClauseLane& clause, base::Day known) {
  const Entity entity{Entity::Kind::kClause, static_cast<std::uint64_t>(clause.clause)};
  Lane lane{Lane::Kind::kClause, lab::clause_words(clause.clause), entity, {}};
  lane.title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(lane.title[0])));
  // With its number, as in the list of clauses: there are talks of the same names.
  lane.title = std::to_string(static_cast<int>(clause.clause)) + " " + lane.title;
  for (std::size_t i = 0; i < clause.changes.size(); ++i) {
    const ClauseChange& change = clause.changes[i];
    if (change.since > known) break;
    const bool last = i + 1 == clause.changes.size() || clause.changes[i + 1].since > known;
    const base::Day end = last ? known : clause.changes[i + 1].since - 1;
    if (end < change.since) continue;  // replaced on the same day
    const std::string measure = measure_words(clause.clause, change.measure);
    lane.bands.push_back({change.since,
                          end,
                          kind_of(mark_of(change.status)),
                          lab::status_words(change.status) + (measure == "-" ? "" : ", " + measure),
                          entity,
                          last,
                          {}});
  }
  return lane;
}

/// A quantity that is constant for months at a time, as bands; `say` gives kind and label.
template <class Say>
Lane policy_lane(const Replay& replay, const char* title, const std::vector<double>& values,
                 base::Day known, const Say& say) {
  Lane lane{Lane::Kind::kPolicy, title, {}, {}};
  const std::vector<base::Day>& months = replay.months();
  for (std::size_t i = 0; i < values.size() && i < months.size() && months[i] <= known; ++i) {
    if (!std::isfinite(values[i])) continue;
    Band band;
    band.first = base::start_of_month(months[i]);
    band.last = months[i];
    std::tie(band.kind, band.label) = say(values[i]);
    if (!lane.bands.empty()) {
      Band& last = lane.bands.back();
      if (last.label == band.label && last.last + 1 == band.first) {
        last.last = band.last;
        continue;
      }
    }
    lane.bands.push_back(std::move(band));
  }
  if (!lane.bands.empty()) {
    // What the last month's account said holds until the next one says otherwise.
    lane.bands.back().last = std::max(lane.bands.back().last, known);
    lane.bands.back().goes_on = true;
  }
  return lane;
}

std::pair<BandKind, std::string> regime(double level) {
  if (level < 0.5) return {BandKind::kQuiet, "open"};
  return level < 1.5 ? std::pair{BandKind::kLimited, std::string("slow licences")}
                     : std::pair{BandKind::kStopped, std::string("all but stopped")};
}

std::pair<BandKind, std::string> share(double value) {
  const std::string percent = lab::number_words(100 * value, 0) + " %";
  if (value >= 0.999) return {BandKind::kInForce, "all"};
  return {value > 0.001 ? BandKind::kLimited : BandKind::kStopped,
          value > 0.001 ? percent : "nothing"};
}

std::string ending(const Negotiation& talks) {
  switch (talks.how) {
    case v1::Closing::HOW_SUSPENDED:
      return "suspended";
    case v1::Closing::HOW_WALK_AWAY:
      return "walked away";
    default:
      return "no deal";
  }
}

/// "1 meeting", "12 meetings"
std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

/// What a day knows of an encounter that has opened by then.
struct KnownTalks {
  std::size_t meetings = 0, offers = 0;
  bool agreed = false, over = false;
  base::Day end{};  ///< the last day of the talks so far
};

KnownTalks known_talks(const Negotiation& talks, base::Day known) {
  KnownTalks so_far;
  so_far.offers = static_cast<std::size_t>(std::count_if(
      talks.moves.begin(), talks.moves.end(),
      [known](const Move& move) { return move.kind == Move::Kind::kOffer && move.day <= known; }));
  so_far.meetings = static_cast<std::size_t>(
      std::count_if(talks.analyses.begin(), talks.analyses.end(),
                    [known](const AnalysisRow& row) { return row.day <= known; }));
  so_far.agreed = talks.agreed && talks.agreed_on && *talks.agreed_on <= known;
  so_far.over = so_far.agreed || (talks.closed && *talks.closed <= known);
  so_far.end = so_far.agreed ? *talks.agreed_on
               : so_far.over ? *talks.closed
                             : std::max(talks.opened, known);
  return so_far;
}

/// The encounters of a table, and what is in force between them.
Lane table_lane(const Replay& replay, v1::Table table, const char* title, base::Day known) {
  Lane lane{Lane::Kind::kTalks, title, {}, {}};
  base::Day free = replay.first_day();  // first day without a band
  bool signed_before = false;
  std::string between = table == v1::TABLE_CONSULTATION ? "no request" : "in force";
  const auto fill = [&](base::Day until, const Entity& entity, bool goes_on) {
    if (until < free) return;
    const bool in_force = signed_before || table != v1::TABLE_CONSULTATION;
    lane.bands.push_back({free,
                          until,
                          in_force ? BandKind::kInForce : BandKind::kQuiet,
                          between,
                          entity,
                          goes_on,
                          {}});
    free = until + 1;
  };
  Entity last;
  for (const Negotiation& talks : replay.negotiations()) {
    if (talks.table != table || talks.opened < free || talks.opened > known) continue;
    fill(talks.opened - 1, last, false);
    last = {Entity::Kind::kNegotiation, talks.conversation};
    const KnownTalks so_far = known_talks(talks, known);
    lane.bands.push_back({talks.opened, so_far.end, BandKind::kTalks,
                          table == v1::TABLE_CONSULTATION ? counted(so_far.meetings, "meeting")
                                                          : counted(so_far.offers, "offer"),
                          last, !so_far.over,
                          so_far.agreed ? "agreed"
                          : so_far.over ? ending(talks)
                                        : std::string()});
    free = so_far.end + 1;
    if (so_far.agreed) {
      signed_before = true;
      between = "agreed";
    } else if (so_far.over && !signed_before && table == v1::TABLE_CONSULTATION) {
      between = ending(talks);
    }
  }
  fill(known, last, true);
  return lane;
}

/// Toyotsu deals out its oxide to the makers, with several at a time: talks that overlap are one
/// band.
Lane allocation_lane(const Replay& replay, base::Day known) {
  Lane lane{Lane::Kind::kTalks, "Allocation", {}, {}};
  struct Round {
    base::Day first{}, last{};
    std::size_t talks = 0, agreed = 0, over = 0;
    Entity entity;
  };
  std::vector<Round> rounds;
  for (const Negotiation& talks : replay.negotiations()) {
    if (talks.table != v1::TABLE_ALLOCATION || talks.opened > known) continue;
    const KnownTalks so_far = known_talks(talks, known);
    if (rounds.empty() || rounds.back().last + 1 < talks.opened) {
      rounds.push_back({talks.opened, so_far.end, 0, 0, 0, {}});
    }
    Round& round = rounds.back();
    round.last = std::max(round.last, so_far.end);
    ++round.talks;
    round.agreed += so_far.agreed ? 1 : 0;
    round.over += so_far.over ? 1 : 0;
    round.entity = {Entity::Kind::kNegotiation, talks.conversation};
  }
  base::Day free = replay.first_day();
  const auto quiet = [&](base::Day until, bool goes_on) {
    if (until < free) return;
    lane.bands.push_back({free, until, BandKind::kQuiet, "–", {}, goes_on, {}});
  };
  for (const Round& round : rounds) {
    quiet(round.first - 1, false);
    const bool over = round.over == round.talks;
    lane.bands.push_back(
        {round.first, round.last, BandKind::kTalks, counted(round.talks, "maker"), round.entity,
         !over,
         over ? std::to_string(round.agreed) + " of " + std::to_string(round.talks) + " agreed"
              : std::string()});
    free = round.last + 1;
  }
  quiet(known, true);
  return lane;
}

bool has_allocation(const Replay& replay, base::Day known) {
  const auto& all = replay.negotiations();
  return std::any_of(all.begin(), all.end(), [known](const Negotiation& talks) {
    return talks.table == v1::TABLE_ALLOCATION && talks.opened <= known;
  });
}

}  // namespace

std::vector<Lane> lanes(const Replay& replay, std::optional<base::Day> until) {
  const base::Day known = known_until(replay, until);
  std::vector<Lane> all;
  const bool world = replay.scenario() != nullptr || !replay.months().empty();
  if (world) {
    all.push_back(table_lane(replay, v1::TABLE_CONSULTATION, "Consultation", known));
    all.push_back(table_lane(replay, v1::TABLE_SUPPLY_CONTRACT, "Supply contract", known));
    if (has_allocation(replay, known)) all.push_back(allocation_lane(replay, known));
  } else {
    all.push_back(table_lane(replay, v1::TABLE_UNSPECIFIED, "Negotiation", known));
  }
  const auto policy = [&](const char* title, const char* name, const auto& say) {
    const std::vector<double>& values = replay.series(name);
    if (!values.empty()) all.push_back(policy_lane(replay, title, values, known, say));
  };
  policy("China, light", "regime_light", regime);
  policy("China, magnets", "regime_magnet", regime);
  policy("Feed", "flow_feed_factor", share);
  policy("Export cap", "flow_export_cap", share);
  for (const ClauseLane& clause : replay.clauses()) {
    if (!clause.changes.empty() && clause.changes.front().since <= known) {
      all.push_back(clause_lane(clause, known));
    }
  }
  return all;
}

std::vector<Band> crises(const Replay& replay, std::optional<base::Day> until) {
  const base::Day known = known_until(replay, until);
  const std::vector<double>& fulfilled = replay.series("fulfilment_ndpr");
  const std::vector<double>& unmet = replay.series("japan_unmet_ndpr_t");
  const std::vector<double>& need = replay.series("japan_need_ndpr_t");
  std::vector<Band> bands;
  for (std::size_t i = 0; i < replay.months().size() && replay.months()[i] <= known; ++i) {
    const bool withheld = i < fulfilled.size() && fulfilled[i] < kLimitedBelow;
    const bool missing = i < unmet.size() && i < need.size() && unmet[i] > kLinesStopAt * need[i];
    if (!withheld && !missing) continue;
    const base::Day first = base::start_of_month(replay.months()[i]);
    const char* label = missing ? "lines stop" : "flow withheld";
    if (!bands.empty() && bands.back().last + 1 == first) {
      bands.back().last = replay.months()[i];
      if (missing) bands.back().label = label;
      continue;
    }
    bands.push_back({first, replay.months()[i], BandKind::kStopped, label, {}, false, {}});
  }
  return bands;
}

std::vector<std::uint32_t> message_density(const Replay& replay, base::Day first, base::Day last,
                                           std::size_t bins, std::optional<base::Day> until) {
  std::vector<std::uint32_t> counts(bins, 0);
  if (bins == 0 || last < first) return counts;
  const double days = static_cast<double>(last.number) - first.number + 1;
  for (std::size_t i = replay.messages_until(first - 1); i < replay.messages().size(); ++i) {
    const base::Day day = replay.messages()[i].day;
    if (day > last || (until && day > *until)) break;
    const double part = (static_cast<double>(day.number) - first.number) / days;
    ++counts[std::min(bins - 1, static_cast<std::size_t>(part * static_cast<double>(bins)))];
  }
  return counts;
}

}  // namespace monazite::viz

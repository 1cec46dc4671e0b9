#include <algorithm>
#include <cmath>
#include <map>

#include <viz/model/talks_view.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// What the sample's packages are worth to both, and the scale of the plane.
class Plane {
 public:
  Plane(const Negotiation& talks, const AnalysisRow& row, const TalksBodies& bodies)
      : reservation_{finite(row.first_reservation_musd), finite(row.second_reservation_musd)} {
    const v1::NegotiationAnalysis& a = *bodies.analysis;
    const auto& sample = a.packages().empty() && bodies.opening != nullptr
                             ? bodies.opening->opening().sample()
                             : a.packages();
    const int count = std::min({sample.size(), a.first_musd_size(), a.second_musd_size()});
    for (int i = 0; i < count; ++i) {
      const double first = static_cast<double>(a.first_musd(i));
      const double second = static_cast<double>(a.second_musd(i));
      if (!talks.agenda->contains(sample.Get(i)) || !std::isfinite(first) ||
          !std::isfinite(second)) {
        // Keeps its place, because the frontier counts places.
        values_.push_back({sample.Get(i), NAN, NAN});
        continue;
      }
      values_.push_back({sample.Get(i), first, second});
      by_outcome_.emplace(sample.Get(i), values_.size() - 1);
      for (const int side : {0, 1}) {
        const double value = side == 0 ? first : second;
        lowest_[side] = usable_ ? std::min(lowest_[side], value) : value;
        highest_[side] = usable_ ? std::max(highest_[side], value) : value;
      }
      usable_ = true;
    }
  }

  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] double span(int side) const { return highest_[side] - lowest_[side]; }
  [[nodiscard]] double utility(int side, double value) const {
    return span(side) > 0 ? (value - lowest_[side]) / span(side) : 0;
  }
  [[nodiscard]] double reservation(int side) const { return utility(side, reservation_[side]); }

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] std::optional<TalksPoint> at(std::size_t position) const {
    if (position >= values_.size() || std::isnan(values_[position].first)) return std::nullopt;
    const Value& value = values_[position];
    return point(value.outcome, value.first, value.second);
  }
  [[nodiscard]] std::optional<TalksPoint> of(agenda::Outcome outcome) const {
    const auto found = by_outcome_.find(outcome);
    return found == by_outcome_.end() ? std::nullopt : at(found->second);
  }
  /// A point of the analysis, whose values are above the reservation values.
  [[nodiscard]] std::optional<TalksPoint> of(const std::optional<ValuePoint>& point) const {
    if (!point) return std::nullopt;
    const double first = static_cast<double>(point->first) + reservation_[0];
    const double second = static_cast<double>(point->second) + reservation_[1];
    if (!std::isfinite(first) || !std::isfinite(second)) return std::nullopt;
    return this->point(point->outcome, first, second);
  }

 private:
  struct Value {
    agenda::Outcome outcome;
    double first, second;
  };
  /// An analysis of parties that accept anything says so with an infinite value.
  static double finite(double value) { return std::isfinite(value) ? value : 0; }

  [[nodiscard]] TalksPoint point(agenda::Outcome outcome, double first, double second) const {
    return {outcome, utility(0, first), utility(1, second), first - reservation_[0],
            second - reservation_[1]};
  }

  double reservation_[2];
  double lowest_[2] = {0, 0}, highest_[2] = {0, 0};
  bool usable_ = false;
  std::vector<Value> values_;
  std::map<agenda::Outcome, std::size_t> by_outcome_;
};

const AnalysisRow* analysis_at(const Negotiation& talks, base::Day day) {
  const AnalysisRow* last = nullptr;
  // Over a domain the values stand from the start; its one analysis is recorded at the end.
  if (talks.table == v1::TABLE_UNSPECIFIED && !talks.analyses.empty()) {
    last = &talks.analyses.front();
  }
  for (const AnalysisRow& row : talks.analyses) {
    if (row.day <= day) last = &row;
  }
  return last;
}

void fill_plane(const Negotiation& talks, const AnalysisRow& row, const TalksBodies& bodies,
                base::Day day, TalksView& view) {
  const Plane plane(talks, row, bodies);
  if (!plane.usable()) return;
  for (std::size_t i = 0; i < plane.size(); ++i) {
    if (const auto point = plane.at(i)) view.cloud.push_back(*point);
  }
  for (const std::uint32_t position : bodies.analysis->frontier()) {
    if (const auto point = plane.at(position)) view.frontier.push_back(*point);
  }
  view.nash = plane.of(row.nash);
  view.kalai_smorodinsky = plane.of(row.kalai_smorodinsky);
  view.egalitarian = plane.of(row.egalitarian);
  view.welfare = plane.of(row.welfare);
  // Until something is agreed the analysis gives the last offer there, which need not be in the
  // sample.
  const std::optional<TalksPoint> deal =
      row.day <= day ? plane.of(row.deal) : std::optional<TalksPoint>{};
  if (row.agreed) view.deal = deal;
  view.first_reservation = plane.reservation(0);
  view.second_reservation = plane.reservation(1);
  view.first_span_musd = plane.span(0);
  view.second_span_musd = plane.span(1);
  for (TalksMove& move : view.moves) {
    if (move.move->kind == Move::Kind::kWalkAway) continue;
    move.point = plane.of(move.move->outcome);
    if (!move.point && deal && deal->outcome == move.move->outcome) move.point = deal;
  }
}

TalksState state_of(const Negotiation& talks, base::Day day) {
  if (talks.agreed_on && *talks.agreed_on <= day) return TalksState::kAgreed;
  if (!talks.closed || *talks.closed > day) return TalksState::kBargaining;
  switch (talks.how) {
    case v1::Closing::HOW_AGREEMENT:
      return TalksState::kAgreed;
    case v1::Closing::HOW_SUSPENDED:
      return TalksState::kSuspended;
    case v1::Closing::HOW_WALK_AWAY:
      return TalksState::kWalkedAway;
    case v1::Closing::HOW_CONFLICT:
      return TalksState::kConflict;
    default:
      return TalksState::kDeadline;
  }
}

void fill_moves(const Negotiation& talks, base::Day day, TalksView& view) {
  std::uint32_t offers = 0;
  const Move* last = nullptr;
  for (const Move& move : talks.moves) {
    if (move.day > day) break;
    const bool offer = move.kind == Move::Kind::kOffer;
    offers += offer ? 1 : 0;
    view.moves.push_back({&move, talks.side(move.who), offer ? offers : 0, std::nullopt});
    if (offer) view.standing = &move;
    last = &move;
  }
  view.round = offers;
  if (view.state != TalksState::kBargaining) {
    view.standing = nullptr;
    return;
  }
  // An acceptance goes home to both sides first; nobody moves meanwhile.
  if (last != nullptr && last->kind == Move::Kind::kAcceptance) return;
  const std::size_t parties = talks.parties.size();
  const std::size_t next =
      last == nullptr ? 0 : (static_cast<std::size_t>(talks.side(last->who)) + 1) % parties;
  view.to_move = talks.parties[next];
}

void fill_issues(const Negotiation& talks, const TalksView& view, std::vector<IssueRow>& rows) {
  const agenda::Agenda& agenda = *talks.agenda;
  const bool agreed = view.state == TalksState::kAgreed && talks.agreed;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    IssueRow row;
    row.name = lab::issue_words(issue.name);
    row.status_quo = lab::level_words(issue, agenda.level(talks.status_quo, i));
    row.positions.resize(talks.parties.size());
    for (const TalksMove& move : view.moves) {
      if (move.move->kind != Move::Kind::kOffer || move.side < 0) continue;
      IssuePosition& position = row.positions[static_cast<std::size_t>(move.side)];
      const std::uint32_t level = agenda.level(move.move->outcome, i);
      position.change =
          position.level ? static_cast<int>(level) - static_cast<int>(*position.level) : 0;
      position.level = level;
    }
    for (IssuePosition& position : row.positions) {
      if (position.level) position.words = lab::level_words(issue, *position.level);
      row.apart = row.apart || (position.level && row.positions.front().level &&
                                *position.level != *row.positions.front().level);
    }
    if (agreed) row.agreed = lab::level_words(issue, agenda.level(*talks.agreed, i));
    rows.push_back(std::move(row));
  }
}

std::string state_words(const Replay& replay, const Negotiation& talks, const TalksView& view) {
  if (view.state == TalksState::kBargaining) {
    return view.to_move ? replay.seat_title(*view.to_move) + " to move" : "tentative, at home";
  }
  if (view.state == TalksState::kAgreed) {
    const std::optional<base::Day> day = talks.agreed_on ? talks.agreed_on : talks.closed;
    return day ? "signed on " + base::to_long_string(*day) : "signed";
  }
  return std::string(ending_words(talks.how)) + " on " + base::to_long_string(*talks.closed);
}

std::string obstacle(v1::Office office) {
  return office == v1::OFFICE_NONE ? std::string{} : lab::office_words(office);
}

}  // namespace

TalksBodies talks_bodies(RecordingFile& file, const Negotiation& talks, base::Day day) {
  TalksBodies bodies;
  const AnalysisRow* row = analysis_at(talks, day);
  if (row == nullptr) return bodies;
  bodies.analysis = file.analysis(*row);
  bodies.opening = file.envelope(talks.opening);
  return bodies;
}

TalksView talks_view(const Replay& replay, const Negotiation& talks, base::Day day,
                     const TalksBodies& bodies) {
  TalksView view;
  view.talks = &talks;
  view.rounds = talks.deadline_rounds;
  view.state = state_of(talks, day);
  fill_moves(talks, day, view);
  fill_issues(talks, view, view.issues);
  view.state_words = state_words(replay, talks, view);
  view.analysis = analysis_at(talks, day);
  for (const AnalysisRow& row : talks.analyses) {
    if (row.day > day) break;
    if (row.sample_size == 0) continue;
    view.win_sets.push_back({row.day, row.meeting, row.sample_size, row.first_win_set,
                             row.second_win_set, row.overlap});
  }
  if (view.analysis == nullptr) return view;
  view.first_obstacle = obstacle(view.analysis->first_obstacle);
  view.second_obstacle = obstacle(view.analysis->second_obstacle);
  if (bodies.analysis != nullptr) fill_plane(talks, *view.analysis, bodies, day, view);
  return view;
}

const char* ending_words(v1::Closing::How how) {
  switch (how) {
    case v1::Closing::HOW_AGREEMENT:
      return "signed";
    case v1::Closing::HOW_SUSPENDED:
      return "suspended";
    case v1::Closing::HOW_WALK_AWAY:
      return "ended: one side walked away";
    case v1::Closing::HOW_CONFLICT:
      return "ended: nobody conceded any more";
    case v1::Closing::HOW_DEADLINE:
      return "ended without a deal: time ran out";
    default:
      return "ended";
  }
}

}  // namespace monazite::viz

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

#include <viz/model/intentions.hpp>
#include <viz/model/replay_builder.hpp>
#include <world/lab/story.hpp>
#include <world/lab/wording.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz {
namespace {

/// Days beyond the year 9999 are damage; kept out, so that no sum of days overflows.
constexpr std::int32_t kLastDay = 2'932'896;

bool is_day(std::int32_t day) {
  return day >= 0 && day <= kLastDay;
}

EventKind kind_of(lab::StoryKind kind) {
  switch (kind) {
    case lab::StoryKind::kCrisis:
      return EventKind::kCrisis;
    case lab::StoryKind::kTalks:
      return EventKind::kTalks;
    case lab::StoryKind::kAgreement:
      return EventKind::kAgreement;
    case lab::StoryKind::kBreach:
      return EventKind::kBreach;
    case lab::StoryKind::kMarket:
      return EventKind::kMarket;
    case lab::StoryKind::kPress:
      return EventKind::kPress;
    case lab::StoryKind::kPolicy:
      break;
  }
  return EventKind::kPolicy;
}

ValuePoint point_of(const v1::Point& point) {
  return {point.outcome(), point.first(), point.second()};
}

AnalysisRow row_of(base::Day day, std::uint32_t ordinal, const v1::NegotiationAnalysis& a) {
  AnalysisRow row;
  row.day = day;
  row.ordinal = ordinal;
  row.meeting = a.meeting();
  row.basis = a.basis();
  row.first_reservation_musd = a.first_reservation_musd();
  row.second_reservation_musd = a.second_reservation_musd();
  const v1::Solutions& s = a.solutions();
  if (s.has_nash()) row.nash = point_of(s.nash());
  if (s.has_kalai_smorodinsky()) row.kalai_smorodinsky = point_of(s.kalai_smorodinsky());
  if (s.has_egalitarian()) row.egalitarian = point_of(s.egalitarian());
  if (s.has_welfare()) row.welfare = point_of(s.welfare());
  if (a.has_deal()) row.deal = point_of(a.deal());
  row.agreed = a.agreed();
  row.sample_size = a.sample_size();
  row.first_win_set = a.first_win_set();
  row.second_win_set = a.second_win_set();
  row.overlap = a.overlap();
  row.first_obstacle = a.first_obstacle();
  row.second_obstacle = a.second_obstacle();
  row.distance_to_frontier = static_cast<double>(a.distance_to_frontier());
  row.distance_to_nash = static_cast<double>(a.distance_to_nash());
  return row;
}

std::string sit_down_words(const Negotiation& talks, const Replay& replay) {
  std::string text;
  for (std::size_t i = 0; i < talks.parties.size(); ++i) {
    text += (i == 0                          ? ""
             : i + 1 == talks.parties.size() ? " and "
                                             : ", ") +
            replay.seat_title(talks.parties[i]);
  }
  return text + " sit down under the memorandum, for at most " +
         lab::count_words(talks.deadline_rounds, "offer");
}

}  // namespace

class ReplayBuilder::Parts {
 public:
  explicit Parts(Replay& replay) : replay_(replay) {}

  void on_header(const v1::RunHeader& header) {
    ++replay_.revision_;
    replay_.header_ = header;
    replay_.header_.set_first_day(std::clamp(header.first_day(), 0, kLastDay));
    replay_.header_.set_last_day(std::clamp(header.last_day(), 0, kLastDay));
    replay_.filled_until_ = replay_.first_day() - 1;
    if (header.scenario_text().empty()) return;
    auto loaded = scenarios::load_text(header.scenario_text(), header.scenario());
    if (!loaded) return;
    replay_.scenario_ = *std::move(loaded);
    teller_.emplace(*replay_.scenario_, header);
  }

  void expect(std::size_t messages, std::size_t months) {
    replay_.messages_.reserve(messages);
    replay_.months_.reserve(months);
    months_ = months;
  }

  void on_envelope(const v1::Envelope& e) {
    ++replay_.revision_;
    // Ids and days ascend in every recording of ours; others are not looked up by either.
    if (!is_day(e.day())) return;
    if (!replay_.messages_.empty() &&
        (e.id() <= replay_.messages_.back().id || e.day() < replay_.messages_.back().day.number)) {
      return;
    }
    // A recording without accounts of the world has no end of a month but the next one's beginning.
    const base::Day month = base::start_of_month(base::Day{e.day()});
    if (!replay_.messages_.empty() && replay_.messages_.back().day < month &&
        replay_.filled_until_ < month - 1) {
      finish();
      replay_.filled_until_ = month - 1;
    }
    if (!today_.empty() && day_ != e.day()) take_day();
    day_ = e.day();
    replay_.messages_.push_back({e.id(), e.conversation(), e.in_reply_to(), base::Day{e.day()},
                                 e.from(), e.to(), e.body_case()});
    if (e.has_refusal() && e.from() == base::kRegistrar) refuse(e.refusal().refused_id());
    // Most of the bytes, and nothing here asks for them.
    if (e.has_observation() || e.has_brief() || e.has_appraisal() || e.has_appraisal_request()) {
      return;
    }
    today_.emplace_back(e);
  }

  void on_seat_event(const v1::SeatEvent& event) {
    ++replay_.revision_;
    if (is_day(event.day()) && teller_) teller_->on_seat_event(event);
  }

  void on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) {
    ++replay_.revision_;
    if (!today_.empty() && day_ != day.number) take_day();
    day_ = day.number;
    today_.emplace_back(Analysed{day, analyses_++, analysis});
  }

  void on_month(base::Day day, const v1::WorldSnapshot& snapshot) {
    ++replay_.revision_;
    if (!is_day(day.number)) return;
    if (!replay_.months_.empty() && day <= replay_.months_.back()) return;
    take_day();
    if (replay_.names_.empty()) name_columns(snapshot);
    replay_.months_.push_back(day);
    for (std::size_t i = 0; i < replay_.values_.size(); ++i) {
      const int at = static_cast<int>(i);
      replay_.values_[i].push_back(at < snapshot.values_size()
                                       ? snapshot.values(at)
                                       : std::numeric_limits<double>::quiet_NaN());
    }
    for (const v1::ClauseStatus& clause : snapshot.clauses()) take(clause);
    for (ClauseLane& lane : replay_.clauses_) {
      lane.measures.resize(replay_.months_.size(), std::numeric_limits<double>::quiet_NaN());
    }
    if (teller_) teller_->on_month(day, snapshot);
    add_events();
    replay_.filled_until_ = std::max(replay_.filled_until_, day);
  }

  void finish() {
    ++replay_.revision_;
    take_day();
    if (teller_) teller_->finish();
    add_events();
    if (!replay_.messages_.empty()) {
      replay_.filled_until_ = std::max(replay_.filled_until_, replay_.messages_.back().day);
    }
  }

 private:
  struct Analysed {
    base::Day day{};
    std::uint32_t ordinal = 0;
    v1::NegotiationAnalysis analysis;
  };

  /// A refusal comes on the day of what it refuses: until that is over nothing is taken for a fact.
  void refuse(std::uint64_t id) {
    auto& rows = replay_.messages_;
    const auto row =
        std::lower_bound(rows.begin(), rows.end(), id,
                         [](const MessageRow& r, std::uint64_t wanted) { return r.id < wanted; });
    if (row == rows.end() || row->id != id || row->from < base::kFirstSeat) return;
    row->refused = true;
    for (auto at = today_.begin(); at != today_.end(); ++at) {
      const auto* const e = std::get_if<v1::Envelope>(&*at);
      if (e == nullptr || e->id() != id) continue;
      today_.erase(at);
      return;
    }
  }

  void take_day() {
    for (const auto& entry : today_) {
      if (const auto* e = std::get_if<v1::Envelope>(&entry)) {
        take(*e);
      } else {
        take(std::get<Analysed>(entry));
      }
    }
    today_.clear();
  }

  void take(const v1::Envelope& e) {
    if (e.has_opening()) open(e);
    Negotiation* talks = find(e.conversation());
    for (auto& [seat, text] : intentions_of(e, replay_, talks)) intend(e, seat, std::move(text));
    if (talks != nullptr) take(e, *talks);
    if (teller_) teller_->on_envelope(e);
  }

  void take(const Analysed& told) {
    if (teller_) teller_->on_analysis(told.analysis);
    Negotiation* talks = find(told.analysis.conversation());
    if (talks == nullptr) return;
    AnalysisRow row = row_of(told.day, told.ordinal, told.analysis);
    if (told.analysis.basis() == v1::NegotiationAnalysis::BASIS_WHAT_CAME_TRUE) {
      talks->in_hindsight = std::move(row);
    } else if (talks->analyses.empty() || talks->analyses.back().day <= told.day) {
      talks->analyses.push_back(std::move(row));
    }
  }

  Negotiation* find(std::uint64_t conversation) {
    const auto found = replay_.by_conversation_.find(conversation);
    return found == replay_.by_conversation_.end() ? nullptr
                                                   : &replay_.negotiations_[found->second];
  }

  /// The first of an encounter's openings; each party gets one.
  void open(const v1::Envelope& e) {
    const v1::Opening& opening = e.opening();
    if (find(e.conversation()) != nullptr || opening.parties_size() == 0) return;
    auto agenda = shared_agenda(opening.agenda());
    if (agenda == nullptr || !agenda->contains(opening.status_quo())) return;
    Negotiation talks;
    talks.conversation = e.conversation();
    talks.table = opening.table();
    talks.parties.assign(opening.parties().begin(), opening.parties().end());
    talks.agenda = std::move(agenda);
    talks.status_quo = opening.status_quo();
    talks.deadline_rounds = opening.deadline_rounds();
    talks.opened = base::Day{e.day()};
    talks.opening = e.id();
    if (talks.table == v1::TABLE_CONSULTATION) {
      openings_.push_back({talks.opened,
                           EventKind::kTalks,
                           talks.parties.front(),
                           e.id(),
                           "Talks open",
                           sit_down_words(talks, replay_),
                           {},
                           {}});
    }
    replay_.by_conversation_[talks.conversation] = replay_.negotiations_.size();
    replay_.negotiations_.push_back(std::move(talks));
  }

  std::shared_ptr<const agenda::Agenda> shared_agenda(const v1::Agenda& message) {
    auto made = agenda::Agenda::from_message(message);
    if (!made) return nullptr;
    for (const auto& known : agendas_) {
      if (known->same_as(*made)) return known;
    }
    agendas_.push_back(std::make_shared<const agenda::Agenda>(*std::move(made)));
    return agendas_.back();
  }

  void take(const v1::Envelope& e, Negotiation& talks) {
    const auto move = [&](Move::Kind kind, agenda::Outcome outcome) {
      if (!talks.agenda->contains(outcome) || talks.side(e.from()) < 0) return;
      // At a table of more than two an offer goes to each of the others.
      if (!talks.moves.empty()) {
        const Move& last = talks.moves.back();
        if (talks.parties.size() > 2 && last.kind == kind && last.day.number == e.day() &&
            last.who == e.from() && last.outcome == outcome) {
          return;
        }
      }
      talks.moves.push_back({kind, base::Day{e.day()}, e.from(), outcome, e.id()});
    };
    if (e.has_offer()) {
      move(Move::Kind::kOffer, e.offer().outcome());
    } else if (e.has_acceptance()) {
      move(Move::Kind::kAcceptance, e.acceptance().outcome());
    } else if (e.has_walk_away()) {
      move(Move::Kind::kWalkAway, talks.status_quo);
    } else if (e.has_agreement() && !talks.agreed) {
      if (!talks.agenda->contains(e.agreement().outcome())) return;
      talks.agreed = e.agreement().outcome();
      talks.agreed_on = base::Day{e.day()};
    } else if (e.has_closing() && !talks.closed) {
      talks.closed = base::Day{e.day()};
      talks.how = e.closing().how();
    }
  }

  void intend(const v1::Envelope& e, base::SeatId seat, std::string text) {
    std::vector<Intention>& all = replay_.intentions_[seat];
    const base::Day day{e.day()};
    if (!all.empty() && all.back().day == day && all.back().text == text) return;  // a copy
    all.push_back({day, std::move(text), e.id()});
  }

  void name_columns(const v1::WorldSnapshot& snapshot) {
    for (const std::string& name : snapshot.names()) {
      replay_.columns_.emplace(name, replay_.names_.size());
      replay_.names_.push_back(name);
    }
    // Months before the first one with names have no values.
    replay_.values_.assign(
        replay_.names_.size(),
        std::vector<double>(replay_.months_.size(), std::numeric_limits<double>::quiet_NaN()));
    for (std::vector<double>& column : replay_.values_) column.reserve(months_);
  }

  void take(const v1::ClauseStatus& clause) {
    std::vector<ClauseLane>& lanes = replay_.clauses_;
    auto lane = std::find_if(lanes.begin(), lanes.end(),
                             [&](const ClauseLane& l) { return l.clause >= clause.clause(); });
    if (lane == lanes.end() || lane->clause != clause.clause()) {
      lane = lanes.insert(lane, ClauseLane{clause.clause(), {}, {}});
    }
    const std::size_t months = replay_.months_.size();
    lane->measures.resize(months - 1, std::numeric_limits<double>::quiet_NaN());
    lane->measures.push_back(clause.measure());
    const base::Day since{clause.since_day()};
    if (!is_day(since.number)) return;
    if (!lane->changes.empty()) {
      const ClauseChange& last = lane->changes.back();
      if (since < last.since || (since == last.since && clause.status() == last.status)) return;
    }
    lane->changes.push_back({since, clause.status(), clause.measure(), clause.because_of()});
  }

  /// Takes over the lines told since the last time, and the openings, in order of day.
  void add_events() {
    std::vector<Event>& events = replay_.events_;
    const auto before = static_cast<std::ptrdiff_t>(events.size());
    if (teller_) {
      const std::vector<lab::StoryLine>& lines = teller_->lines();
      for (; told_ < lines.size(); ++told_) {
        const lab::StoryLine& line = lines[told_];
        events.push_back({line.day, kind_of(line.kind), line.who, line.message, line.label,
                          line.text, line.why, line.source});
      }
    }
    for (Event& opening : openings_) events.push_back(std::move(opening));
    openings_.clear();
    const auto earlier = [](const Event& a, const Event& b) { return a.day < b.day; };
    std::stable_sort(events.begin() + before, events.end(), earlier);
    // Of a month that was looked at while it was written, earlier days are told of later.
    if (before > 0 && before < static_cast<std::ptrdiff_t>(events.size()) &&
        events[static_cast<std::size_t>(before)].day <
            events[static_cast<std::size_t>(before) - 1].day) {
      std::inplace_merge(events.begin(), events.begin() + before, events.end(), earlier);
    }
  }

  Replay& replay_;
  std::int32_t day_ = 0;  ///< of what waits
  std::vector<std::variant<v1::Envelope, Analysed>> today_;
  std::optional<lab::Storyteller> teller_;
  std::size_t told_ = 0;
  std::vector<Event> openings_;  ///< of this month
  std::vector<std::shared_ptr<const agenda::Agenda>> agendas_;
  std::uint32_t analyses_ = 0;
  std::size_t months_ = 0;  ///< expected
};

ReplayBuilder::ReplayBuilder(Replay& replay) : parts_(std::make_unique<Parts>(replay)) {}
ReplayBuilder::~ReplayBuilder() = default;

void ReplayBuilder::expect(std::size_t messages, std::size_t months) {
  parts_->expect(messages, months);
}
void ReplayBuilder::on_header(const v1::RunHeader& header) {
  parts_->on_header(header);
}
void ReplayBuilder::on_envelope(const v1::Envelope& envelope) {
  parts_->on_envelope(envelope);
}
void ReplayBuilder::on_seat_event(const v1::SeatEvent& event) {
  parts_->on_seat_event(event);
}
void ReplayBuilder::on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) {
  parts_->on_analysis(day, analysis);
}
void ReplayBuilder::on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                             const v1::StateHash&) {
  parts_->on_month(day, snapshot);
}
void ReplayBuilder::finish() {
  parts_->finish();
}

}  // namespace monazite::viz

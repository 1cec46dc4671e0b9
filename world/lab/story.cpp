#include <algorithm>
#include <limits>
#include <utility>

#include <world/lab/detail/story_pen.hpp>
#include <world/lab/detail/story_talks.hpp>
#include <world/lab/story.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

/// A shortage of makers under this share of a month's need is not news.
constexpr double kNewsworthyShortage = 0.02;

const char* regime_words(std::uint32_t level) {
  return level == 0 ? "opens up" : level == 1 ? "slows licences" : "all but stops licences";
}

/// "China tightens magnets"
std::string regime_label(std::uint32_t level, const char* what) {
  return std::string("China ") +
         (level == 0   ? "opens"
          : level == 1 ? "slows"
                       : "tightens") +
         " " + what;
}

const char* act_label(v1::Act act) {
  switch (act) {
    case v1::ACT_REQUEST_HOLD_BACK:
      return "Request to IREL";
    case v1::ACT_DIRECT_FEED_FULL:
      return "Full feed";
    case v1::ACT_DIRECT_FEED_HALF:
      return "Half feed";
    case v1::ACT_DIRECT_FEED_LIGHT:
      return "La/Ce feed only";
    case v1::ACT_DIRECT_FEED_STOP:
      return "Feed stopped";
    case v1::ACT_NOTIFY_HALF:
      return "Exports halved";
    case v1::ACT_NOTIFY_STOP:
      return "Exports stopped";
    case v1::ACT_NOTIFY_LIFT:
      return "Exports freed";
    default:
      return "Directive";
  }
}

}  // namespace

class Storyteller::Parts {
 public:
  Parts(const scenarios::Scenario& scenario, const v1::RunHeader& header)
      : scenario_(scenario),
        pen_(scenario, {header.names().begin(), header.names().end()}),
        talks_(pen_) {}

  void on_envelope(const v1::Envelope& e) {
    if (e.has_directive()) {
      directive(e);
    } else if (e.has_policy_announcement()) {
      announcement(e);
    } else if (e.has_press_report()) {
      press(e);
    } else if (e.has_stock_release()) {
      if (pen_.often("release", e)) return;
      pen_.add(e, {StoryKind::kMarket, e.from(), "JOGMEC sells"},
               "JOGMEC sells " + number_words(e.stock_release().ndpr_t(), 0) +
                   " t of NdPr from the state stock",
               e.stock_release().reason());
    } else if (e.has_clause_status()) {
      clause(e);
    } else {
      talks_.on_envelope(e);
    }
  }

  void on_analysis(const v1::NegotiationAnalysis& analysis) { talks_.on_analysis(analysis); }

  void on_seat_event(const v1::SeatEvent& event) {
    const auto seat = static_cast<base::SeatId>(event.seat());
    const base::Day day{event.day()};
    const bool late = event.kind() == v1::SeatEvent::KIND_LATE;
    const bool refused = event.kind() == v1::SeatEvent::KIND_REFUSED;
    if (pen_.often(std::to_string(event.kind()) + " seat " + std::to_string(seat), day)) return;
    const std::string who = pen_.title(seat);
    pen_.lines().push_back(
        {day,
         who +
             (late      ? ": no answer in time from whoever plays it"
              : refused ? ": whoever plays it moves against the rules again and again"
                        : ": whoever plays it is away") +
             (event.then() == v1::SeatEvent::THEN_NOTHING ? "; it says nothing"
                                                          : "; its staff decides"),
         {},
         {},
         StoryKind::kTalks,
         seat,
         event.question(),
         who + (late      ? " late"
                : refused ? " against the rules"
                          : " away")});
  }

  void on_month(base::Day day, const v1::WorldSnapshot& snapshot) {
    if (columns_.empty()) find_columns(snapshot);
    shortages(day, snapshot);
    end_month();
  }

  /// Puts the lines since the last month in order: those of months before are in order already.
  void end_month() {
    talks_.end_month();
    std::vector<StoryLine>& lines = pen_.lines();
    std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(ordered_), lines.end(),
                     [](const StoryLine& a, const StoryLine& b) { return a.day < b.day; });
    ordered_ = lines.size();
  }

  [[nodiscard]] const std::vector<StoryLine>& lines() const { return pen_.lines(); }

 private:
  /// Where a snapshot has a maker's figures.
  struct Column {
    const scenarios::Seat* seat;
    base::SeatId id;
    int unmet, need;
    bool is_short = false;
  };

  void directive(const v1::Envelope& e) {
    if (pen_.name(e.from()) != "india") return;  // copies for those who learn of it
    const v1::Directive& directive = e.directive();
    const bool request = directive.act() == v1::ACT_REQUEST_HOLD_BACK;
    const bool scripted = directive.reason().code() == v1::REASON_CODE_SCRIPTED;
    if (request && !scripted && pen_.often("request", e)) return;
    StoryLine& line = pen_.add(
        e, {StoryKind::kPolicy, e.from(), act_label(directive.act())},
        capital(office_words(directive.office())) + " (India) " + act_words(directive.act()),
        directive.reason());
    if (scripted) line.source = scripted_source(e);
  }

  void announcement(const v1::Envelope& e) {
    const v1::PolicyAnnouncement& a = e.policy_announcement();
    const auto add = [&](StoryKind kind, std::string label, std::string text) {
      pen_.add(e, {kind, e.from(), std::move(label)}, std::move(text));
    };
    using P = v1::PolicyAnnouncement;
    switch (a.kind()) {
      case P::KIND_EXPORT_NOTIFICATION:
        if (e.from() == base::kRegistrar) break;
        pen_.add(e, {StoryKind::kPolicy, e.from(), act_label(a.act())},
                 capital(office_words(a.office())) + " (India) " + act_words(a.act()), a.reason());
        break;
      case P::KIND_REGIME_LIGHT:
        add(StoryKind::kPolicy, regime_label(a.level(), "light earths"),
            std::string("China ") + regime_words(a.level()) + " for light rare earths");
        break;
      case P::KIND_REGIME_MAGNET:
        add(StoryKind::kPolicy, regime_label(a.level(), "magnets"),
            std::string("China ") + regime_words(a.level()) + " for magnets and heavy rare earths");
        break;
      case P::KIND_PLANT_DATE:
        if (a.level() == 1) {
          add(StoryKind::kMarket, "Magnet plants run", "India's magnet plants begin to run");
        } else {
          add(StoryKind::kMarket, "Plants put off",
              "India puts the start of its magnet plants off to " +
                  base::to_month_string(base::Day{a.until_day()}));
        }
        break;
      case P::KIND_SUMMIT:
        if (a.until_day() != e.day()) break;
        add(StoryKind::kTalks, "Summit", "The leaders of India and Japan meet");
        break;
      case P::KIND_CYCLONE:
        add(StoryKind::kMarket, "Cyclone",
            "A cyclone stops mining on the Odisha coast for most of the month");
        break;
      default:
        break;
    }
    std::vector<StoryLine>& lines = pen_.lines();
    if (!a.source().empty() && !lines.empty() && lines.back().day.number == e.day()) {
      lines.back().source = a.source();
    }
  }

  void press(const v1::Envelope& e) {
    const v1::PressReport& report = e.press_report();
    const auto head = [](const char* label) {
      return detail::StoryPen::Head{StoryKind::kPress, base::kRegistrar, label};
    };
    if (!report.headline().empty()) {
      pen_.add(e, head("Report"), report.headline()).source = report.source();
    } else if (report.topic() == v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK) {
      if (pen_.often("press_request", e)) return;
      pen_.add(e, head("Press on request"),
               "The press reports that Commerce asked for NdPr to be held back");
    } else if (report.topic() == v1::PressReport::TOPIC_LEAKED_POSITION) {
      if (pen_.often("leak", e)) return;
      pen_.add(e, head("Leak"),
               "Somebody in " + office_words(report.office()) + " talks to the press",
               report.reason());
    }
  }

  void clause(const v1::Envelope& e) {
    using C = v1::ClauseStatus;
    const C& c = e.clause_status();
    if (c.clause() == C::CLAUSE_ALLOCATION || c.clause() == C::CLAUSE_VOLUME ||
        c.clause() == C::CLAUSE_CONSULTATION || c.clause() == C::CLAUSE_TAKE_OR_PAY) {
      return;
    }
    if (c.before() == C::STATUS_UNSPECIFIED || c.status() == C::STATUS_UNDER_CONSULTATION ||
        c.before() == C::STATUS_UNDER_CONSULTATION) {
      return;
    }
    const bool kept = c.status() == C::STATUS_HONOURED || c.status() == C::STATUS_PERFORMED ||
                      c.status() == C::STATUS_REMEDIED;
    pen_.add(e,
             {kept ? StoryKind::kAgreement : StoryKind::kBreach, base::kRegistrar,
              capital(clause_words(c.clause())) + " " + status_words(c.status())},
             "Clause on " + clause_words(c.clause()) + ": " + status_words(c.before()) + " -> " +
                 status_words(c.status()));
  }

  void find_columns(const v1::WorldSnapshot& snapshot) {
    const auto at = [&](const std::string& name) {
      const auto& names = snapshot.names();
      const auto found = std::find(names.begin(), names.end(), name);
      return found == names.end() ? -1 : static_cast<int>(found - names.begin());
    };
    for (const scenarios::Seat& seat : scenario_.seats) {
      const int unmet = at("maker_" + seat.name + "_unmet_ndpr_t");
      const int need = at("maker_" + seat.name + "_need_ndpr_t");
      if (unmet >= 0 && need >= 0) columns_.push_back({&seat, pen_.seat(seat.name), unmet, need});
    }
  }

  /// Line stops, from the monthly account.
  void shortages(base::Day day, const v1::WorldSnapshot& snapshot) {
    for (Column& column : columns_) {
      if (std::max(column.unmet, column.need) >= snapshot.values_size()) continue;
      const double unmet = snapshot.values(column.unmet);
      const double need = snapshot.values(column.need);
      const bool now = unmet > kNewsworthyShortage * need;
      if (now && !column.is_short) {
        pen_.lines().push_back({day,
                                column.seat->title +
                                    " runs short of NdPr: " + number_words(100 * unmet / need, 0) +
                                    " % of the month's need is missing",
                                {},
                                {},
                                StoryKind::kCrisis,
                                column.id,
                                0,
                                column.seat->title + " short"});
      }
      column.is_short = now;
    }
  }

  std::string scripted_source(const v1::Envelope& e) const {
    for (const scenarios::Event& event : scenario_.events) {
      if (event.kind == scenarios::Event::Kind::kAct && event.day.number == e.day())
        return event.source;
    }
    return {};
  }

  const scenarios::Scenario& scenario_;
  detail::StoryPen pen_;
  detail::StoryTalks talks_;
  std::vector<Column> columns_;
  std::size_t ordered_ = 0;  ///< lines that are in order
};

Storyteller::Storyteller(const scenarios::Scenario& scenario, const v1::RunHeader& header)
    : parts_(std::make_unique<Parts>(scenario, header)) {}
Storyteller::~Storyteller() = default;
Storyteller::Storyteller(Storyteller&&) noexcept = default;
Storyteller& Storyteller::operator=(Storyteller&&) noexcept = default;

void Storyteller::on_envelope(const v1::Envelope& envelope) {
  parts_->on_envelope(envelope);
}
void Storyteller::on_analysis(const v1::NegotiationAnalysis& analysis) {
  parts_->on_analysis(analysis);
}
void Storyteller::on_seat_event(const v1::SeatEvent& event) {
  parts_->on_seat_event(event);
}
void Storyteller::on_month(base::Day day, const v1::WorldSnapshot& snapshot) {
  parts_->on_month(day, snapshot);
}
void Storyteller::finish() {
  parts_->end_month();
}
const std::vector<StoryLine>& Storyteller::lines() const {
  return parts_->lines();
}

std::vector<StoryLine> tell(const Chronicle& chronicle, const scenarios::Scenario& scenario) {
  Storyteller teller(scenario, chronicle.header);
  auto envelope = chronicle.envelopes.begin();
  auto analysis = chronicle.analyses.begin();
  auto event = chronicle.seat_events.begin();
  const auto tell_until = [&](base::Day day) {
    for (; envelope != chronicle.envelopes.end() && envelope->day() <= day.number; ++envelope) {
      teller.on_envelope(*envelope);
    }
    for (; analysis != chronicle.analyses.end() && analysis->day <= day; ++analysis) {
      teller.on_analysis(analysis->analysis);
    }
    for (; event != chronicle.seat_events.end() && event->day() <= day.number; ++event) {
      teller.on_seat_event(*event);
    }
  };
  for (const Chronicle::Month& month : chronicle.months) {
    tell_until(month.day);
    teller.on_month(month.day, month.snapshot);
  }
  tell_until(base::Day{std::numeric_limits<std::int32_t>::max()});
  teller.finish();
  return teller.lines();
}

}  // namespace monazite::lab

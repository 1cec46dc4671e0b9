#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <world/lab/results_db.hpp>
#include <world/lab/story.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

/// A shortage of makers under this share of a month's need is not news.
constexpr double kNewsworthyShortage = 0.02;
/// Renewed requests are told again after so many months.
constexpr int kMonthsBetweenSameNews = 12;

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

const char* regime_words(std::uint32_t level) {
  return level == 0 ? "opens up" : level == 1 ? "slows licences" : "all but stops licences";
}

/// Walks through a chronicle once and writes lines.
class Teller {
 public:
  Teller(const Chronicle& chronicle, const scenarios::Scenario& scenario)
      : chronicle_(chronicle), scenario_(scenario) {}

  std::vector<StoryLine> tell() {
    for (const v1::Envelope& envelope : chronicle_.envelopes) tell(envelope);
    tell_months();
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const StoryLine& a, const StoryLine& b) { return a.day < b.day; });
    return std::move(lines_);
  }

 private:
  struct Talks {
    v1::Table table = v1::TABLE_UNSPECIFIED;
    base::Day opened{};
    std::uint32_t offers = 0;
  };

  void tell(const v1::Envelope& e) {
    if (e.has_directive()) {
      directive(e);
    } else if (e.has_policy_announcement()) {
      announcement(e);
    } else if (e.has_press_report()) {
      press(e);
    } else if (e.has_consultation_request()) {
      request(e);
    } else if (e.has_consultation_reply()) {
      const v1::ConsultationReply& reply = e.consultation_reply();
      add(e, title(e.from()) + (reply.accepted() ? " agrees to talk" : " declines to talk"),
          reply.reason());
    } else if (e.has_opening()) {
      if (e.to() == e.opening().parties(0)) {
        talks_[e.conversation()] = {e.opening().table(), base::Day{e.day()}, 0};
      }
    } else if (e.has_offer()) {
      ++talks_[e.conversation()].offers;
    } else if (e.has_clearance()) {
      clearance(e);
    } else if (e.has_agreement()) {
      agreement(e);
    } else if (e.has_closing()) {
      closing(e);
    } else if (e.has_stock_release()) {
      if (often("release", e)) return;
      add(e,
          "JOGMEC sells " + number_words(e.stock_release().ndpr_t(), 0) +
              " t of NdPr from the state stock",
          e.stock_release().reason());
    } else if (e.has_clause_status()) {
      clause(e);
    }
  }

  void directive(const v1::Envelope& e) {
    if (chronicle_.name(e.from()) != "india") return;  // copies for those who learn of it
    const v1::Directive& directive = e.directive();
    const bool request = directive.act() == v1::ACT_REQUEST_HOLD_BACK;
    if (request && directive.reason().code() != v1::REASON_CODE_SCRIPTED && often("request", e))
      return;
    add(e, capital(office_words(directive.office())) + " (India) " + act_words(directive.act()),
        directive.reason());
    if (directive.reason().code() == v1::REASON_CODE_SCRIPTED)
      lines_.back().source = scripted_source(e);
  }

  void announcement(const v1::Envelope& e) {
    const v1::PolicyAnnouncement& a = e.policy_announcement();
    using P = v1::PolicyAnnouncement;
    switch (a.kind()) {
      case P::KIND_EXPORT_NOTIFICATION:
        if (e.from() != base::kRegistrar) {
          add(e, capital(office_words(a.office())) + " (India) " + act_words(a.act()), a.reason());
        }
        break;
      case P::KIND_REGIME_LIGHT:
        add(e, std::string("China ") + regime_words(a.level()) + " for light rare earths");
        break;
      case P::KIND_REGIME_MAGNET:
        add(e,
            std::string("China ") + regime_words(a.level()) + " for magnets and heavy rare earths");
        break;
      case P::KIND_PLANT_DATE:
        if (a.level() == 1) {
          add(e, "India's magnet plants begin to run");
        } else {
          add(e, "India puts the start of its magnet plants off to " +
                     base::to_month_string(base::Day{a.until_day()}));
        }
        break;
      case P::KIND_SUMMIT:
        if (a.until_day() == e.day()) add(e, "The leaders of India and Japan meet");
        break;
      case P::KIND_CYCLONE:
        add(e, "A cyclone stops mining on the Odisha coast for most of the month");
        break;
      default:
        break;
    }
    if (!a.source().empty() && !lines_.empty() && lines_.back().day.number == e.day()) {
      lines_.back().source = a.source();
    }
  }

  void press(const v1::Envelope& e) {
    const v1::PressReport& report = e.press_report();
    if (!report.headline().empty()) {
      add(e, report.headline());
      lines_.back().source = report.source();
    } else if (report.topic() == v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK) {
      if (often("press_request", e)) return;
      add(e, "The press reports that Commerce asked for NdPr to be held back");
    } else if (report.topic() == v1::PressReport::TOPIC_LEAKED_POSITION) {
      if (often("leak", e)) return;
      add(e, "Somebody in " + office_words(report.office()) + " talks to the press");
    }
  }

  void request(const v1::Envelope& e) {
    const v1::ConsultationRequest& request = e.consultation_request();
    const bool firms = request.office() == v1::OFFICE_NONE;
    if (often(firms ? "renegotiate" : "consult", e, 3)) return;
    if (firms) {
      add(e, title(e.from()) + " asks " + title(e.to()) + " to reopen the supply contract",
          request.reason());
    } else {
      add(e,
          title(e.from()) + " asks for consultation under the memorandum (" +
              office_words(request.office()) + ")",
          request.reason());
    }
  }

  void clearance(const v1::Envelope& e) {
    const v1::Clearance& c = e.clearance();
    if (c.given() || e.to() != c.side()) return;
    if (talks_[e.conversation()].table == v1::TABLE_ALLOCATION) return;  // sold to another maker
    const std::string who =
        c.named() == v1::OFFICE_NONE ? "the side as a whole" : office_words(c.named());
    add(e, "The tentative deal fails at home in " + title(c.side()) + ": " + who + " is against it",
        c.reason());
  }

  void agreement(const v1::Envelope& e) {
    const v1::Agreement& a = e.agreement();
    if (e.to() != a.parties(0) && e.to() != base::kPublic) return;
    if (a.table() == v1::TABLE_ALLOCATION) {
      ++allocations_;
      return;
    }
    const std::size_t which = a.table() == v1::TABLE_CONSULTATION ? 0 : 1;
    std::string terms = changed_terms(scenario_.agendas[which], a.outcome());
    if (terms.empty()) terms = "the terms found at the start";
    add(e, (which == 0 ? std::string("India and Japan sign: ")
                       : std::string("IREL and Toyotsu sign a contract: ")) +
               terms);
    lines_.back().why =
        "after " + number_words(talks_[e.conversation()].offers, 0) + " offers in " +
        number_words((e.day() - talks_[e.conversation()].opened.number) / 30.4, 0) + " months";
  }

  void closing(const v1::Envelope& e) {
    const Talks& talks = talks_[e.conversation()];
    if (talks.table == v1::TABLE_ALLOCATION || e.closing().how() == v1::Closing::HOW_AGREEMENT ||
        closed_[e.conversation()]) {
      return;
    }
    closed_[e.conversation()] = true;
    const std::string how = e.closing().how() == v1::Closing::HOW_SUSPENDED ? "are suspended"
                            : e.closing().how() == v1::Closing::HOW_WALK_AWAY
                                ? "end: one side walks away"
                                : "end without a deal";
    add(e, "Talks on the " + table_words(talks.table) + " " + how + " after " +
               number_words(e.closing().rounds(), 0) + " offers");
    if (talks.table == v1::TABLE_CONSULTATION) lines_.back().why = in_the_way(e.conversation());
  }

  /// "most in the way at home: atomic energy in India, the Finance Ministry in Japan", or empty.
  std::string in_the_way(std::uint64_t conversation) const {
    std::map<std::pair<base::SeatId, v1::Office>, int> counted;
    for (const Meeting& meeting : meetings_of(chronicle_)) {
      if (meeting.analysis->conversation() != conversation) continue;
      ++counted[{meeting.first, meeting.analysis->first_obstacle()}];
      ++counted[{meeting.second, meeting.analysis->second_obstacle()}];
    }
    std::map<base::SeatId, std::pair<int, v1::Office>> most;  // by side
    for (const auto& [who, meetings] : counted) {
      auto& [highest, office] = most[who.first];
      if (who.second != v1::OFFICE_NONE && meetings > highest) {
        highest = meetings;
        office = who.second;
      }
    }
    std::string text;
    for (const auto& [seat, leader] : most) {
      if (leader.first == 0) continue;
      text += (text.empty() ? "most in the way at home: " : ", ") + office_words(leader.second) +
              " in " + title(seat);
    }
    return text;
  }

  void clause(const v1::Envelope& e) {
    const v1::ClauseStatus& c = e.clause_status();
    if (c.clause() == v1::ClauseStatus::CLAUSE_ALLOCATION ||
        c.clause() == v1::ClauseStatus::CLAUSE_VOLUME ||
        c.clause() == v1::ClauseStatus::CLAUSE_CONSULTATION ||
        c.clause() == v1::ClauseStatus::CLAUSE_TAKE_OR_PAY) {
      return;
    }
    if (c.before() == v1::ClauseStatus::STATUS_UNSPECIFIED ||
        c.status() == v1::ClauseStatus::STATUS_UNDER_CONSULTATION ||
        c.before() == v1::ClauseStatus::STATUS_UNDER_CONSULTATION) {
      return;
    }
    add(e, "Clause on " + clause_words(c.clause()) + ": " + status_words(c.before()) + " -> " +
               status_words(c.status()));
  }

  /// Line stops, from the monthly accounts.
  void tell_months() {
    for (const scenarios::Seat& seat : scenario_.seats) {
      const auto unmet = chronicle_.series(("maker_" + seat.name + "_unmet_ndpr_t").c_str());
      const auto need = chronicle_.series(("maker_" + seat.name + "_need_ndpr_t").c_str());
      bool short_of = false;
      for (std::size_t i = 0; i < unmet.size(); ++i) {
        const bool now = unmet[i] > kNewsworthyShortage * need[i];
        if (now && !short_of) {
          lines_.push_back(
              {chronicle_.months[i].day,
               seat.title + " runs short of NdPr: " + number_words(100 * unmet[i] / need[i], 0) +
                   " % of the month's need is missing",
               {},
               {}});
        }
        short_of = now;
      }
    }
  }

  /// True when the same kind of news was told not long ago; counts it.
  bool often(const std::string& kind, const v1::Envelope& e, int months = kMonthsBetweenSameNews) {
    const auto found = told_.find(kind);
    const base::Day day{e.day()};
    if (found != told_.end() && base::months_between(found->second, day) < months) return true;
    told_[kind] = day;
    return false;
  }

  std::string changed_terms(const agenda::Agenda& agenda, agenda::Outcome outcome) const {
    std::string text;
    for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
      const std::uint32_t level = agenda.level(outcome, i);
      if (level == agenda.issues()[i].status_quo) continue;
      text += (text.empty() ? "" : "; ") + issue_words(agenda.issues()[i].name) + " " +
              level_words(agenda.issues()[i], level);
    }
    return text;
  }

  std::string scripted_source(const v1::Envelope& e) const {
    for (const scenarios::Event& event : scenario_.events) {
      if (event.kind == scenarios::Event::Kind::kAct && event.day.number == e.day())
        return event.source;
    }
    return {};
  }

  std::string title(base::SeatId seat) const {
    const std::size_t at = seat - base::kFirstSeat;
    return seat >= base::kFirstSeat && at < scenario_.seats.size() ? scenario_.seats[at].title
                                                                   : chronicle_.name(seat);
  }

  void add(const v1::Envelope& e, std::string text, const v1::Reason& reason = {}) {
    lines_.push_back({base::Day{e.day()}, std::move(text), reason_words(reason), {}});
  }

  const Chronicle& chronicle_;
  const scenarios::Scenario& scenario_;
  std::vector<StoryLine> lines_;
  std::map<std::uint64_t, Talks> talks_;
  std::map<std::uint64_t, bool> closed_;
  std::map<std::string, base::Day> told_;
  std::uint32_t allocations_ = 0;
};

}  // namespace

std::vector<StoryLine> tell(const Chronicle& chronicle, const scenarios::Scenario& scenario) {
  return Teller(chronicle, scenario).tell();
}

}  // namespace monazite::lab

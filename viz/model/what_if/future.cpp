#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <viz/model/what_if/future.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using Kind = v1::Envelope::BodyCase;

/// Less than this is rounding and no shortage, t.
constexpr double kShortT = 0.05;

/// Among seats only, or of no interest to who compares.
bool is_inner(Kind kind) {
  return kind == Kind::kObservation || kind == Kind::kBrief || kind == Kind::kAppraisal ||
         kind == Kind::kAppraisalRequest;
}

/// Bookkeeping; and a direction that is handed on, which is news of what was done already.
bool is_minor(const v1::Envelope& e, const scenarios::Scenario& scenario) {
  const std::size_t at = e.from() - base::kFirstSeat;
  const bool firm = e.from() >= base::kFirstSeat && at < scenario.seats.size() &&
                    scenario.seats[at].kind != scenarios::SeatKind::kGovernment;
  return e.has_shipment() || e.has_payment() || e.has_clause_status() || e.has_no_act() ||
         e.has_clearance_request() || e.has_refusal() || e.has_contract() ||
         (e.has_directive() && firm);
}

class Words {
 public:
  Words(const agenda::Agenda* agenda, const scenarios::Scenario& scenario)
      : agenda_(agenda), scenario_(scenario) {}

  [[nodiscard]] std::string of(const v1::Envelope& e) const {
    switch (e.body_case()) {
      case Kind::kConsultationRequest:
        return at_office(e.consultation_request().office()) +
               (between_governments(e) ? "asks for consultation" : "asks to reopen the contract");
      case Kind::kConsultationReply:
        return e.consultation_reply().accepted() ? "agrees to consult" : "refuses to consult";
      case Kind::kOpening:
        return lab::table_words(e.opening().table()) + ": talks open";
      case Kind::kOffer:
        return "offers " + package(e.offer().outcome());
      case Kind::kAcceptance:
        return "accepts " + package(e.acceptance().outcome());
      case Kind::kWalkAway:
        return "walks away";
      case Kind::kAgreement:
        return "signs " + package(e.agreement().outcome());
      case Kind::kClearance:
        return std::string(e.clearance().given() ? "home clears " : "home refuses ") +
               package(e.clearance().outcome());
      case Kind::kClosing:
        return e.closing().how() == v1::Closing::HOW_SUSPENDED ? "talks are suspended"
                                                               : "talks close";
      case Kind::kDirective:
        return at_office(e.directive().office()) + lab::act_words(e.directive().act());
      case Kind::kStockRelease:
        return at_office(e.stock_release().office()) + "sells " +
               lab::number_words(e.stock_release().ndpr_t(), 0) + " t NdPr from the state stock";
      case Kind::kPolicyAnnouncement:
        return policy(e.policy_announcement());
      case Kind::kPressReport:
        return press(e.press_report());
      case Kind::kStatement:
        return "says: " + e.statement().text();
      case Kind::kShipment:
        return std::string(e.shipment().landed() ? "a cargo lands, " : "a cargo leaves, ") +
               lab::number_words(e.shipment().ndpr_t(), 1) + " t NdPr";
      case Kind::kPayment:
        return "pays " + lab::number_words(e.payment().amount_musd(), 2) + " M";
      case Kind::kClauseStatus:
        return lab::clause_words(e.clause_status().clause()) + ": " +
               lab::status_words(e.clause_status().status());
      case Kind::kContract:
        return lab::table_words(e.contract().table()) +
               " in force: " + package(e.contract().outcome());
      case Kind::kNoAct:
        return "does nothing";
      default:
        return "something else";
    }
  }

 private:
  [[nodiscard]] std::string package(agenda::Outcome outcome) const {
    if (agenda_ == nullptr || !agenda_->contains(outcome)) return "a package";
    return package_words(*agenda_, outcome);
  }
  [[nodiscard]] static std::string at_office(v1::Office office) {
    return office == v1::OFFICE_NONE ? std::string() : lab::office_words(office) + " ";
  }
  [[nodiscard]] bool between_governments(const v1::Envelope& e) const {
    const auto government = [&](base::SeatId seat) {
      const std::size_t at = seat - base::kFirstSeat;
      return seat >= base::kFirstSeat && at < scenario_.seats.size() &&
             scenario_.seats[at].kind == scenarios::SeatKind::kGovernment;
    };
    return government(e.from()) && government(e.to());
  }
  [[nodiscard]] static std::string policy(const v1::PolicyAnnouncement& p) {
    static constexpr std::array<const char*, 3> kLevels = {"opens", "slows", "all but stops"};
    const char* const level = kLevels[std::min<std::uint32_t>(p.level(), 2)];
    switch (p.kind()) {
      case v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION:
        return at_office(p.office()) + lab::act_words(p.act());
      case v1::PolicyAnnouncement::KIND_REGIME_LIGHT:
        return std::string("China ") + level + " licences for NdPr to Japan";
      case v1::PolicyAnnouncement::KIND_REGIME_MAGNET:
        return std::string("China ") + level + " licences for magnets";
      case v1::PolicyAnnouncement::KIND_PLANT_DATE:
        return p.level() > 0 ? std::string("India's magnet plants start")
                             : "India's magnet plants are announced for " +
                                   base::to_month_string(base::Day{p.until_day()});
      case v1::PolicyAnnouncement::KIND_SUMMIT:
        return "leaders meet on " + base::to_long_string(base::Day{p.until_day()});
      default:
        return "the mine loses output";
    }
  }
  [[nodiscard]] static std::string press(const v1::PressReport& report) {
    if (!report.headline().empty()) return "the press: " + report.headline();
    return report.topic() == v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK
               ? "the press reports a request to hold back"
               : "the press reports a leak";
  }

  const agenda::Agenda* agenda_;
  const scenarios::Scenario& scenario_;
};

/// Agendas by conversation, as openings tell of tables.
class Agendas {
 public:
  explicit Agendas(const scenarios::Scenario& scenario) : scenario_(scenario) {}

  void learn(const v1::Envelope& e) {
    if (!e.has_opening() || e.opening().table() == v1::TABLE_UNSPECIFIED) return;
    const auto at = static_cast<std::size_t>(e.opening().table()) - 1;
    if (at < scenario_.agendas.size()) agendas_[e.conversation()] = &scenario_.agendas[at];
  }
  [[nodiscard]] const agenda::Agenda* of(std::uint64_t conversation) const {
    const auto found = agendas_.find(conversation);
    return found == agendas_.end() ? nullptr : found->second;
  }

 private:
  const scenarios::Scenario& scenario_;
  std::map<std::uint64_t, const agenda::Agenda*> agendas_;
};

/// The months of a series that end on or after a day.
struct Months {
  const lab::Chronicle& chronicle;
  base::Day from;

  [[nodiscard]] std::vector<double> of(const std::string& name) const {
    std::vector<double> values;
    const int at = chronicle.column(name.c_str());
    if (at < 0) return values;
    for (const auto& month : chronicle.months) {
      if (month.day >= from && at < month.snapshot.values_size())
        values.push_back(month.snapshot.values(at));
    }
    return values;
  }
};

void count_agreement(const lab::Chronicle& chronicle, const scenarios::Scenario& scenario,
                     base::Day from, Figures& figures) {
  const auto first = std::find_if(
      chronicle.envelopes.begin(), chronicle.envelopes.end(), [&](const v1::Envelope& e) {
        return e.has_agreement() && e.agreement().table() == v1::TABLE_CONSULTATION &&
               e.day() >= from.number;
      });
  if (first == chronicle.envelopes.end()) return;
  figures[Figure::kAgreement] = first->day();
  const v1::Agreement& agreement = first->agreement();
  const auto value = [&](const char* issue) -> std::optional<double> {
    if (scenario.agendas.empty()) return std::nullopt;
    const agenda::Agenda& agenda = scenario.agendas.front();
    const auto at = agenda.find(issue);
    if (!at || !agenda.contains(agreement.outcome())) return std::nullopt;
    return agenda.value(agreement.outcome(), *at);
  };
  figures[Figure::kVolume] = value("volume_t_per_year");
  figures[Figure::kMagnets] = value("magnets_t_per_year");
  for (const auto& dated : chronicle.analyses) {
    const v1::NegotiationAnalysis& a = dated.analysis;
    if (a.conversation() != first->conversation() || !a.agreed() ||
        a.basis() != v1::NegotiationAnalysis::BASIS_BELIEFS) {
      continue;
    }
    const bool india_first =
        agreement.parties_size() > 0 && chronicle.name(agreement.parties(0)) == "india";
    const double one = static_cast<double>(a.deal().first());
    const double two = static_cast<double>(a.deal().second());
    figures[Figure::kGainIndia] = india_first ? one : two;
    figures[Figure::kGainJapan] = india_first ? two : one;
    if (a.has_solutions() && a.solutions().has_nash()) {
      figures[Figure::kNash] = static_cast<double>(a.distance_to_nash());
    }
  }
}

void count_months(const Months& months, const scenarios::Scenario& scenario, Figures& figures) {
  double short_months = 0;
  std::vector<bool> missing;
  for (const economy::MakerSetup& maker : scenario.makers) {
    const scenarios::Seat& seat = scenario.seats[maker.seat - base::kFirstSeat];
    const std::vector<double> cover = months.of("maker_" + seat.name + "_cover_days");
    if (!cover.empty()) {
      const double least = *std::min_element(cover.begin(), cover.end());
      auto& least_so_far = figures[Figure::kLeastCover];
      if (!least_so_far || least < *least_so_far) {
        least_so_far = least;
        figures.least_cover_maker = seat.title;
      }
    }
    const std::vector<double> unmet = months.of("maker_" + seat.name + "_unmet_ndpr_t");
    missing.resize(std::max(missing.size(), unmet.size()), false);
    for (std::size_t i = 0; i < unmet.size(); ++i) {
      if (unmet[i] > kShortT && !missing[i]) {
        missing[i] = true;
        short_months += 1;
      }
    }
  }
  figures[Figure::kMonthsShort] = short_months;
  const std::vector<double> price = months.of("price_ndpr_outside_usd_per_kg");
  if (!price.empty()) {
    double sum = 0;
    for (const double value : price) sum += value;
    figures[Figure::kMeanPrice] = sum / static_cast<double>(price.size());
    figures[Figure::kPeakPrice] = *std::max_element(price.begin(), price.end());
  }
  const std::vector<double> committed = months.of("committed_ndpr_t");
  const std::vector<double> shipped = months.of("shipped_ndpr_t");
  double lost = 0;
  for (std::size_t i = 0; i < std::min(committed.size(), shipped.size()); ++i) {
    lost += std::max(0.0, committed[i] - shipped[i]);
  }
  figures[Figure::kLostFlow] = lost;
}

}  // namespace

Figures count_figures(const lab::Chronicle& chronicle, const scenarios::Scenario& scenario,
                      base::Day from) {
  Figures figures;
  count_agreement(chronicle, scenario, from, figures);
  count_months({chronicle, from}, scenario, figures);
  double requests = 0;
  double notifications = 0;
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (e.day() < from.number) continue;
    if (e.has_directive() && chronicle.name(e.from()) == "india") {
      requests += e.directive().act() == v1::ACT_REQUEST_HOLD_BACK ? 1 : 0;
    } else if (e.has_policy_announcement() && e.from() != base::kRegistrar) {
      notifications += 1;
    }
  }
  figures[Figure::kRequests] = requests;
  figures[Figure::kNotifications] = notifications;
  return figures;
}

lab::Chronicle counted_part(lab::Chronicle chronicle) {
  auto& all = chronicle.envelopes;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const v1::Envelope& e) {
                             return !e.has_directive() && !e.has_policy_announcement() &&
                                    !e.has_agreement();
                           }),
            all.end());
  all.shrink_to_fit();
  for (auto& dated : chronicle.analyses) {
    dated.analysis.clear_first_musd();
    dated.analysis.clear_second_musd();
    dated.analysis.clear_frontier();
    dated.analysis.clear_packages();
  }
  return chronicle;
}

std::vector<Deed> deeds_of(const lab::Chronicle& chronicle, const scenarios::Scenario& scenario) {
  std::vector<Deed> deeds;
  deeds.reserve(chronicle.envelopes.size());
  Agendas agendas(scenario);
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (is_inner(e.body_case())) continue;
    agendas.learn(e);
    deeds.push_back({base::Day{e.day()}, e.from(), e.to(), e.body_case(), is_minor(e, scenario),
                     e.id(), words_of(e, agendas.of(e.conversation()), scenario)});
  }
  return deeds;
}

std::string words_of(const v1::Envelope& envelope, const agenda::Agenda* agenda,
                     const scenarios::Scenario& scenario) {
  return Words(agenda, scenario).of(envelope);
}

std::string package_words(const agenda::Agenda& agenda, agenda::Outcome outcome) {
  std::string words;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    const std::uint32_t level = agenda.level(outcome, i);
    if (level == issue.status_quo) continue;
    words += (words.empty() ? "" : "; ") + lab::issue_words(issue.name) + " " +
             lab::level_words(issue, level);
  }
  return words.empty() ? "the terms as they are" : words;
}

std::string who_words(base::SeatId seat, const scenarios::Scenario& scenario) {
  const std::size_t at = seat - base::kFirstSeat;
  if (seat < base::kFirstSeat || at >= scenario.seats.size()) return "the world";
  return scenario.seats[at].title;
}

lab::Chronicle chronicle_of(RecordingFile& file) {
  file.read_all();
  const Replay& replay = file.replay();
  lab::Chronicle chronicle;
  lab::ChronicleWitness witness(chronicle);
  witness.on_header(replay.header());
  for (const MessageRow& row : replay.messages()) {
    if (is_inner(row.kind)) continue;
    if (const auto envelope = file.envelope(row.id)) witness.on_envelope(*envelope);
  }
  chronicle.messages = replay.messages().size();
  std::vector<const AnalysisRow*> rows;
  for (const Negotiation& negotiation : replay.negotiations()) {
    for (const AnalysisRow& row : negotiation.analyses) rows.push_back(&row);
    if (negotiation.in_hindsight) rows.push_back(&*negotiation.in_hindsight);
  }
  std::sort(rows.begin(), rows.end(),
            [](const AnalysisRow* a, const AnalysisRow* b) { return a->ordinal < b->ordinal; });
  for (const AnalysisRow* row : rows) {
    if (const auto analysis = file.analysis(*row)) witness.on_analysis(row->day, *analysis);
  }
  for (std::size_t m = 0; m < replay.months().size(); ++m) {
    lab::Chronicle::Month month;
    month.day = replay.months()[m];
    for (const std::string& name : replay.series_names()) {
      if (m == 0) month.snapshot.add_names(name);
      const std::vector<double>& series = replay.series(name);
      month.snapshot.add_values(m < series.size() ? series[m] : 0);
    }
    chronicle.months.push_back(std::move(month));
  }
  return chronicle;
}

}  // namespace monazite::viz

#include <algorithm>
#include <chrono>

#include <viz/model/intentions.hpp>
#include <viz/model/lower_case.hpp>
#include <viz/model/message_list.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

struct Words {
  std::vector<std::string> wanted, unwanted;
};

Words split(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    std::string_view word = trimmed(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    const bool without = !word.empty() && word.front() == '-';
    if (without) word = trimmed(word.substr(1));
    if (word.empty()) continue;
    (without ? words.unwanted : words.wanted).push_back(lower_case(word));
  }
  return words;
}

bool passes(const Words& words, const std::string& text) {
  const auto found = [&](const std::string& word) { return text.find(word) != std::string::npos; };
  if (std::any_of(words.unwanted.begin(), words.unwanted.end(), found)) return false;
  return words.wanted.empty() || std::any_of(words.wanted.begin(), words.wanted.end(), found);
}

std::string number(double value, int decimals = 0) {
  return lab::number_words(value, decimals);
}

std::string terms_of(const v1::Envelope& e, const Replay& replay, agenda::Outcome outcome) {
  const Negotiation* talks = replay.negotiation(e.conversation());
  if (talks == nullptr || !talks->agenda->contains(outcome)) {
    return "package " + std::to_string(outcome);
  }
  const std::string terms = changed_terms(*talks->agenda, outcome, talks->status_quo);
  return terms.empty() ? "the status quo" : terms;
}

std::string with(std::string text, const std::string& more) {
  return more.empty() ? text : text + ": " + more;
}

const char* purpose_words(v1::Brief::Purpose purpose) {
  switch (purpose) {
    case v1::Brief::PURPOSE_ACTS:
      return "acts that are open";
    case v1::Brief::PURPOSE_INVITATION:
      return "an invitation to talks";
    case v1::Brief::PURPOSE_MEETING:
      return "a meeting begins";
    case v1::Brief::PURPOSE_YOUR_MOVE:
      return "your move";
    default:
      return "brief";
  }
}

std::string announcement(const v1::PolicyAnnouncement& a) {
  using P = v1::PolicyAnnouncement;
  const std::string level = a.level() == 0 ? "open" : a.level() == 1 ? "slow" : "stopped";
  switch (a.kind()) {
    case P::KIND_EXPORT_NOTIFICATION:
      return lab::office_words(a.office()) + " " + lab::act_words(a.act());
    case P::KIND_REGIME_LIGHT:
      return "China's licences for light rare earths: " + level;
    case P::KIND_REGIME_MAGNET:
      return "China's licences for magnets and heavy rare earths: " + level;
    case P::KIND_PLANT_DATE:
      return a.level() == 1 ? "India's magnet plants begin to run"
                            : "India's magnet plants start in " +
                                  base::to_month_string(base::Day{a.until_day()});
    case P::KIND_SUMMIT:
      return "summit on " + base::to_long_string(base::Day{a.until_day()});
    case P::KIND_CYCLONE:
      return "a cyclone stops mining";
    default:
      return "announcement";
  }
}

std::string press(const v1::PressReport& report) {
  if (!report.headline().empty()) return report.headline();
  switch (report.topic()) {
    case v1::PressReport::TOPIC_REQUEST_TO_HOLD_BACK:
      return "Commerce asked for NdPr to be held back";
    case v1::PressReport::TOPIC_LEAKED_POSITION:
      return "somebody in " + lab::office_words(report.office()) + " talks to the press";
    case v1::PressReport::TOPIC_DIRECTIVE:
      return "a directive to IREL";
    case v1::PressReport::TOPIC_TALKS:
      return "talks";
    case v1::PressReport::TOPIC_LINE_STOP:
      return "a line stands still";
    default:
      return "news";
  }
}

const char* payment_words(v1::Payment::For what) {
  switch (what) {
    case v1::Payment::FOR_FEED:
      return "feed";
    case v1::Payment::FOR_PRODUCT:
      return "product";
    case v1::Payment::FOR_TAKE_OR_PAY:
      return "take-or-pay";
    case v1::Payment::FOR_ADVANCE:
      return "an advance";
    case v1::Payment::FOR_FINANCE:
      return "finance";
    case v1::Payment::FOR_MAGNETS:
      return "magnets";
    case v1::Payment::FOR_MATERIAL_ELSEWHERE:
      return "material elsewhere";
    case v1::Payment::FOR_STATE_STOCK:
      return "state stock";
    default:
      return "something";
  }
}

std::string closing(const v1::Closing& c) {
  const char* how = c.how() == v1::Closing::HOW_AGREEMENT   ? "agreement"
                    : c.how() == v1::Closing::HOW_WALK_AWAY ? "one side walked away"
                    : c.how() == v1::Closing::HOW_SUSPENDED ? "suspended"
                    : c.how() == v1::Closing::HOW_CONFLICT  ? "conflict"
                                                            : "time ran out";
  return std::string(how) + " after " + lab::count_words(c.rounds(), "offer");
}

std::string clearance(const v1::Clearance& c) {
  std::string text = c.given() ? "cleared at home" : "not cleared at home";
  if (!c.given()) {
    text += c.named() == v1::OFFICE_NONE ? ", the side would lose"
                                         : ", " + lab::office_words(c.named()) + " is against it";
  }
  return with(text, lab::reason_words(c.reason()));
}

/// Of what passes at a table.
std::string table_summary(const v1::Envelope& e, const Replay& replay) {
  switch (e.body_case()) {
    case v1::Envelope::kConsultationRequest:
      return with("asks for talks", lab::reason_words(e.consultation_request().reason()));
    case v1::Envelope::kConsultationReply:
      return with(e.consultation_reply().accepted() ? "agrees to talk" : "declines to talk",
                  lab::reason_words(e.consultation_reply().reason()));
    case v1::Envelope::kOpening:
      return lab::table_words(e.opening().table()) + ", at most " +
             lab::count_words(e.opening().deadline_rounds(), "offer");
    case v1::Envelope::kOffer:
      return terms_of(e, replay, e.offer().outcome());
    case v1::Envelope::kAcceptance:
      return "accepts " + terms_of(e, replay, e.acceptance().outcome());
    case v1::Envelope::kWalkAway:
      return with("leaves the table", lab::reason_words(e.walk_away().reason()));
    case v1::Envelope::kAgreement:
      return "signed: " + terms_of(e, replay, e.agreement().outcome());
    case v1::Envelope::kClearanceRequest:
      return "goes home: " + terms_of(e, replay, e.clearance_request().outcome());
    case v1::Envelope::kClearance:
      return clearance(e.clearance());
    case v1::Envelope::kClosing:
      return closing(e.closing());
    case v1::Envelope::kBallot:
      return "votes for " + number(e.ballot().accepted_size()) + " packages";
    case v1::Envelope::kDemand:
      return "demands " + number(e.demand().utility(), 3);
    default:
      return {};
  }
}

}  // namespace

const std::vector<v1::Envelope::BodyCase>& message_kinds() {
  static const std::vector<v1::Envelope::BodyCase> kKinds = [] {
    std::vector<v1::Envelope::BodyCase> kinds;
    const auto* body = v1::Envelope::descriptor()->oneof_decl(0);
    kinds.reserve(static_cast<std::size_t>(body->field_count()));
    for (int i = 0; i < body->field_count(); ++i) {
      kinds.push_back(static_cast<v1::Envelope::BodyCase>(body->field(i)->number()));
    }
    return kinds;
  }();
  return kKinds;
}

std::string kind_words(v1::Envelope::BodyCase kind) {
  const auto* field = v1::Envelope::descriptor()->FindFieldByNumber(static_cast<int>(kind));
  if (field == nullptr) return "message";
  std::string words = field->name();
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string summary_of(const v1::Envelope& e, const Replay& replay) {
  switch (e.body_case()) {
    case v1::Envelope::kObservation:
      return number(e.observation().readings_size()) + " readings of month " +
             number(e.observation().month() + 1.0);
    case v1::Envelope::kBrief:
      return purpose_words(e.brief().purpose());
    case v1::Envelope::kAppraisal:
      return number(e.appraisal().outcomes_size()) + " values";
    case v1::Envelope::kAppraisalRequest:
      return number(e.appraisal_request().outcomes_size()) + " questions";
    case v1::Envelope::kRefusal:
      return "not allowed: message " + std::to_string(e.refusal().refused_id());
    case v1::Envelope::kDirective:
      return with(
          lab::office_words(e.directive().office()) + " " + lab::act_words(e.directive().act()),
          lab::reason_words(e.directive().reason()));
    case v1::Envelope::kContract:
      return lab::table_words(e.contract().table()) + ": " +
             terms_of(e, replay, e.contract().outcome());
    case v1::Envelope::kShipment:
      return number(e.shipment().reo_t(), 1) + " t REO, " + number(e.shipment().ndpr_t(), 1) +
             " t NdPr " +
             (e.shipment().landed()
                  ? "landed"
                  : "leave, due " + base::to_long_string(base::Day{e.shipment().due_day()}));
    case v1::Envelope::kPayment:
      return number(e.payment().amount_musd(), 2) + " M USD for " +
             payment_words(e.payment().for_());
    case v1::Envelope::kStockRelease:
      return with("sells " + number(e.stock_release().ndpr_t()) + " t of NdPr",
                  lab::reason_words(e.stock_release().reason()));
    case v1::Envelope::kPolicyAnnouncement:
      return with(announcement(e.policy_announcement()),
                  lab::reason_words(e.policy_announcement().reason()));
    case v1::Envelope::kClauseStatus:
      return lab::clause_words(e.clause_status().clause()) + ": " +
             lab::status_words(e.clause_status().before()) + " -> " +
             lab::status_words(e.clause_status().status());
    case v1::Envelope::kNoAct:
      return with("does nothing", lab::reason_words(e.no_act().reason()));
    case v1::Envelope::kPressReport:
      return with(press(e.press_report()), lab::reason_words(e.press_report().reason()));
    case v1::Envelope::kStatement:
      return e.statement().text();
    default:
      return table_summary(e, replay);
  }
}

bool SummaryBook::read_on(RecordingFile& file, double budget_ms) {
  const Replay& replay = file.replay();
  const auto end =
      std::chrono::steady_clock::now() +
      std::chrono::microseconds(static_cast<std::int64_t>(std::clamp(budget_ms, 0.0, 1e6) * 1000));
  while (ends_.size() < replay.messages().size()) {
    const auto body = file.envelope(replay.messages()[ends_.size()].id);
    letters_ += body == nullptr ? "damaged" : summary_of(*body, replay);
    ends_.push_back(letters_.size());
    if (std::chrono::steady_clock::now() >= end) break;
  }
  return ends_.size() < replay.messages().size();
}

std::vector<std::uint32_t> filter_messages(const Replay& replay, const MessageFilter& filter,
                                           const SummaryBook* book) {
  std::vector<std::uint32_t> found;
  const Words words = split(filter.text);
  const bool by_text = !words.wanted.empty() || !words.unwanted.empty();
  const std::vector<MessageRow>& rows = replay.messages();
  std::size_t at = filter.first ? replay.messages_until(*filter.first - 1) : 0;
  const std::size_t end = filter.last ? replay.messages_until(*filter.last) : rows.size();
  for (; at < end; ++at) {
    const MessageRow& row = rows[at];
    if ((filter.from && row.from != *filter.from) || (filter.to && row.to != *filter.to) ||
        (filter.kind && row.kind != *filter.kind) ||
        (filter.conversation && row.conversation != *filter.conversation)) {
      continue;
    }
    if (by_text) {
      std::string text = kind_words(row.kind) + "\n" + replay.seat_title(row.from) + "\n" +
                         replay.seat_title(row.to) + "\n" + replay.seat_name(row.from) + "\n" +
                         replay.seat_name(row.to);
      if (book != nullptr) text += "\n" + std::string(book->of(at));
      if (!passes(words, lower_case(text))) continue;
    }
    found.push_back(static_cast<std::uint32_t>(at));
  }
  return found;
}

}  // namespace monazite::viz

#include <algorithm>
#include <set>
#include <utility>

#include <viz/model/what_if/future.hpp>
#include <viz/model/what_if/options.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// Other packages than the recorded one that are proposed at a move.
constexpr std::size_t kProposals = 3;
/// How far a leak is believed, as for built-in parties.
constexpr double kLeakCredibility = 0.6;

std::string who_at(const Replay& replay, base::SeatId seat, v1::Office office) {
  const std::string title = replay.seat_title(seat);
  return office == v1::OFFICE_NONE ? title : title + ", " + lab::office_words(office);
}

/// The message by which an act is done.
v1::Envelope act_message(const Replay& replay, base::SeatId seat, const v1::ActOption& option) {
  v1::Envelope e;
  e.set_from(seat);
  switch (option.act()) {
    case v1::ACT_REQUEST_HOLD_BACK:
    case v1::ACT_DIRECT_FEED_FULL:
    case v1::ACT_DIRECT_FEED_HALF:
    case v1::ACT_DIRECT_FEED_LIGHT:
    case v1::ACT_DIRECT_FEED_STOP:
      e.set_to(replay.seat_by_name("irel"));
      e.mutable_directive()->set_office(option.office());
      e.mutable_directive()->set_act(option.act());
      break;
    case v1::ACT_NOTIFY_HALF:
    case v1::ACT_NOTIFY_STOP:
    case v1::ACT_NOTIFY_LIFT:
      e.set_to(base::kRegistrar);
      e.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
      e.mutable_policy_announcement()->set_act(option.act());
      e.mutable_policy_announcement()->set_office(option.office());
      break;
    case v1::ACT_LEAK:
      e.set_to(base::kPublic);
      e.mutable_press_report()->set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
      e.mutable_press_report()->set_credibility(kLeakCredibility);
      e.mutable_press_report()->set_leaked_by(seat);
      e.mutable_press_report()->set_office(option.office());
      break;
    case v1::ACT_RELEASE_STOCK:
      e.set_to(base::kRegistrar);
      e.mutable_stock_release()->set_office(option.office());
      e.mutable_stock_release()->set_ndpr_t(option.amount());
      break;
    default: {  // asks the other government for talks, or the partner to reopen the contract
      const bool india = replay.seat_name(seat) == "india";
      const bool irel = replay.seat_name(seat) == "irel";
      const char* const partner = irel ? "toyotsu" : "irel";
      const char* const other = india ? "japan" : "india";
      e.set_to(replay.seat_by_name(option.act() == v1::ACT_ASK_RENEGOTIATION ? partner : other));
      e.mutable_consultation_request()->set_office(option.office());
    }
  }
  return e;
}

/// The act that an envelope does.
v1::Act act_of(const v1::Envelope& e, bool firm) {
  if (e.has_directive()) return e.directive().act();
  if (e.has_policy_announcement()) return e.policy_announcement().act();
  if (e.has_press_report()) return v1::ACT_LEAK;
  if (e.has_stock_release()) return v1::ACT_RELEASE_STOCK;
  if (e.has_consultation_request())
    return firm ? v1::ACT_ASK_RENEGOTIATION : v1::ACT_ASK_CONSULTATION;
  return v1::ACT_NONE;
}

std::string option_words(const v1::ActOption& option) {
  std::string words = lab::act_words(option.act());
  if (option.act() == v1::ACT_RELEASE_STOCK && option.amount() > 0)
    words += ", " + lab::number_words(option.amount(), 0) + " t NdPr";
  return words;
}

bool is_answer_to_invitation(v1::Act act) {
  return act == v1::ACT_ACCEPT_CONSULTATION || act == v1::ACT_REFUSE_CONSULTATION;
}

Change decision_change(const Decision& decision, const std::string& words,
                       std::optional<v1::Envelope> answer) {
  Change change;
  change.kind = Change::Kind::kDecision;
  change.day = decision.day;
  change.brief = decision.brief;
  change.seat = decision.seat;
  change.office = decision.office;
  change.answer = std::move(answer);
  change.what = decision.who + ": " + words;
  return change;
}

class BriefReader {
 public:
  BriefReader(RecordingFile& file, const scenarios::Scenario& scenario, const v1::Envelope& message)
      : file_(file),
        replay_(file.replay()),
        scenario_(scenario),
        message_(message),
        answers_(answers_to(file, message.to(), message.id())) {
    const scenarios::Seat* seat = replay_.seat(message.to());
    firm_ = seat != nullptr && seat->kind != scenarios::SeatKind::kGovernment;
  }

  [[nodiscard]] std::vector<Decision> read() const {
    switch (message_.brief().purpose()) {
      case v1::Brief::PURPOSE_ACTS:
        return acts();
      case v1::Brief::PURPOSE_INVITATION:
        return {invitation()};
      case v1::Brief::PURPOSE_YOUR_MOVE:
        return move();
      default:
        return {};
    }
  }

 private:
  [[nodiscard]] Decision blank(Decision::Kind kind, v1::Office office) const {
    Decision decision;
    decision.kind = kind;
    decision.day = base::Day{message_.day()};
    decision.seat = message_.to();
    decision.office = office;
    decision.brief = message_.id();
    decision.who = who_at(replay_, message_.to(), office);
    return decision;
  }

  [[nodiscard]] std::vector<Decision> acts() const {
    std::set<v1::Office> offices;
    for (const v1::ActOption& option : message_.brief().acts()) {
      if (option.act() != v1::ACT_NONE && !is_answer_to_invitation(option.act()))
        offices.insert(option.office());
    }
    std::vector<Decision> decisions;
    decisions.reserve(offices.size());
    for (const v1::Office office : offices) decisions.push_back(acts_of(office));
    // Those who did something first; then those who had it on the desk.
    std::stable_sort(decisions.begin(), decisions.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return decisions;
  }

  [[nodiscard]] static int rank(const Decision& d) {
    if (d.recorded() > 0) return 0;
    const bool desk = std::any_of(d.options.begin() + 1, d.options.end(),
                                  [](const Option& option) { return option.on_the_desk; });
    return desk ? 1 : 2;
  }

  [[nodiscard]] Decision acts_of(v1::Office office) const {
    Decision decision = blank(Decision::Kind::kAct, office);
    const auto done = std::find_if(answers_.begin(), answers_.end(), [&](const auto& e) {
      return act_of(e, firm_) != v1::ACT_NONE && office_of(e) == office;
    });
    const v1::Act recorded = done == answers_.end() ? v1::ACT_NONE : act_of(*done, firm_);
    decision.what = lab::act_words(recorded);
    Option nothing;
    nothing.words = lab::act_words(v1::ACT_NONE);
    nothing.value_musd = 0;
    nothing.recorded = recorded == v1::ACT_NONE;
    nothing.change = decision_change(decision, nothing.words, std::nullopt);
    decision.options.push_back(std::move(nothing));
    for (const v1::ActOption& act : message_.brief().acts()) {
      if (act.office() != office || act.act() == v1::ACT_NONE ||
          is_answer_to_invitation(act.act())) {
        continue;
      }
      Option option;
      option.words = option_words(act);
      option.value_musd = act.value_musd();
      option.on_the_desk = act.on_the_desk();
      option.recorded = act.act() == recorded;
      option.change =
          decision_change(decision, option.words, act_message(replay_, message_.to(), act));
      if (option.recorded) decision.what = option.words;
      decision.options.push_back(std::move(option));
    }
    return decision;
  }

  [[nodiscard]] Decision invitation() const {
    const bool accepted = !answers_.empty() && answers_.front().has_consultation_reply() &&
                          answers_.front().consultation_reply().accepted();
    Decision decision = blank(Decision::Kind::kInvitation, v1::OFFICE_NONE);
    decision.what = accepted ? "agrees to consult" : "refuses to consult";
    for (const bool yes : {true, false}) {
      Option option;
      option.words = yes ? "agrees to consult" : "refuses to consult";
      option.recorded = yes == accepted;
      const v1::Act act = yes ? v1::ACT_ACCEPT_CONSULTATION : v1::ACT_REFUSE_CONSULTATION;
      for (const v1::ActOption& offered : message_.brief().acts()) {
        if (offered.act() == act) option.value_musd = offered.value_musd();
      }
      v1::Envelope reply;
      reply.set_from(message_.to());
      reply.set_to(answers_.empty() ? base::kRegistrar : answers_.front().to());
      reply.mutable_consultation_reply()->set_accepted(yes);
      option.change = decision_change(decision, option.words, std::move(reply));
      decision.options.push_back(std::move(option));
    }
    return decision;
  }

  [[nodiscard]] std::vector<Decision> move() const {
    const Negotiation* table = replay_.negotiation(message_.conversation());
    if (table == nullptr || !table->agenda || answers_.empty()) return {};
    const v1::Envelope& done = answers_.front();
    Decision decision = blank(Decision::Kind::kMove, v1::OFFICE_NONE);
    decision.conversation = message_.conversation();
    decision.reservation_musd = message_.brief().reservation_musd();
    decision.what = words_of(done, table->agenda.get(), scenario_);
    if (done.has_offer()) decision.offered = done.offer().outcome();
    if (done.has_acceptance()) decision.offered = done.acceptance().outcome();
    decision.standing = standing(*table);
    add_recorded(done, decision);
    if (decision.standing && !done.has_acceptance()) {
      v1::Envelope accept;
      accept.mutable_acceptance()->set_outcome(*decision.standing);
      add_move(decision, "accepts " + package_words(*table->agenda, *decision.standing),
               value_of(file_, message_, *decision.standing), std::move(accept));
    }
    if (!done.has_walk_away()) {
      v1::Envelope leave;
      leave.mutable_walk_away();
      add_move(decision, "walks away", decision.reservation_musd, std::move(leave));
    }
    for (const agenda::Outcome outcome : proposals(*table, decision)) {
      Option option;
      option.words = "offers " + package_words(*table->agenda, outcome);
      option.value_musd = value_of(file_, message_, outcome);
      option.change = offer_change(replay_, decision, outcome);
      decision.options.push_back(std::move(option));
    }
    return {std::move(decision)};
  }

  void add_recorded(const v1::Envelope& done, Decision& decision) const {
    Option option;
    option.words = decision.what;
    option.recorded = true;
    if (decision.offered) option.value_musd = value_of(file_, message_, *decision.offered);
    option.change = decision_change(decision, option.words, done);
    decision.options.push_back(std::move(option));
  }

  static void add_move(Decision& decision, std::string words, std::optional<double> value,
                       v1::Envelope answer) {
    Option option;
    option.words = std::move(words);
    option.value_musd = value;
    option.change = decision_change(decision, option.words, std::move(answer));
    decision.options.push_back(std::move(option));
  }

  /// The last offer before this brief, if it is the other side's.
  [[nodiscard]] std::optional<agenda::Outcome> standing(const Negotiation& table) const {
    const Move* last = nullptr;
    for (const Move& move : table.moves) {
      if (move.message >= message_.id()) break;
      if (move.kind == Move::Kind::kOffer) last = &move;
    }
    if (last == nullptr || last->who == message_.to()) return std::nullopt;
    return last->outcome;
  }

  /// Its own last offer again, and packages that the brief values most.
  [[nodiscard]] std::vector<agenda::Outcome> proposals(const Negotiation& table,
                                                       const Decision& decision) const {
    std::vector<agenda::Outcome> found;
    const auto add = [&](agenda::Outcome outcome) {
      const bool known = std::find(found.begin(), found.end(), outcome) != found.end();
      if (!known && (decision.what.compare(0, 6, "offers") != 0 || outcome != decision.offered))
        found.push_back(outcome);
    };
    for (const Move& move : table.moves) {
      if (move.message >= message_.id()) break;
      if (move.kind == Move::Kind::kOffer && move.who == message_.to()) {
        found.clear();
        add(move.outcome);
      }
    }
    const v1::Brief& brief = message_.brief();
    std::vector<std::pair<float, agenda::Outcome>> best;
    for (int i = 0; i < std::min(brief.ideas_size(), brief.value_musd_size()); ++i) {
      // Ideas are the last in the list of values.
      const int at = brief.value_musd_size() - brief.ideas_size() + i;
      if (at >= 0) best.emplace_back(-brief.value_musd(at), brief.ideas(i));
    }
    std::stable_sort(best.begin(), best.end());
    for (const auto& [value, outcome] : best) {
      if (found.size() >= kProposals) break;
      add(outcome);
    }
    add(table.status_quo);
    if (found.size() > kProposals) found.resize(kProposals);
    return found;
  }

  RecordingFile& file_;
  const Replay& replay_;
  const scenarios::Scenario& scenario_;
  const v1::Envelope& message_;
  std::vector<v1::Envelope> answers_;
  bool firm_ = false;
};

}  // namespace

std::vector<Decision> describe_brief(RecordingFile& file, const scenarios::Scenario& scenario,
                                     std::uint64_t brief) {
  const auto message = file.envelope(brief);
  if (!message || !message->has_brief()) return {};
  return BriefReader(file, scenario, *message).read();
}

Change offer_change(const Replay& replay, const Decision& decision, agenda::Outcome outcome) {
  const Negotiation* table = replay.negotiation(decision.conversation);
  const bool known = table != nullptr && table->agenda && table->agenda->contains(outcome);
  v1::Envelope offer;
  offer.mutable_offer()->set_outcome(outcome);
  return decision_change(decision,
                         "offers " + (known ? package_words(*table->agenda, outcome) : "a package"),
                         std::move(offer));
}

}  // namespace monazite::viz

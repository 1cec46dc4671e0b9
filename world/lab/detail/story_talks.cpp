#include <world/lab/detail/story_talks.hpp>

namespace monazite::lab::detail {

void StoryTalks::on_envelope(const v1::Envelope& e) {
  if (e.has_consultation_request()) {
    request(e);
  } else if (e.has_consultation_reply()) {
    const v1::ConsultationReply& reply = e.consultation_reply();
    const std::string who = pen_->title(e.from());
    const std::string what = reply.accepted() ? " agrees to talk" : " declines to talk";
    pen_->add(e, {StoryKind::kTalks, e.from(), who + (reply.accepted() ? " agrees" : " declines")},
              who + what, reply.reason());
  } else if (e.has_opening()) {
    if (e.opening().parties_size() < 2 || e.to() != e.opening().parties(0)) return;
    Talks& talks = talks_[e.conversation()];
    talks = {};
    talks.table = e.opening().table();
    talks.opened = base::Day{e.day()};
    talks.first = e.opening().parties(0);
    talks.second = e.opening().parties(1);
  } else if (e.has_offer()) {
    ++talks_[e.conversation()].offers;
  } else if (e.has_walk_away()) {
    Talks& talks = talks_[e.conversation()];
    talks.left = e.from();
    talks.left_because = e.walk_away().reason();
  } else if (e.has_clearance()) {
    clearance(e);
  } else if (e.has_agreement()) {
    agreement(e);
  } else if (e.has_closing()) {
    closing(e);
  }
}

void StoryTalks::on_analysis(const v1::NegotiationAnalysis& analysis) {
  const auto found = talks_.find(analysis.conversation());
  if (found == talks_.end() || found->second.table != v1::TABLE_CONSULTATION ||
      analysis.basis() != v1::NegotiationAnalysis::BASIS_BELIEFS) {
    return;
  }
  Talks& talks = found->second;
  ++talks.obstacles[{talks.first, analysis.first_obstacle()}];
  ++talks.obstacles[{talks.second, analysis.second_obstacle()}];
}

void StoryTalks::end_month() {
  for (const Ended& ended : ended_) {
    std::string& why = pen_->lines()[ended.line].why;
    const std::string obstacle = in_the_way(talks_[ended.conversation]);
    why += (why.empty() || obstacle.empty() ? "" : "; ") + obstacle;
  }
  ended_.clear();
}

void StoryTalks::request(const v1::Envelope& e) {
  const v1::ConsultationRequest& request = e.consultation_request();
  const bool firms = request.office() == v1::OFFICE_NONE;
  if (pen_->often(firms ? "renegotiate" : "consult", e, 3)) return;
  const std::string who = pen_->title(e.from());
  if (firms) {
    pen_->add(e, {StoryKind::kTalks, e.from(), who + " reopens contract"},
              who + " asks " + pen_->title(e.to()) + " to reopen the supply contract",
              request.reason());
  } else {
    pen_->add(e, {StoryKind::kTalks, e.from(), who + " asks for talks"},
              who + " asks for consultation under the memorandum (" +
                  office_words(request.office()) + ")",
              request.reason());
  }
}

void StoryTalks::clearance(const v1::Envelope& e) {
  const v1::Clearance& c = e.clearance();
  if (c.given() || e.to() != c.side()) return;
  if (talks_[e.conversation()].table == v1::TABLE_ALLOCATION) return;  // sold to another maker
  const std::string who =
      c.named() == v1::OFFICE_NONE ? "the side as a whole" : office_words(c.named());
  const std::string side = pen_->title(c.side());
  StoryLine& line = pen_->add(
      e, {StoryKind::kTalks, c.side(), "Fails in " + side},
      "The tentative deal fails at home in " + side + ": " + who + " is against it", c.reason());
  // Who that is was said already.
  if (c.reason().code() == v1::REASON_CODE_OFFICE_LOSES && c.reason().note().empty() &&
      c.reason().office() == c.named()) {
    line.why = "it would lose " + number_words(-c.reason().a(), 1) + " M";
  }
}

void StoryTalks::agreement(const v1::Envelope& e) {
  const v1::Agreement& a = e.agreement();
  if (a.parties_size() == 0 || (e.to() != a.parties(0) && e.to() != base::kPublic)) return;
  if (a.table() == v1::TABLE_ALLOCATION) return;
  const std::size_t which = a.table() == v1::TABLE_CONSULTATION ? 0 : 1;
  const auto& agendas = pen_->scenario().agendas;
  const auto last = signed_.find(a.table());
  const bool renewal = last != signed_.end() && last->second.until >= base::Day{e.day()};
  std::string terms;
  if (which < agendas.size()) {
    const agenda::Agenda& agenda = agendas[which];
    terms =
        changed_terms(agenda, a.outcome(), renewal ? last->second.outcome : agenda.status_quo());
  }
  if (terms.empty()) terms = renewal ? "the terms in force go on" : "the terms found at the start";
  signed_[a.table()] = {a.outcome(), base::Day{a.until_day()}};
  const Talks& talks = talks_[e.conversation()];
  StoryLine& line = pen_->add(
      e, {StoryKind::kAgreement, a.parties(0), which == 0 ? "Deal signed" : "Contract signed"},
      (which == 0 ? std::string(renewal ? "India and Japan sign anew: " : "India and Japan sign: ")
                  : std::string(renewal ? "IREL and Toyotsu sign a new contract: "
                                        : "IREL and Toyotsu sign a contract: ")) +
          terms);
  line.why = "after " + count_words(talks.offers, "offer") + " in " +
             count_words((e.day() - talks.opened.number) / 30.4, "month");
}

void StoryTalks::closing(const v1::Envelope& e) {
  Talks& talks = talks_[e.conversation()];
  const v1::Closing::How how = e.closing().how();
  if (talks.table == v1::TABLE_ALLOCATION || how == v1::Closing::HOW_AGREEMENT || talks.closed) {
    return;
  }
  talks.closed = true;
  const bool suspended = how == v1::Closing::HOW_SUSPENDED;
  const bool walked = how == v1::Closing::HOW_WALK_AWAY;
  const std::string who = talks.left == 0 ? "one side" : pen_->title(talks.left);
  const std::string words = suspended ? std::string("are suspended")
                            : walked  ? "end: " + who + " walks away"
                                      : "end without a deal";
  pen_->add(e,
            {StoryKind::kTalks, talks.first,
             suspended ? "Talks suspended"
             : walked  ? "Walk-away"
                       : "No deal"},
            "Talks on the " + table_words(talks.table) + " " + words + " after " +
                count_words(e.closing().rounds(), "offer"),
            walked ? talks.left_because : v1::Reason());
  if (talks.table == v1::TABLE_CONSULTATION) {
    ended_.push_back({pen_->lines().size() - 1, e.conversation()});
  }
}

/// "most in the way at home: atomic energy in India, the Finance Ministry in Japan", or empty.
std::string StoryTalks::in_the_way(const Talks& talks) const {
  std::map<base::SeatId, std::pair<int, v1::Office>> most;  // by side
  for (const auto& [who, meetings] : talks.obstacles) {
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
            " in " + pen_->title(seat);
  }
  return text;
}

std::string StoryTalks::changed_terms(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                      agenda::Outcome before) const {
  std::string text;
  if (!agenda.contains(outcome) || !agenda.contains(before)) return text;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const std::uint32_t level = agenda.level(outcome, i);
    if (level == agenda.level(before, i)) continue;
    text += (text.empty() ? "" : "; ") + issue_words(agenda.issues()[i].name) + " " +
            level_words(agenda.issues()[i], level);
  }
  return text;
}

}  // namespace monazite::lab::detail

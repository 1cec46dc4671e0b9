#include <viz/model/intentions.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using Said = std::vector<std::pair<base::SeatId, std::string>>;

/// "Walks away: nothing on the table beats no deal"
std::string with_reason(std::string text, const v1::Reason& reason) {
  const std::string why = lab::reason_words(reason);
  return why.empty() ? text : text + ": " + why;
}

std::string office_act(v1::Office office, v1::Act act) {
  return office == v1::OFFICE_NONE
             ? lab::capital(lab::act_words(act))
             : lab::capital(lab::office_words(office)) + " " + lab::act_words(act);
}

/// The package that the seat offered last, or what stands if nothing is agreed.
agenda::Outcome last_offer_of(const Negotiation& talks, base::SeatId seat) {
  for (auto move = talks.moves.rbegin(); move != talks.moves.rend(); ++move) {
    if (move->kind == Move::Kind::kOffer && move->who == seat) return move->outcome;
  }
  return talks.status_quo;
}

std::string offer_words(const v1::Envelope& e, const Replay& replay, const Negotiation* talks) {
  std::string text = "Offers " + replay.seat_title(e.to());
  if (talks == nullptr || !talks->agenda->contains(e.offer().outcome())) return text;
  const agenda::Outcome before = last_offer_of(*talks, e.from());
  const std::string terms = changed_terms(*talks->agenda, e.offer().outcome(), before);
  if (terms.empty()) return "Stays with its offer to " + replay.seat_title(e.to());
  text += " ";
  text += terms;
  return text;
}

Said agreement_words(const v1::Agreement& a, const Replay& replay, const Negotiation* talks) {
  Said said;
  if (talks == nullptr || talks->agreed) return said;  // told to each party: once is enough
  std::string terms;
  if (talks->agenda->contains(a.outcome())) {
    terms = changed_terms(*talks->agenda, a.outcome(), talks->status_quo);
  }
  for (const base::SeatId seat : talks->parties) {
    std::string text = "Signs";
    for (const base::SeatId other : talks->parties) {
      if (other == seat) continue;
      text += text == "Signs" ? " with " : ", ";
      text += replay.seat_title(other);
    }
    if (!terms.empty()) {
      text += ": ";
      text += terms;
    }
    said.emplace_back(seat, std::move(text));
  }
  return said;
}

Said clearance_words(const v1::Envelope& e) {
  const v1::Clearance& c = e.clearance();
  if (e.to() != c.side()) return {};
  std::string text = "Clears the deal at home";
  if (!c.given()) {
    text = "Cannot clear the deal at home: " +
           (c.named() == v1::OFFICE_NONE ? "the side as a whole" : lab::office_words(c.named())) +
           " is against it";
  }
  return {{c.side(), with_reason(text, c.reason())}};
}

}  // namespace

std::string changed_terms(const agenda::Agenda& agenda, agenda::Outcome outcome,
                          agenda::Outcome before) {
  std::string text;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const std::uint32_t level = agenda.level(outcome, i);
    if (level == agenda.level(before, i)) continue;
    text += (text.empty() ? "" : "; ") + lab::issue_words(agenda.issues()[i].name) + " " +
            lab::level_words(agenda.issues()[i], level);
  }
  return text;
}

Said intentions_of(const v1::Envelope& e, const Replay& replay, const Negotiation* negotiation) {
  const auto one = [&](std::string text, const v1::Reason& reason) {
    return Said{{e.from(), with_reason(std::move(text), reason)}};
  };
  if (e.has_clearance()) return clearance_words(e);
  if (e.has_agreement()) return agreement_words(e.agreement(), replay, negotiation);
  if (e.from() < base::kFirstSeat) return {};
  if (e.has_offer()) return one(offer_words(e, replay, negotiation), e.offer().reason());
  if (e.has_acceptance()) {
    return one("Accepts the offer of " + replay.seat_title(e.to()), e.acceptance().reason());
  }
  if (e.has_walk_away()) {
    return one("Walks away from " + replay.seat_title(e.to()), e.walk_away().reason());
  }
  if (e.has_directive()) {
    const scenarios::Seat* seat = replay.seat(e.from());
    if (seat != nullptr && seat->kind != scenarios::SeatKind::kGovernment) {
      return one("Passes on that " + lab::office_words(e.directive().office()) + " " +
                     lab::act_words(e.directive().act()),
                 {});
    }
    return one(office_act(e.directive().office(), e.directive().act()), e.directive().reason());
  }
  if (e.has_policy_announcement() &&
      e.policy_announcement().kind() == v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION) {
    return one(office_act(e.policy_announcement().office(), e.policy_announcement().act()),
               e.policy_announcement().reason());
  }
  if (e.has_consultation_request()) {
    const v1::ConsultationRequest& request = e.consultation_request();
    return one(request.office() == v1::OFFICE_NONE
                   ? "Asks " + replay.seat_title(e.to()) + " to reopen the contract"
                   : "Asks for talks (" + lab::office_words(request.office()) + ")",
               request.reason());
  }
  if (e.has_consultation_reply()) {
    return one(e.consultation_reply().accepted() ? "Agrees to talk" : "Declines to talk",
               e.consultation_reply().reason());
  }
  if (e.has_stock_release()) {
    return one("Sells " + lab::number_words(e.stock_release().ndpr_t(), 0) +
                   " t of NdPr from the state stock",
               e.stock_release().reason());
  }
  if (e.has_press_report()) {
    return one(office_act(e.press_report().office(), v1::ACT_LEAK), e.press_report().reason());
  }
  return {};
}

}  // namespace monazite::viz

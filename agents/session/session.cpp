#include <exception>

#include <agents/session/seats.hpp>
#include <agents/session/session.hpp>
#include <protocol/base/check.hpp>

namespace monazite::session {
namespace {

using encounter::Ending;
using encounter::StackedAlternatingOffers;
using encounter::Verdict;
using strategies::Turn;

std::string sentence_of(v1::Refusal::Reason reason) {
  switch (reason) {
    case v1::Refusal::REASON_OUTSIDE_AGENDA:
      return "offered a package that is not on the agenda";
    case v1::Refusal::REASON_NOTHING_TO_ACCEPT:
      return "accepted a package that was not the standing offer";
    default:
      return "made a move that the rules do not allow";
  }
}

/// One negotiation on its way.
class Play {
 public:
  Play(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
       const SessionOptions& options)
      : agenda_(agenda),
        speakers_(speakers),
        options_(options),
        rules_(agenda.size(), seats(speakers.size()), options.rounds) {}

  Course run() {
    open();
    while (rules_.ending() == Ending::kOpen) take_turn();
    course_.ending = rules_.ending();
    course_.agreement = rules_.agreement();
    course_.round = rules_.round();
    close();
    return std::move(course_);
  }

 private:
  static std::vector<base::SeatId> seats(std::size_t count) {
    std::vector<base::SeatId> seats;
    for (std::uint32_t i = 0; i < count; ++i) seats.push_back(seat_of(i));
    return seats;
  }

  [[nodiscard]] Turn turn() const {
    const std::uint32_t rounds = rules_.deadline_rounds();
    return {rules_.round(), rounds,
            static_cast<double>(rules_.round() + 1) / static_cast<double>(rounds + 1)};
  }

  /// The messages of the registrar: the same to every party.
  void announce(v1::Envelope& envelope) {
    envelope.set_from(base::kRegistrar);
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      address(envelope, i);
      if (options_.listener) options_.listener(envelope);
      guard(i, [&] { speakers_[i]->receive(envelope, turn()); });
    }
  }

  void address(v1::Envelope& envelope, std::uint32_t to) {
    envelope.set_id(++messages_);
    envelope.set_day(static_cast<std::int32_t>(rules_.round()));
    envelope.set_to(seat_of(to));
    envelope.set_conversation(1);
  }

  void open() {
    v1::Envelope envelope;
    v1::Opening& opening = *envelope.mutable_opening();
    for (const base::SeatId seat : rules_.parties()) opening.add_parties(seat);
    agenda_.to_message(*opening.mutable_agenda());
    opening.set_deadline_rounds(rules_.deadline_rounds());
    opening.set_status_quo(agenda_.status_quo());
    opening.set_conduct(v1::CONDUCT_PROTOCOL);
    opening.set_rule(v1::RULE_STACKED_ALTERNATING_OFFERS);
    announce(envelope);
  }

  void close() {
    if (!options_.listener) return;  // nobody else needs to be told
    v1::Envelope envelope;
    if (course_.agreement) {
      v1::Agreement& agreement = *envelope.mutable_agreement();
      agreement.set_outcome(*course_.agreement);
      for (const base::SeatId seat : rules_.parties()) agreement.add_parties(seat);
      announce(envelope);
    }
    v1::Closing& closing = *envelope.mutable_closing();
    closing.set_how(course_.ending == Ending::kAgreement  ? v1::Closing::HOW_AGREEMENT
                    : course_.ending == Ending::kDeadline ? v1::Closing::HOW_DEADLINE
                                                          : v1::Closing::HOW_WALK_AWAY);
    closing.set_rounds(static_cast<std::uint32_t>(course_.offers_made));
    announce(envelope);
  }

  void take_turn() {
    const std::uint32_t who = rules_.turn();
    const Turn now = turn();
    const bool recorded = static_cast<bool>(options_.listener);
    // Two envelopes, so that what is private need not be taken out of the one that is handed over.
    v1::Envelope& said = recorded ? recorded_ : handed_;
    if (!guard(who, [&] { speakers_[who]->move(now, recorded, said); })) return;
    Verdict refused;
    bool offered = false;
    switch (said.body_case()) {
      case v1::Envelope::kOffer:
        refused = rules_.offer(seat_of(who), said.offer().outcome());
        offered = !refused;
        break;
      case v1::Envelope::kAcceptance:
        refused = rules_.accept(seat_of(who), said.acceptance().outcome());
        break;
      case v1::Envelope::kWalkAway:
        refused = rules_.walk_away(seat_of(who));
        break;
      default:
        forfeit(who, "said nothing that is a move");
        return;
    }
    if (refused) {
      forfeit(who, sentence_of(*refused));
      return;
    }
    if (offered) {
      ++course_.offers_made;
      if (options_.keep_offers) course_.offers.push_back({now.round, who, said.offer().outcome()});
    }
    tell_others(who, now, said);
  }

  void tell_others(std::uint32_t who, const Turn& now, v1::Envelope& said) {
    said.set_from(seat_of(who));
    if (&said != &handed_) {
      copy_public(said, handed_);
      handed_.set_from(said.from());
    }
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      if (i == who) continue;
      said.set_in_reply_to(last_move_);
      address(said, i);
      if (&said != &handed_) {
        options_.listener(said);
        handed_.set_in_reply_to(last_move_);
        handed_.set_id(said.id());
        handed_.set_day(said.day());
        handed_.set_to(said.to());
        handed_.set_conversation(said.conversation());
      }
      guard(i, [&] { speakers_[i]->receive(handed_, now); });
    }
    last_move_ = said.id();
  }

  /// A move without its reason.
  static void copy_public(const v1::Envelope& from, v1::Envelope& to) {
    switch (from.body_case()) {
      case v1::Envelope::kOffer:
        to.mutable_offer()->set_outcome(from.offer().outcome());
        copy_statement(from.offer(), *to.mutable_offer());
        break;
      case v1::Envelope::kAcceptance:
        to.mutable_acceptance()->set_outcome(from.acceptance().outcome());
        copy_statement(from.acceptance(), *to.mutable_acceptance());
        break;
      default:
        copy_statement(from.walk_away(), *to.mutable_walk_away());
    }
  }
  template <class Body>
  static void copy_statement(const Body& from, Body& to) {
    if (!from.statement().empty() || !to.statement().empty()) to.set_statement(from.statement());
  }

  /// False when the speaker threw: it has then forfeited.
  template <class Call>
  bool guard(std::uint32_t who, Call call) {
    try {
      call();
      return true;
    } catch (const std::exception& error) {
      forfeit(who, error.what());
    } catch (...) {
      forfeit(who, "threw something that is no std::exception");
    }
    return false;
  }

  void forfeit(std::uint32_t who, std::string why) {
    if (!course_.forfeit) course_.forfeit = Forfeit{who, std::move(why)};
    if (rules_.ending() == Ending::kOpen) rules_.abandon();
  }

  const agenda::Agenda& agenda_;
  std::span<Speaker* const> speakers_;
  const SessionOptions& options_;
  StackedAlternatingOffers rules_;
  Course course_;
  v1::Envelope recorded_, handed_;
  std::uint64_t messages_ = 0;
  std::uint64_t last_move_ = 0;
};

}  // namespace

Course play(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
            const SessionOptions& options) {
  MONAZITE_CHECK_GE(speakers.size(), std::size_t{2}, "a negotiation needs two parties");
  return Play(agenda, speakers, options).run();
}

}  // namespace monazite::session

// What becomes of a tentative deal: both homes are asked, and it comes into force or is barred.
#include <vector>

#include <world/engine/possible.hpp>
#include <world/engine/tables.hpp>

namespace monazite::engine {

void Tables::ask_homes(Session& session, agenda::Outcome outcome) {
  session.clearances_awaited = 2;
  session.clearance_refused = false;
  for (const base::SeatId seat : session.parties) {
    v1::Envelope& request = stage_.from_registrar(seat, session.conversation);
    request.mutable_clearance_request()->set_outcome(outcome);
    stage_.post_today(request, bus::Priority::kTable);
  }
  for (const base::SeatId seat : session.parties) {
    v1::Envelope& answer = stage_.from_registrar(seat, session.conversation);
    v1::Clearance& clearance = *answer.mutable_clearance();
    stage_.host(seat).mandate->prepare(stage_.today);
    stage_.host(seat).mandate->clear(session.conversation, outcome, clearance);
    clearance.set_outcome(outcome);
    clearance.set_side(seat);
    // The other side learns the answer and the office named, not the votes.
    v1::Envelope& news = stage_.from_registrar(session.other(seat), session.conversation);
    v1::Clearance& public_part = *news.mutable_clearance();
    public_part.set_outcome(outcome);
    public_part.set_given(clearance.given());
    public_part.set_named(clearance.named());
    public_part.set_side(seat);
    stage_.post_today(news, bus::Priority::kTable);
    stage_.post_today(answer, bus::Priority::kTable);
  }
}

void Tables::homes_have_answered(Session& session) {
  const agenda::Outcome outcome = *session.last_offer;
  if (!session.clearance_refused) {
    analyse(session, outcome, true);
    // A deal of governments is announced to everybody; one of firms stays between them.
    std::vector<base::SeatId> readers(session.parties.begin(), session.parties.end());
    if (session.table == v1::TABLE_CONSULTATION) readers = {base::kPublic};
    for (const base::SeatId reader : readers) {
      v1::Envelope& envelope = stage_.from_registrar(reader, session.conversation);
      v1::Agreement& agreement = *envelope.mutable_agreement();
      agreement.set_table(session.table);
      agreement.set_outcome(outcome);
      for (const base::SeatId party : session.parties) agreement.add_parties(party);
      agreement.set_until_day(term_ends(session, outcome, stage_.today).number);
      stage_.post_today(envelope, bus::Priority::kTable);
    }
    return;
  }
  session.rules.bar(outcome);
  if (session.conduct != v1::CONDUCT_PROTOCOL) {
    // The refused package is barred; the solution is sought again at the next meeting.
    if (session.table == v1::TABLE_CONSULTATION) {
      end_meeting(session);
    } else {
      close(session, v1::Closing::HOW_DEADLINE);
    }
  } else if (session.rules.ending() != encounter::Ending::kOpen) {
    close(session, v1::Closing::HOW_DEADLINE);
  } else {
    ask_for_move(session);
  }
}

void Tables::put_into_force(Session& session, agenda::Outcome outcome, std::uint64_t agreement_id) {
  const base::Day until = term_ends(session, outcome, stage_.today);
  switch (session.table) {
    case v1::TABLE_CONSULTATION:
      stage_.arrangements.sign_mou(outcome, stage_.today, agreement_id);
      stage_.politics.draw_linkage(stage_.arrangements.mou().terms.finance_bn_jpy);
      break;
    case v1::TABLE_SUPPLY_CONTRACT:
      stage_.arrangements.sign_supply(outcome, stage_.today, agreement_id);
      break;
    default:
      stage_.arrangements.sign_allocation(static_cast<std::size_t>(session.maker), outcome,
                                          stage_.today, agreement_id);
      break;
  }
  if (session.table != v1::TABLE_CONSULTATION) {
    v1::Envelope& envelope =
        stage_.from_registrar(base::kRecorder, session.conversation, agreement_id);
    envelope.mutable_contract()->set_table(session.table);
    envelope.mutable_contract()->set_outcome(outcome);
    envelope.mutable_contract()->set_until_day(until.number);
    stage_.post_today(envelope, bus::Priority::kTable);
  }
  signed_.push_back({session, outcome, stage_.today, until});
  close(session, v1::Closing::HOW_AGREEMENT);
  // The contract follows the memorandum: the firms sit down anew.
  if (session.table == v1::TABLE_CONSULTATION) open_supply();
}

}  // namespace monazite::engine

#include <algorithm>
#include <cmath>

#include <world/engine/analysis.hpp>
#include <world/engine/possible.hpp>
#include <world/engine/sampler.hpp>
#include <world/engine/tables.hpp>

namespace monazite::engine {
namespace {

constexpr base::Purpose kMeetingGap{"engine.tables.meeting_gap"};
/// Illegal moves in one session after which the registrar stops asking.
constexpr std::uint32_t kPatienceWithIllegalMoves = 3;

std::uint32_t whole(double value) {
  return static_cast<std::uint32_t>(std::lround(value));
}

}  // namespace

std::uint64_t Tables::open_consultation(base::SeatId asker, std::uint64_t request_id) {
  const auto& scenario = stage_.scenario;
  if (scenario.consultation_conduct == v1::CONDUCT_NONE || consultation_open()) return 0;
  const auto& talks = scenario.parameters.talks;
  const base::SeatId india = stage_.seat("india");
  const base::SeatId other = asker == india ? stage_.seat("japan") : india;
  const std::uint32_t rounds =
      2 * whole(talks.exchanges_per_meeting) * whole(talks.suspension_after_meetings);
  const agenda::Outcome in_force = stage_.arrangements.mou().outcome;
  Session& session = add(v1::TABLE_CONSULTATION, scenario.consultation_conduct, scenario.agendas[0],
                         asker, other, rounds, in_force);
  session.next_meeting = next_meeting_day(session);
  consultation_request_ = request_id;
  announce(session);
  return session.conversation;
}

std::uint64_t Tables::open_supply() {
  const auto& scenario = stage_.scenario;
  if (scenario.supply_conduct == v1::CONDUCT_NONE || supply_open()) return 0;
  const agenda::Outcome in_force = stage_.arrangements.supply().outcome;
  Session& session = add(v1::TABLE_SUPPLY_CONTRACT, scenario.supply_conduct, scenario.agendas[1],
                         stage_.seat("toyotsu"), stage_.seat("irel"),
                         whole(scenario.parameters.talks.supply_deadline_rounds), in_force);
  announce(session);
  return session.conversation;
}

void Tables::open_allocations() {
  const auto& scenario = stage_.scenario;
  if (scenario.allocation_conduct == v1::CONDUCT_NONE) return;
  for (std::size_t maker = 0; maker < scenario.makers.size(); ++maker) {
    // Without a deal nothing is allocated: last quarter's tonnes end with it.
    const agenda::Outcome in_force = scenario.agendas[2].status_quo();
    Session& session = add(v1::TABLE_ALLOCATION, scenario.allocation_conduct, scenario.agendas[2],
                           scenario.makers[maker].seat, stage_.seat("toyotsu"),
                           whole(scenario.parameters.talks.allocation_deadline_rounds), in_force);
    session.maker = static_cast<int>(maker);
    announce(session);
  }
}

Session& Tables::add(v1::Table table, v1::Conduct conduct, const agenda::Agenda& agenda,
                     base::SeatId first, base::SeatId second, std::uint32_t deadline_rounds,
                     agenda::Outcome in_force) {
  ++conversations_;
  sessions_.push_back(std::make_unique<Session>(conversations_, table, conduct, agenda, first,
                                                second, deadline_rounds, stage_.today));
  Session& session = *sessions_.back();
  session.in_force = in_force;
  session.memorandum_then = stage_.arrangements.mou().terms;
  session.contract_then = stage_.arrangements.supply().terms;
  session.contract_until_then = stage_.arrangements.supply().until;
  const double gap = stage_.scenario.parameters.talks.offer_gap_days;
  session.next_meeting = stage_.today + static_cast<int>(std::lround(gap * (deadline_rounds + 4)));
  session.sample =
      sample_packages(agenda, in_force, whole(stage_.scenario.parameters.talks.sample_size),
                      possible_packages(stage_, table), stage_.draws, stage_.today,
                      static_cast<std::uint32_t>(session.conversation));
  return session;
}

void Tables::announce(const Session& session) {
  for (const base::SeatId seat : session.parties) {
    v1::Envelope& envelope =
        stage_.from_registrar(v1::Envelope::kOpening, seat, session.conversation);
    write_opening(session, *envelope.mutable_opening());
    stage_.post_today(envelope, bus::Priority::kTable);
  }
}

const Session* Tables::session(std::uint64_t conversation) const {
  for (const auto& session : sessions_) {
    if (session->conversation == conversation && !session->closed) return session.get();
  }
  return nullptr;
}

Session* Tables::find(std::uint64_t conversation) {
  for (const auto& session : sessions_) {
    if (session->conversation == conversation) return session.get();
  }
  return nullptr;
}

const Session* Tables::find(v1::Table table) const {
  for (const auto& session : sessions_) {
    if (session->table == table && !session->closed) return session.get();
  }
  return nullptr;
}

std::uint32_t Tables::meetings_held() const {
  const Session* session = find(v1::TABLE_CONSULTATION);
  return session == nullptr ? 0 : session->meetings;
}

base::Day Tables::next_meeting_day(const Session& session) const {
  const auto& talks = stage_.scenario.parameters.talks;
  const double u = stage_.draws.uniform(kMeetingGap, stage_.today, 0,
                                        static_cast<std::uint32_t>(session.conversation));
  const double gap =
      talks.meeting_gap_days_min + u * (talks.meeting_gap_days_max - talks.meeting_gap_days_min);
  const base::Day day = stage_.today + static_cast<int>(std::lround(gap));
  // Leaders meet on their dates; officials meet there with them.
  for (const scenarios::Event& event : stage_.scenario.events) {
    if (event.kind == scenarios::Event::Kind::kSummit && event.day > stage_.today &&
        event.day < day) {
      return event.day;
    }
  }
  return day;
}

void Tables::on_day() {
  sessions_.erase(std::remove_if(sessions_.begin(), sessions_.end(),
                                 [](const auto& session) { return session->closed; }),
                  sessions_.end());
  for (const auto& session : sessions_) {
    if (session->closed || session->next_meeting != stage_.today) continue;
    if (session->table == v1::TABLE_CONSULTATION) {
      if (session->meeting_open) {
        end_meeting(*session);  // nobody answered
      } else {
        hold_meeting(*session);
      }
    } else {
      close(*session, v1::Closing::HOW_DEADLINE);  // nobody answered
    }
  }
}

void Tables::brief(Session& session, base::SeatId seat, v1::Brief::Purpose purpose) {
  SeatHost& host = stage_.host(seat);
  PartyView& view = session.views[session.side(seat)];
  v1::Envelope& envelope = stage_.from_registrar(v1::Envelope::kBrief, seat, session.conversation);
  v1::Brief& brief = *envelope.mutable_brief();
  brief.set_purpose(purpose);
  host.mandate->prepare(stage_.today);
  // What is left of a quarter's product changes with every word at the other makers' tables, so
  // the trader is told anew each time.
  const bool moving = session.table == v1::TABLE_ALLOCATION && session.maker >= 0 &&
                      seat != stage_.scenario.makers[static_cast<std::size_t>(session.maker)].seat;
  const bool all = !view.briefed || view.month != stage_.month || moving ||
                   purpose == v1::Brief::PURPOSE_MEETING;
  if (all) {
    view = PartyView{};
    view.month = stage_.month;
    view.briefed = true;
    host.mandate->brief_table(session.conversation, brief);
    if (!stage_.witnesses.empty()) {
      view.consents = host.mandate->consents(session.conversation);
      if (view.consents.size() > session.sample.size()) view.consents.resize(session.sample.size());
    }
  } else {
    std::vector<std::uint64_t> unknown;
    if (session.last_offer && !session.knows(seat, *session.last_offer)) {
      unknown.push_back(*session.last_offer);
    }
    host.mandate->brief_additions(session.conversation, unknown, brief);
    brief.set_only_additions(true);
  }
  view.value_musd.insert(view.value_musd.end(), brief.value_musd().begin(),
                         brief.value_musd().end());
  view.clearable.insert(view.clearable.end(), brief.clearable().begin(), brief.clearable().end());
  view.ideas.insert(view.ideas.end(), brief.ideas().begin(), brief.ideas().end());
  view.reservation_musd = brief.reservation_musd();
  stage_.post_today(envelope, bus::Priority::kTable);
}

void Tables::hold_meeting(Session& session) {
  ++session.meetings;
  session.meeting_open = true;
  session.moves_left = 2 * whole(stage_.scenario.parameters.talks.exchanges_per_meeting);
  session.next_meeting = next_meeting_day(session);  // should nobody answer at this one
  for (const base::SeatId seat : session.parties) brief(session, seat, v1::Brief::PURPOSE_MEETING);
  if (session.conduct == v1::CONDUCT_PROTOCOL) {
    ask_for_move(session);
  } else if (session.meetings > whole(stage_.scenario.parameters.talks.mediation_after_meetings)) {
    mediate(session);
  } else {
    end_meeting(session);
  }
}

void Tables::ask_for_move(Session& session) {
  if (session.table == v1::TABLE_CONSULTATION) {
    if (session.moves_left == 0) {
      end_meeting(session);
      return;
    }
    --session.moves_left;
  }
  brief(session, session.rules.to_move(), v1::Brief::PURPOSE_YOUR_MOVE);
}

void Tables::end_meeting(Session& session) {
  session.meeting_open = false;
  analyse(session, session.last_offer, false);
  const auto& talks = stage_.scenario.parameters.talks;
  if (session.meetings >= whole(talks.suspension_after_meetings)) {
    suspended_until_ =
        base::add_months(stage_.today, static_cast<int>(whole(talks.suspension_months)));
    close(session, v1::Closing::HOW_SUSPENDED);
    return;
  }
  session.next_meeting = next_meeting_day(session);
}

void Tables::mediate(Session& session) {
  const auto package = solve(session, stage_.scenario.parameters.talks.patience_per_meeting);
  if (package) {
    session.last_offer = package;
    ask_homes(session, *package);
  } else if (session.table == v1::TABLE_CONSULTATION) {
    end_meeting(session);
  } else {
    close(session, v1::Closing::HOW_DEADLINE);
  }
}

bool Tables::take(const v1::Envelope& envelope) {
  if (envelope.from() == base::kRegistrar) return true;
  Session* session = find(envelope.conversation());
  if (session == nullptr || session->closed) {
    const bool existed = envelope.conversation() != 0 && envelope.conversation() <= conversations_;
    stage_.refuse(envelope, existed ? v1::Refusal::REASON_AFTER_THE_END
                                    : v1::Refusal::REASON_UNKNOWN_CONVERSATION);
    return false;
  }
  encounter::Verdict verdict;
  if (session->clearances_awaited > 0 || !takes_moves(*session)) {
    verdict = v1::Refusal::REASON_OUT_OF_TURN;
  } else if (envelope.has_offer()) {
    verdict = session->rules.offer(envelope.from(), envelope.offer().outcome());
    // An offer after the last round is a "no"; what was on the table before it stays the last
    // offer.
    if (!verdict) session->last_offer = session->rules.standing_offer();
  } else if (envelope.has_acceptance()) {
    verdict = session->rules.accept(envelope.from(), envelope.acceptance().outcome());
  } else {
    verdict = session->rules.walk_away(envelope.from());
  }
  if (!verdict) {
    session->illegal_moves = 0;
    return true;
  }
  refuse(envelope, *verdict);
  return false;
}

void Tables::refuse(const v1::Envelope& envelope, v1::Refusal::Reason reason) {
  stage_.refuse(envelope, reason);
  Session* const session = find(envelope.conversation());
  if (session == nullptr || session->closed) return;
  // Who has no seat here cannot break the talks of others.
  if (std::find(session->parties.begin(), session->parties.end(), envelope.from()) ==
      session->parties.end()) {
    return;
  }
  // Nothing said afterwards undoes what both have agreed on and their homes are asked about.
  if (session->rules.ending() != encounter::Ending::kOpen) return;
  if (++session->illegal_moves >= kPatienceWithIllegalMoves) {
    close(*session, v1::Closing::HOW_WALK_AWAY);
  } else if (takes_moves(*session) && session->clearances_awaited == 0 &&
             envelope.from() == session->rules.to_move()) {
    ask_for_move(*session);
  }
}

bool Tables::takes_moves(const Session& session) const {
  return session.conduct == v1::CONDUCT_PROTOCOL &&
         (session.table != v1::TABLE_CONSULTATION || session.meeting_open);
}

void Tables::follow_up(const v1::Envelope& envelope) {
  Session* session = find(envelope.conversation());
  if (session == nullptr || session->closed) return;
  if (envelope.has_opening()) {
    // The second party has it too: firms begin at once, officials at their first meeting.
    if (envelope.to() == session->parties[1] && session->table != v1::TABLE_CONSULTATION) {
      if (session->conduct == v1::CONDUCT_PROTOCOL) {
        ask_for_move(*session);
      } else {
        for (const base::SeatId seat : session->parties) {
          brief(*session, seat, v1::Brief::PURPOSE_MEETING);
        }
        mediate(*session);
      }
    }
  } else if (is_table_move(envelope)) {
    switch (session->rules.ending()) {
      case encounter::Ending::kOpen:
        ask_for_move(*session);
        break;
      case encounter::Ending::kAgreement:
        ask_homes(*session, *session->rules.agreement());
        break;
      case encounter::Ending::kConflict:  // does not come up under alternating offers
      case encounter::Ending::kDeadline:
        close(*session, v1::Closing::HOW_DEADLINE);
        break;
      case encounter::Ending::kWalkAway:
        close(*session, v1::Closing::HOW_WALK_AWAY);
        break;
    }
  } else if (envelope.has_clearance() && envelope.to() == envelope.clearance().side()) {
    session->clearance_refused |= !envelope.clearance().given();
    if (--session->clearances_awaited == 0) homes_have_answered(*session);
  } else if (envelope.has_agreement() &&
             (envelope.to() == session->parties[0] || envelope.to() == base::kPublic)) {
    put_into_force(*session, envelope.agreement().outcome(), envelope.id());
  }
}

void Tables::close(Session& session, v1::Closing::How how) {
  if (how != v1::Closing::HOW_AGREEMENT) analyse(session, session.last_offer, false);
  session.closed = true;
  for (const base::SeatId seat : session.parties) {
    v1::Envelope& envelope = stage_.from_registrar(seat, session.conversation);
    envelope.mutable_closing()->set_how(how);
    envelope.mutable_closing()->set_rounds(session.rules.rounds());
    stage_.post_today(envelope, bus::Priority::kTable);
  }
}

void Tables::analyse(Session& session, std::optional<agenda::Outcome> deal, bool agreed) {
  if (stage_.witnesses.empty() || !session.views[0].briefed || !session.views[1].briefed) return;
  v1::NegotiationAnalysis analysis;
  const BothMandates homes = {stage_.host(session.parties[0]).mandate.get(),
                              stage_.host(session.parties[1]).mandate.get()};
  analyse_beliefs(session, homes, deal, agreed, analysis);
  for (Witness* witness : stage_.witnesses) witness->on_analysis(stage_.today, analysis);
}

}  // namespace monazite::engine

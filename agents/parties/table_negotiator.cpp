#include <cmath>

#include <agents/parties/draw_purposes.hpp>
#include <agents/parties/table_negotiator.hpp>
#include <agents/parties/worth.hpp>
#include <agents/strategies/acceptance.hpp>
#include <agents/strategies/registry.hpp>
#include <protocol/base/check.hpp>

namespace monazite::parties {
namespace {

std::unique_ptr<strategies::Tactic> make_tactic(const Chair& chair, const Manner& manner) {
  if (!manner.tactic.empty()) {
    strategies::Registry<strategies::Tactic> registry("tactic");
    strategies::register_tactics(registry);
    auto tactic = registry.make(manner.tactic);
    MONAZITE_CHECK(tactic.has_value(), "a tactic's name is checked before a party is made");
    return std::move(*tactic);
  }
  MONAZITE_CHECK(manner.firmness_lowest > 0 && manner.firmness_lowest <= manner.firmness_highest,
                 "the range of firmness is positive and in order");
  const double u = chair.draws.uniform(kFirmnessDraw, base::Day{0}, chair.seat);
  return std::make_unique<strategies::TimeDependent>(
      manner.firmness_lowest * std::pow(manner.firmness_highest / manner.firmness_lowest, u));
}

void explain(v1::Reason& reason, v1::ReasonCode code, double a, double b) {
  reason.set_code(code);
  reason.set_a(a);
  reason.set_b(b);
}

}  // namespace

TableNegotiator::TableNegotiator(const Chair& chair, const Manner& manner, Style style)
    : chair_(chair), own_(chair.seat), style_(style), tactic_(make_tactic(chair, manner)) {}

void TableNegotiator::adopt(const Manner& manner, Style style) {
  style_ = style;
  tactic_ = make_tactic(chair_, manner);
}

void TableNegotiator::receive(const v1::Envelope& message, Desk& desk) {
  if (message.has_opening()) {
    tables_.erase(message.conversation());
    tables_.emplace(message.conversation(), Table(message.opening(), own_));
    return;
  }
  const auto found = tables_.find(message.conversation());
  if (found == tables_.end()) return;
  Table& table = found->second;
  if (message.has_brief()) {
    const v1::Brief& brief = message.brief();
    if (brief.purpose() == v1::Brief::PURPOSE_MEETING) table.state.take(brief);
    if (brief.purpose() == v1::Brief::PURPOSE_YOUR_MOVE) {
      table.state.take(brief);
      table.awaiting_brief = 0;
      decide(table, message, message.id(), desk);
    }
  } else if (message.has_offer() && message.from() == table.state.other()) {
    table.state.other_offered(message.offer().outcome());
  } else if (message.has_offer() && message.from() == own_) {
    table.state.offered(message.offer().outcome());  // somebody else decided for this seat
  } else if (message.has_clearance() && !message.clearance().given()) {
    table.state.bar(message.clearance().outcome());
  } else if (message.has_refusal()) {
    table.state.refused(message.refusal().reason());
  } else if (message.has_appraisal()) {
    take_appraisal(table, message, desk);
  } else if (message.has_closing()) {
    tables_.erase(found);
  }
}

TableNegotiator::Stance TableNegotiator::stance(const TableState& state) const {
  Stance stance;
  const double reservation = state.reservation();
  const std::optional<std::size_t> best = state.best();
  stance.best = best ? static_cast<double>(state.values()[*best]) : reservation;
  stance.aspiration = reservation;
  if (!best || stance.best < reservation) return stance;
  stance.aspiration =
      strategies::aspiration_value(tactic_->demand(state.urgency()), reservation, stance.best);
  stance.next = state.most_pleasing(stance.aspiration);
  return stance;
}

void TableNegotiator::decide(Table& table, const v1::Envelope& message, std::uint64_t brief_id,
                             Desk& desk) {
  TableState& state = table.state;
  const Stance stance = this->stance(state);
  v1::Envelope& envelope = desk.reply(message);
  envelope.set_in_reply_to(brief_id);
  if (const auto standing = state.standing()) {
    const std::optional<std::size_t> package = state.find(*standing);
    const std::optional<double> learnt = state.learnt(*standing);
    if (!package && !learnt) {
      table.awaiting_brief = brief_id;
      envelope.set_to(base::kRegistrar);
      envelope.mutable_appraisal_request()->add_outcomes(*standing);
      desk.send(envelope);
      return;
    }
    const double offered = package ? static_cast<double>(state.values()[*package]) : *learnt;
    const bool clearable = !package || state.open()[*package] != 0;
    const double own_next =
        stance.next ? static_cast<double>(state.values()[*stance.next]) : stance.aspiration;
    if (clearable && strategies::acceptable(offered, {state.reservation(), stance.aspiration,
                                                      own_next, state.last_chance()})) {
      accept(state, stance, offered, envelope, desk);
      return;
    }
  }
  envelope.set_to(state.other());
  if (stance.next) {
    make_offer(state, stance, envelope, desk);
    return;
  }
  explain(*envelope.mutable_walk_away()->mutable_reason(), v1::REASON_CODE_NO_ZONE, stance.best,
          state.reservation());
  desk.send(envelope);
}

void TableNegotiator::accept(const TableState& state, const Stance& stance, double offered,
                             v1::Envelope& envelope, Desk& desk) const {
  envelope.set_to(state.other());
  v1::Acceptance& acceptance = *envelope.mutable_acceptance();
  acceptance.set_outcome(*state.standing());
  if (style_.speaks) acceptance.set_statement("We accept the proposal on the table.");
  if (offered >= stance.aspiration) {
    explain(*acceptance.mutable_reason(), v1::REASON_CODE_OFFER_GOOD_ENOUGH, offered,
            stance.aspiration);
  } else {
    explain(*acceptance.mutable_reason(), v1::REASON_CODE_DEADLINE_NEAR, offered,
            state.reservation());
  }
  desk.send(envelope);
}

void TableNegotiator::make_offer(TableState& state, const Stance& stance, v1::Envelope& envelope,
                                 Desk& desk) const {
  const std::size_t package = *stance.next;
  const std::uint64_t outcome = state.outcome(package);
  const double value = static_cast<double>(state.values()[package]);
  v1::Offer& offer = *envelope.mutable_offer();
  offer.set_outcome(outcome);
  v1::Reason& reason = *offer.mutable_reason();
  const std::optional<std::uint64_t> before = state.last_own_offer();
  if (!before) {
    explain(reason, v1::REASON_CODE_OPENING_BID, value, stance.aspiration);
    if (style_.speaks) offer.set_statement("We put a first proposal on the table.");
  } else if (*before == outcome) {
    explain(reason, v1::REASON_CODE_HELD_FIRM, value, stance.aspiration);
  } else {
    // Conceded: worth less to itself, at today's values, than what it asked for before.
    const std::optional<std::size_t> old = state.find(*before);
    if (old && value < static_cast<double>(state.values()[*old])) {
      explain(reason, v1::REASON_CODE_CONCEDED, value, stance.aspiration);
    } else {
      explain(reason, v1::REASON_CODE_BEST_FOR_BOTH, value, state.estimated_other(package));
    }
  }
  state.offered(outcome);
  desk.send(envelope, style_.offer_delay_days);
}

void TableNegotiator::take_appraisal(Table& table, const v1::Envelope& message, Desk& desk) {
  const std::optional<std::uint64_t> standing = table.state.standing();
  if (table.awaiting_brief == 0 || message.appraisal().outcomes_size() == 0) return;
  if (standing) table.state.learn(*standing, total(message.appraisal().outcomes(0)));
  const std::uint64_t brief_id = table.awaiting_brief;
  table.awaiting_brief = 0;
  decide(table, message, brief_id, desk);
}

}  // namespace monazite::parties

#include <algorithm>
#include <string>
#include <utility>

#include <protocol/base/hash.hpp>
#include <world/engine/facts.hpp>
#include <world/engine/month_end.hpp>

namespace monazite::engine {

MonthEnd::MonthEnd(Stage& stage, Tables& tables, Acts& acts)
    : stage_(stage), tables_(tables), acts_(acts), observer_(stage.scenario, stage.draws) {}

void MonthEnd::settle(double mine_output_factor) {
  const economy::State& state = stage_.economy.state();
  controls_ = stage_.arrangements.controls(stage_.flow.end_month(), state.plants_run, stage_.today,
                                           state.price_outside);
  controls_.state_release_t = acts_.take_state_release();
  controls_.mine_output_factor = mine_output_factor;
  account_ = &stage_.economy.settle(stage_.today, controls_);
  stage_.politics.end_month(state.india_magnets_t, account_->magnet_need_t,
                            account_->magnet_shortage_t);
  pay_finance();
  stage_.arrangements.expire(stage_.today);
  post_trade();
  post_announcements();
  post_clauses();
  post_observations();
}

void MonthEnd::pay_finance() {
  const double bn_jpy = stage_.arrangements.pay_finance_bn_jpy(stage_.today);
  if (!(bn_jpy > 0)) return;
  const economy::Transfer transfer{stage_.seat("japan"), stage_.seat("india"),
                                   stage_.scenario.parameters.market.rate_musd_per_bn_jpy * bn_jpy,
                                   v1::Payment::FOR_FINANCE};
  stage_.economy.book(transfer);
  post_payment(transfer);
}

void MonthEnd::post_payment(const economy::Transfer& transfer) {
  v1::Envelope& envelope = stage_.from_registrar(base::kRecorder);
  v1::Payment& payment = *envelope.mutable_payment();
  payment.set_payer(transfer.payer);
  payment.set_payee(transfer.payee);
  payment.set_amount_musd(transfer.amount_musd);
  payment.set_for_(static_cast<v1::Payment::For>(transfer.purpose));
  stage_.post_today(envelope, bus::Priority::kWorld);
}

void MonthEnd::post_trade() {
  const base::SeatId toyotsu = stage_.seat("toyotsu");
  const auto shipment = [&](const economy::Cargo& cargo, bool landed) {
    v1::Envelope& envelope = stage_.from_registrar(toyotsu);
    v1::Shipment& message = *envelope.mutable_shipment();
    message.set_reo_t(cargo.reo_t);
    message.set_ndpr_t(cargo.ndpr_t);
    message.set_left_day(cargo.left.number);
    message.set_due_day(cargo.due.number);
    message.set_landed(landed);
    stage_.post_today(envelope, bus::Priority::kWorld);
  };
  for (const economy::Cargo& cargo : account_->landings) shipment(cargo, true);
  for (const economy::Cargo& cargo : account_->departures) shipment(cargo, false);
  for (const economy::Transfer& transfer : account_->payments) {
    if (transfer.amount_musd > 0) post_payment(transfer);
  }
}

void MonthEnd::post_announcements() {
  const auto announce = [&](v1::PolicyAnnouncement::Kind kind, int level, base::Day until) {
    v1::Envelope& envelope = stage_.from_registrar(base::kPublic);
    v1::PolicyAnnouncement& message = *envelope.mutable_policy_announcement();
    message.set_kind(kind);
    message.set_level(static_cast<std::uint32_t>(level));
    message.set_until_day(until.number);
    stage_.post_today(envelope, bus::Priority::kWorld);
  };
  if (account_->regime_light_changed) {
    announce(v1::PolicyAnnouncement::KIND_REGIME_LIGHT, account_->regime_light, {});
  }
  if (account_->regime_magnet_changed) {
    announce(v1::PolicyAnnouncement::KIND_REGIME_MAGNET, account_->regime_magnet, {});
  }
  if (account_->plant_date_moved || account_->plants_started) {
    announce(v1::PolicyAnnouncement::KIND_PLANT_DATE, account_->plants_started ? 1 : 0,
             account_->plants_started ? stage_.today : stage_.economy.state().plant_announced);
  }
  if (account_->cyclone) announce(v1::PolicyAnnouncement::KIND_CYCLONE, 0, {});
}

void MonthEnd::post_clauses() {
  for (const v1::ClauseStatus& change :
       clauses_.end_month(clause_facts(stage_, tables_, *account_, controls_),
                          stage_.scenario.parameters.treaty)) {
    v1::Envelope& envelope = stage_.from_registrar(base::kPublic);
    *envelope.mutable_clause_status() = change;
    stage_.post_today(envelope, bus::Priority::kWorld);
  }
}

void MonthEnd::post_observations() {
  months_.push_back({stage_.today, facts(stage_, *account_, controls_)});
  observer_.record(stage_.today, months_.back().facts);
  for (std::size_t i = 0; i < stage_.seats.size(); ++i) {
    v1::Envelope& envelope = stage_.from_registrar(v1::Envelope::kObservation, stage_.seats[i].id);
    observer_.observe(i, stage_.month, *envelope.mutable_observation());
    stage_.post_today(envelope, bus::Priority::kMonth);
  }
}

void MonthEnd::ask_for_acts() {
  if (!stage_.scenario.parameters.switches.acts) return;
  if (stage_.today < stage_.scenario.decisions_from) return;
  for (SeatHost& host : stage_.seats) {
    if (host.seat.kind == scenarios::SeatKind::kMagnetMaker ||
        host.seat.kind == scenarios::SeatKind::kCarMaker) {
      continue;  // makers act through their orders and at the allocation table
    }
    v1::Envelope& envelope = stage_.from_registrar(v1::Envelope::kBrief, host.id);
    v1::Brief& brief = *envelope.mutable_brief();
    brief.set_purpose(v1::Brief::PURPOSE_ACTS);
    host.mandate->prepare(stage_.today);
    host.mandate->brief_acts(brief);
    stage_.post_today(envelope, bus::Priority::kMonth);
  }
}

void MonthEnd::report() {
  v1::WorldSnapshot snapshot;
  fill_snapshot(stage_, *account_, controls_, snapshot);
  for (const v1::ClauseStatus& clause : clauses_.current()) *snapshot.add_clauses() = clause;
  base::Hasher hasher;
  for (const double value : snapshot.values()) hasher.add(value);
  for (const v1::ClauseStatus& clause : snapshot.clauses()) {
    hasher.add(static_cast<std::uint64_t>(clause.status()));
  }
  hasher.add(stage_.post.delivered());
  snapshot.set_state_hash(hasher.value());
  digest_ = base::Hasher{}.add(digest_).add(hasher.value()).value();
  if (stage_.month == 1) {
    for (const std::string& name : snapshot_names(stage_)) snapshot.add_names(name);
  }
  v1::StateHash hash;
  hash.set_month(snapshot.month());
  hash.set_hash(hasher.value());
  for (Witness* witness : stage_.witnesses) witness->on_month(stage_.today, snapshot, hash);
}

void MonthEnd::look_back() const {
  if (stage_.witnesses.empty()) return;
  for (const SignedSession& deal : tables_.signed_sessions()) {
    v1::NegotiationAnalysis analysis;
    analyse_hindsight(stage_, deal, months_, analysis);
    for (Witness* witness : stage_.witnesses) witness->on_analysis(stage_.today, analysis);
  }
}

}  // namespace monazite::engine

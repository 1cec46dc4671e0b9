#include <algorithm>

#include <protocol/base/check.hpp>
#include <world/treaty/clauses.hpp>

namespace monazite::treaty {
namespace {

using CS = v1::ClauseStatus;

v1::ClauseStatus message(Clause clause, Status status, Status before, double measure,
                         base::Day since, std::uint64_t because_of) {
  v1::ClauseStatus m;
  m.set_clause(clause);
  m.set_status(status);
  m.set_before(before);
  m.set_measure(measure);
  m.set_since_day(since.number);
  m.set_because_of(because_of);
  return m;
}

bool is_mou_status(Status s) {
  return s >= CS::STATUS_HONOURED && s <= CS::STATUS_LAPSED;
}

}  // namespace

bool is_contract(Clause clause) {
  return clause >= CS::CLAUSE_SUPPLY_CONTRACT;
}

bool may_follow(Status before, Status after) {
  if (before == after || after == CS::STATUS_UNSPECIFIED) return false;
  switch (before) {
    case CS::STATUS_UNSPECIFIED:  // a clause is entered
      return after != CS::STATUS_LAPSED && after != CS::STATUS_REMEDIED;
    case CS::STATUS_HONOURED:
    case CS::STATUS_ERODED:
    case CS::STATUS_UNDER_CONSULTATION:
    case CS::STATUS_SUSPENDED:
      return is_mou_status(after);
    case CS::STATUS_LAPSED:  // renewed: it starts afresh, unless a stop or talks cover it at once
      return after == CS::STATUS_HONOURED || after == CS::STATUS_SUSPENDED ||
             after == CS::STATUS_UNDER_CONSULTATION || after == CS::STATUS_PERFORMED ||
             after == CS::STATUS_EXCUSED || after == CS::STATUS_BREACHED;
    case CS::STATUS_PERFORMED:
      return after == CS::STATUS_EXCUSED || after == CS::STATUS_BREACHED ||
             after == CS::STATUS_LAPSED;
    case CS::STATUS_EXCUSED:
      return after == CS::STATUS_PERFORMED || after == CS::STATUS_BREACHED ||
             after == CS::STATUS_LAPSED;
    case CS::STATUS_BREACHED:
      return after == CS::STATUS_REMEDIED || after == CS::STATUS_PERFORMED ||
             after == CS::STATUS_LAPSED;
    case CS::STATUS_REMEDIED:
      return after == CS::STATUS_PERFORMED || after == CS::STATUS_EXCUSED ||
             after == CS::STATUS_BREACHED || after == CS::STATUS_LAPSED;
    default:
      return false;
  }
}

bool ClauseBook::is_known(Clause clause) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [clause](const Entry& e) { return e.clause == clause; });
}

ClauseBook::Entry& ClauseBook::entry(Clause clause) {
  const auto place = std::find_if(entries_.begin(), entries_.end(),
                                  [clause](const Entry& known) { return known.clause >= clause; });
  if (place != entries_.end() && place->clause == clause) return *place;
  Entry fresh;
  fresh.clause = clause;
  return *entries_.insert(place, fresh);
}

double ClauseBook::roll(Entry& e, double promised, double done) {
  std::rotate(e.promised.begin(), e.promised.begin() + 1, e.promised.end());
  std::rotate(e.done.begin(), e.done.begin() + 1, e.done.end());
  e.promised.back() = promised;
  e.done.back() = done;
  double all_promised = 0;
  double all_done = 0;
  for (std::size_t i = 0; i < kWindow; ++i) {
    all_promised += e.promised[i];
    all_done += e.done[i];
  }
  return all_promised > 0 ? all_done / all_promised : 1;
}

void ClauseBook::set(const MonthFacts& facts, Entry& e, Status status, std::uint64_t because_of) {
  if (e.status == status) return;
  MONAZITE_CHECK(may_follow(e.status, status), "a clause changes its status by the table only");
  e.before = e.status;
  e.status = status;
  e.since = facts.day;
  e.because_of = because_of;
  changes_.push_back(message(e.clause, e.status, e.before, e.measure, e.since, e.because_of));
}

void ClauseBook::promise(const MonthFacts& facts, Clause clause, const Promise& p, bool suspended) {
  if (p.promised <= 0) {
    if (is_known(clause)) set(facts, entry(clause), CS::STATUS_LAPSED, facts.agreement_id);
    return;
  }
  Entry& e = entry(clause);
  const bool fresh = e.status == CS::STATUS_UNSPECIFIED || e.status == CS::STATUS_LAPSED;
  if (fresh) {
    // The months before count as kept: one bad month does not erode what has just begun.
    e.promised.fill(p.promised);
    e.done.fill(p.promised);
  }
  e.measure = p.due ? roll(e, p.promised, std::min(p.done, p.promised)) : 1;
  if (fresh) e.measure = std::max(e.measure, rules_.honoured_from);
  if (suspended) {
    const bool disused = e.status == CS::STATUS_SUSPENDED &&
                         base::months_between(e.since, facts.day) >= rules_.disuse_months;
    if (disused) e.disused_under = facts.agreement_id;
    const bool gone =
        disused || (e.status == CS::STATUS_LAPSED && e.disused_under == facts.agreement_id);
    return set(facts, e, gone ? CS::STATUS_LAPSED : CS::STATUS_SUSPENDED, facts.measure_id);
  }
  e.disused_under.reset();
  if (facts.consultation_open) {
    return set(facts, e, CS::STATUS_UNDER_CONSULTATION, facts.consultation_id);
  }
  const std::uint64_t because = fresh ? facts.agreement_id : 0;
  set(facts, e, e.measure >= rules_.honoured_from ? CS::STATUS_HONOURED : CS::STATUS_ERODED,
      because);
}

void ClauseBook::domestic_priority(const MonthFacts& facts) {
  Promise p;
  p.promised = facts.domestic_priority ? 1 : 0;
  // Kept as long as no more is diverted than allowed.
  p.done = facts.diverted_share <= facts.divertible_share + 1e-9 ? 1 : 0;
  promise(facts, CS::CLAUSE_DOMESTIC_PRIORITY, p, false);
  if (!facts.domestic_priority) return;
  entry(CS::CLAUSE_DOMESTIC_PRIORITY).measure =
      facts.divertible_share > 0 ? facts.diverted_share / facts.divertible_share : 0;
}

void ClauseBook::consultation(const MonthFacts& facts) {
  Entry& e = entry(CS::CLAUSE_CONSULTATION);
  e.measure = facts.meetings_held;
  if (facts.consultation_open) {
    return set(facts, e, CS::STATUS_UNDER_CONSULTATION, facts.consultation_id);
  }
  if (facts.request_unanswered) {
    return set(facts, e, CS::STATUS_ERODED, facts.consultation_id);
  }
  set(facts, e, CS::STATUS_HONOURED, 0);
}

void ClauseBook::contract(const MonthFacts& facts, Clause clause, const Performance& p) {
  if (!p.in_force) {
    if (!is_known(clause)) return;
    Entry& e = entry(clause);
    e.owed_t = 0;
    return set(facts, e, CS::STATUS_LAPSED, 0);
  }
  Entry& e = entry(clause);
  if (e.status == CS::STATUS_UNSPECIFIED || e.status == CS::STATUS_LAPSED) {
    e.promised.fill(p.due_t);
    e.done.fill(p.due_t);
    e.owed_t = 0;
  }
  e.measure = roll(e, p.due_t, p.done_t);
  const double tolerated = rules_.performance_tolerance * p.due_t + 1e-9;
  const double missing = std::max(0.0, p.due_t - p.released_t - p.done_t);
  const bool short_month = missing > tolerated;
  if (short_month && !p.excused) {
    e.owed_t += missing;
    e.months_owed = 0;
    return set(facts, e, CS::STATUS_BREACHED, facts.measure_id);
  }
  if (e.status == CS::STATUS_BREACHED) {
    e.months_owed += 1;
    e.owed_t -= p.paid_for_t + std::max(0.0, p.done_t - p.due_t);
    if (e.owed_t <= tolerated && !short_month) {
      e.owed_t = 0;
      return set(facts, e, CS::STATUS_REMEDIED, 0);
    }
    if (e.months_owed > rules_.remedy_months && !short_month) {
      e.owed_t = 0;  // a claim now, outside the contract
      return set(facts, e, CS::STATUS_PERFORMED, 0);
    }
    return;
  }
  set(facts, e, short_month ? CS::STATUS_EXCUSED : CS::STATUS_PERFORMED, 0);
}

std::vector<v1::ClauseStatus> ClauseBook::end_month(const MonthFacts& f,
                                                    const equations::Treaty& rules) {
  rules_ = rules;
  changes_.clear();
  promise(f, CS::CLAUSE_VOLUME, f.volume, f.volume_stopped);
  promise(f, CS::CLAUSE_NDPR, f.ndpr, f.volume_stopped || f.ndpr_stopped);
  promise(f, CS::CLAUSE_PRICE, f.price, false);
  promise(f, CS::CLAUSE_MAGNETS, f.magnets, false);
  promise(f, CS::CLAUSE_TECHNOLOGY, f.technology, false);
  promise(f, CS::CLAUSE_FINANCE, f.finance, false);
  domestic_priority(f);
  consultation(f);
  promise(f, CS::CLAUSE_HEAVY_SWAP, f.heavy_swap, false);
  contract(f, CS::CLAUSE_SUPPLY_CONTRACT, f.supply);
  contract(f, CS::CLAUSE_TAKE_OR_PAY, f.take_or_pay);
  contract(f, CS::CLAUSE_ALLOCATION, f.allocation);
  for (Entry& e : entries_) {
    if (e.clause == CS::CLAUSE_PRICE && e.status != CS::STATUS_LAPSED)
      e.measure = f.premium_percent;
    if (e.clause == CS::CLAUSE_TECHNOLOGY && e.status != CS::STATUS_LAPSED) {
      e.measure = f.technology.done;
    }
  }
  for (v1::ClauseStatus& change : changes_) change.set_measure(entry(change.clause()).measure);
  return changes_;
}

std::vector<v1::ClauseStatus> ClauseBook::current() const {
  std::vector<v1::ClauseStatus> all;
  all.reserve(entries_.size());
  for (const Entry& e : entries_) {
    all.push_back(message(e.clause, e.status, e.before, e.measure, e.since, e.because_of));
  }
  return all;
}

}  // namespace monazite::treaty

#include <algorithm>
#include <iterator>

#include <world/mandates/company_tables.hpp>

namespace monazite::mandates {

double CompanyTable::urgency() const {
  if (deadline_rounds == 0) return 1;
  return std::min(1.0, static_cast<double>(rounds) / deadline_rounds);
}

bool CompanyTable::is_barred(agenda::Outcome outcome) const {
  return std::find(barred.begin(), barred.end(), outcome) != barred.end();
}

/// Those that opened before that day.
void CompanyTables::forget_ended(base::Day before) {
  for (auto entry = tables_.begin(); entry != tables_.end();) {
    const CompanyTable& table = entry->second;
    entry = !table.open && table.opened < before ? tables_.erase(entry) : std::next(entry);
  }
}

void CompanyTables::open(const v1::Envelope& message) {
  const v1::Opening& opening = message.opening();
  if (opening.parties_size() != 2) return;
  const base::SeatId first = opening.parties(0);
  const base::SeatId second = opening.parties(1);
  if (self_ != first && self_ != second) return;
  auto read = agenda::Agenda::from_message(opening.agenda());
  if (!read) return;
  forget_ended(base::Day{message.day()});
  const TermsReader reader(*read);
  CompanyTable table{message.conversation(),
                     opening.table(),
                     std::move(*read),
                     reader,
                     self_ == first ? second : first,
                     base::Day{message.day()},
                     opening.deadline_rounds(),
                     0,
                     true,
                     {opening.sample().begin(), opening.sample().end()},
                     {},
                     {},
                     {},
                     0,
                     0,
                     false};
  table.sample_levels = levels_of(table.agenda, table.sample);
  tables_.insert_or_assign(message.conversation(), std::move(table));
}

void CompanyTables::absorb(const v1::Envelope& message) {
  if (message.has_opening()) {
    open(message);
    return;
  }
  CompanyTable* table = find(message.conversation());
  if (table == nullptr) return;
  if (message.has_offer()) {
    ++table->rounds;
    const agenda::Outcome outcome = message.offer().outcome();
    auto& offers = table->offers_of_other;
    if (message.from() == table->other && table->agenda.contains(outcome)) {
      offers.erase(std::remove(offers.begin(), offers.end(), outcome), offers.end());
      offers.push_back(outcome);
    }
  } else if (message.has_clearance()) {
    const v1::Clearance& clearance = message.clearance();
    if (!clearance.given() && !table->is_barred(clearance.outcome()))
      table->barred.push_back(clearance.outcome());
  } else if (message.has_closing()) {
    table->open = false;
  }
}

const CompanyTable* CompanyTables::find(std::uint64_t conversation) const {
  const auto found = tables_.find(conversation);
  return found == tables_.end() ? nullptr : &found->second;
}

CompanyTable* CompanyTables::find(std::uint64_t conversation) {
  const auto found = tables_.find(conversation);
  return found == tables_.end() ? nullptr : &found->second;
}

bool CompanyTables::any_open(v1::Table table) const {
  for (const auto& entry : tables_) {
    if (entry.second.table == table && entry.second.open) return true;
  }
  return false;
}

}  // namespace monazite::mandates

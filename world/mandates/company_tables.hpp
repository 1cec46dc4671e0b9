#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/mandates/company_terms.hpp>

namespace monazite::mandates {

/// One encounter as a company follows it, from the messages of its conversation.
struct CompanyTable {
  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;
  agenda::Agenda agenda;
  TermsReader reader;
  base::SeatId other = 0;
  base::Day opened{};
  std::uint32_t deadline_rounds = 1;
  std::uint32_t rounds = 0;  ///< offers made so far, by both
  bool open = true;
  std::vector<agenda::Outcome> sample;
  std::vector<std::uint32_t> sample_levels;      ///< of each package, issue by issue
  std::vector<agenda::Outcome> barred;           ///< refused by a home, in order of refusal
  std::vector<agenda::Outcome> offers_of_other;  ///< in order, without repetition
  double lowest_musd = 0, highest_musd = 0;      ///< own values over the sample when it opened
  bool scaled = false;                           ///< the two above are set

  /// Share of patience used up, 0 to 1: rounds used over the deadline.
  [[nodiscard]] double urgency() const;
  [[nodiscard]] bool is_barred(agenda::Outcome outcome) const;
};

/// The encounters that a seat is a party of. One that has ended is remembered until another opens
/// on a later day.
class CompanyTables {
 public:
  explicit CompanyTables(base::SeatId self) : self_(self) {}

  /// Follows an opening, offers, clearances and the closing. A conversation that this seat is no
  /// party of, or whose agenda cannot be read, is passed over.
  void absorb(const v1::Envelope& message);

  [[nodiscard]] const CompanyTable* find(std::uint64_t conversation) const;
  [[nodiscard]] CompanyTable* find(std::uint64_t conversation);
  /// Whether an encounter of this kind is open.
  [[nodiscard]] bool any_open(v1::Table table) const;
  [[nodiscard]] const std::map<std::uint64_t, CompanyTable>& all() const { return tables_; }

 private:
  void open(const v1::Envelope& message);
  void forget_ended(base::Day before);

  base::SeatId self_;
  std::map<std::uint64_t, CompanyTable> tables_;
};

}  // namespace monazite::mandates

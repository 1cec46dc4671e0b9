#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// Reads packages of a supply contract or an allocation as treaty::read_supply and read_allocation
/// do, but looks the issues' names up once, not for every package. A package is given by its levels
/// in the order of the agenda's issues (agenda::Agenda::levels). An issue that the agenda lacks
/// keeps the value of `otherwise`.
class TermsReader {
 public:
  enum Field {
    kReo,
    kMix,
    kPremium,
    kFloor,
    kUpside,
    kTerm,
    kTakeOrPay,
    kAdvance,
    kTonnes,
    kFlexibility,
    kFields
  };

  TermsReader() { issue_.fill(-1); }
  explicit TermsReader(const agenda::Agenda& agenda);

  /// Position of the issue on the agenda, -1 if it is not there.
  [[nodiscard]] int issue(Field field) const { return issue_[field]; }

  [[nodiscard]] treaty::SupplyTerms supply(const agenda::Agenda& agenda,
                                           const std::uint32_t* levels,
                                           const treaty::SupplyTerms& otherwise) const;
  [[nodiscard]] treaty::SupplyTerms supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                           const treaty::SupplyTerms& otherwise) const;
  [[nodiscard]] treaty::AllocationTerms allocation(const agenda::Agenda& agenda,
                                                   const std::uint32_t* levels,
                                                   const treaty::AllocationTerms& otherwise) const;
  [[nodiscard]] treaty::AllocationTerms allocation(const agenda::Agenda& agenda,
                                                   agenda::Outcome outcome,
                                                   const treaty::AllocationTerms& otherwise) const;

 private:
  [[nodiscard]] double read(const agenda::Agenda& agenda, const std::uint32_t* levels, Field field,
                            double otherwise) const {
    const int issue = issue_[field];
    if (issue < 0) return otherwise;
    return agenda.issues()[static_cast<std::size_t>(issue)].values[levels[issue]];
  }

  std::array<int, kFields> issue_;
};

/// The levels of one package.
[[nodiscard]] std::vector<std::uint32_t> levels_of(const agenda::Agenda& agenda,
                                                   agenda::Outcome outcome);
/// Those of several, which follow one another.
[[nodiscard]] std::vector<std::uint32_t> levels_of(const agenda::Agenda& agenda,
                                                   std::span<const agenda::Outcome> outcomes);

}  // namespace monazite::mandates

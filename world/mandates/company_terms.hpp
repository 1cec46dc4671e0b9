#pragma once

#include <array>

#include <protocol/agenda/agenda.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// Reads packages of a supply contract or an allocation as treaty::read_supply and read_allocation
/// do, but looks the issues' names up once, not for every package. An issue that the agenda lacks
/// keeps the value of `otherwise`.
class TermsReader {
 public:
  TermsReader() = default;
  explicit TermsReader(const agenda::Agenda& agenda);

  [[nodiscard]] treaty::SupplyTerms supply(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                           const treaty::SupplyTerms& otherwise) const;
  [[nodiscard]] treaty::AllocationTerms allocation(const agenda::Agenda& agenda,
                                                   agenda::Outcome outcome,
                                                   const treaty::AllocationTerms& otherwise) const;

 private:
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
  [[nodiscard]] double read(const agenda::Agenda& agenda, agenda::Outcome outcome, Field field,
                            double otherwise) const {
    const int issue = issue_[field];
    return issue < 0 ? otherwise : agenda.value(outcome, static_cast<std::size_t>(issue));
  }

  std::array<int, kFields> issue_{};
};

}  // namespace monazite::mandates

#pragma once

#include <agents/parties/acts.hpp>
#include <agents/parties/table_negotiator.hpp>

namespace monazite::parties {

/// IREL, Toyotsu or a maker: negotiates supply and allocation, several tables at once, its offers
/// going out `offer_gap_days` after it was asked; may ask its partner to reopen a contract. Without
/// a tactic of its own it concedes at an even pace ("linear"). A directive asks IREL for no
/// decision: it obeys, and the registrar sees to it.
class FirmParty final : public Party {
 public:
  FirmParty(const Chair& chair, const PartySetup& setup);
  void receive(const v1::Envelope& message, Desk& desk) override;
  void adopt(const Manner& manner) override;

 private:
  ActChooser acts_;
  TableNegotiator tables_;
};

}  // namespace monazite::parties

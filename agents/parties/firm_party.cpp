#include <agents/parties/firm_party.hpp>

namespace monazite::parties {
namespace {

Manner with_firm_tactic(Manner manner) {
  if (manner.tactic.empty()) manner.tactic = "linear";
  return manner;
}

}  // namespace

FirmParty::FirmParty(const Chair& chair, const PartySetup& setup)
    : acts_(chair, setup),
      tables_(chair, with_firm_tactic(setup.manner), {setup.manner.offer_gap_days, false}) {}

void FirmParty::receive(const v1::Envelope& message, Desk& desk) {
  acts_.receive(message, desk);
  tables_.receive(message, desk);
}

void FirmParty::adopt(const Manner& manner) {
  acts_.adopt(manner);
  tables_.adopt(with_firm_tactic(manner), {manner.offer_gap_days, false});
}

}  // namespace monazite::parties

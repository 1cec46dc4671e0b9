#include <agents/parties/government_party.hpp>

namespace monazite::parties {

GovernmentParty::GovernmentParty(const Chair& chair, const PartySetup& setup)
    : acts_(chair, setup), tables_(chair, setup.manner, {0, true}) {}

void GovernmentParty::receive(const v1::Envelope& message, Desk& desk) {
  acts_.receive(message, desk);
  tables_.receive(message, desk);
}

void GovernmentParty::adopt(const Manner& manner) {
  acts_.adopt(manner);
  tables_.adopt(manner, {0, true});
}

}  // namespace monazite::parties

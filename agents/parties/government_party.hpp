#pragma once

#include <agents/parties/acts.hpp>
#include <agents/parties/table_negotiator.hpp>

namespace monazite::parties {

/// India or Japan: lets its offices act, answers invitations, negotiates at the meetings of a
/// consultation (offers go out the same day, with a public word at the opening and at an
/// acceptance).
class GovernmentParty final : public Party {
 public:
  GovernmentParty(const Chair& chair, const PartySetup& setup);
  void receive(const v1::Envelope& message, Desk& desk) override;
  void adopt(const Manner& manner) override;

 private:
  ActChooser acts_;
  TableNegotiator tables_;
};

}  // namespace monazite::parties

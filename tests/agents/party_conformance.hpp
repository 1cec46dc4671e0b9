#pragma once

#include <functional>
#include <memory>

#include <agents/parties/party.hpp>
#include <agents/parties/setup.hpp>

namespace monazite::tests {

/// Whether the party is expected to look at what it was told of values.
enum class Judgement {
  kRational,  ///< signs and offers nothing worth less than no deal; walks away only without a zone
  kNone
};

using PartyMaker = std::function<std::unique_ptr<parties::Party>(const parties::Chair&,
                                                                 const parties::PartySetup&)>;

/// What every negotiator must hold to, whoever wrote it. Throws it at random tables (random
/// agendas, values, reservation values, win-sets, barred packages, ideas, offers from outside its
/// brief, deals refused at home), at random acts and invitations, and at messages that ask for
/// nothing, and checks that
///   - each brief that asks is answered by exactly one decision (acts and then one NoAct; a reply;
///   an
///     offer, acceptance or walk-away), at once or after an appraisal, which names the brief;
///   - every move is legal for the referee, and nothing barred or not clearable at home is offered;
///   - at most one act per office is done, and only what was on its desk;
///   - messages that ask for nothing are not answered;
///   - two parties with the same chair that hear the same say the same, byte for byte.
void check_party_conformance(base::SeatId seat, const parties::PartySetup& setup,
                             const PartyMaker& make, Judgement judgement = Judgement::kRational,
                             std::uint32_t histories = 60);

}  // namespace monazite::tests

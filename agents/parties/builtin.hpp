#pragma once

#include <memory>
#include <string_view>

#include <agents/parties/party.hpp>
#include <agents/parties/setup.hpp>
#include <protocol/base/result.hpp>

namespace monazite::parties {

/// The negotiator that plays a seat when nobody else does: a GovernmentParty or a FirmParty.
/// `setup.manner.tactic` must be empty or have passed check_tactic().
[[nodiscard]] std::unique_ptr<Party> make_builtin_party(const Chair& chair,
                                                        const PartySetup& setup);

/// Whether a text from outside names a tactic; else one sentence with the nearest valid name. An
/// empty text is good: it means the default.
[[nodiscard]] base::Result<void> check_tactic(std::string_view text);

}  // namespace monazite::parties

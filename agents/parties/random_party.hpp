#pragma once

#include <cstdint>
#include <map>

#include <agents/parties/acts.hpp>
#include <agents/parties/party.hpp>
#include <agents/parties/table_state.hpp>

namespace monazite::parties {

/// Legal moves at random: offers any package that its home would clear and that is not barred,
/// accepts or walks away now and then, commits any act on its desk, takes up half of the
/// invitations. It looks at no value, so it may agree to what is worse than no deal. For tests and
/// as the lowest baseline. Draws: "parties.random", ordinal from the id of the brief; and those of
/// ActChooser.
class RandomParty final : public Party {
 public:
  RandomParty(const Chair& chair, const PartySetup& setup);

  void receive(const v1::Envelope& message, Desk& desk) override;

 private:
  void move(TableState& table, const v1::Envelope& message, Desk& desk) const;

  Chair chair_;
  ActChooser acts_;
  std::map<std::uint64_t, TableState> tables_;  ///< by conversation
};

}  // namespace monazite::parties

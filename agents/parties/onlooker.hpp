#pragma once

#include <agents/parties/party.hpp>

namespace monazite::parties {

/// A party that hears what its seat hears while somebody else decides, so that it can take over at
/// any time: the staff of a person, the built-in party behind a seat that is played from elsewhere,
/// a player who was away. Both are told of a decision of another in the same way.

/// Whether a message asks its receiver for a decision: a Brief for acts, an invitation or a move,
/// or the Appraisal that a decision waits for. Parties speak when they are asked, and not else.
[[nodiscard]] bool asks_for_decision(const v1::Envelope& message);

/// Tells `party` what the brief says without asking it: as a brief for a meeting. What it sends all
/// the same goes nowhere.
void look_on_question(Party& party, const v1::Envelope& brief);

/// Tells `party` what another said for its seat: an offer counts as its own, of other messages
/// nothing has to be known. `said.from` is the seat.
void look_on_answer(Party& party, const v1::Envelope& said, base::Day today);

/// A desk from which nothing leaves.
class SilentDesk final : public Desk {
 public:
  explicit SilentDesk(base::Day today) : today_(today) {}
  [[nodiscard]] base::Day today() const override { return today_; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override;
  void send(v1::Envelope&, int) override {}

 private:
  base::Day today_;
  v1::Envelope envelope_;
};

}  // namespace monazite::parties

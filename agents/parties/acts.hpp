#pragma once

#include <vector>

#include <agents/parties/party.hpp>
#include <agents/parties/setup.hpp>
#include <agents/strategies/logit.hpp>

namespace monazite::parties {

/// Writes the message that commits an act: its body, and to whom it goes. Gives the private reason
/// of the message to be filled in. `self` is the seat that acts.
[[nodiscard]] v1::Reason& write_act(const v1::ActOption& option, base::SeatId self,
                                    const PartySetup& setup, v1::Envelope& envelope);

/// What a negotiator does between tables, the same for governments and firms: which of the acts on
/// its desk it commits, whether it takes up an invitation.
///
/// Asked for acts (PURPOSE_ACTS): each office with a matter on its desk chooses by logit among its
/// acts and doing nothing (worth 0), in ascending order of office, at most one act each. An office
/// that did nothing may then ask for talks: with probability damping / (1 + exp(-value / noise)).
/// What is done goes out as messages that answer the brief; the last answer is always NoAct, which
/// says that this seat is done. Asked about an invitation (PURPOSE_INVITATION): by logit between
/// the options to accept and to refuse; without any it accepts.
///
/// A direction is a state that an office keeps until it gives another: doing nothing means to keep
/// it. What the office makes of each direction beyond its value, the error of the logit, is a
/// judgement that stays the same for manner.judgement_months (errors that persist: Heckman 1981),
/// so that it changes its mind when values change or when it forms another judgement, and not by a
/// fresh draw each time that the matter is on its desk.
///
/// Draws, ordinal = office: "parties.acts.choice", "parties.acts.consultation"; and
/// "parties.acts.invitation"; ordinal = office and act: "parties.acts.judgement".
class ActChooser {
 public:
  ActChooser(const Chair& chair, const PartySetup& setup) : chair_(chair), setup_(setup) {}

  void adopt(const Manner& manner) { setup_.manner = manner; }

  /// Takes in a message; answers it if it asks for acts or about an invitation.
  void receive(const v1::Envelope& message, Desk& desk);

 private:
  struct Outcome {
    const v1::ActOption* chosen = nullptr;  ///< nothing: the office does nothing
    double chosen_probability = 1;
    double nothing_probability = 1;
  };

  void answer_acts(const v1::Envelope& message, Desk& desk) const;
  void answer_invitation(const v1::Envelope& message, Desk& desk) const;
  [[nodiscard]] strategies::Choice choose_direction(
      const v1::Brief& brief, v1::Office office, const std::vector<const v1::ActOption*>& options,
      const std::vector<double>& values, Desk& desk) const;
  [[nodiscard]] Outcome choose(const v1::Brief& brief, v1::Office office, Desk& desk) const;
  void commit(const v1::ActOption& option, double probability, const v1::Envelope& message,
              Desk& desk) const;

  Chair chair_;
  PartySetup setup_;
  base::SeatId asker_ = base::kRegistrar;  ///< who last asked this seat for talks
};

}  // namespace monazite::parties

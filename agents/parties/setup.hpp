#pragma once

#include <string>

#include <protocol/base/roster.hpp>

namespace monazite::parties {

/// How a negotiator carries itself: the parameters of its conduct between and at the tables.
struct Manner {
  /// Noise of the choice of an act by logit. Unit: M, >= 0.
  double act_noise_musd = 1.5;
  /// Months for which an office judges its directions alike beyond their values; at least 1.
  int judgement_months = 1;
  /// Noise of asking for talks and of answering an invitation. Unit: M, >= 0.
  double consultation_noise_musd = 2;
  /// Chance that an office which would rather talk does ask, when the matter is on its desk. 0
  /// to 1.
  double consultation_damping = 0.35;
  /// Range of the exponent e of the aspiration 1 - t^e, drawn once per seat, evenly in its
  /// logarithm. 0 < lowest <= highest. Not used when `tactic` names one.
  double firmness_lowest = 0.6;
  double firmness_highest = 2.5;
  /// A tactic of strategies::register_tactics(), as "boulware:exponent=2"; empty: the kind's own (a
  /// government draws its exponent, a firm is "linear"). Must be one that check_tactic() takes.
  std::string tactic;
  /// Days that pass before an offer of a firm goes out; governments answer at the meeting.
  int offer_gap_days = 0;
  /// How far a leak of this seat is believed. 0 to 1.
  double leak_credibility = 0.6;
};

enum class PartyKind { kGovernment, kFirm };

/// What a built-in party needs to know beyond its chair. Seats that it has no use for stay 0.
struct PartySetup {
  PartyKind kind = PartyKind::kGovernment;
  base::SeatId other_government = base::kRegistrar;  ///< governments: whom to ask for talks
  base::SeatId irel = base::kRegistrar;              ///< governments: whom to direct
  base::SeatId partner = base::kRegistrar;  ///< firms: with whom a contract can be reopened
  Manner manner;
};

}  // namespace monazite::parties

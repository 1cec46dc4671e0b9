#pragma once

namespace monazite::strategies {

/// When to say yes. All values in one unit (M in this project).

/// AC_next (Baarslag, Hindriks and Jonker 2013): the offer is worth at least what one is about to
/// ask for oneself, scale * offered + shift >= own_next. The plain rule has scale 1 and shift 0.
[[nodiscard]] inline bool accept_next(double offered, double own_next, double scale = 1,
                                      double shift = 0) {
  return scale * offered + shift >= own_next;
}

/// AC_const against a moving bar: the offer reaches the present aspiration.
[[nodiscard]] inline bool accept_aspiration(double offered, double aspiration) {
  return offered >= aspiration;
}

/// The guard in front of every rule: nobody signs below its reservation value.
[[nodiscard]] inline bool individually_rational(double offered, double reservation) {
  return offered >= reservation;
}

/// What a party compares an offer with.
struct Standards {
  double reservation = 0;    ///< value of no deal
  double aspiration = 0;     ///< what it demands at present
  double own_next = 0;       ///< value of the offer that it would make instead
  bool last_chance = false;  ///< nothing can be offered after this
};

/// The rule of the built-in parties: never below the reservation value; anything above it when
/// there is no chance after this one; else what reaches the aspiration or the offer one would make
/// (the weaker of the two bars).
[[nodiscard]] inline bool acceptable(double offered, const Standards& standards) {
  if (!individually_rational(offered, standards.reservation)) return false;
  return standards.last_chance || accept_aspiration(offered, standards.aspiration) ||
         accept_next(offered, standards.own_next);
}

}  // namespace monazite::strategies

#pragma once

#include <protocol/base/calendar.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/beliefs.hpp>
#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// How pressing a side finds it to settle, 0 or more [urg]. India: magnets missing and heat. Japan:
/// NdPr missing, thin cover, a flow held back.
[[nodiscard]] double urgency(const equations::Parameters& parameters, const Beliefs& beliefs,
                             Side side);

/// Patience that one meeting uses up, in meetings: one, more when it is pressing, and more when
/// leaders are to meet in this or the next month (a date draws concessions). Patience is a matter
/// of the table, not a second discount of money.
[[nodiscard]] double patience_used(const equations::Parameters& parameters, const Beliefs& beliefs,
                                   Side side, base::Day day);

}  // namespace monazite::mandates

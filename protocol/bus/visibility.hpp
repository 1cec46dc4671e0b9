#pragma once

#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

/// Who may say and who may read what: the one place that decides it.
///
/// 1. A message is read by the seat it is addressed to, by its sender and by the recorder. One
///    addressed to base::kPublic is read by everybody, observers too, if its kind can be public.
/// 2. Two parts of a message are private: the reason of a move or an act, and the votes of a
/// clearance.
///    The recorder reads them, whoever wrote them reads them, and the side at whose home a
///    clearance was voted on reads its own. Nobody else does, the registrar included.
namespace monazite::bus {

/// Whether a message of this kind may be addressed to everybody: talks, acts and news may; what a
/// mandate tells its seat and what is said at a table may not.
[[nodiscard]] bool can_be_public(v1::Envelope::BodyCase kind);

/// Whether a seat may send messages of this kind. All others are the registrar's: a seat that sent,
/// say, an agreement would speak for the rules.
[[nodiscard]] bool seat_may_send(v1::Envelope::BodyCase kind);

/// Whether `receiver` may get this message at all (less its private parts). An observer is asked
/// for as base::kPublic.
[[nodiscard]] bool may_receive(const v1::Envelope& envelope, base::SeatId receiver);

/// The private reason a message was sent with; null if it has none.
[[nodiscard]] const v1::Reason* reason_of(const v1::Envelope& envelope);

/// Whether `envelope` has a private part that `receiver` must not read.
[[nodiscard]] bool carries_private(const v1::Envelope& envelope, base::SeatId receiver);

/// `out` becomes what `receiver` may read of `in`. Two different envelopes.
void strip_private(const v1::Envelope& in, base::SeatId receiver, v1::Envelope& out);

/// Takes out what the seat in `envelope.to()` must not read (for everybody: what anybody must not).
/// Nothing is copied: fit for PostOffice::set_before_receipt, after the recorder has listened.
void strip_private_in_place(v1::Envelope& envelope);

}  // namespace monazite::bus

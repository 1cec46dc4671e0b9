"""The messages of the model, as protoc made them, and the few words that are said of all of them.

The fields are explained where they are defined: protocol/messages/*.proto. Days are days since
1970-01-01; money is in M, millions of US dollars.
"""

from __future__ import annotations

import datetime

try:
    import google.protobuf  # noqa: F401
except ImportError as error:
    raise ImportError("python3-protobuf is missing; apt-get install python3-protobuf") from error
try:
    from monazite._generated import encounter_pb2 as encounter
    from monazite._generated import envelope_pb2 as envelope
    from monazite._generated import mandate_pb2 as mandate
    from monazite._generated import observation_pb2 as observation
    from monazite._generated import record_pb2 as record
    from monazite._generated import session_pb2 as session
    from monazite._generated import speech_pb2 as speech
    from monazite._generated import trade_pb2 as trade
except ImportError as error:
    raise ImportError(
        "the message classes cannot be loaded; start the program with ./monazite python FILE,"
        " which makes them, or build the target monazite_python and put build/release/python into"
        f" PYTHONPATH ({error})"
    ) from error

__all__ = [
    "EVERYBODY", "Envelope", "Frame", "RECORDER", "REGISTRAR", "day_number", "date_of", "encounter",
    "envelope", "kind", "mandate", "observation", "record", "sender", "session", "speech", "total",
    "trade",
]

Envelope = envelope.Envelope
Frame = session.Frame

REGISTRAR = 0
"""Seat of the rules and the world."""
EVERYBODY = 1
"""Addressee of public messages."""
RECORDER = 2
"""Addressee of what only the record keeps."""


def sender(message: Envelope) -> int:
    """The seat that sent a message (`from` is a word of Python's own)."""
    return int(getattr(message, "from"))


def kind(message: Envelope) -> str:
    """Which body a message has: "offer", "brief", "press_report", ...; "" if none that is known."""
    return message.WhichOneof("body") or ""


def total(worth: mandate.Worth) -> float:
    """Sum of the three terms of a value, in M."""
    return worth.material + worth.audience + worth.relationship


def date_of(day: int) -> datetime.date:
    """The date of a day of the model (20252: 13 June 2025)."""
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=day)


def day_number(date: datetime.date) -> int:
    """The day of the model of a date."""
    return (date - datetime.date(1970, 1, 1)).days

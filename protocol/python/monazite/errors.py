"""What can go wrong between a party and its host.

Everything that this package raises on purpose is a MonaziteError; its text is one clear sentence
that says what to do.
"""

from __future__ import annotations


class MonaziteError(Exception):
    """Base of all errors of this package."""


class ConnectionLost(MonaziteError):
    """The host cannot be reached, or the connection broke and did not come back."""


class ProtocolError(MonaziteError):
    """The host sent something that is not of this protocol."""


class HostRefused(MonaziteError):
    """The host said no (a Sorry frame).

    code: a Sorry.Code of protocol/messages/session.proto. sentence: the host's own words.
    """

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence or f"the host refused (code {code}) and did not say why")
        self.code = code
        self.sentence = sentence


class VersionRefused(HostRefused):
    """Host and client speak different versions of the protocol: one of them must be upgraded."""


class TokenRefused(HostRefused):
    """The token is missing or wrong."""


class SeatRefused(HostRefused):
    """There is no such table or seat, or somebody else sits there."""


class AnswerRefused(HostRefused):
    """An answer that the host did not take; the turn is still open.

    Raised in Party.move() and Party.act() where they ask for an appraisal; a decision that is
    refused after they have returned is left to the staff (see play()).
    """


class TurnOver(MonaziteError):
    """The turn ended while the party was still asking for appraisals: too late, or the table
    closed. A party lets it pass; whatever it returns afterwards is not used."""

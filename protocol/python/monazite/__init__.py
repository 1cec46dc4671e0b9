"""Parties written in Python, for the negotiations of Monazite.

    from monazite import Party, main

    class Mine(Party):
        def move(self, table):
            return table.offer(table.best())

    raise SystemExit(main(Mine()))

docs/python.md shows how to run it; Party, Table and Question say what a party is told and can do;
play() is the loop. Needs Python 3.11 and python3-protobuf, nothing else.
"""

from monazite.agenda import Agenda, Issue
from monazite.command import add_arguments, main, run
from monazite.connection import tls_context
from monazite.errors import (
    AnswerRefused, ConnectionLost, HostRefused, MonaziteError, ProtocolError, SeatRefused,
    TokenRefused, TurnOver, VersionRefused,
)
from monazite.host import LobbySeat, LobbyTable, lobby
from monazite.messages import Envelope, date_of, day_number, kind, sender
from monazite.party import Chair, Party
from monazite.player import Result, play
from monazite.posts import Post, Said, reason
from monazite.question import Option, Question
from monazite.table import Table

__all__ = [
    "Agenda", "AnswerRefused", "Chair", "ConnectionLost", "Envelope", "HostRefused", "Issue",
    "LobbySeat", "LobbyTable", "MonaziteError", "Option", "Party", "Post", "ProtocolError", "Question",
    "Result", "Said", "SeatRefused", "Table", "TokenRefused", "TurnOver", "VersionRefused",
    "add_arguments", "date_of", "day_number", "kind", "lobby", "main", "play", "reason", "run",
    "sender", "tls_context",
]

"""Meeting a host: greeting it, and asking for its tables."""

from __future__ import annotations

import ssl
from typing import NamedTuple

from monazite import frames
from monazite.connection import Connection
from monazite.errors import (
    ConnectionLost, HostRefused, ProtocolError, SeatRefused, TokenRefused, VersionRefused,
)
from monazite.messages import Frame, session

PROTOCOL = 1
"""Version of the protocol that this package speaks."""
PROGRAM = "monazite-python 0.1.0"
"""As it introduces itself."""
GREETING_SECONDS = 15.0
"""How long a host may take to answer the first frames."""

_ENDING = 20  # codes below it end the connection


def refused(sorry: session.Sorry) -> HostRefused:
    """The error for a Sorry."""
    code = session.Sorry
    kinds: dict[int, type[HostRefused]] = {
        code.CODE_VERSION: VersionRefused,
        code.CODE_TOKEN: TokenRefused,
        code.CODE_NO_SUCH_TABLE: SeatRefused,
        code.CODE_NO_SUCH_SEAT: SeatRefused,
        code.CODE_SEAT_TAKEN: SeatRefused,
        code.CODE_REPLACED: SeatRefused,
    }
    return kinds.get(sorry.code, HostRefused)(sorry.code, sorry.sentence)


def ends_connection(sorry: session.Sorry) -> bool:
    """Whether nothing can be said to the host after this."""
    return sorry.code < _ENDING


def greet(
    host: str, port: int, *, tls: ssl.SSLContext | None = None, seconds: float = 10.0
) -> tuple[Connection, session.Hello]:
    """Connects and exchanges Hellos. The caller closes the connection.

    Raises ConnectionLost, VersionRefused or another HostRefused, ProtocolError.
    """
    connection = Connection(host, port, tls=tls, connect_seconds=seconds)
    try:
        hello = session.Hello(
            protocol=PROTOCOL, program=PROGRAM, largest_frame_bytes=frames.LARGEST_RECEIVED
        )
        answer = ask(connection, Frame(hello=hello), "hello").hello
        if answer.protocol != PROTOCOL:
            older = "the host" if answer.protocol < PROTOCOL else "this client"
            raise VersionRefused(
                session.Sorry.CODE_VERSION,
                f"the host speaks protocol {answer.protocol} and this client {PROTOCOL}:"
                f" upgrade {older}",
            )
        connection.largest_sent = answer.largest_frame_bytes or frames.LARGEST_SENT
        return connection, answer
    except BaseException:
        connection.close()
        raise


def ask(connection: Connection, request: Frame, body: str) -> Frame:
    """Sends a request and waits for the answer, which must have this body. Raises HostRefused for a
    Sorry, ProtocolError for anything else, ConnectionLost."""
    try:
        connection.send(request)
    except ConnectionLost:
        pass  # a host that ends it has said why, perhaps before it was asked
    try:
        frame = connection.receive(GREETING_SECONDS)
    except TimeoutError as error:
        raise ProtocolError(f"no {body} came in {GREETING_SECONDS:.0f} s: is it a monazite host?") from error
    got = frame.WhichOneof("body")
    if got == "sorry":
        raise refused(frame.sorry)
    if got != body:
        raise ProtocolError(f"the host sends {got or 'an unknown frame'} where {body} belongs")
    return frame


class LobbySeat(NamedTuple):
    """A seat in the lobby."""

    name: str
    open: bool
    """May be claimed by a client."""
    taken: bool
    player: str
    """Who sits there, as they call themselves."""


class LobbyTable(NamedTuple):
    """A table in the lobby: one run of a scenario."""

    number: int
    scenario: str
    state: str
    """"waiting", "playing" or "over"."""
    today: int
    """Days since 1970-01-01."""
    seats: tuple[LobbySeat, ...]
    watchers: int

    def free_seats(self) -> list[str]:
        """Names of the seats that can be claimed now."""
        return [seat.name for seat in self.seats if seat.open and not seat.taken]


def lobby(
    host: str = "127.0.0.1", port: int = 7410, *, token: str = "", tls: ssl.SSLContext | None = None
) -> list[LobbyTable]:
    """The tables of a host. token: the host's. Raises MonaziteError."""
    connection, _ = greet(host, port, tls=tls)
    try:
        request = Frame(list_tables=session.ListTables(token=token))
        answer = ask(connection, request, "lobby").lobby
    finally:
        connection.close()
    return [
        LobbyTable(
            table.number, table.scenario,
            session.Lobby.State.Name(table.state).replace("STATE_", "").lower(), table.today,
            tuple(LobbySeat(s.name, s.open, s.taken, s.player) for s in table.seats), table.watchers,
        )
        for table in answer.tables
    ]

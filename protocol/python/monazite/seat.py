"""A claimed seat: frames in, answers out, through as many connections as it takes."""

from __future__ import annotations

import ssl
import time

from monazite.connection import Connection
from monazite.errors import ConnectionLost, HostRefused, ProtocolError, SeatRefused
from monazite.host import ask, ends_connection, greet, refused
from monazite.messages import Frame, session

_NUMBERED = ("delivery", "decided", "carriage", "day_begins")


class Seat:
    """Claims a seat and keeps it. Frames and answers only; play() makes sense of them.

    Raises ConnectionLost, HostRefused (SeatRefused, TokenRefused, VersionRefused, ...) and
    ProtocolError, in the constructor as in all functions. A connection that breaks is made again
    with the seat's own token for `return_seconds`; the frames missed meanwhile follow, and answers
    that the host has not confirmed are sent again.
    """

    def __init__(
        self, host: str, port: int, *, seat: str, token: str = "", table: int = 0, player: str = "",
        wants: session.Wants | None = None, have: int = 0, tls: ssl.SSLContext | None = None,
        return_seconds: float = 10.0,
    ) -> None:
        """have: frames of this seat that the caller has from an earlier connection."""
        self._where = (host, port, tls)
        self._return_seconds = return_seconds
        self._claim = session.Claim(
            table=table, seat=seat, token=token, player=player.encode()[:64].decode("utf-8", "ignore")
        )
        if wants is not None:
            self._claim.wants.CopyFrom(wants)
        self.have = have
        """Frames of the seat so far."""
        self._place = have  # in the stream of its frames; below `have` while some come again
        self.fresh = have
        """Frames up to this number were there when the seat was claimed last: they are history, but
        for a question among them that nobody has answered."""
        self._answers: dict[int, session.Answer] = {}
        self._said_again: set[int] = set()
        self.returns = 0
        """How often the connection was made again."""
        self._connection: Connection
        self.hello: session.Hello
        self.seated: session.Seated
        self._sit()
        self._claim.table = self.seated.table
        self._claim.token = self.seated.seat_token or token

    def receive(self, seconds: float | None = None) -> Frame:
        """The next frame of the seat, over a new connection if the old one broke.

        Raises TimeoutError when the time is over; a Sorry that ends the connection as HostRefused.
        """
        while True:
            try:
                frame = self._connection.receive(seconds)
            except ConnectionLost as lost:
                self._return(lost)
                continue
            body = frame.WhichOneof("body")
            if body == "sorry" and ends_connection(frame.sorry):
                if frame.sorry.code != session.Sorry.CODE_TOO_SLOW:
                    raise refused(frame.sorry)
                self._return(ConnectionLost(frame.sorry.sentence))
                continue
            if body in _NUMBERED and not self._count(frame, body):
                continue
            return frame

    def answer(self, answer: session.Answer) -> None:
        """Answers a question. Raises ValueError if it is too long for a frame.

        A connection that breaks is no error here: receive() makes it again and the answer is sent
        once more, until the host has confirmed it (Decided) or refused it (Sorry).
        """
        self._answers[answer.turn] = answer
        self._send(Frame(answer=answer))

    def settled(self, turn: int) -> None:
        """The host has decided on the answer to this question: it is not sent again."""
        self._answers.pop(turn, None)

    def said_again(self, turn: int) -> bool:
        """Whether an answer went out twice, so that the host's complaint may be about the copy."""
        return turn in self._said_again

    def day_done(self, day: int) -> None:
        """In lockstep: ready for the next day."""
        self._send(Frame(day_done=session.DayDone(day=day)))

    def draw(self, purpose: int, day: int, ordinal: int) -> tuple[int, int]:
        """Two 64-bit words of a draw of the seat's own (session.proto, DrawRequest)."""
        request = Frame(draw_request=session.DrawRequest(purpose=purpose, day=day, ordinal=ordinal))
        while True:
            try:
                frame = self._connection.draw(request)
                break
            except ConnectionLost as lost:
                self._return(lost)  # the same draw gives the same words
        if frame.WhichOneof("body") == "sorry":
            raise refused(frame.sorry)
        return frame.draw.first, frame.draw.second

    def close(self) -> None:
        """Leaves the seat. The host's built-in party takes over."""
        self._connection.close()

    # ---

    def _send(self, frame: Frame) -> None:
        try:
            self._connection.send(frame)
        except ConnectionLost:
            pass  # receive() will notice

    def _sit(self) -> None:
        host, port, tls = self._where
        self._connection, self.hello = greet(host, port, tls=tls)
        try:
            self._claim.have = self.have
            self.seated = ask(self._connection, Frame(claim=self._claim), "seated").seated
        except BaseException:
            self._connection.close()
            raise
        # An open question comes again, to a client that has it already too.
        self._place = min(self.have, self.seated.known)
        self.fresh = max(self.fresh, self.seated.known)

    def _return(self, lost: ConnectionLost) -> None:
        """Makes a new connection and sends the unconfirmed answers again. Raises `lost` after
        `return_seconds` without success, HostRefused if the host does not give the seat back."""
        self._connection.close()
        until = time.monotonic() + self._return_seconds
        pause = 0.1
        while True:
            if time.monotonic() >= until:
                raise lost
            try:
                self._sit()
                break
            except (ConnectionLost, ProtocolError):
                time.sleep(min(pause, max(0.0, until - time.monotonic())))
                pause = min(2.0, 2 * pause)
            except HostRefused as sorry:
                # The host may not have noticed yet that the old connection is gone.
                if not isinstance(sorry, SeatRefused) or sorry.code != session.Sorry.CODE_SEAT_TAKEN:
                    raise
                time.sleep(pause)
        self.returns += 1
        for answer in list(self._answers.values()):
            self._said_again.add(answer.turn)
            self._send(Frame(answer=answer))

    def _count(self, frame: Frame, body: str) -> bool:
        """Whether the frame is new. Raises ProtocolError if one is missing."""
        # A Carriage has no number of its own, but counts.
        number = getattr(getattr(frame, body), "number", 0)
        self._place += 1
        if number not in (0, self._place):
            raise ProtocolError(
                f"the host sends frame {number} of the seat where {self._place} belongs"
            )
        if self._place <= self.have:
            return False
        self.have = self._place
        return True

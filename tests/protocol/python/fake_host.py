"""A host made of a script: what tests of the Python package talk to, on 127.0.0.1."""

from __future__ import annotations

import select
import socket
import struct
import threading
from typing import Any, Callable, Optional

from monazite import frames
from monazite.messages import Envelope, Frame, encounter, mandate, session

JAPAN, INDIA, TOYOTSU = 4, 3, 5
NAMES = ["registrar", "public", "recorder", "india", "japan", "toyotsu"]
FIRST_DAY = 20000


class Peer:
    """The host's end of one connection."""

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self._turn = threading.Lock()  # two threads may talk, and OpenSSL allows one at a time
        self._reader = frames.FrameReader()
        connected.settimeout(10)

    def send(self, **body: Any) -> None:
        self.raw(frames.encode(Frame(**body), frames.LARGEST_RECEIVED))

    def raw(self, data: bytes) -> None:
        with self._turn:
            self.socket.sendall(data)

    def receive(self) -> Frame:
        while True:
            found = self._reader.next()
            if found is not None:
                return found[0]
            data = self._received()
            if not data:
                raise EOFError("the client is gone")
            self._reader.feed(data)

    def _received(self) -> bytes:
        """Waits for bytes outside the socket, so that others may send meanwhile."""
        while True:
            with self._turn:
                if getattr(self.socket, "pending", lambda: 0)() or select.select([self.socket], [], [], 0)[0]:
                    return self.socket.recv(65536)
            if not select.select([self.socket], [], [], self.socket.gettimeout())[0]:
                raise TimeoutError("the client says nothing")

    def expect(self, body: str) -> Any:
        frame = self.receive()
        got = frame.WhichOneof("body")
        if got != body:
            raise AssertionError(f"the client sent {got}, not {body}: {frame}")
        return getattr(frame, body)

    def greet(self, protocol: int = 1) -> session.Hello:
        hello = self.expect("hello")
        self.send(hello=session.Hello(protocol=protocol, program="fake 1"))
        return hello

    def seat(self, **facts: Any) -> session.Claim:
        """Greets, takes the claim, and gives Japan's seat."""
        self.greet()
        claim = self.expect("claim")
        self.send(seated=seated(**facts))
        return claim

    def deliver(self, number: int, envelope: Envelope, asks: bool = False) -> None:
        self.send(delivery=session.Delivery(number=number, envelope=envelope, asks=asks))

    def decided(self, number: int, turn: int, answer: Optional[session.Answer] = None, by: int = 1) -> None:
        frame = session.Decided(number=number, turn=turn)
        frame.by = by
        if answer is not None:
            for post in answer.posts:
                said = frame.said.add()
                said.CopyFrom(post.envelope)
                setattr(said, "from", JAPAN)
        self.send(decided=frame)

    def end(self, **facts: Any) -> None:
        facts.setdefault("how", session.End.HOW_FINISHED)
        self.send(end=session.End(day=FIRST_DAY + 9, digest=77, **facts))

    def close(self) -> None:
        self.socket.close()


class FakeHost:
    """Runs one script per connection, in the order in which they come. Use with `with`; what a
    script raises fails the test."""

    def __init__(self, *scripts: Callable[[Peer], None]) -> None:
        self._scripts = scripts
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(10)
        self.port: int = self._listener.getsockname()[1]
        self._errors: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "FakeHost":
        self._thread.start()
        return self

    def __exit__(self, kind: Any, *_: Any) -> None:
        self._thread.join(15)
        self._listener.close()
        if kind is None:
            if self._thread.is_alive():
                raise AssertionError("the script is not over")
            if self._errors:
                raise self._errors[0]

    def _run(self) -> None:
        for script in self._scripts:
            try:
                connected, _ = self._listener.accept()
                peer = Peer(connected)
                try:
                    script(peer)
                finally:
                    peer.close()
            except BaseException as error:
                self._errors.append(error)
                return


def seated(**facts: Any) -> session.Seated:
    facts.setdefault("seat", JAPAN)
    return session.Seated(
        table=1, seat_token="the seat's own", scenario="toy", names=NAMES, first_day=FIRST_DAY,
        last_day=FIRST_DAY + 9, other_government=INDIA, **facts,
    )


def envelope(conversation: int = 7, sender: int = 0, to: int = JAPAN, **body: Any) -> Envelope:
    made = Envelope(id=1, day=FIRST_DAY + 1, to=to, conversation=conversation, **body)
    setattr(made, "from", sender)
    return made


def agenda() -> encounter.Agenda:
    """Two issues of 3 and 2 levels: outcomes 0 to 5."""
    return encounter.Agenda(name="toy talks", issues=[
        encounter.Issue(name="volume", unit="t", labels=["low", "mid", "high"], values=[1, 2, 3]),
        encounter.Issue(name="price", unit="%", labels=["cheap", "dear"], values=[0, 10], status_quo=1),
    ])


def opening(conversation: int = 7, rounds: int = 6, sample: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Envelope:
    return envelope(conversation, opening=encounter.Opening(
        table=encounter.TABLE_CONSULTATION, parties=[INDIA, JAPAN], agenda=agenda(),
        deadline_rounds=rounds, status_quo=1, sample=sample, conduct=encounter.CONDUCT_PROTOCOL,
    ))


VALUES = [10.0, 2.0, 8.0, 4.0, 6.0]
BELIEVED = [0.0, 8.0, 2.0, 6.0, 4.0]


def brief(conversation: int = 7, purpose: int = mandate.Brief.PURPOSE_YOUR_MOVE, **facts: Any) -> Envelope:
    facts.setdefault("value_musd", VALUES)
    facts.setdefault("believed_other_musd", BELIEVED)
    facts.setdefault("clearable", b"\1" * len(facts["value_musd"]))
    facts.setdefault("reservation_musd", 3.0)
    facts.setdefault("lowest_musd", 2.0)
    facts.setdefault("highest_musd", 10.0)
    made = envelope(conversation, brief=mandate.Brief(**facts))
    made.brief.purpose = purpose
    return made


def offer(outcome: int, conversation: int = 7, statement: str = "") -> Envelope:
    return envelope(conversation, INDIA, offer=encounter.Offer(outcome=outcome, statement=statement))


def appraisal(*values: float, conversation: int = 7) -> Envelope:
    worths = [mandate.Worth(material=value - 1, audience=0.75, relationship=0.25) for value in values]
    return envelope(conversation, appraisal=mandate.Appraisal(outcomes=worths))


def length(size: int) -> bytes:
    return struct.pack(">I", size)

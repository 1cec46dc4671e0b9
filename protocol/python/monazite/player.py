"""Playing a seat to the end: the loop between a host and a Party."""

from __future__ import annotations

import datetime
import ssl
import warnings
from typing import Callable, NamedTuple, Sequence

from monazite.draws import Draws
from monazite.errors import AnswerRefused, ConnectionLost, HostRefused, ProtocolError, TurnOver
from monazite.host import refused
from monazite.messages import Envelope, Frame, date_of, mandate, sender, session
from monazite.party import Chair, Party, wants_of
from monazite.posts import Said, to_answer
from monazite.question import Question
from monazite.seat import Seat
from monazite.strand import Strand
from monazite.table import Table


class Result(NamedTuple):
    """How a history ended for a seat."""

    how: str
    """"finished" (the last day was played) or "stopped" (the host was asked to end)."""
    day: datetime.date
    """Last day that was played."""
    digest: int
    """Equal for equal histories; 0 if the host ended without telling."""
    recording: bytes | None
    """The recording (MCAP), with everything that was private, if the host reveals it."""
    table: int
    """Number of the table at the host."""
    seat: str
    refused: tuple[str, ...]
    """What the host said of answers that it did not take, in its own words."""


def play(
    party: Party, host: str = "127.0.0.1", port: int = 7410, *, seat: str, token: str = "",
    table: int = 0, player: str = "", wants: session.Wants | None = None,
    tls: ssl.SSLContext | None = None, return_seconds: float = 10.0, strict: bool = False,
) -> Result:
    """Has `party` play a seat at a host until the history ends.

    seat: its name in the scenario ("japan"). token: the host's or the seat's. table: 0 for the
    first where the seat is free. player: name in the lobby, at most 64 bytes. wants: which
    questions the party answers; the default is those whose methods it overrides, and the built-in
    party answers all others. return_seconds: how long to try to come back after a lost connection.

    An answer that comes too late is dropped. One that the host refuses otherwise is left to the
    built-in party, with a warning and a line in Result.refused; with `strict` it raises
    AnswerRefused instead.

    Raises MonaziteError (see errors), and whatever the party raises.
    """
    wanted = wants if wants is not None else wants_of(party)
    claimed = Seat(
        host, port, seat=seat, token=token, table=table, player=player, wants=wanted, tls=tls,
        return_seconds=return_seconds,
    )
    try:
        return _Player(party, claimed, strict).run()
    finally:
        claimed.close()


APPRAISALS = 64
"""Appraisals that a host gives for one question."""


class _Thought(Strand):
    """A decision of the party in the making."""

    def __init__(self, turn: int, conversation: int, work: Callable[[], Said]) -> None:
        super().__init__(work)
        self.turn = turn
        self.conversation = conversation
        self.over = False
        self.asked = 0


class _Player:
    """What play() does with the frames, one by one."""

    def __init__(self, party: Party, seat: Seat, strict: bool) -> None:
        self._party = party
        self._seat = seat
        self._strict = strict
        self._chair = Chair(seat.seated, Draws(seat.draw))
        party.chair = self._chair
        self._asker = 0
        self._open: dict[int, Envelope] = {}  # questions without an answer, by turn
        self._last_day: int | None = None
        self._thinking: _Thought | None = None
        self._waiting: dict[int, _Thought] = {}  # for an appraisal, by conversation
        self._refused: list[str] = []
        self._left: set[int] = set()  # turns left to the staff after a refusal
        self._file = bytearray()

    def run(self) -> Result:
        while True:
            self._catch_up()
            try:
                frame = self._seat.receive()
            except HostRefused as sorry:
                if sorry.code != session.Sorry.CODE_STOPPING:
                    raise
                frame = Frame(end=session.End(how=session.End.HOW_STOPPED, day=self._chair.today))
            except ConnectionLost as lost:
                if not self._file:
                    raise
                raise ConnectionLost(
                    "the history was over, but the connection broke before the whole recording had"
                    " come; the host has kept it"
                ) from lost
            body = frame.WhichOneof("body")
            if body == "delivery":
                self._delivered(frame.delivery)
            elif body == "decided":
                self._decided(frame.decided)
            elif body == "carriage":
                self._chair.carry(frame.carriage)
            elif body == "day_begins":
                self._chair.today = self._last_day = frame.day_begins.day
            elif body == "sorry":
                self._sorry(frame.sorry)
            elif body == "file_part":
                self._keep(frame.file_part)
            elif body == "end":
                return self._result(frame.end)

    # --- what is told

    def _delivered(self, delivery: session.Delivery) -> None:
        message = delivery.envelope
        self._chair.today = message.day
        body = message.WhichOneof("body")
        self._hear(message, body)
        self._party.observe(message)
        if body == "closing":
            self._chair.tables.pop(message.conversation, None)
        if body in ("closing", "refusal"):
            self._abandon(message.conversation)
        if delivery.asks:
            self._open[delivery.number] = message

    def _hear(self, message: Envelope, body: str | None) -> None:
        if body == "opening":
            try:
                opened = Table(message, self._chair.number, self._chair.names, self._ask)
            except ValueError as error:
                raise ProtocolError(f"the host opens {error}") from error
            opened.usual_delay_days = self._chair.usual_delay_days
            self._chair.tables[message.conversation] = opened
        elif body == "consultation_request" and message.to == self._chair.number:
            self._asker = sender(message)
        table = self._chair.tables.get(message.conversation)
        if table is not None:
            try:
                table.hear(message)
            except ValueError as error:
                raise ProtocolError(f"the host sends {error}") from error

    def _decided(self, decided: session.Decided) -> None:
        self._open.pop(decided.turn, None)
        self._seat.settled(decided.turn)
        if decided.by != session.Decided.BY_CLIENT:
            # Whatever this party had answered came too late.
            for thought in [t for t in self._waiting.values() if t.turn == decided.turn]:
                self._abandon(thought.conversation, "the turn is over: the answer came too late")
        for message in decided.said:
            table = self._chair.tables.get(message.conversation)
            if table is not None:
                table.say(message)
            self._party.observe(message)

    def _keep(self, part: session.FilePart) -> None:
        if part.offset == 0:
            self._file.clear()  # from the beginning, after a lost connection too
        if part.offset != len(self._file):
            raise ProtocolError("the host sends a recording with gaps")
        self._file += part.bytes

    def _result(self, end: session.End) -> Result:
        how = session.End.How.Name(end.how).replace("HOW_", "").lower()
        whole = end.file_bytes > 0 and end.file_bytes == len(self._file)
        return Result(
            how, date_of(end.day), end.digest, bytes(self._file) if whole else None,
            self._seat.seated.table, self._chair.name, tuple(self._refused),
        )

    # --- what is asked

    def _catch_up(self) -> None:
        """Answers what is still open, once everything is told that was told before the seat was
        taken: most of those questions were answered long ago."""
        if self._seat.have < self._seat.fresh:
            return
        if self._last_day is not None and self._seat.seated.lockstep:
            day, self._last_day = self._last_day, None
            self._seat.day_done(day)
        for turn in list(self._open):
            message = self._open.pop(turn, None)
            if message is not None:
                self._think(turn, message)

    def _think(self, turn: int, message: Envelope) -> None:
        conversation = message.conversation
        body = message.WhichOneof("body")
        if body == "appraisal" and conversation in self._waiting:
            thought = self._waiting.pop(conversation)
            thought.turn = turn
            self._go_on(thought)
            return
        table = self._chair.tables.get(conversation)
        party = self._party
        purpose = message.brief.purpose if body == "brief" else 0
        if table is not None and (body == "appraisal" or purpose == mandate.Brief.PURPOSE_YOUR_MOVE):
            at = table
            self._go_on(_Thought(turn, conversation, lambda: party.move(at)))
        elif purpose in (mandate.Brief.PURPOSE_ACTS, mandate.Brief.PURPOSE_INVITATION):
            question = Question(message, self._chair.seated, self._chair.carriage, self._asker)
            self._go_on(_Thought(turn, conversation, lambda: party.act(question)))
        else:
            self._seat.answer(to_answer(turn, None))  # of a kind that this package does not know

    def _go_on(self, thought: _Thought, thrown: BaseException | None = None) -> None:
        """Lets a thought run until it is done, or asks the mandate something."""
        outer, self._thinking = self._thinking, thought
        try:
            thought.resume(thrown)
        finally:
            self._thinking = outer
        if not thought.done:
            self._waiting[thought.conversation] = thought
            self._seat.answer(to_answer(thought.turn, thought.wanted))
            return
        if thought.over:
            if thought.error is not None and not isinstance(thought.error, TurnOver):
                raise thought.error
            return
        said: Said = thought.result
        if isinstance(thought.error, AnswerRefused) and not self._strict:
            said = None
        elif thought.error is not None:
            raise thought.error
        self._seat.answer(to_answer(thought.turn, said))

    def _ask(self, table: Table, outcomes: Sequence[int]) -> None:
        """Within a thought: has the mandate appraise packages."""
        thought = self._thinking
        if thought is None or thought.conversation != table.conversation:
            raise RuntimeError(
                "packages of a table are appraised in the seat's turn there only, within Party.move()"
            )
        if thought.over:
            raise TurnOver("the turn is over")
        thought.asked += 1
        if thought.asked > APPRAISALS:
            raise AnswerRefused(
                session.Sorry.CODE_TOO_MUCH,
                f"more than {APPRAISALS} appraisals for one question; ask for many packages at once",
            )
        thought.wait(table.appraisal_request(outcomes))

    def _abandon(self, conversation: int, why: str = "the table moved on before the appraisal came") -> None:
        """The thought that waits at this table, if there is one, has nothing to wait for any more."""
        thought = self._waiting.pop(conversation, None)
        if thought is None:
            return
        thought.over = True
        self._go_on(thought, TurnOver(why))

    def _sorry(self, sorry: session.Sorry) -> None:
        turn = sorry.turn
        code = session.Sorry
        if turn and sorry.code in (code.CODE_LATE, code.CODE_NOT_ASKED):
            if not self._seat.said_again(turn):
                self._refused.append(sorry.sentence)
            return  # what became of the turn is for Decided to say
        self._seat.settled(turn)
        self._refused.append(sorry.sentence)
        thought = next((t for t in self._waiting.values() if t.turn == turn), None)
        if not turn:
            warnings.warn(f"the host refused a frame: {refused(sorry)}", stacklevel=2)
            return
        error = AnswerRefused(sorry.code, sorry.sentence)
        if thought is not None:
            del self._waiting[thought.conversation]
            self._go_on(thought, error)
            return
        if self._strict or turn in self._left:
            raise error
        warnings.warn(f"the host refused an answer, the staff decides instead: {error}", stacklevel=2)
        self._left.add(turn)
        self._seat.answer(to_answer(turn, None))


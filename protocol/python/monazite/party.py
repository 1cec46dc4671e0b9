"""The class that a researcher derives from, and what its seat is."""

from __future__ import annotations

from monazite.draws import Draws
from monazite.messages import Envelope, session
from monazite.posts import Said
from monazite.question import Question
from monazite.table import Table


class Chair:
    """The seat of a party. Read it; the package keeps it up to date."""

    def __init__(self, seated: session.Seated, draws: Draws) -> None:
        self.seated = seated
        """What the host said when the seat was given (session.proto)."""
        self.draws = draws
        """For twins of built-in parties (see Draws)."""
        self.number: int = seated.seat
        """In every envelope."""
        self.names: tuple[str, ...] = tuple(seated.names)
        """Of all who can be addressed, by number."""
        self.name: str = self.names[self.number] if self.number < len(self.names) else ""
        self.scenario: str = seated.scenario
        self.firm: bool = seated.firm
        """A company's seat; else a government's."""
        self.decide_within: float = seated.decide_within_ms / 1000.0
        """Seconds for an answer; 0: without end."""
        self.carriage: session.Carriage = seated.carriage
        """How the built-in negotiator of this seat carries itself now (session.proto)."""
        self.today: int = seated.first_day
        """Day of the last message. Days since 1970-01-01."""
        self.tables: dict[int, Table] = {}
        """The encounters that run, by conversation."""

    def carry(self, carriage: session.Carriage) -> None:
        """The scenario has the seat carry itself like this from now on."""
        self.carriage = carriage
        for table in self.tables.values():
            table.usual_delay_days = self.usual_delay_days

    @property
    def usual_delay_days(self) -> int:
        """Days before an offer leaves; 0 for governments."""
        return self.carriage.offer_gap_days if self.firm else 0


class Party:
    """A negotiator of one seat. Derive from it and override what the party decides itself; the
    built-in party of the seat, on the host, decides everything else.

    The three methods are called one after the other, never two at a time (Table.appraise() says
    when one is called before another has returned). What they raise ends play().
    """

    chair: Chair
    """Set by play() before anything is told."""

    def observe(self, message: Envelope) -> None:
        """Something was told: a message to this seat or to everybody, in the order of delivery.

        Also called for what this seat said itself, whoever decided it (sender(message) is then
        chair.number, and id is 0), and, when a seat is taken in the middle of a history, for
        everything that it may know from the first day on. chair and its tables know of it already.
        Asks for nothing.
        """

    def move(self, table: Table) -> Said:
        """It is this seat's turn at a table: table.offer(...), table.accept() or table.walk_away().

        [] says nothing (the other side waits until the deadline); None leaves it to the staff.
        """
        return None

    def act(self, question: Question) -> Said:
        """Between tables: question.do(...) commits acts of the month, question.reply(...) answers an
        invitation (question.invitation tells which it is). None leaves it to the staff."""
        return None


def wants_of(party: Party) -> session.Wants:
    """The questions that the party answers itself: those whose method it overrides."""
    moves = type(party).move is not Party.move
    acts = type(party).act is not Party.act
    return session.Wants(
        consultation=moves, supply=moves, allocation=moves, invitations=acts, acts=acts
    )

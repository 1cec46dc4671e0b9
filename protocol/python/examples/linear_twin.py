"""The twin of the built-in negotiator at a table: agents/parties/table_negotiator.cpp, in Python.

With it in a seat, a history has the same packages, reasons, statements and delays, to the bit, as
with the built-in party. It plays tables; the staff on the host does the rest, as it would have.
Its tactic is the seat's own: "linear" for firms, for governments the one whose exponent the host
draws for the seat, or whatever the scenario names.

    ./monazite python protocol/python/examples/linear_twin.py --seat toyotsu --token letmein
"""

from __future__ import annotations

import math
from array import array
from typing import Callable, NamedTuple, Optional

from monazite import Envelope, Party, Post, Said, Table, kind, main, reason
from monazite.messages import encounter, session

Demand = Callable[[float], float]


def time_dependent(exponent: float) -> Demand:
    """demand(t) = 1 - t^e (agents/strategies/aspiration.hpp)."""

    def demand(time: float) -> float:
        t = min(1.0, max(0.0, time))
        return 1.0 - (t if exponent == 1.0 else math.pow(t, exponent))

    return demand


def tactic(text: str) -> Demand:
    """The tactic of a name with parameters, such as "boulware:exponent=2". Raises ValueError."""
    name, _, parameters = text.partition(":")
    usual = {"linear": 1.0, "boulware": 4.0, "conceder": 0.25, "time_dependent": 1.0}
    if name in ("hardliner", "tough"):
        return lambda _: 1.0
    if name not in usual:
        raise ValueError(f"this twin does not know the tactic {text!r}")
    key, _, number = parameters.partition("=")
    if key not in ("", "exponent"):
        raise ValueError(f"the tactic {name} has no parameter {key!r}")
    return time_dependent(float(number) if number else usual[name])


def f32(value: float) -> float:
    """Rounded to single precision, as the built-in negotiator reckons where briefs do."""
    return array("f", [value])[0]


class Opponent:
    """What the other side's offers say about what it wants: how often it asked for each level
    (agents/strategies/opponent.hpp)."""

    STRENGTH = 0.5
    HALF = 6.0

    def __init__(self, table: Table) -> None:
        self._table = table
        counts = [len(issue.values) for issue in table.agenda.issues]
        self._asked = [[0] * count for count in counts]
        self._levels: dict[int, tuple[int, ...]] = {}
        self._offers = 0
        chance = 0.0
        for count in counts:
            chance += 1.0 / count
        self._chance = chance / len(counts) if counts else 0.0

    def observe(self, outcome: int) -> None:
        """It offered this."""
        self._offers += 1
        for issue, level in enumerate(self._table.agenda.levels(outcome)):
            self._asked[issue][level] += 1

    def line(self) -> tuple[float, float]:
        """Factor and constant of: estimate = believed + factor * score + constant. Unit: M."""
        if self._offers == 0 or not self._asked or not self._table.believed:
            return 0.0, 0.0
        spread = max(self._table.believed) - min(self._table.believed)
        n = float(self._offers)
        scale = self.STRENGTH * spread * n / (n + self.HALF)
        return f32(scale / (n * float(len(self._asked)))), f32(-scale * self._chance)

    def score(self, outcome: int) -> float:
        """Number of (offer, issue) pairs in which the offer had the level of the package."""
        levels = self._levels.get(outcome)
        if levels is None:
            levels = self._levels[outcome] = self._table.agenda.levels(outcome)
        return float(sum(asked[level] for asked, level in zip(self._asked, levels)))


class Stance(NamedTuple):
    """Where the seat stands before it moves. Values in M."""

    best: float
    aspiration: float
    next: Optional[int]
    """Place of the package to offer in Table.packages; None: no zone."""


class LinearTwin(Party):
    """Plays the tables as the built-in party of the seat does."""

    def __init__(self) -> None:
        self._opponents: dict[int, Opponent] = {}
        self._learnt: dict[int, tuple[int, float]] = {}
        self._uniform: Optional[float] = None
        self._tactic: tuple[str, Demand] = ("linear", time_dependent(1.0))

    def observe(self, message: Envelope) -> None:
        at, what = message.conversation, kind(message)
        table = self.chair.tables.get(at)
        if table is None:
            return
        if what == "opening":
            self._opponents[at] = Opponent(table)
            self._learnt.pop(at, None)
        elif what == "offer" and message.to == self.chair.number:
            self._opponents[at].observe(message.offer.outcome)
        elif what == "brief" and not message.brief.only_additions and len(message.brief.value_musd) > 0:
            self._learnt.pop(at, None)
        elif what == "closing":
            self._opponents.pop(at, None)
            self._learnt.pop(at, None)

    def move(self, table: Table) -> Said:
        standing = table.standing
        offered = 0.0 if standing is None else self._value_of_standing(table, standing)
        stance = self._stance(table)
        if standing is not None:
            mine = stance.aspiration if stance.next is None else table.values[stance.next]
            good = table.last_chance or offered >= stance.aspiration or offered >= mine
            if table.is_open(standing) and offered >= table.reservation and good:
                return self._accept(table, stance, offered)
        if stance.next is not None:
            return self._offer(table, stance, stance.next)
        return table.walk_away(
            reason=reason(encounter.REASON_CODE_NO_ZONE, stance.best, table.reservation)
        )

    # ---

    def _demand(self) -> Demand:
        """The tactic that the scenario has the seat follow now."""
        carriage: session.Carriage = self.chair.carriage
        if carriage.tactic or self.chair.firm:
            text = carriage.tactic or "linear"
            if self._tactic[0] != text:
                self._tactic = (text, tactic(text))
            return self._tactic[1]
        if self._uniform is None:
            self._uniform = self.chair.draws.uniform("parties.table.firmness", day=0)
        lowest, highest = carriage.firmness_lowest, carriage.firmness_highest
        return time_dependent(lowest * math.pow(highest / lowest, self._uniform))

    def _stance(self, table: Table) -> Stance:
        best: Optional[int] = None
        for place in table.open_places():
            if best is None or table.values[place] > table.values[best]:
                best = place
        reservation = table.reservation
        top = reservation if best is None else table.values[best]
        if best is None or top < reservation:
            return Stance(top, reservation, None)
        demand = self._demand()(table.urgency)
        aspiration = min(max(reservation + demand * (top - reservation), reservation), top)
        return Stance(top, aspiration, self._most_pleasing(table, aspiration))

    def _most_pleasing(self, table: Table, lowest: float) -> Optional[int]:
        opponent = self._opponents[table.conversation]
        factor, _ = opponent.line()
        chosen: Optional[int] = None
        most = 0.0
        for place in table.open_places():
            if table.values[place] < lowest:
                continue
            score = opponent.score(table.packages[place])
            estimate = f32(table.believed[place] + f32(factor * score))
            if chosen is None or estimate > most:
                chosen, most = place, estimate
        return chosen

    def _estimate(self, table: Table, place: int) -> float:
        opponent = self._opponents[table.conversation]
        factor, constant = opponent.line()
        score = opponent.score(table.packages[place])
        return f32(f32(table.believed[place] + f32(factor * score)) + constant)

    def _value_of_standing(self, table: Table, standing: int) -> float:
        """The built-in negotiator remembers one appraisal, until the next whole brief."""
        place = table.place(standing)
        if place is not None:
            return table.values[place]
        learnt = self._learnt.get(table.conversation)
        if learnt is None or learnt[0] != standing:
            learnt = (standing, table.appraise([standing], again=True)[0])
            self._learnt[table.conversation] = learnt
        return learnt[1]

    def _accept(self, table: Table, stance: Stance, offered: float) -> Post:
        if offered >= stance.aspiration:
            why = reason(encounter.REASON_CODE_OFFER_GOOD_ENOUGH, offered, stance.aspiration)
        else:
            why = reason(encounter.REASON_CODE_DEADLINE_NEAR, offered, table.reservation)
        return table.accept(self._says("We accept the proposal on the table."), reason=why)

    def _offer(self, table: Table, stance: Stance, place: int) -> Post:
        outcome, value = table.packages[place], table.values[place]
        before, statement = table.last_own_offer, ""
        code, b = encounter.REASON_CODE_HELD_FIRM, stance.aspiration
        if before is None:
            code = encounter.REASON_CODE_OPENING_BID
            statement = self._says("We put a first proposal on the table.")
        elif before != outcome:
            old = table.place(before)
            if old is not None and value < table.values[old]:
                code = encounter.REASON_CODE_CONCEDED
            else:
                code, b = encounter.REASON_CODE_BEST_FOR_BOTH, self._estimate(table, place)
        return table.offer(outcome, statement, reason=reason(code, value, b))

    def _says(self, text: str) -> str:
        """Governments speak; firms send the package."""
        return "" if self.chair.firm else text


if __name__ == "__main__":
    raise SystemExit(main(LinearTwin()))

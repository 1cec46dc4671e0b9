"""A bridge through which a negotiator of NegMAS (https://negmas.readthedocs.io) takes a seat.

    ./monazite python protocol/python/examples/negmas_party.py --seat japan --token letmein \\
        --negotiator AspirationNegotiator

docs/python.md says how NegMAS is installed.

Each table becomes a NegMAS mechanism of stacked alternating offers with two negotiators: the one that
was asked for, and one that repeats what the other side says over the network. Utilities are the values
of the brief on the scale of its sample (0 the worst package, 1 the best). To keep the number of
outcomes small, the agenda is one issue, whose values are the packages with known values that home would
clear; so models of the opponent that look at issues one by one see nothing in it.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import Any, Optional

from monazite import Party, Said, Table, add_arguments, run

MISSING = "NegMAS is not installed for this Python; docs/python.md says how, or use another party"


class Bridge:
    """One encounter as a NegMAS mechanism. Drives it one offer at a time."""

    def __init__(self, negmas: Any, negotiator: Any, table: Table) -> None:
        """negotiator: a fresh SAONegotiator. Begins with the standing offer, if there is one, and
        has as many steps as the table has offers left."""
        self._table = table
        self._negotiator = negotiator
        self._negmas = negmas
        names = [name_of(outcome) for outcome in table.open_packages()]
        issue = negmas.outcomes.make_issue(values=names, name="package")
        # A last answer follows the last offer.
        self._mechanism = negmas.sao.SAOMechanism(
            issues=[issue], n_steps=table.rounds_left + 2, one_offer_per_step=True
        )
        self._other = make_counterpart(negmas)
        order = [self._other, negotiator] if table.standing is not None else [negotiator, self._other]
        for each in order:
            self._mechanism.add(each, preferences=self._utilities())
        self._brief = table.brief
        self._heard = max(0, len(table.other_offers) - 1)
        self._over = False

    def fits(self) -> bool:
        """Whether what happened at the table since the last move is one offer of the other side (or
        nothing yet). If not (a deal fell at home, a move was refused), a new mechanism is needed."""
        return not self._over and self._table.standing is not None and (
            len(self._table.other_offers) == self._heard + 1
        )

    def move(self) -> tuple[str, Optional[int]]:
        """What the negotiator does: ("accept", None), ("offer", outcome), ("leave", None), or
        ("nothing", None) if it has no answer."""
        if self._brief is not self._table.brief and not self._table.brief.only_additions:
            self._brief = self._table.brief
            self._negotiator.set_preferences(self._utilities())
        if self._table.standing is not None:
            self._other.says = (name_of(self._table.standing),)
            self._mechanism.step()
        self._heard = len(self._table.other_offers)
        self._mechanism.step()
        state = self._mechanism.state
        if state.agreement is not None:
            self._over = True
            return "accept", None
        if state.broken:
            self._over = True
            return "leave", None
        if state.current_offer is None or state.current_proposer != self._negotiator.id:
            self._over = True
            return "nothing", None
        return "offer", outcome_of(state.current_offer)

    def _utilities(self) -> Any:
        table = self._table
        spread = table.highest - table.lowest
        none = (table.reservation - table.lowest) / spread if spread > 0 else 0.0
        return self._negmas.preferences.MappingUtilityFunction(
            lambda outcome: table.utility(outcome_of(outcome)),
            reserved_value=none, outcome_space=self._mechanism.outcome_space,
        )


def make_counterpart(negmas: Any) -> Any:
    """A negotiator that says what it is given, and accepts nothing: what the other side accepts ends
    the talks over there."""
    base: Any = negmas.sao.SAONegotiator

    class Counterpart(base):  # type: ignore[misc]
        says: Any = None

        def propose(self, *_: Any, **__: Any) -> Any:
            return self.says

        def respond(self, *_: Any, **__: Any) -> Any:
            return negmas.sao.ResponseType.REJECT_OFFER

    return Counterpart()


def name_of(outcome: int) -> str:
    """The value of the one issue that stands for a package."""
    return f"package {outcome}"


def outcome_of(values: Any) -> int:
    """The package that a NegMAS outcome stands for."""
    return int(str(values[0]).split()[1])


class NegmasParty(Party):
    """A NegMAS negotiator at the tables; the staff on the host does the rest."""

    def __init__(self, negotiator: str = "AspirationNegotiator") -> None:
        """negotiator: a class of negmas.sao, or "module:Class". Raises ValueError without NegMAS or
        without that class."""
        try:
            self._negmas: Any = importlib.import_module("negmas")
            for part in ("outcomes", "preferences", "sao"):
                importlib.import_module(f"negmas.{part}")
        except ImportError as error:
            raise ValueError(MISSING) from error
        module, _, name = negotiator.rpartition(":")
        try:
            self._class: Any = getattr(importlib.import_module(module or "negmas.sao"), name)
        except (ImportError, AttributeError) as error:
            raise ValueError(f"there is no negotiator {negotiator}") from error
        self._bridges: dict[int, Bridge] = {}

    def move(self, table: Table) -> Said:
        if table.standing is not None:
            table.value(table.standing)  # appraised before NegMAS wants to know
        if not table.open_packages():
            return None
        bridge = self._bridges.get(table.conversation)
        fresh = bridge is None or not bridge.fits()
        for _ in range(2):
            if bridge is None or fresh:
                bridge = Bridge(self._negmas, self._class(), table)
            what, outcome = bridge.move()
            if outcome is None or table.is_open(outcome):
                break
            fresh = True  # it was barred since: once more, without it
        else:
            return None
        self._bridges[table.conversation] = bridge
        if outcome is not None:
            return table.offer(outcome)
        if what == "accept" and table.standing is not None and table.is_open(table.standing):
            return table.accept()
        return table.walk_away() if what == "leave" else None


def program() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    add_arguments(parser)
    parser.add_argument(
        "--negotiator", default="AspirationNegotiator", help="a class of negmas.sao, or module:Class"
    )
    arguments = parser.parse_args()
    try:
        party = NegmasParty(arguments.negotiator)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return run(party, arguments)


if __name__ == "__main__":
    raise SystemExit(program())

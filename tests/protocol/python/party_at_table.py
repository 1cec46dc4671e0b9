"""Puts a party at a table without a host."""

from __future__ import annotations

from typing import Any

from fake_host import JAPAN, NAMES, appraisal, brief, opening, seated
from monazite import Chair, Envelope, Party, Table
from monazite.draws import Draws


class AtTable:
    """One encounter; what is heard is observed by the party too, as play() does it."""

    def __init__(self, party: Party, appraised: dict[int, float] | None = None, **facts: Any) -> None:
        rounds = facts.pop("rounds", 6)
        self.party = party
        self.asked: list[list[int]] = []
        self._appraised = appraised or {}
        party.chair = Chair(seated(**facts), Draws(lambda purpose, day, ordinal: (2**63, 0)))
        first = opening(rounds=rounds)
        self.table = party.chair.tables[7] = Table(first, JAPAN, NAMES, self._ask)
        self.table.usual_delay_days = party.chair.usual_delay_days
        party.observe(first)

    def hear(self, *messages: Envelope) -> None:
        for message in messages:
            self.table.hear(message)
            self.party.observe(message)

    def move(self, **facts: Any) -> Any:
        """Asks for a move with a new brief; what is said is said. The envelope, or None for staff."""
        self.hear(brief(**facts))
        said = self.party.move(self.table)
        if said is None:
            return None
        self.table.say(said.envelope)
        self.delay_days = said.delay_days
        return said.envelope

    def _ask(self, table: Table, outcomes: Any) -> None:
        self.asked.append(list(outcomes))
        table.say(table.appraisal_request(outcomes).envelope)
        table.hear(appraisal(*(self._appraised[outcome] for outcome in outcomes)))

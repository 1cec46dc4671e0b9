"""What a seat knows of one encounter, from the messages it was sent.

The counterpart of agents/parties/table_state.hpp, whose rules it follows to the letter.
"""

from __future__ import annotations

from typing import Callable, Iterable, Sequence

from monazite.agenda import Agenda
from monazite.messages import REGISTRAR, Envelope, encounter, mandate, sender, total
from monazite.posts import Post, clip, write_reason

APPRAISALS_AT_ONCE = 4000
"""Packages in one AppraisalRequest: more would not fit into a frame."""

KINDS = {
    encounter.TABLE_CONSULTATION: "consultation",
    encounter.TABLE_SUPPLY_CONTRACT: "supply",
    encounter.TABLE_ALLOCATION: "allocation",
}

Ask = Callable[["Table", Sequence[int]], None]


class Table:
    """One encounter, as this seat sees it. Kept up to date by the package; a party reads it.

    Packages are outcomes: numbers of the agenda (see Agenda). All values are in M, millions of US
    dollars of present value; they are those of the last brief.
    """

    def __init__(self, message: Envelope, own: int, names: Sequence[str] = (), ask: Ask | None = None) -> None:
        """From the envelope of an Opening. own: number of this seat, one of the two parties.
        names: of all seats. ask: gets packages appraised (see appraise()).

        Raises ValueError if the encounter is not one of two parties with this seat among them.
        """
        opening = message.opening
        parties = tuple(opening.parties)
        if len(parties) != 2 or own not in parties:
            raise ValueError(f"an encounter of the parties {parties}, seen from seat {own}")
        self._ask = ask
        self.conversation: int = message.conversation
        """Number of the encounter in every envelope."""
        self.kind: str = KINDS.get(opening.table, "")
        """"consultation", "supply" or "allocation"."""
        self.agenda = Agenda(opening.agenda)
        self.parties: tuple[int, ...] = parties
        """Seats, in the order of their first move."""
        self.own: int = own
        self.other: int = parties[1] if parties[0] == own else parties[0]
        self.other_name: str = names[self.other] if self.other < len(names) else str(self.other)
        self.deadline_rounds: int = opening.deadline_rounds
        """Offers after which it ends without a deal."""
        self.status_quo: int = opening.status_quo
        """The package that stands if nothing is agreed."""
        self.sample: tuple[int, ...] = tuple(opening.sample)
        """The packages that both sides' briefs value."""
        self.brief: mandate.Brief = mandate.Brief()
        """The last brief as it came."""
        self.packages: list[int] = list(opening.sample)
        """The sample, then the ideas of this seat's own staff."""
        self.values: list[float] = []
        """Own value of each package; empty before the first brief."""
        self.believed: list[float] = []
        """What this seat believes each package to be worth to the other side."""
        self.reservation: float = 0.0
        """Own value of no deal: nobody should sign below it."""
        self.believed_other_reservation: float = 0.0
        self.urgency: float = 0.0
        """Own clock: share of the patience used up, 0 to 1."""
        self.lowest: float = 0.0
        self.highest: float = 0.0
        """Own value of the worst and the best package when the encounter opened (see utility())."""
        self.barred: set[int] = set()
        """Refused at home, here or there: neither offered nor accepted again."""
        self.rounds: int = 0
        """Offers made so far, by both."""
        self.standing: int | None = None
        """The other side's offer that this seat may accept."""
        self.other_offers: list[int] = []
        """All offers of the other side, in order."""
        self.other_statement: str = ""
        """What the other side last said beside an offer."""
        self.last_own_offer: int | None = None
        self.usual_delay_days: int = 0
        """How long an offer of a firm lies before it leaves, in this scenario; governments: 0."""
        self.closed: str = ""
        """How it ended: "agreement", "deadline", "walk_away", "suspended"; empty while it runs."""
        self._clearable: list[bool] = []
        self._place: dict[int, int] = {}
        self._learnt: dict[int, float] = {}
        self._requests: list[list[int]] = []
        self._standing_offer: int | None = None
        self._stood_before = False

    # --- what packages are worth

    def knows(self, outcome: int) -> bool:
        """Whether the value is known already: from a brief, or from an appraisal since the last
        whole one."""
        return outcome in self._place or outcome in self._learnt

    def place(self, outcome: int) -> int | None:
        """Place of a package in `packages`, `values` and `believed`; None if no brief values it."""
        return self._place.get(outcome)

    def value(self, outcome: int) -> float:
        """Own value of a package, in M. One that is not known is appraised first (see appraise())."""
        place = self._place.get(outcome)
        if place is not None:
            return self.values[place]
        if outcome not in self._learnt:
            self.appraise([outcome])
        return self._learnt[outcome]

    def appraise(self, outcomes: Iterable[int], again: bool = False) -> list[float]:
        """Own values of packages, in M; those not known are asked of the seat's own mandate. again:
        so are those that only an earlier appraisal knows.

        The mandate answers within the same day; other tables of this seat may have their turns
        meanwhile (Party.move() is then called for them before this returns).
        Raises ValueError for a package outside the agenda, RuntimeError outside Party.move(),
        AnswerRefused if the host does not take the question (the turn is still open), TurnOver if
        the turn ended meanwhile.
        """
        wanted = list(outcomes)
        unknown = list(dict.fromkeys(o for o in wanted if o not in self._place and (again or o not in self._learnt)))
        for outcome in unknown:
            self.agenda.levels(outcome)
        if unknown and self._ask is None:
            raise RuntimeError("packages are appraised in the seat's turn only, within Party.move()")
        for first in range(0, len(unknown), APPRAISALS_AT_ONCE):
            assert self._ask is not None
            self._ask(self, unknown[first : first + APPRAISALS_AT_ONCE])
        return [self.value(outcome) for outcome in wanted]

    def believed_value(self, outcome: int) -> float | None:
        """What this seat believes the package to be worth to the other side, in M; None if no
        brief says so."""
        place = self._place.get(outcome)
        return None if place is None else self.believed[place]

    def utility(self, outcome: int) -> float:
        """The value on the scale of the sample when the encounter opened: 0 its worst package, 1
        its best. May be outside that range later."""
        spread = self.highest - self.lowest
        return (self.value(outcome) - self.lowest) / spread if spread > 0 else 0.0

    def is_open(self, outcome: int) -> bool:
        """Whether home would clear the package as far as the seat knows, and it is not barred."""
        place = self._place.get(outcome)
        return outcome not in self.barred and (place is None or self._clearable[place])

    def open_packages(self) -> list[int]:
        """The packages with known values that may be offered, in the order of the briefs."""
        return [self.packages[place] for place in self.open_places()]

    def open_places(self) -> list[int]:
        """Their places in `packages`, ascending."""
        return [
            place for place, clears in enumerate(self._clearable)
            if clears and self.packages[place] not in self.barred
        ]

    def best(self) -> int | None:
        """The open package of the largest own value, the first of several; None without any."""
        places = self.open_places()
        return self.packages[max(places, key=self.values.__getitem__)] if places else None

    @property
    def rounds_left(self) -> int:
        """Offers that can still be made."""
        return max(0, self.deadline_rounds - self.rounds)

    @property
    def last_chance(self) -> bool:
        """No offer can follow: accept, or it ends."""
        return self.rounds >= self.deadline_rounds

    # --- moves

    def offer(
        self, outcome: int, statement: str = "", *, note: str = "",
        reason: encounter.Reason | None = None, delay_days: int | None = None,
    ) -> Post:
        """Puts a package on the table. statement: for the other side to read. note, reason: for the
        record alone. delay_days: before it leaves; None: as long as the built-in party of this seat
        would wait. Raises ValueError for a package outside the agenda."""
        self.agenda.levels(outcome)
        envelope = self._envelope()
        envelope.offer.outcome = outcome
        envelope.offer.statement = clip(statement)
        write_reason(envelope.offer.reason, reason, note)
        return Post(envelope, self.usual_delay_days if delay_days is None else delay_days)

    def accept(self, statement: str = "", *, note: str = "", reason: encounter.Reason | None = None) -> Post:
        """Accepts the standing offer. Raises ValueError if none stands."""
        if self.standing is None:
            raise ValueError("no offer of the other side stands that could be accepted")
        envelope = self._envelope()
        envelope.acceptance.outcome = self.standing
        envelope.acceptance.statement = clip(statement)
        write_reason(envelope.acceptance.reason, reason, note)
        return Post(envelope)

    def walk_away(self, statement: str = "", *, note: str = "", reason: encounter.Reason | None = None) -> Post:
        """Ends the encounter without a deal."""
        envelope = self._envelope()
        envelope.walk_away.statement = clip(statement)
        write_reason(envelope.walk_away.reason, reason, note)
        return Post(envelope)

    def appraisal_request(self, outcomes: Sequence[int]) -> Post:
        """The message that asks the own mandate; appraise() sends it and waits."""
        envelope = Envelope(to=REGISTRAR, conversation=self.conversation)
        envelope.appraisal_request.outcomes.extend(outcomes)
        return Post(envelope)

    def _envelope(self) -> Envelope:
        return Envelope(to=self.other, conversation=self.conversation)

    # --- what the package tells it

    def hear(self, message: Envelope) -> None:
        """A message of this conversation was delivered to the seat. Raises ValueError for a brief
        that does not fit the opening."""
        body = message.WhichOneof("body")
        if body == "brief":
            self._take(message.brief)
        elif body == "offer" and sender(message) == self.other:
            self.rounds += 1
            self.standing = self._standing_offer = message.offer.outcome
            self.other_offers.append(message.offer.outcome)
            self.other_statement = message.offer.statement
        elif body == "clearance" and not message.clearance.given:
            self._bar(message.clearance.outcome)
        elif body == "refusal":
            self._refused(message.refusal.reason)
        elif body == "appraisal":
            self._learn(message.appraisal)
        elif body == "closing":
            name = encounter.Closing.How.Name(message.closing.how)
            self.closed = name.replace("HOW_", "").lower()

    def say(self, message: Envelope) -> None:
        """The seat said this here, whoever decided it."""
        body = message.WhichOneof("body")
        if body == "offer":
            self.rounds += 1
            self.last_own_offer = message.offer.outcome
            self._stood_before = self.standing is not None
            self.standing = None
        elif body == "appraisal_request":
            self._requests.append(list(message.appraisal_request.outcomes))

    def _take(self, brief: mandate.Brief) -> None:
        self.brief = brief
        self.urgency = min(1.0, max(0.0, brief.urgency))
        if brief.only_additions or len(brief.value_musd) > 0:
            self.reservation = brief.reservation_musd
            self.believed_other_reservation = brief.believed_other_reservation_musd
            self.lowest, self.highest = brief.lowest_musd, brief.highest_musd
        if brief.only_additions:
            if not self._place and len(brief.ideas) > 0:
                raise ValueError("a brief of additions came before a whole one")
            self._add(list(brief.ideas), brief)
        elif len(brief.value_musd) > 0:
            self.packages = list(self.sample)
            self.values, self.believed, self._clearable = [], [], []
            self._place, self._learnt = {}, {}
            self._add(list(brief.ideas), brief, already=len(self.sample))
        for outcome in brief.barred:
            self._bar(outcome)

    def _add(self, ideas: list[int], brief: mandate.Brief, already: int = 0) -> None:
        """Takes in the arrays of a brief: values of `already` packages that are listed, and of the
        ideas that follow them."""
        self.packages.extend(ideas)
        count = already + len(ideas)
        if len(brief.value_musd) != count:
            raise ValueError(f"a brief of {count} packages has {len(brief.value_musd)} values")
        first = len(self.values)
        self.values.extend(brief.value_musd)
        believed = list(brief.believed_other_musd)[:count]
        self.believed.extend(believed + [0.0] * (count - len(believed)))
        clearable = [level != 0 for level in brief.clearable[:count]]
        usual = len(brief.clearable) == 0
        self._clearable.extend(clearable + [usual] * (count - len(clearable)))
        for place in range(first, first + count):
            self._place.setdefault(self.packages[place], place)

    def _bar(self, outcome: int) -> None:
        if outcome in self.barred:
            return
        self.barred.add(outcome)
        if self._standing_offer == outcome:
            self.standing = None

    def _refused(self, why: int) -> None:
        if self.last_own_offer is None or self.standing is not None:
            return  # the move refused was no offer
        self.rounds = max(0, self.rounds - 1)
        self.standing = self._standing_offer if self._stood_before else None
        reasons = mandate.Refusal
        if why in (
            reasons.REASON_BARRED_PACKAGE, reasons.REASON_NOT_CLEARABLE, reasons.REASON_OUTSIDE_AGENDA
        ):
            self._bar(self.last_own_offer)

    def _learn(self, appraisal: mandate.Appraisal) -> None:
        if not self._requests:
            return
        for outcome, worth in zip(self._requests.pop(0), appraisal.outcomes):
            if outcome not in self._place:
                self._learnt[outcome] = total(worth)

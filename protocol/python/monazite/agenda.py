"""What a table settles, and how its packages are numbered."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from monazite.messages import encounter


class Issue(NamedTuple):
    """One thing to be settled, by choosing one of its levels (0, 1, ...)."""

    name: str
    unit: str
    """Unit of `values`; empty for a pure number."""
    labels: tuple[str, ...]
    """What each level is called."""
    values: tuple[float, ...]
    """The number behind each level, in `unit`."""
    status_quo: int
    """The level that stands for the present state of things."""


class Agenda:
    """The issues of a table. A package is one level for each; its outcome is their mixed-radix
    number, the last issue fastest: with 4, 3 and 5 levels, (3, 1, 4) is (3 * 3 + 1) * 5 + 4 = 54.
    """

    def __init__(self, message: encounter.Agenda) -> None:
        self.name: str = message.name
        self.issues: tuple[Issue, ...] = tuple(
            Issue(issue.name, issue.unit, tuple(issue.labels), tuple(issue.values), issue.status_quo)
            for issue in message.issues
        )
        self._counts = tuple(len(issue.values) for issue in self.issues)
        size = 1
        for count in self._counts:
            size *= count
        self.size: int = size
        """Number of packages: outcomes are 0 to size - 1."""

    def levels(self, outcome: int) -> tuple[int, ...]:
        """The level of each issue. Raises ValueError for an outcome outside the agenda."""
        if not 0 <= outcome < self.size:
            raise ValueError(f"outcome {outcome} is not on the agenda of {self.size} packages")
        levels = []
        for count in reversed(self._counts):
            outcome, level = divmod(outcome, count)
            levels.append(level)
        return tuple(reversed(levels))

    def outcome(self, levels: Sequence[int]) -> int:
        """The number of a package. Raises ValueError unless there is one valid level per issue."""
        if len(levels) != len(self._counts):
            raise ValueError(f"{len(levels)} levels for {len(self._counts)} issues")
        outcome = 0
        for issue, count, level in zip(self.issues, self._counts, levels):
            if not 0 <= level < count:
                raise ValueError(f"issue {issue.name} has levels 0 to {count - 1}, not {level}")
            outcome = outcome * count + level
        return outcome

    def describe(self, outcome: int) -> dict[str, str]:
        """The label of each issue's level, by the issue's name."""
        return {
            issue.name: issue.labels[level] if level < len(issue.labels) else str(issue.values[level])
            for issue, level in zip(self.issues, self.levels(outcome))
        }

    def find(self, labels: dict[str, str]) -> int:
        """The outcome with these labels; an issue not named keeps its status quo.

        Raises ValueError for an issue or a label that does not exist.
        """
        chosen = dict(labels)
        levels = []
        for issue in self.issues:
            label = chosen.pop(issue.name, None)
            if label is None:
                levels.append(issue.status_quo)
            elif label in issue.labels:
                levels.append(issue.labels.index(label))
            else:
                raise ValueError(f"issue {issue.name} has no level {label!r}")
        if chosen:
            raise ValueError(f"there is no issue {next(iter(chosen))!r}")
        return self.outcome(levels)

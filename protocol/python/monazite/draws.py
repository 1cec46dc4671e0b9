"""Random draws of the seat's own, for a party that plays a built-in one and must draw what that
one would have drawn. All others use Python's `random`.

Source: protocol/base/draws.hpp. The seed stays with the host, since it would tell everything else.
"""

from __future__ import annotations

from typing import Callable

Words = Callable[[int, int, int], "tuple[int, int]"]


def purpose_number(name: str) -> int:
    """The number of a purpose, such as "parties.table.firmness": FNV-1a, 32 bits."""
    number = 2166136261
    for byte in name.encode():
        number = ((number ^ byte) * 16777619) & 0xFFFFFFFF
    return number


class Draws:
    """Draws that are pure functions of (purpose, day, ordinal) for the seat and its history."""

    def __init__(self, words: Words) -> None:
        """words: asks the host for the two 64-bit words of (purpose number, day, ordinal)."""
        self._words = words

    def uniform(self, purpose: str, day: int, ordinal: int = 0) -> float:
        """In (0, 1), never 0 and never 1. day: days since 1970-01-01.

        Raises HostRefused if the draw is not one of the seat's own.
        """
        first, _ = self._words(purpose_number(purpose), day, ordinal)
        return ((first >> 12) + 0.5) * 2.0**-52

"""A piece of a party's thinking that can wait in the middle for an answer.

A party may ask for an appraisal in the midst of a move, and the host may ask it for a move at
another table before that appraisal comes. So each move runs on a thread of its own; but only one
of them, or the player that starts them, runs at any time: a party needs no locks.
"""

from __future__ import annotations

import threading
from typing import Any, Callable


class Strand:
    """Runs `work` step by step: each step ends when it waits for something, or is done."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._go = threading.Semaphore(0)
        self._stopped = threading.Semaphore(0)
        self._thrown: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="monazite party", daemon=True)
        self._started = False
        self.wanted: Any = None
        """What it waits for, as given to wait(); None when it is done."""
        self.done = False
        self.result: Any = None
        """What `work` returned."""
        self.error: BaseException | None = None
        """What `work` raised."""

    def resume(self, thrown: BaseException | None = None) -> None:
        """Lets it run until it waits or is done. thrown: raised where it waits."""
        self._thrown = thrown
        if self._started:
            self._go.release()
        else:
            self._started = True
            self._thread.start()
        self._stopped.acquire()

    def wait(self, wanted: Any) -> None:
        """Called within `work`: returns at the next resume(), or raises what that throws."""
        self.wanted = wanted
        self._stopped.release()
        self._go.acquire()
        self.wanted = None
        if self._thrown is not None:
            raise self._thrown

    def _run(self) -> None:
        try:
            self.result = self._work()
        except BaseException as error:  # handed to whoever resumed it
            self.error = error
        self.done = True
        self._stopped.release()

"""As much of NegMAS as the bridge uses, under its names: modules with the classes of
negmas.sao, negmas.outcomes and negmas.preferences that it calls, acting as their documentation says."""

from __future__ import annotations

import sys
import types
from typing import Any, Callable, Optional


class ResponseType:
    ACCEPT_OFFER, REJECT_OFFER, END_NEGOTIATION = range(3)


class State:
    def __init__(self) -> None:
        self.step = 0
        self.relative_time = 0.0
        self.current_offer: Any = None
        self.current_proposer: Optional[str] = None
        self.agreement: Any = None
        self.broken = self.timedout = self.running = False


class SAONegotiator:
    def __init__(self) -> None:
        self.id = f"negotiator {id(self)}"
        self.ufun: Any = None
        self.changes = 0

    def set_preferences(self, preferences: Any) -> None:
        self.ufun = preferences
        self.changes += 1

    def propose(self, state: State, dest: Optional[str] = None) -> Any:
        raise NotImplementedError

    def respond(self, state: State, source: Optional[str] = None) -> int:
        raise NotImplementedError


class MappingUtilityFunction:
    def __init__(self, mapping: Callable[[Any], float], reserved_value: float, outcome_space: Any) -> None:
        self.mapping, self.reserved_value, self.outcome_space = mapping, reserved_value, outcome_space

    def __call__(self, outcome: Any) -> float:
        return self.reserved_value if outcome is None else self.mapping(outcome)


class Space:
    def __init__(self, issues: list[Any]) -> None:
        self.issues = issues

    def enumerate(self) -> list[Any]:
        (issue,) = self.issues
        return [(value,) for value in issue.values]


class SAOMechanism:
    made: list["SAOMechanism"] = []

    def __init__(self, issues: list[Any], n_steps: int, one_offer_per_step: bool) -> None:
        assert one_offer_per_step and n_steps > 0
        self.outcome_space = Space(issues)
        self.n_steps = n_steps
        self.negotiators: list[SAONegotiator] = []
        self.state = State()
        SAOMechanism.made.append(self)

    def add(self, negotiator: SAONegotiator, preferences: Any) -> bool:
        negotiator.ufun = preferences
        self.negotiators.append(negotiator)
        return True

    def step(self) -> State:
        state = self.state
        assert not state.broken and state.agreement is None, "a mechanism that is over is not stepped"
        mover = self.negotiators[state.step % len(self.negotiators)]
        state.running = True
        state.relative_time = (state.step + 1) / (self.n_steps + 1)
        if state.current_offer is not None:
            answer = mover.respond(state, source=state.current_proposer)
            if answer == ResponseType.ACCEPT_OFFER:
                state.agreement = state.current_offer
                return state
            if answer == ResponseType.END_NEGOTIATION:
                state.broken = True
                return state
        state.current_offer, state.current_proposer = mover.propose(state, dest=None), mover.id
        state.broken = state.current_offer is None
        state.step += 1
        return state


class AspirationNegotiator(SAONegotiator):
    """Concedes linearly; ends the negotiation if `gives_up`."""

    gives_up = False

    def _aspiration(self, state: State) -> float:
        best = max(map(self.ufun, self.ufun.outcome_space.enumerate()))
        return best - state.relative_time * (best - self.ufun.reserved_value)

    def propose(self, state: State, dest: Optional[str] = None) -> Any:
        wanted = self._aspiration(state)
        return min((o for o in self.ufun.outcome_space.enumerate() if self.ufun(o) >= wanted), key=self.ufun)

    def respond(self, state: State, source: Optional[str] = None) -> int:
        if self.gives_up:
            return ResponseType.END_NEGOTIATION
        good = self.ufun(state.current_offer) >= self._aspiration(state)
        return ResponseType.ACCEPT_OFFER if good else ResponseType.REJECT_OFFER


def make_issue(values: list[str], name: str) -> Any:
    return types.SimpleNamespace(values=values, name=name)


def install() -> None:
    """Makes `import negmas` find this."""
    parts = {
        "outcomes": {"make_issue": make_issue},
        "preferences": {"MappingUtilityFunction": MappingUtilityFunction},
        "sao": {
            "AspirationNegotiator": AspirationNegotiator, "ResponseType": ResponseType,
            "SAOMechanism": SAOMechanism, "SAONegotiator": SAONegotiator,
        },
    }
    top = sys.modules["negmas"] = types.ModuleType("negmas")
    for name, content in parts.items():
        module = sys.modules[f"negmas.{name}"] = types.ModuleType(f"negmas.{name}")
        vars(module).update(content)
        setattr(top, name, module)


def remove() -> None:
    """Makes it find nothing."""
    for name in [name for name in sys.modules if name.split(".")[0] == "negmas"]:
        del sys.modules[name]

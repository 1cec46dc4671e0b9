"""What a party has its seat say: envelopes with their delays, and how they are written."""

from __future__ import annotations

from typing import NamedTuple, Optional, Sequence, Union

from monazite.messages import Envelope, encounter, session

TEXT_BYTES = 2000
"""Statements and notes are at most this long, in UTF-8."""
POSTS = 64
"""At most so many posts in an answer."""


class Post(NamedTuple):
    """One message, and how many days pass before it leaves (0 to 3660)."""

    envelope: Envelope
    delay_days: int = 0


Said = Union[Post, Sequence[Post], None]
"""What Party.move() and Party.act() return: one post, several in the order in which they are said,
none at all ([]: the seat says nothing), or None: the built-in party of the seat decides."""


def clip(text: str, limit: int = TEXT_BYTES) -> str:
    """The text, cut to at most `limit` bytes of UTF-8 without breaking a letter."""
    data = text.encode("utf-8", "replace")
    return text if len(data) <= limit else data[:limit].decode("utf-8", "ignore")


def reason(code: int = 0, a: float = 0.0, b: float = 0.0, note: str = "") -> encounter.Reason:
    """The private reason of a move: a ReasonCode with its numbers, or a note in own words. For the
    record alone; no other party reads it."""
    made = encounter.Reason(a=a, b=b, note=clip(note))
    made.code = code  # type: ignore[assignment]
    return made


def to_answer(turn: int, said: Said) -> session.Answer:
    """The answer to the question `turn` that says this.

    Raises TypeError for anything but a Said, ValueError for too many posts or a delay out of range.
    """
    answer = session.Answer(turn=turn)
    if said is None:
        answer.leave_to_staff = True
        return answer
    posts: Sequence[Post] = [said] if isinstance(said, Post) else said
    if len(posts) > POSTS:
        raise ValueError(f"{len(posts)} messages at once; at most {POSTS} are taken")
    for post in posts:
        if not isinstance(post, Post):
            raise TypeError(
                f"a party answers with what table.offer(), table.accept(), question.do() and their"
                f" like give, with [] or with None, not with {type(post).__name__}"
            )
        if not 0 <= post.delay_days <= 3660:
            raise ValueError(f"a delay of {post.delay_days} days; 0 to 3660 are taken")
        added = answer.posts.add()
        added.envelope.CopyFrom(post.envelope)
        added.delay_days = post.delay_days
    return answer


def write_reason(target: encounter.Reason, given: Optional[encounter.Reason], note: str) -> None:
    """Fills in a message's private reason: `given`, or one with the note alone."""
    if given is not None:
        target.CopyFrom(given)
    if note:
        target.note = clip(note)

"""Which letters were written and never marked as sent, and how is the person asked?"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from complaintkit.rules.sentences import plain_date, quoted

ASK_AFTER_DAYS = 1
"""On the day of writing a letter may still lie on the desk: nobody need be asked."""


class Unsent(NamedTuple):
    """A letter that was written and is not in the log as sent."""

    number: int
    kind: str
    written_on: date

    def is_asked_about(self, today: date) -> bool:
        """Whether it was written yesterday or earlier."""
        return (today - self.written_on).days >= ASK_AFTER_DAYS


def did_it_go_out(letters: Sequence[Unsent], *, case: str, today: date) -> str:
    """Return one question about the letters of a case, with what to type; "" for none."""
    asked = [letter for letter in letters if letter.is_asked_about(today)]
    if not asked:
        return ""
    if len(asked) == 1:
        (letter,) = asked
        return (
            f"Letter {letter.number} ({letter.kind}) was written on "
            f"{plain_date(letter.written_on)} and is not marked as sent. Did it go out? "
            f"`complaintkit sent {letter.number} --case {quoted(case)}`"
        )
    told = [f"{one.number} ({one.kind}, {plain_date(one.written_on)})" for one in asked]
    return (
        f"Letters {', '.join(told[:-1])} and {told[-1]} are written and not marked as sent. "
        f"Did they go out? `complaintkit sent --case {quoted(case)}`"
    )

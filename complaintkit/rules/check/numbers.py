"""Which numbers in a text should not leave, and what is written instead?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.sensitive import sensitive_numbers

KIND = "sensitive"
_ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """What each kind of number is called, and why it should not go."""

    called: Mapping[str, str]
    why: Mapping[str, str]
    reason: str


def number_words_from(plain: Mapping[str, Any]) -> NumberWords:
    """Read `data/tone/sensitive.yaml`."""
    kinds = plain["kinds"]
    return NumberWords(
        called={name: row["called"] for name, row in kinds.items()},
        why={name: row["why"] for name, row in kinds.items()},
        reason=plain["reason"],
    )


def sensitive(draft: Draft, words: NumberWords, *, own: str = "") -> Iterator[Remark]:
    """Give a remark for each number that should not leave, with its mask.

    `own` is the number under which the company keeps the person: it may stand. Where it is not
    known, a plain account number is taken to be that.
    """
    for found in sensitive_numbers(draft.text, own=(own,) if own else ()):
        if found.kind == _ACCOUNT and not own:
            continue
        yield Remark(
            kind=KIND,
            severity=Severity.ERROR,
            start=found.start,
            end=found.end,
            quote=draft.text[found.start : found.end],
            reason=words.reason.format(called=words.called[found.kind], why=words.why[found.kind]),
            suggestion=found.mask,
        )

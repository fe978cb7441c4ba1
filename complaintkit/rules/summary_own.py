"""Which dates and decisions of the person's own belong to the summary of a case?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from complaintkit.model.summary import Chosen, MovedDate, OwnDate, Summary, Unkept
from complaintkit.rules.words import shortened

if TYPE_CHECKING:
    from complaintkit.model.case import Case, Extension

REMINDERS_KEPT = 10
MOVED_KEPT = 60


def with_own_dates(summary: Summary, case: "Case") -> Summary:
    """Return the summary with reminders, moved dates and the step chosen last."""
    last = max(case.choices, key=lambda one: (one.on, one.seq), default=None)
    chosen = None
    if last:
        chosen = Chosen(seq=last.seq, on=last.on, step=last.step, reason=shortened(last.reason))
    return replace(
        _with_moved(summary, case),
        reminders=waiting(case)[:REMINDERS_KEPT],
        chosen=chosen,
    )


def waiting(case: "Case") -> tuple[OwnDate, ...]:
    """Return all reminders that are not done, the soonest first."""
    found = sorted((one for one in case.reminders if not one.done), key=lambda one: one.on)
    return tuple(OwnDate(seq=one.seq, on=one.on, text=shortened(one.text)) for one in found)


def _with_moved(summary: Summary, case: "Case") -> Summary:
    """Move the dates of letters and promises; the moved dates of limits are kept beside."""
    places = {met.entry_id: met.seq for met in case.encounters}
    moved: dict[str, MovedDate] = {}
    for one in sorted(case.extensions, key=lambda one: one.seq):
        what = _what(one, places)
        moved[what] = MovedDate(
            seq=one.seq, what=what, to=one.to, reason=shortened(one.reason), before=one.before
        )
    kept = sorted(moved.values(), key=lambda one: one.seq)[-MOVED_KEPT:]
    letters = tuple(
        letter._replace(answer_by=there.to)
        if (there := moved.get(f"letter {letter.number}")) and there.to
        else letter
        for letter in summary.letters
    )
    promises = sorted(
        (_moved_promise(one, moved) for one in summary.promises),
        key=lambda one: (one.due or one.made_on, one.seq, one.place),
    )
    return replace(summary, moved=tuple(kept), letters=letters, promises=tuple(promises))


def _what(one: "Extension", places: dict[str, int]) -> str:
    if one.letter is not None:
        return f"letter {one.letter}"
    if one.entry:
        return f"promise {places.get(one.entry, 0)}.{one.promise or 1}"
    return f"limit {one.limit}"


def _moved_promise(promise: Unkept, moved: dict[str, MovedDate]) -> Unkept:
    there = moved.get(f"promise {promise.seq}.{promise.place}")
    return promise._replace(due=there.to) if there and there.to else promise

"""How do other words get into a text, one at a time?"""

from collections.abc import Collection
from typing import NamedTuple

from complaintkit.cli import ask, settings, show
from complaintkit.cli.check_lines import KINDS, PARTS
from complaintkit.cli.check_text import Checked
from complaintkit.errors import WrongUsage
from complaintkit.model.review import Review
from complaintkit.rules.check.fixing import added, difference, fixed, line_around, put_in
from complaintkit.tasks import checking

ATTENTION = 3
_WRITABLE = (".txt", ".text", ".md", "")


class _Change(NamedTuple):
    """One change to be asked about: why, how the line reads before and after, the new text."""

    key: str
    why: str
    before: str
    after: str
    text: str


def fix_text(checked: Checked, *, everything: bool) -> int:
    """Put rewordings in: each asked about, or all with --all; else only show them as a diff.

    What was there before stays beside the file as `NAME.before`; a draft keeps its own history
    in the log. 3: findings are left.
    """
    _refuse_unwritable(checked)
    after = _all_in(checked) if everything else _one_by_one(checked)
    if after is None:
        return ATTENTION
    left = _look(checked, after)
    if after != checked.text:
        _keep(checked, after)
    _tell_what_is_left(left)
    return ATTENTION if left.remarks else 0


def _look(checked: Checked, text: str) -> Review:
    return checking.check_text(text, checked.record, kind=checked.kind)


def _all_in(checked: Checked) -> str:
    return fixed(checked.text, lambda text: _look(checked, text))


def _one_by_one(checked: Checked) -> str | None:
    """Ask about each; None where nobody can be asked: then all are shown as one diff."""
    if not settings.current().can_ask:
        after = _all_in(checked)
        show.out(difference(checked.text, after, name=checked.name).rstrip("\n"))
        show.talk("Nothing is changed. Put all of it in with --all.")
        return None
    text, kept = checked.text, set[str]()
    while (change := _next_change(_look(checked, text), text, kept)) is not None:
        show.talk(show.wrapped(change.why))
        if change.before:
            show.talk(show.wrapped(change.before, first="- ", rest="  "))
        show.talk(show.wrapped(change.after, first="+ ", rest="  "))
        if ask.yes("Put it in?", default=True):
            text = change.text
            ask.hold("Your letter:", text)
        else:
            kept.add(change.key)
    return text


def _next_change(found: Review, text: str, kept: Collection[str]) -> _Change | None:
    """Return the next rewording, else the next sentence to add, that was not declined."""
    for remark in found.remarks:
        key = f"{remark.kind} {remark.quote}"
        if remark.is_rewording and key not in kept:
            after = put_in(text, [remark])
            first, last = line_around(text, remark.start, remark.end)
            named = KINDS.get(remark.kind, remark.kind)
            return _Change(
                key=key,
                why=f"{named}: {remark.reason}",
                before=text[first:last],
                after=after[first : last + len(after) - len(text)],
                text=after,
            )
    for one in found.missing:
        if one.is_filled and one.part.value not in kept:
            return _Change(
                key=one.part.value,
                why=f"It could still say {PARTS[one.part]}:",
                before="",
                after=one.sentence,
                text=added(text, one.sentence),
            )
    return None


def _refuse_unwritable(checked: Checked) -> None:
    if checked.path and checked.path.suffix.casefold() not in _WRITABLE:
        raise WrongUsage(
            f"“{checked.path.name}” cannot be changed from here.",
            fix="Leave --fix out and change it in its own program, or save it as .txt first.",
        )


def _keep(checked: Checked, after: str) -> None:
    """Write the text back where it came from; what was piped in is printed."""
    if checked.opened:
        from complaintkit.cli.editing import show_rewritten
        from complaintkit.tasks.drafts import change_draft

        now = settings.current()
        rewritten = change_draft(now.log, checked.opened, after, now=now.clock.now)
        ask.forget_typed(into=rewritten.case_name)
        show_rewritten(rewritten)
    elif checked.path:
        beside = checking.write_letter(checked.path, after)
        ask.forget_typed(into=checked.path.name)
        show.out(str(checked.path))
        show.talk(f"As it was before: {beside}")
    else:
        show.out(after.rstrip("\n"))


def _tell_what_is_left(left: Review) -> None:
    for remark in left.remarks:
        told = f"{KINDS.get(remark.kind, remark.kind)}: {remark.reason}"
        show.talk(show.wrapped(told, first="Left: ", rest="  "))

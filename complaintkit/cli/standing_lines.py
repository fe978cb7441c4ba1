"""How do a case's standing and its next step read?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.cli.clock_lines import clock_lines
from complaintkit.model.right import Right
from complaintkit.model.standing import Standing
from complaintkit.rules.branches import CHOICES
from complaintkit.rules.glance import at_a_glance
from complaintkit.rules.sentences import days, quoted
from complaintkit.tasks.guide import CaseToday


def today_lines(one: CaseToday) -> Iterator[str]:
    """Yield one case as `today` shows it: where it stands, the one next step, what runs out."""
    summary, stands = one.summary, one.standing
    title = f" – {summary.title}" if summary.title else ""
    yield show.wrapped(f"{summary.name}: {summary.company}{title}", rest="  ")
    yield show.wrapped(stands.headline, first="  ")
    yield show.wrapped(f"{stands.action}{_due(stands)}", first="  Next: ", rest="        ")
    yield f"        {stands.command}"
    for line in at_a_glance(stands):
        yield show.wrapped(line, first="  – ", rest="    ")
    if one.ask_unsent:
        yield show.wrapped(one.ask_unsent, first="  ")


def next_lines(one: CaseToday) -> Iterator[str]:
    """Yield the next step in full: what, why, by when, how, and what not to do."""
    stands, step = one.standing, one.step
    yield from today_lines(one)
    yield ""
    yield show.wrapped(f"Why: {stands.why}", rest="  ")
    for note in stands.notes:
        yield show.wrapped(note, first="  ", rest="  ")
    yield ""
    yield show.wrapped(f"{step.title}. {step.why}")
    yield from (show.wrapped(line, first="  + ", rest="    ") for line in step.do)
    yield from (show.wrapped(line, first="  – ", rest="    ") for line in step.do_not)
    for key in step.points:
        point = one.points[key]
        yield show.wrapped(f"{point.title}: {point.text}", first="  · ", rest="    ")
    if step.record:
        yield ""
        yield show.wrapped("Write down: " + " ".join(step.record), rest="  ")
    yield from clock_lines(stands.clocks, case=one.summary.name)
    for way in stands.outside:
        yield ""
        yield show.wrapped(way.sentence, first="Beside this: ", rest="  ")
    for right in one.rights[:RIGHTS]:
        yield ""
        yield show.wrapped(right_line(right), rest="  ")
    yield ""
    yield show.wrapped(f"Wait: {step.wait_source}", rest="  ")
    if step.move_on:
        yield show.wrapped(f"Then: {step.move_on}", rest="  ")
    yield show.wrapped(f"Source: {step.source} (read {step.checked})", rest="  ")
    if one.summary.is_open:
        yield show.wrapped(OTHER_STEP.replace("{case}", quoted(one.summary.name)), rest="  ")


def right_line(right: Right) -> str:
    """Tell of an entitlement: what it rests on, what has to be so, and how a letter names it."""
    law = f"{right.law[:1].upper()}{right.law[1:]}"
    return f"A law may help: {law}. {right.ask} If so, a letter can name it: `--right {right.id}`."


RIGHTS = 3
"""Entitlements that are told of; `--json` has them all."""

OTHER_STEP = (
    "Another step suits you better? `complaintkit next {case} --take STEP --reason TEXT`, where "
    f"STEP is one of: {', '.join(CHOICES)}."
)


def _due(stands: Standing) -> str:
    if stands.due is None or stands.days_left is None or stands.then:
        return ""
    day = f"{stands.due:%a %d %b %Y}"
    if stands.days_left == 0:
        return f" ({day}, today)"
    if stands.days_left < 0:
        return f" (their date was {day}, {days(-stands.days_left)} ago)"
    return f" ({day}, in {days(stands.days_left)})"

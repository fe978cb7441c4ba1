"""How is a contact written down, once the line is read?"""

from collections.abc import Sequence
from pathlib import Path

from complaintkit.cli import settings
from complaintkit.cli.saved import saved
from complaintkit.errors import CaseNotFound
from complaintkit.tasks.encounters import Told, check_open, log_encounter


def write_down(
    case: str | None = None,
    *,
    channel: str | None = None,
    direction: str | None = None,
    with_: str | None = None,
    role: str | None = None,
    reached: bool | None = None,
    said: str | None = None,
    quote: str | None = None,
    promised: Sequence[str] | None = None,
    by: Sequence[str] | None = None,
    ref: str | None = None,
    at: str | None = None,
    minutes: int | None = None,
    attach: Sequence[Path] | None = None,
    tag: Sequence[str] | None = None,
) -> None:
    """Write down a contact; ask for it where somebody is there and nothing was told."""
    now = settings.current()
    told = Told(
        channel=channel,
        direction=direction,
        person=with_,
        role=role,
        reached=reached,
        said=_read_pipe(said),
        quote=quote,
        promised=tuple(promised or ()),
        by=tuple(by or ()),
        reference=ref,
        at=at,
        minutes=minutes,
        tags=tuple(tag or ()),
    )
    typed = told
    try:
        case, told = _asked(now, case, told) if now.can_ask else (case, told)
        recorded = log_encounter(now.log, case, told, now.recording(), files=tuple(attach or ()))
    except CaseNotFound as problem:
        raise _perhaps_what_was_said(case, problem) from problem
    was_asked = told is not typed
    saved(recorded, then=None if was_asked else "")
    if was_asked:
        from complaintkit.cli.tag_question import ask_what_went_wrong

        ask_what_went_wrong(recorded)


def _asked(now: settings.Settings, case: str | None, told: Told) -> tuple[str | None, Told]:
    """Ask which case, and for the contact where nothing of it is told yet."""
    from complaintkit.cli.which import which_case

    case = which_case(case)
    if any((told.said, told.quote, told.promised, told.reference, told.reached is False)):
        return case, told
    from complaintkit.cli.questions import ask_encounter

    check_open(now.log, case)
    return case, ask_encounter(told, now)


def _perhaps_what_was_said(case: str | None, problem: CaseNotFound) -> CaseNotFound:
    """Add the way out where a whole sentence stands in the place of a case."""
    if " " not in (case or "").strip():
        return problem
    return CaseNotFound(
        problem.problem,
        fix=f"If that is what was said, put --said before it. {problem.fix}",
        typed=problem.typed,
    )


def _read_pipe(said: str | None) -> str | None:
    if said != "-":
        return said
    import sys

    from complaintkit.cli import ask

    piped = sys.stdin.buffer.read().decode("utf-8", "surrogateescape").strip()
    ask.remember("From the pipe:", piped)
    return piped

"""How is a contact written down, once the line is read?"""

from collections.abc import Sequence
from pathlib import Path

from complaintkit.cli import settings
from complaintkit.cli.saved import saved
from complaintkit.tasks.encounters import Told, log_encounter


def write_down(
    case: str | None = None,
    *,
    channel: str = "phone",
    direction: str = "out",
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
    if now.can_ask and not any((said, quote, promised, ref, reached is False)):
        from complaintkit.cli.questions import ask_encounter

        told = ask_encounter(told, now)
    saved(log_encounter(now.log, case, told, now.recording(), files=tuple(attach or ())))


def _read_pipe(said: str | None) -> str | None:
    if said != "-":
        return said
    import sys

    return sys.stdin.read().strip()

"""What does a person see of messages that were taken in?"""

from pathlib import Path

from complaintkit.cli import show
from complaintkit.rules.visible import one_line
from complaintkit.tasks.mail_importing import Import

_ENDINGS = (".eml", ".mbox", ".mbx")
_MOST = 20


def is_mail(file: Path) -> bool:
    """Whether a file is an e-mail or a mailbox, by its name or its first line."""
    if file.suffix.lower() in _ENDINGS:
        return True
    try:
        with file.open("rb") as stream:
            return stream.read(5) == b"From "
    except OSError:
        return False


def show_import(found: Import) -> None:
    """Show each contact in a line, then what was passed over and why."""
    for one in found.taken:
        files = "" if one.exhibits < 2 else f" [{one.exhibits - 1} attached]"  # noqa: PLR2004
        show.out(show.wrapped(f"#{one.seq} {one_line(one.line)}{files}", rest="    "))
    if found.taken:
        last = found.taken[-1]
        show.out(f"saved in {last.case_name}, {last.head[:6]}")
    elif not found.homeless:
        show.out("Nothing new.")
    for told in found.passed[:_MOST]:
        show.talk(show.wrapped(f"passed over: {one_line(told)}", rest="  "))
    if len(found.passed) > _MOST:
        show.talk(f"passed over: {len(found.passed) - _MOST} more")
    show.notes(map(one_line, found.notes))

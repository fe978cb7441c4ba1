"""How is a letter shown by its number, draft or sent?"""

from pathlib import Path

from complaintkit.cli import settings, show
from complaintkit.cli.saved import quoted
from complaintkit.cli.which import which_case
from complaintkit.rules.sentences import plain_date
from complaintkit.tasks.kept_letters import KeptLetter, copy_out, show_letter


def show_numbered(
    number: int, *, case: str | None = None, form: str = "text", output: Path | None = None
) -> None:
    """Show a letter, or write its file out: `-o FILE`, byte for byte."""
    found = show_letter(settings.current().log, which_case(case), number, form=form)
    if output == Path("-"):
        show.raw(found.content)
    elif output:
        show.out(str(copy_out(found, output)))
    elif found.text is not None:
        show.out(found.text.rstrip("\n"))
    else:
        _point_to(found)
    show.talk(show.wrapped(_told(found)))


def _point_to(letter: KeptLetter) -> None:
    """Say where a file lies that no screen can show; that of a draft is written."""
    if letter.sent is None:
        show.out(str(copy_out(letter, letter.lies_at)))
        return
    show.out(str(letter.lies_at))
    show.next_line(
        f"to have it as {letter.name}: `complaintkit letter {letter.number} "
        f"--case {quoted(letter.case_name)} -o {quoted(letter.name)}`"
    )


def _told(letter: KeptLetter) -> str:
    if letter.sent is None:
        return f"Letter {letter.number} ({letter.kind}) is a draft of {plain_date(letter.on)}."
    tracking = f", tracking number {letter.sent.tracking}" if letter.sent.tracking else ""
    return (
        f"Letter {letter.number} ({letter.kind}) went out on {plain_date(letter.on)}, "
        f"{letter.sent.via or 'no way noted'}{tracking}. This is the copy as it was sent."
    )

"""How is something removed for good?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.which import which_case
from complaintkit.errors import AnswerMissing
from complaintkit.rules.visible import one_line

_SHOWN = 60
_SURE = "Erase {} of #{} for good?"
_COPIES = (
    "Packs, letters, backups and drafts made earlier may still hold it: look there too. The chain "
    "keeps a salted fingerprint of the value, which does not give it away."
)


def erase(
    number: Annotated[int, typer.Argument(metavar="N", help="The entry's number: 7 for #7.")],
    fields: Annotated[
        list[str] | None, typer.Argument(help="Which of its fields: said, reference …")
    ] = None,
    why: Annotated[str | None, typer.Option(help="Why; this stays in the record.")] = None,
    file: Annotated[bool, typer.Option("--file", help="The kept file of an exhibit too.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    case: Annotated[str | None, typer.Option(help="Which case.")] = None,
) -> None:
    """Remove what an entry says for good. That it was removed stays in the record."""
    from complaintkit.tasks import erasing

    now = settings.current()
    case = which_case(case)
    there = {one.path: one.value for one in erasing.erasable(now.log, case, number)}
    wanted = list(fields or ())
    if not wanted and not file and now.can_ask:
        wanted = _asked(number, there)
    reason = why or ask.ask("Why is it erased?", option="--why 'a private number'")
    named = ", ".join(wanted) or "the file"
    if not yes and not (now.can_ask and ask.yes(_SURE.format(named, number), default=False)):
        raise AnswerMissing("Nothing was erased.", fix="Use --yes to erase it without a question.")
    erasing.finish_erasures(now.log)
    found = erasing.erase(
        now.log, case, number, wanted, now.recording(), why=reason, with_file=file
    )
    seq, head = found.saved.entry.seq, found.saved.head[:6]
    show.out(f"saved #{seq} {head} in {found.case_name}")
    show.out(show.wrapped(f"erased from #{number}: {', '.join(found.paths)}", rest="  "))
    if found.file_is_gone:
        show.out("The kept file is gone too.")
    if found.file_stays:
        show.talk("The kept file stays: another entry has the same one.")
    for command in found.beside:
        show.talk(f"A correction has the same field: `complaintkit erase {command}`")
    show.talk(show.wrapped(_COPIES))


def _asked(number: int, there: dict[str, str]) -> list[str]:
    """Ask which field; its words are shown, because the names alone say little."""
    paths = list(there)
    shown = [f"{path}: {_short(there[path])}" for path in paths]
    return [paths[ask.choose(f"Which part of #{number}?", shown) - 1]]


def _short(value: str) -> str:
    line = one_line(value)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"

"""How are foreign files taken in?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted
from complaintkit.cli.taken_in import is_mail, show_import
from complaintkit.cli.which import which_case
from complaintkit.cli.working import working
from complaintkit.errors import WrongUsage
from complaintkit.rules.copies import Standing
from complaintkit.tasks.importing import import_case
from complaintkit.tasks.locking import is_locked, unlock
from complaintkit.tasks.mail_importing import Import, import_chat, import_mail, is_chat
from complaintkit.tasks.pack_importing import Restored, import_pack, is_pack

_NAMED = 3  # messages that a question names


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Case files, your own packs, e-mails (.eml, .mbox), WhatsApp chats.",
            readable=False,
        ),
    ],
    name: Annotated[str | None, typer.Option(help="Another name for a new case.")] = None,
    case: Annotated[str | None, typer.Option(help="The case that messages belong to.")] = None,
    on: Annotated[
        str | None, typer.Option(help="The day of a message that tells none: 2026-04-09.")
    ] = None,
    me: Annotated[str | None, typer.Option(help="Your name in a chat.")] = None,
    day_first: Annotated[
        bool | None,
        typer.Option("--day-first/--month-first", help="How the dates of a chat are read."),
    ] = None,
) -> int:
    """Take in messages and chats, a case file, or your own pack from another machine."""
    if name and len(files) > 1:
        raise WrongUsage("One name cannot serve several cases.", fix="Import them one by one.")
    homeless = 0
    for file in files:
        if is_chat(file):
            show_import(_with_chat(file, case, me, day_first=day_first))
        elif is_locked(file):
            _unlocked(file)
        elif is_pack(file):
            _restore(file)
        elif is_mail(file):
            homeless += _mail(file, case, on)
        else:
            _case_file(file, name)
    return 1 if homeless else 0


def _case_file(file: Path, name: str | None) -> None:
    now = settings.current()
    imported = import_case(now.log, file, now.recording(), name=name)
    last = imported.saved[-1]
    show.out(f"saved #1 to #{last.entry.seq} {last.head[:6]} in {imported.case_name}")
    show.notes(imported.notes)
    show.next_line(f"`complaintkit next {quoted(imported.case_name)}`")


def _restore(file: Path) -> None:
    now = settings.current()
    with working("Taking it in"):
        found = import_pack(now.log, file, now.recording())
    show.out(show.wrapped(_TOLD[found.standing](found), rest="  "))
    if found.standing is Standing.PARTED:
        show.talk(show.wrapped(_TO_DO_IF_PARTED, rest="  "))
        show.next_line(f"`complaintkit verify {quoted(str(found.kept))}`")
    elif found.added:
        show.next_line(f"`complaintkit next {quoted(found.case_name)}`")


def _unlocked(file: Path) -> None:
    """Open a locked pack in a private folder of its own, which is gone afterwards."""
    from tempfile import TemporaryDirectory

    passphrase = ask.secret(
        f"The passphrase of {file.name}:", option="Open it with `age -d -o PACK.zip FILE` first."
    )
    with TemporaryDirectory(prefix="complaintkit-") as folder:
        opened = Path(folder) / "pack.zip"
        opened.write_bytes(unlock(file, passphrase))
        _restore(opened)


_TO_DO_IF_PARTED = (
    "Both copies are kept as they are, and nothing was merged. Decide which one goes on; write "
    "down in it what only the other has, with `log --at` and `attach`."
)


def _told_new(found: Restored) -> str:
    return f"{found.case_name}: taken in, {found.added} entries, as they were recorded."


def _told_newer(found: Restored) -> str:
    return f"{found.case_name}: goes on with {found.added} entries from the other copy."


def _told_same(found: Restored) -> str:
    return f"{found.case_name}: the same {found.entries} entries are here already."


def _told_older(found: Restored) -> str:
    return f"{found.case_name}: an older copy; all its {found.entries} entries are here already."


def _told_parted(found: Restored) -> str:
    return (
        f"{found.case_name}: another copy that went a different way after #{found.parted_after}."
        f" It is kept as {found.kept}."
    )


_TOLD = {
    Standing.NEW: _told_new,
    Standing.NEWER: _told_newer,
    Standing.SAME: _told_same,
    Standing.OLDER: _told_older,
    Standing.PARTED: _told_parted,
}


def _mail(file: Path, case: str | None, on: str | None) -> int:
    """Take messages in, ask for the case of those that point to none, and return how many stay."""
    now = settings.current()
    found = import_mail(now.log, file, now.recording(), case=case, on=on)
    show_import(found)
    if not found.homeless:
        return 0
    several = len(found.homeless) > 1
    shown = "; ".join(found.homeless[:_NAMED]) + (" …" if found.homeless[_NAMED:] else "")
    if now.can_ask and ask.yes(f"These point to no case: {shown}. Do they belong to one?",
                               default=not several):  # fmt: skip
        chosen = which_case(None)
        show_import(import_mail(now.log, file, now.recording(), case=chosen, on=on))
        return 0
    show.talk(show.wrapped(f"No case is known for: {shown}. Name it with --case.", rest="  "))
    return len(found.homeless)


def _with_chat(file: Path, case: str | None, me: str | None, *, day_first: bool | None) -> Import:
    now = settings.current()
    return import_chat(
        now.log,
        file,
        now.recording(),
        case=which_case(case),
        me=me,
        day_first=day_first,
    )

"""How is the record handed over, and how is it checked?"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from complaintkit import __version__
from complaintkit.cli import ask, settings, show
from complaintkit.cli.which import which_case
from complaintkit.cli.working import working
from complaintkit.errors import WrongUsage
from complaintkit.model.audience import Audience
from complaintkit.rules.sentences import quoted

if TYPE_CHECKING:
    from complaintkit.tasks.locking import Lock

_WHOLE = (
    "Nothing was changed since it was recorded. A check cannot show that an entry is true, or, "
    "without a receipt made earlier, that the whole log was not written anew."
)
_HELD = (
    "The entries of the receipt are those of that day: none was changed, taken out or put in "
    "since. That does not show that they are true."
)


class Form(StrEnum):
    """What an export can be."""

    PACK = "pack"
    FOLDER = "folder"
    PDF = "pdf"
    HTML = "html"
    YAML = "yaml"
    JSON = "json"
    CSV = "csv"


def export(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            help="pack, folder: all of it, to hand over. pdf, html: to read. yaml: your own copy.",
        ),
    ] = Form.PACK,
    audience: Annotated[
        Audience,
        typer.Option(
            "--for", help="Who gets it. Only your own copy (me) holds notes and the floor."
        ),
    ] = Audience.COMPANY,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file or folder.", readable=False)
    ] = None,
    is_public: Annotated[
        bool,
        typer.Option("--public", help="It will be published: front-line people become roles."),
    ] = False,
    originals: Annotated[
        bool, typer.Option("--originals", help="Every file as it was attached, nothing masked.")
    ] = False,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Lock the pack with a passphrase (age).")
    ] = False,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", help="Lock it for a public key of age: age1…, or a file of them."),
    ] = None,
    with_score: Annotated[
        bool, typer.Option("--score", help="Put the scorecard into the pack too: score.txt.")
    ] = False,
) -> None:
    """Make the evidence pack of a case, a page to read, or YAML, JSON or CSV."""
    from complaintkit.tasks.exporting import export_case

    now = settings.current()
    case = which_case(case)
    lock = _lock(to or []) if encrypt or to else None
    with working("Making the record"):
        exported = export_case(
            now.log,
            case,
            kind=form.value,
            target=output,
            now=now.clock.now,
            tool=f"complaintkit {__version__}",
            audience=audience,
            is_public=is_public,
            originals=originals,
            with_score=with_score,
            lock=lock,
        )
    show.out(str(exported.path))
    show.notes(exported.warnings)
    if exported.left_out:
        show.talk(f"Left out: {', '.join(exported.left_out)}.")
    if exported.removed:
        show.talk("Masked or taken out of this copy:")
        for told in exported.removed:
            show.talk(show.wrapped(told, first="  - ", rest="    "))
    if form is Form.YAML or audience is Audience.ME:
        show.talk("This is your own full copy, private parts included. Give others the pack.")
    if lock:
        show.talk(_HOW_TO_OPEN)
    elif form in (Form.PACK, Form.FOLDER):
        show.next_line(f"`complaintkit verify {quoted(str(exported.path))}`")


_HOW_TO_OPEN = "Whoever has the passphrase or the key opens it with `age -d -o PACK.zip FILE`."


def _lock(keys: list[str]) -> "Lock":
    """Return the lock for keys, else for a passphrase that is asked for twice."""
    from complaintkit.tasks import locking

    if keys:
        return locking.lock_for(tuple(keys))
    passphrase = ask.secret("A passphrase for the pack:", option="Use --to with a public key.")
    locking.check_passphrase(passphrase)
    if ask.secret("The same once more:", option="Use --to with a public key.") != passphrase:
        raise WrongUsage("The two are not the same. Nothing was written.", fix="Try again.")
    return locking.Lock(passphrase=passphrase)


def verify(
    target: Annotated[
        str | None, typer.Argument(metavar="[CASE or PATH]", help="A case, or a pack; else all.")
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="First make the search and case tables anew.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--receipt",
            metavar="FILE or HASH",
            help="A receipt made earlier: does the log still hold?",
        ),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Do not read kept files again, only their size.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Check that nothing was changed since it was recorded: the log, a case or a pack."""
    from complaintkit.tasks import verifying
    from complaintkit.tasks.receipts import receipts_in

    now = settings.current()
    if rebuild:
        verifying.rebuild(now.log)
        show.talk("The derived tables were made anew from the entries.")
    receipts = receipts_in(against) if against else ()
    with working("Checking"):
        found = verifying.verify(now.log, target, receipts=receipts, quick=quick)
    if as_json:
        show.as_json("verify", checked=found.what, entries=found.entries, findings=found.findings)
        return 3 if found.findings else 0
    for finding in found.findings:
        show.out(show.wrapped(f"{finding.place}: {finding.what}. {finding.meaning}", rest="  "))
    if found.findings:
        count = len(found.findings)
        show.talk(f"{'1 finding' if count == 1 else f'{count} findings'} in {found.what}.")
        show.talk("Keep a copy of it as it is before you do anything else.")
        return 3
    entries = "1 entry" if found.entries == 1 else f"{found.entries} entries"
    show.out(show.wrapped(f"whole: nothing differs in {found.what} ({entries})"))
    show.talk(show.wrapped(_HELD if receipts else _WHOLE))
    sys.stdout.flush()
    return 0


def receipt(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    no_name: Annotated[
        bool, typer.Option("--no-name", help="Without the name of the case.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file to write it to.", readable=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Make a short text to e-mail to yourself: it shows later that nothing was changed."""
    from complaintkit.tasks.receipts import make_receipt

    now = settings.current()
    case = which_case(case)
    made = make_receipt(
        now.log,
        case,
        now=now.clock.now,
        tool=f"complaintkit {__version__}",
        with_name=not no_name,
        target=output,
    )
    if as_json:
        show.as_json("receipt", case=made.receipt.case, entries=made.receipt.entries,
                     head=made.receipt.head, text=made.text, path=made.path)  # fmt: skip
        return
    show.out(str(made.path) if made.path else made.text.rstrip())
    show.talk("E-mail it to yourself or to somebody you trust: their date is your proof.")

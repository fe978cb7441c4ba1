"""How is a receipt made, and does the record still hold against one?"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from complaintkit.errors import FileUnusable, WrongUsage
from complaintkit.rules.receipt import Receipt, read_receipts, receipt_text
from complaintkit.store.home import write_new
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case

MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A receipt as values and as text, and where it was written, if it was."""

    case_name: str
    receipt: Receipt
    text: str
    path: Path | None = None


def make_receipt(
    log: Log,
    name: str | None,
    *,
    now: datetime,
    tool: str,
    with_name: bool = True,
    target: Path | None = None,
) -> Made:
    """Return the receipt of a case as it stands, and write it to `target` where one is named.

    Raises CannotWrite where the file is there already.
    """
    row = find_case(log, name)
    receipt = Receipt(head=row.head, entries=row.entries, case=row.name if with_name else "")
    text = receipt_text(receipt, made_at=now, tool=tool)
    if target is not None:
        write_new(target, text.encode())
    return Made(case_name=row.name, receipt=receipt, text=text, path=target)


def receipts_in(told: str) -> tuple[Receipt, ...]:
    """Return the receipts in a file, or in the words themselves (a hash, a pasted receipt).

    Raises FileUnusable for a file that cannot be read, WrongUsage where no receipt is in it.
    """
    path = Path(told)
    text = told
    if len(told) < 1000 and "\n" not in told and path.exists():  # noqa: PLR2004 – a file name
        text = _read(path)
    found = read_receipts(text)
    if not found:
        raise WrongUsage(
            "There is no receipt in that: it has a line “Last hash:” with 64 signs.",
            fix="Name a file with the receipt, an e-mail that holds it, or the hash itself.",
        )
    return found


def _read(path: Path) -> str:
    from complaintkit.intake.readable import decoded, mail_text

    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise FileUnusable(
                f"{path} is no file with a receipt.", fix="Name the text or the e-mail itself."
            )
        content = path.read_bytes()
    except OSError as problem:
        raise FileUnusable(
            f"{path} cannot be read: {(problem.strerror or 'unknown reason').lower()}.",
            fix="Give yourself the right to read it, or copy it elsewhere.",
        ) from problem
    if path.suffix.lower() == ".eml":
        return mail_text(content)
    return decoded(content)

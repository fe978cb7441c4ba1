"""What does letter 2 say, draft or sent?"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from complaintkit.errors import EntryNotFound, StoreProblem
from complaintkit.model.case import SentLetter
from complaintkit.rules.sentences import quoted
from complaintkit.store import exhibits, shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks import letters
from complaintkit.tasks.drafts import content_of, open_draft, path_for
from complaintkit.tasks.loading import LoadedCase, load_case

TEXT_ENDINGS = (".txt", ".md", ".text")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A letter by its number. `content` is the file as kept, byte for byte.

    `sent` is None for a draft, of which `content` is the format asked for; `on` is the day
    of sending or of writing; `lies_at` is where a sent letter's copy is kept, or where a
    draft's file belongs.
    """

    case_name: str
    number: int
    kind: str
    on: date
    name: str
    content: bytes
    lies_at: Path
    sent: SentLetter | None = None

    @property
    def text(self) -> str | None:
        """The words, where the file is a text; None for a PDF and the like."""
        if not self.name.casefold().endswith(TEXT_ENDINGS):
            return None
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError:
            return None


def show_letter(log: Log, case: str | None, number: int, *, form: str = "text") -> KeptLetter:
    """Return a letter of a case: a sent one exactly as it was frozen, a draft as it is now.

    Raises EntryNotFound where there is no such letter, StoreProblem where the kept copy is
    missing or is no longer what was recorded.
    """
    letters.check_format(form)
    loaded = load_case(log, case)
    sent = next((one for one in loaded.case.letters if one.number == number), None)
    if sent:
        return _sent(log, loaded, sent)
    drafts = shelf.drafts(log, loaded.row.case_id)
    if number not in [draft.number for draft in drafts]:
        known = sorted([*(one.number for one in loaded.case.letters), *(d.number for d in drafts)])
        raise EntryNotFound(
            f"“{loaded.row.name}” has no letter {number}.",
            fix=f"There is letter {', '.join(map(str, known))}."
            if known
            else "Write one: `complaintkit letter`.",
        )
    opened = open_draft(log, case, number)
    return KeptLetter(
        case_name=loaded.row.name,
        number=number,
        kind=opened.draft.kind,
        on=opened.letter.written_on,
        name=f"letter-{number}-{opened.draft.kind}.{letters.ENDINGS[form]}",
        content=content_of(log, opened, opened.letter, form),
        lies_at=path_for(log, opened, form),
    )


def copy_out(letter: KeptLetter, target: Path) -> Path:
    """Write the letter's file out, byte for byte; into a folder under its own name."""
    path = target / Path(letter.name).name if target.is_dir() else target
    write_whole(path, letter.content)
    return path


def _sent(log: Log, loaded: LoadedCase, sent: SentLetter) -> KeptLetter:
    if not sent.sha256:
        raise EntryNotFound(
            f"Letter {sent.number} is recorded as sent, but no copy of it was kept.",
            fix=f"What was said of it: `complaintkit timeline {quoted(loaded.row.name)}`.",
        )
    differs = exhibits.state(log.home, sent.sha256, sent.size)
    if differs:
        raise StoreProblem(
            f"The kept copy of letter {sent.number} cannot be shown: {differs}.",
            fix="Run `complaintkit verify`; a copy may be in an evidence pack or a backup.",
        )
    path = exhibits.path_of(log.home, sent.sha256)
    return KeptLetter(
        case_name=loaded.row.name,
        number=sent.number,
        kind=sent.kind,
        on=sent.sent_on,
        name=sent.name,
        content=path.read_bytes(),
        sent=sent,
        lies_at=path,
    )

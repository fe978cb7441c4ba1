"""Which text is to be checked, and where does it lie?"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit.cli import ask, settings, show
from complaintkit.errors import AnswerMissing, FileUnusable
from complaintkit.rules.sentences import quoted
from complaintkit.tasks import checking

if TYPE_CHECKING:
    from complaintkit.tasks.drafts import OpenDraft

PIPED = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text, what it is called, its file or draft where it has one, and the record beside it."""

    text: str
    name: str
    path: Path | None = None
    opened: "OpenDraft | None" = None
    record: "checking.Record | None" = None

    @property
    def kind(self) -> str:
        """The kind of letter, where the text is a draft of ours; else ""."""
        return self.opened.draft.kind if self.opened else ""

    @property
    def typed(self) -> str:
        """What stands behind `complaintkit check` to have this text again."""
        file = str(self.opened.draft.number) if self.opened else str(self.path or PIPED)
        case = f" --case {quoted(self.record.name)}" if self.record else ""
        return f"{quoted(file)}{case}"


def text_to_check(file: str | None, case: str | None) -> Checked:
    """Return what FILE and --case stand for.

    A number with --case is a letter of that case; --case alone is its newest draft. Without
    either the text is read from the pipe, or as it is pasted.
    """
    now = settings.current()
    record = checking.record_of(now.log, case, today=now.clock.now.date()) if case else None
    if record and (file is None or file.isdecimal()) and not (file and Path(file).exists()):
        found = checking.draft_of(now.log, record, int(file) if file else None)
        if found:
            return Checked(
                text=found.text,
                name=f"letter {found.draft.number} of {record.name}",
                opened=found,
                record=record,
            )
    if file is None or file == PIPED:
        return Checked(text=_piped(), name="your text", record=record)
    path = Path(file).expanduser()
    return Checked(text=checking.read_letter(path), name=path.name, path=path, record=record)


def _piped() -> str:
    """Read what is piped in or pasted; what has come is held until it is done with."""
    if sys.stdin.isatty():
        if not settings.current().can_ask:
            raise AnswerMissing(
                "Which text is to be checked?", fix="Name its file: complaintkit check letter.txt"
            )
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        show.talk(f"Paste your letter. End with {end} on a line of its own.")
    content = sys.stdin.buffer.read()
    text = checking.decode_letter(content)
    if not text.strip():
        raise FileUnusable(
            "There is no text to check.", fix="Name its file: complaintkit check letter.txt"
        )
    if sys.stdin.isatty():
        ask.hold("Your letter:", text)
    return text

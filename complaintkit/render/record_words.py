"""How does the record read: which words stand on the bundle and on the HTML record?

The words are in `data/record.yaml`. What a person wrote is put in as it is; who lays it out sees
to it that nothing in it acts.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import UTC, date, datetime

from complaintkit.model.audience import Audience
from complaintkit.model.case import SentLetter
from complaintkit.model.entry import EntryKind
from complaintkit.model.record import (
    Change,
    Gap,
    GapKind,
    Record,
    RecordExhibit,
    RecordLetter,
    SharedFile,
)
from complaintkit.model.timeline import TimelineLine
from complaintkit.render.record_summary import figures, summary
from complaintkit.render.record_told import Item, PaperTold, Row, Told
from complaintkit.render.score_words import Words, counted, day_text
from complaintkit.rules.timeline import amended
from complaintkit.rules.when import spoken

_UNITS = ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB"))
_EXACT = 10


def told(record: Record, words: Words, *, paper: str, language: str = "en") -> Told:
    """Return the record in words. `paper` is “a4” or “us-letter”."""
    case = record.case
    sent = {one.letter.seq: one.letter for one in record.letters}
    known = {one.exhibit.number for one in record.exhibits}
    rows = {
        line.seq: _row(line, sent.get(line.seq), known, words, tells_late=record.audience.sees_gaps)
        for line in record.lines
    }
    sees_figures = record.audience.sees_figures
    return Told(
        language=language,
        paper=paper,
        made_on=record.made_at.date(),
        title=words["page"]["title-me" if record.audience is Audience.ME else "title"],
        subtitle=case.title or case.name,
        purpose=words["purpose"][record.audience].format(company=case.company.name),
        made=words["page"]["made"].format(
            day=day_text(record.made_at.date()),
            entries=counted(record.entries, "entry", words),
            tool=record.tool,
        ),
        summary=tuple(summary(record, words)),
        turns=tuple(rows[seq] for seq in record.turns),
        figures=tuple(figures(record, words)) if sees_figures else (),
        picture=record.passages if sees_figures else (),
        rows=tuple(rows.values()),
        letters=tuple(_letter(one, words) for one in record.letters),
        exhibits=tuple(_exhibit(one, words) for one in record.exhibits),
        changes=tuple(_change(one, words) for one in record.changes),
        gaps=tuple(_gap(one, words) for one in record.gaps),
        removed=record.removed,
        integrity=tuple(_integrity(record, words)),
        how_to_check=tuple(_how_to_check(record, words)),
        proves=tuple(words["proves"]),
        proves_not=tuple(words["proves-not"]),
        headings=words,
    )


def size_text(size: int) -> str:
    """Return a size in bytes as “812 bytes”, “14 KB”, “2.1 MB”."""
    for least, unit in _UNITS:
        if size >= least:
            count = size / least
            digits = 1 if count < _EXACT and unit != "KB" else 0
            return f"{count:.{digits}f} {unit}"
    return f"{size} bytes"


def _row(
    line: TimelineLine, sent: SentLetter | None, known: Set[int], words: Words, *, tells_late: bool
) -> Row:
    """Return a line; `sent` is the letter it tells of, `known` are the exhibits that are shown."""
    said = words["rows"]
    late = said["late"].format(days=counted(line.days_later, "day", words))
    notes = (
        said["reference"].format(number=line.reference) if line.reference else "",
        amended(line),
        late if line.days_later and tells_late else "",
    )
    proof = (sent.proof,) if sent and sent.proof else ()
    return Row(
        seq=line.seq,
        when=spoken(line.moment),
        way=line.way,
        who=line.who,
        what=line.what,
        notes=tuple(filter(None, notes)),
        exhibits=tuple(sorted({*line.exhibits, *proof} & known)),
        letter=sent.number if sent else 0,
    )


def _letter(one: RecordLetter, words: Words) -> PaperTold:
    said, letter = words["letters"], one.letter
    sent = said["sent-text"].format(day=day_text(letter.sent_on), via=letter.via)
    answered = day_text(one.answered_on) if one.answered_on else said["none"]
    proof = (
        said["proof-exhibit"].format(n=letter.proof) if letter.proof else "",
        said["tracking"].format(number=letter.tracking) if letter.tracking else "",
    )
    items = [
        _item(said["kind"], words["kinds"].get(letter.kind, letter.kind)),
        _item(said["sent"], sent),
        _item(said["answer-by"], day_text(letter.answer_by)) if letter.answer_by else None,
        _item(said["answered"], answered),
        _item(said["proof"], ", ".join(filter(None, proof))) if any(proof) else None,
        *_file_items(one.file, words),
    ]
    return PaperTold(
        key=f"letter-{letter.number}",
        label=words["page"]["letter"].format(n=letter.number),
        items=tuple(filter(None, items)),
        file=one.file,
        name=letter.name,
    )


def _exhibit(one: RecordExhibit, words: Words) -> PaperTold:
    said, exhibit = words["exhibits"], one.exhibit
    file = said["file-text"].format(name=exhibit.name, size=size_text(exhibit.size))
    supports = ", ".join(words["page"]["entry"].format(n=seq) for seq in one.supports)
    items = [
        _item(said["file"], file),
        _item(said["origin"], exhibit.origin) if exhibit.origin else None,
        _item(said["got-on"], day_text(exhibit.got_on)) if exhibit.got_on else None,
        _item(said["taken"], _taken(exhibit.taken_at, words)) if exhibit.taken_at else None,
        _item(said["supports"], supports or words["rows"]["case"]),
        *_file_items(one.file, words),
    ]
    return PaperTold(
        key=f"exhibit-{exhibit.number}",
        label=words["page"]["exhibit"].format(n=exhibit.number),
        title=exhibit.title or exhibit.name,
        items=tuple(filter(None, items)),
        file=one.file,
        name=exhibit.name,
        supports=one.supports,
    )


def _taken(text: str, words: Words) -> str:
    day, _, clock = text.partition("T")
    try:
        when = f"{day_text(date.fromisoformat(day))}, {clock[:5]}"
    except ValueError:
        when = text
    return words["exhibits"]["taken-text"].format(when=when)


def _file_items(file: SharedFile, words: Words) -> Iterator[Item]:
    """Yield the file's hash, and how the copy differs from it or why there is none."""
    said = words["exhibits"]
    if not file.recorded:
        yield _item(words["letters"]["copy"], words["letters"]["no-copy"])
        return
    is_other = bool(file.changed or file.left_out)
    yield _item(said["recorded" if is_other else "hash"], file.recorded)
    if file.left_out:
        yield _item(said["copy"], said["left-out"].format(why=file.left_out))
    elif file.changed:
        yield Item(label=said["copy"], lines=(file.changed, file.sha256))


def _change(one: Change, words: Words) -> str:
    said = words["changes"]
    first = said[str(one.kind)].format(seq=one.seq, target=one.target, day=day_text(one.on))
    fields = ", ".join(one.fields)
    parts = (
        first,
        said["fields"].format(fields=fields) if fields and one.kind != EntryKind.RETRACTION else "",
        said["reason"].format(reason=one.reason) if one.reason else "",
    )
    return "; ".join(filter(None, parts)) + "."


def _gap(gap: Gap, words: Words) -> str:
    key = str(gap.kind)
    if gap.kind is GapKind.NO_REPLY and gap.letter:
        key += "-letter"
    days = counted(gap.days, "day", words)
    return words["gaps"][key].format(
        seq=gap.seq,
        letter=gap.letter,
        on=day_text(gap.on),
        days=days,
        entries=counted(gap.days, "entry", words),
        what=gap.what,
    )


def _integrity(record: Record, words: Words) -> Iterator[Item]:
    said = words["integrity"]
    first, last = (_utc(text) for text in record.recorded)
    yield _item(said["entries"], str(record.entries))
    yield _item(said["head"], record.head)
    yield _item(said["recorded"], said["recorded-text"].format(first=first, last=last))


def _how_to_check(record: Record, words: Words) -> Sequence[str]:
    said = words["integrity"]
    return (said["how"], said["shortened"]) if record.is_shortened else (said["how"],)


def _utc(text: str) -> str:
    try:
        at = datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return text
    return f"{day_text(at.date())} {at:%H:%M}"


def _item(label: str, text: str) -> Item:
    return Item(label=label, lines=(text,))

"""What does the record not show, that a careful reader will ask about?

For the person, an adviser or a court; the company's copy never has it. A gap is a fact about the
record and blames nobody: what can still be got is got, what cannot is said openly
(facts/what-users-need.md: the gaps page of evidence makers).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from complaintkit.model.case import Case, SentLetter
from complaintkit.model.encounter import Encounter
from complaintkit.model.moment import Precision
from complaintkit.model.record import Gap, GapKind
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.ladder import NEEDS_NO_ANSWER, TO_OTHERS
from complaintkit.rules.letter_focus import SPOKEN
from complaintkit.rules.letter_rows import owes_reference
from complaintkit.rules.moves import is_written_by_us, on_day, since_theirs
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.sending_time import way_of
from complaintkit.rules.verify import Sealed

LATE_DAYS = 2
"""Days after which writing down counts as late: the day after, memory is fresh (our default)."""
CARRIED = ("post", "courier", "hand", "fax")
"""Ways of sending for which a sent copy proves nothing by itself."""


def gaps(
    case: Case, lines: Sequence[TimelineLine], sealed: Sequence[Sealed], *, today: date
) -> tuple[Gap, ...]:
    """Return what the record does not show, by kind and then by day."""
    end = case.outcome.closed_on if case.outcome else today
    found = (
        *_unanswered(case, end),
        *_unproved(case.letters),
        *_late(lines),
        *_unnamed(case.encounters),
        *_spoken_promises(case),
        *_without_receipt(case),
        *_vague_days(case.encounters),
        *_recording(sealed, lines, today),
    )
    order = list(GapKind)
    return tuple(sorted(found, key=lambda gap: (order.index(gap.kind), gap.on, gap.seq)))


def _unanswered(case: Case, end: date) -> Iterator[Gap]:
    """Yield what the person wrote and nothing has come back to since."""
    for one in since_theirs(case):
        if not is_written_by_us(one) or (isinstance(one, SentLetter) and one.kind in TO_OTHERS):
            continue
        letter = one.number if isinstance(one, SentLetter) else 0
        days = max(0, (end - on_day(one)).days)
        yield Gap(kind=GapKind.NO_REPLY, seq=one.seq, on=on_day(one), letter=letter, days=days)


def _unproved(letters: Sequence[SentLetter]) -> Iterator[Gap]:
    for sent in letters:
        gap = Gap(kind=GapKind.NO_COPY, seq=sent.seq, on=sent.sent_on, letter=sent.number)
        if not is_sha256(sent.sha256):
            yield gap
        is_proved = sent.proof is not None or bool(sent.tracking)
        if way_of(sent.via) in CARRIED and not is_proved and sent.kind not in NEEDS_NO_ANSWER:
            yield replace(gap, kind=GapKind.NO_PROOF, what=sent.via)


def _late(lines: Sequence[TimelineLine]) -> Iterator[Gap]:
    for line in lines:
        if line.days_later >= LATE_DAYS:
            yield Gap(kind=GapKind.LATE, seq=line.seq, on=line.moment.on, days=line.days_later)


def _unnamed(encounters: Sequence[Encounter]) -> Iterator[Gap]:
    """Yield talks without a name; and that no reference was ever given, where one was owed."""
    talks = [met for met in encounters if met.reached and met.channel in SPOKEN]
    for met in talks:
        if not (met.representative and met.representative.name.strip()):
            yield Gap(kind=GapKind.NO_NAME, seq=met.seq, on=met.moment.on)
    owed = [met for met in talks if owes_reference(met)]
    if owed and not any(met.reference.strip() for met in encounters):
        yield Gap(kind=GapKind.NO_REFERENCE, seq=owed[0].seq, on=owed[0].moment.on)


def _spoken_promises(case: Case) -> Iterator[Gap]:
    """Yield promises made by word of mouth that nothing in writing bears out."""
    confirmed = [sent.sent_on for sent in case.letters if sent.kind == "confirm-call"]
    for met in case.encounters:
        on = met.moment.on
        is_confirmed = any(day >= on for day in confirmed)
        in_writing = met.channel not in SPOKEN or met.exhibits or is_confirmed
        for promise in met.promises:
            if not in_writing and not promise.kept:
                yield Gap(kind=GapKind.SPOKEN_PROMISE, seq=met.seq, on=on, what=promise.what)


def _without_receipt(case: Case) -> Iterator[Gap]:
    for cost in case.costs:
        if cost.amount and not cost.exhibits:
            yield Gap(kind=GapKind.NO_RECEIPT, seq=cost.seq, on=cost.on, what=cost.what)


def _vague_days(encounters: Sequence[Encounter]) -> Iterator[Gap]:
    for met in encounters:
        if met.moment.precision in (Precision.ABOUT, Precision.MONTH):
            yield Gap(kind=GapKind.ABOUT, seq=met.seq, on=met.moment.on)


def _recording(
    sealed: Sequence[Sealed], lines: Sequence[TimelineLine], today: date
) -> Iterator[Gap]:
    """Yield how the writing down itself falls short: taken in later, a set clock, erasures."""
    imported = [line for line in lines if line.imported_on and not line.private]
    if imported:
        on = min(line.imported_on or today for line in imported)
        yield Gap(kind=GapKind.IMPORTED, seq=imported[0].seq, on=on, days=len(imported))
    for entry in sealed:
        on = date.fromisoformat(entry.recorded_at[:10])
        if "entry.clock" in entry.values:
            yield Gap(kind=GapKind.CLOCK_SET, seq=entry.seq, on=on)
        erased = [path for path, kept in entry.values.items() if kept is None]
        if erased:
            yield Gap(kind=GapKind.ERASED, seq=entry.seq, on=on, what=", ".join(sorted(erased)))

"""Which copies go with a form, in which order, and which of them may it not take?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from complaintkit.model.agency import FormLimits
from complaintkit.model.body_form import Attachment, Fit
from complaintkit.model.case import Case, Exhibit

MEGABYTE = 1_000_000
"""Forms count in millions or in 2**20; the smaller one is safe."""

_MEANS = {
    "jpg": ("jpg", "jpeg"),
    "jpeg": ("jpg", "jpeg"),
    "tif": ("tif", "tiff"),
    "tiff": ("tif", "tiff"),
    "word": ("doc", "docx"),
    "excel": ("xls", "xlsx"),
}


def attachments(
    case: Case,
    exhibits: Iterable[Exhibit],
    limits: FormLimits,
    *,
    one_file: bool,
    words: Mapping[str, str],
) -> Fit:
    """Return the copies in the order of their dates; those without a date come last.

    Limits of 0 or () are not known, so they stop nothing.
    """
    days = _days(case)
    made = [_attachment(one, _day_of(one, days), limits, words) for one in exhibits]
    made.sort(key=lambda one: (one.on is None, one.on or date.min, one.number))
    too_many = bool(limits.files) and len(made) > limits.files
    unfit = too_many or any(one.faults for one in made)
    return Fit(files=tuple(made), too_many=too_many, as_one=bool(made) and (unfit or one_file))


def _attachment(
    exhibit: Exhibit, on: date | None, limits: FormLimits, words: Mapping[str, str]
) -> Attachment:
    faults = []
    if limits.megabytes and exhibit.size > limits.megabytes * MEGABYTE:
        faults.append(words["too-large"].format(most=limits.megabytes))
    taken = set(_endings(limits.formats))
    if taken and exhibit.name.rpartition(".")[2].casefold() not in taken:
        faults.append(words["wrong-format"].format(formats=", ".join(limits.formats)))
    return Attachment(
        number=exhibit.number,
        title=exhibit.title.strip(),
        name=exhibit.name,
        size=exhibit.size,
        on=on,
        faults=tuple(faults),
    )


def _endings(formats: Iterable[str]) -> Iterator[str]:
    """Yield the endings of file names that are meant by what a form calls its formats."""
    for one in formats:
        plain = one.casefold().lstrip(".")
        yield from _MEANS.get(plain, (plain,))


def _days(case: Case) -> dict[str, date]:
    """Return the day of each entry that a copy may belong to."""
    days = {call.entry_id: call.moment.on for call in case.encounters}
    days |= {one.entry_id: one.on for one in case.events}
    days |= {one.entry_id: one.on for one in case.offers}
    days |= {one.entry_id: one.on for one in case.costs}
    return days | {letter.entry_id: letter.sent_on for letter in case.letters}


def _day_of(exhibit: Exhibit, days: Mapping[str, date]) -> date | None:
    named = [days[one] for one in exhibit.belongs_to if one in days]
    return min(named, default=exhibit.got_on)

"""How does the timeline of a case look on paper?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case
from complaintkit.render.environment import words_for
from complaintkit.render.pdf import breakable, composed, typeset
from complaintkit.render.trace import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One line of the timeline, as text ready to print.

    `number` is the entry ("#7"); `mark` is "out" (from the customer), "in" (from the
    company) or "" (a dated fact); `exhibits` are exhibit numbers.
    """

    number: str
    when: str
    what: str
    mark: str = ""
    who: str = ""
    exhibits: tuple[int, ...] = ()


def timeline_pdf(
    case: Case,
    lines: Sequence[TimelineRow],
    *,
    today: date,
    title: str = "",
    paper: str = "a4",
    language: str = "en",
) -> bytes:
    """Return the timeline as PDF: who, with whom, about what, then one row an entry.

    `today` is the day it is made, printed nowhere but kept in the file, so that the bytes
    repeat. An emoji that no font prints stands as its name. Raises CannotWrite where typst is not
    at hand, or no font has a script.
    """
    words = words_for(language)["timeline"]
    parties = _parties(case, words_for(language)["file_numbers"]["account"])
    values = {
        "date": [today.year, today.month, today.day],
        "language": language,
        "paper": paper,
        "of": words_for(language)["page_of"],
        "title": _text(title or case.title or case.name),
        "under": [_text(parties), words["legend"]],
        "footer": _text(parties),
        "head": words["head"],
        "empty": words["empty"],
        "rows": [_cells(line, words["marks"], words["exhibit"]) for line in lines],
    }
    return typeset("timeline.typ", values, on=today, names_signs=True)


def _parties(case: Case, account: str) -> str:
    """Name both sides and the account: “Odessa Freeman – Peachline – account 0047”."""
    name = case.consumer.name if case.consumer else ""
    number = account.format(case.company.account) if case.company.account else ""
    return " – ".join(part for part in (name, case.company.name, number) if part)


def _cells(line: TimelineRow, marks: dict[str, str], exhibit: str) -> list[str]:
    enclosed = ", ".join(exhibit.format(number) for number in line.exhibits)
    mark = marks.get(line.mark, marks["none"])
    return [_text(cell) for cell in (line.number, line.when, mark, line.who, line.what, enclosed)]


def _text(text: str) -> str:
    return breakable(composed(clean(text)))

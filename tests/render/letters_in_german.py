"""Writes the letters of the German tests and reads them as one line."""

from datetime import date

from letter_cases_de import EVERY_CASE

from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter
from complaintkit.model.people import Contact
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import body_runs
from complaintkit.render.text import letter_text, plain
from complaintkit.store.rights import load_rights

RIGHTS = load_rights()
GERMAN = Choices(language="de")
WITHDRAWAL = Choices(language="de", right="eu-withdrawal-14-days")
TODAY = date(2026, 4, 3)


def written(kind: str, case: Case, today: date = TODAY, choices: Choices = GERMAN) -> Letter:
    consumer = case.consumer or Contact()
    return compose(kind, case, consumer=consumer, today=today, choices=choices, rights=RIGHTS)


def letter(name: str, kind: str, choices: Choices = GERMAN) -> Letter:
    case, today = EVERY_CASE[name]
    return written(kind, case, today, choices)


def flat(found: Letter) -> str:
    """Return the letter in one line, with plain spaces."""
    return " ".join(letter_text(found).replace("\u00a0", " ").split())


def body(found: Letter) -> str:
    return " ".join(plain(body_runs(found)).replace("\u00a0", " ").split())


def of_kind(kind: str) -> Letter:
    return letter("kaffeevollautomat", kind, WITHDRAWAL if kind == "cancel" else GERMAN)

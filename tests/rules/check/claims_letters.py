"""Letters to hold against a log: those that the program writes, and what a check says of them."""

import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from complaintkit.model.case import Case
from complaintkit.model.people import Contact
from complaintkit.render.letter import compose
from complaintkit.render.text import letter_text
from complaintkit.rules.check.claims.held import Checked, ClaimsWords, claims, claims_words_from
from complaintkit.rules.check.draft import draft
from complaintkit.store.rights import load_rights
from complaintkit.store.tone import load_tone

sys.path.append(str(Path(__file__).resolve().parents[2] / "render"))

from example_letters import DAYS, example_case, example_letter, example_letters
from letter_cases import CASES, applicable


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A letter as text, with the case that it was written from and the day."""

    name: str
    text: str
    case: Case
    today: date


@cache
def words() -> ClaimsWords:
    """Read the words of the check once."""
    return load_tone("claims", claims_words_from)


def checked(text: str, case: Case, today: date) -> Checked:
    """Hold a text against a case."""
    return claims(draft(text), case, words(), today=today)


def checked_in(name: str, text: str) -> Checked:
    """Hold a text against a trial case, or against an example (“example:phone-bill”)."""
    kind, _, example = name.partition(":")
    case, today = (example_case(example), DAYS[example]) if example else CASES[kind]
    return checked(text, case, today)


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return every letter in English that the trial cases and the examples can carry."""
    rights, found = load_rights(), []
    for name, kind in applicable():
        case, today = CASES[name]
        person = case.consumer or Contact()
        letter = compose(kind, case, consumer=person, today=today, rights=rights)
        found.append((f"{name}-{kind}", letter, case, today))
    for name, kind in example_letters():
        letter = example_letter(name, kind)
        found.append((f"example-{name}-{kind}", letter, example_case(name), DAYS[name]))
    return tuple(
        Sheet(name=name, text=letter_text(letter), case=case, today=today)
        for name, letter, case, today in found
        if letter.language == "en"
    )

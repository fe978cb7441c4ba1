"""What does the check say of a text, with the words that ship?"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from complaintkit.model.case import Case
from complaintkit.model.review import Remark, Review
from complaintkit.rules.check.claims.held import claims_words_from
from complaintkit.rules.check.numbers import KIND as SENSITIVE
from complaintkit.rules.check.numbers import number_words_from
from complaintkit.rules.check.parts.words import parts_words_from
from complaintkit.rules.check.review import Beside, CheckWords, review
from complaintkit.rules.check.tone.asks import remedies
from complaintkit.rules.check.tone.capitals import capitals
from complaintkit.rules.check.tone.legal import claims
from complaintkit.rules.check.tone.length import length_words
from complaintkit.rules.check.tone.phrases import TONES
from complaintkit.rules.check.tone.politeness import cues_from
from complaintkit.rules.check.tone.vague import placeholders
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.rules.check.tongue import languages_from
from complaintkit.store.tone import load_tone, load_tones

SAID_ELSEWHERE = frozenset({"length"})
"""Kinds that the letter's own notes tell in their way."""


@cache
def check_words() -> CheckWords:
    """Return the words of the check; StoreProblem when one of their files is damaged."""
    return CheckWords(
        languages=load_tone("languages", languages_from),
        tone=load_tones(TONES, tone_words_from),
        cues=load_tone("politeness", cues_from),
        capitals=load_tone("shouting", capitals),
        placeholders=load_tone("manner", placeholders),
        remedies=load_tone("manner", remedies),
        laws=load_tone("manner", claims),
        length=load_tone("manner", length_words),
        numbers=load_tone("sensitive", number_words_from),
        parts=load_tone("parts", parts_words_from),
        claims=load_tone("claims", claims_words_from),
    )


def checked(
    text: str, *, kind: str = "", case: Case | None = None, today: date | None = None
) -> Review:
    """Return what a check says of a text, held against a case where one is given."""
    return review(text, check_words(), Beside(kind=kind, case=case, today=today))


def wording_notes(text: str, *, kind: str, case: Case, today: date | None) -> Iterator[str]:
    """Give a sentence or two for each finding in a letter that is about to go out."""
    for remark in checked(text, kind=kind, case=case, today=today).remarks:
        if remark.kind not in SAID_ELSEWHERE:
            way_out = (
                f"Instead: “{remark.suggestion}”" if remark.is_rewording else remark.suggestion
            )
            yield f"“{told_of(remark)}”: {remark.reason} {way_out}"


def told_of(remark: Remark) -> str:
    """Return the words of a finding on one line; a number that should not leave stays masked."""
    words = remark.suggestion if remark.kind == SENSITIVE else remark.quote
    return " ".join(words.split())

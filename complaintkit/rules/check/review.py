"""What does a check say of a text, all in all?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case
from complaintkit.model.review import Hint, Part, Remark, Review
from complaintkit.rules.check.claims.held import Checked, ClaimsWords, claims
from complaintkit.rules.check.draft import Draft, draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.numbers import NumberWords, sensitive
from complaintkit.rules.check.parts.found import found_parts
from complaintkit.rules.check.parts.missing import missing_parts
from complaintkit.rules.check.parts.words import PartsWords
from complaintkit.rules.check.tone.accusations import aimed
from complaintkit.rules.check.tone.asks import Remedies, asks
from complaintkit.rules.check.tone.capitals import Capitals
from complaintkit.rules.check.tone.legal import Claims as LawClaims
from complaintkit.rules.check.tone.legal import legal
from complaintkit.rules.check.tone.length import LengthWords, length
from complaintkit.rules.check.tone.overstatements import overstated
from complaintkit.rules.check.tone.phrases import phrases
from complaintkit.rules.check.tone.politeness import Cue, Cues, Politeness, politeness
from complaintkit.rules.check.tone.sarcasms import sarcastic
from complaintkit.rules.check.tone.shouting import shouting
from complaintkit.rules.check.tone.vague import Placeholders, vague
from complaintkit.rules.check.tone.words import ToneWords
from complaintkit.rules.check.tongue import ENGLISH, Languages, tongue

MOST_HINTS, LEAST_HINTED = 2, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """All the words and phrases that a check needs, as read from `data/tone`."""

    languages: Languages
    tone: ToneWords
    cues: Cues
    capitals: Capitals
    placeholders: Placeholders
    remedies: Remedies
    laws: LawClaims
    length: LengthWords
    numbers: NumberWords
    parts: PartsWords
    claims: ClaimsWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a text is held against: a kind of letter ("" for none), and a case as of a day."""

    kind: str = ""
    case: Case | None = None
    today: date | None = None


def review(text: str, words: CheckWords, beside: Beside | None = None) -> Review:
    """Return what is to be said of a text.

    Wording and claims are looked at in English alone; parts where a language needs no words.
    """
    beside = beside or Beside()
    read = draft(text)
    language = tongue(read, words.languages)
    found = found_parts(read, words.parts, language=language)
    missing = missing_parts(
        read,
        found,
        words.parts,
        case=beside.case,
        kind=beside.kind,
        today=beside.today,
        language=language,
    )
    own = beside.case.company.account if beside.case else ""
    numbers = tuple(sensitive(read, words.numbers, own=own))
    there = {one.part for one in found}
    parts = tuple(part for part in Part if part in there)
    if language != ENGLISH:
        return Review(remarks=apart(numbers), parts=parts, missing=missing, language=language)
    manner = politeness(text, words.cues)
    held = _held(read, words, beside)
    return Review(
        remarks=apart((*numbers, *_wording(read, words, beside.kind), *held.remarks)),
        parts=parts,
        missing=missing,
        supported=held.supported,
        rudeness=manner.rudeness,
        hints=_hints(manner),
        language=language,
    )


def _wording(read: Draft, words: CheckWords, kind: str) -> Iterator[Remark]:
    """Give every finding in the words of an English text."""
    tone = words.tone
    plain = (*phrases(read, tone), *aimed(read, tone), *overstated(read, tone))
    told = apart((*plain, *sarcastic(read, tone)))
    yield from told
    yield from shouting(read, words.capitals, beside=told)
    yield from vague(read, words.placeholders)
    yield from asks(read, words.remedies)
    yield from legal(read, words.laws)
    yield from length(read, words.length, kind=kind)


def _held(read: Draft, words: CheckWords, beside: Beside) -> Checked:
    """Hold a text against the record, where there is one."""
    if beside.case is None or beside.today is None:
        return Checked()
    return claims(read, beside.case, words.claims, today=beside.today)


def _hints(manner: Politeness) -> tuple[Hint, ...]:
    """Return what weighs most on either side; the ruder ones from the sharpest sentence alone."""
    first, last = manner.sharpest or (0, 0)
    politer = [found.cue for found in manner.cues if found.cue.weight < 0]
    ruder = [
        found.cue
        for found in manner.cues
        if found.cue.weight > 0 and any(first <= start < last for start, _ in found.places)
    ]
    return (
        *(Hint(text=cue.does, is_ruder=True) for cue in _weightiest(ruder)),
        *(Hint(text=cue.does, is_ruder=False) for cue in _weightiest(politer)),
    )


def _weightiest(cues: Iterable[Cue]) -> list[Cue]:
    ranked = sorted(cues, key=lambda cue: -abs(cue.weight))
    return [cue for cue in ranked if abs(cue.weight) >= LEAST_HINTED][:MOST_HINTS]

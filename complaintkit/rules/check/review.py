"""What does a check say of a text, all in all?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from complaintkit.model.review import Hint, Remark, Review
from complaintkit.rules.check.accusations import aimed
from complaintkit.rules.check.draft import Draft, draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.politeness import Cue, Cues, Politeness, politeness
from complaintkit.rules.check.tone import phrases
from complaintkit.rules.check.tone_words import ToneWords
from complaintkit.rules.check.tongue import ENGLISH, Languages, tongue

MOST_HINTS, LEAST_HINTED = 2, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """All the words and phrases that a check needs, as read from `data/tone`."""

    languages: Languages
    tone: ToneWords
    cues: Cues


def review(text: str, words: CheckWords) -> Review:
    """Return what is to be said of a text."""
    read = draft(text)
    language = tongue(read, words.languages)
    is_english = language == ENGLISH
    manner = politeness(text, words.cues) if is_english else None
    return Review(
        remarks=apart(_wording(read, words) if is_english else ()),
        rudeness=manner.rudeness if manner else None,
        hints=_hints(manner) if manner else (),
        language=language,
    )


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


def _wording(read: Draft, words: CheckWords) -> Iterator[Remark]:
    """Give every finding in the words of an English text."""
    yield from phrases(read, words.tone)
    yield from aimed(read, words.tone)
